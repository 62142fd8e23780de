// A folded lane opens under cards that wait over it, and folds again when they go elsewhere.
import type { Id } from '../shell/types';
import { fold, unfold } from '../state/edits';
import type { Editor } from '../state/editor.svelte';
import type { TypingSession } from '../state/typing';

/** How long cards wait over a folded lane before it opens, in ms. */
const wait = 600;

/** The lanes that one drag opens. Until the drag ends, what they open by is no step of undo. */
export class Unfolding {
  #lane: Id | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #session: TypingSession | null = null;
  readonly #opened = new Set<Id>();
  #ended = false;

  constructor(
    private readonly editor: Editor,
    /** Called once a lane has opened: what the cards are over has changed. */
    private readonly opened: () => void,
  ) {}

  /** The cards are over a lane, or over none. */
  over(lane: Id | null): void {
    if (lane === this.#lane) return;
    this.#lane = lane;
    clearTimeout(this.#timer);
    if (lane !== null && !this.#opened.has(lane)) this.#timer = setTimeout(() => void this.#open(lane), wait);
  }

  /** Folds everything again and answers what had been opened. */
  async end(): Promise<ReadonlySet<Id>> {
    this.#ended = true;
    clearTimeout(this.#timer);
    for (const lane of this.#opened) this.#session?.must(fold(lane));
    await this.#session?.end();
    return this.#opened;
  }

  async #open(lane: Id): Promise<void> {
    const { editor } = this;
    const fields = await editor
      .inTurn(() => editor.shell.record({ table: 'lane', id: lane }))
      .catch(() => null);
    if (this.#ended || this.#lane !== lane || fields?.collapsed !== true) return;
    this.#opened.add(lane);
    this.#session ??= editor.live();
    this.#session.must(unfold(lane));
    await editor.inTurn(() => Promise.resolve());
    if (!this.#ended) this.opened();
  }
}
