// What an empty cell shows under the pointer or with the focus: a dashed place that says how a card gets there. A map
// without a card shows it by itself, in the first lane's first cell. In a curve's lane it stands on the line on which a
// first point begins, as long as there is none: later the curve itself runs there.
import type { Id, NodeKey } from '../shell/types';
import { div, put } from '../scene/dom';
import { Painter } from '../scene/painter';
import { idsOf, kindOf } from '../state/scene';
import { capsOf, words } from '../words';
import { shapeIn } from './box';
import type { Desk } from './desk';
import { heightOf } from './scale';

/** How far what a hand can do stands below the dashed place, in the Scene's px. */
const beneath = 4;

/** The invitation of a canvas; there is one at most. */
export class Invite {
  readonly #element = div('invite');
  /** What stands below it in a curve's lane: what a hand can do. */
  readonly #also = div('invite-also');
  #cell: NodeKey | null = null;

  constructor(private readonly desk: Desk) {
    for (const element of [this.#element, this.#also]) element.setAttribute('aria-hidden', 'true');
  }

  /** Shows it where an event of the pointer or the focus calls for it. */
  follow(target: EventTarget | null): void {
    const cell = this.#among([Painter.keyAt(target), Painter.keyAt(document.activeElement)]);
    if (cell === this.#cell && this.#element.isConnected) return;
    this.hide();
    if (cell !== null) this.#show(cell);
  }

  hide(): void {
    this.#cell = null;
    this.#element.remove();
    this.#also.remove();
  }

  /** The map was painted: what is shown may be full now, or elsewhere. */
  painted(): void {
    const had = this.#cell;
    this.hide();
    const cell = this.#among([had, Painter.keyAt(document.activeElement)]);
    if (cell !== null) this.#show(cell);
  }

  /** The first of these that a card or the first point of a curve may go to; else where the first card of a map goes. */
  #among(keys: readonly (NodeKey | null)[]): NodeKey | null {
    const free = (key: NodeKey | null) =>
      key !== null && !this.desk.writer.isOpen && (this.#isFree(key) || this.#isBare(key));
    return keys.find(free) ?? this.#beginning();
  }

  /** Where the first card of a map goes, until there is one or it is being written. */
  #beginning(): NodeKey | null {
    const { editor, painter, writer } = this.desk;
    if (editor.counts.cards > 0 || writer.isOnCard) return null;
    return painter.table.rows.map((row) => row.cells[0]).find((cell) => cell && this.#isFree(cell)) ?? null;
  }

  #isFree(key: NodeKey): boolean {
    const { desk } = this;
    const [lane] = idsOf(key);
    return (
      kindOf(key) === 'cell' &&
      lane !== undefined &&
      !desk.editor.readOnly &&
      desk.editor.holdsCards(lane) &&
      desk.editor.camera.detail === 'full' &&
      desk.scene?.node(key)?.children.length === 0
    );
  }

  /** Whether a key is a cell of a lane for a curve that has no point yet. */
  #isBare(key: NodeKey): boolean {
    const { editor, scene, painter } = this.desk;
    const [lane] = idsOf(key);
    return (
      kindOf(key) === 'cell' &&
      this.#isOfCurve(lane) &&
      !editor.readOnly &&
      editor.camera.detail === 'full' &&
      // A folded lane has no height at which a point could lie.
      scene?.node(`curve/${lane}`) !== undefined &&
      painter.table.rows
        .find((row) => row.lane === lane)
        ?.cells.every((cell) => scene.points(cell).length === 0) === true
    );
  }

  #isOfCurve(lane: Id | undefined): boolean {
    return this.desk.editor.laneKinds.get(lane ?? '') === 'emotions';
  }

  #show(cell: NodeKey): void {
    const { desk } = this;
    const [lane] = idsOf(cell);
    const shape = shapeIn(desk.painter, cell, null, desk.editor.camera.layout, 'var(--ink2)');
    const kind = desk.editor.laneKinds.get(lane ?? '');
    if (!shape || !kind) return;
    this.#cell = cell;
    const { style } = shape;
    const height = style.line_height + 2 * shape.top;
    const curve = this.#isOfCurve(lane) ? desk.scene?.place(`curve/${lane}`) : undefined;
    this.#element.classList.toggle('of-curve', curve !== undefined);
    const top = curve ? heightOf(curve, 0) - height / 2 : shape.y;
    put(this.#element, shape.x, top, shape.w, height);
    this.#element.style.font = `400 ${style.size}px/${style.line_height}px var(--font)`;
    this.#element.style.padding = `${shape.top - 1}px ${shape.left - 1}px`;
    const [plus, what] = [div('plus'), div('what')];
    what.textContent = curve ? words.menu.addPoint : words.canvas.add(words.cardKinds[kind]);
    const key = document.createElement('kbd');
    key.textContent = capsOf('Enter');
    this.#element.replaceChildren(plus, what, key);
    desk.painter.over.append(this.#element);
    if (!curve) return;
    this.#also.textContent = words.canvas.pointByHand;
    put(this.#also, shape.x, top + height + beneath, shape.w, curve.y + curve.h - (top + height + beneath));
    desk.painter.over.append(this.#also);
  }
}
