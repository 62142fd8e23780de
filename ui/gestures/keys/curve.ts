// Keys of a curve: a point goes up and down by its value and left and right in its stage; N adds one.
import { newId } from '../../shell/ids';
import type { Edit, Id, NodeKey } from '../../shell/types';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import { typeHere } from '../held';
import type { KeyGroup } from './keys';
import { arrows } from './walks';

/** By how much one press moves a point. */
const by = { value: 0.25, more: 0.5, position: 0.1 };
/** The ends of the scale. */
const most = 2;

/** Working on a curve. */
export class Curve implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const way = arrows[event.key];
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
    if (kindOf(focus) === 'feeling' && way && plain) {
      const up = way === 'up' ? 1 : way === 'down' ? -1 : 0;
      const right = way === 'right' ? 1 : way === 'left' ? -1 : 0;
      const value = up * (event.shiftKey ? by.more : by.value);
      void desk.held.until(this.#nudge(idsOf(focus)[0] ?? '', value, right * by.position));
      return true;
    }
    const cell = kindOf(focus) === 'feeling' ? (desk.scene?.node(focus)?.parent ?? '') : focus;
    const [lane, stage] = idsOf(cell);
    if (kindOf(cell) !== 'cell' || lane === undefined || stage === undefined) return false;
    if (desk.editor.laneKinds.get(lane) !== 'emotions') return false;
    const points = this.#points(cell);
    switch (shortcutOf(event, ['edit', 'newCard', 'letGo'])) {
      case 'newCard':
        // Into a cell without a point, letters are typed.
        if (event.key.length === 1 && (!desk.editor.singleLetters() || this.isEmpty(focus))) return false;
        void desk.held.until(this.#add(lane, stage, points.length));
        return true;
      case 'edit':
        // In the cell it leads to the first point; on a point it opens the label, which is not of this file.
        if (focus !== cell) return false;
        if (points[0] !== undefined) desk.focus(points[0]);
        else void desk.held.until(this.#add(lane, stage, 0));
        return true;
      case 'letGo':
        if (focus === cell || desk.selection.keys.length > 0) return false;
        desk.focus(cell);
        return true;
      default:
        return false;
    }
  }

  /** Whether a key is a cell of a curve without a point. */
  isEmpty(cell: NodeKey): boolean {
    const [lane] = idsOf(cell);
    if (kindOf(cell) !== 'cell' || lane === undefined) return false;
    return this.desk.editor.laneKinds.get(lane) === 'emotions' && this.#points(cell).length === 0;
  }

  /** Makes the first point of a cell, and begins its label with a character. */
  async begin(cell: NodeKey, character: string): Promise<void> {
    const [lane, stage] = idsOf(cell);
    if (lane === undefined || stage === undefined) return;
    const key = await this.#add(lane, stage, 0);
    if (key === null) return;
    this.desk.writer.write(key);
    if (this.desk.writer.isOpen) typeHere(character);
  }

  #points(cell: NodeKey): NodeKey[] {
    return this.desk.scene?.points(cell) ?? [];
  }

  async #nudge(id: Id, value: number, position: number): Promise<void> {
    const { editor } = this.desk;
    const fields = await editor.ask({ table: 'feeling', id });
    if (typeof fields?.value !== 'number' || typeof fields.stage !== 'string') return;
    const between = (low: number, high: number, wanted: number) => Math.min(high, Math.max(low, wanted));
    // Tenths add up to 0.30000000000000004.
    const rounded = (wanted: number) => Math.round(wanted * 100) / 100;
    await editor.apply({
      edit: 'move_feeling',
      id,
      stage: fields.stage,
      value: rounded(between(-most, most, fields.value + value)),
      position: rounded(between(0, 1, Number(fields.position) + position)),
    });
  }

  /** A point in the middle of a stage, or beside those that are there; its value goes on from there by the arrows. */
  async #add(lane: Id, stage: Id, taken: number): Promise<NodeKey | null> {
    const { desk } = this;
    const id = newId();
    const position = [0.5, 0.8, 0.2, 0.65, 0.35][taken] ?? 0.9;
    // Whose it is goes without saying: the primary person's.
    const fields = { id, lane, stage, position, value: 0 };
    const edit: Edit = { edit: 'add', table: 'feeling', fields, place: 'last' };
    if (!(await desk.editor.apply(edit))) return null;
    desk.focus(`feeling/${id}`);
    return `feeling/${id}`;
  }
}
