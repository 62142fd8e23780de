// The guide in the window: its chapters, looking for words in it, links in it, both languages and themes.
import { afterEach, expect, test, vi } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import { locale } from '../../words';
import { around, placesIn, seek } from './seeking';

let page: Mounted;
afterEach(async () => {
  await page?.close();
  locale.follow('en', '');
});

/** Waits for what is loaded when it is asked for. */
async function there(selector: string, words = '') {
  await vi.waitFor(() => expect(page.all(selector, words)).not.toEqual([]), 20_000);
  await page.settle();
}

/** Opens the guide by its key. */
async function open(start: Parameters<typeof mounted>[0] = {}) {
  page = await mounted({ open: fakeSample(), ...start });
  await page.press('F1', document.body, { shiftKey: true });
  await there('[role=dialog] article p');
}

const title = () => page.find('#guide-title').textContent;
async function seekFor(words: string) {
  const field = page.find('[role=dialog] input') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
}

test('Shift+F1 opens the guide at its first chapter, with the focus where words are looked for', async () => {
  await open();
  expect(title()).toBe('Getting started in five minutes');
  expect(document.activeElement).toBe(page.find('[role=dialog] input'));
  expect(page.find('[role=dialog] nav [aria-current=page]').textContent).toBe(title());
  expect(page.all('article h4').length).toBeGreaterThan(3);
  for (const picture of page.all('article img')) expect(picture.getAttribute('alt')).not.toBe('');
  await page.press('Escape');
  expect(page.all('[role=dialog]')).toEqual([]);
});

test('a chapter is chosen from the list, and its title has the focus', async () => {
  await open();
  await page.click('[role=dialog] nav button', 'All keys');
  await there('#guide-title', 'All keys');
  expect(document.activeElement).toBe(page.find('#guide-title'));
  expect(page.find('article table').textContent).toContain('Ctrl+Home');
});

test('words are found in all chapters; Enter goes to the first place and they are marked there', async () => {
  await open();
  await seekFor('desire path way');
  const [first] = page.all('[role=dialog] .place');
  expect(first?.textContent).toContain('The window and the map');
  await page.press('Enter', page.find('[role=dialog] input'));
  await there('#guide-title', 'The window and the map');
  expect(page.all('article mark').length).toBeGreaterThan(0);
  expect((document.activeElement as HTMLElement).id).toBe('guide-paths');
  await seekFor('zzzz');
  expect(page.find('[role=dialog] nav').textContent).toContain('The guide does not say that.');
});

test('links between chapters work inside; nothing is opened outside', async () => {
  await open();
  await page.click('article a', 'Paste and import');
  await there('#guide-title', 'Paste and import');
  expect(page.asked('openLink')).toEqual([]);
});

test('the list of keys leads to the guide and back', async () => {
  page = await mounted({ open: fakeSample() });
  await page.press('F1', document.body);
  await page.click('[role=dialog] button', 'Guide');
  await there('[role=dialog] article p');
  await page.click('[role=dialog] button', 'All keys');
  expect(page.app.overlay === 'keys' || title() === 'All keys').toBe(true);
});

test('in German it is German', async () => {
  await open({ settings: { language: 'de' } });
  await there('#guide-title', 'In fünf Minuten');
  expect(page.find('article').getAttribute('lang')).toBe('de');
  const others = page.all('[role=dialog] nav button').map((one) => one.textContent);
  expect(others).toContain('Alle Tasten');
  expect(page.all('article .only')).toEqual([]);
  await page.click('[role=dialog] nav button', 'Folien');
  await there('#guide-title', 'Folien');
  expect(page.find('article img').getAttribute('alt')).toBe('Der Überblick');
});

test('a chapter that nobody has translated is there in English and says so', async () => {
  // The real guide has all of its chapters in German: one that has none stands in for it.
  vi.doMock('virtual:guide/de', () => import('virtual:guide/en'));
  await open({ settings: { language: 'de' } });
  vi.doUnmock('virtual:guide/de');
  expect(title()).toBe('Getting started in five minutes');
  expect(page.find('article .only').textContent).toBe('Dieses Kapitel gibt es nur auf Englisch.');
  expect(page.find('article').getAttribute('lang')).toBe('en');
});

test.each(['light', 'dark'] as const)('axe finds nothing in it, %s', async (theme) => {
  await open({ settings: { theme } });
  expect(await page.wrong()).toEqual([]);
  await seekFor('gap');
  expect(await page.wrong()).toEqual([]);
});

test('places are found by all words, titles first, with the words around them', () => {
  const chapter = (id: string, ...texts: string[]) => ({
    id,
    title: id,
    language: 'en' as const,
    blocks: texts.map((text) => ({ kind: 'paragraph' as const, of: [text] })),
  });
  const parts = [
    { title: '', chapters: [chapter('one', `${'x '.repeat(40)}a gap here`), chapter('gap', 'no')] },
  ];
  const places = placesIn(parts);
  expect(seek(places, 'GÄP').map(({ chapter }) => chapter)).toEqual(['gap', 'one']);
  expect(seek(places, 'gap nowhere')).toEqual([]);
  expect(around(places[0]!, 'gap')).toMatch(/^… .*a gap here$/);
});
