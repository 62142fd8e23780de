// How entries are made.

import type { MenuItem, SubMenu } from '../../controls/menu';
import type { IconComponent } from '../../controls/icon';
import { type ShortcutId, shortcuts } from '../../shortcuts';

/** What an entry may have besides name and act. */
interface More {
  /** The shortcut that does the same. */
  keys?: ShortcutId;
  icon?: IconComponent;
  disabled?: boolean;
  checked?: boolean;
}

function withKeys({ keys, ...more }: More): Omit<MenuItem, 'id' | 'label' | 'run'> {
  const pressed = keys && shortcuts[keys].keys[0];
  return { ...more, ...(pressed && { keys: pressed }) };
}

/** An entry that does something. */
export function item(id: string, label: string, run: () => unknown, more: More = {}): MenuItem {
  return { id, label, run: () => void run(), ...withKeys(more) };
}

/** An entry that opens others; switched off without any. */
export function sub(
  id: string,
  label: string,
  entries: SubMenu['entries'],
  more: Omit<More, 'checked'> = {},
): SubMenu {
  return { id, label, entries, ...withKeys({ ...more, disabled: more.disabled ?? entries.length === 0 }) };
}

/** One of several, of which one is in force. */
export function choices<Value extends string | number>(
  values: readonly Value[],
  labels: (value: Value) => string,
  now: unknown,
  choose: (value: Value) => unknown,
  more: (value: Value) => More = () => ({}),
): MenuItem[] {
  return values.map((value) =>
    item(String(value), labels(value), () => choose(value), { ...more(value), checked: value === now }),
  );
}
