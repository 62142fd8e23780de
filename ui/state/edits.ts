// Edits as values: what the page sends for each thing that a person can do. Ids of new records come from the caller.

import type {
  Edit,
  Id,
  LaneKind,
  LineBelow,
  PathKind,
  Phrase,
  Place,
  RecordId,
  Table,
  Zone,
} from '../shell/types';

/** Several edits as one step of undo, called like the first one unless it has a label. */
export function together(edits: Edit[], label: Phrase | null = null): Edit {
  return { edit: 'together', label, edits };
}

/** Sets a field that stands for itself; a field of a card's kind is named `fields.severity`, null clears it. */
export function set(record: RecordId, field: string, value: unknown): Edit {
  return { edit: 'set', table: record.table, id: record.id, field, value };
}

/** Removes records with what hangs on them. */
export function remove(records: RecordId[]): Edit {
  return { edit: 'remove', records };
}

/** Which field holds what a person reads as the record's words. */
const words: Partial<Record<Table, string>> = {
  card: 'text',
  feeling: 'label',
  gap: 'title',
  path: 'label',
  map: 'title',
};

/** The field that writing over a record changes: a card's `text`, a map's `title`, a stage's `name`. */
export function wordsField(table: Table): string {
  return words[table] ?? 'name';
}

/** Gives a record other words: a card's text, a stage's name. */
export function reword(record: RecordId, text: string): Edit {
  return set(record, wordsField(record.table), text);
}

/** A new card in a cell. */
export function addCard(id: Id, lane: Id, stage: Id, text: string, place: Place = 'last'): Edit {
  return { edit: 'add', table: 'card', fields: { id, lane, stage, to_stage: stage, text }, place };
}

/** Moves cards to a cell, keeping their order among themselves. */
export function moveCards(cards: Id[], lane: Id, stage: Id, place: Place): Edit {
  return { edit: 'move_cards', cards, lane, stage, place };
}

/** Copies of cards in a cell, in the order of the originals. In a lane of another kind they become cards of that kind. */
export function copyCards(cards: Id[], copies: Id[], lane: Id, stage: Id, place: Place): Edit {
  const each = cards.map((id, at): Edit => ({ edit: 'duplicate', table: 'card', id, copy: copies[at]! }));
  const label = { key: 'edit.card.copy', args: [String(cards.length)] };
  return together([...each, moveCards(copies, lane, stage, place)], label);
}

/** Makes a card lie over the stages from one to another. */
export function spanCard(id: Id, stage: Id, to_stage: Id): Edit {
  return { edit: 'span_card', id, stage, to_stage };
}

/** A new stage. */
export function addStage(id: Id, map: Id, name: string, place: Place): Edit {
  return { edit: 'add', table: 'stage', fields: { id, map, name }, place };
}

/** Gives a stage another place. */
export function moveStage(id: Id, place: Place): Edit {
  return { edit: 'reorder', table: 'stage', id, place };
}

/** A new lane. Rust names it after its kind, in the language of the map. */
export function addLane(id: Id, map: Id, kind: LaneKind, zone: Zone, place: Place): Edit {
  return { edit: 'add', table: 'lane', fields: { id, map, kind, zone }, place };
}

/** Gives a lane another place, also in the other zone. */
export function moveLane(id: Id, zone: Zone, place: Place): Edit {
  return { edit: 'move_lane', id, zone, place };
}

/** Folds a lane to its label. */
export function fold(lane: Id): Edit {
  return set({ table: 'lane', id: lane }, 'collapsed', true);
}

/** Opens a folded lane. */
export function unfold(lane: Id): Edit {
  return set({ table: 'lane', id: lane }, 'collapsed', false);
}

/** Draws a thin line below a lane, as in a service blueprint. */
export function lineBelow(lane: Id, line: LineBelow): Edit {
  return set({ table: 'lane', id: lane }, 'line_below', line);
}

/** A new gap after a stage. */
export function addGap(id: Id, stage: Id, title: string): Edit {
  return { edit: 'add', table: 'gap', fields: { id, stage, title }, place: 'last' };
}

/** Moves a gap to another boundary. */
export function moveGap(id: Id, stage: Id, place: Place): Edit {
  return { edit: 'move_gap', id, stage, place };
}

/** A new point of a curve; it is the primary person's. */
export function addFeeling(id: Id, lane: Id, at: FeelingAt): Edit {
  return { edit: 'add', table: 'feeling', fields: { id, lane, ...at }, place: 'last' };
}

/** Where a point of a curve lies: in a stage, at a part of its width, at a height of −2…+2. */
export interface FeelingAt {
  stage: Id;
  position: number;
  value: number;
}

/** Moves a point of a curve. */
export function moveFeeling(id: Id, { stage, position, value }: FeelingAt): Edit {
  return { edit: 'move_feeling', id, stage, position, value };
}

/** A new path between two stages or cards. */
export function addPath(id: Id, map: Id, kind: PathKind, from: RecordId, to: RecordId): Edit {
  return { edit: 'add', table: 'path', fields: { id, map, kind, from, to }, place: 'last' };
}

/** Says that an opportunity answers a pain point or a gap. */
export function addAnswer(id: Id, opportunity: Id, problem: RecordId): Edit {
  return { edit: 'add', table: 'answer', fields: { id, opportunity, problem }, place: 'last' };
}

/** Makes cards reach over so many stages more, or fewer. */
export function stretchCards(cards: Id[], by: number): Edit {
  return { edit: 'stretch_cards', cards, by };
}

/** Rates what has a rating, 1–5. */
export function rate(records: RecordId[], rating: number): Edit {
  return { edit: 'rate', records, rating };
}

/** Gives votes, or takes some back. */
export function vote(records: RecordId[], votes: number): Edit {
  return { edit: 'vote', records, votes };
}

/** Takes things to the next level of evidence. */
export function nextEvidence(records: RecordId[]): Edit {
  return { edit: 'next_evidence', records };
}

/** A new person, team or tag; a person gets a part in the map at once. */
export function addShared(table: 'person' | 'team' | 'tag', id: Id, name: string, map: Id, cast: Id): Edit {
  const add: Edit = { edit: 'add', table, fields: { id, name }, place: 'last' };
  if (table !== 'person') return add;
  return together([
    add,
    { edit: 'add', table: 'cast', fields: { id: cast, map, person: id }, place: 'last' },
  ]);
}

/** A new step at the end of a stage. */
export function addStep(id: Id, stage: Id, name: string): Edit {
  return { edit: 'add', table: 'step', fields: { id, stage, name }, place: 'last' };
}

/** Gives a person a part in a map. */
export function addCast(id: Id, map: Id, person: Id): Edit {
  return { edit: 'add', table: 'cast', fields: { id, map, person }, place: 'last' };
}
