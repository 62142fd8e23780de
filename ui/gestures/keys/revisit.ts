// R: a loop from this stage. Arrows choose where it leads, Enter draws it, Escape leaves no trace.
import { newId } from '../../shell/ids';
import type { Id, NodeKey } from '../../shell/types';
import { addPath } from '../../state/edits';
import { shownName } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Desk } from '../desk';
import { kindBetween, Rubber } from '../rubber';
import type { KeyGroup } from './keys';
import { arrows } from './walks';

/** Drawing a loop from the keyboard. */
export class Revisit implements KeyGroup {
  #from: { stage: Id; focus: NodeKey; line: Rubber; ends: AbortController } | null = null;

  constructor(private readonly desk: Desk) {}

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
    if (shortcutOf(event, ['revisit']) === null || !desk.letters(focus)) return false;
    const stage = desk.stageOf(focus);
    if (stage === null || desk.painter.table.stages.length < 2) return false;
    const ends = new AbortController();
    this.#from = { stage, focus, line: new Rubber(desk, `stage/${stage}`), ends };
    const before = desk.painter.table.stages[desk.painter.table.stageIds.indexOf(stage) - 1];
    desk.focus(before ?? `stage/${stage}`);
    this.#lead();
    const { signal } = ends;
    desk.viewport.addEventListener('scroll', () => this.#lead(), { passive: true, signal });
    desk.viewport.addEventListener('focusin', () => this.choosing && this.#lead(), { signal });
    const [sentence, next_step] = words.keys.revisit(this.#name(`stage/${stage}`));
    desk.editor.notices.tell({ code: 'page.revisit', sentence, next_step, kind: 'info' });
    return true;
  }

  /** A key while the target is being chosen. */
  choose(event: KeyboardEvent): true {
    const { desk } = this;
    const { stages } = desk.painter.table;
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
      const to = desk.selection.focus?.slice('stage/'.length) ?? from.stage;
      this.#back();
      if (to !== from.stage) void desk.held.until(this.#draw(from.stage, to));
    }
    return true;
  }

  /** Draws the line to the stage that has the focus. */
  #lead(): void {
    const { desk } = this;
    const from = this.#from;
    if (!from) return;
    const to = desk.selection.focus;
    const loose = desk.ringInWindow(desk.painter.table.stageIds.indexOf(from.stage)) ?? { x: 0, y: 0 };
    from.line.lead(to === from.line.from ? null : to, loose);
  }

  #over(): void {
    const { desk } = this;
    this.#from?.line.remove();
    this.#from?.ends.abort();
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
