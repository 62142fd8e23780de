// The line that shows where what is dragged would land: in a cell between two cards, or across the whole map.
import { div, px } from '../scene/dom';
import type { Desk } from './desk';

/** A drop line. */
export class DropLine {
  readonly #element = div('');

  constructor(
    private readonly desk: Desk,
    private readonly look = 'drop-line',
  ) {
    this.#element.hidden = true;
    this.#element.setAttribute('aria-hidden', 'true');
  }

  /** In a cell, at a place of the Scene; hidden without one. */
  level(line: { x: number; y: number; w: number } | null): void {
    this.#show(line !== null, this.look);
    if (!line) return;
    const at = this.desk.toWindow(line);
    this.#place(at.x, at.y, `width: ${px(line.w * this.desk.zoom)}`);
  }

  /** Upright from the trail through the sheets, between two stages. */
  upright(x: number | null): void {
    this.#show(x !== null, `${this.look} upright`);
    if (x === null) return;
    const { desk } = this;
    const { map, clear } = desk;
    const top = desk.ringInWindow(0)?.y ?? map.y;
    this.#place(Math.max(clear.x, desk.toWindow({ x, y: 0 }).x), top, `height: ${px(map.y + map.h - top)}`);
  }

  /** From side to side, between two lanes. */
  across(y: number | null): void {
    this.#show(y !== null, `${this.look} across`);
    if (y === null) return;
    const { desk } = this;
    const { map, clear } = desk;
    const at = Math.max(clear.y, desk.toWindow({ x: 0, y }).y);
    this.#place(map.x, at, `width: ${px(map.w)}`);
  }

  remove(): void {
    this.#element.remove();
  }

  #show(shown: boolean, className: string): void {
    this.#element.hidden = !shown;
    if (!shown) return;
    if (this.#element.className !== className) this.#element.className = className;
    if (!this.#element.isConnected) this.desk.above.append(this.#element);
  }

  /** Puts it at a place of the window. */
  #place(x: number, y: number, size: string): void {
    const above = this.desk.above.getBoundingClientRect();
    this.#element.style.cssText = `left: ${px(x - above.left)}; top: ${px(y - above.top)}; ${size}`;
  }
}
