// Dragging a stage by its header: an upright line through the whole map shows between which two it lands.
import type { NodeKey, Place } from '../shell/types';
import { moveStage } from '../state/edits';
import { idsOf } from '../state/scene';
import { Carried } from './carried';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';

/** A stage under way. */
export class DragStage extends Dragging {
  readonly #carried: Carried;
  /** Before which column it lands. */
  #before: number;

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'x');
    this.#before = desk.painter.table.stages.indexOf(held);
    const crop = (desk.trail?.y ?? 0) - (desk.scene?.place(held)?.y ?? 0);
    this.#carried = new Carried(desk, held, pressed, { crop: Math.max(0, crop), kind: 'of-stage' });
    this.follow();
  }

  protected follow(): void {
    this.#carried.follow(this.pointer);
    const { columns } = this.desk.painter.table;
    const { x } = this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    const at = this.desk.painter.table.columnAt(x);
    const column = columns[at];
    if (!column) return;
    this.#before = x < (column.start + column.end) / 2 ? at : at + 1;
    this.#carried.line.upright(columns[this.#before]?.start ?? columns.at(-1)?.end ?? null);
  }

  protected clean(): void {
    this.#carried.remove();
  }

  protected land(): void {
    const { stages } = this.desk.painter.table;
    const from = stages.indexOf(this.held);
    if (from < 0 || this.#before === from || this.#before === from + 1) return;
    const next = stages[this.#before];
    const last = stages.at(-1)!;
    const place: Place = next === undefined ? { after: idsOf(last)[0]! } : { before: idsOf(next)[0]! };
    void this.desk.moved(moveStage(idsOf(this.held)[0]!, place), this.held);
  }
}
