// What is selected, and what has the focus of the grid. Both are node keys, so they outlive a repainting.
import type { Id, NodeKey } from '../shell/types';
import { kindOf } from './scene';

/** The selection of one window. */
export class Selection {
  /** In the order in which they were chosen. */
  keys = $state.raw<readonly NodeKey[]>([]);
  /** The card, cell, stage or label that the arrow keys go on from; the one stop of the grid in the tab order. */
  focus = $state.raw<NodeKey | null>(null);
  /** Where a selection with Shift began. */
  anchor: NodeKey | null = null;

  has(key: NodeKey): boolean {
    return this.keys.includes(key);
  }

  /** The ids of the selected cards. */
  get cards(): Id[] {
    return this.keys.filter((key) => kindOf(key) === 'card').map((key) => key.slice(5));
  }

  /** Selects one thing and focuses it. */
  only(key: NodeKey): void {
    this.keys = [key];
    this.anchor = key;
    this.focus = key;
  }

  /** Selects several. */
  all(keys: readonly NodeKey[]): void {
    this.keys = keys;
  }

  /** Adds a thing, or takes it out where it is in. */
  toggle(key: NodeKey): void {
    this.keys = this.has(key) ? this.keys.filter((other) => other !== key) : [...this.keys, key];
    this.anchor = key;
    this.focus = key;
  }

  /** Selects nothing; the focus stays. */
  clear(): void {
    if (this.keys.length > 0) this.keys = [];
  }

  /** Forgets what is no longer there. */
  keep(isThere: (key: NodeKey) => boolean): void {
    if (this.keys.some((key) => !isThere(key))) this.keys = this.keys.filter(isThere);
    if (this.anchor !== null && !isThere(this.anchor)) this.anchor = null;
  }
}
