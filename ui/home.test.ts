// Home: choosing a template by keys, files and drafts, and what assistive technology meets.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeHome } from './shell/fake_home';
import { locale } from './words';

let page: Mounted;
afterEach(() => page.close());

const card = (name: string) => page.find('main li button', name);

test('the eight templates are there, each with its stages in words', async () => {
  page = await mounted();
  expect(page.all('main li button')).toHaveLength(8);
  expect(card('Seven phases').textContent).toContain(
    'Awareness, research, consideration, decision, purchase, post-purchase, loyalty and advocacy',
  );
  expect(card('From first contact').textContent).toContain('reaches out on LinkedIn');
  expect(card('Seven phases').querySelectorAll('circle')).toHaveLength(7);
});

test('in German, where nouns keep their capitals, the stages of a template do not look like a sentence', async () => {
  page = await mounted({ settings: { language: 'de' } });
  expect(page.find('main li button .stages').textContent).toBe(
    'Awareness\u00a0· Research\u00a0· Consideration\u00a0· Decision\u00a0· Purchase\u00a0· Post-purchase\u00a0· Loyalty and advocacy',
  );
  locale.follow('en', '');
});

test('the first template has the focus, arrows walk, and only one card is a stop of the Tab key', async () => {
  page = await mounted();
  expect(document.activeElement).toBe(card('Seven phases'));
  await page.press('ArrowRight');
  expect(document.activeElement).toBe(card('B2B ecommerce'));
  await page.press('End');
  expect(document.activeElement).toBe(card('Self-service check'));
  await page.press('ArrowRight');
  expect(document.activeElement).toBe(card('Self-service check'));
  expect(page.all('main li button').filter((one) => one.tabIndex === 0)).toEqual([
    card('Self-service check'),
  ]);
});

test('a template becomes a map whose title is being typed', async () => {
  page = await mounted();
  await page.click('main li button', 'Four acts');
  expect(page.asked('newMap')).toEqual([{ template: 'Four acts' }]);
  expect(page.find('.bottom-bar').textContent).toContain('4 stages, 8 lanes, 0 cards');
  expect(page.app.editor?.unnamed).toBe(true);
});

test('a blank map, a file, a recent file and the sample open by a click', async () => {
  page = await mounted();
  for (const [words, method, of] of [
    ['Blank map', 'newMap', { template: null }],
    ['Open a file', 'openDialog', null],
    ['supplier-change.journey', 'openRecent', { token: 'b' }],
    ['See a finished map', 'openSample', null],
  ] as const) {
    await page.click('.home button', words);
    expect(page.asked(method).at(-1)).toEqual(of);
    expect(page.app.editor).not.toBeNull();
    await page.app.goHome();
    await page.settle();
  }
});

test('a copied list becomes a map by a click; without words copied a sentence says so', async () => {
  const copied = { text: 'Hears of it\nTries it\nBuys it', html: '' };
  page = await mounted({ copied });
  await page.click('.home button', 'Paste a list');
  expect(page.asked('newFromList')).toEqual([copied]);
  expect(page.find('.bottom-bar').textContent).toContain('3 stages');
  expect(page.app.editor?.unnamed).toBe(true);
  await page.close();
  page = await mounted();
  const sentence = 'There are no words to paste.';
  page.shell.fail('newFromList', { code: 'paste.nothing', sentence, next_step: 'Copy text first.' });
  await page.click('.home button', 'Paste a list');
  expect(page.find('.toast').textContent).toContain(sentence);
  expect(page.app.editor).toBeNull();
});

test('a file that is gone says so, and leaves the list', async () => {
  page = await mounted();
  expect(page.find('aside li', 'renewal-2027.journey').textContent).toContain('Not where it was');
  await page.click('button', 'Take renewal-2027.journey off the list');
  expect(page.asked('forgetRecent')).toEqual([{ token: 'd' }]);
});

test('drafts are told from recovered work; without files there is a sentence', async () => {
  const when = new Date().toISOString();
  const { templates } = fakeHome(0);
  page = await mounted({
    home: {
      templates,
      recent: [],
      drafts: [
        { token: 'x', name: 'New supplier', when, kind: 'draft' },
        { token: 'y', name: 'Portal', when, kind: 'recovered' },
      ],
    },
  });
  expect(page.find('aside li', 'New supplier').textContent).toContain('Draft, Today');
  expect(page.find('aside li', 'Portal').textContent).toContain('Recovered, Today');
  expect(page.find('aside').textContent).toContain('Maps that you save or open are listed here.');
  await page.click('aside button', 'Portal');
  expect(page.asked('openDraft')).toEqual([{ token: 'y' }]);
});

test('a draft leaves the list, and comes back by the button of the notice', async () => {
  const when = new Date().toISOString();
  const draft = { token: 'x', name: 'New supplier', when, kind: 'draft' as const };
  page = await mounted({ home: { templates: [], recent: [], drafts: [draft] } });
  await page.click('aside button', 'Take New supplier off the list');
  expect(page.asked('setDraftAside')).toEqual([{ token: 'x' }]);
  expect(page.find('.toast').textContent).toContain('Took New supplier off the list');
  await page.click('.toast button', 'Undo');
  expect(page.asked('bringDraftBack')).toEqual([{ token: 'x' }]);
});

test('a file is known by its curve, one that is gone by a sheet', async () => {
  page = await mounted();
  const drawn = (name: string) => page.find('aside li', name).querySelectorAll('.thumb path.curve').length;
  expect([drawn('seven-phases.journey'), drawn('renewal-2027.journey')]).toEqual([1, 0]);
});

test('what cannot be opened is told with its next step, and Home stays', async () => {
  page = await mounted();
  page.shell.fail('openDialog', {
    code: 'store.not_ours',
    sentence: 'This is not a journey map.',
    next_step: 'Choose another file.',
  });
  await page.click('.home button', 'Open a file');
  expect(page.find('.toast').textContent).toContain('This is not a journey map.');
  expect(page.find('[role=alert]').textContent).toContain('Choose another file.');
  expect(page.app.editor).toBeNull();
});

test('what does not work yet is absent', async () => {
  page = await mounted();
  expect(page.all('button', 'Run a workshop')).toEqual([]);
});

test.each(['light', 'dark'] as const)('axe finds nothing, %s', async (theme) => {
  page = await mounted({ settings: { theme } });
  expect(document.documentElement.dataset.theme).toBe(theme);
  expect(await page.wrong()).toEqual([]);
});

test('what came before the page listened is not lost: a map that a second start brought, and what there was to tell', async () => {
  const sentence = 'gone.journey is not there any more.';
  const told = { code: 'store.missing', sentence, next_step: 'Look for it.', kind: 'error' } as const;
  page = await mounted({ brought: true, notices: [told] });
  expect(page.app.editor?.open.file_name).toBe('seven-phases.journey');
  expect(page.find('[role=alert], [role=status]', sentence).textContent).toContain('Look for it.');
});
