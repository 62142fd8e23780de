// Dated values as people type them: a line each, a day and a number.

import { readDay, shownDay } from './days';
import { readNumber, shownNumber } from './numbers';

/** The rows of a text; null for an empty one, undefined while a line is not yet a day and a number. */
export function readSeries(text: string): [string, number][] | null | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const rows: [string, number][] = [];
  for (const line of lines) {
    const [, day, number] = /^(\S+)\s+(.+)$/.exec(line) ?? [];
    const [when, value] = [readDay(day ?? ''), readNumber(number ?? '')];
    if (typeof when !== 'string' || value === null) return undefined;
    rows.push([when, value]);
  }
  return rows.length > 0 ? rows : null;
}

/** Rows as they are typed. */
export function shownSeries(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return (value as [string, number][])
    .map(([day, number]) => `${shownDay(day)} ${shownNumber(number)}`)
    .join('\n');
}
