// Keeps in the document only what lies in cells near the view: what shows at once, the rest in slices a frame.
import type { NodeKey, Rect } from '../shell/types';
import type { Painter } from './painter';

/**
 * How long a frame may be spent on nodes that do not show, in ms, while the view moves and while it rests: the engine
 * then lays out what came, which takes longer.
 */
const slices = { moving: 2, resting: 6 };
/** How long after it moved the view rests, in ms. */
const calm = 150;

/** How far the view moves before it is worth another look, in its own sizes: well within the screen that is ready. */
const stride = 0.25;

/** Culls the nodes that lie in cells. */
export class Culling {
  /** Cells of the document. */
  #cells = new Set<NodeKey>();
  /** Their painted children. */
  #alive = new Set<NodeKey>();
  /** Children that are due and do not show yet. */
  #due: NodeKey[] = [];
  /** Painted children that lie too far away. */
  #gone: NodeKey[] = [];
  #frame: number | null = null;
  #shown: Rect = { x: 0, y: 0, w: 0, h: 0 };
  #looked: Rect | null = null;
  #movedAt = 0;

  constructor(private readonly painter: Painter) {}

  add(cell: NodeKey): void {
    this.#cells.add(cell);
  }

  remove(key: NodeKey): void {
    this.#cells.delete(key);
    this.#alive.delete(key);
  }

  forget(): void {
    this.#cells.clear();
    this.#alive.clear();
    this.#due = [];
    this.#gone = [];
  }

  /** The view moved. */
  moved(shown: Rect): void {
    this.#shown = shown;
    this.#movedAt = performance.now();
    const had = this.#looked;
    const near =
      had !== null &&
      had.w === shown.w &&
      had.h === shown.h &&
      Math.abs(had.x - shown.x) < shown.w * stride &&
      Math.abs(had.y - shown.y) < shown.h * stride;
    if (!near) this.look();
  }

  /**
   * Brings in what shows and what lies within a screen of it; lets go what lies further. The web view goes through
   * all that is in the document for each frame of scrolling, so that what waits there is paid for.
   */
  look(): void {
    const shown = this.#shown;
    const scene = this.painter.scene;
    if (!scene) return;
    this.#looked = shown;
    const near = grown(shown, 1);
    const far = grown(shown, 1 + stride);
    this.#due = [];
    const kept = new Set<NodeKey>();
    for (const row of this.painter.table.rows) {
      const lane = scene.place(row.key);
      if (!lane || !meets(far, far.x, lane.y, far.w, lane.h)) continue;
      for (const cell of row.cells) {
        const node = scene.node(cell);
        if (!node || !this.#cells.has(cell)) continue;
        const at = { x: lane.x + node.origin.x, y: lane.y + node.origin.y };
        for (const key of node.children) {
          const child = scene.node(key);
          if (!child) continue;
          const x = at.x + child.origin.x;
          const y = at.y + child.origin.y;
          const { w, h } = child.size;
          if (!meets(far, x, y, w, h)) continue;
          kept.add(key);
          if (!meets(near, x, y, w, h)) continue;
          if (this.painter.isTold(key)) this.#alive.add(key);
          else if (meets(shown, x, y, w, h)) this.#bring(key);
          else this.#due.push(key);
        }
      }
    }
    this.#gone = [...this.#alive].filter((key) => !kept.has(key));
    this.#later();
  }

  /** Goes on with the next frame, if there is something left. */
  #later(): void {
    if (this.#frame === null && this.#due.length + this.#gone.length > 0)
      this.#frame = requestAnimationFrame(() => this.#work());
  }

  #bring(key: NodeKey): void {
    if (this.painter.ensure(key)) this.#alive.add(key);
  }

  #work(): void {
    this.#frame = null;
    const start = performance.now();
    const slice = start - this.#movedAt < calm ? slices.moving : slices.resting;
    while (performance.now() - start < slice) {
      if (this.#due.length > 0) this.#bring(this.#due.pop()!);
      else if (this.#gone.length > 0) this.#letGo(this.#gone.pop()!);
      else break;
    }
    this.#later();
  }

  #letGo(key: NodeKey): void {
    const element = this.painter.element(key);
    // What has the focus or is being dragged or written stays.
    if (element && (element.contains(document.activeElement) || element.matches('.lifted, .written'))) return;
    this.painter.forget(key);
    this.#alive.delete(key);
  }
}

/** A box grown by so many of its own sizes on each side. */
function grown({ x, y, w, h }: Rect, by: number): Rect {
  return { x: x - w * by, y: y - h * by, w: w * (1 + 2 * by), h: h * (1 + 2 * by) };
}

/** Whether a box and a place meet. In numbers: every card near the view is asked about. */
function meets(box: Rect, x: number, y: number, w: number, h: number): boolean {
  return x < box.x + box.w && box.x < x + w && y < box.y + box.h && box.y < y + h;
}
