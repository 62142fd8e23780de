// Stretching a card over several stages by the handle at its end.
import type { NodeKey } from '../shell/types';
import { div, put } from '../scene/dom';
import { spanCard } from '../state/edits';
import { idsOf } from '../state/scene';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import { DropLine } from './line';
import type { Moment } from './moment';

/** From a stage's edge to its cards, in the Scene's px. */
const inset = 7;

/** A card's end under way. */
export class Stretch extends Dragging {
  readonly #ghost = div('stretch-ghost');
  readonly #line: DropLine;
  readonly #first: number;
  readonly #last: number;
  /** The column that it would reach to. */
  #to: number;

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'x');
    [this.#first, this.#last] = spanOf(desk, held);
    this.#to = this.#last;
    this.#line = new DropLine(desk);
    desk.viewport.classList.add('stretching');
    desk.selection.only(held);
    desk.painter.over.append(this.#ghost);
    this.follow();
  }

  protected follow(): void {
    const { desk } = this;
    const { columns } = desk.painter.table;
    const { x } = desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    const at = desk.painter.table.columnAt(x);
    const middle = (columns[at]!.start + columns[at]!.end) / 2;
    // The nearest boundary: past the middle of a stage the card reaches over it.
    this.#to = Math.max(this.#first, x < middle ? at - 1 : at);
    const place = desk.scene?.place(this.held);
    const end = columns[this.#to]?.end;
    if (!place || end === undefined) return;
    put(this.#ghost, place.x, place.y, end - inset - place.x, place.h);
    this.#line.upright(end);
  }

  protected clean(): void {
    this.#ghost.remove();
    this.#line.remove();
    this.desk.viewport.classList.remove('stretching');
  }

  protected land(): void {
    if (this.#to === this.#last) return;
    const { table } = this.desk.painter;
    const [first, last] = [table.stageId(this.#first), table.stageId(this.#to)];
    void this.desk.moved(spanCard(idsOf(this.held)[0]!, first, last), this.held);
  }
}

/** The first and the last column of a card. */
function spanOf(desk: Desk, key: NodeKey): [number, number] {
  const { scene } = desk;
  const { table } = desk.painter;
  const stage = idsOf(scene?.node(key)?.parent ?? '')[1];
  const first = Math.max(0, table.stages.indexOf(`stage/${stage}`));
  const place = scene?.place(key);
  return [first, place ? Math.max(first, table.columnAt(place.x + place.w)) : first];
}
