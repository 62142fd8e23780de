// What can be done to the open map from menus, bars and keys; each act once, whoever asks for it.

import { newId } from '../shell/ids';
import type { ExportFormat, ThemeName } from '../shell/shell';
import type { Edit, Id, LaneKind, NodeKey, Place, RecordId, Table } from '../shell/types';
import type { App } from '../state/app.svelte';
import { addCard, addLane, addAnswer, addStage, lineBelow } from '../state/edits';
import type { Editor } from '../state/editor.svelte';
import { cardStep, cardToLane, laneStep, lanesIn, stageStep, type Way, zoneOf } from '../state/order';
import { removeRecords } from '../state/removing';
import { idsOf, kindOf } from '../state/scene';
import { words } from '../words';
import { kinds } from './kinds';

/** Which table a key's record is in; null for what has no record of its own. */
const tables: Readonly<Record<string, Table>> = {
  card: 'card',
  stage: 'stage',
  label: 'lane',
  gap: 'gap',
  feeling: 'feeling',
  path: 'path',
};

/** The acts of one open map. */
export class Acts {
  /** Below which lane the picker adds one; absent while it is closed, null for the map's end. */
  picking = $state.raw<{ below: Id | null } | null>(null);
  /** Whether the inspector takes the focus once it shows something. */
  entering = $state(false);
  /** Whether an export is being written. */
  exporting = $state(false);
  /** Whether the export menu is open. */
  exportOpen = $state(false);

  constructor(
    readonly app: App,
    readonly editor: Editor,
  ) {}

  /** Whether an edit can be made of it: the map can be changed, and it is not at an end. */
  can(edit: Edit | null): edit is Edit {
    return edit !== null && !this.editor.readOnly;
  }

  async undo(): Promise<void> {
    await this.editor.rest();
    const done = this.editor.undoLabel === null ? null : await this.editor.undo();
    if (!done) return;
    if (!done.announce) this.app.notices.say(words.file.undone(done.label));
    this.#revealRecord(done.touched[0]);
  }

  async redo(): Promise<void> {
    const done = this.editor.redoLabel === null ? null : await this.editor.redo();
    if (!done) return;
    if (!done.announce) this.app.notices.say(words.file.redone(done.label));
    this.#revealRecord(done.touched[0]);
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
    if (focus !== null && kindOf(focus) in tables && !selection.has(focus)) selection.only(focus);
    this.entering = true;
    if (!this.app.settings.inspector) void this.app.set({ inspector: true });
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

  /** The edits that make an opportunity where a pain or a gap is, and link it; the lane comes along where none is there. */
  async opportunityFor(problem: RecordId, text: string): Promise<Edit[] | null> {
    const { open, laneKinds, shell } = this.editor;
    const stage = (await shell.record(problem))?.stage;
    if (typeof stage !== 'string') return null;
    const lane = [...laneKinds].find(([, kind]) => kind === 'opportunities')?.[0];
    const [to, card] = [lane ?? newId(), newId()];
    const made = addLane(to, open.map, 'opportunities', words.laneKinds.opportunities, 'insight', 'last');
    return [
      ...(lane === undefined ? [made] : []),
      addCard(card, to, stage, text),
      addAnswer(newId(), card, problem),
    ];
  }

  async save(): Promise<void> {
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

  /** Writes the map in another format. */
  async export(format: ExportFormat, theme: ThemeName): Promise<void> {
    this.exporting = true;
    await this.#told(async () => {
      const done = await this.app.shell.export({ format, theme });
      if (!done) return;
      const [sentence, kind] = [words.export.done(done.file_name), 'info'] as const;
      this.app.notices.tell({ code: 'page.exported', sentence, next_step: done.warnings.join(' '), kind });
    });
    this.exporting = false;
  }

  /** The map as wide as the window. */
  fit(): void {
    this.editor.camera.fit();
  }

  /** The map at its natural size. */
  natural(): void {
    this.editor.camera.natural();
  }

  /** The edit that moves a thing one step; null where it cannot go there. */
  step(key: NodeKey, way: Way): Edit | null {
    const nodes = this.editor.scene?.nodes;
    const [id] = idsOf(key);
    if (!nodes || id === undefined) return null;
    const upright = way === 'up' || way === 'down';
    switch (kindOf(key)) {
      case 'card':
        return cardStep(nodes, id, way);
      case 'stage':
        return upright ? null : stageStep(nodes, id, way);
      case 'label':
        return upright ? laneStep(nodes, id, way) : null;
      default:
        return null;
    }
  }

  /** The edit that moves a card into the lane above or below. */
  toLane(key: NodeKey, way: 'up' | 'down'): Edit | null {
    const nodes = this.editor.scene?.nodes;
    const [id] = idsOf(key);
    if (!nodes || id === undefined || kindOf(key) !== 'card') return null;
    return cardToLane(nodes, id, way, (lane) => this.editor.holdsCards(lane));
  }

  /** Makes an edit and keeps what it is about in view. */
  async make(edit: Edit | null, about: NodeKey | null = null): Promise<void> {
    if (!this.can(edit)) return;
    const done = await this.editor.apply(edit);
    if (done && about !== null) this.editor.hands?.reveal(about);
  }

  /** Opens the text box over a thing. */
  write(key: NodeKey): void {
    if (!this.editor.readOnly) this.editor.hands?.write(key);
  }

  /** Opens a new card's text box in a cell. */
  newCard(cell: NodeKey, below: NodeKey | null): void {
    if (!this.editor.readOnly) this.editor.hands?.newCard(cell, below);
  }

  /** Removes what nodes depict. */
  async remove(keys: readonly NodeKey[]): Promise<void> {
    if (this.editor.readOnly) return;
    const records = keys.flatMap((key) => {
      const [table, [id]] = [tables[kindOf(key)], idsOf(key)];
      return table && id !== undefined ? [{ table, id }] : [];
    });
    await removeRecords(this.editor, records);
  }

  /** Adds a stage and opens its name for typing. */
  async addStage(place: Place): Promise<void> {
    const id = newId();
    const edit = addStage(id, this.editor.open.map, words.edits.newStage, place);
    if (!this.can(edit) || !(await this.editor.apply(edit))) return;
    this.editor.hands?.reveal(`stage/${id}`);
    this.editor.hands?.write(`stage/${id}`, true);
  }

  /** Where a lane of a kind goes that is added below another one: there if it is at home on that sheet. */
  lanePlace(kind: LaneKind, below: Id | null): { zone: 'experience' | 'insight'; place: Place } {
    const home = kinds.find((entry) => entry.kind === kind)?.zone ?? null;
    const nodes = this.editor.scene?.nodes;
    const known = below !== null && nodes && lanesIn(nodes, zoneOf(nodes, below)).includes(below);
    const zone = known ? zoneOf(nodes, below) : (home ?? 'insight');
    return known && (home === null || home === zone)
      ? { zone, place: { after: below } }
      : { zone: home ?? zone, place: 'last' };
  }

  async addLane(kind: LaneKind, below: Id | null): Promise<void> {
    const id = newId();
    const { zone, place } = this.lanePlace(kind, below);
    await this.make(
      addLane(id, this.editor.open.map, kind, words.laneKinds[kind], zone, place),
      `label/${id}`,
    );
  }

  async drawLine(lane: Id, line: 'none' | 'interaction' | 'visibility'): Promise<void> {
    await this.make(lineBelow(lane, line));
  }

  #revealRecord(record: { table: Table; id: Id } | undefined): void {
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
