// Dragging a gap's capsule to another boundary.
import type { Id, NodeKey, Place } from '../shell/types';
import { moveGap } from '../state/edits';
import { idsOf } from '../state/scene';
import { Carried } from './carried';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';

/** A gap under way. */
export class DragGap extends Dragging {
  readonly #carried: Carried;
  /** After which column it lands. */
  #after: number;

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'x');
    this.#after = -1;
    this.#carried = new Carried(desk, held, pressed, { kind: 'of-gap' });
    this.follow();
  }

  protected follow(): void {
    this.#carried.follow(this.pointer);
    const { table } = this.desk.painter;
    const { x } = this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    const at = table.columnAt(x);
    const column = table.columns[at];
    if (!column) return;
    const nearest = x < (column.start + column.end) / 2 ? at - 1 : at;
    // There is no boundary before the first stage and none after the last.
    this.#after = Math.min(table.columns.length - 2, Math.max(0, nearest));
    this.#carried.line.upright(table.columns[this.#after]?.end ?? null);
  }

  protected clean(): void {
    this.#carried.remove();
  }

  protected land(): void {
    const { desk } = this;
    const stage = desk.painter.table.stageId(this.#after);
    const [id] = idsOf(this.held);
    if (stage === '' || id === undefined) return;
    const { place, changes } = this.#place(id, stage);
    if (changes) void desk.moved(moveGap(id, stage, place), this.held);
  }

  /** Where among the gaps of a boundary: by the pointer's height. */
  #place(id: Id, stage: Id): { place: Place; changes: boolean } {
    const { desk } = this;
    const scene = desk.scene!;
    const lane = idsOf(scene.node(this.held)?.parent ?? '')[0];
    const gaps = (scene.node(`cell/${lane}/${stage}`)?.children ?? []).filter((key) =>
      key.startsWith('gap/'),
    );
    const others = gaps.filter((key) => key !== this.held);
    const { y } = desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    const next = others.find((key) => {
      const box = scene.place(key);
      return box !== null && y < box.y + box.h / 2;
    });
    const at = next === undefined ? others.length : others.indexOf(next);
    const changes = gaps.indexOf(`gap/${id}`) !== at;
    return { place: next === undefined ? 'last' : { before: idsOf(next)[0]! }, changes };
  }
}
