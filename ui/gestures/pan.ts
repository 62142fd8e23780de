// Panning: Space and drag, or the middle button.
import type { Desk } from './desk';
import type { Moment } from './moment';

/** The map hangs on the pointer. */
export class Pan implements Moment {
  readonly #from: { x: number; y: number; left: number; top: number };

  constructor(
    private readonly desk: Desk,
    event: PointerEvent,
    private readonly after: Moment,
  ) {
    const { viewport } = desk;
    this.#from = { x: event.clientX, y: event.clientY, left: viewport.scrollLeft, top: viewport.scrollTop };
    viewport.setPointerCapture(event.pointerId);
    viewport.classList.add('panning');
  }

  move(event: PointerEvent): undefined {
    this.desk.viewport.scrollLeft = this.#from.left - (event.clientX - this.#from.x);
    this.desk.viewport.scrollTop = this.#from.top - (event.clientY - this.#from.y);
  }

  up(): Moment {
    return this.cancel();
  }

  cancel(): Moment {
    this.desk.viewport.classList.remove('panning');
    return this.after;
  }
}
