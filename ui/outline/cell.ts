// The lines of a lane in a stage, with those that are being written and have not come back from Rust.
import type { Id, OutlineCell, OutlineLine } from '../shell/types';
import type { OutlineBox } from './box.svelte';

/** What a stage and a lane say now, new cards in their places. */
export function linesOf(
  box: OutlineBox,
  cells: readonly OutlineCell[],
  lane: Id,
  stage: Id,
): readonly OutlineLine[] {
  const told = cells.find((cell) => cell.lane === lane)?.lines ?? [];
  const cell = `cell/${lane}/${stage}`;
  const born = [...box.sent, ...(box.open ? [{ ...box.open, text: '' }] : [])];
  let lines: readonly OutlineLine[] = told;
  for (const { key, text, born: at } of born) {
    const id = key.slice('card/'.length);
    if (at?.cell !== cell || lines.some((line) => line.line === 'card' && line.id === id)) continue;
    const above = lines.findIndex((line) => line.line === 'card' && `card/${line.id}` === at.below);
    const place = above < 0 ? lines.length : above + 1;
    lines = [...lines.slice(0, place), { line: 'card', id, text, chips: [] }, ...lines.slice(place)];
  }
  return lines;
}
