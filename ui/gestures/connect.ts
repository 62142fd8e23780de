// Drawing a path: from the node of a stage, or from a card's handle, to another one.
import { newId } from '../shell/ids';
import type { NodeKey, Point } from '../shell/types';
import { addPath } from '../state/edits';
import { kindOf, recordOf } from '../state/scene';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';
import { columnOf, kindBetween, Rubber } from './rubber';

/** How far below and above the header a stage is still meant, in real px. */
const reach = 24;

/** A line under way. */
export class Connect extends Dragging {
  readonly #line: Rubber;
  #to: NodeKey | null = null;

  constructor(
    desk: Desk,
    private readonly from: NodeKey,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after);
    this.#line = new Rubber(desk, from);
    desk.viewport.classList.add('connecting');
    this.follow();
  }

  protected follow(): void {
    this.#to = this.#target();
    this.#line.lead(this.#to, this.pointer);
  }

  protected clean(): void {
    this.#line.remove();
    this.desk.viewport.classList.remove('connecting');
  }

  protected land(): void {
    const to = this.#to;
    if (to === null) return;
    const { desk, from } = this;
    const [begin, end] = [recordOf(from), recordOf(to)];
    if (!begin || !end) return;
    const id = newId();
    const edit = addPath(id, desk.editor.open.map, kindBetween(desk, from, to), begin, end);
    void desk.moved(edit, `path/${id}`);
  }

  /** The stage or the card under the pointer that the line may lead to. */
  #target(): NodeKey | null {
    const { desk, pointer } = this;
    const header = desk.painter.headerBox;
    const { table } = desk.painter;
    const { x } = desk.toScene({ clientX: pointer.x, clientY: pointer.y });
    let found: NodeKey | null = null;
    if (header && pointer.y >= header.top - reach && pointer.y <= header.bottom + reach)
      found = table.stages[table.columnAt(x)] ?? null;
    else if (kindOf(this.from) === 'card') found = cardUnder(desk, pointer);
    return found === null || columnOf(desk, found) === columnOf(desk, this.from) ? null : found;
  }
}

/** The card at a place of the window. */
function cardUnder(desk: Desk, pointer: Point): NodeKey | null {
  const { scene } = desk;
  const at = { clientX: pointer.x, clientY: pointer.y };
  const cell = desk.cellUnder(at);
  if (!scene || cell === null) return null;
  const { x, y } = desk.toScene(at);
  const lies = (key: NodeKey): boolean => {
    const box = scene.place(key);
    return box !== null && x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;
  };
  return scene.node(cell)?.children.find((key) => kindOf(key) === 'card' && lies(key)) ?? null;
}
