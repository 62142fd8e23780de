// Dragging the lower edge of a curve's lane sets its height.
import type { Id } from '../shell/types';
import { set } from '../state/edits';
import { allowed, heights } from '../state/sizes';
import type { TypingSession } from '../state/typing';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';

/** A lane's edge under way. */
export class Heighten extends Dragging {
  readonly #session: TypingSession;
  readonly #from: number;
  /** The height as it was set; undefined until Rust has said so, null where nobody set it. */
  #was: number | null | undefined;
  #is = 0;
  #over = false;
  /** Resolves once Rust has said how high the lane is: a quick hand may be done before. */
  readonly #learned: Promise<void>;

  constructor(
    desk: Desk,
    private readonly lane: Id,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'none');
    this.#session = desk.editor.live();
    this.#from = desk.toScene(pressed).y;
    desk.viewport.classList.add('heightening');
    this.#learned = this.#learn();
  }

  async #learn(): Promise<void> {
    const { editor } = this.desk;
    const fields = await editor
      .inTurn(() => editor.shell.record({ table: 'lane', id: this.lane }))
      .catch((thrown: unknown) => editor.notices.failed(thrown));
    if (!fields) return;
    this.#was = typeof fields.height === 'number' ? fields.height : null;
    this.#is = this.#was ?? heights.usual;
    if (!this.#over) this.follow();
  }

  protected follow(): void {
    if (this.#was === undefined) return;
    const wish = (this.#was ?? heights.usual) + this.#y() - this.#from;
    const height = Math.round(allowed(wish, heights));
    if (height === this.#is) return;
    this.#is = height;
    this.#session.newest(this.#edit(height));
  }

  protected clean(): void {
    this.#over = true;
    this.desk.viewport.classList.remove('heightening');
  }

  protected land(): void {
    void this.#learned.then(() => {
      this.follow();
      return this.#session.end();
    });
  }

  protected override drop(): void {
    if (this.#was !== undefined) this.#session.newest(this.#edit(this.#was));
    void this.#session.end();
  }

  #edit(height: number | null) {
    return set({ table: 'lane', id: this.lane }, 'height', height);
  }

  #y(): number {
    return this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y }).y;
  }
}
