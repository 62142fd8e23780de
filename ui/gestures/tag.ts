// The small dark tag beside the pointer that says a value while it changes.
import { div, px } from '../scene/dom';
import type { Point } from '../shell/types';
import type { Desk } from './desk';

/** A tag over the canvas. */
export class Tag {
  readonly #element = div('live-tag');

  constructor(private readonly desk: Desk) {
    this.#element.setAttribute('aria-hidden', 'true');
  }

  /** Says something to the right of a place of the window, or to its left where there is no room. */
  show(text: string, at: Point): void {
    const { above } = this.desk;
    if (!this.#element.isConnected) above.append(this.#element);
    if (this.#element.textContent !== text) this.#element.textContent = text;
    const box = above.getBoundingClientRect();
    const room = box.right - at.x - away - this.#element.offsetWidth;
    const left = room < 0 ? at.x - away - this.#element.offsetWidth : at.x + away;
    this.#element.style.transform = `translate(${px(left - box.left)}, ${px(at.y - box.top)})`;
  }

  remove(): void {
    this.#element.remove();
  }
}

/** From the place to the tag, in real px. */
const away = 16;
