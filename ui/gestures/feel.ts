// Dragging a point of a curve: up and down in quarters, with Ctrl freely, with Shift also along its stage.
import type { Id, NodeKey, Rect } from '../shell/types';
import { div, px, put } from '../scene/dom';
import { moveFeeling, type FeelingAt } from '../state/edits';
import { idsOf } from '../state/scene';
import type { TypingSession } from '../state/typing';
import { words } from '../words';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';
import { heightOf, valueAt } from './scale';
import { Tag } from './tag';

/** What values snap to. */
const step = 0.25;

/** A point under way. The curve follows it; undone, all of it is one step. */
export class Feel extends Dragging {
  readonly #id: Id;
  readonly #guide = div('feel-guide');
  readonly #ring = div('feel-ring');
  readonly #tag: Tag;
  readonly #session: TypingSession;
  /** From the pointer to the point's middle, in the Scene's px. */
  readonly #grip: { x: number; y: number };
  /** The curve's box, and the cell of the point, in the Scene's px. */
  readonly #curve: Rect;
  readonly #cell: Rect;
  /** The point as it was; null until Rust has said so. */
  #was: FeelingAt | null = null;
  #is: FeelingAt | null = null;
  #label = '';
  #over = false;
  /** Resolves once Rust has said where the point is: a quick hand may be done before. */
  readonly #learned: Promise<void>;
  /** The pointer's first place, in the window: until it moves up or down, the value stays what it is. */
  readonly #first: { x: number; y: number };

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'none');
    const scene = desk.scene!;
    const place = scene.place(held)!;
    const cell = scene.node(held)?.parent ?? '';
    this.#id = idsOf(held)[0]!;
    this.#cell = scene.place(cell) ?? place;
    this.#curve = scene.place(`curve/${idsOf(cell)[0]}`) ?? this.#cell;
    const at = desk.toScene(pressed);
    this.#grip = { x: place.x + place.w / 2 - at.x, y: place.y + place.h / 2 - at.y };
    this.#first = { x: pressed.clientX, y: pressed.clientY };
    this.#session = desk.editor.live();
    this.#tag = new Tag(desk);
    desk.selection.only(held);
    desk.stop(held)?.focus({ preventScroll: true });
    desk.viewport.classList.add('feeling');
    for (const value of [2, 1, 0, -1, -2]) {
      const tick = div('tick');
      tick.style.top = px(heightOf(this.#curve, value) - heightOf(this.#curve, 2));
      this.#guide.append(tick);
    }
    desk.painter.over.append(this.#guide, this.#ring);
    this.#learned = this.#learn();
    this.follow();
  }

  /** Asks where the point is; what the hand did meanwhile is not lost. */
  async #learn(): Promise<void> {
    const { editor } = this.desk;
    const fields = await editor
      .inTurn(() => editor.shell.record({ table: 'feeling', id: this.#id }))
      .catch((thrown: unknown) => editor.notices.failed(thrown));
    if (!fields) return;
    this.#was = {
      stage: String(fields.stage),
      position: Number(fields.position),
      value: Number(fields.value),
    };
    this.#is = this.#was;
    this.#label = String(fields.label ?? '');
    if (!this.#over) this.follow();
  }

  protected follow(): void {
    const was = this.#was;
    if (!was) return;
    const at = this.#aim(was);
    const [x, y] = [this.#cell.x + at.position * this.#cell.w, heightOf(this.#curve, at.value)];
    put(this.#guide, x, heightOf(this.#curve, 2), 0, heightOf(this.#curve, -2) - heightOf(this.#curve, 2));
    this.#ring.style.left = px(x);
    this.#ring.style.top = px(y);
    this.#tag.show(words.canvas.feeling(at.value, this.#label), this.desk.toWindow({ x, y }));
    this.#send(at);
  }

  #send(at: FeelingAt): void {
    const is = this.#is!;
    if (at.value === is.value && at.position === is.position) return;
    this.#is = at;
    this.#session.newest(moveFeeling(this.#id, at));
  }

  /** The point that the hand means. */
  #aim(was: FeelingAt): FeelingAt {
    const { x, y } = this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    const free = valueAt(this.#curve, y + this.#grip.y);
    const fine = this.keys.ctrl ? 0.01 : step;
    const moved = this.pointer.y !== this.#first.y;
    const value = moved ? Math.round(free / fine) * fine : was.value;
    const along = (x + this.#grip.x - this.#cell.x) / Math.max(1, this.#cell.w);
    const position = this.keys.shift ? Math.min(1, Math.max(0, Math.round(along * 100) / 100)) : was.position;
    return { stage: was.stage, position, value: Math.round(value * 100) / 100 };
  }

  protected clean(): void {
    this.#over = true;
    this.#guide.remove();
    this.#ring.remove();
    this.#tag.remove();
    this.desk.viewport.classList.remove('feeling');
  }

  protected land(): void {
    void this.#finish();
  }

  async #finish(): Promise<void> {
    const { desk } = this;
    await this.#learned;
    if (this.#was) this.#send(this.#aim(this.#was));
    if (this.#is && this.#is !== this.#was)
      desk.editor.notices.say(words.canvas.feeling(this.#is.value, this.#label));
    await this.#session.end();
    desk.flash([this.held]);
  }

  protected override drop(): void {
    if (this.#was) this.#session.newest(moveFeeling(this.#id, this.#was));
    void this.#session.end();
  }
}
