// What the inspector is about: the records of the selection, or the map where nothing is selected.

import type { RecordId } from '../../shell/types';
import type { Editor } from '../../state/editor.svelte';
import { recordOf } from '../../state/scene';

/** The records that the inspector shows. */
export function subject(editor: Editor): RecordId[] {
  const found = editor.selection.keys.flatMap((key) => recordOf(key) ?? []);
  return found.length > 0 ? found : [{ table: 'map', id: editor.open.map }];
}

/** Tells whether two answers are about the same things. */
export function nameOf(records: readonly RecordId[]): string {
  return records.map(({ table, id }) => `${table}/${id}`).join(' ');
}
