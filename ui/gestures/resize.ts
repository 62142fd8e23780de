// Dragging the edge of a column sets its stage's width; the map follows while the hand moves.
import type { Id, NodeKey } from '../shell/types';
import { set } from '../state/edits';
import { idsOf } from '../state/scene';
import { allowed, widths } from '../state/sizes';
import type { TypingSession } from '../state/typing';
import { words } from '../words';
import type { Desk } from './desk';
import { Dragging } from './dragging';
import type { Moment } from './moment';
import { Tag } from './tag';

/** How near the edge comes to the pointer where both cannot be exact, in the Scene's px. */
const near = 1;

/**
 * A column's edge under way. At 100 % a px of the hand is a px of the stage. At fit width all stages share the window,
 * so a wider one makes the others narrower and moves its own left edge: there the width is felt for, answer by answer,
 * until the edge lies under the pointer.
 */
export class Resize extends Dragging {
  readonly #id: Id;
  readonly #session: TypingSession;
  readonly #tag: Tag;
  readonly #unwatch: () => void;
  readonly #pressed: PointerEvent;
  /** From the pointer to the edge, and where the pointer began, in the Scene's px. */
  #grip: number;
  #from: number;
  /** The stage's width as it was; null until Rust has said so. */
  #was: number | null = null;
  #is = 0;
  /** How much the width grows for a px that the edge is to move. */
  #gain = 1;
  /** Width and edge at the last answer. */
  #last: { width: number; edge: number } | null = null;
  /** Widths that were tried for where the pointer is. */
  #tried = new Set<number>();
  #over = false;
  /** Resolves once Rust has said how wide the stage is: a quick hand may be done before. */
  readonly #learned: Promise<void>;

  constructor(
    desk: Desk,
    private readonly held: NodeKey,
    pressed: PointerEvent,
    event: PointerEvent,
    after: Moment,
  ) {
    super(desk, event, after, 'none');
    this.#id = idsOf(held)[0]!;
    this.#session = desk.editor.live();
    this.#tag = new Tag(desk);
    this.#pressed = pressed;
    this.#from = desk.toScene(pressed).x;
    this.#grip = this.#edge - this.#from;
    desk.viewport.classList.add('resizing');
    this.#unwatch = desk.editor.watch({ whole: () => this.#answered(), patched: () => this.#answered() });
    this.#learned = this.#learn(this.#widens());
  }

  /**
   * At fit width a map that is wider than its window shows every stage at its narrowest, whatever is set. Who widens a
   * stage there means to see it: the map goes to its natural size, the edge under the pointer.
   */
  async #widens(): Promise<void> {
    const { desk } = this;
    const { camera } = desk.editor;
    if (camera.layout !== 'fit' || camera.scene.w <= camera.view.w + 1) return;
    camera.natural();
    // The canvas asks for the other layout once it has seen the camera's.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await desk.editor.inTurn(() => Promise.resolve());
    await desk.painted();
    const place = desk.scene?.place(this.held);
    if (!place) return;
    desk.viewport.scrollLeft += desk.toWindow({ x: place.x + place.w, y: 0 }).x - this.#pressed.clientX;
    desk.look();
    // What the hand moved meanwhile counts.
    this.#from = desk.toScene(this.#pressed).x;
    this.#grip = this.#edge - this.#from;
  }

  /** Asks how wide the stage is set. */
  async #learn(ready: Promise<void>): Promise<void> {
    const { editor } = this.desk;
    await ready;
    const fields = await editor
      .inTurn(() => editor.shell.record({ table: 'stage', id: this.#id }))
      .catch((thrown: unknown) => editor.notices.failed(thrown));
    if (!fields) return;
    this.#was = this.#is = Number(fields.width);
    const shown = this.desk.scene?.node(this.held)?.size.w ?? this.#was;
    this.#gain = this.#was / Math.max(1, shown);
    this.#last = { width: this.#is, edge: this.#edge };
    if (!this.#over) this.follow();
  }

  protected follow(): void {
    this.#tried.clear();
    this.#aim();
    if (this.#was !== null) this.#tag.show(words.canvas.width(this.#is), this.pointer);
  }

  protected clean(): void {
    this.#over = true;
    this.#unwatch();
    this.#tag.remove();
    this.desk.viewport.classList.remove('resizing');
  }

  protected land(): void {
    void this.#learned.then(() => {
      this.#aim();
      if (this.#was !== null && this.#is !== this.#was)
        this.desk.editor.notices.say(words.canvas.width(this.#is));
      return this.#session.end();
    });
  }

  protected override drop(): void {
    if (this.#was !== null) this.#session.newest(this.#edit(this.#was));
    void this.#session.end();
  }

  #edit(width: number) {
    return set({ table: 'stage', id: this.#id }, 'width', width);
  }

  #x(): number {
    return this.desk.toScene({ clientX: this.pointer.x, clientY: this.pointer.y }).x;
  }

  /** Where the edge lies now. */
  get #edge(): number {
    const place = this.desk.scene?.place(this.held);
    return place ? place.x + place.w : 0;
  }

  #aim(): void {
    if (this.#was === null) return;
    const x = this.#x();
    const last = this.desk.painter.table.stages.at(-1) === this.held;
    // The last edge of a fitted map is the window's: it stays, and the stage grows towards the left.
    const felt = this.desk.editor.camera.layout === 'fit' && !last;
    const error = x + this.#grip - this.#edge;
    const wish = felt ? this.#is + error * this.#gain : this.#was + (x - this.#from);
    if (felt && Math.abs(error) < near) return;
    const width = Math.round(allowed(wish, widths));
    if (width === this.#is || (felt && this.#tried.has(width))) return;
    this.#tried.add(width);
    this.#is = width;
    this.#session.newest(this.#edit(width));
  }

  /** The map was laid out anew: tells how far the edge moved for what was asked. */
  #answered(): void {
    if (this.#over || this.#last === null) return;
    const { width, edge } = this.#last;
    const now = { width: this.#is, edge: this.#edge };
    if (Math.abs(now.edge - edge) > 0.2 && now.width !== width)
      this.#gain = Math.min(8, Math.max(0.25, (now.width - width) / (now.edge - edge)));
    this.#last = now;
    this.#aim();
    this.#tag.show(words.canvas.width(this.#is), this.pointer);
  }
}

/** The width at which a stage's name stands on one line and its cards on two at most, in px at 100 %. */
export function fittingWidth(desk: Desk, column: number): number {
  const { scene } = desk;
  const { table } = desk.painter;
  if (!scene) return widths.least;
  const cells = table.rows.flatMap((row) => row.cells[column] ?? []);
  const cards = cells
    .flatMap((cell) => scene.node(cell)?.children ?? [])
    .filter((key) => key.startsWith('card/'));
  const needed = (key: NodeKey, lines: number): number => {
    const node = scene.node(key);
    const prim = node?.prims.find((one) => one.kind === 'text');
    if (!node || prim?.kind !== 'text') return 0;
    const around = node.size.w - prim.width;
    const parts = prim.lines.map((line) => line.width);
    const whole = parts.reduce((sum, part) => sum + part, 0) + space * (parts.length - 1);
    // Lines do not break just in the middle: a word more than half of it.
    const share = lines === 1 || parts.length === 1 ? whole : whole / lines + word;
    return Math.min(share, whole) + around + 2 * inset;
  };
  const stage = table.stages[column];
  const own = stage === undefined ? 0 : needed(stage, 1) - 2 * inset;
  const width = Math.max(own, ...cards.map((key) => needed(key, 2)));
  return allowed(Math.ceil(width), widths);
}

/** From a stage's edges to its cards, the width of a space, and half of a long word, in the Scene's px. */
const [inset, space, word] = [7, 4, 28];
