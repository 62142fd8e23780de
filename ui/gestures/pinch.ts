// Two fingers: the map zooms and moves so that what lay under them stays under them.
import type { Point } from '../shell/types';
import type { Desk } from './desk';
import type { Moment } from './moment';

/** A pinch, from the second finger down until one is lifted. */
export class Pinch implements Moment {
  readonly #fingers: Map<number, Point>;
  #apart: number;
  #middle: Point;

  constructor(
    private readonly desk: Desk,
    fingers: ReadonlyMap<number, Point>,
    private readonly after: Moment,
  ) {
    this.#fingers = new Map(fingers);
    [this.#apart, this.#middle] = this.#measure();
  }

  move(event: PointerEvent): undefined {
    if (!this.#fingers.has(event.pointerId)) return;
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const [apart, middle] = this.#measure();
    const { viewport, editor } = this.desk;
    const view = viewport.getBoundingClientRect();
    viewport.scrollLeft -= middle.x - this.#middle.x;
    viewport.scrollTop -= middle.y - this.#middle.y;
    this.desk.look();
    const { camera } = editor;
    camera.zoomTo((camera.zoom * apart) / this.#apart, { x: middle.x - view.left, y: middle.y - view.top });
    [this.#apart, this.#middle] = [apart, middle];
  }

  up(): Moment {
    return this.after;
  }

  cancel(): Moment {
    return this.after;
  }

  #measure(): [number, Point] {
    const [one, other] = [...this.#fingers.values()];
    if (!one || !other) return [1, { x: 0, y: 0 }];
    const apart = Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    return [apart, { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }];
  }
}
