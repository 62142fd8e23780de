// The bars of an open map: save states, undo, export, zoom, the selection, notices and keys.
import { afterEach, expect, test, vi } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeSample } from './shell/fake_home';
import type { SaveState } from './shell/shell';

let page: Mounted;
afterEach(() => page.close());

const since = new Date(2026, 10, 21, 14, 2).toISOString();
const state = (over: Partial<SaveState>): SaveState => ({
  state: 'saved',
  sentence: 'Everything you see is in the file.',
  detail: null,
  waiting: 0,
  since,
  ...over,
});
const status = () => page.find('.state').textContent?.trim();

test('the four save states have their words, and a short save is not news', async () => {
  page = await mounted({ open: fakeSample(), save: { since } });
  expect(status()).toBe('Saved 14.02');
  page.shell.tell('save_state', state({ state: 'kept', waiting: 14 }));
  await page.settle();
  expect(status()).toBe('Kept here, not in the file');
  page.shell.tell('save_state', state({ state: 'two_copies' }));
  await page.settle();
  expect(status()).toBe('Two copies');
  vi.useFakeTimers();
  page.shell.tell('save_state', state({ state: 'saving' }));
  await vi.advanceTimersByTimeAsync(900);
  expect(status()).toBe('Two copies');
  await vi.advanceTimersByTimeAsync(200);
  expect(status()).toBe('Saving…');
  vi.useRealTimers();
});

test('the save state opens to the whole truth, with Save now and Save as…', async () => {
  page = await mounted({ open: fakeSample() });
  page.shell.tell(
    'save_state',
    state({
      state: 'kept',
      sentence: '14 changes are safe here.',
      detail: 'The folder cannot be written to',
      waiting: 14,
    }),
  );
  await page.settle();
  await page.click('.state');
  const told = page.find('[role=dialog]').textContent;
  for (const words of ['Kept here, not yet in the file', '14 changes are safe here.', 'The folder cannot'])
    expect(told).toContain(words);
  expect(await page.wrong()).toEqual([]);
  await page.click('[role=dialog] button', 'Save now');
  expect(page.asked('save')).toHaveLength(1);
});

test('after a step back by the pointer keys are about the map again; by a key the button keeps the focus', async () => {
  page = await mounted({ open: fakeSample() });
  const button = () => page.find('.top-bar button', 'ndo');
  const { editor } = page.app;
  for (const value of ['x', 'y'])
    await editor!.apply({ edit: 'set', table: 'map', id: editor!.open.map, field: 'goal', value });
  await page.settle();
  const click = async (detail: number) => {
    button().focus();
    button().dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
    await page.settle();
    return button().contains(document.activeElement);
  };
  expect([await click(0), await click(1)]).toEqual([true, false]);
  expect(document.activeElement?.closest('.viewport')).not.toBeNull();
});

test('undo and redo name what they would do, and stay in reach when there is nothing', async () => {
  page = await mounted({ open: fakeSample() });
  const undo = () => page.find('.top-bar button', 'ndo');
  expect(undo().getAttribute('aria-label')).toBe('Nothing to undo');
  await page.click('.top-bar button', 'Nothing to undo');
  expect(page.asked('undo')).toEqual([]);
  const { editor } = page.app;
  await editor?.apply({
    edit: 'set',
    table: 'map',
    id: editor.open.map,
    field: 'title',
    value: 'Another',
  });
  await page.settle();
  expect(undo().getAttribute('aria-label')).toBe('Undo: Change (set)');
  await page.click('.top-bar button', 'Undo');
  expect(page.shell.map().title).toBe('From first search to advocate');
  expect(page.find('[role=status]').textContent).toContain('Undone');
  await page.press('y', document.body, { ctrlKey: true });
  expect(page.shell.map().title).toBe('Another');
});

test('the keys of the file work, also while typing; the web view keeps its own to itself', async () => {
  page = await mounted({ open: fakeSample() });
  const field = document.createElement('textarea');
  document.body.append(field);
  await page.press('s', field, { ctrlKey: true });
  await page.press('S', field, { ctrlKey: true, shiftKey: true });
  expect([page.asked('save').length, page.asked('saveAs').length]).toEqual([1, 1]);
  const undo = await page.press('z', field, { ctrlKey: true });
  // A text takes its own steps back, and none of the map.
  expect([undo.defaultPrevented, page.asked('undo').length]).toEqual([true, 0]);
  for (const [key, mods] of [
    ['F5', {}],
    ['F7', {}],
    ['ArrowLeft', { altKey: true }],
    ['r', { ctrlKey: true }],
  ] as const)
    expect((await page.press(key, document.body, mods)).defaultPrevented, key).toBe(true);
});

test('F6 goes round the parts of the window, Shift+F6 back', async () => {
  page = await mounted({ open: fakeSample() });
  const card = `card/${page.shell.map().cards.at(-1)!.id}`;
  page.app.editor?.selection.only(card);
  page.find(`[data-key="${card}"]`).focus();
  const part = () =>
    document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key ??
    ['top-bar', 'bottom-bar'].find((name) => document.activeElement?.closest(`.${name}`));
  const title = `title/${page.app.editor?.open.map}`;
  const round: unknown[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await page.press('F6');
    round.push(part());
  }
  expect(round).toEqual(['bottom-bar', 'top-bar', title, card, 'bottom-bar']);
  for (let turn = 0; turn < 2; turn += 1) await page.press('F6', document.activeElement, { shiftKey: true });
  expect(part()).toBe(title);
  await page.press('F6', document.activeElement, { shiftKey: true });
  await page.press('F6', document.activeElement, { shiftKey: true });
  expect(part()).toBe('bottom-bar');
});

test('the last announcement is said again by a key', async () => {
  page = await mounted({ open: fakeSample() });
  page.app.notices.say('Moved to Purchase.');
  const { count } = page.app.notices.said;
  await page.press('r', document.body, { altKey: true, code: 'KeyR' });
  expect(page.app.notices.said).toEqual({ sentence: 'Moved to Purchase.', count: count + 1 });
});

test('light and dark by a key, kept, and asked of the layout', async () => {
  page = await mounted({ open: fakeSample(), settings: { theme: 'light' } });
  await page.press('D', document.body, { altKey: true, shiftKey: true, code: 'KeyD' });
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(page.asked('setSettings').at(-1)).toMatchObject({ settings: { theme: 'dark' } });
  expect(page.asked('scene').at(-1)).toMatchObject({ theme: 'dark' });
});

test('counts follow the map; one thing of a kind is not many', async () => {
  page = await mounted({ open: fakeSample() });
  expect(page.find('.counts').textContent).toBe('7 stages, 8 lanes, 18 cards');
  const { stages, lanes } = page.shell.map();
  await page.app.editor?.apply({
    edit: 'remove',
    records: [...stages.slice(1), ...lanes.slice(1)].map(({ id }) => ({
      table: stages.some((stage) => stage.id === id) ? 'stage' : 'lane',
      id,
    })),
  });
  await page.settle();
  expect(page.find('.counts').textContent).toBe('1 stage, 1 lane, 1 card');
});

test('the context bar is about the selection: a pain can be rated, a stage moved', async () => {
  page = await mounted({ open: fakeSample() });
  const { editor } = page.app;
  const pain = page.shell.map().cards.find((card) => card.text === 'Waits too long')!;
  editor?.selection.only(`card/${pain.id}`);
  await page.settle();
  expect(page.find('.context .subject').textContent?.trim()).toBe('Pain point');
  await page.press('Enter', page.find('.context button', 'Severity'));
  await page.click('[role=menuitemcheckbox]', 'Severe');
  expect(page.shell.map().cards.find((card) => card.id === pain.id)?.fields.severity).toBe(5);
  expect(page.find('.context button', 'Severity').textContent).toContain('5');

  const [first, second] = page.shell.map().stages;
  editor?.selection.only(`stage/${first!.id}`);
  await page.settle();
  expect(page.find('.context button', 'Move left')).toHaveProperty('disabled', true);
  await page.click('.context button', 'Move right');
  expect(page.shell.map().stages.slice(0, 2)).toEqual([second, first]);
});

test('where single letters are switched off, bar and menus name only keys that work', async () => {
  page = await mounted({ open: fakeSample() });
  const key = `stage/${page.shell.map().stages[1]!.id}`;
  page.app.editor?.selection.only(key);
  await page.settle();
  const caps = () => page.all('.context kbd').map(({ textContent }) => textContent);
  expect(caps()).toContain('S');
  await page.app.set({ single_letter_keys: false });
  await page.settle();
  expect(caps()).toEqual(['F2', 'Alt ←', 'Alt →']);
  await chooseCard('Waits too long');
  await page.press('F10', document.activeElement, { shiftKey: true });
  const named = page.all('[role=menu] kbd').map(({ textContent }) => textContent);
  expect(named).toContain('Shift Enter');
  expect(named.filter((keys) => keys!.length === 1)).toEqual([]);
});

/** A card with the focus of the map, as a click leaves it. */
async function chooseCard(text: string) {
  const card = page.shell.map().cards.find((one) => one.text === text)!;
  page.app.editor?.selection.only(`card/${card.id}`);
  page.app.editor?.hands?.reveal(`card/${card.id}`);
  await page.settle();
  return { id: card.id, element: page.find(`[data-key="card/${card.id}"]`) };
}
const cardOf = (id: string) => page.shell.map().cards.find((card) => card.id === id);
const votesOf = (id: string) => (cardOf(id) as { votes?: number } | undefined)?.votes;

/** Presses a button of the context bar that opens a menu, as a mouse does: what it shows opens at once. */
async function pressOpen(name: string) {
  const press = { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' };
  page.find('.context button', name).dispatchEvent(new PointerEvent('pointerdown', press));
  await page.settle();
}

test('a menu of the context bar that was opened by the pointer gives the focus back to the map', async () => {
  page = await mounted({ open: fakeSample() });
  const { id, element } = await chooseCard('Waits too long');
  await pressOpen('Severity');
  await page.press('Escape', page.find('[role=menu]'));
  expect(document.activeElement === element).toBe(true);
  await pressOpen('Severity');
  await page.click('[role=menuitemcheckbox]', 'Severe');
  expect(cardOf(id)?.fields.severity).toBe(5);
  expect(document.activeElement === element).toBe(true);
  await page.press('v');
  expect(votesOf(id)).toBe(1);
});

test('a plain act of the context bar that was clicked leaves the focus on the map', async () => {
  page = await mounted({ open: fakeSample() });
  const key = `stage/${page.shell.map().stages[0]!.id}`;
  page.app.editor?.selection.only(key);
  await page.settle();
  const { apply } = page.shell;
  let focused: Element | null = null;
  page.shell.apply = (of) => {
    focused = document.activeElement;
    return apply(of);
  };
  await page.click('.context button', 'Move right');
  expect(focused === page.find(`[data-key="${key}"]`)).toBe(true);
});

test('who came to the context bar by keys stays there, and letters act on the selection', async () => {
  page = await mounted({ open: fakeSample() });
  const { id } = await chooseCard('Waits too long');
  const severity = page.find('.context button', 'Severity');
  severity.focus();
  await page.press('Enter', severity);
  await page.press('Escape', page.find('[role=menu]'));
  expect(document.activeElement === severity).toBe(true);
  expect((await page.press('v')).defaultPrevented).toBe(true);
  expect(votesOf(id)).toBe(1);
  expect(document.activeElement === severity).toBe(true);
  await page.press('Delete');
  expect(cardOf(id)).toBeUndefined();
});

test('what a key or a menu changed of several cards is told with their number, and Undo', async () => {
  page = await mounted({ open: fakeSample() });
  const { editor } = page.app;
  await chooseCard('Waits too long');
  await page.press('v');
  expect(page.all('.toast')).toHaveLength(0);
  const some = page.shell.map().cards.slice(0, 3);
  const [keys, votes] = [some.map((card) => `card/${card.id}`), some.map((card) => votesOf(card.id))];
  editor?.selection.all(keys);
  editor?.hands?.reveal(keys[0]!);
  await page.settle();
  await page.press('v');
  expect(page.find('.toast').textContent).toContain('Voted for 3 cards');
  await page.click('.toast button', 'Undo');
  expect(keys.map((key) => votesOf(key.slice(5)))).toEqual(votes);
});

test('what was removed comes back by the toast', async () => {
  page = await mounted({ open: fakeSample() });
  const { cards } = page.shell.map();
  page.app.editor?.selection.all(cards.slice(0, 3).map((card) => `card/${card.id}`));
  await page.settle();
  await page.click('.context button', 'Delete');
  expect(page.find('.toast').textContent).toContain('Deleted 3 cards');
  await page.click('.toast button', 'Undo');
  expect(page.shell.map().cards).toEqual(cards);
  expect(page.all('.toast')).toEqual([]);
});

test('a toast goes after 8 s, an error stays', async () => {
  page = await mounted({ open: fakeSample() });
  vi.useFakeTimers();
  page.app.notices.tell({ code: 'a', sentence: 'Done.', next_step: '', kind: 'info' });
  await vi.advanceTimersByTimeAsync(7900);
  expect(page.all('.toast', 'Done.')).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(page.all('.toast')).toEqual([]);
  page.app.notices.failed({ code: 'b', sentence: 'The disk is full.', next_step: 'Make room.' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(page.find('.toast').textContent).toContain('Make room.');
  vi.useRealTimers();
});

test('what was refused is no news once something was changed; a file that is not written is', async () => {
  page = await mounted({ open: fakeSample() });
  const editor = page.app.editor!;
  const retitle = (value: string) =>
    editor.apply({ edit: 'set', table: 'map', id: editor.open.map, field: 'title', value });
  page.app.notices.failed({ code: 'paste.nothing', sentence: 'Nothing to paste.', next_step: '' });
  await page.settle();
  expect(page.find('.toast').textContent).toContain('Nothing to paste.');
  await retitle('Another');
  await page.settle();
  expect(page.all('.toast')).toEqual([]);
  page.app.notices.failed({ code: 'file.full', sentence: 'The disk is full.', next_step: '' });
  await retitle('A third');
  await page.settle();
  expect(page.find('.toast').textContent).toContain('The disk is full.');
});

test('what fails twice in the same way is one toast, and said twice', async () => {
  page = await mounted({ open: fakeSample() });
  const problem = { code: 'print.none', sentence: 'There is no printer.', next_step: 'Set one up.' };
  const said = page.app.notices.alerted.count;
  page.app.notices.failed(problem);
  page.app.notices.failed({ ...problem, next_step: 'Export a PDF.' });
  page.app.notices.failed(problem);
  expect(page.app.notices.toasts.map(({ next_step }) => next_step)).toEqual(['Export a PDF.', 'Set one up.']);
  expect(page.app.notices.alerted.count).toBe(said + 3);
});

test('the hints go once the keys are known', async () => {
  page = await mounted({ open: fakeSample(), settings: { hint_uses: 19 } });
  expect(page.find('.bottom-bar').textContent).toContain('all keys');
  const field = document.createElement('textarea');
  document.body.append(field);
  await page.press('Enter', field);
  expect(page.find('.bottom-bar').textContent).not.toContain('all keys');
});

test('Esc: clear selection, then close the panel', async () => {
  page = await mounted({ open: fakeSample(), settings: { inspector: true } });
  const key = `card/${page.shell.map().cards[0]!.id}`;
  page.app.editor?.selection.only(key);
  page.app.editor?.hands?.reveal(key);
  await page.settle();
  await page.press('Escape');
  expect([page.app.editor?.selection.keys, page.all('.inspector').length]).toEqual([[], 1]);
  await page.press('Escape');
  expect(page.all('.inspector')).toEqual([]);
});

test('a map that cannot be changed says so and offers no change', async () => {
  page = await mounted({ open: fakeSample(), readOnly: 'It was made by a newer program.' });
  expect(page.find('.read-only').title).toBe('It was made by a newer program.');
  expect(page.find('.toast').textContent).toContain('It was made by a newer program.');
  page.app.editor?.selection.only(`card/${page.shell.map().cards[0]!.id}`);
  await page.settle();
  expect(page.all('.context')).toEqual([]);
  expect(page.all('.top-bar button', 'undo')).toEqual([]);
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  page = await mounted({ open: fakeSample(), settings: { theme } });
  page.app.editor?.selection.only(`card/${page.shell.map().cards[0]!.id}`);
  page.app.notices.tell({ code: 'a', sentence: 'Done.', next_step: '', kind: 'info' });
  await page.settle();
  expect(await page.wrong()).toEqual([]);
});
