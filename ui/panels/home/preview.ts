// The drawing of a curve on a template's card and beside a file. Decoration, so it is worked out here.

/** A place in the drawing, in px. */
interface Dot {
  x: number;
  y: number;
}

/** The size of a drawing, where its nodes lie in it from left to right, and how far up and down from the middle. */
export interface Frame {
  w: number;
  h: number;
  left: number;
  right: number;
  middle: number;
  reach: number;
}

/** The drawing on a template's card. */
export const card: Frame = { w: 250, h: 66, left: 8, right: 242, middle: 38, reach: 26 };
/** The drawing beside a file. */
export const thumb: Frame = { w: 64, h: 42, left: 13, right: 51, middle: 21, reach: 11 };

/** The nodes of a curve of heights −1…+1, spread over the whole width. */
export function dots(curve: readonly number[], frame: Frame): Dot[] {
  const step = curve.length > 1 ? (frame.right - frame.left) / (curve.length - 1) : 0;
  return curve.map((value, at) => ({
    x: frame.left + at * step,
    y: frame.middle - Math.max(-1, Math.min(1, value)) * frame.reach,
  }));
}

/** A smooth line through the nodes that never leaves the height between two neighbours. */
export function line(through: readonly Dot[]): string {
  const slope = (from: Dot, to: Dot) => (to.y - from.y) / (to.x - from.x);
  const tangents = through.map((dot, at) => {
    const [before, after] = [through[at - 1], through[at + 1]];
    if (!before || !after) return before ? slope(before, dot) : after ? slope(dot, after) : 0;
    const [left, right] = [slope(before, dot), slope(dot, after)];
    return left * right <= 0 ? 0 : (2 * left * right) / (left + right);
  });
  let path = '';
  through.forEach((dot, at) => {
    const before = through[at - 1];
    if (!before) {
      path = `M${dot.x} ${dot.y}`;
      return;
    }
    const third = (dot.x - before.x) / 3;
    const from = before.y + third * (tangents[at - 1] ?? 0);
    const to = dot.y - third * (tangents[at] ?? 0);
    path += `C${before.x + third} ${from} ${dot.x - third} ${to} ${dot.x} ${dot.y}`;
  });
  return path;
}

/** A revisit: up from one node, across, and down onto another with an arrow tip. */
export function revisit(from: Dot, to: Dot): string {
  const [top, foot, corner] = [0, 12, 4];
  const way = to.x < from.x ? -1 : 1;
  return (
    `M${from.x} ${foot}V${top + corner}Q${from.x} ${top} ${from.x + way * corner} ${top}` +
    `H${to.x - way * corner}Q${to.x} ${top} ${to.x} ${top + corner}V${foot}` +
    `M${to.x - 3} ${foot - 3}L${to.x} ${foot}L${to.x + 3} ${foot - 3}`
  );
}
