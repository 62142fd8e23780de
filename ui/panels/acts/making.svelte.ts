// Making edits, for every act: with what they are about in view, and with Undo at hand where something moved or went.

import type { Edit, Id, NodeKey, RecordId, Table } from '../../shell/types';
import type { App } from '../../state/app.svelte';
import type { Done } from '../../shell/shell';
import { change } from '../../state/changing';
import type { Editor } from '../../state/editor.svelte';
import { shownName } from '../../state/scene';
import { words } from '../../words';

/** Fields of a record, as Rust answers. */
export type Fields = Record<string, unknown>;

/** A question for a few words, asked in a small dialog. */
export interface Asked {
  title: string;
  label: string;
  value: string;
  /** What was said elsewhere on the map and may be meant again. */
  suggestions: readonly string[];
  answer: (text: string) => void;
}

/** What acts are made with. */
export class Making {
  /** The open question; null while none is. */
  asked = $state.raw<Asked | null>(null);
  /** The stage whose duration is asked for; null while none is. */
  timing = $state.raw<Id | null>(null);

  constructor(
    readonly app: App,
    readonly editor: Editor,
  ) {}

  /** Whether an edit can be made of it: the map can be changed, and it is not at an end. */
  can(edit: Edit | null): edit is Edit {
    return edit !== null && !this.editor.readOnly;
  }

  /** Makes an edit and keeps what it is about in view. */
  async make(edit: Edit | null, about: NodeKey | null = null): Promise<Done | null> {
    if (!this.can(edit)) return null;
    const done = await this.editor.apply(edit);
    if (done && about !== null && this.editor.scene?.node(about)) this.editor.hands?.reveal(about);
    return done;
  }

  /** Makes an edit of what is selected; of several cards that is told, with Undo beside it. */
  async change(edit: Edit): Promise<void> {
    if (this.can(edit)) await change(this.editor, edit);
  }

  /** Makes an edit, says at the bottom what it did, with Undo beside it. */
  async tell(edit: Edit | null, sentence: string, about: NodeKey | null = null): Promise<Done | null> {
    const done = await this.make(edit, about);
    if (done) this.offerUndo(words.done.shorter(sentence, done.shortened));
    return done;
  }

  /** Says at the bottom what was done, with Undo beside it until something else is done. */
  offerUndo(sentence: string): void {
    this.editor.offerUndo('page.done', sentence);
  }

  /** Makes something new with its name open for typing. `beside` is what lies where it will be. */
  begin(record: RecordId, edit: Edit, name: string, beside: NodeKey): void {
    if (this.can(edit)) this.editor.hands?.writeNew(record, edit, name, beside);
  }

  /** Makes something new and selects it. */
  async place(edit: Edit, key: NodeKey, sentence: string): Promise<void> {
    if (!(await this.tell(edit, sentence, key))) return;
    if (this.editor.scene?.node(key)) this.editor.selection.only(key);
  }

  /** A record's fields; none where it is not there or could not be asked for. */
  async record(record: RecordId): Promise<Fields> {
    const { editor } = this;
    try {
      return (await editor.inTurn(() => editor.shell.record(record))) ?? {};
    } catch (thrown) {
      editor.notices.failed(thrown);
      return {};
    }
  }

  /** All records of a table. */
  async records(table: Table): Promise<Fields[]> {
    const { editor } = this;
    try {
      return await editor.inTurn(() => editor.shell.records({ table }));
    } catch (thrown) {
      editor.notices.failed(thrown);
      return [];
    }
  }

  /** What a thing is called on the map. */
  nameOf(key: NodeKey): string {
    return shownName(this.editor.scene?.node(key));
  }
}
