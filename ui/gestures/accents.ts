// Dead keys where the web view's input method does not hear them: before a text box is open, and in the first moment of
// one. The page then gets a key that says nothing, and puts the accent on the next letter itself.
import { lastAccent } from '../shell/accent';

/** What an accent is by itself: with Space, or with a letter that does not take it. */
const alone: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': '´',
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '¯',
  '\u0306': '˘',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u030A': '°',
  '\u030B': '˝',
  '\u030C': 'ˇ',
  '\u0327': '¸',
  '\u0328': '˛',
};

/** Whether a key types a character. */
export function types(event: KeyboardEvent): boolean {
  const plain = !event.ctrlKey && !event.altKey && !event.metaKey;
  return [...event.key].length === 1 && (plain || event.getModifierState('AltGraph'));
}

/** The accents that wait for their letter. */
export class Accents {
  #marks = '';

  /** What a key comes to: null where it has nothing to do with accents, nothing where its letter is still to come. */
  press(event: KeyboardEvent): string | null {
    if (event.key === 'Dead') {
      const mark = lastAccent();
      if (mark === null) return null;
      this.#marks += mark;
      return '';
    }
    const marks = this.#marks;
    this.#marks = '';
    return marks !== '' && types(event) ? accented(event.key, marks) : null;
  }

  /** The hand went elsewhere: what comes next is no letter for these. */
  forget(): void {
    this.#marks = '';
  }
}

function accented(letter: string, marks: string): string {
  const one = (letter + marks).normalize('NFC');
  if ([...one].length === 1) return one;
  return [...marks].map((mark) => alone[mark] ?? '').join('') + (letter === ' ' ? '' : letter);
}
