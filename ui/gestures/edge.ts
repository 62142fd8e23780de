// Scrolling by itself near an edge while something is dragged.
import type { Point, Rect } from '../shell/types';

/** How deep the zone at each edge is, in real px. */
export const zone = 56;
/** Speed at the very edge, in real px a second; it falls with the square of the depth. */
const fastest = 900;

/** How fast to scroll while the pointer is at `at`: real px a second, both ways at once. */
export function edgeSpeed(at: Point, box: Rect): Point {
  return { x: along(at.x, box.x, box.x + box.w), y: along(at.y, box.y, box.y + box.h) };
}

function along(at: number, start: number, end: number): number {
  const depth = (distance: number) => Math.min(1, Math.max(0, (zone - distance) / zone)) ** 2;
  return fastest * (depth(end - at) - depth(at - start));
}
