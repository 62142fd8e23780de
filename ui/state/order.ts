// The order of stages, lanes and cards, read off the Scene's nodes: the page keeps no map of its own.

import { moveCards, moveLane, moveStage, together } from './edits';
import type { Edit, Id, Node, NodeKey, Zone } from '../shell/types';

/** The Scene's nodes by name. */
export type Nodes = ReadonlyMap<NodeKey, Node>;

/** A place in the table. */
export interface Cell {
  lane: Id;
  stage: Id;
}

function childIds(nodes: Nodes, parent: Node | undefined, prefix: string): Id[] {
  return (parent?.children ?? [])
    .filter((key) => key.startsWith(prefix) && nodes.has(key))
    .map((key) => key.slice(prefix.length));
}

function rootOf(nodes: Nodes): Node | undefined {
  for (const node of nodes.values()) if (node.parent === null) return node;
  return undefined;
}

function groups(nodes: Nodes, prefix: string): Node[] {
  return (rootOf(nodes)?.children ?? []).flatMap((key) =>
    key.startsWith(prefix) ? (nodes.get(key) ?? []) : [],
  );
}

/** The stages from left to right. */
export function stages(nodes: Nodes): Id[] {
  return groups(nodes, 'header/').flatMap((header) => childIds(nodes, header, 'stage/'));
}

/** The lanes of a zone from top to bottom. */
export function lanesIn(nodes: Nodes, zone: Zone): Id[] {
  return groups(nodes, `sheet/${zone}/`).flatMap((sheet) => childIds(nodes, sheet, 'lane/'));
}

/** All lanes from top to bottom. */
export function lanes(nodes: Nodes): Id[] {
  return [...lanesIn(nodes, 'experience'), ...lanesIn(nodes, 'insight')];
}

/** The zone that a lane lies in. */
export function zoneOf(nodes: Nodes, lane: Id): Zone {
  return lanesIn(nodes, 'insight').includes(lane) ? 'insight' : 'experience';
}

/** The cell that a node's name stands for; null for another node. */
export function cellOfKey(key: NodeKey): Cell | null {
  const [kind, lane, stage] = key.split('/');
  return kind === 'cell' && lane && stage ? { lane, stage } : null;
}

/** The cell that a card begins in; null where the Scene does not show it. */
export function cellOfCard(nodes: Nodes, card: Id): Cell | null {
  const parent = nodes.get(`card/${card}`)?.parent;
  return parent ? cellOfKey(parent) : null;
}

/** The cards that begin in a cell, from top to bottom. */
export function cardsIn(nodes: Nodes, cell: Cell): Id[] {
  return childIds(nodes, nodes.get(`cell/${cell.lane}/${cell.stage}`), 'card/');
}

/** A direction on the map. */
export type Way = 'left' | 'right' | 'up' | 'down';

/** Where in a row of ids one goes that is moved by one step; null at the end of the row. */
function stepped(row: Id[], id: Id, step: -1 | 1): { before: Id } | { after: Id } | null {
  const neighbour = row[row.indexOf(id) + step];
  if (!row.includes(id) || neighbour === undefined) return null;
  return step < 0 ? { before: neighbour } : { after: neighbour };
}

/** The edit that moves a card one step: up and down in its cell, left and right to the next stage; null at an end. */
export function cardStep(nodes: Nodes, card: Id, way: Way): Edit | null {
  const cell = cellOfCard(nodes, card);
  if (!cell) return null;
  if (way === 'up' || way === 'down') {
    const place = stepped(cardsIn(nodes, cell), card, way === 'up' ? -1 : 1);
    return place && moveCards([card], cell.lane, cell.stage, place);
  }
  const row = stages(nodes);
  const stage = row[row.indexOf(cell.stage) + (way === 'left' ? -1 : 1)];
  return row.includes(cell.stage) && stage !== undefined ? moveCards([card], cell.lane, stage, 'last') : null;
}

/** The edit that moves a card to the lane above or below, in the same stage; null at an end. */
export function cardToLane(
  nodes: Nodes,
  card: Id,
  way: 'up' | 'down',
  takes: (lane: Id) => boolean,
): Edit | null {
  const cell = cellOfCard(nodes, card);
  if (!cell) return null;
  const column = lanes(nodes);
  const at = column.indexOf(cell.lane);
  const beyond = way === 'up' ? column.slice(0, at).reverse() : column.slice(at + 1);
  const lane = beyond.find(takes);
  return lane === undefined ? null : moveCards([card], lane, cell.stage, 'last');
}

/** Cards by the cells that they begin in; cells and cards in the order of the map. */
function byCell(nodes: Nodes, cards: readonly Id[]): { cell: Cell; cards: Id[] }[] {
  const wanted = new Set(cards);
  return lanes(nodes).flatMap((lane) =>
    stages(nodes).flatMap((stage) => {
      const own = cardsIn(nodes, { lane, stage }).filter((id) => wanted.has(id));
      return own.length > 0 ? [{ cell: { lane, stage }, cards: own }] : [];
    }),
  );
}

/** Several edits as one, and one as itself; null where one of them cannot be. */
function asOne(edits: (Edit | null)[]): Edit | null {
  const possible = edits.filter((edit) => edit !== null);
  // Where one is at the edge, all stay: chosen cards keep together.
  if (possible.length < edits.length || possible.length === 0) return null;
  return possible.length === 1 ? possible[0]! : together(possible);
}

/** The edit that moves cards one step together, in their order; null where one of them is at an end. */
export function cardsStep(nodes: Nodes, cards: readonly Id[], way: Way): Edit | null {
  const row = stages(nodes);
  const steps = byCell(nodes, cards).map(({ cell, cards: own }) => {
    if (way === 'up' || way === 'down') {
      const all = cardsIn(nodes, cell);
      const place = stepped(all, way === 'up' ? own[0]! : own.at(-1)!, way === 'up' ? -1 : 1);
      return place && moveCards(own, cell.lane, cell.stage, place);
    }
    const stage = row[row.indexOf(cell.stage) + (way === 'left' ? -1 : 1)];
    return stage === undefined ? null : moveCards(own, cell.lane, stage, 'last');
  });
  // To the right the last ones lead, so that nobody is overtaken.
  return asOne(way === 'right' ? steps.reverse() : steps);
}

/** The edit that moves cards to the lane above or below, each in its stage; null at an end. */
export function cardsToLane(
  nodes: Nodes,
  cards: readonly Id[],
  way: 'up' | 'down',
  takes: (lane: Id) => boolean,
): Edit | null {
  const column = lanes(nodes);
  const steps = byCell(nodes, cards).map(({ cell, cards: own }) => {
    const at = column.indexOf(cell.lane);
    const lane = (way === 'up' ? column.slice(0, at).reverse() : column.slice(at + 1)).find(takes);
    return lane === undefined ? null : moveCards(own, lane, cell.stage, 'last');
  });
  return asOne(way === 'down' ? steps.reverse() : steps);
}

/** The edit that copies cards behind the last one of their cell, in their order. */
export function cardsCopied(nodes: Nodes, copies: ReadonlyMap<Id, Id>): Edit {
  const cells = byCell(nodes, [...copies.keys()]);
  const edits = cells.flatMap(({ cell, cards }) => {
    const ids = cards.map((id) => copies.get(id)!);
    const each = cards.map((id, at): Edit => ({ edit: 'duplicate', table: 'card', id, copy: ids[at]! }));
    if (cards.length === 1) return each;
    return [...each, moveCards(ids, cell.lane, cell.stage, { after: cards.at(-1)! })];
  });
  return edits.length === 1
    ? edits[0]!
    : together(edits, { key: 'edit.card.copy', args: [String(copies.size)] });
}

/** The edit that moves a stage one step; null at an end. */
export function stageStep(nodes: Nodes, stage: Id, way: 'left' | 'right'): Edit | null {
  const place = stepped(stages(nodes), stage, way === 'left' ? -1 : 1);
  return place && moveStage(stage, place);
}

/** The edit that moves a lane one step, at the edge of its sheet onto the other one; null at an end. */
export function laneStep(nodes: Nodes, lane: Id, way: 'up' | 'down'): Edit | null {
  const zone = zoneOf(nodes, lane);
  const place = stepped(lanesIn(nodes, zone), lane, way === 'up' ? -1 : 1);
  if (place) return moveLane(lane, zone, place);
  if (!lanesIn(nodes, zone).includes(lane)) return null;
  if (way === 'up' && zone === 'insight') return moveLane(lane, 'experience', 'last');
  if (way === 'down' && zone === 'experience') return moveLane(lane, 'insight', 'first');
  return null;
}
