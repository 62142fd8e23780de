// What a menu must know before it opens: asked of Rust each time, and not kept.

import type { Id, NodeKey, ShownPerson, Table } from '../../shell/types';
import { cellOfKey } from '../../state/order';
import { idsOf, kindOf, recordOf } from '../../state/scene';
import type { Fields } from '../acts/making.svelte';
import type { Acts } from '../acts.svelte';
import { laneKindOf } from '../kinds';

/** Something that can be chosen: a team, a person, a tag. */
export interface Named {
  id: Id;
  name: string;
}

/** What was asked. Lists that a thing's menu does not show are empty. */
export interface Facts {
  /** The thing's own record. */
  record: Fields;
  /** The map's own record. */
  map: Fields;
  teams: Named[];
  tags: Named[];
  /** The people of the map, in their order, with their part in it. */
  people: (Named & { cast: Id; primary: boolean; curve: boolean })[];
  /** The same as the header of the map shows them. */
  members: ShownPerson[];
  lanes: Fields[];
  stages: Fields[];
  paths: Fields[];
  answers: Fields[];
}

/** What is asked for each kind of thing. */
const needs: Readonly<Record<string, readonly Table[]>> = {
  card: ['team', 'tag', 'cast', 'lane', 'answer'],
  stage: ['map', 'stage'],
  label: ['lane'],
  cell: ['cast', 'lane'],
  gap: ['team', 'answer'],
  feeling: ['cast'],
  path: [],
  legend: ['cast'],
  'more-paths': ['path'],
  '': ['lane'],
};

const named = (fields: Fields): Named => ({ id: String(fields.id), name: String(fields.name ?? '') });

/** Asks what the menu of a thing must know; of the map's background for null. */
export async function factsFor(acts: Acts, key: NodeKey | null): Promise<Facts> {
  const wanted = needs[key === null ? '' : kindOf(key)] ?? [];
  const list = (table: Table) => (wanted.includes(table) ? acts.records(table) : Promise.resolve([]));
  const record = key === null ? null : recordOf(key);
  const { map } = acts.editor.open;
  // Only where the kind has answers: of a large map they are many.
  const kind = key === null ? null : laneKindOf(acts.editor, key);
  const answered = kind === 'pain_points' || key === null || kindOf(key) !== 'card';
  const [own, ofMap, teams, tags, cast, people, shown, lanes, stages, paths, answers] = await Promise.all([
    record ? acts.record(record) : {},
    wanted.includes('map') ? acts.record({ table: 'map', id: map }) : {},
    list('team'),
    list('tag'),
    list('cast'),
    wanted.includes('cast') ? acts.records('person') : [],
    key !== null && ['person', 'people'].includes(kindOf(key)) ? acts.editor.shell.people() : [],
    list('lane'),
    list('stage'),
    list('path'),
    answered ? list('answer') : [],
  ]);
  const parts = cast.flatMap((part) => {
    const person = people.find((one) => one.id === part.person);
    if (!person) return [];
    const curve = part.curve_slot !== null && part.curve_slot !== undefined;
    return [{ ...named(person), cast: String(part.id), primary: part.primary === true, curve }];
  });
  return {
    record: own,
    map: ofMap,
    teams: teams.map(named),
    tags: tags.map(named),
    people: parts,
    members: shown.filter((person) => person.cast !== null),
    lanes,
    stages,
    paths,
    answers,
  };
}

/** The lane and the stage that a cell's name stands for. */
export function cellOf(key: NodeKey): { lane: Id; stage: Id } | null {
  return cellOfKey(key);
}

/** The id in a key. */
export function idOf(key: NodeKey): Id {
  return idsOf(key)[0] ?? '';
}
