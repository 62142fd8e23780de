// The map of the fake shell: stages, lanes and cards in plain lists, changed by the same Edits as the real one.

import { english } from '../words/en';
import { newId } from './ids';
import type { Edit, Id, LaneKind, Place, RecordId, Table, Zone } from './types';

/** A record of the fake: its fields by name. */
export type Fields = Record<string, unknown> & { id: Id };

/** A card of the fake. */
export interface FakeCard {
  id: Id;
  lane: Id;
  stage: Id;
  /** The last stage of a card over several. */
  to_stage?: Id;
  text: string;
  fields: Record<string, unknown>;
}

/** A lane of the fake. */
export interface FakeLane {
  id: Id;
  kind: LaneKind;
  name: string;
  zone: Zone;
  line_below: string;
  collapsed?: boolean;
  hidden?: boolean;
}

/** The fake's map. Order is the order of the lists. */
export interface FakeMap {
  id: Id;
  title: string;
  state?: string;
  headline?: string;
  stages: { id: Id; name: string; job: string; linked_map?: Id | null }[];
  lanes: FakeLane[];
  cards: FakeCard[];
  /** Gaps, paths, feelings, people, teams, tags and the rest, by table. */
  more?: Partial<Record<Table, Fields[]>>;
}

/** The records of a table that has no list of its own. */
export function moreOf(map: FakeMap, table: Table): Fields[] {
  return map.more?.[table] ?? [];
}

function withMore(map: FakeMap, table: Table, list: Fields[]): FakeMap {
  return { ...map, more: { ...map.more, [table]: list } };
}

/** Puts a thing into a list at a place, taking it out of where it was. */
export function put<T extends { id: Id }>(list: T[], thing: T, place: Place): T[] {
  const rest = list.filter((other) => other.id !== thing.id);
  const at = (id: Id) => rest.findIndex((other) => other.id === id);
  let index = rest.length;
  if (place === 'first') index = 0;
  else if (place !== 'last') index = 'before' in place ? at(place.before) : at(place.after) + 1;
  return [...rest.slice(0, index), thing, ...rest.slice(index)];
}

function found<T extends { id: Id }>(list: T[], id: Id): T {
  const thing = list.find((one) => one.id === id);
  if (!thing) throw { code: 'edit.not_there', sentence: `There is no record ${id}.`, next_step: '' };
  return thing;
}

function add(map: FakeMap, table: Table, fields: Fields, place: Place): FakeMap {
  const text = (name: string) => String(fields[name] ?? '');
  if (table === 'stage') {
    const stage = { id: fields.id, name: text('name'), job: '' };
    return { ...map, stages: put(map.stages, stage, place) };
  }
  if (table === 'lane') {
    const [kind, zone] = [text('kind') as LaneKind, text('zone') as Zone];
    const name = text('name') || english.laneKinds[kind];
    const lane = { id: fields.id, kind, name, zone, line_below: 'none' };
    return { ...map, lanes: put(map.lanes, lane, place) };
  }
  if (table !== 'card') return withMore(map, table, put(moreOf(map, table), fields, place));
  const card = {
    id: fields.id,
    lane: text('lane'),
    stage: text('stage'),
    text: text('text'),
    fields: {},
  };
  return { ...map, cards: put(map.cards, card, place) };
}

function set(map: FakeMap, { table, id }: RecordId, field: string, value: unknown): FakeMap {
  const changed = <T extends { id: Id }>(list: T[]) =>
    list.map((one) => (one.id === id ? { ...one, [field]: value } : one));
  if (table === 'map') return { ...map, [field]: value };
  if (table === 'stage') return { ...map, stages: changed(map.stages) };
  if (table === 'lane') return { ...map, lanes: changed(map.lanes) };
  if (table !== 'card') return withMore(map, table, changed(moreOf(map, table)));
  const own = /^fields\.(.+)$/.exec(field)?.[1];
  if (own === undefined) return { ...map, cards: changed(map.cards) };
  const card = found(map.cards, id);
  return set(map, { table, id }, 'fields', { ...card.fields, [own]: value });
}

/** A copy of a record right after it. A stage's and a lane's cards are copied along. */
function duplicate(map: FakeMap, { table, id }: RecordId, copy: Id): FakeMap {
  const copied = <T extends { id: Id }>(list: T[]) =>
    put(list, { ...found(list, id), id: copy }, { after: id });
  const along = (own: (card: FakeCard) => boolean, to: Partial<FakeCard>) => [
    ...map.cards,
    ...map.cards.filter(own).map((card) => ({ ...card, ...to, id: newId() })),
  ];
  switch (table) {
    case 'stage':
      return {
        ...map,
        stages: copied(map.stages),
        cards: along((card) => card.stage === id, { stage: copy }),
      };
    case 'lane':
      return { ...map, lanes: copied(map.lanes), cards: along((card) => card.lane === id, { lane: copy }) };
    case 'card':
      return { ...map, cards: copied(map.cards) };
    default:
      return withMore(map, table, copied(moreOf(map, table)));
  }
}

/** The map after an edit; throws a Problem where a record is not there. */
export function edited(map: FakeMap, edit: Edit): FakeMap {
  switch (edit.edit) {
    case 'together':
      return edit.edits.reduce(edited, map);
    case 'add':
      return add(map, edit.table, edit.fields as Fields, edit.place);
    case 'set':
      return set(map, edit, edit.field, edit.value);
    case 'duplicate':
      return duplicate(map, edit, edit.copy);
    case 'span_card':
      return set(set(map, { table: 'card', id: edit.id }, 'stage', edit.stage), { table: 'card', id: edit.id }, 'to_stage', edit.to_stage); // prettier-ignore
    case 'stretch_cards': {
      const row = map.stages.map((stage) => stage.id);
      return edit.cards.reduce((so, id) => {
        const card = found(so.cards, id);
        const to = row.indexOf(card.to_stage ?? card.stage) + edit.by;
        const end = row[Math.min(row.length - 1, Math.max(row.indexOf(card.stage), to))];
        return set(so, { table: 'card', id }, 'to_stage', end);
      }, map);
    }
    case 'vote':
      return edit.records.reduce((so, record) => {
        const votes = Number(fieldsOf(so, record)?.votes ?? 0);
        return set(so, record, 'votes', Math.max(0, votes + edit.votes));
      }, map);
    case 'move_gap':
      return set(map, { table: 'gap', id: edit.id }, 'stage', edit.stage);
    case 'move_feeling': {
      const record: RecordId = { table: 'feeling', id: edit.id };
      const moved = set(set(map, record, 'stage', edit.stage), record, 'value', edit.value);
      return set(moved, record, 'position', edit.position);
    }
    case 'reorder':
      return { ...map, stages: put(map.stages, found(map.stages, edit.id), edit.place) };
    case 'move_lane': {
      const lane = { ...found(map.lanes, edit.id), zone: edit.zone };
      return { ...map, lanes: put(map.lanes, lane, edit.place) };
    }
    case 'move_cards':
      return edit.cards.reduce((so, id, at) => {
        const card = { ...found(so.cards, id), lane: edit.lane, stage: edit.stage };
        const before = edit.cards[at - 1];
        return { ...so, cards: put(so.cards, card, before === undefined ? edit.place : { after: before }) };
      }, map);
    case 'remove': {
      const gone = new Set(edit.records.map((record) => record.id));
      const stays = (one: { id: Id }) => !gone.has(one.id);
      const more = Object.fromEntries(
        Object.entries(map.more ?? {}).map(([table, list]) => [table, list.filter(stays)]),
      );
      return {
        ...map,
        more,
        stages: map.stages.filter(stays),
        lanes: map.lanes.filter(stays),
        cards: map.cards.filter((card) => stays(card) && !gone.has(card.lane) && !gone.has(card.stage)),
      };
    }
    default:
      throw { code: 'fake.unknown', sentence: `The fake does not know ${edit.edit}.`, next_step: '' };
  }
}

/** The records of a table, as `records` answers. */
export function recordsOf(map: FakeMap, table: Table): Record<string, unknown>[] {
  const lists: Partial<Record<Table, readonly { id: Id }[]>> = {
    stage: map.stages,
    lane: map.lanes,
    card: map.cards,
    map: [map],
  };
  return (lists[table] ?? moreOf(map, table)).map((thing) => ({ ...thing }));
}

/** The fields of a record, as `record` answers. */
export function fieldsOf(map: FakeMap, { table, id }: RecordId): Record<string, unknown> | null {
  return recordsOf(map, table).find((thing) => thing.id === id) ?? null;
}

/** What is gone between two states of a map, counted by table. */
export function removedBetween(before: FakeMap, after: FakeMap): { table: Table; count: number }[] {
  const tables = new Set<Table>(['stage', 'lane', 'card', ...(Object.keys(before.more ?? {}) as Table[])]);
  return [...tables].flatMap((table) => {
    const kept = new Set(recordsOf(after, table).map(({ id }) => id));
    const count = recordsOf(before, table).filter(({ id }) => !kept.has(id)).length;
    return count > 0 ? [{ table, count }] : [];
  });
}

/** How many cards lie over fewer stages than before, in the order that the stages have. */
export function shortenedBetween(before: FakeMap, after: FakeMap): number {
  if (before.stages.map(({ id }) => id).join() === after.stages.map(({ id }) => id).join()) return 0;
  const reach = (map: FakeMap, id: Id) => {
    const card = map.cards.find((one) => one.id === id);
    const at = (stage: Id) => map.stages.findIndex((one) => one.id === stage);
    return card ? at(card.to_stage ?? card.stage) - at(card.stage) : -1;
  };
  return after.cards.filter(({ id }) => reach(before, id) > reach(after, id)).length;
}
