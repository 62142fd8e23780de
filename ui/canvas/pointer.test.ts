// The gestures of the design's table of gestures (7.3), row by row, on the small map.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallMap } from './small-map';

let map: Awaited<ReturnType<typeof smallMap>>;

beforeEach(async () => {
  map = await smallMap({ gap: 's1', legend: true });
  map.shell.fields.f = { stage: 's2', position: 0.5, value: 0.5, label: 'Hopeful' };
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  map.close();
});

type At = [number, number];

/** The middle of a node, in the small Scene's px, which are the window's in tests. */
function middle(key: string): At {
  const place = map.editor.scene!.place(key)!;
  return [place.x + place.w / 2, place.y + place.h / 2];
}

/** Presses on an element and moves on, without letting go. */
function drag(target: string | Element, from: At, to: At[], over: PointerEventInit = {}): void {
  map.pointer('pointerdown', typeof target === 'string' ? map.element(target) : target, ...from, over);
  map.pointer('pointermove', map.viewport, from[0] + 5, from[1] + 5, over);
  for (const at of to) map.pointer('pointermove', map.viewport, ...at, over);
}

async function drop(at: At, over: PointerEventInit = {}): Promise<void> {
  map.pointer('pointerup', map.viewport, ...at, over);
  await map.settle();
}

/** Cancels what is under way and expects that no edit was left. */
async function escapes(): Promise<void> {
  map.press('Escape');
  await map.settle();
  const left = map.above.querySelector('.drag-copy, .drop-line, .brush, .rubber, .live-tag, .feel-ring');
  expect(left).toBeNull();
  expect(map.viewport.className).toBe('');
}

/** Lets frames run for a while, the clock of which is the test's. */
function frames(): (count: number) => void {
  const due: FrameRequestCallback[] = [];
  const cancelled = new Set<number>();
  let [now, done] = [0, 0];
  vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => done + due.push(call));
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => cancelled.add(frame));
  return (count) => {
    for (let at = 0; at < count; at += 1) {
      now += 50;
      for (const call of due.splice(0)) {
        done += 1;
        if (!cancelled.has(done)) call(now);
      }
    }
  };
}

test('Click: card: selects; Ctrl adds, Shift extends over the stages of the lane', () => {
  const click = (key: string, over: PointerEventInit = {}) => {
    map.pointer('pointerdown', map.element(key), ...middle(key), over);
    map.pointer('pointerup', map.viewport, ...middle(key), over);
  };
  click('card/a');
  click('card/c', { shiftKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c']);
  click('card/d', { ctrlKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c', 'd']);
  click('card/a', { ctrlKey: true });
  expect(map.editor.selection.cards).toEqual(['b', 'c', 'd']);
});

test('Double-click: curve: a new point of the primary person', async () => {
  // The lane's curve is 125 high: +1 lies 19.25 above its middle at 342.5.
  const event = new MouseEvent('dblclick', { bubbles: true, button: 0, clientX: 224, clientY: 324 });
  map.element('cell/l2/s1').dispatchEvent(event);
  await map.settle();
  expect(map.shell.edits).toMatchObject([
    { edit: 'add', table: 'feeling', fields: { lane: 'l2', stage: 's1', position: 0.25, value: 1 } },
  ]);
});

test('Press-drag: cards: Ctrl or Alt leaves them and lays copies, live', async () => {
  drag('card/a', middle('card/a'), [middle('cell/l1/s3')]);
  expect(map.element('card/a').classList).toContain('lifted');
  expect(map.above.querySelector('.drag-plus')).toBeNull();
  map.press('Control');
  expect(map.above.querySelector('.drag-plus')?.textContent).toBe('+');
  expect(map.element('card/a').classList).not.toContain('lifted');
  window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Control' }));
  expect(map.above.querySelector('.drag-plus')).toBeNull();
  await drop(middle('cell/l1/s3'), { altKey: true });
  expect(map.shell.texts('l1', 's1')).toEqual(['Finds us', 'Reads on']);
  expect(map.shell.texts('l1', 's3')).toEqual(['Finds us']);
  expect(map.shell.edits).toHaveLength(1);
  const [copy] = map.editor.selection.cards;
  expect(copy).not.toBe('a');
  expect(map.editor.selection.focus).toBe(`card/${copy}`);
});

test('Press-drag: a finger holds for 250 ms, before that it scrolls', () => {
  vi.useFakeTimers();
  const touch = { pointerType: 'touch' };
  drag('card/a', middle('card/a'), [[400, 300]], touch);
  expect(map.above.querySelector('.drag-copy')).toBeNull();
  expect(map.viewport.classList).toContain('panning');
  map.pointer('pointerup', map.viewport, 400, 300, touch);

  map.pointer('pointerdown', map.element('card/a'), ...middle('card/a'), touch);
  vi.advanceTimersByTime(250);
  expect(map.element('card/a').classList).toContain('held');
  map.pointer('pointermove', map.viewport, 400, 300, touch);
  expect(map.above.querySelector('.drag-copy')).not.toBeNull();
});

test('Press-drag: a folded lane opens after 600 ms and is folded again without a drop', async () => {
  map.shell.fields.l3 = { collapsed: true };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  drag('card/a', middle('card/a'), [middle('cell/l3/s2')]);
  vi.advanceTimersByTime(600);
  vi.useRealTimers();
  await map.settle();
  expect(map.shell.edits).toMatchObject([{ edit: 'set', id: 'l3', field: 'collapsed', value: false }]);
  await escapes();
  expect(map.shell.fields.l3).toEqual({ collapsed: true });
  expect(map.shell.ended).toHaveLength(1);
});

test('Press-drag: a folded lane that the cards went into stays open, as one step', async () => {
  map.shell.fields.l3 = { collapsed: true };
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  drag('card/a', middle('card/a'), [middle('cell/l3/s2')]);
  vi.advanceTimersByTime(600);
  vi.useRealTimers();
  await map.settle();
  await drop(middle('cell/l3/s2'));
  expect(map.shell.fields.l3).toEqual({ collapsed: false });
  expect(map.shell.texts('l3', 's2')).toEqual(['Finds us']);
  expect(map.shell.edits.at(-1)).toMatchObject({ edit: 'together', edits: [{ edit: 'move_cards' }, {}] });
});

test('Auto-scroll: both ways while the pointer rests, until the drag ends', () => {
  const run = frames();
  drag('card/a', middle('card/a'), [[1199, 799]]);
  run(5);
  const [left, top] = [map.viewport.scrollLeft, map.viewport.scrollTop];
  // Four steps of 50 ms at nearly 900 px a second.
  expect(left).toBeGreaterThan(150);
  expect(top).toBe(left);
  map.press('Escape');
  run(5);
  expect([map.viewport.scrollLeft, map.viewport.scrollTop]).toEqual([left, top]);
});

test('Drag: stage header: reorders, with a line across the whole map', async () => {
  drag('stage/s1', middle('stage/s1'), [[700, 120]]);
  const line = map.above.querySelector<HTMLElement>('.drop-line.upright')!;
  expect(line.style.left).toBe('774px');
  expect(line.style.height).toBe('419px');
  await drop([700, 120]);
  expect(map.shell.edits).toEqual([{ edit: 'reorder', table: 'stage', id: 's1', place: { after: 's3' } }]);
});

test('Drag: stage header: Escape, and the place where it was, change nothing', async () => {
  drag('stage/s2', middle('stage/s2'), [[700, 120]]);
  await escapes();
  drag('stage/s2', middle('stage/s2'), [[390, 120]]);
  await drop([390, 120]);
  expect(map.shell.edits).toEqual([]);
});

test('Drag: lane label: reorders, also onto the other sheet', async () => {
  drag('label/l1', middle('label/l1'), [[60, 500]]);
  expect(map.above.querySelector<HTMLElement>('.drop-line.across')!.style.top).toBe('515px');
  await drop([60, 500]);
  drag('label/l3', middle('label/l3'), [[60, 400]]);
  await drop([60, 400]);
  drag('label/l1', middle('label/l1'), [[60, 200]]);
  await drop([60, 200]);
  expect(map.shell.edits).toEqual([
    { edit: 'move_lane', id: 'l1', zone: 'insight', place: { after: 'l3' } },
    { edit: 'move_lane', id: 'l3', zone: 'experience', place: { after: 'l2' } },
  ]);
  drag('label/l1', middle('label/l1'), [[60, 500]]);
  await escapes();
  expect(map.shell.edits).toHaveLength(2);
});

test('Drag: empty sheet: a frame selects what it touches, Shift adds, Escape takes back', async () => {
  drag('cell/l1/s2', [560, 270], [[180, 190]]);
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c']);
  await drop([180, 190]);
  expect(map.editor.selection.focus).toBe('card/a');
  drag('cell/l3/s3', [600, 500], [[700, 425]], { shiftKey: true });
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c', 'd']);
  await escapes();
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c']);
  // A capsule reaches beyond the cell in which it begins.
  drag('cell/l3/s2', [430, 505], [[380, 480]]);
  expect(map.editor.selection.keys).toEqual(['gap/g']);
});

test('Drag: empty sheet: a frame that grows and shrinks follows', () => {
  drag('cell/l1/s3', [760, 275], [[178, 160]]);
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c']);
  map.pointer('pointermove', map.viewport, 500, 160);
  expect(map.editor.selection.cards).toEqual(['c']);
  map.pointer('pointermove', map.viewport, 178, 160);
  expect(map.editor.selection.cards).toEqual(['a', 'b', 'c']);
});

test('Drag: emotion point: value in quarters, Ctrl freely, Shift along its stage, one session', async () => {
  const from = middle('feeling/f');
  map.pointer('pointerdown', map.element('feeling/f'), ...from);
  map.pointer('pointermove', map.viewport, from[0], from[1] + 6);
  await map.settle();
  // The point lies at 312: 20 lower is a value of 1.03 less than its height says.
  map.pointer('pointermove', map.viewport, from[0] + 40, from[1] + 20);
  await map.settle();
  expect(map.shell.edits.at(-1)).toEqual({
    edit: 'move_feeling',
    id: 'f',
    stage: 's2',
    position: 0.5,
    value: 0.5,
  });
  expect(map.above.querySelector('.live-tag')?.textContent).toBe('0.5 Hopeful');
  map.pointer('pointermove', map.viewport, from[0] + 40, from[1] + 20, { ctrlKey: true });
  map.pointer('pointermove', map.viewport, from[0] + 40, from[1] + 63, { shiftKey: true });
  await map.settle();
  const moves = map.shell.edits.filter(({ edit }) => edit === 'move_feeling');
  expect(moves.at(-1)).toEqual({ edit: 'move_feeling', id: 'f', stage: 's2', position: 0.71, value: -1.75 });
  expect(map.above.querySelector('.live-tag')?.textContent).toBe('−1.75 Hopeful');
  await drop([from[0] + 40, from[1] + 63], { shiftKey: true });
  expect(map.shell.ended).toHaveLength(1);
});

test('Drag: emotion point: Escape puts it back', async () => {
  const from = middle('feeling/f');
  drag('feeling/f', from, []);
  await map.settle();
  map.pointer('pointermove', map.viewport, from[0], from[1] + 40);
  await map.settle();
  await escapes();
  expect(map.shell.edits.at(-1)).toEqual({
    edit: 'move_feeling',
    id: 'f',
    stage: 's2',
    position: 0.5,
    value: 0.5,
  });
  expect(map.shell.ended).toHaveLength(1);
});

test('Drag: node → node: a revisit backwards, a skip forwards', async () => {
  // Nodes lie 20 px right of their columns' edges, at 96.
  drag('stage/s3', [594, 96], [[200, 110]]);
  expect(map.above.querySelector('.rubber')?.classList).toContain('aimed');
  await drop([200, 110]);
  drag('stage/s1', middle('stage/s1'), [[700, 110]], { ctrlKey: true });
  await drop([700, 110], { ctrlKey: true });
  const ends = (from: string, to: string) => ({
    from: { table: 'stage', id: from },
    to: { table: 'stage', id: to },
  });
  expect(map.shell.edits).toMatchObject([
    { edit: 'add', table: 'path', fields: { kind: 'revisit', ...ends('s3', 's1') } },
    { edit: 'add', table: 'path', fields: { kind: 'skip', ...ends('s1', 's3') } },
  ]);
});

test('Drag: node → node: nothing on its own stage, beside the header, or after Escape', async () => {
  drag('stage/s3', [594, 96], [[650, 110]]);
  await drop([650, 110]);
  drag('stage/s3', [594, 96], [[200, 300]]);
  await drop([200, 300]);
  drag('stage/s3', [594, 96], [[200, 110]]);
  await escapes();
  expect(map.shell.edits).toEqual([]);
});

test('Drag: the loop handle on hover draws a path as well', async () => {
  map.pointer('pointermove', map.element('stage/s2'), ...middle('stage/s2'));
  const loop = map.element('stage/s2').querySelector('.handle.loop')!;
  drag(loop, [394, 96], [[200, 110]]);
  await drop([200, 110]);
  expect(map.shell.edits).toMatchObject([{ edit: 'add', table: 'path', fields: { kind: 'revisit' } }]);
});

test('Drag: column edge: stage width live, within its bounds, one session', async () => {
  map.editor.camera.layout = 'natural';
  map.shell.fields.s1 = { id: 's1', width: 240 };
  map.pointer('pointermove', map.element('cell/l1/s1'), 373, 250);
  expect(map.viewport.classList).toContain('at-column');
  expect(map.above.querySelector('.edge-line.upright')).not.toBeNull();
  drag('cell/l1/s1', [373, 250], [[403, 250]]);
  await map.settle();
  map.pointer('pointermove', map.viewport, 2000, 250);
  await map.settle();
  await drop([2000, 250]);
  const sent = map.shell.edits.map((edit) => ('value' in edit ? edit.value : edit));
  expect(sent.at(-1)).toBe(480);
  expect(map.shell.ended).toHaveLength(1);
  drag('cell/l1/s1', [373, 250], [[383, 250]]);
  await map.settle();
  await escapes();
  expect(map.shell.fields.s1!.width).toBe(480);
});

test('Double-click: column edge: fits the width to the text', async () => {
  const event = new MouseEvent('dblclick', { bubbles: true, button: 0, clientX: 374, clientY: 250 });
  map.element('cell/l1/s2').dispatchEvent(event);
  await map.settle();
  expect(map.shell.edits).toEqual([{ edit: 'set', table: 'stage', id: 's1', field: 'width', value: 176 }]);
});

test('Drag: lower edge of a curve lane: its height, 120 to 320', async () => {
  map.pointer('pointermove', map.element('cell/l2/s1'), 250, 404);
  expect(map.viewport.classList).toContain('at-lane');
  drag('cell/l2/s1', [250, 404], []);
  await map.settle();
  map.pointer('pointermove', map.viewport, 250, 450);
  await map.settle();
  expect(map.shell.edits.at(-1)).toMatchObject({ table: 'lane', id: 'l2', field: 'height', value: 238 });
  map.pointer('pointermove', map.viewport, 250, 900);
  await map.settle();
  expect(map.shell.edits.at(-1)).toMatchObject({ value: 320 });
  await escapes();
  expect(map.shell.fields.l2!.height).toBeNull();
});

test('Drag: edges and points: a hand that is quicker than the answer loses nothing', async () => {
  map.editor.camera.layout = 'natural';
  map.shell.fields.s1 = { id: 's1', width: 240 };
  drag('cell/l1/s1', [373, 250], [[403, 250]]);
  await drop([403, 250]);
  drag('cell/l2/s1', [250, 404], [[250, 450]]);
  await drop([250, 450]);
  const from = middle('feeling/f');
  drag('feeling/f', from, [[from[0], from[1] + 40]]);
  await drop([from[0], from[1] + 40]);
  expect(map.shell.edits).toMatchObject([
    { field: 'width', value: 270 },
    { field: 'height', value: 238 },
    { edit: 'move_feeling', value: -0.5 },
  ]);
  expect(map.shell.ended).toHaveLength(3);
});

test('Drag: the end of a card: over the stages up to the nearest boundary', async () => {
  map.editor.selection.only('card/a');
  map.canvas.select(['card/a']);
  const end = map.element('card/a').querySelector('.handle.end')!;
  drag(end, [367, 182], [[530, 182]]);
  expect(map.above.querySelector('.stretch-ghost')).not.toBeNull();
  await drop([530, 182]);
  expect(map.shell.edits).toEqual([{ edit: 'span_card', id: 'a', stage: 's1', to_stage: 's2' }]);
});

test('Drag: the end of a card with Ctrl: a path from card to card', async () => {
  map.editor.selection.only('card/d');
  map.canvas.select(['card/d']);
  const end = map.element('card/d').querySelector('.handle.end')!;
  const ctrl = { ctrlKey: true };
  drag(end, [767, 442], [middle('card/a')], ctrl);
  expect(map.above.querySelector('.rubber')?.classList).toContain('aimed');
  await drop(middle('card/a'), ctrl);
  expect(map.shell.edits).toMatchObject([
    {
      edit: 'add',
      table: 'path',
      fields: { kind: 'revisit', from: { table: 'card', id: 'd' }, to: { table: 'card', id: 'a' } },
    },
  ]);
});

test('Drag: gap capsule: to another boundary, never behind the last stage', async () => {
  drag('gap/g', middle('gap/g'), [[760, 480]]);
  expect(map.above.querySelector<HTMLElement>('.drop-line.upright')!.style.left).toBe('574px');
  await drop([760, 480]);
  expect(map.shell.edits).toEqual([{ edit: 'move_gap', id: 'g', stage: 's2', place: 'last' }]);
  drag('gap/g', middle('gap/g'), [[380, 480]]);
  await drop([380, 480]);
  expect(map.shell.edits).toHaveLength(1);
});

test('Click: a person in the legend becomes the primary one', async () => {
  const paul = map.element('label/l2').querySelector<HTMLElement>('[data-key="legend/l2/Paul"]')!;
  map.pointer('pointerdown', paul, 100, 350);
  map.pointer('pointerup', map.viewport, 100, 350);
  await map.settle();
  expect(map.shell.edits).toEqual([
    { edit: 'set', table: 'cast', id: 'cast-Paul', field: 'primary', value: true },
  ]);
});

test('Wheel: Shift scrolls sideways, Ctrl zooms at the pointer', () => {
  const turn = (over: object) => {
    const event = { deltaX: 0, deltaY: 100, deltaMode: 0, clientX: 100, clientY: 50, ...over };
    map.viewport.dispatchEvent(Object.assign(new Event('wheel', { cancelable: true }), event));
  };
  turn({ shiftKey: true });
  expect([map.viewport.scrollLeft, map.viewport.scrollTop]).toEqual([100, 0]);
  turn({ ctrlKey: true, deltaY: -100 });
  expect(map.editor.camera.zoom).toBeCloseTo(Math.exp(0.2), 5);
});

test('Larger text: cards keep all their lines as long as they are seen large enough', () => {
  const { editor, canvas } = map;
  editor.camera.zoomTo(0.55);
  expect([editor.camera.detail, canvas.painter.world.classList.contains('detail-line')]).toEqual([
    'line',
    true,
  ]);
  editor.preferences.settings = { ...editor.preferences.settings, ui_scale: 1.5 };
  canvas.zoomed(editor.camera);
  expect([editor.camera.detail, canvas.painter.world.classList.contains('detail-line')]).toEqual([
    'full',
    false,
  ]);
});

test('Space + drag, middle drag: pan, and nothing is selected by it', () => {
  map.editor.selection.only('card/a');
  map.canvas.desk.focus('card/c');
  map.press(' ');
  drag('card/d', middle('card/d'), [[500, 400]]);
  expect(map.viewport.classList).toContain('panning');
  map.pointer('pointerup', map.viewport, 500, 400);
  window.dispatchEvent(new KeyboardEvent('keyup', { key: ' ' }));
  expect(map.editor.selection.cards).toEqual(['a']);
  const { scrollTop } = map.viewport;
  expect(scrollTop).toBeGreaterThan(0);
  drag('card/d', [500, 400], [[500, 390]], { button: 1 });
  expect(map.viewport.scrollTop).toBe(scrollTop + 10);
  map.pointer('pointerup', map.viewport, 500, 390, { button: 1 });
  expect(map.editor.selection.cards).toEqual(['a']);
});

test('Pinch: two fingers zoom, whatever the first one had begun', () => {
  const finger = (id: number) => ({ pointerType: 'touch', pointerId: id });
  map.pointer('pointerdown', map.element('card/a'), 300, 300, finger(1));
  map.pointer('pointerdown', map.viewport, 500, 300, finger(2));
  map.pointer('pointermove', map.viewport, 700, 300, finger(2));
  expect(map.editor.camera.zoom).toBeCloseTo(2, 5);
  map.pointer('pointerup', map.viewport, 700, 300, finger(2));
  map.pointer('pointerup', map.viewport, 300, 300, finger(1));
  expect(map.editor.selection.keys).toEqual([]);
});

test('what is filtered dims the marks of a gap with it, and leaves them clear where it is found', async () => {
  const clear = (...found: string[]) => {
    map.canvas.filter(new Set(found), false);
    return [...map.viewport.querySelectorAll<HTMLElement>('.hit')].map(({ dataset }) => dataset.key).sort();
  };
  expect(clear('gap/g', 'card/a')).toEqual(['card/a', 'gap/g', 'gapdisc/l2/s1', 'gapline/s1']);
  expect(clear('card/a')).toEqual(['card/a']);
  map.canvas.filter(null, false);
  expect(map.viewport.querySelector('.hit')).toBeNull();
  // Styles go by these.
  expect(map.element('gapdisc/l2/s1').matches('.layer-gap.role-decoration')).toBe(true);
  expect(map.element('gapline/s1').matches('.layer-gap_line')).toBe(true);
});
