// Ctrl+Z within a text. WebKitGTK binds no key to its own undo, and that one is shared by all texts of the page, so
// that it would change one that nobody looks at. Here each text has its own steps, from when it was first typed in.
import { inText, isShortcut } from './shortcuts';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** A text as it was, and where the caret stood. */
interface State {
  value: string;
  from: number | null;
  to: number | null;
}

/** How long a pause in typing ends a step, in ms. */
const pause = 1000;
/** How many steps are kept. */
const most = 200;

function fieldOf(target: EventTarget | null): Field | null {
  if (!inText(target)) return null;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement ? target : null;
}

const stateOf = ({ value, selectionStart: from, selectionEnd: to }: Field): State => ({ value, from, to });

/** The steps of the text that was typed in last. */
export class TextUndo {
  #field: Field | null = null;
  #states: State[] = [];
  #at = 0;
  /** How the step at hand came about, and when it was last typed on. */
  #kind = '';
  #when = 0;

  /** Before something is typed: what was there. */
  before(event: InputEvent | CompositionEvent): void {
    const field = fieldOf(event.target);
    if (!field || ('isComposing' in event && event.isComposing)) return;
    const now = stateOf(field);
    if (!this.#knows(field)) {
      // Another text, or one that was given other words by hand.
      [this.#field, this.#states, this.#at, this.#kind] = [field, [now], 0, ''];
      return;
    }
    const known = this.#states[this.#at]!;
    // Whoever put the caret elsewhere begins something else.
    if (known.from !== now.from || known.to !== now.to) this.#kind = '';
    this.#states[this.#at] = now;
  }

  /** After something was typed: letters of a word are one step, a pause or another way of changing begins a new one. */
  after(event: InputEvent | CompositionEvent): void {
    const field = fieldOf(event.target);
    if (!field || field !== this.#field || ('isComposing' in event && event.isComposing)) return;
    const now = stateOf(field);
    const before = this.#states[this.#at]!;
    if (now.value === before.value) return;
    const kind = 'inputType' in event ? event.inputType : event.type;
    const letter = 'inputType' in event && event.data?.length === 1;
    const end = before.value.slice(0, before.to ?? undefined);
    const begins = /\s$/.test(end) && !/\s/.test(event.data ?? '');
    const typing = kind === 'insertText' ? letter && !begins : kind.startsWith('delete');
    const joins = typing && kind === this.#kind && this.#at > 0 && event.timeStamp - this.#when < pause;
    this.#states.length = this.#at + 1;
    if (joins) this.#states[this.#at] = now;
    else this.#states.push(now);
    if (this.#states.length > most) this.#states.shift();
    [this.#at, this.#kind, this.#when] = [this.#states.length - 1, kind, event.timeStamp];
  }

  /** A key: goes a step back or forth where there is one. What is left to others is where the text begins and ends. */
  press(event: KeyboardEvent): void {
    const field = fieldOf(event.target);
    if (!field || event.isComposing || field.readOnly) return;
    const step = isShortcut(event, 'undo') ? -1 : isShortcut(event, 'redo') ? 1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const state = this.#knows(field) ? this.#states[this.#at + step] : undefined;
    if (!state) return;
    event.stopPropagation();
    [this.#at, this.#kind] = [this.#at + step, ''];
    field.value = state.value;
    // Numbers and dates have no caret that a page may set.
    if (state.from !== null) field.setSelectionRange(state.from, state.to);
    const inputType = step < 0 ? 'historyUndo' : 'historyRedo';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType }));
  }

  #knows(field: Field): boolean {
    return field === this.#field && field.value === this.#states[this.#at]?.value;
  }
}

/** Gives all texts of the page their steps; the returned function ends that. */
export function textUndo(page: Document = document): () => void {
  const undo = new TextUndo();
  const stop = new AbortController();
  // Before all others: what a text takes back is no step of the map.
  const first = { capture: true, signal: stop.signal };
  page.addEventListener('beforeinput', (event) => undo.before(event), first);
  page.addEventListener('compositionstart', (event) => undo.before(event), first);
  page.addEventListener('input', (event) => undo.after(event as InputEvent), first);
  page.addEventListener('compositionend', (event) => undo.after(event), first);
  page.addEventListener('keydown', (event) => undo.press(event), first);
  return () => stop.abort();
}
