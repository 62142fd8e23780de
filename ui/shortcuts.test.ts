// The table of keys: no key means two things, every keyboard has them, and events are read as people press.
import { expect, test } from 'vitest';
import { ariaKeys, inText, pressed, shortcutOf, shortcuts, type ShortcutId, tameWebView } from './shortcuts';

const entries = Object.entries(shortcuts) as [ShortcutId, (typeof shortcuts)[ShortcutId]][];
const key = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { cancelable: true, ...init });

test('no key means two things, apart from renaming and what a text box has its own use for', () => {
  const meanings = new Map<string, ShortcutId[]>();
  for (const [id, { keys }] of entries)
    for (const each of keys) meanings.set(each, [...(meanings.get(each) ?? []), id]);
  const double = [...meanings].filter(([, ids]) => ids.length > 1).map(([, ids]) => ids.join(' '));
  expect(new Set(double)).toEqual(new Set(['edit rename', 'newCard lineBreak']));
});

test('no key is missing on a German or French keyboard', () => {
  for (const [id, { keys }] of entries)
    for (const each of keys) expect(each, id).not.toMatch(/(^| )[\\/[\]~`^]$/);
});

test('every key is written so that an event can be it', () => {
  const mods = /^(Ctrl )?(Alt )?(Shift )?(\S+)$/;
  for (const [id, { keys }] of entries) for (const each of keys) expect(each, id).toMatch(mods);
});

test.each([
  [{ key: 's', ctrlKey: true }, 'Ctrl S'],
  [{ key: 'S', ctrlKey: true, shiftKey: true }, 'Ctrl Shift S'],
  [{ key: 's', metaKey: true }, 'Ctrl S'],
  [{ key: '+', ctrlKey: true, shiftKey: true, code: 'Equal' }, 'Ctrl +'],
  [{ key: '"', shiftKey: true, code: 'Digit2' }, 'Shift 2'],
  [{ key: '!', shiftKey: true, code: 'Digit1' }, 'Shift 1'],
  [{ key: '∂', altKey: true, shiftKey: true, code: 'KeyD' }, 'Alt Shift D'],
  [{ key: 'ArrowLeft', altKey: true }, 'Alt ←'],
  [{ key: 'Delete' }, 'Del'],
  [{ key: 'n' }, 'N'],
])('%o is %s', (init, keys) => {
  expect(pressed(key(init))).toBe(keys);
});

test('while a text is being composed nothing is a shortcut', () => {
  expect(shortcutOf(key({ key: 'Enter' }), ['edit'])).toBe('edit');
  expect(shortcutOf(key({ key: 'Enter', isComposing: true }), ['edit'])).toBeNull();
});

test('assistive technology gets the names that ARIA has', () => {
  expect(ariaKeys('saveAs')).toBe('Control+Shift+S');
  expect(ariaKeys('zoomIn')).toBe('Control+Plus Control+=');
  expect(ariaKeys('left')).toBe('Alt+ArrowLeft');
});

test('the web view does not go back, reload or browse by caret; other keys are left alone', () => {
  const tamed = (init: KeyboardEventInit) => {
    const event = key(init);
    tameWebView(event);
    return event.defaultPrevented;
  };
  expect(
    [{ key: 'ArrowLeft', altKey: true }, { key: 'F5' }, { key: 'F7' }, { key: 'r', ctrlKey: true }].map(
      tamed,
    ),
  ).toEqual([true, true, true, true]);
  expect([{ key: 'ArrowLeft' }, { key: 'c', ctrlKey: true }, { key: 'F2' }].map(tamed)).toEqual([
    false,
    false,
    false,
  ]);
});

test('text boxes are text, switches are not', () => {
  const made = (html: string) => {
    const host = document.createElement('div');
    host.innerHTML = html;
    return host.firstElementChild;
  };
  expect(
    ['<textarea></textarea>', '<input>', '<input type="radio">', '<button></button>'].map(made).map(inText),
  ).toEqual([true, true, false, false]);
});
