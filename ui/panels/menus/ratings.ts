// Entries that rate: severity and evidence in words, other ratings in numbers.

import type { MenuEntry } from '../../controls/menu';
import type { EvidenceLevel } from '../../shell/types';
import { words } from '../../words';
import { choices, item } from './item';

const steps = [1, 2, 3, 4, 5] as const;
const levels: readonly EvidenceLevel[] = ['hypothesis', 'observed', 'measured'];

/** How bad a pain or a gap is. */
export function severities(now: unknown, choose: (value: number | null) => unknown): MenuEntry[] {
  return [
    ...steps.map((value) => ({
      ...item(String(value), words.bar.severities[value - 1] ?? '', () => choose(value), {
        checked: now === value,
      }),
      keys: String(value),
    })),
    'line',
    item('none', words.bar.notRated, () => choose(null), { checked: typeof now !== 'number' }),
  ];
}

/** A rating of 1–5 that has no words of its own: impact, effort. */
export function ratings(now: unknown, choose: (value: number | null) => unknown): MenuEntry[] {
  return [
    ...steps.map((value) =>
      item(String(value), String(value), () => choose(value), { checked: now === value }),
    ),
    'line',
    item('none', words.bar.notRated, () => choose(null), { checked: typeof now !== 'number' }),
  ];
}

/** How well something is known. */
export function evidence(now: unknown, choose: (level: EvidenceLevel) => unknown): MenuEntry[] {
  return choices(levels, (level) => words.evidence[level], now ?? 'hypothesis', choose);
}
