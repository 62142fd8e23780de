// Where the arrow keys go: through the table, from card to card and over empty cells.
import type { NodeKey } from '../shell/types';
import type { Table } from '../scene/table';
import type { HeldScene } from '../state/scene';

export type Way = 'left' | 'right' | 'up' | 'down';

/** What lies in a cell and can have the focus. */
export function stops(scene: HeldScene, cell: NodeKey): NodeKey[] {
  const node = scene.node(cell);
  if (!node) return [];
  return scene.children(node).filter((child) => ['card', 'feeling', 'gap'].includes(child.role)).map((child) => child.key); // prettier-ignore
}

/** A cell's card at a place, its last one beyond, or the cell itself where it is empty. */
function into(scene: HeldScene, cell: NodeKey, at: number): NodeKey {
  const found = stops(scene, cell);
  return found[Math.min(at, found.length - 1)] ?? cell;
}

/** Where a focus stands: row −1 are the stages, column −1 the labels. */
interface Stand {
  row: number;
  column: number;
  /** Among the cards of the cell. */
  at: number;
}

/** Where in the table a key stands; null for what is not in it. */
export function standOf(scene: HeldScene, table: Table, key: NodeKey): Stand | null {
  const stage = table.stages.indexOf(key);
  if (stage >= 0) return { row: -1, column: stage, at: 0 };
  for (const [row, { label, cells }] of table.rows.entries()) {
    if (label === key) return { row, column: -1, at: 0 };
    const own = cells.indexOf(key);
    if (own >= 0) return { row, column: own, at: 0 };
  }
  const parent = scene.node(key)?.parent ?? null;
  if (parent === null || !parent.startsWith('cell/')) return null;
  const cell = standOf(scene, table, parent);
  return cell && { ...cell, at: Math.max(0, stops(scene, parent).indexOf(key)) };
}

/** The key that an arrow leads to; null at the edge of the table. */
export function step(scene: HeldScene, table: Table, from: NodeKey, way: Way): NodeKey | null {
  const stand = standOf(scene, table, from);
  if (!stand) return null;
  const { row, column, at } = stand;
  const cell = (r: number, c: number) => table.rows[r]?.cells[c];
  if (way === 'left' || way === 'right') {
    const next = column + (way === 'left' ? -1 : 1);
    if (row === -1) return table.stages[next] ?? null;
    if (next === -1) return table.rows[row]?.label ?? null;
    const beside = cell(row, next);
    return beside === undefined ? null : into(scene, beside, at);
  }
  const down = way === 'down';
  if (column === -1) return table.rows[row + (down ? 1 : -1)]?.label ?? null;
  const own = row >= 0 ? cell(row, column) : undefined;
  const within = own === undefined ? undefined : stops(scene, own)[at + (down ? 1 : -1)];
  if (within !== undefined) return within;
  const next = row + (down ? 1 : -1);
  if (next === -1) return table.stages[column] ?? null;
  const beyond = cell(next, column);
  return beyond === undefined ? null : into(scene, beyond, down ? 0 : Infinity);
}

/** The first or last stop of a lane, or of the whole table. */
export function end(
  scene: HeldScene,
  table: Table,
  from: NodeKey,
  side: 'first' | 'last',
  ofTable: boolean,
): NodeKey | null {
  const stand = standOf(scene, table, from);
  if (!ofTable && stand?.row === -1) return table.stages.at(side === 'first' ? 0 : -1) ?? null;
  const row = ofTable ? table.rows.at(side === 'first' ? 0 : -1) : table.rows[stand?.row ?? 0];
  const cell = row?.cells.at(side === 'first' ? 0 : -1);
  return cell === undefined ? null : into(scene, cell, side === 'first' || !ofTable ? 0 : Infinity);
}
