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
  const box = scene.place(cell)!;
  const cards = scene
    .children(scene.node(cell)!)
    .filter((node) => node.role === 'card' && !moving.has(node.key))
    .map((node) => ({ id: node.key.slice('card/'.length), box: scene.place(node.key)! }));
  const next = cards.find((card) => at.y < card.box.y + card.box.h / 2);
  const line = (y: number, like?: Rect) => ({
    x: like?.x ?? box.x + inset,
    y,
    w: like?.w ?? box.w - 2 * inset,
  });
  if (next) return { lane, stage, place: { before: next.id }, line: line(next.box.y - gap / 2, next.box) };
  const last = cards.at(-1);
  if (!last) return { lane, stage, place: 'last', line: line(box.y + inset) };
  return { lane, stage, place: { after: last.id }, line: line(last.box.y + last.box.h + gap / 2, last.box) };
}

/** The cell at a place; beyond the first and last stage the outermost one. */
export function cellAt(scene: HeldScene, table: Table, at: Point): NodeKey | null {
  for (const row of table.rows) {
    const lane = scene.place(row.key);
    if (!lane || at.y < lane.y || at.y >= lane.y + lane.h) continue;
    let found: NodeKey | null = null;
    for (const cell of row.cells) {
      const box = scene.place(cell);
      if (box && (found === null || at.x >= box.x)) found = cell;
    }
    return found;
  }
  return null;
}
