// What can be done to the open map from menus, bars and keys; each act once, whoever asks for it.

import type { Done } from '../shell/shell';
import type { Edit, Id, NodeKey, RecordId } from '../shell/types';
import { newOpportunity } from './asking/opportunity';
import { removeRecords } from '../state/removing';
import { recordOf } from '../state/scene';
import { words } from '../words';
import { CardActs } from './acts/cards';
import { FeelingActs } from './acts/feelings';
import { FileActs } from './acts/files.svelte';
import { GapActs } from './acts/gaps';
import { LaneActs } from './acts/lanes';
import { Making } from './acts/making.svelte';
import { MapActs } from './acts/maps';
import { PathActs } from './acts/paths';
import { PersonActs } from './acts/people';
import { StageActs } from './acts/stages';
import { Exporting } from './export/exporting.svelte';
import { Images } from './images';
import { Presenting } from './present/presenting.svelte';

/** The acts of one open map. */
export class Acts extends Making {
  /** Below which lane the picker adds one; absent while it is closed, null for the map's end. */
  picking = $state.raw<{ below: Id | null } | null>(null);
  /** The people panel: a person's own page, or all of them for null; absent while it is closed. */
  peopleOpen = $state.raw<{ person: Id | null } | null>(null);
  /** Whether the teams and tags are open. */
  sharedOpen = $state(false);
  /** Whether the inspector takes the focus once it shows something. */
  entering = $state(false);

  readonly maps = new MapActs(this);
  readonly stages = new StageActs(this);
  readonly lanes = new LaneActs(this);
  readonly cards = new CardActs(this);
  readonly gaps = new GapActs(this, this.stages);
  readonly paths = new PathActs(this);
  readonly feelings = new FeelingActs(this);
  readonly persons = new PersonActs(this);
  /** The export and print dialog, and what it makes. */
  readonly exporting = new Exporting(this.app, this.editor);
  /** The presentation. */
  readonly presenting = new Presenting(this.app, this.editor);
  readonly files = new FileActs(this);
  /** Pictures on their way into the map. */
  readonly images = new Images(this.editor, (record) => {
    this.show(record);
    if (!this.app.settings.inspector) void this.app.set({ inspector: true });
  });

  async undo(): Promise<void> {
    await this.editor.rest();
    const done = this.editor.undoLabel === null ? null : await this.editor.undo();
    if (!done) return;
    if (!done.announce) this.#sayStep(words.file.undone(done.label), done);
    this.#revealRecord(done.touched[0]);
  }

  async redo(): Promise<void> {
    const done = this.editor.redoLabel === null ? null : await this.editor.redo();
    if (!done) return;
    if (!done.announce) this.#sayStep(words.file.redone(done.label), done);
    this.#revealRecord(done.touched[0]);
  }

  /** Opens the people of the map, or one person's page. */
  people(person: Id | null = null): void {
    this.peopleOpen = { person };
  }

  /** Opens the teams and tags of the document. */
  teamsAndTags(): void {
    this.sharedOpen = true;
  }

  /** Shows the inspector, or hides it. */
  togglePanels(): void {
    const open = !this.app.settings.inspector;
    if (!open && document.activeElement?.closest('.inspector')) this.leaveInspector();
    void this.app.set({ inspector: open });
  }

  /** Goes into the inspector, on what has the focus of the grid. */
  enterInspector(): void {
    const { selection } = this.editor;
    const { focus } = selection;
    if (focus !== null && recordOf(focus) !== null && !selection.has(focus)) selection.only(focus);
    this.entering = true;
    if (!this.app.settings.inspector) void this.app.set({ inspector: true });
  }

  /** Goes into the inspector, on a thing. */
  inspect(key: NodeKey): void {
    this.editor.selection.only(key);
    this.enterInspector();
  }

  /** Goes back from the inspector to the grid. */
  leaveInspector(): void {
    const { selection, scene, hands } = this.editor;
    const key = selection.keys.at(-1) ?? selection.focus;
    if (key !== null && key !== undefined && scene?.node(key)) hands?.reveal(key);
    else document.querySelector<HTMLElement>('.canvas [data-key][tabindex="0"]')?.focus();
  }

  /** Selects a record and scrolls to it. */
  show(record: RecordId): void {
    const key = this.editor.keyOf(record);
    if (key === null) return;
    this.editor.selection.only(key);
    this.editor.hands?.reveal(key);
  }

  /** The edits that make an opportunity where a pain or a gap is, and link it. */
  async opportunityFor(problem: RecordId, text: string): Promise<Edit[] | null> {
    const stage = (await this.editor.shell.record(problem))?.stage;
    return typeof stage === 'string' ? newOpportunity(this.editor, [problem], stage, text) : null;
  }

  /** Puts a picture on the clipboard: of what is selected with a thing, of the selection, or of the whole map. */
  async copyPicture(along: NodeKey | null = null): Promise<void> {
    const { selection, shell, preferences } = this.editor;
    const keys = along !== null && !selection.has(along) ? [along] : [...selection.keys];
    await this.#told(async () => {
      await this.editor.rest();
      const [w, h] = await shell.copyPicture({ keys, theme: preferences.theme, strong: preferences.strong });
      const sentence = words.export.copied(w, h);
      this.app.notices.tell({ code: 'page.copied', sentence, next_step: '', kind: 'info' });
    });
  }

  /** Puts the map on the clipboard as a text, as the export writes it. */
  async copyText(): Promise<void> {
    await this.#told(async () => {
      await this.editor.rest();
      await this.app.shell.copyOutline();
      const sentence = words.outline.copied;
      this.app.notices.tell({ code: 'page.copied', sentence, next_step: '', kind: 'info' });
    });
  }

  async save(): Promise<void> {
    // A map without a file gets one, and from then on is called like it.
    if (!this.editor.inFile) return this.saveAs();
    await this.#told(async () => {
      this.editor.save = await this.app.shell.save();
    });
  }

  async saveAs(): Promise<void> {
    await this.#told(async () => {
      const open = await this.app.shell.saveAs();
      if (!open) return;
      this.editor.open = open;
      this.editor.save = open.save;
    });
  }

  /** The map as wide as the window. */
  fit(): void {
    this.editor.camera.fit();
  }

  /** The map at its natural size. */
  natural(): void {
    this.editor.camera.natural();
  }

  /** Opens the text box over a thing. */
  write(key: NodeKey): void {
    if (!this.editor.readOnly) this.editor.hands?.write(key);
  }

  /** Opens a new card's text box in a cell. */
  newCard(cell: NodeKey, below: NodeKey | null): void {
    if (!this.editor.readOnly) this.editor.hands?.newCard(cell, below);
  }

  /** Makes cards of what was copied, or takes a copied picture over, where a thing is. */
  async paste(key: NodeKey): Promise<void> {
    await this.#told(async () => {
      const copied = await this.app.shell.clipboard();
      const words = copied.text !== '' || copied.html !== '';
      // What is neither words nor a picture is refused with a sentence.
      if (words || !(await this.images.paste(key))) this.editor.hands?.paste(copied, key);
    });
  }

  /** Removes what nodes depict. */
  async remove(keys: readonly NodeKey[]): Promise<void> {
    if (this.editor.readOnly) return;
    await removeRecords(
      this.editor,
      keys.flatMap((key) => recordOf(key) ?? []),
    );
  }

  /** Says what a step of undo did, and on which map where that is another one than before. */
  #sayStep(sentence: string, done: Done): void {
    this.app.notices.say(done.patch ? sentence : `${sentence}. ${this.maps.sentence}`);
  }

  #revealRecord(record: RecordId | undefined): void {
    const key = record && this.editor.keyOf(record);
    if (key) this.editor.hands?.reveal(key);
  }

  async #told(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (thrown) {
      this.app.notices.failed(thrown);
    }
  }
}
