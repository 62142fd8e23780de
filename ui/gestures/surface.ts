// Where words are written: whoever shows the map lays a text box there. This is how the canvas does it.
import type { CardRoom } from '../shell/shell';
import type { Id, NodeKey, RecordId } from '../shell/types';
import type { TypingSession } from '../state/typing';
import { shapeBeside, shapeIn, shapeOver, TextBox } from './box';
import { px } from '../scene/dom';
import { kindOf } from '../state/scene';
import { words } from '../words';
import type { Desk } from './desk';
import { Under, type UnderBox } from './under';

/** Whose words are written, and where they stand as long as they are not on the map. */
export interface Written {
  key: NodeKey;
  record: RecordId;
  /** A new card's cell and what lies above it there; null for what was there. */
  born: { cell: NodeKey; below: NodeKey | null } | null;
  /** What lies where a new stage or gap will be, until the Scene has it; null for what was there. */
  beside: NodeKey | null;
  session: TypingSession;
}

/** A text box and its place. */
export interface Surface {
  readonly area: HTMLTextAreaElement;
  /** Whether there are words of a thing to lay the box over. */
  reaches(key: NodeKey): boolean;
  /** Lays the box where the words are, or will be. */
  put(written: Written): void;
  /** The box of a new card is open: brings it and what helps with a card of this lane into view. */
  opened(lane: Id): void;
  /** Makes room for the box of a new card, or takes it away for null; absent where a box needs none. */
  makeRoom?(room: Omit<CardRoom, 'foot'> | null): Promise<void>;
  /** The words changed, so the box is as high as they are. True where that is another height. */
  typed(): boolean;
  /** As `typed`, for words that nobody typed. */
  fit(): boolean;
  /** Acts on a key that is for what lies under the box; true where nobody else is to hear it. */
  press(event: KeyboardEvent): boolean;
  /** The box goes to the next card below. */
  leave(): void;
  /** Takes the box away. */
  remove(): void;
  /** Whether the box hides the words of a thing, or what was there shows again; `blank` where it is mere room yet. */
  covers(key: NodeKey, is: boolean, blank?: boolean): void;
}

/** From the box to what lies under it, in the Scene's px. */
const apart = 6;

/** The text box over the canvas. */
export class CanvasSurface implements Surface, UnderBox {
  readonly #box: TextBox;
  readonly #under: Under;
  /** Where a box goes whose upper neighbour has not arrived. */
  #above: number | null = null;
  /** The new stage or gap whose box was brought into view last, and whether the Scene had it then. */
  #new: { key: NodeKey; come: boolean } | null = null;

  constructor(private readonly desk: Desk) {
    this.#box = new TextBox(desk.painter);
    this.#under = new Under(this);
  }

  get editor() {
    return this.desk.editor;
  }

  get hints() {
    return words.canvas.hints;
  }

  get area(): HTMLTextAreaElement {
    return this.#box.area;
  }

  reaches(key: NodeKey): boolean {
    this.desk.painter.ensure(key);
    return shapeOver(this.desk.painter, key) !== null;
  }

  put(written: Written): void {
    const shape = this.#shape(written);
    const { height } = this.#box;
    if (shape) this.#box.put(shape);
    this.#under.place();
    if (written.beside !== null) this.#showNew(written.key);
    // What is asked there has come, and with it more lines than one.
    if (written.born && height > 0 && height < this.#box.height) this.#show(this.#foot);
  }

  /** Brings the box of a new stage or gap into view: as soon as it opens, and where its record then is. */
  #showNew(key: NodeKey): void {
    const come = this.editor.scene?.node(key) !== undefined;
    if (this.#new?.key === key && this.#new.come === come) return;
    this.#new = { key, come };
    const { area, shape } = this.#box;
    if (!shape || shape.host === this.desk.painter.over) return this.#show();
    // The header stays where it is: only left and right are those of the map.
    const { left, top, width } = area.getBoundingClientRect();
    const { x, y } = this.desk.toScene({ clientX: left, clientY: top });
    this.desk.show({ x, y, w: width / this.desk.zoom, h: 0 }, 'x');
  }

  opened(lane: Id): void {
    this.#show();
    this.#under.open(lane);
  }

  /** Brings the box into view, with so much below it. */
  #show(below = 0): void {
    const { shape, height } = this.#box;
    if (shape) this.desk.show({ x: shape.x, y: shape.y, w: shape.w, h: height + below });
  }

  /** How much the keys take that lie under the box. */
  get #foot(): number {
    const { hint } = this.#under;
    return hint > 0 ? apart + hint : 0;
  }

  makeRoom(room: Omit<CardRoom, 'foot'> | null): Promise<void> {
    return this.desk.editor.makeRoom(room && { ...room, foot: this.#foot });
  }

  typed(): boolean {
    const taller = this.#box.fit();
    this.#under.typed();
    return taller;
  }

  fit(): boolean {
    return this.#box.fit();
  }

  press(event: KeyboardEvent): boolean {
    return this.#under.press(event);
  }

  leave(): void {
    this.#above = this.#box.shape ? this.#box.shape.y + this.#box.height + 6 : null;
  }

  remove(): void {
    this.#box.remove();
    this.#under.close();
  }

  covers(key: NodeKey, is: boolean, blank = false): void {
    const element = this.desk.painter.element(key);
    element?.classList.toggle('written', is);
    if (!element || kindOf(key) !== 'card') return;
    // The room of a card without words is not read beside the box that writes it.
    if (blank) element.setAttribute('aria-hidden', 'true');
    else element.removeAttribute('aria-hidden');
  }

  lay(element: HTMLElement): void {
    this.desk.painter.over.append(element);
    this.follow(element);
    this.#show(apart + element.offsetHeight);
  }

  follow({ style }: HTMLElement): void {
    const { shape, height } = this.#box;
    if (!shape) return;
    style.left = px(shape.x);
    style.top = px(shape.y + height + apart);
    style.width = px(shape.w);
  }

  #shape({ key, born, beside }: Written) {
    const { painter, editor } = this.desk;
    const over = shapeOver(painter, key);
    if (!over && beside !== null) return shapeBeside(painter, beside) ?? this.#box.shape;
    if (over || !born) return over;
    const { cell, below } = born;
    const shape = shapeIn(painter, cell, below, editor.camera.layout, 'var(--ink)');
    // The card above may not have arrived yet: then the place is reckoned from its box.
    if (shape && below !== null && !editor.scene?.node(below) && this.#box.shape) {
      const { y } = this.#box.shape;
      if (this.#above === null) this.#above = y + this.#box.height + 6;
      return { ...shape, y: this.#above };
    }
    this.#above = null;
    return shape;
  }
}
