// Changing several cards at once, and cards that nobody touched: whoever does tells what was changed of how many, with
// Undo at hand.

import type { Done } from '../shell/shell';
import type { Edit } from '../shell/types';
import { words } from '../words';
import type { Editor } from './editor.svelte';

/** Makes an edit. Where it changed several cards, that is told, for not all of them may be in view. */
export async function change(editor: Editor, edit: Edit): Promise<Done | null> {
  const done = await editor.apply(edit);
  const count = done?.touched.filter(({ table }) => table === 'card').length ?? 0;
  if (done && count > 1) {
    const said = done.announce?.replace(/\.$/, '');
    editor.offerUndo('page.changed', said || words.done.changed(count));
  }
  return done;
}

/** Moves a thing. Cards that a stage went out of by that are told, with Undo at hand: they may not be in view. */
export async function move(editor: Editor, edit: Edit, also = ''): Promise<Done | null> {
  const done = await editor.apply(edit, also);
  if (done && done.shortened > 0)
    editor.offerUndo('page.shorter', words.done.shorter(done.announce ?? done.label, done.shortened));
  return done;
}
