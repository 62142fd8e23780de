// Keys while a field of the inspector is typed in.

import { isShortcut } from '../../../shortcuts';
import type { Acts } from '../../acts.svelte';
import type { Typed } from '../typed.svelte';

/** Ends typing by Escape, and by Enter where the text has one line; Ctrl+Z goes on where the text's own undo ends. */
export function typingKeys(event: KeyboardEvent, acts: Acts, typed: Typed, manyLines: boolean): void {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Escape' && typed.draft !== null) {
    // The first Escape ends the typing, the next one leaves the panel.
    event.preventDefault();
    typed.end();
  } else if (event.key === 'Enter' && !manyLines && !event.shiftKey && !event.ctrlKey) {
    event.preventDefault();
    typed.end();
  } else if (isShortcut(event, 'undo') && typed.draft === null) {
    event.preventDefault();
    void acts.undo();
  } else if (isShortcut(event, 'redo') && typed.draft === null) {
    event.preventDefault();
    void acts.redo();
  }
}
