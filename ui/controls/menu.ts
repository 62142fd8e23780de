// What a menu is made of.
import type { IconComponent } from './icon';

/** An entry that does something. */
export interface MenuItem {
  /** Stable, for tests. */
  id: string;
  label: string;
  icon?: IconComponent;
  /** The keys that do the same, as they are pressed. */
  keys?: string;
  /** Whether it cannot be done now: a move at the end of a row. */
  disabled?: boolean;
  run: () => void;
}

/** An entry, or a line between groups of them. */
export type MenuEntry = MenuItem | 'line';

/** A box on the screen that a menu opens at; of no size for the place of a pointer. */
export interface MenuPlace {
  getBoundingClientRect: () => DOMRect;
}

/** The place of a pointer. */
export function pointPlace(x: number, y: number): MenuPlace {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
