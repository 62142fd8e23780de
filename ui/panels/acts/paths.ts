// What can be done with paths, the ways that people take other than straight on.

import { newId } from '../../shell/ids';
import type { Edit, Id, PathKind, RecordId } from '../../shell/types';
import { set } from '../../state/edits';
import { words } from '../../words';
import type { Making } from './making.svelte';

/** The acts on paths. */
export class PathActs {
  constructor(private readonly making: Making) {}

  /** Draws a path and opens its label for typing. No end stands for outside of the map. */
  add(kind: PathKind, from: RecordId | null, to: RecordId | null): void {
    const { editor } = this.making;
    const [id, label, end] = [newId(), editor.ownWords.paths.label[kind], from ?? to];
    const fields = { id, map: editor.open.map, kind, from, to, label };
    const edit: Edit = { edit: 'add', table: 'path', fields, place: 'last' };
    const beside = end && editor.keyOf(end);
    if (beside) this.making.begin({ table: 'path', id }, edit, label, beside);
  }

  /** Opens the label for typing: in place where the path is drawn, in a dialog where it is not. */
  rename(path: Id, label: string): void {
    const key = `path/${path}`;
    if (this.making.editor.scene?.node(key)) return this.making.editor.hands?.write(key);
    const ask = words.ask.path;
    this.making.asked = {
      title: ask.title,
      label: ask.label,
      value: label,
      suggestions: [],
      answer: (text) => void this.#set(path, 'label', text),
    };
  }

  async setKind(path: Id, kind: PathKind): Promise<void> {
    await this.#set(path, 'kind', kind);
  }

  /** How often people take it; null where nobody knows. */
  async setOften(path: Id, often: number | null): Promise<void> {
    await this.#set(path, 'often', often);
  }

  async #set(path: Id, field: string, value: unknown): Promise<void> {
    await this.making.make(set({ table: 'path', id: path }, field, value));
  }
}
