// Days as people type them: 2026-11-21, 21.11.2026 or 21/11/2026.

import { words } from '../../words';

/** The day of a text as files write it; null for an empty one, undefined where it is no day. */
export function readDay(text: string): string | null | undefined {
  const bare = text.trim();
  if (bare === '') return null;
  const [, year, month, day] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare) ??
    (([all, d, m, y]) => [all, y, m, d])(/^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(bare) ?? []);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const there = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return there ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

/** A day of a file as people type it here; what is no day, as it is. */
export function shownDay(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return text;
  return words.inspector.typedDay(year, month, day);
}
