// Where dragged cards would land: the cell under the pointer, and the place among its cards.
import type { Id, NodeKey, Place, Point, Rect } from '../shell/types';
import type { Table } from '../scene/table';
import { idsOf, type HeldScene } from '../state/scene';

/** A place for cards. */
export interface Landing {
  lane: Id;
  stage: Id;
  place: Place;
  /** Where the drop line goes, in the Scene's px. */
  line: { x: number; y: number; w: number };
}

/** Between two cards of a cell, in the Scene's px. */
const gap = 6;
/** Beside and above the cards of a cell. */
const inset = 7;
/** Cards lower than this are the bars of a folded lane. */
const bar = 8;

/** Where cards land that are dropped at a place of the Scene; null where none may lie. */
export function landing(
  scene: HeldScene,
  table: Table,
  at: Point,
  moving: ReadonlySet<NodeKey>,
  takes: (lane: Id) => boolean,
): Landing | null {
  const cell = cellAt(scene, table, at);
  const [lane, stage] = cell ? idsOf(cell) : [];
  if (cell === null || lane === undefined || stage === undefined || !takes(lane)) return null;
  const box = scene.place(cell);
  if (!box) return null;
  const cards = scene
    .children(scene.node(cell)!)
    .filter((node) => node.role === 'card' && !moving.has(node.key))
    .map((node) => ({ id: node.key.slice('card/'.length), box: scene.place(node.key)! }));
  const line = (y: number, like?: Rect) => ({
    x: like?.x ?? box.x + inset,
    y,
    w: like?.w ?? box.w - 2 * inset,
  });
  // Bars lie side by side: what is dropped on a folded lane goes behind them.
  if (cards.some((card) => card.box.h < bar))
    return { lane, stage, place: 'last', line: line(box.y + box.h - inset) };
  const next = cards.find((card) => at.y < card.box.y + card.box.h / 2);
  if (next) return { lane, stage, place: { before: next.id }, line: line(next.box.y - gap / 2, next.box) };
  const last = cards.at(-1);
  if (!last) return { lane, stage, place: 'last', line: line(box.y + inset) };
  return { lane, stage, place: { after: last.id }, line: line(last.box.y + last.box.h + gap / 2, last.box) };
}

/** The cell at a place; beyond the first and last stage the outermost one. */
export function cellAt(scene: HeldScene, table: Table, at: Point): NodeKey | null {
  const cell = table.rows[table.bandAt(at.y)]?.cells[table.columnAt(at.x)];
  return cell !== undefined && scene.node(cell) ? cell : null;
}
