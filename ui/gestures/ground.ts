// What keys and writing work with, whatever shows the map: the canvas is one such ground, the outline another.
import type { Table } from '../scene/table';
import type { Id, NodeKey } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { type HeldScene, idsOf, kindOf } from '../state/scene';
import { HeldKeys } from './held';
import type { Writer } from './write';

/** The open map where it is worked on. */
export abstract class Ground {
  /** Set by whoever makes the ground: text boxes open through it. */
  writer!: Writer;
  /** Keys that wait for what is under way. */
  readonly held = new HeldKeys();

  /** Set by whoever makes the ground: resolves once what came from Rust has been painted. */
  painted: () => Promise<void> = () => Promise.resolve();

  constructor(readonly editor: Editor) {}

  get scene(): HeldScene | null {
    return this.editor.scene;
  }

  get selection() {
    return this.editor.selection;
  }

  /** Stages and lanes, in their order. */
  abstract get table(): Table;

  /** Gives a thing the focus of the map, and scrolls it into view. */
  abstract focus(key: NodeKey): void;

  /** Gives the focus to what shows the map itself. */
  abstract rest(): void;

  /** Scrolls a thing into view. */
  abstract reveal(key: NodeKey): void;

  /** Shows for a moment what changed. */
  abstract flash(keys: readonly NodeKey[]): void;

  /**
   * Shows the line of a path that is about to be drawn, from a stage to what has the focus, until the returned function
   * is called. Only where the map is drawn; `still` says whether it is still asked for.
   */
  lineFrom: (from: NodeKey, still: () => boolean) => () => void = () => () => {};

  /** Whether a key is a cell that cards can be typed into. */
  takesCards(key: NodeKey): boolean {
    const [lane] = idsOf(key);
    return kindOf(key) === 'cell' && lane !== undefined && this.editor.holdsCards(lane);
  }

  /** Whether single letters are commands where the focus is. In a cell they type, or where no card goes, do nothing. */
  letters(focus: NodeKey): boolean {
    return this.editor.singleLetters() && kindOf(focus) !== 'cell';
  }

  /** Whether single letters build the map where the focus is: on a point of a curve somebody may type its label. */
  builds(focus: NodeKey): boolean {
    return this.letters(focus) && kindOf(focus) !== 'feeling';
  }

  /** The stage that a key lies in, or is. */
  stageOf(key: NodeKey): Id | null {
    if (kindOf(key) === 'stage') return idsOf(key)[0] ?? null;
    const cell = kindOf(key) === 'cell' ? key : (this.scene?.node(key)?.parent ?? '');
    return kindOf(cell) === 'cell' ? (idsOf(cell)[1] ?? null) : null;
  }
}
