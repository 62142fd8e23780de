// What an empty cell shows under the pointer or with the focus: a dashed place that says how a card gets there. A map
// without a card shows it by itself, in the first lane's first cell.
import type { NodeKey } from '../shell/types';
import { div, put } from '../scene/dom';
import { Painter } from '../scene/painter';
import { idsOf, kindOf } from '../state/scene';
import { capsOf, words } from '../words';
import { shapeIn } from './box';
import type { Desk } from './desk';

/** The invitation of a canvas; there is one at most. */
export class Invite {
  readonly #element = div('invite');
  #cell: NodeKey | null = null;

  constructor(private readonly desk: Desk) {
    this.#element.setAttribute('aria-hidden', 'true');
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
  }

  /** The map was painted: what is shown may be full now, or elsewhere. */
  painted(): void {
    const had = this.#cell;
    this.hide();
    const cell = this.#among([had, Painter.keyAt(document.activeElement)]);
    if (cell !== null) this.#show(cell);
  }

  /** The first of these that a card may go to; else where the first card of a map goes. */
  #among(keys: readonly (NodeKey | null)[]): NodeKey | null {
    const free = (key: NodeKey | null) => key !== null && !this.desk.writer.isOpen && this.#isFree(key);
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

  #show(cell: NodeKey): void {
    const { desk } = this;
    const shape = shapeIn(desk.painter, cell, null, desk.editor.camera.layout, 'var(--ink2)');
    const kind = desk.editor.laneKinds.get(idsOf(cell)[0] ?? '');
    if (!shape || !kind) return;
    this.#cell = cell;
    const { style } = shape;
    put(this.#element, shape.x, shape.y, shape.w, style.line_height + 2 * shape.top);
    this.#element.style.font = `400 ${style.size}px/${style.line_height}px var(--font)`;
    this.#element.style.padding = `${shape.top - 1}px ${shape.left - 1}px`;
    const [plus, what] = [div('plus'), div('what')];
    what.textContent = words.canvas.add(words.cardKinds[kind]);
    const key = document.createElement('kbd');
    key.textContent = capsOf('Enter');
    this.#element.replaceChildren(plus, what, key);
    this.desk.painter.over.append(this.#element);
  }
}
