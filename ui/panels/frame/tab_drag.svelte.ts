// Dragging a tab to another place among its siblings, by pointer events; Escape leaves it where it was.

import type { Id, Place } from '../../shell/types';

/** How far the pointer goes before a press is a drag, in px. */
const slack = 4;

/** A tab on the screen. */
interface Tab {
  id: Id;
  box: DOMRect;
}

/** The drag of one strip of tabs. */
export class TabDrag {
  /** The tab that is dragged; null while none is. */
  id = $state.raw<Id | null>(null);
  /** Where the line lies that shows the new place, in px of the window; null where letting go would change nothing. */
  line = $state.raw<number | null>(null);
  #pressed: { id: Id; x: number } | null = null;
  #place: Place | null = null;
  /** Whether the click that follows on a drag is to be passed over. */
  #dragged = false;

  constructor(
    /** The tabs in their order. */
    private readonly tabs: () => Tab[],
    private readonly move: (id: Id, place: Place) => void,
  ) {}

  /** A press on a tab. */
  down(event: PointerEvent, id: Id): void {
    this.#dragged = false;
    if (event.button === 0) this.#pressed = { id, x: event.clientX };
  }

  /** The pointer moves, wherever it is. */
  moved(event: PointerEvent): void {
    const pressed = this.#pressed;
    if (!pressed || (this.id === null && Math.abs(event.clientX - pressed.x) < slack)) return;
    this.id = pressed.id;
    this.#dragged = true;
    this.#aim(event.clientX);
  }

  /** The pointer is let go. */
  up(): void {
    const [id, place] = [this.id, this.#place];
    this.cancel();
    if (id !== null && place !== null) this.move(id, place);
  }

  /** Leaves everything as it was. */
  cancel(): void {
    [this.#pressed, this.id, this.line, this.#place] = [null, null, null, null];
  }

  /** Whether a click was the end of a drag. */
  wasDrag(): boolean {
    return this.#dragged;
  }

  #aim(x: number): void {
    const tabs = this.tabs();
    const from = tabs.findIndex(({ id }) => id === this.id);
    const before = tabs.findIndex(({ box }) => x < box.left + box.width / 2);
    const to = before < 0 ? tabs.length : before;
    const [next, last] = [tabs[to], tabs.at(-1)];
    const stays = to === from || to === from + 1;
    this.#place = stays || !last ? null : next ? { before: next.id } : { after: last.id };
    this.line = this.#place === null ? null : next ? next.box.left - 2 : (last?.box.right ?? 0) + 1;
  }
}
