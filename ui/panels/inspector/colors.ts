// Colours that people give to cards and tags.

/** Colours on which ink reads and that differ for all kinds of colour vision; pale enough for a card. */
export const swatches = [
  { color: '#f7d9d0', name: 'red' },
  { color: '#f8e3b0', name: 'yellow' },
  { color: '#cfe8dd', name: 'green' },
  { color: '#d3e0f7', name: 'blue' },
  { color: '#e3d6f0', name: 'violet' },
  { color: '#e2ded5', name: 'grey' },
] as const;

/** The colour of a text, `#rrggbb`; null where it is none. */
export function readColor(text: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return null;
  return `#${digits.length === 3 ? [...digits].map((one) => one + one).join('') : digits}`;
}
