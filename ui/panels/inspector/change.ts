// Edits that the inspector makes: one value for all records that it is about, as one step of undo.

import type { Edit, Phrase, RecordId } from '../../shell/types';
import { set, together } from '../../state/edits';

/** Gives a field of several records one value. */
export function setAll(records: readonly RecordId[], field: string, value: unknown): Edit {
  const edits = records.map((record) => set(record, field, value));
  return edits.length === 1 ? edits[0]! : together(edits);
}

/** Makes a shared record by its name and puts it into a field of all records at once. */
export function createAndSet(
  records: readonly RecordId[],
  create: Edit,
  field: string,
  value: unknown,
  label: Phrase | null = null,
): Edit {
  return together([create, ...records.map((record) => set(record, field, value))], label);
}
