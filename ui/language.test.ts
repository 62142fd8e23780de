// The language of the window: the computer's at the start, another one at once where somebody chooses it.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeSample, templates } from './shell/fake_home';
import { newId } from './shell/ids';
import { addLane } from './state/edits';
import { locale } from './words';
import { german } from './words/de';
import { english } from './words/en';

let page: Mounted;
afterEach(async () => {
  await page.close();
  locale.follow('en', '');
});

/** English sentences that are not also German ones. */
const foreign = new Set(said(english));
for (const sentence of said(german)) foreign.delete(sentence);
// What templates are called comes from Rust.
for (const { title } of templates) foreign.delete(title);

function said(of: object): string[] {
  return Object.values(of).flatMap((one: unknown) =>
    typeof one === 'string' ? [one] : typeof one === 'object' && one !== null ? said(one) : [],
  );
}

/** English that stands somewhere on the page besides the map, or is told of something on it. */
function stillEnglish(): string[] {
  const found: string[] = [];
  for (const element of document.body.querySelectorAll('*')) {
    if (element.closest('.world, [lang=en]')) continue;
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const told = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '');
    for (const text of [...texts.map((node) => node.textContent ?? ''), ...told])
      if (foreign.has(text.trim())) found.push(text.trim());
  }
  return found;
}

test('the window speaks as the computer does', async () => {
  page = await mounted({ language: 'de-AT' });
  expect(document.documentElement.lang).toBe('de-AT');
  expect(document.documentElement.dir).toBe('ltr');
  expect(page.find('h1').textContent).toBe(german.home.title);
  expect(stillEnglish()).toEqual([]);
  expect(await page.wrong()).toEqual([]);
});

test('another language is spoken at once, and Rust is told; what Rust said of the map it says anew', async () => {
  page = await mounted({ open: fakeSample() });
  await page.press(',', document.body, { ctrlKey: true });
  const before = page.asked('start').length;
  await page.click('[role=dialog] label', 'Deutsch');
  expect(page.asked('setSettings').at(-1)).toMatchObject({ settings: { language: 'de' } });
  expect(page.asked('start')).toHaveLength(before + 1);
  expect(page.all('[role=dialog]', 'Einstellungen')).toHaveLength(1);
  expect(document.documentElement.lang).toBe('de');
  expect(stillEnglish()).toEqual([]);
  await page.click('[role=dialog] label', 'English');
  expect(page.all('[role=dialog]', 'Settings')).toHaveLength(1);
});

test('what is being typed is kept when the language changes', async () => {
  page = await mounted({ open: fakeSample(), settings: { inspector: true } });
  const card = page.find('[data-key^="card/"]');
  card.focus();
  await page.press('Enter', card);
  const area = page.find('textarea') as HTMLTextAreaElement;
  area.value = 'Words that are kept';
  area.dispatchEvent(new Event('input', { bubbles: true }));
  await page.app.set({ language: 'de' });
  await page.settle();
  expect(page.shell.map().cards.map((one) => one.text)).toContain('Words that are kept');
  expect(stillEnglish()).toEqual([]);
});

test('what is put onto a map is named in the language of the map, not in that of the window', async () => {
  page = await mounted({ open: fakeSample(), settings: { language: 'de' } });
  const [stage] = page.shell.map().stages;
  const hands = page.app.editor!.hands!;
  for (const [key, name] of [
    ['s', english.edits.newStage],
    ['g', english.edits.newGap],
  ] as const) {
    hands.reveal(`stage/${stage!.id}`);
    await page.press(key);
    expect((page.find('textarea') as HTMLTextAreaElement).value).toBe(name);
    await page.press('Escape');
  }
  expect(page.shell.map().stages[1]!.name).toBe(english.edits.newStage);
  // A lane is sent without a name: Rust has those of all languages.
  await page.app.editor!.apply(addLane(newId(), 'map', 'risks', 'insight', 'last'));
  expect(page.shell.map().lanes.at(-1)!.name).toBe(english.laneKinds.risks);
});

test.each(['palette', 'keys', 'settings'] as const)('%s is German throughout', async (overlay) => {
  page = await mounted({ open: fakeSample(), settings: { language: 'de' } });
  page.app.overlay = overlay;
  await page.settle();
  expect(page.all('[role=dialog]')).toHaveLength(1);
  expect(stillEnglish()).toEqual([]);
  expect(await page.wrong()).toEqual([]);
});
