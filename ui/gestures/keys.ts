// The keys of the grid while nothing is being written: walking, writing, moving, removing.
import { newId } from '../shell/ids';
import type { Edit, NodeKey, RecordId } from '../shell/types';
import { addStage, together } from '../state/edits';
import { cardStep, cardToLane, laneStep, stageStep, type Way } from '../state/order';
import { removeRecords } from '../state/removing';
import { idsOf, kindOf } from '../state/scene';
import { shortcutOf } from '../shortcuts';
import { words } from '../words';
import type { Desk } from './desk';
import { end, step, stops } from './walk';

const arrows: Record<string, Way> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What the keys of the grid do. */
export class GridKeys {
  constructor(private readonly desk: Desk) {}

  /** Acts on a key; true where it was one of the grid's. */
  press(event: KeyboardEvent): boolean {
    const { desk } = this;
    const focus = desk.selection.focus;
    if (focus === null || !desk.scene?.node(focus) || event.isComposing) return false;
    return this.#walk(event, focus) || this.#edit(event, focus) || this.#type(event, focus);
  }

  #walk(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const scene = desk.scene!;
    const { table } = desk.painter;
    const way = arrows[event.key];
    const ctrl = event.ctrlKey || event.metaKey;
    let to: NodeKey | null;
    if (way && !event.altKey && !ctrl) {
      if (kindOf(focus) === 'feeling' && (way === 'up' || way === 'down') && !desk.editor.readOnly)
        return this.#feel(focus, (way === 'up' ? 1 : -1) * (event.shiftKey ? 0.5 : 0.25));
      to = step(scene, table, focus, way);
      if (event.shiftKey && to !== null) this.#extend(focus, to);
    } else if (event.key === 'Home' || event.key === 'End') {
      to = end(scene, table, focus, event.key === 'Home' ? 'first' : 'last', ctrl);
    } else if (event.key === ' ' && !ctrl && !event.altKey && !this.#isEmptyCell(focus)) {
      desk.selection.toggle(focus);
      return true;
    } else if (event.key === 'Escape') {
      desk.selection.clear();
      return true;
    } else if (ctrl && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'a') {
      this.#all(focus);
      return true;
    } else return false;
    if (to !== null) desk.focus(to);
    return true;
  }

  #edit(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    if (desk.editor.readOnly) return false;
    const kind = kindOf(focus);
    const key = shortcutOf(event, [
      'edit', 'newCard', 'delete', 'left', 'right', 'up', 'down', 'laneAbove', 'laneBelow', 'stageAfter',
      'stageBefore',
    ]); // prettier-ignore
    switch (key) {
      case 'edit':
        if (kind === 'cell') desk.writer.newCard(focus, null);
        else desk.writer.write(focus);
        return true;
      case 'newCard': {
        if (this.#isEmptyCell(focus) && event.key.length === 1) return false;
        const cell = kind === 'cell' ? focus : (desk.scene?.node(focus)?.parent ?? '');
        if (kindOf(cell) !== 'cell') return false;
        desk.writer.newCard(cell, kind === 'card' ? focus : null);
        return true;
      }
      case 'delete':
        void this.#remove(focus);
        return true;
      case 'left':
      case 'right':
      case 'up':
      case 'down':
        void this.#move(focus, key);
        return true;
      case 'laneAbove':
      case 'laneBelow':
        if (kind === 'card') void this.#toLane(focus, key === 'laneAbove' ? 'up' : 'down');
        return true;
      case 'stageAfter':
      case 'stageBefore': {
        if (this.#isEmptyCell(focus)) return false;
        void this.#addStage(focus, key === 'stageAfter');
        return true;
      }
      default:
        return false;
    }
  }

  /** A character in an empty cell begins a card: the box is there before the browser types the character into it. */
  #type(event: KeyboardEvent, focus: NodeKey): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey || !this.#isEmptyCell(focus)) return false;
    // A dead or composing key begins a card as well.
    const types = [...event.key].length === 1 || event.key === 'Dead' || event.key === 'Process';
    if (!types || event.key === ' ') return false;
    this.desk.writer.newCard(focus, null);
    return false;
  }

  #isEmptyCell(key: NodeKey): boolean {
    const [lane] = idsOf(key);
    return kindOf(key) === 'cell' && lane !== undefined && this.desk.editor.holdsCards(lane);
  }

  #extend(from: NodeKey, to: NodeKey): void {
    const { selection } = this.desk;
    const cards = [from, to].filter((key) => kindOf(key) === 'card');
    selection.all([...new Set([...selection.keys, ...cards])]);
  }

  /** All cards of the cell, then of the lane, then of the map. */
  #all(focus: NodeKey): void {
    const { selection, scene, painter } = this.desk;
    if (!scene) return;
    const cell = kindOf(focus) === 'cell' ? focus : (scene.node(focus)?.parent ?? '');
    const row = painter.table.rows.find(({ cells }) => cells.includes(cell));
    const cardsOf = (cells: NodeKey[]) =>
      cells.flatMap((key) => stops(scene, key)).filter((key) => kindOf(key) === 'card');
    const circles = [[cell], row?.cells ?? [], painter.table.rows.flatMap(({ cells }) => cells)].map(cardsOf);
    const next = circles.find((cards) => cards.some((key) => !selection.has(key)));
    if (next) selection.all(next);
  }

  async #remove(focus: NodeKey): Promise<void> {
    const { desk } = this;
    const keys = desk.selection.keys.length > 0 ? desk.selection.keys : [focus];
    const records = keys.flatMap((key): RecordId[] => {
      const record = desk.scene?.node(key)?.record;
      return record && kindOf(key) !== 'cell' ? [record] : [];
    });
    const scene = desk.scene;
    if (records.length === 0 || !scene) return;
    const next = this.#afterwards(focus, new Set(keys));
    if (!(await removeRecords(desk.editor, records))) return;
    desk.selection.clear();
    if (next !== null && desk.scene?.node(next)) desk.focus(next);
  }

  /** What has the focus once some things are gone: the card below or above in the cell, else the cell. */
  #afterwards(focus: NodeKey, going: ReadonlySet<NodeKey>): NodeKey | null {
    const scene = this.desk.scene!;
    const { stages, rows } = this.desk.painter.table;
    const rest = (keys: NodeKey[]) => {
      const at = keys.indexOf(focus);
      const free = (key: NodeKey) => !going.has(key);
      return keys.slice(at + 1).find(free) ?? keys.slice(0, Math.max(0, at)).findLast(free) ?? null;
    };
    if (stages.includes(focus)) return rest(stages);
    const labels = rows.map((row) => row.label);
    if (labels.includes(focus)) return rest(labels);
    const cell = scene.node(focus)?.parent ?? null;
    return cell === null ? null : (rest(stops(scene, cell)) ?? cell);
  }

  async #move(focus: NodeKey, way: Way): Promise<void> {
    const { desk } = this;
    const nodes = desk.scene!.nodes;
    const [id] = idsOf(focus);
    if (id === undefined) return;
    const sideways = way === 'left' || way === 'right';
    switch (kindOf(focus)) {
      case 'card':
        return this.#apply(focus, this.#steps(focus, way));
      case 'stage':
        return sideways ? this.#apply(focus, stageStep(nodes, id, way)) : undefined;
      case 'label':
        return sideways ? undefined : this.#apply(focus, laneStep(nodes, id, way));
    }
  }

  /** The steps of all chosen cards as one, those that lead the way first. */
  #steps(focus: NodeKey, way: Way): Edit | null {
    const { scene, selection } = this.desk;
    const chosen = selection.has(focus) ? selection.keys.filter((key) => kindOf(key) === 'card') : [focus];
    const edits = chosen.map((key) => cardStep(scene!.nodes, key.slice('card/'.length), way));
    const possible = edits.filter((edit) => edit !== null);
    // Where one is at the edge, all stay: the chosen cards keep together.
    if (possible.length < edits.length || possible.length === 0) return null;
    return possible.length === 1 ? possible[0]! : together(possible);
  }

  #toLane(focus: NodeKey, way: 'up' | 'down'): Promise<void> {
    const { editor, scene } = this.desk;
    const takes = (lane: string) => editor.holdsCards(lane);
    return this.#apply(focus, cardToLane(scene!.nodes, focus.slice('card/'.length), way, takes));
  }

  async #apply(focus: NodeKey, edit: Edit | null): Promise<void> {
    const { desk } = this;
    if (!edit || !(await desk.editor.apply(edit))) return;
    if (desk.scene?.node(focus)) desk.focus(focus);
    desk.flash(desk.selection.has(focus) ? desk.selection.keys : [focus]);
  }

  /** A new stage beside the focused one, its name ready to be typed over. */
  async #addStage(focus: NodeKey, after: boolean): Promise<void> {
    const { desk } = this;
    const stage = this.#stageOf(focus);
    if (stage === null) return;
    const id = newId();
    const place = after ? { after: stage } : { before: stage };
    if (await desk.editor.apply(addStage(id, desk.editor.open.map, words.edits.newStage, place)))
      desk.writer.write(`stage/${id}`, true);
  }

  #stageOf(focus: NodeKey): string | null {
    const kind = kindOf(focus);
    if (kind === 'stage') return idsOf(focus)[0] ?? null;
    const cell = kind === 'cell' ? focus : (this.desk.scene?.node(focus)?.parent ?? '');
    return kindOf(cell) === 'cell' ? (idsOf(cell)[1] ?? null) : null;
  }

  /** Moves a feeling up or down by a part of its scale. */
  #feel(focus: NodeKey, by: number): true {
    const { editor } = this.desk;
    const id = idsOf(focus)[0] ?? '';
    void editor
      .inTurn(() => editor.shell.record({ table: 'feeling', id }))
      .then((fields) => {
        if (typeof fields?.value !== 'number' || typeof fields.stage !== 'string') return null;
        const value = Math.min(2, Math.max(-2, fields.value + by));
        const position = Number(fields.position);
        return editor.apply({ edit: 'move_feeling', id, stage: fields.stage, position, value });
      })
      .catch((thrown: unknown) => editor.notices.failed(thrown));
    return true;
  }
}
