// What all drags have in common: the pointer, scrolling near an edge, the keys that count, and an end without a trace.
import type { Point } from '../shell/types';
import { AutoScroll } from './autoscroll';
import type { Desk } from './desk';
import type { Moment } from './moment';

/** Keys that change a drag while it goes on. */
const modifiers = ['Control', 'Meta', 'Alt', 'Shift'];

/** A drag. Whoever extends it says what follows the pointer, and what is left once it ends. */
export abstract class Dragging implements Moment {
  /** Where the pointer is in the window. */
  protected pointer: Point;
  /** Which keys are held. */
  protected keys: { ctrl: boolean; alt: boolean; shift: boolean };
  readonly #scroll: AutoScroll | null;

  constructor(
    protected readonly desk: Desk,
    event: PointerEvent,
    protected readonly after: Moment,
    along: 'x' | 'y' | 'both' | 'none' = 'both',
  ) {
    this.pointer = { x: event.clientX, y: event.clientY };
    this.keys = keysOf(event);
    desk.viewport.classList.add('dragging');
    this.#scroll =
      along === 'none'
        ? null
        : new AutoScroll(
            desk,
            () => this.pointer,
            () => this.follow(),
            along,
          );
  }

  move(event: PointerEvent): undefined {
    this.pointer = { x: event.clientX, y: event.clientY };
    this.keys = keysOf(event);
    this.follow();
  }

  up(event: PointerEvent): Moment {
    this.keys = keysOf(event);
    try {
      this.land();
    } finally {
      this.#end();
    }
    return this.after;
  }

  key(event: KeyboardEvent): Moment | undefined {
    // No other command while something is in the hand.
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return this.cancel();
    if (modifiers.includes(event.key)) this.#hold(event, true);
    return undefined;
  }

  keyUp(event: KeyboardEvent): undefined {
    if (modifiers.includes(event.key)) this.#hold(event, false);
  }

  cancel(): Moment {
    this.#end();
    this.drop();
    return this.after;
  }

  /** Shows what the pointer's place and the keys mean. */
  protected abstract follow(): void;

  /** Takes away what was shown. */
  protected abstract clean(): void;

  /** The button was let go: changes the map. */
  protected abstract land(): void;

  /** Cancelled: takes back what was changed on the way. Most drags change nothing before their end. */
  protected drop(): void {}

  #hold(event: KeyboardEvent, down: boolean): void {
    const { key } = event;
    if (key === 'Shift') this.keys.shift = down;
    else if (key === 'Alt') this.keys.alt = down;
    else this.keys.ctrl = down;
    this.follow();
  }

  #end(): void {
    this.#scroll?.stop();
    this.clean();
    this.desk.viewport.classList.remove('dragging');
  }
}

function keysOf(event: MouseEvent): { ctrl: boolean; alt: boolean; shift: boolean } {
  return { ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
}
