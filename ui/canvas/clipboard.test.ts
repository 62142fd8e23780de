// Copying, cutting and pasting on the grid (spec 7.4, 7.5).
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallMap } from './small-map';

let map: Awaited<ReturnType<typeof smallMap>>;

beforeEach(async () => {
  map = await smallMap();
});
afterEach(() => map.close());

const focus = (key: string) => map.canvas.desk.focus(key);
const edits = () => map.shell.edits;
async function press(key: string, over: KeyboardEventInit = {}) {
  map.press(key, over);
  await map.settle();
}

test('Ctrl+C X V: copy, cut, paste', async () => {
  map.editor.selection.all(['card/a', 'card/c']);
  focus('card/a');
  await press('c', { ctrlKey: true });
  expect(map.shell.copied).toEqual([['a', 'c']]);
  expect(map.notices.said.sentence).toBe('2 cards copied');
  await press('x', { ctrlKey: true });
  expect(edits()).toMatchObject([{ edit: 'remove', records: [{ id: 'a' }, { id: 'c' }] }]);
  focus('card/b');
  await map.paste('one\ntwo');
  expect(map.shell.pasted).toEqual([
    {
      text: 'one\ntwo',
      html: '',
      at: { at: 'cell', lane: 'l1', stage: 's1', after: 'b' },
      asOne: false,
      sure: false,
    },
  ]);
  expect(map.notices.toasts.at(-1)).toMatchObject({
    sentence: 'Pasted 2 cards into Actions',
    action: { name: 'Undo' },
  });
});

test('Ctrl+Shift+V: paste as one card', async () => {
  focus('cell/l3/s1');
  await press('V', { ctrlKey: true, shiftKey: true });
  await map.paste('one\ntwo');
  await map.paste('one\ntwo');
  expect(map.shell.pasted.map((of) => of.asOne)).toEqual([true, false]);
});

test('a paste goes to the stages from a stage header, and a picture is for somebody else', async () => {
  focus('stage/s2');
  await map.paste('# Trial');
  expect(map.shell.pasted[0]).toMatchObject({ at: { at: 'stages', after: 's2' } });
  expect(await map.paste('')).toBe(true);
  expect(map.shell.pasted).toHaveLength(1);
});

test('a paste on what lies in a cell without being a card goes where it would go from the cell', async () => {
  focus('feeling/f');
  await map.paste('one\ntwo');
  expect(map.shell.pasted[0]).toMatchObject({ at: { at: 'cell', lane: 'l2', stage: 's2' } });
});

test('more than 60 cards are pasted after a question with their counts', async () => {
  map.shell.asksFirst = true;
  focus('cell/l3/s1');
  await map.paste('a lot');
  expect(map.editor.asking).toMatchObject({ what: 'paste', counts: { cards: 2, stages: 0 } });
  expect(edits()).toEqual([]);
  map.shell.asksFirst = false;
  if (map.editor.asking?.what === 'paste') map.editor.asking.go();
  await map.settle();
  expect(map.shell.pasted.at(-1)).toMatchObject({ sure: true });
});
