// Typing: what is being written goes to Rust while it is written, one command at a time, the newest text only.
import { newId } from '../shell/ids';
import type { Edit } from '../shell/types';
import type { Editor } from './editor.svelte';

/** An edit, or how to make it once its turn has come; null for none. */
export type Telling = Edit | (() => Edit | null);

/** Between two commands while somebody types, in ms. */
const typing = 250;

/**
 * The edits of one open text box: one Change, whatever their number. All that is sent takes its turn among what else is
 * asked of Rust: what is asked for after the end of a session comes after its last word, however slow that is.
 */
export class TypingSession {
  readonly id = newId();
  /** Edits that must all arrive, in order. */
  #must: Telling[] = [];
  /** The newest text, which makes older ones that were not sent needless. */
  #newest: Edit | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /**
   * The turn that was taken and has not come back: what is typed before it comes goes with it, what is typed then waits
   * for its end. No longer due once the session has ended: what was left has a turn of its own.
   */
  #turn: { due: boolean } | null = null;
  #sent = 0;
  #opened = false;
  #ending = false;
  /** How often Rust refused: what leans on that is not sent. */
  #refused = 0;

  constructor(
    private readonly editor: Editor,
    /** Called each time that the session has ended: all that was typed has arrived. */
    private readonly ended: () => void = () => {},
    /** The least time between two commands, in ms. */
    private readonly pause = typing,
  ) {}

  /** Sends an edit that later ones lean on: the record that is being written. */
  must(edit: Telling): void {
    this.#begin();
    if (this.#newest) this.#must.push(this.#newest);
    this.#newest = null;
    this.#must.push(edit);
    this.#send();
  }

  /** Sends the newest text, no sooner than the pause after the last one unless it is `urgent` (it needs another line). */
  newest(edit: Edit, urgent = false): void {
    this.#begin();
    this.#newest = edit;
    const due = urgent ? 0 : this.#sent + this.pause - performance.now();
    if (due <= 0) this.#send();
    else this.#timer ??= setTimeout(() => this.#send(), due);
  }

  /** Sends what is left and closes the session. Its turn is taken at once. */
  async end(): Promise<void> {
    const { editor } = this;
    editor.typing.delete(this);
    this.#ending = true;
    this.#stopTimer();
    if (this.#turn) this.#turn.due = false;
    this.#turn = null;
    const left = this.#take();
    const refused = this.#refused;
    await editor.inTurn(async () => {
      if (this.#refused === refused) await this.#tell(left);
      await this.#close();
    });
    if (this.#ending) this.ended();
  }

  /** Whoever types on after the end goes on in a step of undo of its own. */
  #begin(): void {
    this.#ending = false;
    this.editor.typing.add(this);
  }

  #send(): void {
    this.#stopTimer();
    if (this.#turn || (this.#must.length === 0 && this.#newest === null)) return;
    const turn = (this.#turn = { due: true });
    void this.editor
      .inTurn(async () => {
        if (turn.due) await this.#tell(this.#take());
      })
      .then(() => {
        if (this.#turn !== turn) return;
        this.#turn = null;
        // What came meanwhile: a text that waits keeps its pause, the rest goes at once.
        if (this.#must.length > 0) this.#send();
        else if (this.#newest) this.newest(this.#newest);
      });
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #take(): Telling[] {
    const taken = this.#newest ? [...this.#must, this.#newest] : this.#must;
    [this.#must, this.#newest] = [[], null];
    return taken;
  }

  /** Tells Rust, one edit after the other; never fails: what is refused is told to the person. */
  async #tell(edits: readonly Telling[]): Promise<void> {
    const { editor, id } = this;
    try {
      for (const one of edits) {
        const edit = typeof one === 'function' ? one() : one;
        if (!edit) continue;
        this.#opened = true;
        await editor.took(await editor.shell.amend({ edit, session: id }));
        this.#sent = performance.now();
      }
    } catch (thrown) {
      editor.notices.failed(thrown);
      this.#refused += 1;
      this.#take();
    }
  }

  async #close(): Promise<void> {
    const { editor, id } = this;
    if (!this.#opened) return;
    this.#opened = false;
    try {
      const added = await editor.shell.endTyping({ session: id });
      if (added) editor.notices.say(added);
    } catch (thrown) {
      editor.notices.failed(thrown);
    }
  }
}
