// What every gesture works with: the map, its painting, and the element that scrolls.
import type { Id, NodeKey, Point, Rect } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { type HeldScene, idsOf, kindOf } from '../state/scene';
import type { Painter } from '../scene/painter';
import { HeldKeys } from './held';
import type { Writer } from './write';

/** How long something that was moved shows it, in ms. */
const flash = 180;
/** Room around what is scrolled into view, in real px. */
const margin = 24;

/** The canvas as gestures see it. */
export class Desk {
  /** Set by whoever makes the desk: text boxes open through it. */
  writer!: Writer;
  /** Keys that wait for what is under way. */
  readonly held = new HeldKeys();

  constructor(
    readonly editor: Editor,
    readonly painter: Painter,
    /** The element that scrolls. */
    readonly viewport: HTMLElement,
    /** The element over it that does not scroll: dragged copies lie in it. */
    readonly above: HTMLElement,
  ) {}

  get scene(): HeldScene | null {
    return this.editor.scene;
  }

  get selection() {
    return this.editor.selection;
  }

  get zoom(): number {
    return this.editor.camera.zoom;
  }

  /** Whether a key is a cell that cards can be typed into. */
  takesCards(key: NodeKey): boolean {
    const [lane] = idsOf(key);
    return kindOf(key) === 'cell' && lane !== undefined && this.editor.holdsCards(lane);
  }

  /** Whether single letters are commands where the focus is; in a cell for cards they type. */
  letters(focus: NodeKey): boolean {
    return this.editor.singleLetters() && !this.takesCards(focus);
  }

  /** The stage that a key lies in, or is. */
  stageOf(key: NodeKey): Id | null {
    if (kindOf(key) === 'stage') return idsOf(key)[0] ?? null;
    const cell = kindOf(key) === 'cell' ? key : (this.scene?.node(key)?.parent ?? '');
    return kindOf(cell) === 'cell' ? (idsOf(cell)[1] ?? null) : null;
  }

  /** A place of the window in the Scene's px. */
  toScene(at: { clientX: number; clientY: number }): Point {
    const world = this.painter.world.getBoundingClientRect();
    return { x: (at.clientX - world.left) / this.zoom, y: (at.clientY - world.top) / this.zoom };
  }

  /** Gives a node the focus of the grid, and scrolls it out from under what sticks. */
  focus(key: NodeKey): void {
    this.reveal(key);
    // The browser's own scrolling knows nothing of what sticks.
    this.stop(key)?.focus({ preventScroll: true });
  }

  /** Gives the focus to the canvas itself. */
  rest(): void {
    this.viewport.focus({ preventScroll: true });
  }

  /** Makes a node the one stop of the grid in the tab order. */
  stop(key: NodeKey): HTMLElement | null {
    const { selection, painter } = this;
    const before = selection.focus === null ? null : painter.element(selection.focus);
    if (before) before.tabIndex = -1;
    selection.focus = key;
    const element = painter.ensure(key);
    if (element) element.tabIndex = 0;
    return element;
  }

  /** Scrolls a node into view. */
  reveal(key: NodeKey): void {
    const place = this.scene?.place(key);
    if (place) this.show(place, key.startsWith('stage/') ? 'x' : key.startsWith('label/') ? 'y' : 'both');
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
        fit(place.x, place.w, viewport.scrollLeft, viewport.clientWidth, left),
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
