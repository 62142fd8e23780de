// What every gesture works with: the map, its painting, and the element that scrolls.
import type { Edit, NodeKey, Point, Rect } from '../shell/types';
import { move } from '../state/changing';
import type { Editor } from '../state/editor.svelte';
import type { Painter } from '../scene/painter';
import type { Table } from '../scene/table';
import { Ground } from './ground';
import { cellAt } from './landing';
import type { Hover } from './hover';
import type { Invite } from './invite';
import { lineToFocus } from './rubber';

/** How long something that was moved shows it, in ms. */
const flash = 180;
/** Room around what is scrolled into view, in real px. */
const margin = 24;

/** The canvas as gestures see it. */
export class Desk extends Ground {
  /** Set by the gestures: shows what can be taken hold of. */
  hover: Hover | null = null;
  invite: Invite | null = null;
  /** What was made the stop of the grid last. */
  #stopped: NodeKey | null = null;

  constructor(
    editor: Editor,
    readonly painter: Painter,
    /** The element that scrolls. */
    readonly viewport: HTMLElement,
    /** The element over it that does not scroll: dragged copies lie in it. */
    readonly above: HTMLElement,
  ) {
    super(editor);
  }

  get table(): Table {
    return this.painter.table;
  }

  get zoom(): number {
    return this.editor.camera.zoom;
  }

  /** A place of the window in the Scene's px. */
  toScene(at: { clientX: number; clientY: number }): Point {
    const world = this.painter.world.getBoundingClientRect();
    return { x: (at.clientX - world.left) / this.zoom, y: (at.clientY - world.top) / this.zoom };
  }

  /** A place of the Scene in the window. */
  toWindow(at: Point): Point {
    const world = this.painter.world.getBoundingClientRect();
    return { x: world.left + at.x * this.zoom, y: world.top + at.y * this.zoom };
  }

  /** The part of the window in which the map shows at all. */
  get view(): Rect {
    const { left, top, width, height } = this.viewport.getBoundingClientRect();
    return { x: left, y: top, w: width, h: height };
  }

  /** The part of the window in which cells show: right of the labels and below the header, wherever they stick. */
  get clear(): Rect {
    const { painter, viewport, zoom } = this;
    const [view, world] = [viewport.getBoundingClientRect(), painter.world.getBoundingClientRect()];
    const labels = painter.labels;
    const left = Math.max(view.left, world.left + labels.start * zoom) + (labels.end - labels.start) * zoom;
    const top = Math.max(view.top, painter.headerBox?.bottom ?? view.top);
    return { x: left, y: top, w: view.right - left, h: view.bottom - top };
  }

  /** The part of the window in which header and sheets show. */
  get map(): Rect {
    const { painter, viewport, zoom } = this;
    const [view, world] = [viewport.getBoundingClientRect(), painter.world.getBoundingClientRect()];
    const { columns, bands } = painter.table;
    const left = Math.max(view.left, world.left + painter.labels.start * zoom);
    const right = Math.min(view.right, world.left + (columns.at(-1)?.end ?? painter.labels.end) * zoom);
    const top = Math.max(view.top, painter.headerBox?.top ?? view.top);
    const bottom = Math.min(view.bottom, world.top + (bands.at(-1)?.end ?? 0) * zoom);
    return { x: left, y: top, w: Math.max(0, right - left), h: Math.max(0, bottom - top) };
  }

  /** Where the trail begins, in the Scene's px: at the node of the first stage. Null without stages. */
  get trail(): Point | null {
    const { scene } = this;
    const node = scene?.node(`trail/${this.editor.open.map}`);
    const line = node?.prims.find((prim) => prim.kind === 'path');
    const first = line?.kind === 'path' ? line.segments[0] : undefined;
    if (!scene || !node || first === undefined || first === 'close' || !('move' in first)) return null;
    const { x, y } = scene.at(node.key);
    return { x: x + first.move.x, y: y + first.move.y };
  }

  /** Where each stage's node lies on the trail, in the Scene's px. */
  ring(column: number): Point | null {
    const { trail } = this;
    const { columns } = this.painter.table;
    const [first, own] = [columns[0], columns[column]];
    return trail && first && own ? { x: own.start + trail.x - first.start, y: trail.y } : null;
  }

  /** The same in the window: the header sticks, so only left and right are those of the Scene. */
  ringInWindow(column: number): Point | null {
    const { scene, painter } = this;
    const [ring, box] = [this.ring(column), painter.headerBox];
    const header = ring && scene?.place(scene.node(painter.table.stages[column] ?? '')?.parent ?? '');
    if (!ring || !header || !box) return null;
    return { x: this.toWindow(ring).x, y: box.top + (ring.y - header.y) * this.zoom };
  }

  /** The cell at a place of the window; null beside the cells, and where something lies over them. */
  cellUnder(at: { clientX: number; clientY: number }): NodeKey | null {
    const { scene, painter } = this;
    const point = this.toScene(at);
    const first = painter.table.columns[0];
    if (!scene || !first || point.x < first.start || point.x >= painter.table.columns.at(-1)!.end)
      return null;
    return cellAt(scene, painter.table, point);
  }

  /** Moves a thing, and shows where it is now. */
  async moved(edit: Edit, key: NodeKey): Promise<void> {
    if (!(await this.held.until(move(this.editor, edit))) || !this.scene?.node(key)) return;
    this.selection.only(key);
    this.focus(key);
    this.flash([key]);
  }

  override lineFrom = (from: NodeKey, still: () => boolean) => lineToFocus(this, from, still);

  /** Gives the focus to the canvas itself: the press was on none of its things. */
  rest(): void {
    this.viewport.focus({ preventScroll: true });
  }

  /** Gives a node the focus of the grid, and scrolls it out from under what sticks. */
  focus(key: NodeKey): void {
    this.reveal(key);
    // The browser's own scrolling knows nothing of what sticks.
    this.stop(key)?.focus({ preventScroll: true });
  }

  /** Makes a node the one stop of the grid in the tab order. */
  stop(key: NodeKey): HTMLElement | null {
    const { selection, painter } = this;
    // What was selected since may have the focus of the grid already, and is not what was the stop.
    for (const before of [this.#stopped, selection.focus])
      if (before !== null) painter.element(before)?.setAttribute('tabindex', '-1');
    selection.focus = this.#stopped = key;
    const element = painter.ensure(key);
    if (element) element.tabIndex = 0;
    return element;
  }

  /** Scrolls a node into view. */
  reveal(key: NodeKey): void {
    const place = this.scene?.place(key);
    if (place) this.show(place, key.startsWith('stage/') ? 'x' : key.startsWith('label/') ? 'y' : 'both');
  }

  /** How wide a strip of the canvas lies under a panel, at its right, in real px: styles say where one lies over it. */
  get #under(): number {
    return parseFloat(getComputedStyle(this.viewport).getPropertyValue('--lies-over')) || 0;
  }

  /** Scrolls a box of the Scene into view, as little as needed. */
  show(place: Rect, along: 'x' | 'y' | 'both' = 'both'): void {
    const { zoom, viewport } = this;
    const { left, top } = this.painter.covered;
    const fit = (from: number, size: number, scroll: number, view: number, covered: number) => {
      const [start, end] = [from * zoom - margin - covered * zoom, (from + size) * zoom + margin];
      // What is larger than the view shows its beginning.
      if (start < scroll || end - start > view)
        return Math.min(start, scroll + Math.max(0, end - scroll - view));
      return end > scroll + view ? end - view : scroll;
    };
    if (along !== 'y')
      viewport.scrollLeft = Math.max(
        0,
        fit(place.x, place.w, viewport.scrollLeft, viewport.clientWidth - this.#under, left),
      );
    if (along !== 'x')
      viewport.scrollTop = Math.max(0, fit(place.y, place.h, viewport.scrollTop, viewport.clientHeight, top));
    this.look();
  }

  /** Tells camera and painter what shows. */
  look(): void {
    const { camera } = this.editor;
    const [view, world] = [this.viewport.getBoundingClientRect(), this.painter.world.getBoundingClientRect()];
    camera.scroll = { x: view.left - world.left, y: view.top - world.top };
    this.painter.look(camera.shown);
  }

  /** Shows for a moment what changed. */
  flash(keys: readonly NodeKey[]): void {
    const elements = keys.flatMap((key) => this.painter.element(key) ?? []);
    for (const element of elements) element.classList.add('flash');
    setTimeout(() => {
      for (const element of elements) element.classList.remove('flash');
    }, flash);
  }
}
