// The map goes on scrolling while the hand rests at its edge: one frame loop for every gesture that drags.
import type { Point, Rect } from '../shell/types';
import type { Desk } from './desk';
import { edgeSpeed } from './edge';

/** Longest step of time that counts, in s: after a stall the map does not jump. */
const longest = 0.1;

/** Scrolls from when it is made until it is stopped. */
export class AutoScroll {
  #frame = 0;
  #last: number | null = null;
  /** What is left of a px: engines round where they scroll to. */
  #rest: Point = { x: 0, y: 0 };

  constructor(
    private readonly desk: Desk,
    /** Where the pointer is in the window. */
    private readonly pointer: () => Point,
    /** Called after each step: what hangs on the pointer lies elsewhere on the map now. */
    private readonly scrolled: () => void,
    private readonly along: 'x' | 'y' | 'both' = 'both',
  ) {
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }

  #tick(now: number): void {
    const seconds = this.#last === null ? 0 : Math.min(longest, (now - this.#last) / 1000);
    this.#last = now;
    const { viewport } = this.desk;
    const speed = edgeSpeed(this.pointer(), this.desk.clear);
    const step = {
      x: this.along === 'y' ? 0 : speed.x * seconds + this.#rest.x,
      y: this.along === 'x' ? 0 : speed.y * seconds + this.#rest.y,
    };
    const whole = { x: Math.trunc(step.x), y: Math.trunc(step.y) };
    this.#rest = { x: step.x - whole.x, y: step.y - whole.y };
    if (whole.x !== 0 || whole.y !== 0) {
      const { scrollLeft, scrollTop } = viewport;
      viewport.scrollLeft += whole.x;
      viewport.scrollTop += whole.y;
      if (viewport.scrollLeft !== scrollLeft || viewport.scrollTop !== scrollTop) this.scrolled();
    }
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }
}

/** The place nearest to `at` in a box: what is dropped beside the map lands at its edge. */
export function within(at: Point, box: Rect): Point {
  return {
    x: Math.min(box.x + box.w - 1, Math.max(box.x, at.x)),
    y: Math.min(box.y + box.h - 1, Math.max(box.y, at.y)),
  };
}
