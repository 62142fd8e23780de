// Keys that were pressed while something was under way: they wait, and then do what they would have done.
//
// Somebody who types fast does not wait for a card to arrive. A key that acted on what is there meanwhile, or that
// went nowhere, would be a word lost or a command that nobody gave.

import { keyOf, modifiers } from '../shortcuts';
import { Accents, types } from './accents';

/** The keys that wait in one canvas. */
export class HeldKeys {
  /** In the order in which they were pressed; a text where no key says it. */
  #kept: (KeyboardEvent | string)[] = [];
  #under = 0;
  /** Whether a key was pressed that says nothing, so that its text is still to come. */
  #nameless = false;
  readonly #accents = new Accents();
  /** While what waited is pressed once more: that was looked at when it came. */
  #replaying = false;

  /** Keeps what is pressed until `done` has come, whatever it comes to. */
  until<T>(done: Promise<T>): Promise<T> {
    this.#under += 1;
    const over = () => {
      this.#under -= 1;
      this.#release();
    };
    void done.then(over, over);
    return done;
  }

  /** Hears what is typed before anybody else does. */
  listen(signal: AbortSignal): void {
    const first = { capture: true, signal };
    window.addEventListener('keydown', (event) => this.#keep(event), first);
    window.addEventListener('beforeinput', (event) => this.#keepText(event), first);
    window.addEventListener('pointerdown', () => this.#accents.forget(), first);
  }

  /** Takes a key where keys wait: nobody else is to hear it. */
  #keep(event: KeyboardEvent): void {
    if (this.#replaying || modifiers.has(event.key)) return;
    // What a composition is made of belongs to the input method; what it comes to is taken below.
    if (event.isComposing || event.keyCode === 229) return;
    const accented = this.#accents.press(event);
    if (accented !== null) return this.#keepAccented(event, accented);
    if (this.#under === 0) return;
    event.stopImmediatePropagation();
    this.#nameless = keyOf(event) === 'Unidentified';
    if (this.#nameless) return;
    event.preventDefault();
    this.#kept.push(event);
  }

  /** A letter with its accent, or an accent whose letter is still to come. */
  #keepAccented(event: KeyboardEvent, text: string): void {
    event.stopImmediatePropagation();
    event.preventDefault();
    if (text === '') return;
    this.#kept.push(text);
    this.#release();
  }

  /** Takes a text that no key says, like an accented letter that the input method made, where keys wait. */
  #keepText(event: InputEvent): void {
    const { inputType, data } = event;
    const made = inputType === 'insertFromComposition' || (inputType === 'insertText' && this.#nameless);
    if (this.#under === 0 || !made || !data || !event.cancelable) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    this.#nameless = false;
    this.#kept.push(data);
  }

  #release(): void {
    while (this.#under === 0) {
      const kept = this.#kept.shift();
      if (kept === undefined) return;
      this.#replaying = true;
      try {
        if (typeof kept === 'string') replayText(kept);
        else replay(kept);
      } finally {
        this.#replaying = false;
      }
    }
  }
}

/** Presses a key once more where the focus is now, and types it where it goes into a text. */
function replay(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
  const init = { key, code, ctrlKey, altKey, shiftKey, metaKey, bubbles: true, cancelable: true };
  const again = new KeyboardEvent('keydown', init);
  if (!target.dispatchEvent(again)) return;
  if (types(event)) typeHere(key);
  else if (key === 'Backspace' && textHere()) document.execCommand('delete');
}

/** Types a text where the focus is now. An empty cell hears that something is typed, and opens its box. */
function replayText(text: string): void {
  const key = [...text].length === 1 ? text : 'Process';
  const about = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  const goesOn = textHere() !== null || (document.activeElement ?? document.body).dispatchEvent(about);
  if (goesOn) typeHere(text);
}

/** The text that has the focus, where it can be typed into. */
function textHere(): HTMLTextAreaElement | HTMLInputElement | null {
  const text = document.activeElement;
  const isText = text instanceof HTMLTextAreaElement || text instanceof HTMLInputElement;
  return isText && !text.readOnly ? text : null;
}

/** Types characters into the text that has the focus, if one has. */
export function typeHere(characters: string): void {
  const text = textHere();
  if (text) typeInto(text, characters);
}

/** Types as a person does, so that the text's own undo knows of it. */
function typeInto(text: HTMLTextAreaElement | HTMLInputElement, characters: string): void {
  if (document.execCommand?.('insertText', false, characters)) return;
  const [from, to] = [text.selectionStart ?? text.value.length, text.selectionEnd ?? text.value.length];
  text.setRangeText(characters, from, to, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
