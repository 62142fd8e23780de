// The menu of a stage: everything that can be done with one, by clicks alone.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MenuHands, menuHands } from '../../menu-hands';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';

let page: Mounted;
let hands: MenuHands;
beforeEach(async () => {
  page = await mounted({ open: fakeSample() });
  hands = menuHands(page);
});
afterEach(() => page.close());

const stages = () => page.shell.map().stages as (Record<string, unknown> & { id: string; name: string })[];
const names = () => stages().map((stage) => stage.name);
/** Opens the menu of the stage at a place and chooses. */
async function onStage(at: number, ...ids: string[]) {
  await hands.rightClick(`stage/${stages()[at]!.id}`);
  await hands.choose(...ids);
}

test('it offers what the picture of structure shows, and axe finds nothing', async () => {
  await hands.rightClick(`stage/${stages()[3]!.id}`);
  expect(hands.offered()).toEqual(
    ['rename', 'inspect', 'duration', 'job', 'act', 'width', 'link', 'left', 'right', 'move', 'after', 'before', 'gap', 'revisit', 'skip',
      'path', 'conversion', 'duplicate', 'delete'],
  ); // prettier-ignore
  expect(page.find('[role=menu]').getAttribute('aria-label')).toBe('Stage');
  expect(await page.wrong()).toEqual([]);
});

test('Drag of a stage header: its click twins move it, and say so with Undo', async () => {
  await onStage(0, 'right');
  expect(names().slice(0, 2)).toEqual(['Research', 'Awareness']);
  expect(hands.toast()).toEqual(['Moved Awareness after Research Undo']);
  await onStage(1, 'move');
  await hands.take('Place', 'First');
  await page.click('[role=dialog] button', 'Move');
  expect([names()[0], hands.toast()]).toEqual(['Awareness', ['Moved Awareness Undo']]);
  await page.click('.toast button', 'Undo');
  expect(names()[1]).toBe('Awareness');
  await onStage(1, 'left');
  await hands.rightClick(`stage/${stages()[0]!.id}`);
  expect([hands.isOff('left'), hands.isOff('right')]).toEqual([true, false]);
});

test('a stage is added before and after, and its name waits to be typed over', async () => {
  await onStage(1, 'before');
  await onStage(2, 'after');
  expect(names().slice(0, 5)).toEqual(['Awareness', 'New stage', 'Research', 'New stage', 'Consideration']);
  const box = page.find('textarea') as HTMLTextAreaElement;
  expect([box.value, box.selectionStart, box.selectionEnd]).toEqual(['New stage', 0, 9]);
});

test('a duplicate comes right after with its cards, is selected, and can be taken back', async () => {
  const before = page.shell.map();
  await onStage(3, 'duplicate');
  expect(names()[4]).toBe('Decision');
  const copy = stages()[4]!.id;
  const texts = (stage: string) =>
    page.shell.map().cards.filter((card) => card.stage === stage).map((card) => card.text); // prettier-ignore
  expect(texts(copy)).toEqual(texts(stages()[3]!.id));
  expect(page.app.editor?.selection.keys).toEqual([`stage/${copy}`]);
  expect(hands.toast()).toEqual(['Duplicated Decision Undo']);
  await page.click('.toast button', 'Undo');
  expect(page.shell.map()).toEqual(before);
});

test('the buyer job is one of four, own words, or none', async () => {
  await onStage(1, 'job', 'Explore solutions');
  expect(stages()[1]!.job).toBe('Explore solutions');
  await onStage(1, 'job', 'ask');
  expect(page.find('[role=dialog]').textContent).toContain('What the buyer does here');
  expect(await page.wrong()).toEqual([]);
  await hands.answer('Compare offers');
  expect(stages()[1]!.job).toBe('Compare offers');
  await hands.rightClick(`stage/${stages()[1]!.id}`);
  await page.press('ArrowRight', hands.entry('job'));
  expect(hands.isChecked('own')).toBe(true);
  await page.click('[data-entry=none]');
  expect(stages()[1]!.job).toBe('');
});

test('an act is named once and then chosen', async () => {
  await onStage(0, 'act', 'ask');
  await hands.answer('Acquaintance');
  await onStage(1, 'act', 'Acquaintance');
  expect(stages().map((stage) => stage.act)).toEqual([
    'Acquaintance',
    'Acquaintance',
    ...Array(5).fill(undefined),
  ]);
});

test('where an act is named, the ones that are there open below by ↓ and by typing; Escape closes the list first', async () => {
  await onStage(0, 'act', 'ask');
  await hands.answer('Acquaintance');
  await onStage(1, 'act', 'ask');
  await hands.answer('Reflection');
  await onStage(2, 'act', 'ask');
  const field = page.find('[role=dialog] input') as HTMLInputElement;
  const offered = () => page.all('[role=listbox] [role=option]').map((one) => one.textContent.trim());
  expect([document.activeElement, offered()]).toEqual([field, []]);
  expect((await page.press('ArrowDown', field)).defaultPrevented).toBe(true);
  expect(offered()).toEqual(['Acquaintance', 'Reflection']);
  expect(await page.wrong()).toEqual([]);
  await page.press('Escape', field);
  expect([offered(), page.all('[role=dialog] input')]).toEqual([[], [field]]);
  field.value = 'ref';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  expect(offered()).toEqual(['Reflection']);
  await page.press('ArrowDown', field);
  expect(field.getAttribute('aria-activedescendant')).toBe(page.find('[role=option]').id);
  await page.press('Enter', field);
  expect([field.value, offered()]).toEqual(['Reflection', []]);
  field.form?.requestSubmit();
  await page.settle();
  expect(stages()[2]!.act).toBe('Reflection');
});

test('a duration is a range, ongoing or not known; what is no range is told and nothing is kept', async () => {
  const field = (at: number) => page.all('[role=dialog] input[type=text]')[at] as HTMLInputElement;
  const type = (at: number, text: string) => {
    field(at).value = text;
    field(at).dispatchEvent(new Event('input', { bubbles: true }));
  };
  await onStage(0, 'duration');
  expect(await page.wrong()).toEqual([]);
  type(0, '6');
  type(1, '3');
  field(0).form?.requestSubmit();
  await page.settle();
  expect(page.find('[role=dialog] [role=alert]').textContent).toContain('not smaller');
  expect(stages()[0]!.duration).toBeUndefined();
  type(0, '1,5');
  field(0).form?.requestSubmit();
  await page.settle();
  expect(stages()[0]!.duration).toEqual({ span: { from: 1.5, to: 3, unit: 'week' } });
  await onStage(0, 'duration');
  expect([field(0).value, field(1).value]).toEqual(['1.5', '3']);
  await page.click('[role=dialog] button', 'Not known');
  expect(stages()[0]!.duration).toBeNull();
});

test('Drag of a column edge: its click twins make a stage narrower, wider, as its text, as at the start', async () => {
  await onStage(0, 'width', 'wider');
  expect(stages()[0]!.width).toBe(280);
  await onStage(0, 'width', 'narrower');
  await onStage(0, 'width', 'narrower');
  await onStage(0, 'width', 'narrower');
  expect(stages()[0]!.width).toBe(176);
  await hands.rightClick(`stage/${stages()[0]!.id}`);
  await page.press('ArrowRight', hands.entry('width'));
  expect([hands.isOff('narrower'), hands.isOff('wider')]).toEqual([true, false]);
  await page.click('[data-entry=reset]');
  expect(stages()[0]!.width).toBeNull();
  await onStage(0, 'width', 'fit');
  expect(stages()[0]!.width).toBeGreaterThanOrEqual(176);
});

test('the conversion is one stage, and can be taken back', async () => {
  const conversion = () => (page.shell.map() as unknown as Record<string, unknown>).conversion;
  await onStage(4, 'conversion');
  expect(conversion()).toBe(stages()[4]!.id);
  await hands.rightClick(`stage/${stages()[4]!.id}`);
  expect(hands.isChecked('conversion')).toBe(true);
  await hands.choose('conversion');
  expect(conversion()).toBeNull();
});

test('what hung on a removed stage is told, and comes back by Undo', async () => {
  const before = page.shell.map();
  await onStage(3, 'delete');
  expect(names()).not.toContain('Decision');
  expect(hands.toast()).toEqual(['Deleted stage Decision with 4 cards Undo']);
  await page.click('.toast button', 'Undo');
  expect(page.shell.map()).toEqual(before);
});

test('a card over several stages gets shorter where one of them goes away: that is told', async () => {
  await page.close();
  const map = fakeSample();
  const [, , from, to] = map.stages;
  const long = map.cards.find((card) => card.stage === from!.id)!;
  const cards = map.cards.map((card) => (card === long ? { ...card, to_stage: to!.id } : card));
  page = await mounted({ open: { ...map, cards } });
  hands = menuHands(page);
  await onStage(3, 'right');
  const shorter = 'A card over several stages is shorter now.';
  // It reaches to where the stage went.
  expect(hands.toast()).toEqual(['Moved Decision after Purchase Undo']);
  await onStage(2, 'left');
  await onStage(4, 'left');
  expect(hands.toast()).toEqual([`Moved Decision after Research. ${shorter} Undo`]);
  await onStage(2, 'delete');
  expect(hands.toast()[0]).toMatch(
    /^Deleted stage Research with .*\. A card over several stages is shorter now\. Undo$/,
  );
});

test('Drag of node to node: its click twins draw revisits, skips and other paths', async () => {
  const paths = () => page.shell.map().more?.path ?? [];
  const [first, second, , fourth] = stages();
  const stage = (id: string) => ({ table: 'stage', id });
  await onStage(3, 'revisit', second!.id);
  await onStage(0, 'skip', fourth!.id);
  await onStage(1, 'path', 'fallback', first!.id);
  await onStage(1, 'path', 'exit');
  expect(paths().map(({ kind, from, to }) => ({ kind, from, to }))).toEqual([
    { kind: 'revisit', from: stage(fourth!.id), to: stage(second!.id) },
    { kind: 'skip', from: stage(first!.id), to: stage(fourth!.id) },
    { kind: 'fallback', from: stage(second!.id), to: stage(first!.id) },
    { kind: 'exit', from: stage(second!.id), to: null },
  ]);
});
