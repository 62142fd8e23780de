// Typing: what is being written goes to Rust while it is written, one command at a time, the newest text only.
import { newId } from '../shell/ids';
import type { Edit } from '../shell/types';
import type { Editor } from './editor.svelte';

/** Between two commands while somebody types, in ms. */
const typing = 250;

/** The edits of one open text box: one Change, whatever their number. */
export class TypingSession {
  readonly id = newId();
  /** Edits that must all arrive, in order. */
  #must: Edit[] = [];
  /** The newest text, which makes older ones that were not sent needless. */
  #newest: Edit | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #sending: Promise<void> | null = null;
  #sent = 0;
  #opened = false;
  #ending = false;
  /** Until the session before has ended: what it sends last is not to come between what this one sends. */
  #after: Promise<void> | null;

  constructor(
    private readonly editor: Editor,
    /** Called each time that the session has ended: all that was typed has arrived. */
    private readonly ended: () => void = () => {},
    /** The least time between two commands, in ms. */
    private readonly pause = typing,
  ) {
    this.#after = editor.ending;
  }

  /** Sends an edit that later ones lean on: the record that is being written. */
  must(edit: Edit): void {
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

  /** Sends what is left and closes the session. */
  end(): Promise<void> {
    const { editor } = this;
    const over = Promise.all([editor.ending, this.#end()]).then(() => {
      if (editor.ending === over) editor.ending = null;
    });
    editor.ending = over;
    return over;
  }

  async #end(): Promise<void> {
    this.editor.typing.delete(this);
    this.#ending = true;
    this.#send();
    while (this.#sending) await this.#sending;
    if (this.#opened) {
      this.#opened = false;
      try {
        const added = await this.editor.inTurn(() => this.editor.shell.endTyping({ session: this.id }));
        if (added) this.editor.notices.say(added);
      } catch (thrown) {
        this.editor.notices.failed(thrown);
      }
    }
    if (this.#ending) this.ended();
  }

  /** Whoever types on after the end goes on in a step of undo of its own. */
  #begin(): void {
    this.#ending = false;
    this.editor.typing.add(this);
  }

  #send(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#sending || !this.#take()) return;
    this.#sending = this.#run().finally(() => {
      this.#sending = null;
      // What came meanwhile: a text that waits keeps its pause, the rest goes at once.
      if (this.#must.length > 0 || this.#ending) this.#send();
      else if (this.#newest) this.newest(this.#newest);
    });
  }

  #take(): boolean {
    return this.#must.length > 0 || this.#newest !== null;
  }

  async #run(): Promise<void> {
    if (this.#after) await this.#after;
    this.#after = null;
    try {
      while (this.#take()) {
        const edit = this.#must.shift() ?? this.#newest;
        if (!edit) break;
        if (edit === this.#newest) this.#newest = null;
        const text = this.#must.length === 0;
        this.#opened = true;
        await this.editor.inTurn(async () =>
          this.editor.took(await this.editor.shell.amend({ edit, session: this.id })),
        );
        this.#sent = performance.now();
        if (text) break;
      }
    } catch (thrown) {
      this.editor.notices.failed(thrown);
      this.#must = [];
      this.#newest = null;
    }
  }
}
