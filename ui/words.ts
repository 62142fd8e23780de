// Every sentence that the page itself says, in the language in force. What Rust says (undo labels, errors, reasons)
// comes finished from Rust. The sentences are in words/, one folder a language.

import { german } from './words/de';
import { english, type Sentences } from './words/en';
import { type Language, locale, ours } from './words/locale.svelte';

export type { Sentences } from './words/en';
export { type Language, languages, list, locale, number } from './words/locale.svelte';

const spoken: Record<Language, Sentences> = { en: english, de: german };

/** A group of sentences that follows the language: whoever holds it need not ask again. */
function following<Group extends keyof Sentences>(group: Group): Sentences[Group] {
  const sentences = {};
  for (const name of Object.keys(english[group]))
    Object.defineProperty(sentences, name, {
      enumerable: true,
      get: () => spoken[locale.language][group][name as keyof Sentences[Group]],
    });
  return sentences as Sentences[Group];
}

/** The page's sentences, by where they are said. */
export const words = Object.fromEntries(
  (Object.keys(english) as (keyof Sentences)[]).map((group) => [group, following(group)]),
) as unknown as Sentences;

/** The sentences of a map's language (BCP 47): what is put onto a map is said as the map is written. */
export function wordsIn(tag: string): Sentences {
  return spoken[ours(tag)];
}

/** When something was, as near as matters: "Today, 14.02", "Yesterday", "14 November". */
export function moment(when: string, now: Date): string {
  return words.times.moment(when, now);
}

/** A time and its day: "14.02, today". Empty where it is not a time. */
export function clockAndDay(when: string, now = new Date()): string {
  return words.times.clockAndDay(when, now);
}

/** Keys as they stand on the keyboards of the language: "Ctrl Del" is "Strg Entf". */
export function capsOf(keys: string): string {
  const caps = words.keyCaps;
  return keys
    .split(' ')
    .map((key) => caps[key] ?? key)
    .join(' ');
}
