// Keys that were pressed while something was under way: they wait, and then do what they would have done.
//
// Somebody who types fast does not wait for a card to arrive. A key that acted on what is there meanwhile, or that
// went nowhere, would be a word lost or a command that nobody gave.

import { modifiers } from '../shortcuts';

/** Whether a key types a character. */
function types(event: KeyboardEvent): boolean {
  const alone = !event.ctrlKey && !event.altKey && !event.metaKey;
  return [...event.key].length === 1 && (alone || event.getModifierState('AltGraph'));
}

/** The keys that wait in one canvas. */
export class HeldKeys {
  #kept: KeyboardEvent[] = [];
  #under = 0;

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

  /** Takes a key where keys wait; true where it did. */
  keep(event: KeyboardEvent): boolean {
    if (this.#under === 0 || modifiers.has(event.key)) return false;
    // What a composition is made of belongs to the input method.
    if (event.isComposing || event.keyCode === 229) return false;
    this.#kept.push(event);
    return true;
  }

  #release(): void {
    while (this.#under === 0) {
      const event = this.#kept.shift();
      if (!event) return;
      replay(event);
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

/** The text that has the focus, where it can be typed into. */
function textHere(): HTMLTextAreaElement | HTMLInputElement | null {
  const text = document.activeElement;
  const isText = text instanceof HTMLTextAreaElement || text instanceof HTMLInputElement;
  return isText && !text.readOnly ? text : null;
}

/** Types a character into the text that has the focus, if one has. */
export function typeHere(character: string): void {
  const text = textHere();
  if (text) typeInto(text, character);
}

/** Types as a person does, so that the text's own undo knows of it. */
function typeInto(text: HTMLTextAreaElement | HTMLInputElement, character: string): void {
  if (document.execCommand?.('insertText', false, character)) return;
  const [from, to] = [text.selectionStart ?? text.value.length, text.selectionEnd ?? text.value.length];
  text.setRangeText(character, from, to, 'end');
  text.dispatchEvent(new Event('input', { bubbles: true }));
}
