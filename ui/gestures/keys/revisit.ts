// R: a loop from this stage. Arrows choose where it leads, Enter draws it, Escape leaves no trace.
import { newId } from '../../shell/ids';
import type { Id, NodeKey } from '../../shell/types';
import { addPath } from '../../state/edits';
import { shownName } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Ground } from '../ground';
import { kindBetween } from '../rubber';
import type { KeyGroup } from './keys';
import { arrows } from './walks';

/** Drawing a loop from the keyboard. */
export class Revisit implements KeyGroup {
  #from: { stage: Id; focus: NodeKey; unline: () => void } | null = null;

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
    if (shortcutOf(event, ['revisit']) === null || !desk.letters(focus)) return false;
    const stage = desk.stageOf(focus);
    if (stage === null || desk.table.stages.length < 2) return false;
    const before = desk.table.stages[desk.table.stageIds.indexOf(stage) - 1];
    desk.focus(before ?? `stage/${stage}`);
    this.#from = { stage, focus, unline: desk.lineFrom(`stage/${stage}`, () => this.choosing) };
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
      const to = desk.selection.focus?.slice('stage/'.length) ?? from.stage;
      this.#back();
      if (to !== from.stage) void desk.held.until(this.#draw(from.stage, to));
    }
    return true;
  }

  #over(): void {
    const { desk } = this;
    this.#from?.unline();
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
