// What menus and bars ask of the canvas: it alone knows where things are and what is being typed.

import type { Edit, Id, NodeKey, RecordId } from '../shell/types';

/** The canvas, as menus and bars see it. The canvas sets it as `Editor.hands` while it is there. */
export interface Hands {
  /**
   * Opens the text box over a thing that has words: a card, a stage, a lane's label, the title. `chosen` selects the
   * words, so that typing replaces them.
   */
  write(key: NodeKey, chosen?: boolean): void;
  /**
   * Makes a record that has a name, and opens its text box with the name chosen: both are one step of undo. `beside` is
   * what lies where it will be.
   */
  writeNew(record: RecordId, edit: Edit, name: string, beside: NodeKey): void;
  /** Keeps the words that are being written and closes their box. */
  endWriting(): void;
  /** Opens the text box of a new card in a cell, below one of its cards or at its end. */
  newCard(cell: NodeKey, below: NodeKey | null): void;
  /** The width at which a stage's name and cards need few lines; absent where stages have no width. */
  fittingWidth?(stage: Id): number;
  /** Puts cards on the clipboard: those that are selected with a thing. */
  copy(key: NodeKey): void;
  /** Copies them and takes them off the map. */
  cut(key: NodeKey): void;
  /** Makes cards of what was copied, where a thing is. */
  paste(copied: { text: string; html: string }, key: NodeKey): void;
  /** Keys that are pressed until `done` has come wait for it, and then act on what is there. */
  hold<T>(done: Promise<T>): Promise<T>;
  /** Scrolls a thing into view and gives it the grid's focus. */
  reveal(key: NodeKey): void;
  /** Scrolls a thing into view; the focus stays where it is. */
  show(key: NodeKey): void;
  /** The element that has the focus of the map, or takes it back: keys that are pressed there act on the selection. */
  stop(): HTMLElement;
}
