// A field that is typed in. What was typed is on its way while it is typed, and whatever ends the typing (another
// field, another selection, Undo, the end of the panel) sends the rest first.

import { untrack } from 'svelte';
import type { Edit, InspectedField, RecordId } from '../../shell/types';
import type { Editor } from '../../state/editor.svelte';
import type { TypingSession } from '../../state/typing';
import type { Acts } from '../acts.svelte';
import { setAll } from './change';

/** The words of one text box between the first key and the answer to the last one. */
export class Typed {
  /** What is being typed; null while the record says what the box holds. */
  draft = $state.raw<string | null>(null);
  #session: TypingSession | null = null;
  #editOf: ((text: string) => Edit | null) | null = null;

  constructor(
    private readonly editor: Editor,
    /** The edit for a text, bound to the records of the moment; null where the text is not yet a value. */
    private readonly begin: () => (text: string) => Edit | null,
  ) {}

  /** Takes over what the box holds now. */
  type(text: string): void {
    // The records are those at the first key: by the last one the panel may be about others.
    this.#editOf ??= this.begin();
    this.#session ??= this.editor.type(() => this.#ended());
    this.draft = text;
    const edit = this.#editOf(text);
    if (edit) this.#session.newest(edit);
  }

  /** Sends what is left. */
  end(): void {
    if (this.#session) void this.#session.end();
    else this.draft = null;
  }

  #ended(): void {
    this.#session = null;
    this.#editOf = null;
    this.draft = null;
  }
}

/** What a field that is typed in is about. */
interface About {
  acts: Acts;
  field: InspectedField;
  records: readonly RecordId[];
}

/**
 * A field whose value is read from what is typed; `read` answers undefined where the text is not yet a value. Called
 * while a component begins, and ends with it.
 */
export function typedField(about: () => About, read: (text: string) => unknown): Typed {
  const typed = new Typed(
    untrack(() => about().acts.editor),
    () => {
      const { records, field } = about();
      const { name } = field;
      return (text) => {
        const value = read(text);
        return value === undefined ? null : setAll(records, name, value);
      };
    },
  );
  $effect(() => () => typed.end());
  return typed;
}
