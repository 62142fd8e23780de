// Hands on the map: dragging, selecting, walking and removing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallMap } from './small-map';

let map: Awaited<ReturnType<typeof smallMap>>;

beforeEach(async () => {
  map = await smallMap();
});
afterEach(() => map.close());

/** The middle of a card or cell, in the small Scene's px, which are the window's in tests. */
function middle(key: string): [number, number] {
  const place = map.editor.scene!.place(key)!;
  return [place.x + place.w / 2, place.y + place.h / 2];
}

function begin(key: string): void {
  const [x, y] = middle(key);
  map.pointer('pointerdown', map.element(key), x, y);
  map.pointer('pointermove', map.viewport, x + 5, y);
}

const click = (key: string, over: PointerEventInit = {}) => {
  map.pointer('pointerdown', map.element(key), ...middle(key), over);
  map.pointer('pointerup', map.viewport, ...middle(key), over);
};

test('a card dropped in a cell is moved there', async () => {
  begin('card/a');
  map.pointer('pointermove', map.viewport, ...middle('cell/l3/s2'));
  expect(map.above.querySelector('.drop-line')).not.toBeNull();
  map.pointer('pointerup', map.viewport, ...middle('cell/l3/s2'));
  await map.settle();
  expect(map.shell.edits).toEqual([
    { edit: 'move_cards', cards: ['a'], lane: 'l3', stage: 's2', place: 'last' },
  ]);
  expect(document.activeElement).toBe(map.element('card/a'));
  expect(map.above.querySelector('.drag-copy, .drop-line')).toBeNull();
});

test('the place among the cards is where the line was', async () => {
  begin('card/c');
  const first = map.editor.scene!.place('card/b')!;
  map.pointer('pointermove', map.viewport, first.x + 20, first.y + 3);
  map.pointer('pointerup', map.viewport, first.x + 20, first.y + 3);
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'Compares', 'Reads on']);
});

test('several chosen cards go together, in their order', async () => {
  click('card/b');
  click('card/a', { ctrlKey: true });
  begin('card/b');
  map.pointer('pointermove', map.viewport, ...middle('cell/l1/s3'));
  map.pointer('pointerup', map.viewport, ...middle('cell/l1/s3'));
  await map.settle();
  expect(map.shell.texts('l1', 's3')).toEqual(['Finds us', 'Reads on']);
});

test('Escape during a drag leaves no trace', async () => {
  const before = map.viewport.innerHTML;
  click('card/a');
  const chosen = map.viewport.innerHTML;
  expect(chosen).not.toBe(before);
  begin('card/a');
  map.pointer('pointermove', map.viewport, ...middle('cell/l3/s2'));
  map.press('Escape');
  map.pointer('pointerup', map.viewport, ...middle('cell/l3/s2'));
  await map.settle();
  expect(map.shell.edits).toEqual([]);
  expect(map.viewport.innerHTML).toBe(chosen);
  expect(map.above.querySelector('.drag-copy')).toBeNull();
});

test('a lane that shows other records is no place for a card', async () => {
  begin('card/a');
  map.pointer('pointermove', map.viewport, ...middle('cell/l2/s2'));
  expect(map.above.querySelector<HTMLElement>('.drop-line')?.hidden).toBe(true);
  map.pointer('pointerup', map.viewport, ...middle('cell/l2/s2'));
  await map.settle();
  expect(map.shell.edits).toEqual([]);
});

test('a card dropped where it lies changes nothing', async () => {
  const [x, y] = middle('card/a');
  begin('card/a');
  map.pointer('pointerup', map.viewport, x + 5, y);
  await map.settle();
  expect(map.shell.edits).toEqual([]);
});

test('a press that slips by less than 4 px is a click', () => {
  map.pointer('pointerdown', map.element('card/a'), 50, 50);
  map.pointer('pointermove', map.viewport, 53, 51);
  expect(map.above.querySelector('.drag-copy')).toBeNull();
  map.pointer('pointerup', map.viewport, 53, 51);
  expect(map.editor.selection.keys).toEqual(['card/a']);
});

test('Ctrl adds to the selection, Shift extends it in the lane, the background lets go', () => {
  click('card/a');
  click('card/c', { ctrlKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'c']);
  click('card/a');
  click('card/b', { shiftKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'b']);
  map.pointer('pointerdown', map.viewport, 5, 5);
  map.pointer('pointerup', map.viewport, 5, 5, { shiftKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'b']);
  map.pointer('pointerdown', map.viewport, 5, 5);
  map.pointer('pointerup', map.viewport, 5, 5);
  expect(map.editor.selection.keys).toEqual([]);
});

test('arrows walk the table: cards, empty cells, headers and labels', () => {
  map.canvas.desk.focus('card/a');
  const walk = (...keys: string[]) => keys.map((key) => (map.press(key), map.editor.selection.focus));
  expect(walk('ArrowDown', 'ArrowRight', 'ArrowRight')).toEqual(['card/b', 'card/c', 'cell/l1/s3']);
  expect(walk('ArrowDown', 'ArrowDown')).toEqual(['cell/l2/s3', 'card/d']);
  expect(walk('Home', 'ArrowLeft', 'ArrowUp')).toEqual(['cell/l3/s1', 'label/l3', 'label/l2']);
  map.canvas.desk.focus('card/a');
  expect(walk('ArrowUp', 'ArrowRight', 'End')).toEqual(['stage/s1', 'stage/s2', 'stage/s3']);
});

test('one element of the grid is in the tab order', () => {
  map.canvas.desk.focus('card/a');
  map.press('ArrowDown');
  const stops = [...map.viewport.querySelectorAll<HTMLElement>('[tabindex="0"]')];
  expect(stops.map((element) => element.dataset.key)).toEqual(['card/b']);
});

test('what was clicked is the one stop in the tab order', async () => {
  await map.settle();
  map.canvas.desk.focus('stage/s1');
  click('card/c');
  map.element('card/c').focus();
  const stops = [...map.viewport.querySelectorAll<HTMLElement>('[tabindex="0"]')];
  expect(stops.map((element) => element.dataset.key)).toEqual(['card/c']);
});

test('what gets the focus is scrolled out from under a panel that lies over the map', () => {
  const { viewport } = map;
  const place = map.editor.scene!.place('card/d')!;
  map.canvas.desk.focus('card/d');
  expect(viewport.scrollLeft).toBe(0);
  const covered = viewport.clientWidth - place.x;
  viewport.style.setProperty('--lies-over', `${covered}px`);
  map.canvas.desk.focus('card/d');
  expect(viewport.scrollLeft).toBe(place.w + 24);
});

test('Delete removes what is selected and focuses what is next', async () => {
  click('card/a');
  map.press('Delete');
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Reads on']);
  expect(map.editor.selection.focus).toBe('card/b');
  expect(map.editor.selection.keys).toEqual([]);
});

test('Alt and arrows move a card, in its cell and to the next stage', async () => {
  map.canvas.desk.focus('card/b');
  map.press('ArrowUp', { altKey: true });
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Reads on', 'Finds us']);
  map.press('ArrowRight', { altKey: true });
  await map.settle();
  expect(map.shell.texts('l1', 's2')).toEqual(['Compares', 'Reads on']);
  map.press('ArrowDown', { altKey: true, shiftKey: true });
  await map.settle();
  expect(map.shell.texts('l3', 's2')).toEqual(['Reads on']);
});

test('a map that is drawn anew, in another theme or width, leaves the focus where it was', async () => {
  map.canvas.desk.focus('card/b');
  await map.editor.fetch();
  await map.settle();
  expect(document.activeElement).toBe(map.element('card/b'));
  // Where the focus is elsewhere it stays there.
  const button = document.createElement('button');
  map.above.append(button);
  button.focus();
  await map.editor.fetch();
  await map.settle();
  expect(document.activeElement).toBe(button);
});

test('a window that becomes narrower and then lower gets a map of its new width, and says so until it is there', async () => {
  const size = (name: string, value: number) =>
    Object.defineProperty(map.viewport, name, { value, configurable: true });
  const asked = vi.spyOn(map.shell, 'scene');
  size('clientWidth', 1000);
  map.canvas.resized();
  expect(map.busy.at(-1)).toBe(true);
  size('clientHeight', 700);
  map.canvas.resized();
  await vi.waitFor(() => expect(map.busy.at(-1)).toBe(false));
  expect(asked.mock.calls).toEqual([[expect.objectContaining({ width: { fit: 1000 } })]]);
});

test('what goes while it has the focus leaves that to what is next to it, or to its cell', async () => {
  const gone = async (card: string) => {
    map.canvas.desk.focus(`card/${card}`);
    await map.editor.apply({ edit: 'remove', records: [{ table: 'card', id: card }] });
    await map.settle();
    return (document.activeElement as HTMLElement).dataset.key;
  };
  expect([await gone('a'), await gone('b')]).toEqual(['card/b', 'cell/l1/s1']);
});

test.each([['card/d', 'cell/l3/s1'], ['cell/l1/s2', 'card/a'], ['stage/s3', 'stage/s1']])(
  'what goes together with all around it leaves the focus to the nearest of what stays (%s)',
  async (key, heir) => {
    map.canvas.desk.focus(key);
    await map.editor.took(map.shell.lose('s2', 's3'));
    await map.settle();
    expect((document.activeElement as HTMLElement).dataset.key).toBe(heir);
  },
); // prettier-ignore

test('Ctrl and the wheel zoom at the pointer', () => {
  const turn = { ctrlKey: true, deltaX: 0, deltaY: -100, deltaMode: 0, clientX: 100, clientY: 50 };
  const event = Object.assign(new Event('wheel', { cancelable: true }), turn);
  map.viewport.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(map.editor.camera.zoom).toBeCloseTo(Math.exp(0.2), 5);
  expect(map.canvas.painter.zoom).toBe(map.editor.camera.zoom);
});

test('an empty cell says how a card gets there, a full one and a curve do not', () => {
  const invited = (key: string) => {
    map.pointer('pointermove', map.element(key), ...middle(key));
    return map.above.querySelector('.invite')?.textContent ?? null;
  };
  expect(invited('cell/l3/s1')).toBe('Add pain pointEnter');
  expect(invited('cell/l3/s3')).toBeNull();
  expect(invited('cell/l2/s1')).toBeNull();
  map.canvas.desk.focus('cell/l1/s3');
  expect(map.above.querySelector('.invite')?.textContent).toBe('Add actionEnter');
  // It stays where the next card goes, whatever the pointer passes.
  expect(invited('cell/l3/s3')).toBe('Add actionEnter');
});

test('a curve without a point says how the first one gets there, on the line where it begins', () => {
  const invite = () => map.above.querySelector<HTMLElement>('.invite');
  const cell = map.editor.scene!.node('cell/l2/s2')!;
  cell.children = cell.children.filter((key) => key !== 'feeling/f');
  map.pointer('pointermove', map.element('cell/l2/s1'), ...middle('cell/l2/s1'));
  expect(invite()?.textContent).toBe('Add pointEnter');
  const also = () => map.above.querySelector('.invite-also')?.textContent ?? null;
  expect(also()).toBe('or double-click where it lies');
  const [top, height] = [invite()!.style.top, invite()!.style.height].map(Number.parseFloat);
  const curve = map.editor.scene!.place('curve/l2')!;
  expect(top! + height! / 2).toBeCloseTo(curve.y + curve.h / 2, 3);
  map.canvas.desk.focus('cell/l2/s3');
  expect(Number.parseFloat(invite()!.style.left)).toBeGreaterThan(middle('cell/l2/s2')[0]);
  map.canvas.desk.focus('cell/l1/s3');
  map.canvas.desk.invite!.painted();
  expect([invite()?.textContent, also()]).toEqual(['Add actionEnter', null]);
});

test('an empty cell that was clicked shows where the next card goes', () => {
  const cell = map.element('cell/l3/s1');
  map.pointer('pointerdown', cell, ...middle('cell/l3/s1'));
  map.pointer('pointerup', cell, ...middle('cell/l3/s1'));
  expect(map.above.querySelector('.invite')?.textContent).toBe('Add pain pointEnter');
});

test('a map without a card says where the first one goes, until it is written', () => {
  const invited = () => map.above.querySelector('.invite')?.textContent ?? null;
  const { desk } = map.canvas;
  desk.invite!.painted();
  expect(invited()).toBeNull();
  map.editor.counts = { ...map.editor.counts, cards: 0 };
  desk.invite!.painted();
  expect(invited()).toBe('Add pain pointEnter');
  map.pointer('pointermove', map.viewport, 5, 5);
  expect(invited()).toBe('Add pain pointEnter');
  desk.writer.newCard('cell/l3/s1', null);
  desk.invite!.painted();
  expect(invited()).toBeNull();
});
