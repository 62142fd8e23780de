// Dragging a lane by its label: a line from side to side shows between which two it lands, also on the other sheet.
import type { Id, NodeKey, Place, Zone } from '../shell/types';
import { moveLane } from '../state/edits';
import { lanesIn, zoneOf } from '../state/order';
import { idsOf } from '../state/scene';
import { Carried } from './carried';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';

/** Where a lane lands. */
interface Landing {
  zone: Zone;
  place: Place;
  /** Where the line goes, in the Scene's px. */
  y: number;
}

/** A lane under way. */
export class DragLane extends Dragging {
  readonly #carried: Carried;
  readonly #lane: Id;
  #landing: Landing | null = null;

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'y');
    this.#lane = idsOf(held)[0]!;
    this.#carried = new Carried(desk, held, pressed, { kind: 'of-lane' });
    this.follow();
  }

  protected follow(): void {
    this.#carried.follow(this.pointer);
    const { y } = this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y });
    this.#landing = landingOf(this.desk, y);
    this.#carried.line.across(this.#landing?.y ?? null);
  }

  protected clean(): void {
    this.#carried.remove();
  }

  protected land(): void {
    const { desk } = this;
    const to = this.#landing;
    const nodes = desk.scene?.nodes;
    if (!to || !nodes) return;
    const zone = zoneOf(nodes, this.#lane);
    const order = lanesIn(nodes, zone);
    const { place } = to;
    if (typeof place === 'object' && to.zone === zone) {
      const at = order.indexOf(this.#lane);
      const beside = 'before' in place ? order.indexOf(place.before) : order.indexOf(place.after) + 1;
      if (beside === at || beside === at + 1) return;
    }
    void desk.moved(moveLane(this.#lane, to.zone, place), this.held);
  }
}

/** Between which lanes a height lies. Between the two sheets the nearer one counts. */
function landingOf(desk: Desk, y: number): Landing | null {
  const { rows, bands } = desk.painter.table;
  const nodes = desk.scene?.nodes;
  if (!nodes || rows.length === 0) return null;
  const insight = new Set(lanesIn(nodes, 'insight'));
  const zone = (at: number): Zone => (insight.has(rows[at]!.lane) ? 'insight' : 'experience');
  const last = rows.length - 1;
  let at = bands.findIndex(({ start, end }) => y < (start + end) / 2);
  if (at < 0) at = rows.length;
  // Below the map there may be a sheet that has no lane yet, and above it as well.
  const far = 24;
  if (at > last) {
    const { end } = bands[last]!;
    if (zone(last) === 'experience' && y > end + far)
      return { zone: 'insight', place: 'last', y: end + far / 2 };
    return { zone: zone(last), place: { after: rows[last]!.lane }, y: end };
  }
  if (at === 0 && zone(0) === 'insight' && y < bands[0]!.start - far)
    return { zone: 'experience', place: 'last', y: bands[0]!.start - far / 2 };
  const above = at - 1;
  const parted = above >= 0 && zone(above) !== zone(at);
  if (parted && y < (bands[above]!.end + bands[at]!.start) / 2)
    return { zone: zone(above), place: { after: rows[above]!.lane }, y: bands[above]!.end };
  return { zone: zone(at), place: { before: rows[at]!.lane }, y: bands[at]!.start };
}
