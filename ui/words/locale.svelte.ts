// The language that the page speaks, and how it writes numbers, dates and lists and orders names.

/** The languages that the page speaks, each under its own name, as a person looks for it. */
export const languages = { en: 'English', de: 'Deutsch' } as const;

/** A language that the page speaks. */
export type Language = keyof typeof languages;

/** What the page says where the computer speaks none of ours: English as in most of the world. */
const fallback = 'en-GB';

/** Languages that are read from right to left. */
const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur']);

/** Whether a language is one of ours. */
function isOurs(language: string): language is Language {
  return Object.hasOwn(languages, language);
}

/** The language of ours for a tag like `de-CH`; English where it is none of ours. */
export function ours(tag: string): Language {
  const language = tag.split('-')[0]!.toLowerCase();
  return isOurs(language) ? language : 'en';
}

/** The language in force. */
class Locale {
  /** The tag with its region, as `Intl` takes it: `de-CH`. */
  tag = $state(fallback);
  #language = $derived(this.tag.split('-')[0]!);

  get language(): Language {
    return ours(this.tag);
  }

  /** Which way it is read. */
  get direction(): 'ltr' | 'rtl' {
    return rightToLeft.has(this.#language) ? 'rtl' : 'ltr';
  }

  /** Takes the language that was chosen, or the computer's own for `system`. */
  follow(chosen: Language | 'system', computer: string): void {
    const own = known(computer);
    if (chosen === 'system') this.tag = own;
    // The region of the computer counts where it speaks the chosen language.
    else this.tag = own.split('-')[0] === chosen ? own : chosen === 'en' ? fallback : chosen;
  }
}

/** A computer's language where it is one of ours and `Intl` knows it, else English. */
function known(computer: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(computer.replace('_', '-'));
    const language = tag?.split('-')[0] ?? '';
    if (tag === undefined || !isOurs(language)) return fallback;
    return tag === 'en' ? fallback : tag;
  } catch {
    return fallback;
  }
}

/** The language in force; what is shown follows it. */
export const locale = new Locale();

/**
 * A number with at most so many decimals and a true minus sign, which zero has not; without groups of three where it is
 * to be typed.
 */
export function number(value: number, decimals = 2, grouped = true): string {
  const said = new Intl.NumberFormat(locale.tag, { maximumFractionDigits: decimals, useGrouping: grouped })
    .format(value)
    .replace('-', '\u2212');
  return said === '\u22120' ? '0' : said;
}

/** Several things in one sentence: "a, b and c". */
export function list(things: readonly string[]): string {
  return new Intl.ListFormat(locale.tag, { type: 'conjunction' }).format(things);
}

/** "1 stage", "7 stages". */
export function many(count: number, one: string, more: string): string {
  return `${number(count)} ${count === 1 ? one : more}`;
}
