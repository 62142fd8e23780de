// The maps of the fake's file: edits of maps themselves, and of what lies in the one that is shown.

import { edited, type FakeMap, put } from './fake_model';
import type { MapEntry } from './shell';
import { newId } from './ids';
import type { Edit, Id } from './types';

const wrong = (sentence: string) => ({ code: 'edit.invalid', sentence, next_step: '' });

/** A copy of a map, its records with ids of their own. */
function copyOf(map: FakeMap, copy: Id): FakeMap {
  const ids = new Map<Id, Id>([[map.id, copy]]);
  const all = [map.stages, map.lanes, map.cards, ...Object.values(map.more ?? {})].flat();
  for (const { id } of all) ids.set(id, newId());
  const text = JSON.stringify(map);
  return JSON.parse(text, (_, value: unknown) => (typeof value === 'string' && ids.get(value)) || value) as FakeMap; // prettier-ignore
}

/** The maps after an edit. */
export function editedMaps(maps: FakeMap[], shown: Id, edit: Edit): FakeMap[] {
  if (edit.edit === 'together') return edit.edits.reduce((so, one) => editedMaps(so, shown, one), maps);
  const own = (id: Id) => maps.find((map) => map.id === id)!;
  if (edit.edit === 'remove' && edit.records[0]?.table === 'map') {
    const left = maps.filter((map) => !edit.records.some((record) => record.id === map.id));
    if (left.length === 0) throw wrong('The last map stays.');
    return left.map((map) => ({
      ...map,
      stages: map.stages.map((stage) => (left.some(({ id }) => id === stage.linked_map) ? stage : { ...stage, linked_map: null })), // prettier-ignore
    }));
  }
  if ('table' in edit && edit.table === 'map') {
    if (edit.edit === 'duplicate') return put([...maps], copyOf(own(edit.id), edit.copy), { after: edit.id });
    if (edit.edit === 'reorder') return put(maps, own(edit.id), edit.place);
    if (edit.edit === 'set') return maps.map((map) => (map.id === edit.id ? edited(map, edit) : map));
  }
  return maps.map((map) => (map.id === shown ? edited(map, edit) : map));
}

/** The maps as tabs name them: by title, or by their state where others have the same one. */
export function entriesOf(maps: FakeMap[]): MapEntry[] {
  const state = (map: FakeMap) => (map.state === 'future' ? 'Future state' : 'Current state');
  const same = (map: FakeMap) => maps.filter((other) => other.title === map.title).length > 1;
  return maps.map((map) => ({
    id: map.id,
    title: map.title,
    name: same(map) ? state(map) : map.title,
  }));
}
