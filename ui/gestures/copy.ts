// The copy of what is dragged: it hangs on the pointer, tilted, and says how many things go along.
import type { Point } from '../shell/types';
import { div, px } from '../scene/dom';
import type { Desk } from './desk';

/** How high the copy of a label may be, and how far above its lower edge it is held at least, in real px. */
const [highest, inside] = [96, 16];

/** What differs from one copy to the next. */
export interface Look {
  /** How many things go along; from two on their number shows. */
  count?: number;
  /** How much of its upper edge is left out, in the Scene's px: the trail above a stage's name stays where it is. */
  crop?: number;
  /** A class of its own. */
  kind?: string;
}

/** The dragged copy of an element of the map. */
export class Copy {
  readonly #layer = div('scene-world drag-copy');
  readonly #plus = div('drag-plus');
  /** From the copy's corner to the pointer, in real px. */
  readonly #grip: Point;
  readonly #scale: number;

  constructor(
    private readonly desk: Desk,
    source: HTMLElement,
    pressed: Point,
    { count = 1, crop = 0, kind }: Look = {},
  ) {
    const box = source.getBoundingClientRect();
    // A lane's label is laid out in real px, everything else is scaled by the zoom.
    const label = source.classList.contains('scene-label');
    this.#scale = label ? 1 : desk.zoom;
    const width = label ? box.width : source.offsetWidth;
    // Of a high lane's label the upper part is enough to know it by.
    const height = label ? Math.min(box.height, highest) : source.offsetHeight - crop;
    const grip = pressed.y - box.top - crop * desk.zoom;
    this.#grip = { x: pressed.x - box.left, y: Math.max(0, label ? Math.min(grip, height - inside) : grip) };
    const frame = div('drag-frame');
    frame.style.width = px(width);
    frame.style.height = px(height);
    this.#layer.style.setProperty('--width', px(width));
    // From afar a copy tells as little as the map around it.
    for (const detail of ['detail-line', 'detail-bars'])
      this.#layer.classList.toggle(detail, desk.painter.world.classList.contains(detail));
    const copy = source.cloneNode(true) as HTMLElement;
    for (const element of [copy, ...copy.querySelectorAll('[data-key]')]) {
      element.removeAttribute('data-key');
      element.removeAttribute('tabindex');
    }
    // A path is read with its stage and stays where it is; a label covers nothing here.
    for (const part of copy.querySelectorAll('.role-path, .backing, .echo, .handle')) part.remove();
    copy.classList.remove('selected', 'lifted', 'hovered', 'held');
    copy.style.position = 'absolute';
    copy.style.margin = '0';
    copy.style.left = '0';
    copy.style.top = px(-crop);
    frame.append(copy);
    if (kind !== undefined) this.#layer.classList.add(kind);
    this.#layer.classList.toggle('several', count > 1);
    this.#layer.setAttribute('aria-hidden', 'true');
    this.#layer.append(frame);
    if (count > 1) {
      const badge = div('drag-count');
      badge.textContent = String(count);
      this.#layer.append(badge);
    }
    this.#plus.textContent = '+';
    desk.above.append(this.#layer);
  }

  /** Hangs it on the pointer: it turns around the place where it is held. */
  follow(pointer: Point): void {
    const above = this.desk.above.getBoundingClientRect();
    const [x, y] = [pointer.x - above.left, pointer.y - above.top];
    const { x: left, y: top } = this.#grip;
    this.#layer.style.transform =
      `translate(${px(x)}, ${px(y)}) rotate(var(--tilt, -1.6deg)) ` +
      `translate(${px(-left)}, ${px(-top)}) scale(${this.#scale})`;
  }

  /** Shows whether letting go would leave the original where it is. */
  duplicates(does: boolean): void {
    if (does && !this.#plus.isConnected) this.#layer.append(this.#plus);
    if (!does) this.#plus.remove();
  }

  remove(): void {
    this.#layer.remove();
  }
}
