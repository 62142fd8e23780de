// Writing: a text box over a card or a name, and the chain from one card to the next that needs no mouse.
import { newId } from '../shell/ids';
import type { Edit, Id, NodeKey, Place, RecordId } from '../shell/types';
import { keyOf } from '../shortcuts';
import { addCard, remove, reword, wordsField } from '../state/edits';
import { idsOf, wordsOf } from '../state/scene';
import { words } from '../words';
import type { Ground } from './ground';
import type { Surface, Written } from './surface';

/** What is being written. */
interface Writing extends Written {
  /** A new card's place; null for what was there. */
  born: Next | null;
  /** Whether Rust was told of the record. */
  known: boolean;
  /** The words as Rust has them, or will once what was sent has arrived. */
  sent: string;
  /** The words that the box opened with. */
  initial: string;
  /** False until the words came that are there already. What is typed until then is put behind them. */
  ready: boolean;
  /** What was asked for before the words came. */
  then: ((still: boolean) => void) | null;
  /** The words that came for the box; null until then, and where there are none any more. */
  words: string | null;
  /** Whether they are chosen when they come, so that what is typed replaces them. */
  chosen: boolean;
}

/** Where writing goes on. */
type Next = { cell: NodeKey; below: NodeKey | null; place: Place };

/** The text box of whatever shows the map, and what is written in it. */
export class Writer {
  #writing: Writing | null = null;

  constructor(
    private readonly desk: Ground,
    private readonly surface: Surface,
  ) {
    const { area } = surface;
    area.addEventListener('input', () => this.#typed());
    area.addEventListener('keydown', (event) => this.#key(event));
    area.addEventListener('blur', () => {
      // Another window came to the front: the box stays open.
      if (document.hasFocus() && area.isConnected) this.#end();
    });
    for (const name of ['pointerdown', 'dblclick'] as const)
      area.addEventListener(name, (event) => event.stopPropagation());
  }

  get isOpen(): boolean {
    return this.#writing !== null;
  }

  /** Whether the words of a card are being written, not a name. */
  get isOnCard(): boolean {
    return this.#writing?.record.table === 'card';
  }

  /**
   * Opens the box over a card or a name. `chosen` selects the words, so that typing replaces them; else the caret stands
   * before a character, or at their end.
   */
  write(key: NodeKey, chosen = false, caret = Infinity): void {
    const { desk } = this;
    const node = desk.scene?.node(key);
    const record = node && wordsOf(key);
    if (!node || !record || desk.editor.readOnly) return;
    this.#end();
    desk.reveal(key);
    if (!this.surface.reaches(key)) return;
    const writing = this.#begin({
      key, record, born: null, beside: null, known: true, sent: '', ready: false,
    }); // prettier-ignore
    this.surface.area.classList.add('waiting');
    this.surface.put(writing);
    this.#open(node.alt || node.text);
    writing.chosen = chosen;
    void this.#fetch(writing, caret);
  }

  /**
   * Makes a record that has a name and opens its box at once, with the name chosen: whoever types on does not wait for
   * the map. `beside` is what lies where it will be. Adding and naming are one step of undo.
   */
  writeNew(record: RecordId, edit: Edit, name: string, beside: NodeKey): void {
    if (this.desk.editor.readOnly) return;
    this.#end();
    // What was selected is no longer what the keys and the bar are about.
    this.desk.editor.selection.clear();
    const writing = this.#begin({
      key: `${record.table}/${record.id}`, record, born: null, beside, known: true, sent: name, ready: true,
    }); // prettier-ignore
    writing.initial = name;
    this.surface.put(writing);
    this.surface.area.value = name;
    this.#open(name);
    this.surface.area.select();
    writing.session.must(edit);
  }

  /** Opens the box of a new card in a cell, below one of its cards or at its end. */
  newCard(cell: NodeKey, below: NodeKey | null): void {
    const [lane] = idsOf(cell);
    if (this.desk.editor.readOnly || lane === undefined || !this.desk.editor.holdsCards(lane)) return;
    this.#end();
    this.#newCard({ cell, below, place: below === null ? 'last' : { after: below.slice('card/'.length) } });
  }

  /** The Scene changed: the box goes where its card is now. */
  follow(): void {
    const writing = this.#writing;
    if (!writing) return;
    this.surface.put(writing);
    // A Scene drawn anew takes the box's place away, and with it the focus.
    if (document.activeElement === document.body) this.surface.area.focus({ preventScroll: true });
    this.surface.covers(writing.key, true, !writing.known);
  }

  /** Ends writing and keeps the words. */
  close(): void {
    this.#end();
  }

  #begin(of: Omit<Writing, 'session' | 'then' | 'initial' | 'words' | 'chosen'>): Writing {
    const writing = {
      ...of,
      session: this.desk.editor.type(),
      initial: '',
      then: null,
      words: null,
      chosen: false,
    };
    this.#writing = writing;
    this.desk.editor.writing = writing.record.table;
    const { area } = this.surface;
    area.value = '';
    area.placeholder = '';
    area.classList.remove('waiting');
    area.readOnly = false;
    return writing;
  }

  #open(name: string): void {
    const { area } = this.surface;
    area.setAttribute('aria-label', name);
    area.focus({ preventScroll: true });
  }

  #newCard(next: Next): void {
    const { desk } = this;
    const [lane, stage] = idsOf(next.cell);
    const cell = desk.scene?.node(next.cell);
    if (!cell || lane === undefined || stage === undefined) return;
    const id = newId();
    const writing = this.#begin({
      key: `card/${id}`, record: { table: 'card', id }, born: next, beside: null, known: false, sent: '', ready: true,
    }); // prettier-ignore
    // A card that was clicked is no longer what the keys are about; what was gathered stays.
    desk.selection.walked(next.cell);
    desk.reveal(next.cell);
    this.surface.put(writing);
    this.#open(words.canvas.newCard(cell.alt || cell.text));
    this.surface.opened(lane);
    const below = next.below === null ? null : next.below.slice('card/'.length);
    // Once the card above is there.
    void this.#ended.then(() => {
      if (this.#writing === writing) void this.surface.makeRoom?.({ card: id, lane, stage, below });
    });
    void this.#prompt(writing, lane, stage);
  }

  async #prompt(writing: Writing, lane: Id, stage: Id): Promise<void> {
    // A prompt is a help: without one the box is just empty.
    const prompt = await this.desk.editor.shell.prompt({ lane, stage }).catch(() => null);
    if (prompt && this.#writing === writing) this.surface.area.placeholder = prompt;
  }

  async #fetch(writing: Writing, caret: number): Promise<void> {
    const { desk } = this;
    const { area } = this.surface;
    try {
      await desk.editor.inTurn(async () => {
        const fields = await desk.editor.shell.record(writing.record);
        if (fields) writing.words = String(fields[wordsField(writing.record.table)] ?? '');
      });
      if (this.#writing !== writing) return writing.then?.(false);
      const text = writing.words ?? '';
      writing.sent = writing.initial = text;
      const early = area.value;
      area.value = whole(writing, early);
      const at = early ? area.value.length : Math.min(caret, text.length);
      if (writing.chosen && !early) area.select();
      else area.setSelectionRange(at, at);
      area.classList.remove('waiting');
      writing.ready = true;
      this.surface.covers(writing.key, true);
      this.surface.fit();
      if (early) this.#typed();
      writing.then?.(true);
    } catch (thrown) {
      desk.editor.notices.failed(thrown);
      if (this.#writing === writing) this.#end();
      writing.then?.(false);
    }
  }

  /** Until the last box that was closed has sent its words. */
  #ended: Promise<void> = Promise.resolve();

  #typed(): void {
    const writing = this.#writing;
    if (!writing?.ready) return;
    this.#send(writing, this.surface.typed());
  }

  /** Tells Rust the words, as they are now. */
  #send(writing: Writing, urgent: boolean): void {
    const text = this.surface.area.value;
    if (text === writing.sent) return;
    // An empty name or card is not a change yet: it may be on its way to other words.
    if (text.trim() === '') return;
    writing.sent = text;
    if (writing.known || !writing.born) return writing.session.newest(reword(writing.record, text), urgent);
    writing.known = true;
    const [lane, stage] = idsOf(writing.born.cell);
    writing.session.must(addCard(writing.record.id, lane!, stage!, text, writing.born.place));
  }

  /** What was typed into a box that is left before its words came is told in its turn, behind those. */
  #sendEarly(writing: Writing, early: string): void {
    writing.session.must(() =>
      writing.words === null ? null : reword(writing.record, whole(writing, early).replace(/\s+$/, '')),
    );
  }

  /** Closes the box; words are kept, an empty card goes. Answers whether a card is left to go on from. */
  #end(): boolean {
    const writing = this.#writing;
    if (!writing) return false;
    this.#writing = null;
    this.desk.editor.writing = null;
    const { area } = this.surface;
    const empty = area.value.trim() === '';
    const isCard = writing.record.table === 'card';
    if (writing.ready) {
      const rest = area.value.replace(/\s+$/, '');
      if (!empty && rest !== area.value) area.value = rest;
      this.#send(writing, true);
      if (empty && isCard && writing.known) writing.session.must(remove([writing.record]));
    } else if (!empty) this.#sendEarly(writing, area.value);
    const ended = (this.#ended = writing.session.end());
    // The next box takes the room over. Without one, the keys that follow find the map as it is.
    if (writing.born)
      queueMicrotask(() => {
        const cleared = this.#writing?.born ? null : this.surface.makeRoom?.(null);
        if (cleared) void this.desk.held.until(cleared);
      });
    // The card shows its old words until the new ones have arrived.
    void ended.then(() => this.surface.covers(writing.key, false));
    this.surface.remove();
    return !empty || !isCard;
  }

  #key(event: KeyboardEvent): void {
    const writing = this.#writing;
    if (!writing) return;
    // A key that composes a character is not a command; 229 is how WebKit says so after the composition ended.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.surface.press(event)) return event.preventDefault();
    const command = this.#command(event, writing);
    if (!command) return;
    event.preventDefault();
    if (writing.ready) return command();
    // What is pressed after the command is not for this box. Where the box went before its words came, so does the
    // command; the keys behind it do not wait for ever.
    const obeyed = new Promise<void>((done) => {
      writing.then = (still) => {
        if (still) command();
        done();
      };
    });
    void this.desk.held.until(obeyed);
  }

  /** What a key does here; null where it types. */
  #command(event: KeyboardEvent, writing: Writing): (() => void) | null {
    const isCard = writing.record.table === 'card';
    const ctrl = event.ctrlKey || event.metaKey;
    switch (keyOf(event)) {
      case 'Enter':
        if (event.shiftKey && isCard) return null;
        return isCard ? () => this.#below(writing) : () => this.#named(writing);
      case 'Tab':
        if (writing.record.table === 'stage') return () => this.#nextName(writing, event.shiftKey ? -1 : 1);
        return isCard ? () => this.#beside(writing, event.shiftKey ? -1 : 1) : () => this.#rest(writing);
      case 'ArrowDown':
        return ctrl && isCard ? () => this.#nextLane(writing) : null;
      case 'Escape':
        return () => this.#rest(writing);
      case 'z':
      case 'Z':
        // The text's own steps are taken back already: what came before it was typed in, then the step before.
        if (!ctrl || event.shiftKey) return null;
        if (this.surface.area.value !== writing.initial) return () => this.#begun(writing);
        return () => (this.#rest(writing), void this.desk.editor.undo());
      default:
        return null;
    }
  }

  /** The words as they were when the box opened. */
  #begun(writing: Writing): void {
    this.surface.area.value = writing.initial;
    this.#typed();
  }

  /** Ends and focuses what was written, or its cell where nothing was. */
  #rest(writing: Writing): void {
    const cell = this.#cell(writing);
    const left = this.#end();
    const key = left && (writing.known || !writing.born) ? writing.key : cell;
    this.#arrive(key, cell);
  }

  /** Gives a thing the focus, also one that is still on its way: keys wait for it then. */
  #arrive(key: NodeKey, otherwise: NodeKey): void {
    const { desk } = this;
    if (desk.scene?.node(key)) return desk.focus(key);
    desk.rest();
    const come = desk.editor.inTurn(async () => {}).then(() => {
      const there = [key, otherwise].find((one) => desk.scene?.node(one));
      if (there !== undefined) desk.focus(there);
    }); // prettier-ignore
    void desk.held.until(come);
  }

  /** Ends a name. From the map's title the way leads on to its first stage. */
  #named(writing: Writing): void {
    const first = this.desk.table.stages[0];
    if (writing.record.table !== 'map' || first === undefined) return this.#rest(writing);
    this.#end();
    this.desk.focus(first);
  }

  /** The name of the stage beside; at the last one it stops. */
  #nextName(writing: Writing, step: 1 | -1): void {
    const { stages } = this.desk.table;
    const next = stages[stages.indexOf(writing.key) + step];
    if (next !== undefined && stages.includes(writing.key)) {
      // What was double-clicked is selected: that goes along, so that keys and bar are about what was written last.
      this.desk.selection.walked(next);
      return this.write(next, true);
    }
    this.#rest(writing);
    this.#sayAtEnd(step > 0 ? words.canvas.lastStage : words.canvas.firstStage);
  }

  /** Says something after what was typed has been told. */
  #sayAtEnd(sentence: string): void {
    void this.#ended.then(() => this.desk.editor.notices.say(sentence));
  }

  #cell(writing: Writing): NodeKey {
    return writing.born?.cell ?? this.desk.scene?.node(writing.key)?.parent ?? writing.key;
  }

  #goOn(writing: Writing, next: (left: boolean) => Next | null): void {
    this.surface.leave();
    const left = this.#end();
    const to = next(left);
    if (to) this.#newCard(to);
    else this.#rested(writing, left);
  }

  #rested(writing: Writing, left: boolean): void {
    const cell = this.#cell(writing);
    this.#arrive(left ? writing.key : cell, cell);
  }

  /** The next card, below this one. */
  #below(writing: Writing): void {
    const cell = this.#cell(writing);
    this.#goOn(writing, (left) =>
      left ? { cell, below: writing.key, place: { after: writing.record.id } } : null,
    );
  }

  /** A card in the stage beside. */
  #beside(writing: Writing, step: 1 | -1): void {
    const cells = this.#row(writing)?.cells ?? [];
    const cell = cells[cells.indexOf(this.#cell(writing)) + step];
    this.#goOn(writing, () => (cell === undefined ? null : { cell, below: null, place: 'last' }));
    if (cell === undefined) this.#sayAtEnd(step > 0 ? words.canvas.lastStage : words.canvas.firstStage);
  }

  /** A card of the same stage, in the next lane that takes cards. */
  #nextLane(writing: Writing): void {
    const { rows } = this.desk.table;
    const own = this.#row(writing);
    const column = own?.cells.indexOf(this.#cell(writing)) ?? -1;
    const row =
      own && rows.slice(rows.indexOf(own) + 1).find((other) => this.desk.editor.holdsCards(other.lane));
    const cell = row?.cells[column];
    this.#goOn(writing, () => (cell === undefined ? null : { cell, below: null, place: 'last' }));
    if (cell === undefined) this.#sayAtEnd(words.canvas.lastLane);
  }

  #row(writing: Writing) {
    const cell = this.#cell(writing);
    return this.desk.table.rows.find((row) => row.cells.includes(cell));
  }
}

/** The words of a box, with what was typed before they came: behind them, or in their place. */
function whole({ words, chosen }: Writing, early: string): string {
  return chosen && early ? early : (words ?? '') + early;
}
