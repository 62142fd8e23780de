// What a menu is made of.
import { pressed } from '../shortcuts';
import type { IconComponent } from './icon';

/** What every entry has. */
interface Entry {
  /** Stable, for tests and bars. */
  id: string;
  label: string;
  icon?: IconComponent;
  /** The keys that do the same, as they are pressed. */
  keys?: string;
  /** Whether it cannot be done now: a move at the end of a row. */
  disabled?: boolean;
}

/** An entry that does something. */
export interface MenuItem extends Entry {
  /** For what is on or off, or is one of several: whether it is. Absent for a plain act. */
  checked?: boolean;
  run: () => void;
}

/** An entry that opens further ones. */
export interface SubMenu extends Entry {
  entries: readonly MenuEntry[];
}

/** An entry, or a line between groups of them. */
export type MenuEntry = MenuItem | SubMenu | 'line';

/** Whether an entry does something itself. */
export function isItem(entry: MenuEntry): entry is MenuItem {
  return entry !== 'line' && 'run' in entry;
}

/** Groups of entries, with a line between those that are not empty. */
export function grouped(...groups: readonly (readonly MenuEntry[])[]): MenuEntry[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) => (at === 0 ? group : ['line' as const, ...group]));
}

/** Chooses the entry that a digit stands for in an open menu, wherever in it the focus is. */
export function chooseByDigit(event: KeyboardEvent, entries: readonly MenuEntry[]): void {
  const digit = pressed(event);
  if (!/^\d$/.test(digit) || !(event.currentTarget instanceof HTMLElement)) return;
  const chosen = entries.filter(isItem).find((one) => !one.disabled && [one.keys, one.label].includes(digit));
  if (!chosen) return;
  // What else a menu does with a character, like going to the entry that begins with it, is not meant.
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.querySelector<HTMLElement>(`[data-entry="${chosen.id}"]`)?.click();
}

/** A box on the screen that a menu opens at; of no size for the place of a pointer. */
export interface MenuPlace {
  getBoundingClientRect: () => DOMRect;
}

/** The place of a pointer. */
export function pointPlace(x: number, y: number): MenuPlace {
  return { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
}
