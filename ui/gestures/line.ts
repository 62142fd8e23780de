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
    this.#show(line !== null, this.look, this.desk.painter.over);
    if (line) this.#place(line.x, line.y, `width: ${px(line.w)}`);
  }

  /** Upright through header and sheets, between two stages. */
  upright(x: number | null): void {
    this.#show(x !== null, `${this.look} upright`, this.desk.above);
    if (x === null) return;
    const { desk } = this;
    const { map, clear } = desk;
    const at = Math.max(clear.x, desk.toWindow({ x, y: 0 }).x);
    const above = desk.above.getBoundingClientRect();
    this.#place(at - above.left, map.y - above.top, `height: ${px(map.h)}`);
  }

  /** From side to side, between two lanes. */
  across(y: number | null): void {
    this.#show(y !== null, `${this.look} across`, this.desk.above);
    if (y === null) return;
    const { desk } = this;
    const { map, clear } = desk;
    const at = Math.max(clear.y, desk.toWindow({ x: 0, y }).y);
    const above = desk.above.getBoundingClientRect();
    this.#place(map.x - above.left, at - above.top, `width: ${px(map.w)}`);
  }

  remove(): void {
    this.#element.remove();
  }

  #show(shown: boolean, className: string, host: HTMLElement): void {
    this.#element.hidden = !shown;
    if (!shown) return;
    if (this.#element.className !== className) this.#element.className = className;
    if (this.#element.parentElement !== host) host.append(this.#element);
  }

  #place(x: number, y: number, size: string): void {
    this.#element.style.cssText = `left: ${px(x)}; top: ${px(y)}; ${size}`;
  }
}
