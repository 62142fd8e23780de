// Colours that people give to cards and tags.

import { words } from '../../words';

/** Colours on which ink reads and that differ for all kinds of colour vision; pale enough for a card. */
export const swatches: readonly { color: string; name: string }[] = [
  { color: '#f7d9d0', name: words.colors.red },
  { color: '#f8e3b0', name: words.colors.yellow },
  { color: '#cfe8dd', name: words.colors.green },
  { color: '#d3e0f7', name: words.colors.blue },
  { color: '#e3d6f0', name: words.colors.violet },
  { color: '#e2ded5', name: words.colors.grey },
];

/** The colour of a text, `#rrggbb`; null where it is none. */
export function readColor(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits}`;
}
