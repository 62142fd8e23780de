// Whether a person works by keys or by a pointer, as far as the last press tells. The engine's own `:focus-visible`
// forgets: what gets the focus from a script after a click shows no ring, also where only keys are pressed from then on.
import { modifiers } from './shortcuts';

/** Notes the hand at the document's root, for styles; the returned function ends that. */
export function noteHand(page: Document = document): () => void {
  const stop = new AbortController();
  const first = { capture: true, signal: stop.signal };
  const note = (hand: 'keys' | 'pointer') => {
    if (page.documentElement.dataset.hand !== hand) page.documentElement.dataset.hand = hand;
  };
  page.addEventListener('keydown', (event) => !modifiers.has(event.key) && note('keys'), first);
  page.addEventListener('pointerdown', () => note('pointer'), first);
  return () => stop.abort();
}
