// The line of a path that is being drawn: from a node of the trail, or a card's upper edge, to where it will lead.
import { svg } from '../scene/dom';
import type { NodeKey, PathKind, Point } from '../shell/types';
import { cellOfCard } from '../state/order';
import { idsOf, kindOf } from '../state/scene';
import type { Desk } from './desk';
import type { Ground } from './ground';

/** How far above the trail the line goes, its corners, and how far from the nodes it ends: as layout draws loops. */
const [rise, corner, clear] = [24, 9, 10];

/** A line under way. */
export class Rubber {
  readonly #drawing = svg('svg', { class: 'rubber', 'aria-hidden': 'true' });
  readonly #path = svg('path');
  readonly #tip = svg('path');
  readonly #end = svg('circle', { r: 9 });
  #marked: HTMLElement | null = null;

  constructor(
    private readonly desk: Desk,
    readonly from: NodeKey,
  ) {
    this.#drawing.append(this.#path, this.#tip, this.#end);
    desk.above.append(this.#drawing);
  }

  /** Leads it to a stage or a card; to `loose`, a place in the window, where it has no end yet. */
  lead(key: NodeKey | null, loose: Point): void {
    const { desk } = this;
    this.#mark(key);
    const start = anchor(desk, this.from);
    if (!start) return;
    const aim = key === null ? null : anchor(desk, key);
    const above = desk.above.getBoundingClientRect();
    const at = (point: Point): Point => ({ x: point.x - above.left, y: point.y - above.top });
    const [from, to] = [at(start), at(aim ?? loose)];
    this.#path.setAttribute('d', route(from, to, aim !== null, desk.zoom));
    const arms = 5 * desk.zoom;
    const y = to.y - (aim ? clear * desk.zoom : 0);
    this.#tip.setAttribute('d', `M${to.x - arms} ${y - arms}L${to.x} ${y}L${to.x + arms} ${y - arms}`);
    this.#end.setAttribute('cx', String(to.x));
    this.#end.setAttribute('cy', String(to.y));
    this.#drawing.classList.toggle('aimed', aim !== null);
    this.#drawing.classList.toggle('ahead', key !== null && kindBetween(desk, this.from, key) !== 'revisit');
  }

  /** Takes it away without a trace. */
  remove(): void {
    this.#drawing.remove();
    this.#mark(null);
  }

  #mark(key: NodeKey | null): void {
    const element = key === null ? null : this.desk.painter.element(key);
    if (element === this.#marked) return;
    this.#marked?.classList.remove('aimed');
    element?.classList.add('aimed');
    this.#marked = element;
  }
}

/** The column that a stage or a card stands in; -1 for one that is gone. */
export function columnOf(desk: Ground, key: NodeKey): number {
  const { table } = desk;
  if (kindOf(key) === 'stage') return table.stages.indexOf(key);
  const cell = cellOfCard(desk.scene!.nodes, idsOf(key)[0]!);
  return cell ? table.stages.indexOf(`stage/${cell.stage}`) : -1;
}

/** Back is a revisit, past a stage a skip, to the next one a way round. */
export function kindBetween(desk: Ground, from: NodeKey, to: NodeKey): PathKind {
  const ahead = columnOf(desk, to) - columnOf(desk, from);
  return ahead < 0 ? 'revisit' : ahead > 1 ? 'skip' : 'detour';
}

/** Where a line begins or ends, in the window: a stage's node on the trail, the middle of a card's upper edge. */
function anchor(desk: Desk, key: NodeKey): Point | null {
  if (kindOf(key) === 'stage') return desk.ringInWindow(desk.painter.table.stages.indexOf(key));
  const place = desk.scene?.place(key);
  return place ? desk.toWindow({ x: place.x + place.w / 2, y: place.y }) : null;
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

/** Draws a line from a stage to what has the focus, until the returned function is called. */
export function lineToFocus(desk: Desk, from: NodeKey, still: () => boolean): () => void {
  const line = new Rubber(desk, from);
  const ends = new AbortController();
  const lead = () => {
    const to = desk.selection.focus;
    const loose = desk.ringInWindow(desk.table.stages.indexOf(from)) ?? { x: 0, y: 0 };
    line.lead(to === from ? null : to, loose);
  };
  lead();
  const { signal } = ends;
  desk.viewport.addEventListener('scroll', lead, { passive: true, signal });
  desk.viewport.addEventListener('focusin', () => still() && lead(), { signal });
  return () => {
    line.remove();
    ends.abort();
  };
}
