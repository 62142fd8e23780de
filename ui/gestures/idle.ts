// Nothing under way: a press begins something, a double click opens a text box, the background lets go.
import { newId } from '../shell/ids';
import type { Id, NodeKey } from '../shell/types';
import { Painter } from '../scene/painter';
import { addFeeling, set } from '../state/edits';
import { idsOf, kindOf } from '../state/scene';
import { Brush } from './brush';
import type { Desk } from './desk';
import type { Hover } from './hover';
import { lift } from './lift';
import type { Moment } from './moment';
import { Pan } from './pan';
import { Pick, type Press } from './pick';
import { fittingWidth } from './resize';
import { valueAt } from './scale';

/** What can be selected. */
const things: ReadonlySet<string> = new Set(['card', 'stage', 'lane_label', 'gap', 'path', 'feeling']);
/** What has words that can be written over. */
const worded: ReadonlySet<string> = new Set(['card', 'stage', 'lane_label', 'gap', 'path']);

/** The first and the last of all moments. */
export class Idle implements Moment {
  /** What was selected when Space went down: the next press pans, and Space selects when it does not. */
  #space: readonly NodeKey[] | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly hover: Hover,
  ) {}

  down(event: PointerEvent): Moment | undefined {
    const { desk } = this;
    // Buttons that lie on the map are no part of it.
    if (event.target instanceof Element && event.target.closest('button, a, input, textarea, select'))
      return undefined;
    if (event.button === 1 || (event.button === 0 && this.#space)) {
      event.preventDefault();
      // The key was for panning, not for selecting.
      if (event.button === 0 && this.#space) desk.selection.all(this.#space);
      return new Pan(desk, event, this);
    }
    return event.button === 0 ? new Pick(desk, this.#press(event), event, this) : undefined;
  }

  key(event: KeyboardEvent): undefined {
    if (event.key !== ' ') return;
    this.#space ??= this.desk.selection.keys;
    this.desk.viewport.classList.add('may-pan');
    // Space would scroll by a page.
    event.preventDefault();
  }

  /** Space is no longer held. */
  letSpace(): void {
    this.#space = null;
    this.desk.viewport.classList.remove('may-pan');
  }

  /** Opens the text box of what was double-clicked, or of a new card. */
  doubleClick(event: MouseEvent): void {
    const { desk } = this;
    const { scene } = desk;
    if (desk.editor.readOnly || event.button !== 0 || !scene) return;
    const grip = this.hover.find(event);
    if (grip?.at === 'column') return this.#fit(grip.column);
    if (grip) return;
    const key = Painter.keyAt(event.target);
    const node = key === null ? undefined : scene.node(key);
    if (node && (worded.has(node.role) || kindOf(node.key) === 'title')) return desk.writer.write(node.key);
    if (node?.role !== 'cell') return;
    const cell = desk.cellUnder(event);
    if (cell === null) return;
    const [lane, stage] = idsOf(cell);
    if (desk.editor.laneKinds.get(lane!) === 'emotions') this.#feel(event, lane!, stage!);
    else desk.writer.newCard(cell, null);
  }

  /** What a press comes to: on an edge or a handle, on a thing, or on the empty sheet. */
  #press(event: PointerEvent): Press {
    const { desk } = this;
    const grip = this.hover.find(event);
    if (grip) return this.hover.press(grip, event, this);
    const key = Painter.keyAt(event.target);
    const node = key === null ? undefined : desk.scene?.node(key);
    if (node && kindOf(node.key) === 'legend')
      return { key: null, drag: () => null, click: () => this.#makePrimary(node.record?.id) };
    // The disc of a gap on a curve is the gap, where a lane shows it.
    const gap = node && kindOf(node.key) === 'gapdisc' && node.record ? desk.editor.keyOf(node.record) : null;
    if (gap !== null) return { key: gap, drag: (moved) => new Brush(desk, event, moved, this) };
    const leads = node && kindOf(node.key) === 'link' ? node.record?.id : undefined;
    if (leads !== undefined)
      return { key: null, drag: () => null, click: () => void desk.editor.showMap(leads) };
    if (node && things.has(node.role))
      return { key: node.key, drag: (moved) => lift(desk, node.key, event, moved, this) };
    return { key: null, drag: (moved) => new Brush(desk, event, moved, this) };
  }

  /** A new point of the primary person's curve, where the pointer is. */
  #feel(event: MouseEvent, lane: Id, stage: Id): void {
    const { desk } = this;
    const { scene } = desk;
    const [curve, cell] = [scene?.place(`curve/${lane}`), scene?.place(`cell/${lane}/${stage}`)];
    if (!curve || !cell) return;
    const { x, y } = desk.toScene(event);
    const position = Math.min(1, Math.max(0, Math.round(((x - cell.x) / cell.w) * 100) / 100));
    const value = Math.round(valueAt(curve, y) * 4) / 4;
    const id = newId();
    void desk.moved(addFeeling(id, lane, { stage, position, value }), `feeling/${id}`);
  }

  #makePrimary(cast: Id | undefined): void {
    const { editor } = this.desk;
    if (cast !== undefined && !editor.readOnly)
      void editor.apply(set({ table: 'cast', id: cast }, 'primary', true));
  }

  /** Makes a stage as wide as its words need. */
  #fit(column: number): void {
    const { desk } = this;
    const key = desk.painter.table.stages[column];
    if (key === undefined) return;
    const edit = set({ table: 'stage', id: idsOf(key)[0]! }, 'width', fittingWidth(desk, column));
    void desk.editor.apply(edit);
  }
}
