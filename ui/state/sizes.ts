// How wide a stage and how high a curve's lane may be set, by hand and by menus, in px at 100 %.

/** The least and the most, and what it is where nobody said. */
interface Sizes {
  least: number;
  most: number;
  usual: number;
}

/** The widths of a stage. */
export const widths: Sizes = { least: 176, most: 480, usual: 240 };

/** The heights of a curve's lane. */
export const heights: Sizes = { least: 120, most: 320, usual: 192 };

/** How far one entry of a menu goes. */
const step = 40;

/** The size that is nearest to a wish. */
export function allowed(wish: number, { least, most }: Sizes): number {
  return Math.min(most, Math.max(least, wish));
}

/** The size that a step up or down makes of a field's; null at an end. */
export function stepped(field: unknown, way: 1 | -1, sizes: Sizes): number | null {
  const now = typeof field === 'number' ? field : sizes.usual;
  const next = allowed(now + way * step, sizes);
  return next === now ? null : next;
}
