// The outline as keys and writing see it: where the focus goes, and what is scrolled into view.
import { Ground } from '../gestures/ground';
import { Table } from '../scene/table';
import type { Id, NodeKey } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { idsOf, kindOf } from '../state/scene';
import type { Reading } from '../state/reading.svelte';

/** How long something that was moved shows it, in ms. */
const flash = 180;
/** Room around what is scrolled into view, in px. */
const margin = 40;
/** How far beyond the view lines are there already, in views. */
const beyond = 1;
/** Up to so many cards a map is there as a whole, for whoever reads it without looking at it. */
const whole = 400;

/** The outline of an open map. */
export class OutlineDesk extends Ground {
  readonly #table = new Table();
  #read = -1;
  /** What shows its change for a moment. */
  flashing = $state.raw<readonly NodeKey[]>([]);
  /** The stage that is being read: that of the focus, or what the upper part of the view shows. */
  at = $state<Id | null>(null);

  constructor(
    editor: Editor,
    readonly reading: Reading,
    /** The element that scrolls. */
    readonly viewport: HTMLElement,
  ) {
    super(editor);
  }

  get table(): Table {
    if (this.scene && this.#read !== this.editor.revision) this.#table.read(this.scene);
    this.#read = this.editor.revision;
    return this.#table;
  }

  /** The element that shows a thing; null where it does not show. */
  element(key: NodeKey): HTMLElement | null {
    return this.viewport.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  /** All that the focus can stop at, from top to bottom. */
  get stops(): HTMLElement[] {
    return [...this.viewport.querySelectorAll<HTMLElement>('[data-key]')].filter((stop) => !stop.hidden);
  }

  override stageOf(key: NodeKey): Id | null {
    const [id] = idsOf(key);
    const { frame } = this.reading;
    const own = (stage: { gaps: { id: Id }[]; paths: { id: Id }[] }) =>
      [...stage.gaps, ...stage.paths].some((one) => one.id === id);
    if (kindOf(key) === 'gap' || kindOf(key) === 'path') return frame?.stages.find(own)?.id ?? null;
    return super.stageOf(key);
  }

  focus(key: NodeKey): void {
    this.selection.focus = key;
    const there = this.#find(key);
    if (there) return this.#arrive(there);
    this.rest();
    // It is on its way, or its stage is far away: keys wait for it.
    void this.held.until(
      this.reading.settled().then(() => {
        const came = this.#find(key);
        if (came) this.#arrive(came);
      }),
    );
  }

  rest(): void {
    this.viewport.focus({ preventScroll: true });
  }

  reveal(key: NodeKey): void {
    const there = this.#find(key);
    if (there) this.show(there);
  }

  flash(keys: readonly NodeKey[]): void {
    this.flashing = keys;
    setTimeout(() => (this.flashing = []), flash);
  }

  /** Finds out which stages are near. */
  look(): void {
    const { top, bottom } = this.viewport.getBoundingClientRect();
    const cards = this.reading.frame?.stages.reduce((sum, stage) => sum + stage.cards, 0) ?? 0;
    const room = cards <= whole ? Infinity : beyond * Math.max(bottom - top, 400);
    const near = new Set<Id>();
    const { focus } = this.selection;
    const own = focus === null ? null : this.stageOf(focus);
    let at: Id | null = null;
    let inView = false;
    for (const section of this.viewport.querySelectorAll<HTMLElement>('section[data-stage]')) {
      const id = section.dataset.stage!;
      const box = section.getBoundingClientRect();
      if (box.top < bottom + room && box.bottom > top - room) near.add(id);
      if (id === own && box.top <= bottom && box.bottom >= top) inView = true;
      if (at === null || box.top <= top + (bottom - top) / 3) at = id;
      if (section.contains(document.activeElement)) near.add(id);
    }
    this.at = inView ? own : at;
    this.reading.look(near);
  }

  /** Changes what shows, and keeps what is read at its place: lines above it come and go. */
  keep(change: () => void): void {
    const { viewport } = this;
    const { top } = viewport.getBoundingClientRect();
    const focus = document.activeElement;
    const inView = (element: Element) => element.getBoundingClientRect().bottom > top;
    const anchor =
      focus instanceof HTMLElement && focus !== viewport && viewport.contains(focus) && inView(focus)
        ? focus
        : [...viewport.querySelectorAll('h1, h2, li')].find(inView);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    const had = focus instanceof HTMLElement && viewport.contains(focus) ? focus.dataset.key : undefined;
    change();
    // What had the focus may be in another place now.
    if (had !== undefined && !focus?.isConnected) this.element(had)?.focus({ preventScroll: true });
    if (anchor?.isConnected) viewport.scrollTop += anchor.getBoundingClientRect().top - before;
    this.look();
  }

  /** Scrolls an element into view, as little as needed or to the upper edge; the window around it stays as it is. */
  show(element: HTMLElement, to: 'nearest' | 'start' = 'nearest'): void {
    const { viewport } = this;
    const [box, view] = [element.getBoundingClientRect(), viewport.getBoundingClientRect()];
    const [above, below] = [box.top - view.top - margin, box.bottom - view.bottom + margin];
    if (to === 'start' || above < 0 || box.height > view.height) viewport.scrollTop += above;
    else if (below > 0) viewport.scrollTop += Math.min(above, below);
  }

  /** Where a thing shows. Where its stage is far away, that is brought near first. */
  #find(key: NodeKey): HTMLElement | null {
    const there = this.element(key);
    if (there) return there;
    const stage = kindOf(key) === 'cell' ? idsOf(key)[1] : this.stageOf(key);
    const section = stage ? this.element(`stage/${stage}`) : null;
    if (section) {
      this.show(section);
      this.look();
    }
    return null;
  }

  #arrive(element: HTMLElement): void {
    this.show(element);
    element.focus({ preventScroll: true });
    this.look();
  }
}
