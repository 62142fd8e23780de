// Lengths of time as fields hold them: a span by itself, or a stage's duration that can be without an end.

import type { Span } from '../../shell/types';

/** A range with its unit. */
export type Length = Span;

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'from' in value && 'unit' in value;
}

/** What a field holds: a range, `ongoing`, or nothing. */
export function lengthOf(value: unknown): Length | 'ongoing' | null {
  if (value === 'ongoing') return 'ongoing';
  if (isSpan(value)) return value;
  const inner = typeof value === 'object' && value !== null && 'span' in value ? value.span : null;
  return isSpan(inner) ? inner : null;
}

/** A range as a field holds it that cannot be without an end. */
export function spanOf(length: Length | null): unknown {
  return length;
}

/** A range as a stage holds it. */
export function durationOf(length: Length | null): unknown {
  return length && { span: length };
}
