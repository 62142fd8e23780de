// Drawing a path: from the node of a stage, or from a card's handle, to another one.
import { newId } from '../shell/ids';
import type { NodeKey, PathKind, Point } from '../shell/types';
import { svg } from '../scene/dom';
import { addPath } from '../state/edits';
import { cellOfCard } from '../state/order';
import { idsOf, kindOf, recordOf } from '../state/scene';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';

/** How far above the trail the line goes, its corners, and how far from the nodes it ends: as layout draws loops. */
const [rise, corner, clear] = [24, 9, 10];
/** How far below and above the header a stage is still meant, in real px. */
const reach = 24;

/** A line under way. */
export class Connect extends Dragging {
  readonly #drawing = svg('svg', { class: 'rubber', 'aria-hidden': 'true' });
  readonly #path = svg('path');
  readonly #tip = svg('path');
  readonly #end = svg('circle', { r: 9 });
  #to: NodeKey | null = null;
  #marked: HTMLElement | null = null;

  constructor(
    desk: Desk,
    private readonly from: NodeKey,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after);
    this.#drawing.append(this.#path, this.#tip, this.#end);
    desk.above.append(this.#drawing);
    desk.viewport.classList.add('connecting');
    this.follow();
  }

  protected follow(): void {
    const { desk } = this;
    this.#to = this.#target();
    this.#mark();
    const start = this.#anchor(this.from);
    if (!start) return;
    const aim = this.#to === null ? null : this.#anchor(this.#to);
    const end = aim ?? this.pointer;
    const above = desk.above.getBoundingClientRect();
    const at = (point: Point): Point => ({ x: point.x - above.left, y: point.y - above.top });
    const [from, to] = [at(start), at(end)];
    this.#path.setAttribute('d', route(from, to, aim !== null, desk.zoom));
    const arms = 5 * desk.zoom;
    const y = to.y - (aim ? clear * desk.zoom : 0);
    this.#tip.setAttribute('d', `M${to.x - arms} ${y - arms}L${to.x} ${y}L${to.x + arms} ${y - arms}`);
    this.#end.setAttribute('cx', String(to.x));
    this.#end.setAttribute('cy', String(to.y));
    this.#drawing.classList.toggle('aimed', aim !== null);
    this.#drawing.classList.toggle(
      'ahead',
      this.#to !== null && kind(desk, this.from, this.#to) !== 'revisit',
    );
  }

  protected clean(): void {
    this.#drawing.remove();
    this.#to = null;
    this.#mark();
    this.desk.viewport.classList.remove('connecting');
  }

  protected land(): void {
    const to = this.#to;
    if (to === null) return;
    const { desk, from } = this;
    const [begin, end] = [recordOf(from), recordOf(to)];
    if (!begin || !end) return;
    const id = newId();
    const edit = addPath(id, desk.editor.open.map, kind(desk, from, to), begin, end);
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
    return found === null || column(desk, found) === column(desk, this.from) ? null : found;
  }

  /** Where a line begins or ends, in the window: a stage's node on the trail, the middle of a card's upper edge. */
  #anchor(key: NodeKey): Point | null {
    const { desk } = this;
    if (kindOf(key) === 'stage') return desk.ringInWindow(desk.painter.table.stages.indexOf(key));
    const place = desk.scene?.place(key);
    return place ? desk.toWindow({ x: place.x + place.w / 2, y: place.y }) : null;
  }

  #mark(): void {
    const element = this.#to === null ? null : this.desk.painter.element(this.#to);
    if (element === this.#marked) return;
    this.#marked?.classList.remove('aimed');
    element?.classList.add('aimed');
    this.#marked = element;
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

function column(desk: Desk, key: NodeKey): number {
  const { table } = desk.painter;
  if (kindOf(key) === 'stage') return table.stages.indexOf(key);
  const cell = cellOfCard(desk.scene!.nodes, idsOf(key)[0]!);
  return cell ? table.stages.indexOf(`stage/${cell.stage}`) : -1;
}

/** Back is a revisit, past a stage a skip, to the next one a way round. */
function kind(desk: Desk, from: NodeKey, to: NodeKey): PathKind {
  const ahead = column(desk, to) - column(desk, from);
  return ahead < 0 ? 'revisit' : ahead > 1 ? 'skip' : 'detour';
}

/** Up, over and down again, as loops go; to a place between nodes the line just bends there. */
function route(from: Point, to: Point, aimed: boolean, zoom: number): string {
  const top = Math.min(from.y, to.y) - rise * zoom;
  const low = from.y - clear * zoom;
  const end = aimed ? to.y - clear * zoom : to.y;
  const way = to.x < from.x ? -1 : 1;
  const round = Math.min(corner * zoom, Math.abs(to.x - from.x) / 2);
  return (
    `M${from.x} ${low}L${from.x} ${top + round}Q${from.x} ${top} ${from.x + way * round} ${top}` +
    `L${to.x - way * round} ${top}Q${to.x} ${top} ${to.x} ${top + round}L${to.x} ${end}`
  );
}
