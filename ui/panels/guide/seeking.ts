// Looking for words in the guide: each place is a heading with the words below it.
import { plain, wordsOf, type Part } from '../../guide/chapter';
import { folded } from '../overlays/fuzzy';

/** A place in the guide. */
export interface Place {
  chapter: string;
  chapterTitle: string;
  /** The heading; null for the beginning of the chapter. */
  heading: string | null;
  title: string;
  /** Its words. */
  text: string;
}

/** All places, in order. */
export function placesIn(parts: readonly Part[]): Place[] {
  return parts.flatMap(({ chapters }) =>
    chapters.flatMap(({ id, title, blocks }) => {
      const places: Place[] = [{ chapter: id, chapterTitle: title, heading: null, title, text: '' }];
      for (const block of blocks) {
        if (block.kind === 'heading')
          places.push({
            chapter: id,
            chapterTitle: title,
            heading: block.id,
            title: plain(block.of),
            text: '',
          });
        else places.at(-1)!.text += `${wordsOf(block)} `;
      }
      return places;
    }),
  );
}

/** The places that have all of these words; those that have them in their title come first. */
export function seek(places: readonly Place[], sought: string): Place[] {
  const wanted = folded(sought).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const has = (text: string) => wanted.every((word) => folded(text).includes(word));
  const titled = places.filter(({ title }) => has(title));
  return [
    ...titled,
    ...places.filter((place) => !titled.includes(place) && has(`${place.title} ${place.text}`)),
  ];
}

/** The words around the first hit. */
export function around(place: Place, sought: string): string {
  const [first = ''] = folded(sought).split(/\s+/).filter(Boolean);
  const text = place.text.trim();
  // Accents fold into one letter each in the languages that the guide is in, so places agree.
  const at = Math.max(0, folded(text).indexOf(first));
  const from = at < 30 ? 0 : text.indexOf(' ', at - 30) + 1;
  const piece = text.slice(from, from + 90);
  return `${from > 0 ? '… ' : ''}${piece}${from + 90 < text.length ? ' …' : ''}`;
}
