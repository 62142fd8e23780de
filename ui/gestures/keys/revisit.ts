// R: a loop from this stage. Arrows and Enter or a click choose where it leads, Escape leaves no trace.
import { newId } from '../../shell/ids';
import type { Id, NodeKey } from '../../shell/types';
import { addPath } from '../../state/edits';
import { kindOf, shownName } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Ground } from '../ground';
import { kindBetween } from '../rubber';
import type { KeyGroup } from './keys';
import { arrows } from './walks';

/** Drawing a loop from the keyboard. */
export class Revisit implements KeyGroup {
  #from: { stage: Id; focus: NodeKey; unline: () => void; pointer: AbortController } | null = null;

  constructor(private readonly desk: Ground) {}

  /** Whether a target is being chosen. */
  get choosing(): boolean {
    const { selection, scene } = this.desk;
    // Whoever clicks elsewhere has changed their mind.
    if (this.#from && (!selection.focus?.startsWith('stage/') || !scene?.node(`stage/${this.#from.stage}`)))
      this.#over();
    return this.#from !== null;
  }

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    if (shortcutOf(event, ['revisit']) === null || !desk.builds(focus)) return false;
    const stage = desk.stageOf(focus);
    if (stage === null || desk.table.stages.length < 2) return false;
    const before = desk.table.stages[desk.table.stageIds.indexOf(stage) - 1];
    desk.focus(before ?? `stage/${stage}`);
    const pointer = new AbortController();
    this.#from = { stage, focus, unline: desk.lineFrom(`stage/${stage}`, () => this.choosing), pointer };
    // Before the map hears of it: the click would select the stage, drag it or open its box.
    const listening = { capture: true, signal: pointer.signal };
    window.addEventListener('pointerdown', (pressed) => this.#pointed(pressed), listening);
    const [sentence, next_step] = words.keys.revisit(this.#name(`stage/${stage}`));
    desk.editor.notices.tell({ code: 'page.revisit', sentence, next_step, kind: 'info' });
    return true;
  }

  /** A key while the target is being chosen. */
  choose(event: KeyboardEvent): true {
    const { desk } = this;
    const { stages } = desk.table;
    const from = this.#from!;
    const way = arrows[event.key];
    if (way === 'left' || way === 'right') {
      const at = stages.indexOf(desk.selection.focus ?? '') + (way === 'left' ? -1 : 1);
      const next = stages[at];
      if (next !== undefined) desk.focus(next);
    } else if (event.key === 'Home' || event.key === 'End') {
      const next = stages.at(event.key === 'Home' ? 0 : -1);
      if (next !== undefined) desk.focus(next);
    } else if (event.key === 'Escape') {
      this.#back();
      desk.editor.notices.say(words.keys.noRevisit);
    } else if (event.key === 'Enter') {
      this.#lead(from.stage, desk.selection.focus?.slice('stage/'.length) ?? from.stage);
    }
    return true;
  }

  /** A press while the target is being chosen: on a stage it draws the loop, elsewhere it ends the choosing. */
  #pointed(event: PointerEvent): void {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const key = element?.dataset.key ?? '';
    if (!this.choosing || event.button !== 0 || kindOf(key) !== 'stage') return this.#over();
    event.preventDefault();
    event.stopPropagation();
    swallowClick();
    this.#lead(this.#from!.stage, key.slice('stage/'.length));
  }

  #lead(from: Id, to: Id): void {
    this.#back();
    if (to !== from) void this.desk.held.until(this.#draw(from, to));
  }

  #over(): void {
    const { desk } = this;
    this.#from?.unline();
    this.#from?.pointer.abort();
    this.#from = null;
    for (const toast of desk.editor.notices.toasts)
      if (toast.code === 'page.revisit') desk.editor.notices.dismiss(toast.id);
  }

  /** Ends it where it began. */
  #back(): void {
    const focus = this.#from?.focus;
    this.#over();
    if (focus !== undefined && this.desk.scene?.node(focus)) this.desk.focus(focus);
  }

  async #draw(from: Id, to: Id): Promise<void> {
    const { desk } = this;
    const kind = kindBetween(desk, `stage/${from}`, `stage/${to}`);
    const id = newId();
    const ends = [from, to].map((stage) => ({ table: 'stage', id: stage }) as const);
    if (await desk.editor.apply(addPath(id, desk.editor.open.map, kind, ends[0]!, ends[1]!)))
      desk.flash([`path/${id}`]);
  }

  #name(key: NodeKey): string {
    return shownName(this.desk.scene?.node(key));
  }
}

/** The click that follows this press is for nobody else. */
function swallowClick(): void {
  const next = new AbortController();
  const listening = { capture: true, once: true, signal: next.signal };
  window.addEventListener(
    'click',
    (event) => (event.preventDefault(), event.stopPropagation(), next.abort()),
    listening,
  );
  window.addEventListener('pointerdown', () => next.abort(), listening);
}
