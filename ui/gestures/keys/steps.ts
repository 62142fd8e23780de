// Where the arrow keys go: through the table, from card to card and over empty cells.
import type { NodeKey } from '../../shell/types';
import type { Table } from '../../scene/table';
import type { HeldScene } from '../../state/scene';

export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * What arrows stop at in a cell. The points of a curve are not among them: there arrows move the point, so that Enter
 * leads from the cell to its points and Escape back.
 */
export function stops(scene: HeldScene, cell: NodeKey): NodeKey[] {
  const node = scene.node(cell);
  if (!node) return [];
  return scene.children(node).filter((child) => ['card', 'gap'].includes(child.role)).map((child) => child.key); // prettier-ignore
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
  // The title lies above the table.
  if (!stand) return from.startsWith('title/') && way === 'down' ? (table.stages[0] ?? null) : null;
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

/** What lies so far up or down (or, sideways, left or right) of a key, in the Scene's px; as far as the table goes. */
export function screen(
  scene: HeldScene,
  table: Table,
  from: NodeKey,
  by: number,
  sideways: boolean,
): NodeKey | null {
  const stand = standOf(scene, table, from);
  const box = scene.place(from);
  if (!stand || !box) return null;
  const line = sideways ? table.stages : table.rows.map((row) => row.key);
  const at = (key: NodeKey) => {
    const place = scene.place(key);
    return place ? (sideways ? place.x : place.y) : 0;
  };
  const wanted = (sideways ? box.x : box.y) + by;
  const own = sideways ? stand.column : stand.row;
  // The last one that begins before the place; at least one further, so that a large cell does not hold one up.
  const reached = line.findLastIndex((key) => at(key) <= wanted);
  const next = by > 0 ? Math.max(reached, own + 1) : Math.min(reached, own - 1);
  const to = Math.min(line.length - 1, Math.max(0, next));
  if (sideways) {
    if (stand.row === -1) return table.stages[to] ?? null;
    const cell = table.rows[stand.row]?.cells[to];
    return cell === undefined ? null : into(scene, cell, stand.at);
  }
  if (stand.column === -1) return table.rows[to]?.label ?? null;
  if (by < 0 && next < 0) return table.stages[stand.column] ?? null;
  const cell = table.rows[to]?.cells[stand.column];
  return cell === undefined ? null : into(scene, cell, by > 0 ? 0 : Infinity);
}
