// Every row of the table of keys (spec 7.4) that acts on the grid, by its name there.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { smallMap } from './small-map';

let map: Awaited<ReturnType<typeof smallMap>>;

beforeEach(async () => {
  map = await smallMap();
});
afterEach(() => map.close());

const focus = (key: string) => map.canvas.desk.focus(key);
const at = () => map.editor.selection.focus;
const chosen = () => map.editor.selection.keys;
const edits = () => map.shell.edits;
async function press(key: string, over: KeyboardEventInit = {}) {
  const goesOn = map.press(key, over);
  await map.settle();
  return goesOn;
}

test('Alt+arrows: a stage that leaves a long card makes it shorter: that is told, with Undo', async () => {
  map.shell.announce = 'Stage moved, 2 of 3.';
  focus('stage/s1');
  map.press('ArrowRight', { altKey: true });
  await map.settle();
  expect(map.notices.toasts).toEqual([]);
  map.shell.shortened = 2;
  map.press('ArrowRight', { altKey: true });
  await map.settle();
  const [toast] = map.notices.toasts;
  expect(toast?.sentence).toBe('Stage moved, 2 of 3. 2 cards over several stages are shorter now.');
  expect([toast?.action?.name, map.notices.said.sentence]).toEqual(['Undo', toast?.sentence]);
});

test('Arrows: move in grid (↑↓ cards then lanes, ←→ stages)', async () => {
  focus('card/a');
  const walked = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowUp'])
    walked.push((await press(key), at()));
  expect(walked).toEqual([
    'card/b', 'cell/l2/s1', 'cell/l2/s2', 'cell/l3/s2', 'cell/l2/s2', 'card/c',
  ]); // prettier-ignore
});

test('Curve points: ↑↓ 0.25, Shift 0.5, ←→ position 0.1; Enter leads in and Escape out', async () => {
  focus('cell/l2/s2');
  await press('Enter');
  expect(at()).toBe('feeling/f');
  await press('ArrowDown');
  await press('ArrowUp', { shiftKey: true });
  await press('ArrowRight');
  const moved = { edit: 'move_feeling', id: 'f', stage: 's2' };
  expect(edits()).toEqual([
    { ...moved, value: 1.65, position: 0.5 },
    { ...moved, value: 2, position: 0.5 },
    { ...moved, value: 1.9, position: 0.6 },
  ]);
  await press('Escape');
  expect(at()).toBe('cell/l2/s2');
});

test('Curve points: Enter label, Del removes, N adds one beside', async () => {
  focus('feeling/f');
  await press('Enter');
  expect(map.box()?.value).toBe('hopeful');
  map.box()!.value = 'glad';
  await press('Enter');
  expect(edits()).toEqual([{ edit: 'set', table: 'feeling', id: 'f', field: 'label', value: 'glad' }]);
  await press('n');
  expect(edits()[1]).toMatchObject({ edit: 'add', table: 'feeling', fields: { stage: 's2', position: 0.8 } });
  focus('feeling/f');
  await press('Delete');
  expect(edits()[2]).toEqual({ edit: 'remove', records: [{ table: 'feeling', id: 'f' }] });
});

test('Arrows: what was clicked is let go where the focus walks on, what was gathered stays', async () => {
  map.editor.selection.only('card/a');
  focus('card/a');
  await press('ArrowDown');
  expect(chosen()).toEqual(['card/b']);
  await press(' ');
  await press(' ');
  await press('ArrowRight');
  expect(chosen()).toEqual(['card/b']);
});

test('Arrows: from the title down to the first stage', async () => {
  focus('title/m');
  await press('ArrowDown');
  expect(at()).toBe('stage/s1');
});

test('Home / End: first / last stage in lane', async () => {
  focus('card/c');
  await press('Home');
  expect(at()).toBe('card/a');
  await press('End');
  expect(at()).toBe('cell/l1/s3');
});

test('Ctrl+Home / End: first / last cell', async () => {
  focus('card/c');
  await press('End', { ctrlKey: true });
  expect(at()).toBe('card/d');
  // Where the map begins stands its title.
  map.viewport.scrollTop = 30;
  await press('Home', { ctrlKey: true });
  expect(at()).toBe('card/a');
  expect([map.viewport.scrollLeft, map.viewport.scrollTop]).toEqual([0, 0]);
});

test('PgUp / PgDn: screen up / down (Shift: sideways)', async () => {
  focus('card/a');
  await press('PageDown');
  expect(at()).toBe('cell/l3/s1');
  await press('PageUp');
  expect(at()).toBe('stage/s1');
  focus('card/a');
  await press('PageDown', { shiftKey: true });
  expect(at()).toBe('cell/l1/s3');
  await press('PageUp', { shiftKey: true });
  expect(at()).toBe('card/a');
});

test.each(['Enter', 'F2'])('Enter, F2: edit card / new in empty cell (%s)', async (key) => {
  focus('card/a');
  await press(key);
  expect(map.box()?.value).toBe('Finds us');
  await press('Escape');
  focus('cell/l3/s1');
  await press(key);
  expect(map.box()?.value).toBe('');
});

test.each([['n', {}], ['Enter', { shiftKey: true }]])('N or Shift+Enter: new card below (%s)', async (key, over) => {
  focus('card/a');
  map.press(key, over);
  map.type('Between');
  await press('Escape');
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'Between', 'Reads on']);
}); // prettier-ignore

test('Alt+arrows: move card(s): ↑↓ order, ←→ stage', async () => {
  map.editor.selection.all(['card/b', 'card/a']);
  focus('card/a');
  await press('ArrowRight', { altKey: true });
  expect(map.shell.texts('l1', 's2')).toEqual(['Compares', 'Finds us', 'Reads on']);
  expect(edits()).toHaveLength(1);
  await press('ArrowUp', { altKey: true });
  expect(map.shell.texts('l1', 's2')).toEqual(['Finds us', 'Reads on', 'Compares']);
  expect(at()).toBe('card/a');
});

test('Alt+arrows: where one of several cannot go on, all stay', async () => {
  map.editor.selection.all(['card/a', 'card/c']);
  focus('card/c');
  await press('ArrowLeft', { altKey: true });
  expect(edits()).toEqual([]);
});

test('Alt+arrows: pressed twice at once it goes two stages', async () => {
  focus('card/a');
  map.press('ArrowRight', { altKey: true });
  map.press('ArrowRight', { altKey: true });
  await map.settle();
  expect(map.shell.texts('l1', 's3')).toEqual(['Finds us']);
});

test('Alt+arrows say how to move back', async () => {
  map.shell.announce = 'Moved to Research, 2 of 2.';
  focus('card/a');
  await press('ArrowRight', { altKey: true });
  expect(map.notices.said.sentence).toBe('Moved to Research, 2 of 2. Alt+Left to move back.');
});

test('Ctrl+→ / Ctrl+←: longer / shorter over stages', async () => {
  map.editor.selection.all(['card/a', 'card/c']);
  focus('card/c');
  await press('ArrowRight', { ctrlKey: true });
  await press('ArrowLeft', { ctrlKey: true });
  expect(edits()).toEqual([
    { edit: 'stretch_cards', cards: ['a', 'c'], by: 1 },
    { edit: 'stretch_cards', cards: ['a', 'c'], by: -1 },
  ]);
});

test('Alt+Shift+↑↓: move to lane above / below', async () => {
  focus('card/a');
  await press('ArrowDown', { altKey: true, shiftKey: true });
  expect(map.shell.texts('l3', 's1')).toEqual(['Finds us']);
  await press('ArrowUp', { altKey: true, shiftKey: true });
  expect(map.shell.texts('l1', 's1')).toEqual(['Reads on', 'Finds us']);
});

test('Shift+arrows, Space: extend / toggle selection', async () => {
  focus('card/a');
  await press('ArrowDown', { shiftKey: true });
  expect(chosen()).toEqual(['card/a', 'card/b']);
  await press(' ');
  expect(chosen()).toEqual(['card/a']);
});

test('Ctrl+A: all in cell → lane → map', async () => {
  focus('card/a');
  const counts = [];
  for (let turn = 0; turn < 3; turn += 1) counts.push((await press('a', { ctrlKey: true }), chosen().length));
  expect(counts).toEqual([2, 3, 4]);
});

test.each(['Delete', 'Backspace'])('Del, Backspace: delete (%s)', async (key) => {
  map.editor.selection.all(['card/a', 'card/b']);
  focus('card/b');
  await press(key);
  expect(map.shell.texts('l1', 's1')).toEqual([]);
  expect(at()).toBe('cell/l1/s1');
});

test('Esc: clear selection, then it is for whoever comes next', async () => {
  map.editor.selection.only('card/a');
  focus('card/a');
  expect(await press('Escape')).toBe(false);
  expect(chosen()).toEqual([]);
  expect(await press('Escape')).toBe(true);
});

test('M: Move to… asks where', async () => {
  map.editor.selection.all(['card/a', 'card/c']);
  focus('card/c');
  await press('m');
  expect(map.editor.asking).toEqual({ what: 'move', cards: ['a', 'c'], focus: 'card/c' });
});

test('T: move to a lane of another kind, same stage', async () => {
  focus('card/c');
  await press('t');
  expect(map.editor.asking).toEqual({ what: 'lane', cards: ['c'], focus: 'card/c' });
});

test('S / Shift+S: new stage after / before, its name typed at once', async () => {
  focus('card/c');
  map.press('s');
  map.box()!.value = '';
  map.type('Trial');
  await press('Enter');
  const [added, named] = edits();
  expect(added).toMatchObject({ edit: 'add', table: 'stage', place: { after: 's2' } });
  expect(named).toMatchObject({ edit: 'set', table: 'stage', field: 'name', value: 'Trial' });
  focus('stage/s1');
  map.press('S', { shiftKey: true });
  await press('Escape');
  expect(edits()[2]).toMatchObject({ edit: 'add', table: 'stage', place: { before: 's1' } });
});

test('S, a name, Enter, S, a name: nothing typed meanwhile is lost or taken for a command', async () => {
  focus('stage/s3');
  map.press('s');
  map.box()!.value = '';
  map.type('Trial');
  map.press('Enter');
  map.press('s');
  await map.settle();
  map.box()!.value = '';
  map.type('Tests');
  await press('Enter');
  const names = edits().flatMap((edit) => (edit.edit === 'set' ? [edit.value] : []));
  expect(names).toEqual(['Trial', 'Tests']);
  expect(edits().filter((edit) => edit.edit === 'add')).toHaveLength(2);
});

test('G: gap after this stage', async () => {
  focus('card/a');
  await press('g');
  await press('Escape');
  expect(edits()[0]).toMatchObject({ edit: 'add', table: 'gap', fields: { stage: 's1' } });
  focus('stage/s3');
  await press('g');
  expect(map.notices.said.sentence).toBe('A gap needs a stage after it.');
  expect(edits()).toHaveLength(1);
});

test('R: revisit loop from this stage, its end chosen by arrows and Enter', async () => {
  focus('stage/s3');
  await press('r');
  expect(map.notices.said.sentence).toContain('Arrows choose the stage');
  await press('ArrowLeft');
  expect(at()).toBe('stage/s1');
  expect(map.above.querySelector('.rubber')?.classList).toContain('aimed');
  await press('Enter');
  expect(map.above.querySelector('.rubber')).toBeNull();
  expect(edits()[0]).toMatchObject({
    edit: 'add',
    table: 'path',
    fields: { kind: 'revisit', from: { table: 'stage', id: 's3' }, to: { table: 'stage', id: 's1' } },
  });
  expect(at()).toBe('stage/s3');
});

test('R: Escape leaves no trace', async () => {
  focus('card/d');
  await press('r');
  await press('Escape');
  expect([edits(), at(), map.notices.toasts]).toEqual([[], 'card/d', []]);
  expect(map.above.querySelector('.rubber')).toBeNull();
});

test('R: whoever goes elsewhere has changed their mind', async () => {
  focus('stage/s3');
  await press('r');
  focus('card/a');
  expect([map.above.querySelector('.rubber'), map.notices.toasts]).toEqual([null, []]);
  await press('Enter');
  expect(edits()).toEqual([]);
});

test('R: a click on a stage draws the loop to it, and what comes after is a click like any other', async () => {
  focus('stage/s3');
  await press('r');
  const click = (key: string) => {
    for (const name of ['pointerdown', 'pointerup']) map.pointer(name, map.element(key), 300, 120);
    map.element(key).click();
  };
  click('stage/s1');
  await map.settle();
  expect(edits()).toMatchObject([
    { edit: 'add', fields: { kind: 'revisit', from: { id: 's3' }, to: { id: 's1' } } },
  ]);
  expect([map.above.querySelector('.rubber'), map.notices.toasts, at()]).toEqual([null, [], 'stage/s3']);
  click('stage/s2');
  expect([chosen(), edits().length]).toEqual([['stage/s2'], 1]);
});

test('R: a click on anything else ends it', async () => {
  focus('stage/s3');
  await press('r');
  for (const name of ['pointerdown', 'pointerup']) map.pointer(name, document.body, 5, 5);
  expect([map.above.querySelector('.rubber'), map.notices.toasts]).toEqual([null, []]);
  await press('ArrowLeft');
  await press('Enter');
  expect(edits()).toEqual([]);
});

test.each([1, 2, 3, 4, 5])('1–5: severity, impact or rating of selection (%i)', async (rating) => {
  map.editor.selection.all(['card/d', 'card/a']);
  focus('card/a');
  await press(String(rating));
  const records = [{ table: 'card', id: 'd' }, { table: 'card', id: 'a' }]; // prettier-ignore
  expect(edits()).toEqual([{ edit: 'rate', records, rating }]);
});

test('1–5 on a French keyboard, where digits need Shift', async () => {
  focus('card/d');
  await press('(', { code: 'Digit5' });
  expect(edits()).toMatchObject([{ edit: 'rate', rating: 5 }]);
});

test.each([['v', {}, 1], ['V', { shiftKey: true }, -1], ['+', {}, 1], ['-', {}, -1]])(
  'V / Shift+V, + / −: vote / take back (%s)',
  async (key, over, votes) => {
    focus('card/d');
    await press(key, over);
    expect(edits()).toEqual([{ edit: 'vote', records: [{ table: 'card', id: 'd' }], votes }]);
  },
); // prettier-ignore

test('E: evidence cycles', async () => {
  focus('card/d');
  await press('e');
  expect(edits()).toEqual([{ edit: 'next_evidence', records: [{ table: 'card', id: 'd' }] }]);
});

test('single letters type in an empty cell, and do nothing anywhere once they are switched off', async () => {
  focus('cell/l3/s1');
  map.type('snrgv1');
  await press('Escape');
  expect(map.shell.texts('l3', 's1')).toEqual(['snrgv1']);
  map.shell.edits.length = 0;
  map.editor.singleLetters = () => false;
  focus('card/a');
  for (const key of ['s', 'n', 'g', 'r', 'v', 'e', '3', 'm', 't', '+']) await press(key);
  expect([edits(), map.box(), map.editor.asking]).toEqual([[], null, null]);
});

test('a map that cannot be changed takes no command', async () => {
  map.editor.open = { ...map.editor.open, read_only: 'It lies on a read-only disk.' };
  focus('card/a');
  for (const key of ['s', 'n', 'g', 'r', 'v', 'e', '3', 'm', 't', 'Delete', 'Enter']) await press(key);
  expect([edits(), map.box(), map.editor.asking]).toEqual([[], null, null]);
  await press('ArrowDown');
  expect(at()).toBe('card/b');
});

test('Ctrl+D: duplicate', async () => {
  map.editor.selection.all(['card/b', 'card/a']);
  focus('card/a');
  await press('d', { ctrlKey: true });
  const [edit] = edits();
  if (edit?.edit !== 'together') throw new Error('one step of undo');
  expect(edit.edits.map((one) => one.edit)).toEqual(['duplicate', 'duplicate', 'move_cards']);
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'Reads on', 'Finds us', 'Reads on']);
  expect(chosen()).toHaveLength(2);
});

test.each([['p', 'people'], ['o', 'owner'], ['l', 'answers']])(
  'L: link opportunity, O: owner team or person, P: whose is it (%s)',
  async (key, what) => {
    focus('card/d');
    await press(key);
    expect(map.editor.asking).toEqual({ what, records: [{ table: 'card', id: 'd' }], focus: 'card/d' });
  },
); // prettier-ignore

test('a map that was just opened hears its keys, though nothing on it has the focus yet', async () => {
  expect([document.activeElement, at()]).toEqual([document.body, 'stage/s1']);
  await press('ArrowDown');
  expect([document.activeElement, at()]).toEqual([map.element('card/a'), 'card/a']);
});

test('with the focus nowhere, Ctrl+Home enters the grid, what is pasted goes there, and nothing unseen is removed', async () => {
  await press('Home', { ctrlKey: true });
  expect(document.activeElement).toBe(map.element(at()!));
  map.element(at()!).blur();
  await press('Delete');
  expect([edits(), document.activeElement]).toEqual([[], map.element(at()!)]);
  map.element(at()!).blur();
  await map.paste('# Trial');
  expect(map.shell.pasted).toMatchObject([{ at: { at: 'cell', lane: 'l1', stage: 's1' } }]);
});

test('keys that are for a dialog or a bar stay away from the map', async () => {
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  document.body.append(dialog);
  await press('ArrowDown');
  await map.paste('# Trial');
  expect([document.activeElement, map.shell.pasted]).toEqual([document.body, []]);
  dialog.remove();
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  await press('ArrowDown');
  expect(document.activeElement).toBe(button);
  button.remove();
});
