// What the inspector is about: the records of the selection, or the map where nothing is selected.

import type { NodeKey, RecordId, Table } from '../../shell/types';
import type { Editor } from '../../state/editor.svelte';
import { idsOf, kindOf } from '../../state/scene';

/** Which table a key's record is in, for what can be inspected. */
const tables: Readonly<Record<string, Table>> = {
  card: 'card',
  stage: 'stage',
  label: 'lane',
  gap: 'gap',
  feeling: 'feeling',
  path: 'path',
};

/** The record that a key stands for; null for what has no fields to inspect. */
export function inspected(key: NodeKey): RecordId | null {
  const [table, [id]] = [tables[kindOf(key)], idsOf(key)];
  return table && id !== undefined ? { table, id } : null;
}

/** The records that the inspector shows. */
export function subject(editor: Editor): RecordId[] {
  const found = editor.selection.keys.flatMap((key) => inspected(key) ?? []);
  return found.length > 0 ? found : [{ table: 'map', id: editor.open.map }];
}

/** Tells whether two answers are about the same things. */
export function nameOf(records: readonly RecordId[]): string {
  return records.map(({ table, id }) => `${table}/${id}`).join(' ');
}
