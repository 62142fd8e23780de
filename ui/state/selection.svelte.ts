// What is selected, and what has the focus of the grid. Both are node keys, so they outlive a repainting.
import type { Id, NodeKey } from '../shell/types';
import { kindOf } from './scene';

/** The selection of one window. */
export class Selection {
  #keys = $state.raw<readonly NodeKey[]>([]);
  #set: ReadonlySet<NodeKey> = new Set();
  /** The card, cell, stage or label that the arrow keys go on from; the one stop of the grid in the tab order. */
  focus = $state.raw<NodeKey | null>(null);
  /** Where a selection with Shift began. */
  anchor: NodeKey | null = null;
  /** Whether it goes along when the focus walks on: what was clicked does, what was gathered stays. */
  #loose = true;

  /** In the order in which they were chosen. */
  get keys(): readonly NodeKey[] {
    return this.#keys;
  }

  private set keys(keys: readonly NodeKey[]) {
    this.#keys = keys;
    this.#set = new Set(keys);
  }

  has(key: NodeKey): boolean {
    return this.#set.has(key);
  }

  /** The ids of the selected cards. */
  get cards(): Id[] {
    return this.keys.filter((key) => kindOf(key) === 'card').map((key) => key.slice(5));
  }

  /** Selects one thing and focuses it. */
  only(key: NodeKey): void {
    this.#loose = true;
    this.keys = [key];
    this.anchor = key;
    this.focus = key;
  }

  /** Selects several. */
  all(keys: readonly NodeKey[]): void {
    this.#loose = false;
    this.keys = keys;
  }

  /** Adds a thing, or takes it out where it is in. */
  toggle(key: NodeKey): void {
    this.#loose = false;
    this.keys = this.has(key) ? this.keys.filter((other) => other !== key) : [...this.keys, key];
    this.anchor = key;
    this.focus = key;
  }

  /** The focus walked to another thing: a single one that was clicked is let go for it. */
  walked(to: NodeKey): void {
    if (!this.#loose || this.keys.length !== 1 || this.has(to)) return;
    if (kindOf(to) === 'cell') this.clear();
    else this.only(to);
  }

  /** What a key acts on: the selection, or else what has the focus. */
  chosen(focus: NodeKey): readonly NodeKey[] {
    return this.keys.length > 0 ? this.keys : [focus];
  }

  /** Selects nothing; the focus stays. */
  clear(): void {
    this.#loose = true;
    if (this.keys.length > 0) this.keys = [];
  }

  /** Forgets what is no longer there. */
  keep(isThere: (key: NodeKey) => boolean): void {
    if (this.keys.some((key) => !isThere(key))) this.keys = this.keys.filter(isThere);
    if (this.anchor !== null && !isThere(this.anchor)) this.anchor = null;
  }
}
