// From a height in a curve lane to a feeling's value and back, as layout draws it.
import type { Rect } from '../shell/types';

/** The highest value; the lowest is its negative. */
const most = 2;
/** Room above and below a curve's range, in the Scene's px. */
const padding = 24;

/** The height of a value in a curve's box, in the Scene's px. */
export function heightOf(curve: Rect, value: number): number {
  const half = curve.h / 2 - padding;
  return curve.y + curve.h / 2 - (value / most) * half;
}

/** The value at a height; the outermost one beyond. */
export function valueAt(curve: Rect, y: number): number {
  const half = Math.max(1, curve.h / 2 - padding);
  return Math.min(most, Math.max(-most, ((curve.y + curve.h / 2 - y) / half) * most));
}
