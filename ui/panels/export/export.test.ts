// Export and print: the dialog, its previews, what is remembered, how far it is, and what fails.
import { afterEach, expect, test, vi } from 'vitest';
import { mounted, type Mounted } from '../../mounted';
import { fakeMap, fakeSample } from '../../shell/fake_home';
import type { Exported, Wish } from '../../shell/showing';
import type { Edit } from '../../shell/types';
import { firstWish, type ShownPage, type SlidePart } from '../../shell/showing';
import { runsOf } from './choices';

let page: Mounted;
afterEach(() => page?.close());

const dialog = () => page.all('[role=dialog]')[0] ?? null;
const wish = (): Wish => (page.asked('preview').at(-1) as { wish: Wish }).wish;
const choose = (group: string, option: string) =>
  page.click(`[role=radiogroup][aria-label="${group}"] label`, option);
const foot = () => page.find('.foot').textContent.replace(/\s+/g, ' ').trim();

async function begin(start: Parameters<typeof mounted>[0] = {}) {
  page = await mounted({ open: fakeSample(), ...start });
}
async function open(key = 'e', mods: KeyboardEventInit = {}) {
  await page.press(key, document.body, { ctrlKey: true, ...mods });
}

test('Ctrl+E opens the dialog, also while typing; the main button has the focus', async () => {
  await begin();
  const box = document.createElement('textarea');
  box.setAttribute('aria-label', 'Words');
  document.body.append(box);
  expect((await page.press('e', box, { ctrlKey: true })).defaultPrevented).toBe(true);
  expect(dialog()?.textContent).toContain('Export and print');
  expect(document.activeElement?.textContent).toContain('Export PDF');
  expect(wish()).toEqual(firstWish);
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape', document.activeElement);
  expect(dialog()).toBe(null);
});

test('each view has its formats, and what makes no difference to one is not there', async () => {
  await begin();
  await open();
  const formats = () => page.all('[aria-label="Format"] label').map((one) => one.textContent.trim());
  expect(formats()).toEqual(['PDF', 'PNG', 'SVG', 'Text']);
  const fields = () => page.all('.form .field > p, .form legend').map((one) => one.textContent);
  expect(fields()).toEqual(['Format', 'Paper', 'Colours', 'On the sheets']);
  await choose('Format', 'PNG');
  expect(fields()).toEqual(['Format', 'Sharpness', 'Colours', 'On the sheets']);
  await choose('Format', 'Text');
  expect(fields()).toEqual(['Format', 'Kind of text']);
  expect(page.find('pre').textContent).toContain('# From first search to advocate');
  await choose('View', 'Slides');
  expect(formats()).toEqual(['PPTX', 'PDF', 'PNG', 'SVG']);
  expect(fields()).toEqual(['Format', 'Read from', 'Colours', 'Pages', 'Slides']);
  expect(await page.wrong()).toEqual([]);
  // Each view keeps the format that was chosen in it.
  await choose('View', 'Canvas');
  expect(wish().format).toBe('md');
});

test('every page has a small picture and a large one, from the pages that Rust laid out', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  const sources = () => page.all('ol img').map((one) => one.getAttribute('src'));
  expect(sources()).toEqual(
    Array.from({ length: 9 }, (_, at) => expect.stringMatching(`^page://localhost/\\d+/${at}/\\d+$`)),
  );
  const buttons = () => page.all('ol[aria-label=Pages] button');
  expect(buttons().map((one) => one.textContent.trim())[4]).toMatch(/^Decision\s*5$/);
  buttons()[0]!.focus();
  await page.press('ArrowDown');
  await page.press('ArrowDown');
  expect(document.activeElement).toBe(buttons()[2]);
  expect(buttons()[2]!.getAttribute('aria-current')).toBe('page');
  expect(page.find('.pager').textContent).toContain('Slide 3 of 9');
  await page.click('.pager button', 'Next page');
  expect(page.find('.pager').textContent).toContain('Slide 4 of 9');
});

test('parts of a deck can stay away, and one page can leave alone', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  await page.click('fieldset label', 'Stages');
  expect(wish().without).toEqual(['stages']);
  expect(page.all('ol[aria-label=Pages] li')).toHaveLength(2);
  await page.click('fieldset label', 'Stages');
  expect(wish().without).toEqual([]);
  await choose('Pages', 'Only this one');
  await page.click('.pager button', 'Next page');
  expect(wish().only).toBe(1);
  await page.click('.foot button', 'Export PPTX');
  expect(page.asked('export')).toEqual([{ wish: wish() }]);
});

test('the headline of a deck is what the map found until somebody writes another one', async () => {
  await begin();
  await open();
  expect(page.all('.form textarea')).toEqual([]);
  await choose('View', 'Slides');
  const field = () => page.find('.form textarea') as HTMLTextAreaElement;
  expect([field().value, field().placeholder]).toEqual(['', 'Buyers stall most at Decision']);
  const type = async (words: string) => {
    field().focus();
    field().value = words;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
    await page.settle();
  };
  await type('Confidence breaks\nwhile they wait');
  // Escape ends the typing, and only the next one closes the dialog.
  await page.press('Escape', field());
  await page.settle();
  const sets = () => page.asked('amend').map((of) => (of as { edit: Edit }).edit);
  expect(sets().at(-1)).toMatchObject({ edit: 'set', table: 'map', field: 'headline', value: 'Confidence breaks while they wait' }); // prettier-ignore
  expect(field().value).toBe('Confidence breaks while they wait');
  expect(dialog()).not.toBe(null);
  expect(await page.wrong()).toEqual([]);
  await type('');
  await page.press('Enter', field());
  await page.settle();
  expect(sets().at(-1)).toMatchObject({ field: 'headline', value: '' });
  expect(field().placeholder).toBe('Buyers stall most at Decision');
  await page.click('fieldset label', 'Overview');
  expect(page.all('.form textarea')).toEqual([]);
});

test('all maps of a file leave where the format holds several', async () => {
  await begin({ others: [fakeMap('Using', ['Starts', 'Uses'], {})] });
  await open();
  await choose('Maps', 'All 2');
  expect(wish().all_maps).toBe(true);
  expect(page.app.settings.showing.all_maps).toBe(true);
  await choose('Format', 'PNG');
  expect(page.all('[role=radiogroup][aria-label="Maps"]')).toEqual([]);
  await choose('View', 'Slides');
  await choose('Maps', 'Only this one');
  expect(wish().all_maps).toBe(false);
  expect(await page.wrong()).toEqual([]);
});

test('the slides of a part are told map by map', () => {
  const of = (parts: SlidePart[]) => parts.map((part) => ({ part })) as ShownPage[];
  const two = of(['overview', 'stages', 'stages', 'plan', 'overview', 'stages', 'plan']);
  expect(runsOf(two, 'stages')).toEqual([
    [2, 3],
    [6, 6],
  ]);
  expect(runsOf(two, 'overview')).toEqual([
    [1, 1],
    [5, 5],
  ]);
  expect(runsOf(two, 'gaps')).toEqual([]);
});

test('the text of a drawing stays text, or becomes its outlines', async () => {
  await begin();
  await open();
  await choose('Format', 'SVG');
  await choose('Text', 'As outlines');
  expect(wish().outlines).toBe(true);
  await page.click('.foot button', 'Export SVG');
  expect(page.asked('export')).toEqual([{ wish: wish() }]);
  expect(await page.wrong()).toEqual([]);
});

test('without a slide left, nothing can be exported, and the preview says so', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  for (const part of ['Overview', 'Stages', 'Action plan']) await page.click('fieldset label', part);
  expect(page.find('.preview').textContent).toContain('No slide is left.');
  const go = page.find('.foot button', 'Export');
  expect(go.getAttribute('aria-disabled')).toBe('true');
  await page.click('.foot button', 'Export');
  expect(page.asked('export')).toEqual([]);
});

test('text that is too small is told in words, with what helps', async () => {
  await begin({ settings: { showing: { ...firstWish, paper: 'a4' } } });
  await open();
  const note = () => page.find('.note').textContent.replace(/\s+/g, ' ').trim();
  expect(note()).toMatch(/^Smallest text is 5\.6 pt\. Too small to read on A4\. Choose A3\./);
  await page.click('.note button', 'Use A3');
  expect(wish().paper).toBe('a3');
  expect(note()).toBe('Smallest text is 8.3 pt. Easy to read on A3.');
});

test('a poster says what helps in the words of Rust: another paper, or tiles', async () => {
  await begin({ settings: { showing: { ...firstWish, view: 'poster', paper: 'a4' } } });
  await open();
  const note = page.find('.note').textContent.replace(/\s+/g, ' ').trim();
  expect(note).toMatch(/^Smallest text is 5\.6 pt\. Too small to read on A4\. Choose A3, or print 4 tiles\./);
  await page.click('.note button', 'Print 4 tiles');
  expect([wish().paper, wish().tile]).toEqual(['542 x 368 mm', 'a4']);
  expect(page.find('.pager').textContent).toContain('Sheet 1 of 4');
  await choose('Sheets', 'One per zone');
  expect([wish().tile, wish().zones_apart]).toEqual(['', true]);
  await page.click('fieldset label', 'Blank for the wall');
  await page.click('fieldset label', 'Action plan');
  expect(wish().include).toEqual({ ...firstWish.include, cards: false, plan: true });
  expect(await page.wrong()).toEqual([]);
});

test('any size of paper can be typed', async () => {
  await begin({ settings: { showing: { ...firstWish, view: 'poster', paper: '900 x 600 mm' } } });
  await open();
  const field = page.find('input.size') as HTMLInputElement;
  expect(field.value).toBe('900 x 600 mm');
  field.value = '36 x 24 in';
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await page.settle();
  expect(wish().paper).toBe('36 x 24 in');
});

test('what was chosen is remembered for the next time, but not the one page', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  await choose('Format', 'PNG');
  await choose('Colours', 'Dark');
  await choose('Pages', 'Only this one');
  const { showing } = page.app.settings;
  expect([showing.view, showing.format, showing.theme, showing.only]).toEqual([
    'slides',
    'png',
    'dark',
    null,
  ]);
});

test('the size is told once nothing more is chosen', async () => {
  await begin();
  await open();
  expect(foot()).toContain('1 sheet');
  await vi.waitFor(() => expect(foot()).toContain('1 sheet, about 384 kB'));
});

test('a toast says where it is, and shows it in its folder', async () => {
  await begin();
  await open();
  await page.click('.foot button', 'Export PDF');
  expect(dialog()).toBe(null);
  expect(page.find('.toast').textContent).toContain('Exported seven-phases.pdf to Documents.');
  await page.click('.toast button', 'Show in folder');
  expect(page.asked('showInFolder')).toHaveLength(1);
});

test('what fails is told in its sentence, and the dialog stays', async () => {
  await begin();
  await open();
  const full = {
    code: 'file.disk-full',
    sentence: 'There is no room left on the disk.',
    next_step: 'Make room.',
  };
  page.shell.fail('export', full);
  await page.click('.foot button', 'Export PDF');
  expect(page.find('.toast').textContent).toContain('There is no room left on the disk. Make room.');
  expect(dialog()).not.toBe(null);
  page.shell.fail('preview', { code: 'render', sentence: 'The map cannot be drawn.', next_step: '' });
  await choose('Colours', 'Dark');
  expect(page.find('.preview').textContent).toContain('The map cannot be drawn.');
});

test('beyond half a second the foot tells how far it is, and Escape cancels it first', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  let fail: (problem: unknown) => void = () => {};
  page.shell.export = () => new Promise<Exported>((_, reject) => (fail = reject));
  await page.click('.foot button', 'Export PPTX');
  vi.useFakeTimers();
  page.shell.tell('progress', { page: 0, of: 10 });
  await vi.advanceTimersByTimeAsync(400);
  expect(page.all('[role=progressbar]')).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  page.shell.tell('progress', { page: 4, of: 10 });
  vi.useRealTimers();
  await page.settle();
  const bar = page.find('[role=progressbar]');
  expect(bar.getAttribute('aria-valuenow')).toBe('4');
  expect(foot()).toContain('Drawing slide 5 of 10');
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape', document.activeElement);
  expect(page.asked('cancelExport')).toHaveLength(1);
  expect(dialog()).not.toBe(null);
  fail({
    code: 'export.cancelled',
    sentence: 'The export was cancelled.',
    next_step: 'Nothing was written.',
  });
  await page.settle();
  expect(page.all('[role=progressbar]')).toEqual([]);
  expect(page.find('.toast').textContent).toContain('The export was cancelled.');
});

test('slides go into a deck that is there, and what became of its slides is told', async () => {
  await begin();
  await open();
  await choose('View', 'Slides');
  await page.click('.foot button', 'Into a deck');
  expect(page.asked('exportInto')).toEqual([{ wish: wish() }]);
  const told = page.find('.toast').textContent;
  expect(told).toContain('Exported steering.pptx to Documents.');
  expect(told).toContain('9 slides were made anew.');
});

test('Ctrl+Shift+E repeats the last export without a question, or asks where there was none', async () => {
  await begin();
  await open('E', { shiftKey: true });
  expect([page.asked('repeatExport').length, dialog()]).toEqual([1, null]);
  expect(page.find('.toast').textContent).toContain('Exported seven-phases.pdf');
  page.shell.repeatExport = () => Promise.resolve(null);
  await open('E', { shiftKey: true });
  expect(dialog()?.textContent).toContain('Export and print');
});

test('Ctrl+P shows what is printed, on a paper; once more it prints', async () => {
  await begin();
  await open('p');
  expect([wish().view, wish().format]).toEqual(['poster', 'pdf']);
  expect(wish().paper).toBe('a4');
  expect(document.activeElement?.textContent).toContain('Print');
  await page.press('p', document.activeElement, { ctrlKey: true });
  expect(page.asked('print')).toEqual([{ wish: wish() }]);
  expect(page.find('.toast').textContent).toContain('Sent to the printer.');
});

test('without a printer one sentence says so, and the dialog stays', async () => {
  await begin();
  await open('p');
  const none = {
    code: 'print.no_printer',
    sentence: 'No printer is set up on this computer.',
    next_step: 'Add one in the system’s settings, or export a PDF.',
  };
  page.shell.fail('print', none);
  await page.click('.foot button', 'Print');
  expect(page.find('.toast').textContent).toContain('No printer is set up on this computer.');
  expect(dialog()).not.toBe(null);
});

test('what changes the map while the dialog is open changes its pages', async () => {
  await begin();
  await open();
  const before = page.asked('preview').length;
  const editor = page.app.editor!;
  await editor.apply({ edit: 'set', table: 'map', id: editor.open.map, field: 'title', value: 'Another' });
  await page.settle();
  expect(page.asked('preview').length).toBeGreaterThan(before);
});

test('how far an export is, is heard before it begins: its first page may be the only one', async () => {
  await begin();
  const { on } = page.shell;
  const heard: string[] = [];
  page.shell.on = (name, hear) => (heard.push(name), on(name, hear));
  await open();
  expect(heard).toEqual(['progress']);
});

test('the paper to begin with is that of the computer’s country', async () => {
  await begin({ language: 'en-US' });
  await open('p');
  expect(wish().paper).toBe('letter');
});

test('until its picture is there, a page of another shape is blank, and one of the same shape shows the one before', async () => {
  await begin();
  await open();
  const first = () => page.find('.pages img').getAttribute('src');
  await choose('View', 'Poster');
  await choose('Sheets', 'Tiles');
  const tile = first();
  await choose('Colours', 'Dark');
  expect(first()).toBe(tile);
  await choose('View', 'Slides');
  expect(first()).not.toBe(tile);
});
