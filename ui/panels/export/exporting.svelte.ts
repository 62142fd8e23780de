// An export while it is chosen and made: the wish, its pages, and how far it is.
import { asProblem } from '../../shell/problem';
import type { ExportView, ExportFormat, Exported, Paper, Progress, Shown, Wish } from '../../shell/showing';
import type { Problem } from '../../shell/shell';
import type { Editor } from '../../state/editor.svelte';
import type { App } from '../../state/app.svelte';
import { words } from '../../words';
import { formats } from './choices';

/** What takes longer than this, in ms, is worth a bar. */
const patience = 500;
/** What printers have in them where a computer speaks this language, as far as a person has not chosen another paper. */
const usualPaper = (language: string): Paper =>
  /[-_](US|CA|MX|PH|CL|CO|VE)\b/i.test(language) ? 'letter' : 'a4';
/** A person who still chooses is not told the size of each choice. */
const rest = 300;

/** The export of one open map. */
export class Exporting {
  /** What it was opened for; null while it is closed. */
  open = $state<'export' | 'print' | null>(null);
  /** What the wish comes to; null until Rust has said. */
  shown = $state.raw<Shown | null>(null);
  /** Why there are no pages. */
  problem = $state.raw<Problem | null>(null);
  /** The page that is looked at, counted from 0. */
  at = $state(0);
  /** The size of the file in bytes; null until it is known. */
  size = $state<number | null>(null);
  /** How far the export is; null while none is made. */
  progress = $state.raw<Progress | null>(null);
  /** Whether it takes so long that a bar is shown. */
  slow = $state(false);
  /** Whether the system asks how to print, or prints. */
  printing = $state(false);
  /** When the export began that is being made. */
  begun = 0;
  #wish = $state.raw<Wish | null>(null);
  #formats = new Map<ExportView, ExportFormat>();
  #asked = 0;
  #weighing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #deaf: (() => void) | null = null;

  constructor(
    private readonly app: App,
    readonly editor: Editor,
  ) {}

  /** What a person chose. */
  get wish(): Wish {
    return this.#wish ?? { ...this.app.settings.showing, only: null };
  }

  /** How many pages leave. */
  get leaving(): number {
    const pages = this.shown?.pages.length ?? 0;
    return this.wish.only === null ? pages : Math.min(pages, 1);
  }

  /** How many lanes the map has. */
  get lanes(): number {
    return this.editor.counts.lanes;
  }

  /** Whether there is something to export. */
  get ready(): boolean {
    return this.shown !== null && (this.shown.text !== null || this.shown.pages.length > 0);
  }

  /** Opens the dialog. What is to be printed lies on a paper. */
  begin(why: 'export' | 'print'): void {
    if (this.open !== null) return;
    this.open = why;
    this.#hear();
    const { view, paper } = this.wish;
    if (why === 'export') void this.look();
    else if (view === 'canvas' && !paper)
      this.choose({ view: 'poster', format: 'pdf', paper: usualPaper(this.app.computer) });
    else this.choose({ format: 'pdf' });
  }

  /** Closes the dialog; an export that is being made goes on. */
  close(): void {
    this.open = null;
    clearTimeout(this.#weighing);
    if (this.begun === 0) this.#stopHearing();
  }

  /** Chooses something, and remembers it. */
  choose(change: Partial<Wish>): void {
    const before = this.wish;
    let wish = { ...before, ...change };
    if (change.view !== undefined && change.view !== before.view) {
      this.#formats.set(before.view, before.format);
      const offered = formats[change.view];
      const format = change.format ?? this.#formats.get(change.view) ?? offered[0]!;
      wish = { ...wish, format, only: null };
      this.at = 0;
    }
    if (wish.only !== null) wish = { ...wish, only: this.at };
    this.#wish = wish;
    // One page and single lanes are of this map; the rest is for the next one as well.
    const include = { ...wish.include, without_lanes: [] };
    void this.app.set({ showing: { ...wish, include, only: null } });
    void this.look();
  }

  /** Looks at another page. */
  turn(to: number): void {
    const last = (this.shown?.pages.length ?? 1) - 1;
    this.at = Math.max(0, Math.min(last, to));
    if (this.wish.only !== null) this.choose({ only: this.at });
  }

  /** Asks what the wish comes to, for the map as it is now; what is being typed at the moment may go on. */
  async look({ typing = false } = {}): Promise<void> {
    if (this.open === null) return;
    const asked = ++this.#asked;
    clearTimeout(this.#weighing);
    const wish = this.wish;
    try {
      if (!typing) await this.editor.rest();
      const shown = await this.app.shell.preview({ wish, strong: false });
      if (asked !== this.#asked) return;
      this.shown = shown;
      this.problem = null;
      this.at = Math.max(0, Math.min(this.at, shown.pages.length - 1));
      this.size = null;
      if (this.ready) this.#weighing = setTimeout(() => void this.#weigh(asked, wish), rest);
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown);
    }
  }

  async #weigh(asked: number, wish: Wish): Promise<void> {
    try {
      const size = await this.app.shell.weigh({ wish });
      if (asked === this.#asked) this.size = size;
    } catch {
      // The size is only told; why there is none, the export itself says.
    }
  }

  /** Asks for a place and writes the file. */
  async go(): Promise<void> {
    if (!this.ready) return;
    await this.#make(() => this.app.shell.export({ wish: this.wish }));
  }

  /** Asks for a deck and puts the slides into it. */
  async into(): Promise<void> {
    if (this.ready) await this.#make(() => this.app.shell.exportInto({ wish: this.wish }));
  }

  /** Writes the last export once more, without a question; asks where there was none. */
  async repeat(): Promise<void> {
    const done = await this.#make(() => this.app.shell.repeatExport());
    if (done === null) this.begin('export');
  }

  /** Prints the pages through the system's own dialog. */
  async print(): Promise<void> {
    if (this.printing || !this.ready) return;
    this.printing = true;
    try {
      await this.editor.rest();
      const done = await this.app.shell.print({ wish: this.wish });
      if (done) {
        this.close();
        const sentence = words.export.printing;
        this.app.notices.tell({ code: 'page.printed', sentence, next_step: '', kind: 'info' });
      }
    } catch (thrown) {
      this.app.notices.failed(thrown);
    } finally {
      this.printing = false;
    }
  }

  /** Stops what is being made; nothing of it is written. */
  async cancel(): Promise<void> {
    await this.app.shell.cancelExport();
  }

  /**
   * Hears how far an export is, from the opening of the dialog on: what begins to listen only with the export may miss its
   * first page, and there may be only one.
   */
  #hear(): void {
    this.#deaf ??= this.app.shell.on('progress', (progress) => {
      if (this.begun === 0) return;
      // The clock runs from the first page on: before that, a person looks for a place.
      if (this.progress === null) {
        this.begun = Date.now();
        this.#waiting = setTimeout(() => (this.slow = true), patience);
      }
      this.progress = progress;
    });
  }

  #stopHearing(): void {
    this.#deaf?.();
    this.#deaf = null;
  }

  /** Undefined where it failed; null where nothing was to be done. */
  async #make(ask: () => Promise<Exported | null>): Promise<Exported | null | undefined> {
    if (this.begun !== 0) return undefined;
    const { notices } = this.app;
    this.begun = Date.now();
    this.#hear();
    try {
      await this.editor.rest();
      const done = await ask();
      if (!done) return null;
      this.close();
      const sentence = words.export.done(done.file_name, done.folder);
      const told = {
        code: 'page.exported',
        sentence,
        next_step: done.warnings.join(' '),
        kind: 'info' as const,
      };
      notices.tell(told, { name: words.export.show, run: () => void this.#show() });
      return done;
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.code === 'export.cancelled') notices.tell({ ...problem, kind: 'info' });
      else notices.failed(thrown);
      return undefined;
    } finally {
      clearTimeout(this.#waiting);
      this.progress = null;
      this.slow = false;
      this.begun = 0;
      if (this.open === null) this.#stopHearing();
    }
  }

  async #show(): Promise<void> {
    try {
      await this.app.shell.showInFolder();
    } catch (thrown) {
      this.app.notices.failed(thrown);
    }
  }
}
