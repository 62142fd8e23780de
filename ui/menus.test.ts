// Context menus and the lane picker: by pointer and by keys, and only what can be done.
import { afterEach, expect, test } from 'vitest';
import { mounted, type Mounted } from './mounted';
import { fakeSample } from './shell/fake_home';

let page: Mounted;
afterEach(() => page.close());

const element = (key: string) => page.find(`[data-key="${key}"]`);
const keyOf = (text: string) => `card/${page.shell.map().cards.find((card) => card.text === text)!.id}`;

async function rightClick(key: string) {
  element(key).dispatchEvent(
    new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: 400, clientY: 300 }),
  );
  await page.settle();
}

test('a right click on a card selects it and offers what moves it, with its keys', async () => {
  page = await mounted({ open: fakeSample() });
  await rightClick(keyOf('Discovers the brand'));
  expect(page.app.editor?.selection.keys).toEqual([keyOf('Discovers the brand')]);
  expect(await page.wrong()).toEqual([]);
  await page.press('ArrowRight', page.find('[data-entry=step]'));
  expect(page.find('[data-entry=right]').textContent?.trim()).toBe('Move right Alt →');
  expect(page.find('[data-entry=left]').getAttribute('aria-disabled')).toBe('true');
  await page.click('[data-entry=right]');
  const { cards, stages } = page.shell.map();
  expect(cards.find((card) => card.text === 'Discovers the brand')?.stage).toBe(stages[1]!.id);
  expect(page.all('[role=menu]')).toEqual([]);
});

test.each([
  ['F10', { shiftKey: true }],
  ['ContextMenu', {}],
])('%s opens the same menu, Escape closes it and gives the focus back', async (key, mods) => {
  page = await mounted({ open: fakeSample() });
  const card = element(keyOf('Narrows options'));
  card.tabIndex = 0;
  card.focus();
  await page.press(key, card, mods);
  expect(page.all('[role=menu]')).toHaveLength(1);
  await page.press('Escape', page.find('[role=menu]'));
  expect(page.all('[role=menu]')).toEqual([]);
  expect(document.activeElement).toBe(card);
  expect(document.body.style.pointerEvents).not.toBe('none');
});

test('a stage can be deleted unless it is the only one', async () => {
  page = await mounted({ open: fakeSample() });
  const [first, ...rest] = page.shell.map().stages;
  await rightClick(`stage/${first!.id}`);
  expect(page.find('[role=menuitem]', 'Delete stage').getAttribute('aria-disabled')).not.toBe('true');
  await page.press('Escape', page.find('[role=menu]'));
  await page.app.editor?.apply({ edit: 'remove', records: rest.map(({ id }) => ({ table: 'stage', id })) });
  await page.settle();
  await rightClick(`stage/${first!.id}`);
  expect(page.find('[role=menuitem]', 'Delete stage').getAttribute('aria-disabled')).toBe('true');
});

test('a new stage comes after, and its name is chosen for typing', async () => {
  page = await mounted({ open: fakeSample() });
  const [first] = page.shell.map().stages;
  await rightClick(`stage/${first!.id}`);
  await page.click('[role=menuitem]', 'Add stage after');
  expect(page.shell.map().stages.map((stage) => stage.name)[1]).toBe('New stage');
});

test('a lane is found by a part of its name and goes below the one that was asked', async () => {
  page = await mounted({ open: fakeSample() });
  const pains = page.shell.map().lanes.find((lane) => lane.kind === 'pain_points')!;
  await rightClick(`label/${pains.id}`);
  await page.click('[role=menuitem]', 'Add lane below');
  const field = page.find('[role=combobox]') as HTMLInputElement;
  expect(page.all('[role=option]')).toHaveLength(21);
  expect(page.find('[role=option][aria-selected=true]').textContent).toContain('Measures');
  expect(page.find('.find').textContent).toContain('Goes below Pain points');
  expect(await page.wrong()).toEqual([]);
  field.value = 'matur';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  expect(page.all('[role=option]').map((one) => one.textContent?.trim())).toEqual(['Maturity Enter']);
  await page.press('Enter', field);
  const kinds = page.shell.map().lanes.map((lane) => lane.kind);
  expect(kinds[kinds.indexOf('pain_points') + 1]).toBe('maturity');
  expect(page.all('[role=combobox]')).toEqual([]);
});

test('arrows walk the kinds, across the columns as well; a kind of the other sheet says where it goes', async () => {
  page = await mounted({ open: fakeSample() });
  const pains = page.shell.map().lanes.find((lane) => lane.kind === 'pain_points')!;
  page.app.editor!.selection.clear();
  await rightClick(`label/${pains.id}`);
  await page.click('[role=menuitem]', 'Add lane below');
  const field = page.find('[role=combobox]');
  const chosen = () => page.find('[role=option][aria-selected=true] .name').textContent;
  await page.press('ArrowDown', field);
  expect(chosen()).toBe('Backstage and systems');
  await page.press('ArrowLeft', field);
  expect(chosen()).toBe('Thoughts');
  expect(page.find('.find').textContent).toContain('end of the upper sheet');
  await page.press('ArrowRight', field);
  expect(chosen()).toBe('Backstage and systems');
});

test('the line below a lane is drawn from the picker', async () => {
  page = await mounted({ open: fakeSample() });
  const actions = page.shell.map().lanes.find((lane) => lane.kind === 'actions')!;
  await rightClick(`label/${actions.id}`);
  await page.click('[role=menuitem]', 'Add lane below');
  await page.click('label', 'Interaction');
  expect(page.shell.map().lanes.find((lane) => lane.id === actions.id)?.line_below).toBe('interaction');
});

test('a text box keeps the menu of the web view', async () => {
  page = await mounted({ open: fakeSample() });
  const field = document.createElement('textarea');
  element(keyOf('Narrows options')).append(field);
  const event = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
  field.dispatchEvent(event);
  await page.settle();
  expect([event.defaultPrevented, page.all('[role=menu]').length]).toEqual([false, 0]);
});
