// Several maps in one file: tabs, what is done with them by mouse and by keys, links from stages, undo across maps.
import { afterEach, expect, test } from 'vitest';
import { menuHands } from './menu-hands';
import { mounted, type Mounted } from './mounted';
import { fakeMap, fakeSample } from './shell/fake_home';
import type { FakeMap } from './shell/fake_model';

let page: Mounted;
let hands: ReturnType<typeof menuHands>;
afterEach(() => page.close());

async function open(...others: FakeMap[]) {
  const own = fakeMap('Buying', ['Sees', 'Buys'], { actions: ['Looks', 'Pays'] });
  page = await mounted({ open: own, others });
  hands = menuHands(page);
  return own;
}
const using = () => fakeMap('Using', ['Starts', 'Uses', 'Renews'], { actions: ['Asks', 'Works', 'Signs'] });
const leaving = () => fakeMap('Leaving', ['Doubts'], {});

const tabs = () => page.all('[role=tab]').map((tab) => tab.textContent?.trim());
const shown = () => page.find('[role=tab][aria-selected=true]').textContent?.trim();
const stages = () => page.all('[role=columnheader]').map((one) => one.textContent?.trim());
const said = () => page.find('[role=status]').textContent;
const tab = (name: string) => page.find('[role=tab]', name);

test('a file of one map shows no tabs; another one comes by the list of commands, with Undo', async () => {
  await open();
  expect(tabs()).toEqual([]);
  await page.press('k', document.body, { ctrlKey: true });
  const find = page.find('[role=combobox]') as HTMLInputElement;
  find.value = 'add a map';
  find.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.click('[role=option]', 'Add a map');
  await page.settle();
  expect([tabs(), shown()]).toEqual([['Buying', 'Untitled map'], 'Untitled map']);
  expect(page.find('.toast').textContent).toContain('Added Untitled map');
  await page.click('.toast button', 'Undo');
  expect([tabs(), page.shell.maps().length]).toEqual([[], 1]);
  expect(stages().join()).toContain('Sees');
});

test('a click on a tab shows its map, and one comes back to where one was', async () => {
  await open(using());
  const { editor } = page.app;
  editor!.camera.natural();
  editor!.selection.only(`stage/${page.shell.maps()[0]!.stages[1]!.id}`);
  const { focus } = editor!.selection;
  await page.click('[role=tab]', 'Using');
  expect([shown(), stages().length]).toEqual(['Using', 3]);
  expect([editor!.selection.keys, editor!.counts.stages]).toEqual([[], 3]);
  expect(page.asked('showMap')).toEqual([{ map: page.shell.maps()[1]!.id }]);
  editor!.camera.fit();
  await page.click('[role=tab]', 'Buying');
  expect([stages().length, editor!.camera.layout, editor!.selection.focus]).toEqual([2, 'natural', focus]);
  expect(await page.wrong()).toEqual([]);
});

test('Ctrl+PgDn and Ctrl+PgUp go round the maps, also while typing, and say which one is shown', async () => {
  await open(using(), leaving());
  await page.press('PageDown', document.body, { ctrlKey: true });
  expect([shown(), said()]).toEqual(['Using', 'Using, map 2 of 3']);
  await page.press('PageUp', document.body, { ctrlKey: true });
  await page.press('PageUp', document.body, { ctrlKey: true });
  expect([shown(), said()]).toEqual(['Leaving', 'Leaving, map 3 of 3']);
  await page.press('Tab', document.body, { ctrlKey: true });
  expect(shown()).toBe('Buying');
});

test('words that are being typed reach their own map before another one is shown', async () => {
  const own = await open(using());
  const { editor } = page.app;
  const typing = editor!.type();
  typing.newest({ edit: 'set', table: 'card', id: own.cards[0]!.id, field: 'text', value: 'Looks around' });
  await page.press('PageDown', document.body, { ctrlKey: true });
  expect(shown()).toBe('Using');
  expect(page.shell.maps()[0]!.cards[0]!.text).toBe('Looks around');
});

test('a tab is renamed by a double click and by F2; Escape keeps the title', async () => {
  await open(using());
  tab('Using').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await page.settle();
  const field = () => page.find('.maps input') as HTMLInputElement;
  expect(field().value).toBe('Using');
  field().value = 'Using it';
  await page.press('Enter', field());
  expect([tabs(), page.shell.maps()[1]!.title]).toEqual([['Buying', 'Using it'], 'Using it']);
  tab('Buying').focus();
  await page.press('F2');
  field().value = 'Nothing';
  await page.press('Escape', field());
  expect([tabs(), document.activeElement]).toEqual([['Buying', 'Using it'], tab('Buying')]);
  await page.press('F2');
  expect(await page.wrong()).toEqual([]);
  field().value = 'Choosing';
  field().blur();
  await page.settle();
  expect(tabs()).toEqual(['Choosing', 'Using it']);
});

test('a map is duplicated as future state: the tabs then say which state is which', async () => {
  const own = await open(using());
  tab('Buying').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await page.settle();
  expect(hands.offered()).toEqual(['rename', 'future', 'duplicate', 'left', 'right', 'remove']);
  await hands.choose('future');
  expect([tabs(), shown()]).toEqual([['Current state', 'Future state', 'Using'], 'Future state']);
  const [, copy] = page.shell.maps();
  expect([copy!.state, copy!.cards.length, copy!.stages.length]).toEqual(['future', 2, 2]);
  expect(copy!.cards[0]!.id).not.toBe(own.cards[0]!.id);
  await page.press('z', document.body, { ctrlKey: true });
  expect([tabs(), shown()]).toEqual([['Buying', 'Using'], 'Buying']);
});

test('undo goes to the map that it changed, and says so', async () => {
  const own = await open(using());
  const edit = { edit: 'set', table: 'card', id: own.cards[0]!.id, field: 'text', value: 'Stares' } as const;
  await page.app.editor!.apply(edit);
  await page.click('[role=tab]', 'Using');
  await page.press('z', document.body, { ctrlKey: true });
  expect([shown(), page.shell.map().cards[0]!.text]).toEqual(['Buying', 'Looks']);
  expect(said()).toBe('Undone: Change (set). Buying, map 1 of 2');
  await page.click('[role=tab]', 'Using');
  await page.press('y', document.body, { ctrlKey: true });
  expect([shown(), page.shell.map().cards[0]!.text]).toEqual(['Buying', 'Stares']);
});

test('a removed map comes back by Undo; the last one cannot be removed', async () => {
  await open(using(), leaving());
  await page.click('[role=tab]', 'Using');
  await page.press('Delete', tab('Using'));
  expect([tabs(), shown()]).toEqual([['Buying', 'Leaving'], 'Buying']);
  expect(document.activeElement).toBe(tab('Buying'));
  expect(page.find('.toast').textContent).toContain('Removed the map Using');
  await page.click('.toast button', 'Undo');
  expect([tabs(), shown()]).toEqual([['Buying', 'Using', 'Leaving'], 'Using']);
  await page.press('Delete', tab('Using'));
  await page.press('Delete', tab('Leaving'));
  expect([tabs(), page.shell.maps().length]).toEqual([[], 1]);
  expect(page.asked('apply')).toHaveLength(3);
});

test('arrows walk the tabs, Alt with arrows moves one', async () => {
  await open(using(), leaving());
  tab('Buying').focus();
  await page.press('ArrowRight');
  expect([shown(), document.activeElement]).toEqual(['Using', tab('Using')]);
  await page.press('End');
  await page.press('ArrowRight');
  expect(shown()).toBe('Buying');
  await page.press('ArrowRight', tab('Buying'), { altKey: true });
  expect([tabs(), shown(), document.activeElement]).toEqual([['Using', 'Buying', 'Leaving'], 'Buying', tab('Buying')]); // prettier-ignore
  await page.press('ArrowLeft', tab('Buying'), { altKey: true });
  await page.press('ArrowLeft', tab('Buying'), { altKey: true });
  expect(tabs()).toEqual(['Buying', 'Using', 'Leaving']);
  expect(page.asked('apply')).toHaveLength(2);
  const stops = page.all('[role=tab]').map((one) => one.tabIndex);
  expect(stops).toEqual([0, -1, -1]);
});

test('a tab is dragged to another place; Escape leaves it where it was', async () => {
  await open(using(), leaving());
  // No layout happens in tests: each tab is 100 px wide.
  page.all('[role=tab]').forEach((one, at) => {
    one.getBoundingClientRect = () => new DOMRect(100 * at, 0, 98, 30);
  });
  const hand = async (type: string, x: number, on: EventTarget = window) => {
    on.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX: x }));
    await page.settle();
  };
  await hand('pointerdown', 50, tab('Buying'));
  await hand('pointermove', 52);
  expect(page.all('.maps .line')).toEqual([]);
  await hand('pointermove', 190);
  expect(page.all('.maps .line')).toHaveLength(1);
  await page.press('Escape');
  await hand('pointerup', 190);
  expect(tabs()).toEqual(['Buying', 'Using', 'Leaving']);
  await hand('pointerdown', 50, tab('Buying'));
  await hand('pointermove', 290);
  await hand('pointerup', 290);
  expect(tabs()).toEqual(['Using', 'Leaving', 'Buying']);
  await page.click('.toast button', 'Undo');
  expect(tabs()).toEqual(['Buying', 'Using', 'Leaving']);
});

test('the plus offers a blank map, copies and templates', async () => {
  await open(using());
  await page.press('Enter', page.find('button', 'Add a map'));
  expect(hands.offered().slice(0, 4)).toEqual(['blank', 'future', 'duplicate', 'Seven phases']);
  await hands.choose('Four acts');
  expect([tabs(), page.asked('addMap')]).toEqual([
    ['Buying', 'Using', 'Four acts'],
    [{ template: 'Four acts', stage: null }],
  ]);
});

test('a stage leads to a map: by its menu, followed by its menu, and a new one for it', async () => {
  const own = await open(using());
  const stage = `stage/${own.stages[1]!.id}`;
  await hands.rightClick(stage);
  await hands.choose('link', page.shell.maps()[1]!.id);
  expect(page.shell.map().stages[1]!.linked_map).toBe(page.shell.maps()[1]!.id);
  await hands.rightClick(stage);
  expect(hands.entry('follow').textContent).toContain('Go to Using');
  await hands.choose('follow');
  expect(shown()).toBe('Using');
  await page.click('[role=tab]', 'Buying');
  const chip = page.find(`[data-key="link/${own.stages[1]!.id}"]`);
  expect([chip.getAttribute('role'), chip.getAttribute('aria-label')]).toEqual([
    'button',
    'Leads to another map',
  ]);
  await page.click(`[data-key="link/${own.stages[1]!.id}"]`);
  expect(shown()).toBe('Using');
  await page.click('[role=tab]', 'Buying');
  await hands.rightClick(`stage/${own.stages[0]!.id}`);
  await hands.choose('link', 'new');
  expect([tabs(), shown()]).toEqual([['Buying', 'Using', 'Sees'], 'Sees']);
  expect(page.shell.maps()[0]!.stages[0]!.linked_map).toBe(page.shell.maps()[2]!.id);
});

test('a map that is read only can be looked at by its tabs, and none is changed', async () => {
  page = await mounted({ open: fakeSample(), others: [using()], readOnly: 'It is open elsewhere.' });
  await page.click('[role=tab]', 'Using');
  expect(shown()).toBe('Using');
  await page.press('Delete', tab('Using'));
  await page.press('F2', tab('Using'));
  expect([page.all('.maps input'), page.asked('apply'), page.all('button', 'Add a map')]).toEqual([[], [], []]); // prettier-ignore
});
