// Copy, cut and paste. Rust makes what goes to the clipboard and reads what comes from it; here is only what is meant.
import type { PasteAt } from '../../shell/shell';
import type { NodeKey, RecordId } from '../../shell/types';
import { asProblem } from '../../shell/problem';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';
import { Removes } from './removes';

/** The clipboard. */
export class Clipboard implements KeyGroup {
  /** Whether what is pasted next goes into one card. */
  #asOne = false;

  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    switch (shortcutOf(event, ['copy', 'cut', 'paste', 'pasteAsOne'])) {
      case 'copy':
        this.copy(focus);
        return true;
      case 'cut':
        if (!desk.editor.readOnly) this.cut(focus);
        return true;
      case 'paste':
      case 'pasteAsOne':
        // The web view hands the clipboard over in an event of its own, which `pasted` hears.
        this.#asOne = event.shiftKey;
        return false;
      default:
        return false;
    }
  }

  /** Copies the cards that are selected with a thing. */
  copy(key: NodeKey): void {
    void this.desk.held.until(this.#copy(key));
  }

  /** Copies them and takes them off the map. */
  cut(key: NodeKey): void {
    void this.desk.held.until(this.#cut(key));
  }

  /** Makes cards of what was copied, where a thing is. */
  paste({ text, html }: { text: string; html: string }, key: NodeKey): void {
    void this.desk.held.until(this.#paste(text, html, key, false, false));
  }

  async #copy(focus: NodeKey): Promise<boolean> {
    const { desk } = this;
    const records = desk.selection.chosen(focus).flatMap((key): RecordId[] => {
      const record = desk.scene?.node(key)?.record;
      return record && kindOf(key) === 'card' ? [record] : [];
    });
    if (records.length === 0) {
      desk.editor.notices.say(words.clipboard.nothingToCopy);
      return false;
    }
    try {
      await desk.editor.inTurn(() => desk.editor.shell.copy({ cards: records.map(({ id }) => id) }));
    } catch (thrown) {
      desk.editor.notices.failed(thrown);
      return false;
    }
    desk.editor.notices.say(words.clipboard.copied(records.length));
    return true;
  }

  async #cut(focus: NodeKey): Promise<void> {
    if (await this.#copy(focus)) await new Removes(this.desk).remove(focus);
  }

  /** What the web view hands over. */
  pasted(event: ClipboardEvent): void {
    const { desk } = this;
    const focus = desk.selection.focus;
    const data = event.clipboardData;
    if (focus === null || !data) return;
    const [text, html] = [data.getData('text/plain'), data.getData('text/html')];
    const asOne = this.#asOne;
    this.#asOne = false;
    // A picture alone is for whoever takes pictures.
    if (!text && !html) return;
    event.preventDefault();
    void desk.held.until(this.#paste(text, html, focus, asOne, false));
  }

  async #paste(text: string, html: string, focus: NodeKey, asOne: boolean, sure: boolean): Promise<void> {
    const { desk } = this;
    const { editor } = desk;
    try {
      const pasted = await editor.inTurn(async () => {
        const answer = await editor.shell.paste({ text, html, at: this.#at(focus), asOne, sure });
        if (answer.done) await editor.took({ ...answer.done, announce: null });
        return answer;
      });
      const { counts, lane } = pasted;
      if (!pasted.done) {
        const go = () => void desk.held.until(this.#paste(text, html, focus, asOne, true));
        editor.asking = { what: 'paste', counts, go, focus };
        return;
      }
      editor.offerUndo('page.pasted', words.clipboard.pasted(counts, lane));
      // As long as it is not painted, the map does not scroll as far as it reaches.
      await desk.painted();
      this.#show(pasted.done.touched);
    } catch (thrown) {
      editor.notices.tell({ ...asProblem(thrown), kind: 'error' });
    }
  }

  /** Selects what came, and goes there. */
  #show(touched: RecordId[]): void {
    const { desk } = this;
    const keys = touched
      .filter(({ table }) => table === 'card' || table === 'stage')
      .map((record) => `${record.table}/${record.id}`)
      .filter((key) => desk.scene?.node(key));
    const cards = keys.filter((key) => kindOf(key) === 'card');
    const first = cards[0] ?? keys[0];
    if (first === undefined) return;
    if (cards.length > 0) desk.selection.all(cards);
    // As many as find room, the first in any case.
    desk.reveal(cards.at(-1) ?? first);
    desk.focus(first);
    desk.flash(cards.length > 0 ? cards : keys);
  }

  /** Where what is pasted goes. */
  #at(focus: NodeKey): PasteAt {
    // What lies in a cell without being a card, like a gap or a point, stands for its cell.
    const [own, parent] = [kindOf(focus), this.desk.scene?.node(focus)?.parent ?? ''];
    if (own !== 'card' && kindOf(parent) === 'cell') return this.#at(parent);
    const [first, second] = idsOf(focus);
    switch (kindOf(focus)) {
      case 'stage':
        return { at: 'stages', after: first ?? null };
      case 'cell':
        return { at: 'cell', lane: first!, stage: second!, after: null };
      case 'label': {
        // A map can be without stages: then what is pasted begins them.
        const [stage] = this.desk.table.stageIds;
        return stage === undefined
          ? { at: 'stages', after: null }
          : { at: 'cell', lane: first!, stage, after: null };
      }
      case 'card': {
        const [lane, stage] = idsOf(this.desk.scene?.node(focus)?.parent ?? '');
        if (lane !== undefined && stage !== undefined) return { at: 'cell', lane, stage, after: first! };
      }
    }
    return { at: 'stages', after: null };
  }
}
