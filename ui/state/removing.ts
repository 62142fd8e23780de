// Removing things: whoever removes tells what went, with Undo at hand.

import type { RecordId, Table } from '../shell/types';
import { words } from '../words';
import { remove } from './edits';
import type { Editor } from './editor.svelte';

/** What a person sees go; links and other records that nobody sees are not counted. */
const seen: readonly Table[] = ['stage', 'lane', 'card', 'feeling', 'gap', 'path', 'step'];

/** Removes records with what hangs on them, and says what went with an Undo beside it. False where it was refused. */
export async function removeRecords(editor: Editor, records: RecordId[]): Promise<boolean> {
  if (records.length === 0) return false;
  const [only] = records;
  const key = records.length === 1 && only ? editor.keyOf(only) : null;
  const name = key === null ? '' : nameAt(editor, key);
  const done = await editor.apply(remove(records));
  if (!done) return false;
  const tables = new Set(records.map((record) => record.table));
  const [table] = tables;
  const asked = tables.size === 1 && table ? words.removed.one(table, records.length, name) : '';
  // What hung on it went too: "Deleted stage Trial with 5 cards and 2 points".
  const along = seen.flatMap((own) => {
    const count = (done.removed.find((entry) => entry.table === own)?.count ?? 0) - (tables.has(own) ? records.filter((record) => record.table === own).length : 0); // prettier-ignore
    return count > 0 ? [words.removed.count(own, count)] : [];
  });
  const sentence = asked || words.removed.several(records.length);
  const told = words.done.shorter(words.removed.with(sentence, along), done.shortened);
  editor.offerUndo('page.removed', told);
  return true;
}

/** The name of what a node depicts, as far as it has a short one. */
function nameAt(editor: Editor, key: string): string {
  const node = editor.scene?.node(key);
  if (!node || !['stage', 'lane_label', 'gap'].includes(node.role)) return '';
  const words = node.prims.find((prim) => prim.kind === 'text');
  return words?.kind === 'text' ? words.text : '';
}
