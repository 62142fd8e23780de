// What shows that one thing of the map is carried elsewhere: a copy of it in the hand, itself faded, and a line where it
// lands.
import type { NodeKey, Point } from '../shell/types';
import { Copy, type Look } from './copy';
import type { Desk } from './desk';
import { DropLine } from './line';

/** A thing in the hand, and where it would go. */
export class Carried {
  /** Shows where it lands. */
  readonly line: DropLine;
  readonly #copy: Copy;
  readonly #source: HTMLElement;

  constructor(desk: Desk, key: NodeKey, pressed: PointerEvent, look: Look) {
    this.#source = desk.painter.ensure(key)!;
    this.#copy = new Copy(desk, this.#source, { x: pressed.clientX, y: pressed.clientY }, look);
    this.line = new DropLine(desk);
    this.#source.classList.add('lifted');
  }

  /** Hangs the copy on the pointer. */
  follow(pointer: Point): void {
    this.#copy.follow(pointer);
  }

  /** Takes all of it away. */
  remove(): void {
    this.#copy.remove();
    this.line.remove();
    this.#source.classList.remove('lifted');
  }
}
