// Numbers as people type and read them: a comma counts as a point, and minus signs are true ones.

import { number } from '../../words';

/** The number that a text says; null where it says none. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\s/g, '')
    .replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  const said = Number(plain);
  return Number.isFinite(said) ? said : null;
}

/** A number as it is shown; nothing for none. */
export function shownNumber(value: number | null): string {
  if (value === null) return '';
  return number(value, 3, false);
}
