// Removing things: whoever removes tells what went, with Undo at hand.

import type { RecordId } from '../shell/types';
import { words } from '../words';
import { remove } from './edits';
import type { Editor } from './editor.svelte';

/** Removes records with what hangs on them, and says so with an Undo beside it. False where it was refused. */
export async function removeRecords(editor: Editor, records: RecordId[]): Promise<boolean> {
  if (records.length === 0) return false;
  const done = await editor.apply(remove(records));
  if (!done) return false;
  const tables = new Set(records.map((record) => record.table));
  const [only] = tables;
  const sentence =
    tables.size === 1 && only
      ? words.removed.one(only, records.length)
      : words.removed.several(records.length);
  editor.notices.tell(
    { code: 'page.removed', sentence, next_step: '', kind: 'info' },
    { name: words.file.undoButton, run: () => void editor.undo() },
  );
  return true;
}
