// What can be done with the maps of the file: shown, added, copied, renamed, moved, removed, linked to a stage.

import type { MapEntry } from '../../shell/shell';
import { newId } from '../../shell/ids';
import type { Edit, Id, Phrase, Place } from '../../shell/types';
import { remove, set, together } from '../../state/edits';
import { words } from '../../words';
import type { Making } from './making.svelte';

/** How the Undo menu calls a copy that shows the future. */
const futureLabel: Phrase = { key: 'edit.map.future', args: [] };

/** The acts on maps. */
export class MapActs {
  constructor(private readonly making: Making) {}

  /** The maps of the file, in their order. */
  get all(): MapEntry[] {
    return this.making.editor.open.maps;
  }

  /** The map that is shown. */
  get shown(): Id {
    return this.making.editor.open.map;
  }

  /** What a map is called beside the others. */
  nameOf(map: Id): string {
    return this.all.find(({ id }) => id === map)?.name ?? '';
  }

  /** Shows a map; keys then go where they went before, onto the map or onto its tab. */
  async show(map: Id): Promise<void> {
    const onMap = document.activeElement?.closest('.canvas') !== null;
    if (map === this.shown || !(await this.making.editor.showMap(map))) return;
    this.say();
    if (onMap) this.focus();
  }

  /** Says aloud which map is shown now. */
  say(): void {
    this.making.app.notices.say(this.sentence);
  }

  /** Which map is shown now, in words. */
  get sentence(): string {
    const at = this.all.findIndex(({ id }) => id === this.shown);
    return words.maps.shown(this.nameOf(this.shown), at + 1, this.all.length);
  }

  /** Gives the grid of the shown map the focus, where it was. */
  focus(): void {
    const { hands, selection, scene } = this.making.editor;
    const first = [...(scene?.nodes.values() ?? [])].find((node) => node.role === 'stage')?.key;
    const key = selection.focus !== null && scene?.node(selection.focus) ? selection.focus : first;
    if (key !== undefined) hands?.reveal(key);
  }

  /** Shows the next map (1) or the one before (−1), round and round. */
  async step(by: 1 | -1): Promise<void> {
    const { all } = this;
    const at = all.findIndex(({ id }) => id === this.shown);
    const next = all[(at + by + all.length) % all.length];
    if (next) await this.show(next.id);
  }

  /** Puts another map behind the others and shows it: after a template, or a blank one for null. */
  async add(template: string | null): Promise<void> {
    const { editor } = this.making;
    if (editor.readOnly) return;
    // Once it is there, its title waits to be typed.
    editor.unnamed = true;
    const done = await editor.addMap(template);
    if (done) this.making.offerUndo(words.maps.added(this.nameOf(done.map)));
    else editor.unnamed = false;
  }

  /** Makes a map of a stage, to which the stage leads, and shows it. */
  async addFor(stage: Id): Promise<void> {
    const { making } = this;
    const name = making.nameOf(`stage/${stage}`);
    const done = await making.editor.addMap(null, stage);
    if (done) making.offerUndo(words.maps.addedFor(name));
  }

  /** Puts a copy right after a map and shows it. */
  async duplicate(map: Id): Promise<void> {
    const name = this.nameOf(map);
    await this.#copied({ edit: 'duplicate', table: 'map', id: map, copy: newId() }, words.maps.copied(name));
  }

  /** The same, as what shall be. */
  async future(map: Id): Promise<void> {
    const copy = newId();
    const edits: Edit[] = [
      { edit: 'duplicate', table: 'map', id: map, copy },
      set({ table: 'map', id: copy }, 'state', 'future'),
    ];
    await this.#copied(together(edits, futureLabel), words.maps.copiedFuture);
  }

  /** Gives a map another title. */
  async rename(map: Id, title: string): Promise<void> {
    const before = this.all.find(({ id }) => id === map)?.title;
    if (title.trim() === '' || title === before) return;
    await this.making.make(set({ table: 'map', id: map }, 'title', title));
  }

  /** Gives a map another place among the tabs. */
  async move(map: Id, place: Place): Promise<void> {
    const name = this.nameOf(map);
    if (!(await this.making.make({ edit: 'reorder', table: 'map', id: map, place }))) return;
    const at = this.all.findIndex(({ id }) => id === map);
    this.making.offerUndo(words.maps.moved(name, at + 1, this.all.length));
  }

  /** Where a map would lie one step on; null at an end. */
  beside(map: Id, way: 'left' | 'right'): Place | null {
    const { all } = this;
    const at = all.findIndex(({ id }) => id === map);
    const other = all[way === 'left' ? at - 1 : at + 1];
    return other === undefined ? null : way === 'left' ? { before: other.id } : { after: other.id };
  }

  /** Takes a map out of the file with all that lies in it; the last one stays. */
  async remove(map: Id): Promise<void> {
    if (this.all.length < 2) return;
    const name = this.nameOf(map);
    if (await this.making.make(remove([{ table: 'map', id: map }])))
      this.making.offerUndo(words.maps.removed(name));
  }

  /** Makes a stage lead to a map, or to none. */
  async link(stage: Id, map: Id | null): Promise<void> {
    const { making } = this;
    const name = making.nameOf(`stage/${stage}`);
    if (!(await making.make(set({ table: 'stage', id: stage }, 'linked_map', map), `stage/${stage}`))) return;
    const sentence = map === null ? words.maps.unlinked(name) : words.maps.linked(name, this.nameOf(map));
    making.offerUndo(sentence);
  }

  async #copied(edit: Edit, sentence: string): Promise<void> {
    await this.making.editor.rest();
    if (await this.making.make(edit)) this.making.offerUndo(sentence);
  }
}
