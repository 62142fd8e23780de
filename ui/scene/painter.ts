// Paints a Scene into the DOM and follows its patches. Decides nothing: every place, line and colour is the Scene's.
import './scene.css';
import type { Node, NodeKey, Point, Rect } from '../shell/types';
import type { HeldScene } from '../state/scene';
import { kindOf, type Taken } from '../state/scene';
import { detailAt } from '../state/camera.svelte';
import { forgetShifts, measureBaselines } from './baseline';
import { Culling } from './cull';
import { div, lay, put, px } from './dom';
import type { Faces } from './fonts';
import { layerFrame, type Frame, type HeaderFrame, type RowFrame } from './frames';
import { keepReadable } from './detail';
import { discOf, isPositioned, paintPrims } from './prims';
import { reach } from './reach';
import { describe, describeFeeling, isHeader, isNamed } from './semantics';
import { Table, touchesTable, type Extent } from './table';
import { makeView, numberCells, type View } from './views';

/** A Scene on the screen. */
export class Painter {
  /** The element that is as large as the zoomed Scene. */
  readonly world = div('scene-world');
  readonly table = new Table();
  scene: HeldScene | null = null;
  zoom = 1;
  /** How much larger than its px the whole page is shown. */
  scale = 1;
  /** Called with each element that comes in: it may be selected, or have the focus. */
  dress: (key: NodeKey, element: HTMLElement) => void = () => {};
  #views = new Map<NodeKey, View>();
  /** Those of them that are laid out for themselves: bars and rows. */
  #framed = new Set<View>();
  #under = layerFrame('scene-under');
  #lines = layerFrame('scene-lines');
  /** Text boxes, drop lines: over the cards, below the labels. */
  #over = layerFrame('scene-over');
  #grid = div('scene-grid');
  #header: HeaderFrame | null = null;
  #lens: Frame | null = null;
  #culling = new Culling(this);

  constructor(readonly faces: Faces) {
    this.world.append(this.#under.inner, this.#lines.inner, this.#grid, this.#over.inner);
  }

  /** Room for text boxes and drop lines, in the Scene's px. */
  get over(): HTMLElement {
    return this.#over.inner;
  }

  /** Draws another Scene from the ground up, once its faces are there. */
  async whole(scene: HeldScene): Promise<void> {
    this.faces.replace(scene.fonts);
    await this.faces.need(scene.nodes.values());
    forgetShifts();
    // Patches that came while the faces were on their way are in the Scene already.
    this.scene = scene;
    this.#clear();
    this.world.lang = scene.language;
    this.world.style.setProperty('--scene-background', scene.background);
    this.table.read(scene);
    this.#grid.setAttribute('role', 'grid');
    this.#grid.setAttribute('aria-label', scene.title);
    measureBaselines(scene.nodes.values(), this.faces);
    const root = scene.node(scene.root);
    if (root) this.#add(root);
    numberCells(this.#grid, this.table, (key) => this.#views.get(key)?.element);
    this.setZoom(this.zoom);
  }

  /** Follows a patch. */
  async patched(scene: HeldScene, taken: Taken): Promise<void> {
    this.faces.add(taken.fonts);
    const loading = this.faces.need(taken.changed.flatMap((key) => scene.node(key) ?? []));
    if (loading) {
      await loading;
      forgetShifts();
    }
    if (this.scene !== scene) return this.whole(scene);
    for (const node of taken.removed) this.#drop(node.key);
    // Where only a card's text is another one, the table is the one that was read: typing costs what it touches.
    const other = touchesTable(scene, taken);
    if (other) this.table.read(scene);
    const changed = taken.changed.flatMap((key) => scene.node(key) ?? []);
    measureBaselines(changed, this.faces);
    for (const node of changed) this.#change(node);
    for (const key of taken.moved) {
      const view = this.#views.get(key);
      const node = scene.node(key);
      if (view && node) {
        view.node = node;
        this.#place(view);
      }
    }
    if (other) {
      // A sheet that moved takes its rows along, which are laid out for themselves.
      for (const view of this.#framed) this.#place(view);
      numberCells(this.#grid, this.table, (key) => this.#views.get(key)?.element);
    }
    this.setZoom(this.zoom);
  }

  /** Shows the Scene at another zoom, in a page that is shown so much larger. */
  setZoom(zoom: number, scale = this.scale): void {
    this.zoom = zoom;
    this.scale = scale;
    const scene = this.scene;
    if (!scene) return;
    const top = this.#header?.box.y ?? 0;
    this.world.style.width = px(scene.size.w * zoom);
    this.world.style.height = px(scene.size.h * zoom);
    const gridTop = zoom === 1 ? top : Math.round(top * zoom);
    put(this.#grid, 0, gridTop, scene.size.w * zoom, scene.size.h * zoom - gridTop);
    for (const frame of [this.#under, this.#lines, this.#over]) frame.place(zoom);
    for (const view of this.#framed) view.frame?.place(zoom);
    if (this.#header) {
      const first = this.table.rows[0];
      const label = first ? scene.place(first.label) : null;
      const left = label?.x ?? 0;
      this.#header.corner.style.marginLeft = px(left * zoom);
      this.#header.cornerInner.style.left = px((this.#header.box.x - left) * zoom);
      this.#header.corner.style.width = px((label?.w ?? 0) * zoom);
    }
    // For what keeps its size on the screen: lines and handles of gestures, and how broad a path is to the hand.
    for (const frame of [this.#over, this.#header]) frame?.inner.style.setProperty('--px', px(1 / zoom));
    const detail = detailAt(this.#seen);
    this.world.classList.toggle('detail-line', detail === 'line');
    this.world.classList.toggle('detail-bars', detail === 'bars');
    keepReadable(this.world, this.#seen);
    this.#culling.look();
  }

  /** Tells what shows, in the Scene's px: what lies far outside is not in the document. */
  look(shown: Rect): void {
    const label = this.table.rows[0] && this.scene?.place(this.table.rows[0].label);
    this.world.classList.toggle(
      'stuck-left',
      label !== undefined && label !== null && shown.x > label.x + 0.5,
    );
    this.world.classList.toggle('stuck-top', this.#header !== null && shown.y > this.#header.box.y + 0.5);
    this.#culling.moved(shown);
  }

  /** How much of the view the header and the labels cover, in the Scene's px. */
  get covered(): { left: number; top: number } {
    const first = this.table.rows[0];
    const label = first ? this.scene?.node(first.label) : undefined;
    return { left: label?.size.w ?? 0, top: this.#header?.box.h ?? 0 };
  }

  /** From where to where the lanes' labels reach before they stick, in the Scene's px. */
  get labels(): Extent {
    const first = this.table.rows[0];
    const place = first ? this.scene?.place(first.label) : null;
    return { start: place?.x ?? 0, end: (place?.x ?? 0) + (place?.w ?? 0) };
  }

  /** Where the stage header is in the window, wherever it sticks. */
  get headerBox(): DOMRect | null {
    return this.#header?.outer.getBoundingClientRect() ?? null;
  }

  /** A node's element where it is in the document. */
  element(key: NodeKey): HTMLElement | null {
    return this.#views.get(key)?.element ?? null;
  }

  /** Whether a node is in the document, with all that is told of it at this zoom. */
  isTold(key: NodeKey): boolean {
    const view = this.#views.get(key);
    return view !== undefined && (!view.brief || this.#isFar);
  }

  /** A node's element, painted now if it was not, or only in brief. */
  ensure(key: NodeKey): HTMLElement | null {
    const view = this.#views.get(key);
    if (view) {
      if (!this.isTold(key)) {
        this.#paint(view);
        this.#place(view);
      }
      return view.element;
    }
    const node = this.scene?.node(key);
    if (!node || (node.parent !== null && !this.ensure(node.parent))) return null;
    return this.#views.get(key)?.element ?? this.#add(node).element;
  }

  /**
   * Who the focus of a painted node goes to where it is gone: those of its kind after and before it, then what it lies
   * in, whose heirs follow, for all that was pasted goes at once: a card with its cell and the cells beside it.
   */
  heirs(key: NodeKey): NodeKey[] {
    const view = this.#views.get(key);
    if (!view) return [];
    // As it was painted: the Scene may know already that it is gone.
    const parent = view.node.parent === null ? undefined : this.#views.get(view.node.parent)?.node;
    const labels = this.table.rows.map((row) => row.label);
    const all = labels.includes(key) ? labels : (parent?.children ?? []);
    const like = all.filter((other) => kindOf(other) === kindOf(key));
    const at = like.indexOf(key);
    const near = [...like.slice(at + 1), ...like.slice(0, Math.max(0, at)).reverse()];
    return parent?.role === 'cell' ? [...near, parent.key, ...this.heirs(parent.key)] : near;
  }

  /** Takes a node out of the document; it stays in the Scene. */
  forget(key: NodeKey): void {
    this.#drop(key);
  }

  /** The key of the node that an event hit. */
  static keyAt(target: EventTarget | null): NodeKey | null {
    return target instanceof Element
      ? (target.closest<HTMLElement>('[data-key]')?.dataset.key ?? null)
      : null;
  }

  /** The element in which a text box over a node goes, and the node's place in it. */
  boxHost(key: NodeKey): { host: HTMLElement; at: Point } | null {
    const scene = this.scene;
    const node = scene?.node(key);
    if (!scene || !node) return null;
    for (let above: NodeKey | null = node.parent; above !== null; above = scene.node(above)?.parent ?? null) {
      const frame = this.#views.get(above)?.frame;
      if (!frame || !['header', 'lens'].includes(kindOf(above))) continue;
      const header = this.#header;
      return { host: frame === header ? header.boxes : frame.inner, at: scene.at(key, above) };
    }
    const lane = node.role === 'lane_label' && node.parent ? this.#views.get(node.parent) : undefined;
    if (lane?.frame) return { host: (lane.frame as RowFrame).labelInner, at: { x: 0, y: 0 } };
    return { host: this.over, at: scene.at(key) };
  }

  /** Whether cards show no more than their first line. */
  get #isFar(): boolean {
    return detailAt(this.#seen) !== 'full';
  }

  /** How large the Scene is seen: what is told of it goes by that. */
  get #seen(): number {
    return this.zoom * this.scale;
  }

  #clear(): void {
    this.#culling.forget();
    this.#views.clear();
    this.#framed.clear();
    for (const part of [this.#under.inner, this.#lines.inner, this.#grid]) part.replaceChildren();
    this.#lens?.outer.remove();
    this.#lens = null;
    this.#header = null;
  }

  /** Paints a node and, but for what is culled, all that lies in it. */
  #add(node: Node): View {
    const view = this.#make(node);
    this.#views.set(node.key, view);
    if (view.frame) this.#framed.add(view);
    this.#paint(view);
    this.#place(view);
    this.#insert(view);
    this.dress(node.key, view.element);
    if (node.role === 'cell') this.#culling.add(node.key);
    // A path may have brought in its stage already.
    else
      for (const child of this.scene?.children(node) ?? []) if (!this.#views.has(child.key)) this.#add(child);
    return view;
  }

  #make(node: Node): View {
    const view = makeView(node, this.scene!, {
      under: this.#under,
      top: this.#header?.box.y ?? 0,
      view: (key) => this.#views.get(key),
    });
    if (kindOf(node.key) === 'lens') this.#lens = view.frame;
    if (kindOf(node.key) === 'header') this.#header = view.frame as HeaderFrame;
    return view;
  }

  #paint(view: View): void {
    const { node } = view;
    for (const old of view.painted) old.remove();
    view.brief = node.role === 'card' && this.#isFar;
    view.painted = paintPrims(node, this.faces, view.brief);
    if (node.role === 'path') view.painted.push(reach(node));
    view.inner.prepend(...view.painted);
    if (isNamed(node) && !isHeader(node))
      for (const element of view.painted) element.setAttribute('aria-hidden', 'true');
    if (node.role === 'stage') {
      view.painted.find((part) => part.classList.contains('text'))?.classList.add('kept');
      // The rings of a stage go around its names, below the trail.
      const name = node.prims.find((prim) => prim.kind === 'text');
      view.element.style.setProperty('--names', px(name?.kind === 'text' ? name.origin.y : 0));
    }
    if (node.layer === 'curve')
      for (const part of view.painted) if (part.classList.contains('text')) part.classList.add('kept');
    if (node.role === 'lane' && view.frame) {
      // The layout may lay lines over the label that scroll away with the row.
      (view.frame as RowFrame).echo.replaceChildren(...paintPrims(node, this.faces));
    }
    describe(view.element, node, {});
    if (node.role === 'feeling') {
      const cell = node.parent ? this.scene?.node(node.parent) : undefined;
      describeFeeling(view.element, node, cell?.size.h ?? 0);
      const { x, y, r } = discOf(node);
      for (const [name, length] of Object.entries({ x, y, r }))
        view.element.style.setProperty(`--disc-${name}`, px(length));
    }
  }

  #place(view: View): void {
    const { node, element, frame } = view;
    const scene = this.scene!;
    if (frame) {
      frame.box = { ...scene.at(node.key), ...node.size };
      if (node.role === 'lane') {
        const row = frame as RowFrame;
        const label = scene.children(node).find((child) => child.role === 'lane_label');
        if (label) row.labelBox = { ...label.origin, ...label.size };
        row.gridTop = this.#header?.box.y ?? 0;
      }
      frame.place(this.zoom);
      return;
    }
    if (node.parent === null || node.role === 'lane_label') return;
    const at = this.#inContainer(node);
    const { w, h } = node.size;
    if (node.role !== 'card' && node.role !== 'cell') return put(element, at.x, at.y, w, h);
    lay(element, at.x, at.y, w, h);
    const holding =
      view.painted.some(isPositioned) || scene.children(node).some((child) => child.role !== 'card');
    element.classList.toggle('holding', holding);
    // Else the cells that a card over several stages reaches into would take its clicks.
    const room = scene.node(node.parent ?? '')?.size.w ?? Infinity;
    element.classList.toggle('reaching', node.role === 'card' && w > room);
  }

  /** A node's place in the element that it lies in. */
  #inContainer(node: Node): Point {
    const scene = this.scene!;
    if (node.layer === 'gap_line' || kindOf(node.key) === 'sheet') return scene.at(node.key);
    if (node.role === 'path') {
      const stage = this.table.stageAt(node.origin.x, scene);
      if (stage) return { x: node.origin.x - stage.origin.x, y: node.origin.y - stage.origin.y };
    }
    return node.origin;
  }

  /** The element that a node lies in. Reading order is that of a table, so a path is a part of its stage's header. */
  #container(node: Node): HTMLElement {
    const kind = kindOf(node.key);
    if (kind === 'lens') return this.world;
    if (kind === 'header' || node.role === 'lane') return this.#grid;
    // How many more loops there are shows beside the labels, wherever the stages are scrolled to.
    if (kind === 'more-paths' && this.#header) return this.#header.cornerInner;
    if (node.layer === 'gap_line') return this.#lines.inner;
    if (kind === 'sheet') return this.#under.inner;
    if (node.role === 'path') {
      const stage = this.table.stageAt(node.origin.x, this.scene!);
      const view = stage && this.ensure(stage.key);
      if (view) return view;
    }
    return (node.parent !== null && this.#views.get(node.parent)?.inner) || this.#under.inner;
  }

  /** Puts a node's element behind those of the siblings before it. */
  #insert(view: View): void {
    const { node, outer: element } = view;
    if (node.parent === null || node.role === 'lane_label') return;
    const container = this.#container(node);
    // An element that is where it belongs stays: moving it would take the focus from it, and from a text box in it.
    if (['lens', 'header'].includes(kindOf(node.key))) {
      if (container.firstElementChild !== element) container.prepend(element);
      return;
    }
    const before = this.#next(node, container);
    if (element.parentElement === container && element.nextElementSibling === before) return;
    container.insertBefore(element, before);
  }

  /** The element of the next sibling that is painted in the same container. */
  #next(node: Node, container: HTMLElement): Element | null {
    const order = node.role === 'lane' ? this.table.rows.map((row) => row.key) : this.#siblings(node);
    for (let at = order.indexOf(node.key) + 1; at > 0 && at < order.length; at += 1) {
      const element = this.#views.get(order[at]!)?.outer;
      if (element?.parentElement === container) return element;
    }
    return null;
  }

  #siblings(node: Node): NodeKey[] {
    return (node.parent !== null && this.scene?.node(node.parent)?.children) || [];
  }

  #change(node: Node): void {
    const view = this.#views.get(node.key);
    if (!view) {
      if (node.parent === null || !this.#views.has(node.parent)) return;
      // What lies in a cell comes when it shows.
      if (this.scene?.node(node.parent)?.role === 'cell') return;
      this.#add(node);
      return;
    }
    view.node = node;
    this.#paint(view);
    this.#place(view);
    this.#insert(view);
    for (const key of node.children) {
      const child = this.#views.get(key);
      if (child) this.#insert(child);
    }
  }

  #drop(key: NodeKey): void {
    const view = this.#views.get(key);
    if (!view) return;
    for (const child of view.node.children) this.#drop(child);
    view.outer.remove();
    this.#views.delete(key);
    this.#framed.delete(view);
    this.#culling.remove(key);
  }
}
