// Writing on the map: the chain of new cards, keys that come early, and nothing left behind.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Choice } from '../shell/types';
import { smallMap } from './small-map';

let map: Awaited<ReturnType<typeof smallMap>>;

beforeEach(async () => {
  map = await smallMap();
});
afterEach(() => map.close());

const focus = (key: string) => map.canvas.desk.focus(key);

test('a character in a focused empty cell begins a card with it', async () => {
  focus('cell/l3/s1');
  map.type('Lost');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's1')).toEqual(['Lost']);
  expect(map.box()).toBeNull();
});

test('Enter opens the next card below, Tab one in the next stage, and Shift+Tab goes back', async () => {
  focus('cell/l3/s1');
  map.press('Enter');
  map.type('one');
  map.press('Enter');
  map.type('two');
  map.press('Tab');
  map.type('three');
  map.press('Tab', { shiftKey: true });
  map.type('four');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's1')).toEqual(['one', 'two', 'four']);
  expect(map.shell.texts('l3', 's2')).toEqual(['three']);
  expect(map.shell.ended).toHaveLength(4);
});

test('Shift+Tab as X11 tells it, by a key without a name, goes back as well', async () => {
  focus('cell/l3/s2');
  map.type('three');
  map.press('Unidentified', { code: 'Tab', shiftKey: true });
  map.type('one');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's1')).toEqual(['one']);
});

test('Ctrl+Down goes on in the next lane that takes cards', async () => {
  focus('cell/l1/s3');
  map.press('Enter');
  map.type('acts');
  map.press('ArrowDown', { ctrlKey: true });
  map.type('hurts');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l1', 's3')).toEqual(['acts']);
  expect(map.shell.texts('l3', 's3')).toEqual(['Waits too long', 'hurts']);
  expect(map.shell.texts('l2', 's3')).toEqual([]);
});

test('an empty card leaves no edit at all', async () => {
  focus('cell/l3/s1');
  map.press('Enter');
  map.press('Escape');
  focus('cell/l3/s1');
  map.press('Enter');
  map.press('Enter');
  await map.settle();
  expect(map.shell.edits).toEqual([]);
  expect(document.activeElement).toBe(map.element('cell/l3/s1'));
});

test('an empty card has room from the start, between the cards of its cell; without words the room goes', async () => {
  const place = (key: string) => map.editor.scene!.place(key)!;
  const before = place('card/b');
  focus('card/a');
  map.press('n');
  await map.settle();
  expect(map.shell.rooms).toMatchObject([{ lane: 'l1', stage: 's1', below: 'a' }]);
  const card = `card/${map.shell.rooms[0]!.card}`;
  expect(place('card/b').y).toBeGreaterThanOrEqual(place(card).y + place(card).h);
  expect(map.box()!.style.top).toBe(`${place(card).y}px`);
  expect(map.element(card).classList.contains('written')).toBe(true);
  map.press('Escape');
  await map.settle();
  expect(map.shell.rooms.at(-1)).toBeNull();
  expect(place('card/b')).toEqual(before);
  expect(map.editor.scene!.node(card)).toBeUndefined();
  expect(map.shell.edits).toEqual([]);
  // Words come into the room that is there.
  focus('card/a');
  map.press('n');
  await map.settle();
  const { left, top } = map.box()!.style;
  map.type('Asks');
  await map.settle();
  expect(map.box()!.style).toMatchObject({ left, top });
  // The next box takes the room over; with the last one it goes.
  map.press('Enter');
  await map.settle();
  expect(map.shell.rooms.slice(-2)).toMatchObject([{ below: 'a' }, { stage: 's1' }]);
  map.press('Escape');
  await map.settle();
  expect(map.shell.rooms.at(-1)).toBeNull();
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'Asks', 'Reads on']);
});

test('the room of an empty card is not read until there are words in it', async () => {
  focus('card/a');
  map.press('n');
  await map.settle();
  const card = `card/${map.shell.rooms[0]!.card}`;
  const hidden = () => map.element(card).getAttribute('aria-hidden');
  expect(hidden()).toBe('true');
  map.type('Asks');
  await map.settle();
  expect(map.element(card).classList.contains('written')).toBe(true);
  expect(hidden()).toBeNull();
  map.press('Escape');
  await map.settle();
  expect(hidden()).toBeNull();
});

test('a card whose words are taken away goes', async () => {
  focus('card/c');
  map.press('Enter');
  await map.settle();
  map.box()!.value = '';
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l1', 's2')).toEqual([]);
});

test('at the last stage Tab keeps the words, stops and says so', async () => {
  focus('cell/l1/s3');
  map.type('Signs');
  map.press('Tab');
  await map.settle();
  expect(map.box()).toBeNull();
  expect(map.shell.texts('l1', 's3')).toEqual(['Signs']);
  expect(map.notices.said.sentence).toBe('Last stage');
});

test('keys pressed before the words of a card have come are kept, commands among them', async () => {
  let release = () => {};
  map.shell.hold = new Promise((done) => (release = done));
  focus('card/a');
  map.press('F2');
  map.type('ns');
  map.press('Enter');
  expect(map.shell.edits).toEqual([]);
  release();
  map.shell.hold = null;
  await map.settle();
  map.type('next');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds usns', 'next', 'Reads on']);
});

test('an accent that the input method makes while keys wait stays among them', async () => {
  let release = () => {};
  map.shell.hold = new Promise((done) => (release = done));
  focus('card/a');
  map.press('F2');
  map.type('x');
  map.press('Enter');
  map.type('caf');
  // The keys of a composition are no characters; what it comes to is typed into whatever has the focus.
  map.press('Unidentified', { keyCode: 229 });
  map.compose('é');
  map.type(' so');
  map.press('Enter');
  map.compose('あか');
  map.press('Escape');
  release();
  map.shell.hold = null;
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds usx', 'café so', 'あか', 'Reads on']);
});

test('an accent that waited begins a card in an empty cell', async () => {
  let release = () => {};
  map.shell.hold = new Promise((done) => (release = done));
  focus('card/a');
  map.press('F2');
  map.press('Escape');
  map.press('ArrowRight');
  map.press('ArrowDown');
  map.press('ArrowDown');
  map.compose('é');
  map.press('Escape');
  release();
  map.shell.hold = null;
  await map.settle();
  const found = Object.values(map.shell.cards)
    .flatMap((lane) => Object.values(lane))
    .flat();
  expect(found.map(({ text }) => text)).toContain('é');
});

test('a character that no key names, like an emoji of its own key, waits as well', async () => {
  let release = () => {};
  map.shell.hold = new Promise((done) => (release = done));
  focus('card/a');
  map.press('F2');
  map.press('Enter');
  map.type('go ');
  expect(map.press('Unidentified')).toBe(true);
  map.compose('👍', 'insertText');
  map.press('Escape');
  release();
  map.shell.hold = null;
  await map.settle();
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'go 👍', 'Reads on']);
});

test('what is typed before the words have come is kept where the box is left at once', async () => {
  let release = () => {};
  map.shell.hold = new Promise((done) => (release = done));
  focus('card/a');
  map.press('F2');
  map.type(' early');
  map.canvas.desk.writer.close();
  // As the window that closes does.
  const rested = map.editor.rest();
  release();
  map.shell.hold = null;
  await rested;
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us early', 'Reads on']);
  expect(map.shell.ended).toHaveLength(1);
});

test('letters that are shortcuts of the grid are letters in the box', async () => {
  focus('cell/l3/s1');
  map.type('snSN');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's1')).toEqual(['snSN']);
  expect(map.shell.edits.every((edit) => edit.edit !== 'add' || edit.table === 'card')).toBe(true);
});

test('Enter never ends a card while a character is being composed', () => {
  focus('cell/l3/s1');
  map.press('Enter');
  map.type('に');
  map.press('Enter', { isComposing: true });
  expect(map.box()?.value).toBe('に');
});

test('Enter and Escape on a name end it; the stage gets the name', async () => {
  focus('stage/s1');
  map.press('F2');
  await map.settle();
  map.box()!.value = 'First contact';
  map.box()!.dispatchEvent(new Event('input'));
  map.press('Enter');
  await map.settle();
  expect(map.shell.edits).toEqual([
    { edit: 'set', table: 'stage', id: 's1', field: 'name', value: 'First contact' },
  ]);
  expect(map.box()).toBeNull();
});

test.each(['stage/s1', 'label/l1', 'card/a', 'path/p'])(
  'a box over %s is not hidden with the words it is over',
  async (key) => {
    focus(key);
    map.press('F2');
    await map.settle();
    expect(map.box()).not.toBeNull();
    expect(map.box()?.closest('.node.written')).toBeNull();
  },
);

test('a lane that shows other records takes no card', () => {
  focus('cell/l2/s1');
  map.press('Enter');
  map.type('x');
  expect(map.box()).toBeNull();
});

test('letters that are typed where no card goes are no commands', async () => {
  map.editor.laneKinds.set('l2', 'teams');
  focus('cell/l2/s1');
  map.type('rests');
  await map.settle();
  expect(map.shell.edits).toEqual([]);
  expect([map.box(), map.notices.said.sentence]).toEqual([null, '']);
  // A gap is what a cell for gaps is there for.
  map.editor.laneKinds.set('l2', 'gaps');
  map.type('g');
  expect(map.box()).not.toBeNull();
});

test('the box shows what the template asks', async () => {
  focus('cell/l3/s1');
  map.press('Enter');
  await map.settle();
  expect(map.box()?.placeholder).toBe('What do they do?');
});

test('with nothing left to take back in the text, Ctrl+Z takes back the step before', async () => {
  let undone = 0;
  map.shell.undo = () => {
    undone += 1;
    return Promise.resolve(null);
  };
  focus('card/a');
  map.press('Enter');
  await map.settle();
  map.box()!.value = 'Finds us!';
  map.press('z', { ctrlKey: true });
  expect(undone).toBe(0);
  expect(map.box()).not.toBeNull();
  map.box()!.value = 'Finds us';
  map.press('z', { ctrlKey: true });
  await map.settle();
  expect(undone).toBe(1);
  expect(map.box()).toBeNull();
});

test('keys pressed right after Ctrl+Z wait for the step back, and act on what is left', async () => {
  let arrive = () => {};
  map.shell.undo = () => new Promise((done) => (arrive = () => done(null)));
  focus('card/a');
  map.press('Enter');
  await map.settle();
  map.press('z', { ctrlKey: true });
  await map.settle();
  map.press('ArrowDown');
  await map.settle();
  expect(map.editor.selection.focus).toBe('card/a');
  arrive();
  await map.settle();
  expect(map.editor.selection.focus).toBe('card/b');
});

test('keys go on where a box went before its words came', async () => {
  focus('card/a');
  map.press('Enter');
  // The words are on their way: the command waits for them, and the keys behind it for the command.
  map.press('Escape');
  map.canvas.desk.writer.write('card/c');
  await map.settle();
  map.press('Escape');
  await map.settle();
  expect(map.box()).toBeNull();
  focus('cell/l3/s1');
  map.press('Enter');
  expect(map.box()).not.toBeNull();
});

test('keys that go on stand under the box of a new card until they are known', async () => {
  const under = () => document.querySelector('.under')?.textContent ?? null;
  focus('cell/l3/s1');
  map.press('Enter');
  expect(under()).toBe('Enteradd anotherTabnext stageEscdone');
  map.press('Escape');
  expect(under()).toBeNull();
  map.editor.hints = () => false;
  focus('cell/l3/s1');
  map.press('Enter');
  expect(under()).toBeNull();
});

test('while a touchpoint is made, the channels that fit are offered, and one is taken by key or click', async () => {
  map.editor.laneKinds.set('l1', 'touchpoints');
  const channel = (label: string) => ({ value: label, label, icon: null }) as unknown as Choice;
  map.editor.shell.channels = () => Promise.resolve(['E-mail', 'Phone', 'Video call'].map(channel));
  const offered = () =>
    [...document.querySelectorAll('.under [role=option]')].map((one) => one.textContent?.trim());
  focus('cell/l1/s3');
  map.press('Enter');
  await map.settle();
  expect(offered()).toEqual(['E-mail', 'Phone', 'Video call']);
  map.type('ca');
  expect(offered()).toEqual(['Video call']);
  map.press('ArrowDown');
  expect(map.box()?.getAttribute('aria-activedescendant')).toBe('channels-offered-0');
  map.press('Enter');
  await map.settle();
  document.querySelectorAll<HTMLElement>('.under [role=option]')[1]?.click();
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l1', 's3')).toEqual(['Video call', 'Phone']);
  expect(offered()).toEqual([]);
});

test('Tab from a stage name to the next one takes the selection along', async () => {
  map.editor.selection.only('stage/s1');
  map.canvas.desk.writer.write('stage/s1', true);
  await map.settle();
  map.press('Tab');
  await map.settle();
  expect(map.editor.selection.keys).toEqual(['stage/s2']);
  map.press('Tab');
  await map.settle();
  map.press('Enter');
  await map.settle();
  expect([map.editor.selection.keys, map.editor.selection.focus]).toEqual([['stage/s3'], 'stage/s3']);
});

/** Lets Rust take its time for what is typed; answers with the names of what was asked, in order. */
function slowly(): string[] {
  const asked: string[] = [];
  const { amend, endTyping } = map.shell;
  const late = () => new Promise((done) => setTimeout(done, 15));
  map.shell.amend = async (of) => {
    asked.push(of.edit.edit);
    await late();
    return amend(of);
  };
  map.shell.endTyping = async (of) => {
    asked.push('end');
    await late();
    return endTyping(of);
  };
  map.shell.undo = () => (asked.push('undo'), Promise.resolve(null));
  return asked;
}

test('what is pressed after the end of a box is about what was written in it, however slow the program is', async () => {
  slowly();
  focus('cell/l1/s3');
  for (const words of ['First', 'Second']) {
    map.type(words);
    map.press('Enter');
  }
  map.type('Third');
  map.press('Escape');
  map.press('Delete');
  await vi.waitFor(() => expect(map.shell.edits.at(-1)?.edit).toBe('remove'));
  await map.settle();
  expect(map.shell.texts('l1', 's3')).toEqual(['First', 'Second']);
});

test('a step back that is asked for while words are on their way comes after them', async () => {
  const asked = slowly();
  focus('cell/l1/s3');
  for (const words of ['First', 'Second']) {
    map.type(words);
    map.press('Enter');
  }
  map.press('Escape');
  await map.editor.undo();
  await vi.waitFor(() => expect(asked).toContain('undo'));
  expect(asked.at(-1)).toBe('undo');
  expect(map.shell.texts('l1', 's3')).toEqual(['First', 'Second']);
});

test('a card that begins with a dead key begins with its accent, also where keys wait', async () => {
  const dead = (mark: string) => {
    window.desirePathAccent = mark;
    map.press('Dead');
  };
  focus('cell/l3/s1');
  dead('\u0301');
  map.type('etat ');
  dead('\u0302');
  map.type(' n');
  dead('\u0303');
  map.type('q');
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's1')).toEqual(['état ^n~q']);
  // Keys wait, and so does the accent behind them.
  focus('cell/l3/s2');
  let come = () => {};
  void map.canvas.desk.held.until(new Promise<void>((done) => (come = done)));
  dead('\u0308');
  map.press('Shift');
  map.type('Uber');
  expect(map.box()).toBeNull();
  come();
  await map.settle();
  map.press('Escape');
  await map.settle();
  expect(map.shell.texts('l3', 's2')).toEqual(['Über']);
  delete window.desirePathAccent;
});
