// What the pointer would take hold of: shows handles and edges while nothing is under way, and hands them to a press.
import type { NodeKey } from '../shell/types';
import { div, px } from '../scene/dom';
import { Painter } from '../scene/painter';
import { kindOf } from '../state/scene';
import { words } from '../words';
import { Connect } from './connect';
import type { Desk } from './desk';
import { Heighten } from './heighten';
import { DropLine } from './line';
import type { Moment } from './moment';
import type { Press } from './pick';
import { Resize } from './resize';
import { Stretch } from './stretch';
import { Tag } from './tag';

/** How far from an edge it can be taken, in real px: 8 px in all. */
const edge = 4;
/** How far from the middle of a stage's node it can be taken, in real px. */
const ring = 9;
/** How long the pointer rests on a card before it says that it can be taken, in ms. */
const pause = 150;

/** How long it rests on a node before that is explained, in ms, and how far above the node, in real px. */
const [patience, raised] = [500, 28];

/** Something that can be taken hold of beside the things themselves. */
export type Grip =
  | { at: 'column'; column: number }
  | { at: 'lane'; row: number }
  | { at: 'end'; card: NodeKey }
  | { at: 'node'; stage: NodeKey };

/** Things that lie over the edges of columns and lanes. */
const above: ReadonlySet<string> = new Set([
  'card',
  'gap',
  'gapdisc',
  'feeling',
  'path',
  'legend',
  'more-paths',
  'link',
]);

/** What is shown for the pointer. */
export class Hover {
  readonly #end = handle('end');
  readonly #chosen = handle('end');
  readonly #loop = handle('loop');
  readonly #line: DropLine;
  readonly #hint: Tag;
  #hinting: ReturnType<typeof setTimeout> | undefined;
  #key: NodeKey | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: Desk) {
    this.#line = new DropLine(desk, 'edge-line');
    this.#hint = new Tag(desk);
  }

  /** What an event of the pointer would take hold of; null where that is the thing itself, or nothing. */
  find(event: MouseEvent): Grip | null {
    const { desk } = this;
    if (desk.editor.readOnly || !(event.target instanceof Element)) return null;
    const key = Painter.keyAt(event.target);
    const kind = key === null ? '' : kindOf(key);
    const own = event.target.closest('.handle');
    if (own && key !== null && kind === 'card') return { at: 'end', card: key };
    if (key !== null && kind === 'stage') {
      const { stages } = desk.painter.table;
      if (own || near(event, desk.ringInWindow(stages.indexOf(key)), ring)) return { at: 'node', stage: key };
    }
    if (above.has(kind)) return null;
    return this.#edge(event, kind);
  }

  /** What a press there comes to. */
  press(grip: Grip, pressed: PointerEvent, after: Moment): Press {
    const { desk } = this;
    const click = () => {};
    switch (grip.at) {
      case 'column': {
        const stage = desk.painter.table.stages[grip.column]!;
        return { key: null, drag: (event) => new Resize(desk, stage, pressed, event, after), click };
      }
      case 'lane': {
        const { lane } = desk.painter.table.rows[grip.row]!;
        return { key: null, drag: (event) => new Heighten(desk, lane, pressed, event, after), click };
      }
      case 'end':
        return {
          key: grip.card,
          // With Ctrl a line is drawn from the card, as from a stage.
          drag: (event) =>
            event.ctrlKey || event.metaKey
              ? new Connect(desk, grip.card, event, after)
              : new Stretch(desk, grip.card, event, after),
        };
      case 'node':
        return { key: grip.stage, drag: (event) => new Connect(desk, grip.stage, event, after) };
    }
  }

  /** The pointer moved while nothing is under way. */
  follow(event: PointerEvent): void {
    if (event.pointerType === 'touch') return;
    const grip = this.find(event);
    const { classList } = this.desk.viewport;
    classList.toggle('at-column', grip?.at === 'column');
    classList.toggle('at-lane', grip?.at === 'lane');
    classList.toggle('at-node', grip?.at === 'node');
    this.#line.upright(grip?.at === 'column' ? this.desk.painter.table.columns[grip.column]!.end : null);
    if (grip?.at === 'lane') this.#line.across(this.desk.painter.table.bands[grip.row]!.end);
    this.#explain(grip?.at === 'node' ? grip.stage : null);
    this.#over(Painter.keyAt(event.target));
  }

  /** Something is under way, or the pointer left. */
  hide(): void {
    this.desk.viewport.classList.remove('at-column', 'at-lane', 'at-node');
    this.#line.upright(null);
    this.#explain(null);
    this.#over(null);
  }

  /** What is selected changed: a single card shows its end. */
  selected(keys: readonly NodeKey[]): void {
    const [only] = keys;
    if (keys.length === 1 && only !== undefined) this.#put(this.#chosen, only);
    else this.#chosen.remove();
  }

  /** The element of a thing came in anew. */
  dress(key: NodeKey, element: HTMLElement): void {
    const { keys } = this.desk.selection;
    if (keys.length === 1 && keys[0] === key && this.#stretches(key)) element.append(this.#chosen);
  }

  /** Says after a while what the node of a stage is for, above it. */
  #explain(stage: NodeKey | null): void {
    if (stage === null) {
      clearTimeout(this.#hinting);
      this.#hinting = undefined;
      this.#hint.remove();
    } else
      this.#hinting ??= setTimeout(() => {
        const at = this.desk.ringInWindow(this.desk.painter.table.stages.indexOf(stage));
        if (at) this.#hint.show(words.canvas.drawPath, { x: at.x, y: at.y - raised });
      }, patience);
  }

  #over(key: NodeKey | null): void {
    if (key === this.#key) return;
    const { painter } = this.desk;
    clearTimeout(this.#timer);
    if (this.#key !== null) painter.element(this.#key)?.classList.remove('hovered');
    this.#key = key;
    this.#end.remove();
    this.#loop.remove();
    if (key === null || this.desk.editor.readOnly) return;
    if (kindOf(key) === 'stage') this.#offerLoop(key);
    if (kindOf(key) !== 'card') return;
    this.#timer = setTimeout(() => {
      painter.element(key)?.classList.add('hovered');
      if (!this.#chosen.isConnected || !this.desk.selection.has(key)) this.#put(this.#end, key);
    }, pause);
  }

  #put(handle: HTMLElement, key: NodeKey): void {
    if (this.#stretches(key)) this.desk.painter.element(key)?.append(handle);
    else handle.remove();
  }

  /** Whether a thing can lie over several stages: a card that is not folded away, where there is more than one stage. */
  #stretches(key: NodeKey): boolean {
    const { painter, scene, editor } = this.desk;
    const height = scene?.node(key)?.size.h ?? 0;
    return kindOf(key) === 'card' && !editor.readOnly && height > 8 && painter.table.stages.length > 1;
  }

  /** The handle beside a stage's node that a path is drawn from. */
  #offerLoop(key: NodeKey): void {
    const { desk } = this;
    const { stages } = desk.painter.table;
    const at = desk.ring(stages.indexOf(key));
    const place = desk.scene?.place(key);
    if (!at || !place || stages.length < 2) return;
    this.#loop.style.left = px(at.x - place.x);
    this.#loop.style.top = px(at.y - place.y);
    desk.painter.element(key)?.append(this.#loop);
  }

  /** The edge of a column or of a curve's lane near the pointer. */
  #edge(event: MouseEvent, kind: string): Grip | null {
    const { desk } = this;
    const { table } = desk.painter;
    const { map, zoom } = desk;
    const { clientX, clientY } = event;
    if (
      clientX < map.x ||
      clientX > map.x + map.w + edge ||
      clientY < map.y ||
      clientY > map.y + map.h + edge
    )
      return null;
    const { x, y } = desk.toScene(event);
    const reach = edge / zoom;
    if (kind !== 'stage' && kind !== 'header') {
      const row = table.bandAt(y - reach);
      const lower = table.bands[row]?.end;
      const lane = table.rows[row]?.lane ?? '';
      if (
        lower !== undefined &&
        Math.abs(lower - y) <= reach &&
        desk.editor.laneKinds.get(lane) === 'emotions'
      )
        return { at: 'lane', row };
    }
    if (kind === 'label' || kind === 'lane') return null;
    const column = table.columnAt(x - reach);
    const right = table.columns[column]?.end;
    return right !== undefined && Math.abs(right - x) <= reach ? { at: 'column', column } : null;
  }
}

function near(event: MouseEvent, at: { x: number; y: number } | null, reach: number): boolean {
  return at !== null && Math.hypot(event.clientX - at.x, event.clientY - at.y) <= reach;
}

function handle(kind: 'end' | 'loop'): HTMLElement {
  const element = div(`handle ${kind}`);
  element.setAttribute('aria-hidden', 'true');
  return element;
}
