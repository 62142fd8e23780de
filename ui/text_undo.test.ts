// Ctrl+Z within a text: by words, back to how it was, and never another text's.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textUndo } from './text_undo';

let text: HTMLTextAreaElement;
let end: () => void;

beforeEach(() => {
  text = document.createElement('textarea');
  document.body.append(text);
  text.focus();
  end = textUndo();
});
afterEach(() => {
  end();
  text.remove();
});

/** Types as the engine does, a character at a time. */
function type(words: string, into = text, inputType = 'insertText'): void {
  for (const data of inputType === 'insertText' ? words : [words]) {
    const init = { bubbles: true, data, inputType };
    into.dispatchEvent(new InputEvent('beforeinput', init));
    into.setRangeText(data, into.selectionStart, into.selectionEnd, 'end');
    into.dispatchEvent(new InputEvent('input', init));
  }
}

function press(key: string, shiftKey = false, on: Element = text): KeyboardEvent {
  const event = new KeyboardEvent('keydown', {
    key,
    ctrlKey: true,
    shiftKey,
    bubbles: true,
    cancelable: true,
  });
  on.dispatchEvent(event);
  return event;
}

test('a word is a step, and so is what was pasted; forth again until something else is typed', () => {
  type('one two');
  type(' and more', text, 'insertFromPaste');
  const was = ['z', 'z', 'z'].map((key) => (press(key), text.value));
  expect(was).toEqual(['one two', 'one ', '']);
  press('z', true);
  press('y');
  expect(text.value).toBe('one two');
  type('!');
  press('y');
  expect(text.value).toBe('one two!');
});

test('whoever listens to what is typed hears of a step, and keys that take one go no further', () => {
  const heard: string[] = [];
  let keys = 0;
  text.addEventListener('input', () => heard.push(text.value));
  text.addEventListener('keydown', () => (keys += 1));
  type('ab');
  press('z');
  expect([heard.at(-1), keys]).toEqual(['', 0]);
  // Where the text begins, the key is somebody else's.
  expect(press('z').defaultPrevented).toBe(true);
  expect(keys).toBe(1);
});

test('a caret that was put elsewhere begins a step of its own', () => {
  type('abc');
  text.setSelectionRange(0, 0);
  type('x');
  press('z');
  expect([text.value, text.selectionStart]).toEqual(['abc', 0]);
});

test('another text, or other words that were put into it, have steps of their own', () => {
  type('abc');
  text.value = 'the next card';
  press('z');
  expect(text.value).toBe('the next card');
  const other = document.createElement('input');
  document.body.append(other);
  type('abc');
  other.dispatchEvent(new InputEvent('beforeinput', { bubbles: true }));
  press('z', false, other);
  expect([text.value, other.value]).toEqual(['the next cardabc', '']);
  other.remove();
});

test('what was composed is one step', () => {
  type('a ');
  text.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
  for (const data of ['n', 'ni', 'に']) {
    const init = { bubbles: true, data, inputType: 'insertCompositionText', isComposing: true };
    text.dispatchEvent(new InputEvent('beforeinput', init));
    text.value = `a ${data}`;
    text.dispatchEvent(new InputEvent('input', init));
  }
  text.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'に' }));
  press('z');
  expect(text.value).toBe('a ');
});
