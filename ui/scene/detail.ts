// Keeps stage names and curve labels readable from afar: counter-scaled to 11 real px. Those that would overlap are
// hidden, and those that no longer fit on what they lie on.

/** The smallest size of a text that stays, in real px. */
export const smallest = 11;
/** How far texts beside each other stay apart, in real px: closer they read as one. */
const apart = 6;

/** How far a text may reach over an edge, in real px: its letters end before its line does. */
const slack = 1;

interface Box {
  x: number;
  y: number;
  right: number;
  bottom: number;
}

/** How much a text of `size` is enlarged where the map is seen so large. */
export function counterScale(size: number, seen: number): number {
  return Math.max(1, smallest / (size * seen));
}

/** Enlarges the texts that stay, where the map is told in bars. */
export function keepReadable(world: HTMLElement, seen: number): void {
  const bars = world.classList.contains('detail-bars');
  const kept = [...world.querySelectorAll<HTMLElement>('.kept')];
  for (const text of kept) text.classList.remove('covered');
  if (!bars) {
    for (const text of kept) text.style.transform = '';
    return;
  }
  const sizes = kept.map((text) => parseFloat(getComputedStyle(text).fontSize) || 12);
  kept.forEach((text, at) => {
    const factor = counterScale(sizes[at]!, seen);
    text.style.transform = factor === 1 ? '' : `scale(${factor})`;
  });
  const boxes: Box[] = [];
  const rooms = new Map<Element, DOMRect>();
  for (const text of kept) {
    const lines = [...text.children].map((line) => line.getBoundingClientRect());
    if (lines.length === 0) continue;
    const box: Box = {
      x: Math.min(...lines.map((line) => line.left)),
      y: Math.min(...lines.map((line) => line.top)),
      right: Math.max(...lines.map((line) => line.right)),
      bottom: Math.max(...lines.map((line) => line.bottom)),
    };
    // A lane's sheet; names of stages lie on the map itself.
    const ground = text.closest('.scene-row') ?? world;
    const room = rooms.get(ground) ?? ground.getBoundingClientRect();
    rooms.set(ground, room);
    const fits = box.x >= room.left - slack && box.right <= room.right + slack;
    if (!fits || boxes.some((other) => overlap(box, other))) text.classList.add('covered');
    else boxes.push(box);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.right + apart && b.x < a.right + apart && a.y < b.bottom && b.y < a.bottom;
}
