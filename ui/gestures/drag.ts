// Dragging cards: a copy follows the pointer, a line shows where they land, the map changes when they are dropped.
import { newId } from '../shell/ids';
import type { Edit, NodeKey } from '../shell/types';
import { copyCards, moveCards, together, unfold } from '../state/edits';
import { within } from './autoscroll';
import { Copy } from './copy';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import { landing, type Landing } from './landing';
import { DropLine } from './line';
import type { Moment } from './moment';
import { Unfolding } from './unfold';

/** Cards under way. Cancelled, it leaves no trace. */
export class Drag extends Dragging {
  /** In reading order. */
  readonly #keys: NodeKey[];
  readonly #moving: ReadonlySet<NodeKey>;
  readonly #copy: Copy;
  readonly #line: DropLine;
  readonly #unfolding: Unfolding;
  #landing: Landing | null = null;
  #ended = false;

  constructor(desk: Desk, key: NodeKey, pressed: PointerEvent, event: PointerEvent, after: Moment) {
    super(desk, event, after);
    this.#keys = inOrder(desk, new Set(desk.selection.keys), key);
    this.#moving = new Set(this.#keys);
    const at = { x: pressed.clientX, y: pressed.clientY };
    this.#copy = new Copy(desk, desk.painter.ensure(key)!, at, { count: this.#keys.length });
    this.#line = new DropLine(desk);
    this.#unfolding = new Unfolding(
      desk.editor,
      () => void desk.painted().then(() => this.#ended || this.follow()),
    );
    for (const other of this.#keys) desk.painter.element(other)?.classList.add('lifted');
    this.follow();
  }

  protected follow(): void {
    const { desk } = this;
    const copies = this.#copies;
    this.#copy.follow(this.pointer);
    this.#copy.duplicates(copies);
    for (const key of this.#keys) desk.painter.element(key)?.classList.toggle('lifted', !copies);
    const scene = desk.scene;
    if (!scene) return;
    const { x, y } = within(this.pointer, desk.clear);
    const at = desk.toScene({ clientX: x, clientY: y });
    const takes = (lane: string) => desk.editor.holdsCards(lane);
    const moving: ReadonlySet<NodeKey> = copies ? new Set() : this.#moving;
    this.#landing = landing(scene, desk.painter.table, at, moving, takes);
    this.#line.level(this.#landing?.line ?? null);
    this.#unfolding.over(this.#landing?.lane ?? null);
  }

  protected clean(): void {
    this.#ended = true;
    this.#copy.remove();
    this.#line.remove();
    for (const key of this.#keys) this.desk.painter.element(key)?.classList.remove('lifted');
  }

  protected land(): void {
    // Keys that are pressed at once wait for the cards to lie.
    void this.desk.held.until(this.#drop(this.#landing, this.#copies));
  }

  protected override drop(): void {
    void this.#unfolding.end();
  }

  /** Ctrl or Alt leaves the cards where they are: some window managers keep Alt and a drag for themselves. */
  get #copies(): boolean {
    return this.keys.ctrl || this.keys.alt;
  }

  /** Sends what was done, where it is anything, and shows what came of it. */
  async #drop(to: Landing | null, copies: boolean): Promise<void> {
    const { desk } = this;
    const opened = await this.#unfolding.end();
    if (!to || (!copies && staysPut(desk, this.#keys, to))) return;
    const ids = this.#keys.map((key) => key.slice('card/'.length));
    const landed = copies ? ids.map(() => newId()) : ids;
    const edits: Edit[] = [
      copies
        ? copyCards(ids, landed, to.lane, to.stage, to.place)
        : moveCards(ids, to.lane, to.stage, to.place),
    ];
    // A lane that opened under the cards stays open where they went in: one step of undo with the move.
    if (opened.has(to.lane)) edits.push(unfold(to.lane));
    const done = await desk.editor.apply(edits.length === 1 ? edits[0]! : together(edits));
    if (!done) return;
    const keys = landed.map((id) => `card/${id}`);
    desk.selection.all(keys);
    if (keys[0] !== undefined) desk.focus(keys[0]);
    desk.flash(keys);
  }
}

/** The chosen cards, and the one that is held, in reading order. */
function inOrder(desk: Desk, chosen: ReadonlySet<NodeKey>, held: NodeKey): NodeKey[] {
  const scene = desk.scene;
  if (!scene || chosen.size <= 1) return [held];
  return desk.painter.table.rows
    .flatMap((row) => row.cells)
    .flatMap((cell) => scene.node(cell)?.children ?? [])
    .filter((key) => key === held || (chosen.has(key) && key.startsWith('card/')));
}

/** Whether cards would land just where they lie. */
function staysPut(desk: Desk, keys: readonly NodeKey[], to: Landing): boolean {
  const children = desk.scene?.node(`cell/${to.lane}/${to.stage}`)?.children ?? [];
  const cards = children.filter((key) => key.startsWith('card/'));
  const others = cards.filter((key) => !keys.includes(key));
  const { place } = to;
  const at =
    typeof place === 'string'
      ? others.length
      : 'before' in place
        ? others.indexOf(`card/${place.before}`)
        : others.indexOf(`card/${place.after}`) + 1;
  const result = [...others.slice(0, at), ...keys, ...others.slice(at)];
  return result.length === cards.length && result.every((key, index) => key === cards[index]);
}
