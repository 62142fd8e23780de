// Find and filter: the bar, its chips, steps through the hits, replacing, and looking at one lane.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeSample } from './shell/fake_home';

let page: Mounted;
afterEach(() => page.close());

const bar = () => page.all('.find-bar')[0] ?? null;
const field = () => page.find('.find-bar input') as HTMLInputElement;
async function seek(words: string) {
  field().value = words;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
}
const card = (text: string) => page.shell.map().cards.find((one) => one.text === text)!;
const shown = (text: string) => page.find(`[data-key="card/${card(text).id}"]`);
const world = () => page.find('.scene-world');

async function open() {
  page = await mounted({ open: fakeSample() });
  await page.press('f', document.body, { ctrlKey: true });
}

test('Ctrl+F opens the bar, also while typing, and takes the focus', async () => {
  page = await mounted({ open: fakeSample() });
  const box = document.createElement('textarea');
  document.body.append(box);
  const event = await page.press('f', box, { ctrlKey: true });
  expect(event.defaultPrevented).toBe(true);
  expect(document.activeElement).toBe(field());
  box.remove();
  expect(await page.wrong()).toEqual([]);
});

test('words dim what does not say them; the count says how many cards do', async () => {
  await open();
  await seek('DE');
  expect(page.find('.count').textContent).toBe('1 of 18 and 2 others');
  expect(world().classList.contains('filtering')).toBe(true);
  expect(shown('Requests a demo or trial').classList.contains('hit')).toBe(true);
  expect(shown('Buys again').classList.contains('hit')).toBe(false);
  await page.click('.find-bar button', 'Hide the rest');
  expect(world().classList.contains('hiding')).toBe(true);
  await seek('');
  expect(world().className).not.toMatch(/filtering|hiding/);
});

test('a keystroke touches only the cards that change', async () => {
  await open();
  await seek('a');
  const touched: unknown[] = [];
  const watch = new MutationObserver((seen) => touched.push(...seen.map((one) => one.target)));
  watch.observe(world(), { attributes: true, attributeFilter: ['class'], subtree: true });
  const before = page.all('.hit');
  await seek('ap');
  watch.takeRecords().forEach((one) => touched.push(one.target));
  watch.disconnect();
  const changed = before.filter((element) => !element.classList.contains('hit'));
  expect(changed.length).toBeGreaterThan(0);
  expect(new Set(touched.filter((one) => one !== world()))).toEqual(new Set(changed));
});

test('Enter and Shift+Enter step through the hits and mark them; the focus stays in the words', async () => {
  await open();
  await seek('stage');
  await seek('one');
  const { hits } = page.app.editor!.finding.found!;
  expect(hits.length).toBeGreaterThan(1);
  await page.press('Enter', field());
  expect(page.app.editor?.selection.keys).toEqual([page.app.editor?.keyOf(hits[0]!)]);
  await page.press('Enter', field());
  expect(page.app.editor?.selection.keys).toEqual([page.app.editor?.keyOf(hits[1]!)]);
  await page.press('Enter', field(), { shiftKey: true });
  await page.press('Enter', field(), { shiftKey: true });
  expect(page.app.editor?.selection.keys).toEqual([page.app.editor?.keyOf(hits.at(-1)!)]);
  expect(document.activeElement).toBe(field());
});

test('Enter right behind the last letter goes to what the whole word finds', async () => {
  await open();
  await seek('D');
  field().value = 'demo';
  field().dispatchEvent(new Event('input', { bubbles: true }));
  // The answer is still on its way.
  field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  await page.settle();
  const { hits } = page.app.editor!.finding.found!;
  expect(page.app.editor?.selection.keys).toEqual([page.app.editor?.keyOf(hits[0]!)]);
});

test('Esc clears the filter and gives the focus back to the map', async () => {
  await open();
  await seek('demo');
  await page.press('Enter', field());
  await page.press('Escape', field());
  expect(bar()).toBe(null);
  expect(world().classList.contains('filtering')).toBe(false);
  expect(page.find('[role=status]').textContent).toContain('Filter off.');
  expect(document.activeElement).toBe(shown('Requests a demo or trial'));
});

test('chips filter together, say what is chosen, and "and" stands between them', async () => {
  await open();
  await page.press('Enter', page.find('.find-bar button', 'Type'));
  await page.click('[role=menuitemcheckbox]', 'Pain points');
  await page.press('Escape');
  expect(page.find('.find-bar button', 'Type').textContent).toContain('Type: Pain points');
  expect(page.find('.count').textContent).toBe('4 of 18');
  await page.click('.find-bar button', 'Has no answer');
  expect(page.all('.and')).toHaveLength(1);
  expect(page.asked('find').at(-1)).toMatchObject({ query: { kinds: ['pain_points'], unanswered: true } });
  await page.press('Enter', page.find('.find-bar button', 'Severity'));
  await page.click('[role=menuitemcheckbox]', '≥ 4');
  expect(page.find('.count').textContent).toBe('0 of 18');
  expect(page.all('.and')).toHaveLength(2);
});

test('the filter stays right after an edit', async () => {
  await open();
  await seek('buys');
  expect(page.find('.count').textContent).toBe('1 of 18');
  await page.app.editor?.apply({
    edit: 'set',
    table: 'card',
    id: card('Gives feedback').id,
    field: 'text',
    value: 'Buys more',
  });
  await page.settle();
  expect(page.find('.count').textContent).toBe('2 of 18');
  expect(shown('Buys more').classList.contains('hit')).toBe(true);
});

test('replace all is one step, told with Undo; replace takes the one it stands at', async () => {
  await open();
  await seek('demo');
  await page.click('.find-bar button', 'Replace…');
  const into = page.find('input[aria-label="Replace with"]') as HTMLInputElement;
  expect(document.activeElement).toBe(into);
  into.value = 'visit';
  into.dispatchEvent(new Event('input', { bubbles: true }));
  await page.click('.find-bar .row button', 'Replace all');
  expect(card('Requests a visit or trial')).toBeDefined();
  expect(page.find('.toast').textContent).toContain('Replaced in 1 place');
  await page.click('.toast button', 'Undo');
  expect(card('Requests a demo or trial')).toBeDefined();
  await seek('a');
  const first = page.app.editor!.finding.found!.hits[0]!;
  await page.press('Enter', field());
  const buttons = page.all('.find-bar .row button').filter((one) => one.textContent.trim() === 'Replace');
  buttons[0]!.click();
  await page.settle();
  expect(page.asked('replace').at(-1)).toMatchObject({ with: 'visit', only: first });
});

test('the Undo that is told with a replacement goes once that is taken back: it would take back another step', async () => {
  await open();
  await seek('demo');
  page.app.editor!.finding.replacing = true;
  await page.settle();
  await page.click('.find-bar .row button', 'Replace all');
  expect(page.all('.toast')).toHaveLength(1);
  await page.app.editor!.undo();
  await page.settle();
  expect(page.all('.toast')).toHaveLength(0);
});

test('the list of commands leads to the field of what takes the place of the hits', async () => {
  await open();
  await seek('demo');
  await page.press('k', document.body, { ctrlKey: true });
  const asked = document.activeElement as HTMLInputElement;
  asked.value = 'Replace';
  asked.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.press('Enter');
  await page.settle();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Replace with');
});

test('Ctrl+Shift+F shows gaps and pain points only, and again everything', async () => {
  page = await mounted({ open: fakeSample() });
  await page.press('F', document.body, { ctrlKey: true, shiftKey: true });
  expect(page.find('.count').textContent).toBe('4 of 18');
  expect(page.asked('find').at(-1)).toMatchObject({ query: { kinds: ['pain_points', 'gaps'] } });
  await page.press('F', document.body, { ctrlKey: true, shiftKey: true });
  expect(bar()).toBe(null);
});

test('what the filter found is said once it rests', async () => {
  await open();
  await seek('de');
  await seek('demo');
  await new Promise((resolve) => setTimeout(resolve, 450));
  await page.settle();
  expect(page.app.notices.said.sentence).toBe('Filter on: 1 of 18 cards.');
});

test('F dims all lanes but that of the focused card; Escape shows them all', async () => {
  page = await mounted({ open: fakeSample() });
  page.app.editor?.hands?.reveal(`card/${card('Buys again').id}`);
  await page.settle();
  await page.press('f');
  const { lane } = card('Buys again');
  expect(world().classList.contains('one-lane')).toBe(true);
  expect(page.all('.scene-row.clear').map((row) => row.dataset.key)).toEqual([`lane/${lane}`]);
  await page.press('Escape');
  await page.press('Escape');
  expect(world().classList.contains('one-lane')).toBe(false);
});
