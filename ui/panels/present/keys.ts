// The keys of a presentation, as people and clickers press them.
import { keyOf } from '../../shortcuts';
import type { Presenting } from './presenting.svelte';

/** What keys were pressed for. */
export type PresentAct =
  | { does: 'go'; to: number }
  | { does: 'end' | 'blank' | 'timer' | 'zoom' | 'theme' | 'nothing' }
  | { does: 'digit'; digit: string };

const plain: Record<string, PresentAct['does']> = {
  Escape: 'end',
  b: 'blank',
  '.': 'blank',
  t: 'timer',
  z: 'zoom',
};
const [forward, back] = [
  ['ArrowRight', 'ArrowDown', ' ', 'PageDown', 'Enter'],
  ['ArrowLeft', 'ArrowUp', 'Backspace', 'PageUp'],
];

/** What a key does, where digits were typed before it; null for what belongs to the control that has the focus. */
export function actOf(event: KeyboardEvent, presenting: Presenting, typed: string): PresentAct | null {
  const { key, altKey, shiftKey } = event;
  if (keyOf(event) === 'Tab') return null;
  const onButton = event.target instanceof HTMLButtonElement;
  if (onButton && (key === ' ' || (key === 'Enter' && !typed))) return null;
  // No key of the map acts here, least of all one that changes it.
  if (event.ctrlKey || event.metaKey) return { does: 'nothing' };
  if (altKey) return { does: shiftKey && event.code === 'KeyD' ? 'theme' : 'nothing' };
  if (/^\d$/.test(key)) return { does: 'digit', digit: key };
  if (key === 'Enter' && typed) return { does: 'go', to: Number(typed) - presenting.numberOf(0) };
  const { at, blank, shown } = presenting;
  // A blank screen shows the slide again before it goes on.
  if (forward.includes(key)) return { does: 'go', to: blank ? at : at + 1 };
  if (back.includes(key)) return { does: 'go', to: blank ? at : at - 1 };
  if (key === 'Home') return { does: 'go', to: 0 };
  if (key === 'End') return { does: 'go', to: (shown?.pages.length ?? 1) - 1 };
  const does = plain[key.length === 1 ? key.toLowerCase() : key];
  return does === undefined || does === 'go' || does === 'digit' ? { does: 'nothing' } : { does };
}
