// Puts an open map into an element that scrolls: painter, gestures and text box, and keeps them in step with the editor.
import { Desk } from '../gestures/desk';
import { gestures } from '../gestures/gestures';
import { Clipboard } from '../gestures/keys/clipboard';
import { stops } from '../gestures/keys/steps';
import { fittingWidth } from '../gestures/resize';
import { CanvasSurface } from '../gestures/surface';
import { Writer } from '../gestures/write';
import type { Faces } from '../scene/fonts';
import { Painter } from '../scene/painter';
import type { Id, NodeKey } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { idsOf, kindOf } from '../state/scene';

/** The window's height below which the map's header shows title and people only, in px. */
const low = 800;
/** How long a window must rest before the map is laid out for its new width, in ms. */
const rest = 80;

/** The canvas of an open map, outside of Svelte: it paints and moves by itself. */
export class MountedCanvas {
  readonly painter: Painter;
  readonly desk: Desk;
  #turn: Promise<void> = Promise.resolve();
  /** What stays clear while the rest is dimmed. */
  #found: ReadonlySet<NodeKey> = new Set();
  #lane: Id | null = null;
  #stops: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is shown as selected. */
  #selected: ReadonlySet<NodeKey> = new Set();

  constructor(
    private readonly editor: Editor,
    private readonly viewport: HTMLElement,
    above: HTMLElement,
    faces: Faces,
    /** Told whether what shows is still to come: the first painting, or one for another width of the window. */
    private readonly busy: (is: boolean) => void,
  ) {
    const painter = (this.painter = new Painter(faces));
    const desk = (this.desk = new Desk(editor, painter, viewport, above));
    desk.writer = new Writer(desk, new CanvasSurface(desk));
    desk.painted = () => this.#turn;
    painter.dress = (key, element) => this.#dress(key, element);
    viewport.append(painter.world);
    const { camera } = editor;
    this.#stops.push(
      editor.watch({
        whole: (scene) =>
          this.#after(async () => {
            const back = this.#held();
            await painter.whole(scene);
            back();
            above.style.background = scene.background;
            camera.land();
            if (this.#timer === undefined) this.busy(false);
          }),
        patched: (scene, taken) =>
          this.#after(async () => {
            const back = this.#held();
            await painter.patched(scene, taken);
            back();
          }),
      }),
      gestures(desk),
    );
    camera.scrollTo = (to) => {
      painter.setZoom(camera.zoom, camera.scale);
      viewport.scrollLeft = to.x;
      viewport.scrollTop = to.y;
      desk.look();
    };
    const clipboard = new Clipboard(desk);
    editor.hands = {
      write: (key, chosen) => desk.writer.write(key, chosen),
      writeNew: (record, edit, name, beside) => desk.writer.writeNew(record, edit, name, beside),
      fittingWidth: (stage) => fittingWidth(desk, painter.table.stages.indexOf(`stage/${stage}`)),
      endWriting: () => desk.writer.close(),
      newCard: (cell, below) => desk.writer.newCard(cell, below),
      copy: (key) => clipboard.copy(key),
      cut: (key) => clipboard.cut(key),
      paste: (copied, key) => clipboard.paste(copied, key),
      hold: (done) => desk.held.until(done),
      reveal: (key) => desk.focus(key),
      show: (key) => {
        desk.reveal(key);
        desk.stop(key);
      },
      stop: () => {
        const { focus } = editor.selection;
        return (focus === null ? null : desk.stop(focus)) ?? viewport;
      },
    };
    const stop = new AbortController();
    this.#stops.push(() => stop.abort());
    viewport.addEventListener('scroll', () => desk.look(), { passive: true, signal: stop.signal });
    viewport.addEventListener('focusin', (event) => this.#focused(event), { signal: stop.signal });
    const sizes = new ResizeObserver(() => this.resized());
    sizes.observe(viewport);
    this.#stops.push(() => sizes.disconnect());
    // Rust then lays the map out while the page shows its bars, instead of after their first frame.
    if (viewport.clientWidth > 0) this.resized();
  }

  /** Takes the viewport's size over, and asks for a layout that fits it. */
  resized(): void {
    const { editor, viewport } = this;
    const { camera } = editor;
    const first = camera.view.w === 0;
    const width = camera.view.w;
    camera.view = { w: viewport.clientWidth, h: viewport.clientHeight };
    const lens = window.innerHeight < low ? 'compact' : 'full';
    const other = lens !== editor.lens || (width !== camera.view.w && camera.layout === 'fit');
    editor.lens = lens;
    this.desk.look();
    if (first) void editor.fetch();
    else if (other) this.#fitSoon();
  }

  /** Asks for a layout for the window's new width once that rests. */
  #fitSoon(): void {
    clearTimeout(this.#timer);
    this.busy(true);
    const timer = setTimeout(async () => {
      await this.editor.fetch();
      await this.#turn;
      if (this.#timer !== timer) return;
      this.#timer = undefined;
      this.busy(false);
    }, rest);
    this.#timer = timer;
  }

  /** Shows which things are selected. */
  select(keys: readonly NodeKey[]): void {
    const now = new Set(keys);
    const show = (key: NodeKey, is: boolean) => this.painter.element(key)?.classList.toggle('selected', is);
    for (const key of this.#selected) if (!now.has(key)) show(key, false);
    for (const key of now) if (!this.#selected.has(key)) show(key, true);
    this.#selected = now;
    this.desk.hover?.selected(keys);
  }

  /** Shows what was found and dims or hides the rest; null shows everything. Only what changed is touched. */
  filter(found: ReadonlySet<NodeKey> | null, hide: boolean): void {
    const { world } = this.painter;
    world.classList.toggle('filtering', found !== null);
    world.classList.toggle('hiding', found !== null && hide);
    const clear = new Set([...(found ?? []), ...this.#marksOf(found ?? [])]);
    for (const key of this.#found) if (!clear.has(key)) this.painter.element(key)?.classList.remove('hit');
    const before = this.#found;
    this.#found = clear;
    for (const key of this.#found) if (!before.has(key)) this.painter.element(key)?.classList.add('hit');
  }

  /** The marks of gaps among some things: the discs on the curves and the line of the boundary that they stand at. */
  #marksOf(keys: Iterable<NodeKey>): NodeKey[] {
    const { scene } = this.editor;
    const found: NodeKey[] = [];
    for (const key of keys) {
      const [, stage] = kindOf(key) === 'gap' ? idsOf(scene?.node(key)?.parent ?? '') : [];
      if (stage === undefined) continue;
      const discs = this.painter.table.rows.map(({ lane }) => `gapdisc/${lane}/${stage}`);
      found.push(...[`gapline/${stage}`, ...discs].filter((mark) => scene?.node(mark)));
    }
    return found;
  }

  /** Dims all lanes but one; none for null. */
  focusLane(lane: Id | null): void {
    const { world } = this.painter;
    world.classList.toggle('one-lane', lane !== null);
    this.#lane = lane;
    for (const row of this.painter.table.rows)
      this.painter.element(row.key)?.classList.toggle('clear', row.lane === lane);
  }

  /** Shows the map at the camera's zoom, with what can be read of it at the size at which the page is shown. */
  zoomed({ zoom, scale }: { zoom: number; scale: number }): void {
    if (this.painter.zoom === zoom && this.painter.scale === scale) return;
    this.painter.setZoom(zoom, scale);
    this.desk.look();
  }

  /** Takes the canvas down; what is being written is kept. */
  close(): void {
    clearTimeout(this.#timer);
    this.desk.writer.close();
    this.editor.hands = null;
    // Whoever comes back finds the map where it was.
    this.editor.camera.turn(this.editor.camera.place);
    for (const stop of this.#stops) stop();
    this.painter.world.remove();
  }

  /** What has been painted so far, for tests. */
  get settled(): Promise<void> {
    return this.#turn;
  }

  /** Paints in the order in which Scenes and patches came: faces may have to be waited for. */
  #after(paint: () => Promise<void>): void {
    this.#turn = this.#turn.then(async () => {
      await paint();
      this.desk.look();
      this.#stop();
      this.desk.writer.follow();
      this.desk.invite?.painted();
      if (this.editor.unnamed) this.desk.writer.write(`title/${this.editor.open.map}`, true);
      this.editor.unnamed = false;
    });
  }

  /**
   * Keeps the focus for a thing that is about to be drawn anew, or to go: then it is for what is next to it. The
   * returned function gives it back.
   */
  #held(): () => void {
    const had = Painter.keyAt(document.activeElement);
    const heirs = had === null ? [] : this.painter.heirs(had);
    return () => {
      // A text box comes back by itself.
      if (had === null || document.activeElement !== document.body || this.desk.writer.isOpen) return;
      // Keys that were pressed meanwhile may have walked on. Where all around it is gone, the table still has a head.
      const now = [this.editor.selection.focus ?? had, ...heirs, ...this.painter.table.stages];
      const at = now.findIndex((key) => this.editor.scene?.node(key));
      // A cell that is not empty is entered, as by an arrow.
      const key = at > 0 ? (stops(this.editor.scene!, now[at]!)[0] ?? now[at]) : now[at];
      if (key !== undefined) this.desk.stop(key)?.focus({ preventScroll: true });
      else this.desk.rest();
    };
  }

  #dress(key: NodeKey, element: HTMLElement): void {
    const { selection } = this.editor;
    element.classList.toggle('selected', selection.has(key));
    if (this.#found.has(key)) element.classList.add('hit');
    if (this.#lane !== null && key === `lane/${this.#lane}`) element.classList.add('clear');
    if (key === selection.focus) element.tabIndex = 0;
    this.desk.hover?.dress(key, element);
  }

  /** The one stop of the grid in the tab order: what had the focus, else the first stage. */
  #stop(): void {
    const { selection, scene } = this.editor;
    const had = selection.focus !== null && scene?.node(selection.focus) ? selection.focus : null;
    const key = had ?? this.painter.table.stages[0];
    if (key === undefined) selection.focus = null;
    else this.desk.stop(key);
  }

  #focused(event: FocusEvent): void {
    const key = Painter.keyAt(event.target);
    if (key === null || !(event.target instanceof HTMLElement) || event.target.dataset.key !== key) return;
    this.desk.stop(key);
  }
}
