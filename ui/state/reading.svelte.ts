// The map as a text, as far as it is on the screen: its frame, and the lines of the stages that are near. What a change
// made stale is asked for anew, and nothing else.
import { flushSync } from 'svelte';
import type { Id, Outline, OutlineCell, Touched } from '../shell/types';
import type { Editor } from './editor.svelte';

/** The lines of one stage. */
export class StageLines {
  /** Null while nobody looks at them. */
  cells = $state.raw<readonly OutlineCell[] | null>(null);
  /** Whether they are on the screen, or nearly. */
  near = $state(false);
}

/** Nothing is stale. */
const nothing = (): { frame: boolean; stages: Set<Id> | null } => ({ frame: false, stages: new Set() });

/** The open map as it is read. */
export class Reading {
  /** Null until it came. */
  frame = $state.raw<Outline | null>(null);
  /** Whether lanes without cards show as well. */
  emptyLanes = $state(false);
  /** Set by whoever shows it: puts what came in, so that what is being read stays where it is. */
  keeping: (put: () => void) => void = (put) => put();
  readonly #lines = new Map<Id, StageLines>();
  #stale = nothing();
  #running: Promise<void> | null = null;
  #stop: (() => void) | null = null;

  constructor(private readonly editor: Editor) {}

  /** Follows the map from now on, until `close`. */
  open(): void {
    this.#stop ??= this.editor.watch({
      whole: () => this.touch({ frame: true, stages: null }),
      patched: () => {},
      changed: (stale) => this.touch(stale),
    });
    this.touch({ frame: true, stages: null });
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    this.frame = null;
    this.#lines.clear();
    this.#stale = nothing();
  }

  /** The lines of a stage. */
  lines(stage: Id): StageLines {
    const known = this.#lines.get(stage);
    if (known) return known;
    const made = new StageLines();
    this.#lines.set(stage, made);
    return made;
  }

  /** These stages are looked at now: what is not known of them is asked for, and others are forgotten. */
  look(stages: ReadonlySet<Id>): void {
    for (const [id, lines] of this.#lines) {
      if (stages.has(id)) continue;
      lines.near = false;
      lines.cells = null;
    }
    for (const id of stages) {
      const lines = this.lines(id);
      lines.near = true;
      if (lines.cells === null) this.touch({ frame: false, stages: [id] });
    }
  }

  /** Something of it is stale. */
  touch({ frame, stages }: Touched): void {
    this.#stale.frame ||= frame;
    if (stages === null) this.#stale.stages = null;
    else for (const id of stages) this.#stale.stages?.add(id);
    if (this.#stop) this.#running ??= this.#run().finally(() => (this.#running = null));
  }

  /** Everything that was asked for so far is there. */
  async settled(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** How many cards come before a card as they are read, itself included; null where it is not on the screen. */
  placeOf(card: Id): number | null {
    let before = 0;
    for (const stage of this.frame?.stages ?? []) {
      const cards = (this.lines(stage.id).cells ?? []).flatMap(({ lines }) =>
        lines.flatMap((line) => (line.line === 'card' ? [line.id] : [])),
      );
      const at = cards.indexOf(card);
      if (at >= 0) return before + at + 1;
      before += stage.cards;
    }
    return null;
  }

  async #run(): Promise<void> {
    // All that one change touched is asked for at once.
    await Promise.resolve();
    while (this.#stop && (this.#stale.frame || this.#stale.stages === null || this.#stale.stages.size > 0)) {
      const { frame, stages } = this.#stale;
      this.#stale = nothing();
      try {
        await this.editor.inTurn(() => this.#ask(frame, stages));
      } catch (thrown) {
        this.editor.notices.failed(thrown);
        return;
      }
    }
  }

  async #ask(frame: boolean, stale: Set<Id> | null): Promise<void> {
    const { shell } = this.editor;
    const near = [...this.#lines].filter(([id, lines]) => lines.near && (stale === null || stale.has(id)));
    const stages = near.map(([id]) => id);
    const [outline, parts] = await Promise.all([
      frame ? shell.outline() : null,
      stages.length > 0 ? shell.outlineParts({ stages }) : [],
    ]);
    if (!this.#stop) return;
    this.keeping(() => {
      if (outline) this.frame = outline;
      for (const { stage, cells } of parts) this.lines(stage).cells = cells;
      flushSync();
    });
  }
}
