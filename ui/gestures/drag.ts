// Dragging cards: a copy follows the pointer, a line shows where they land, the map changes when they are dropped.
import type { NodeKey, Point } from '../shell/types';
import { moveCards } from '../state/edits';
import { div, px } from '../scene/dom';
import type { Desk } from './desk';
import { edgeSpeed } from './edge';
import { landing, type Landing } from './landing';
import type { Moment } from './moment';

/** Cards under way. Cancelled, it leaves no trace. */
export class Drag implements Moment {
  /** In reading order. */
  readonly #keys: NodeKey[];
  readonly #copy: HTMLElement;
  readonly #line = div('drop-line');
  /** From the copy's corner to the pointer, in real px. */
  readonly #grip: Point;
  #pointer: Point;
  #landing: Landing | null = null;
  #frame = 0;
  #last: number | null = null;

  constructor(
    private readonly desk: Desk,
    key: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    private readonly after: Moment,
  ) {
    this.#keys = inOrder(desk, new Set(desk.selection.keys), key);
    const source = desk.painter.element(key)!;
    const box = source.getBoundingClientRect();
    this.#grip = { x: pressed.clientX - box.left, y: pressed.clientY - box.top };
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#copy = this.#copied(source);
    for (const other of this.#keys) desk.painter.element(other)?.classList.add('lifted');
    desk.painter.over.append(this.#line);
    desk.viewport.classList.add('dragging');
    this.#follow();
    this.#frame = requestAnimationFrame((now) => this.#tick(now));
  }

  move(event: PointerEvent): undefined {
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#follow();
  }

  up(): Moment {
    const { desk } = this;
    const to = this.#landing;
    this.#clean();
    if (to) void drop(desk, this.#keys, to);
    return this.after;
  }

  key(event: KeyboardEvent): Moment | undefined {
    if (event.key !== 'Escape') return undefined;
    event.preventDefault();
    event.stopPropagation();
    return this.cancel();
  }

  cancel(): Moment {
    this.#clean();
    return this.after;
  }

  #copied(source: HTMLElement): HTMLElement {
    const layer = div('scene-world drag-copy');
    const copy = source.cloneNode(true) as HTMLElement;
    for (const element of [copy, ...copy.querySelectorAll('[data-key]')]) {
      element.removeAttribute('data-key');
      element.removeAttribute('tabindex');
    }
    copy.classList.remove('selected', 'lifted');
    copy.style.left = copy.style.top = '0';
    layer.setAttribute('aria-hidden', 'true');
    layer.append(copy);
    if (this.#keys.length > 1) {
      const count = div('drag-count');
      count.textContent = String(this.#keys.length);
      layer.append(count);
    }
    this.desk.above.append(layer);
    return layer;
  }

  /** Runs on while the pointer rests, so that a map goes on scrolling at its edge. */
  #tick(now: number): void {
    const seconds = this.#last === null ? 0 : Math.min(0.1, (now - this.#last) / 1000);
    this.#last = now;
    const { viewport, painter } = this.desk;
    const view = viewport.getBoundingClientRect();
    const left = view.left + painter.covered.left * this.desk.zoom;
    const top = Math.max(view.top, painter.headerBottom ?? view.top);
    const speed = edgeSpeed(this.#pointer, { x: left, y: top, w: view.right - left, h: view.bottom - top });
    if (speed.x !== 0 || speed.y !== 0) {
      viewport.scrollLeft += speed.x * seconds;
      viewport.scrollTop += speed.y * seconds;
      this.#follow();
    }
    this.#frame = requestAnimationFrame((next) => this.#tick(next));
  }

  #follow(): void {
    const { desk } = this;
    const above = desk.above.getBoundingClientRect();
    const [x, y] = [this.#pointer.x - this.#grip.x - above.left, this.#pointer.y - this.#grip.y - above.top];
    this.#copy.style.transform = `translate(${px(x)}, ${px(y)}) rotate(var(--tilt, -1.6deg)) scale(${desk.zoom})`;
    const scene = desk.scene;
    if (!scene) return;
    const at = desk.toScene({ clientX: this.#pointer.x, clientY: this.#pointer.y });
    const takes = (lane: string) => desk.editor.holdsCards(lane);
    this.#landing = landing(scene, desk.painter.table, at, new Set(this.#keys), takes);
    this.#line.hidden = this.#landing === null;
    if (!this.#landing) return;
    this.#line.style.left = px(this.#landing.line.x);
    this.#line.style.top = px(this.#landing.line.y);
    this.#line.style.width = px(this.#landing.line.w);
  }

  #clean(): void {
    cancelAnimationFrame(this.#frame);
    this.#copy.remove();
    this.#line.remove();
    for (const key of this.#keys) this.desk.painter.element(key)?.classList.remove('lifted');
    this.desk.viewport.classList.remove('dragging');
  }
}

/** The chosen cards, and the one that is held, in reading order. */
function inOrder(desk: Desk, chosen: ReadonlySet<NodeKey>, held: NodeKey): NodeKey[] {
  const scene = desk.scene;
  if (!scene) return [held];
  return desk.painter.table.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => scene.node(cell)?.children ?? [])
    .filter((key) => key === held || (chosen.has(key) && key.startsWith('card/')));
}

/** Sends the move, where it is one, and shows what came of it. */
async function drop(desk: Desk, keys: readonly NodeKey[], to: Landing): Promise<void> {
  if (staysPut(desk, keys, to)) return;
  const ids = keys.map((key) => key.slice('card/'.length));
  const done = await desk.editor.apply(moveCards(ids, to.lane, to.stage, to.place));
  if (!done) return;
  desk.selection.all(keys);
  if (keys[0] !== undefined) desk.focus(keys[0]);
  desk.flash(keys);
}

/** Whether cards would land just where they lie. */
function staysPut(desk: Desk, keys: readonly NodeKey[], to: Landing): boolean {
  const children = desk.scene?.node(`cell/${to.lane}/${to.stage}`)?.children ?? [];
  const cards = children.filter((key) => key.startsWith('card/'));
  const others = cards.filter((key) => !keys.includes(key));
  const { place } = to;
  const at =
    typeof place === 'string'
      ? others.length
      : 'before' in place
        ? others.indexOf(`card/${place.before}`)
        : others.indexOf(`card/${place.after}`) + 1;
  const result = [...others.slice(0, at), ...keys, ...others.slice(at)];
  return result.length === cards.length && result.every((key, index) => key === cards[index]);
}
