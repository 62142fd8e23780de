// How well typed letters fit a text: whole words before beginnings of words, before initials, before scattered letters.

/** A text as it is compared: small letters without accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** How well one typed word fits; 0 for not at all. Both are folded. */
function fit(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 100;
  if (at > 0 && !/[\p{L}\p{N}]/u.test(text[at - 1]!)) return 80;
  const starts = initials(text);
  const first = starts.indexOf(word);
  if (first >= 0) return first === 0 ? 70 : 60;
  if (at > 0) return 40;
  return scattered(word, text);
}

const firsts = new Map<string, string>();

/** The first letters of a text's words; kept, for each text is asked about with every key. */
function initials(text: string): string {
  let found = firsts.get(text);
  if (found === undefined) {
    found = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word[0]).join('');
    if (firsts.size > 20_000) firsts.clear();
    firsts.set(text, found);
  }
  return found;
}

/** Letters in their order with others between them: only where most of the stretch is theirs. */
function scattered(word: string, text: string): number {
  if (word.length < 3) return 0;
  const begin = text.indexOf(word[0]!);
  let at = begin - 1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
  }
  const stretch = at - begin + 1;
  return stretch <= word.length * 2 ? (20 * word.length) / stretch : 0;
}

/** How well what was typed fits a text, each of its words somewhere; 0 for not at all. Both are folded. */
export function score(typed: string, text: string): number {
  const words = typed.split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const whole = text.startsWith(typed.trim()) ? 50 : 0;
  let sum = 0;
  for (const word of words) {
    const found = fit(word, text);
    if (found === 0) return 0;
    sum += found;
  }
  // Of equals the shorter one says less that nobody asked for.
  return whole + sum / words.length - Math.min(5, text.length / 40);
}
