// Brushing: a frame drawn over the empty sheet selects what it touches.
import type { NodeKey, Point, Rect } from '../shell/types';
import { div, put } from '../scene/dom';
import { within } from './autoscroll';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';
import { stops } from './keys/steps';

/** A frame under way. With Shift or Ctrl it adds to what was selected. */
export class Brush extends Dragging {
  readonly #frame = div('brush');
  /** Where it began, in the Scene's px: scrolling takes it along. */
  readonly #start: Point;
  /** What was selected before. */
  readonly #before: readonly NodeKey[];
  readonly #kept: readonly NodeKey[];
  /** What reaches beyond its cell: cards over several stages, capsules on a boundary. */
  readonly #wide: readonly NodeKey[];
  /** The frame as it was looked at last, and what it touched, cell by cell. */
  #looked: Rect = { x: 0, y: 0, w: 0, h: 0 };
  #touched = new Map<NodeKey, readonly NodeKey[]>();

  constructor(desk: Desk, pressed: PointerEvent, event: PointerEvent, after: Moment) {
    super(desk, event, after);
    this.#start = desk.toScene(pressed);
    this.#before = desk.selection.keys;
    this.#kept = this.keys.shift || this.keys.ctrl ? this.#before : [];
    this.#wide = wide(desk);
    desk.viewport.classList.add('brushing');
    desk.painter.over.append(this.#frame);
    this.follow();
  }

  protected follow(): void {
    const { desk } = this;
    // The frame ends at the edge of what shows; before that it may begin under the header.
    const { x, y } = within(this.pointer, desk.view);
    const at = desk.toScene({ clientX: x, clientY: y });
    const frame: Rect = {
      x: Math.min(this.#start.x, at.x),
      y: Math.min(this.#start.y, at.y),
      w: Math.abs(at.x - this.#start.x),
      h: Math.abs(at.y - this.#start.y),
    };
    put(this.#frame, frame.x, frame.y, frame.w, frame.h);
    if (this.#touch(frame)) {
      const touched = [...this.#touched.values()].flat();
      desk.selection.all([...new Set([...this.#kept, ...touched])]);
    }
  }

  protected clean(): void {
    this.#frame.remove();
    this.desk.viewport.classList.remove('brushing');
  }

  protected land(): void {
    const { desk } = this;
    const [first] = [...this.#touched.values()].flat();
    if (first === undefined) return desk.rest();
    desk.selection.anchor = first;
    // Where it ended is what the hand looks at: nothing is scrolled for the focus.
    desk.stop(first)?.focus({ preventScroll: true });
  }

  protected override drop(): void {
    this.desk.selection.all(this.#before);
  }

  /** Looks again at the cells at the frame's edges; whether it touches something else than before. */
  #touch(frame: Rect): boolean {
    const { table } = this.desk.painter;
    const scene = this.desk.scene!;
    const found = new Map<NodeKey, readonly NodeKey[]>();
    const wide = this.#wide.filter((key) => meets(scene.place(key), frame));
    if (wide.length > 0) found.set('', wide);
    const [from, to] = [table.columnAt(frame.x), table.columnAt(frame.x + frame.w)];
    for (const [at, band] of table.bands.entries()) {
      if (band.end < frame.y || band.start > frame.y + frame.h) continue;
      for (let column = from; column <= to && column >= 0; column += 1) {
        const cell = table.rows[at]?.cells[column];
        if (cell === undefined) continue;
        const { start, end } = table.columns[column]!;
        const box = { x: start, y: band.start, w: end - start, h: band.end - band.start };
        const had = this.#touched.get(cell);
        const same = holds(frame, box) && holds(this.#looked, box);
        const touched = same
          ? (had ?? [])
          : stops(scene, cell).filter((key) => !this.#wide.includes(key) && meets(scene.place(key), frame));
        if (touched.length > 0) found.set(cell, touched);
      }
    }
    const had = this.#touched;
    const differs =
      found.size !== had.size || [...found].some(([cell, keys]) => keys.length !== had.get(cell)?.length);
    this.#looked = frame;
    this.#touched = found;
    return differs;
  }
}

/** What reaches out of the cell in which it begins. */
function wide(desk: Desk): NodeKey[] {
  const scene = desk.scene;
  if (!scene) return [];
  return desk.painter.table.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => {
      const right = scene.node(cell)?.size.w ?? 0;
      return stops(scene, cell).filter((key) => {
        const node = scene.node(key);
        return node !== undefined && node.origin.x + node.size.w > right;
      });
    });
}

function meets(a: Rect | null, b: Rect): boolean {
  return a !== null && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.w >= inner.x + inner.w &&
    outer.y + outer.h >= inner.y + inner.h
  );
}
