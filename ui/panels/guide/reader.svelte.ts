// Who reads the guide: which chapter is open, what is looked for, and where links lead.
import { tick } from 'svelte';
import type { Chapter, Part } from '../../guide/chapter';
import type { App } from '../../state/app.svelte';
import { around, placesIn, seek, type Place } from './seeking';

/** A reader of the guide. */
export class Reader {
  parts = $state.raw<readonly Part[]>([]);
  sought = $state('');
  #at = $state('');
  readonly #places = $derived(placesIn(this.parts));
  /** Where the words are that are looked for. */
  readonly found = $derived(seek(this.#places, this.sought));
  readonly #all = $derived(this.parts.flatMap(({ chapters }) => chapters));
  /** The open chapter; the first one until another is chosen. */
  readonly chapter = $derived<Chapter | null>(
    this.#all.find(({ id }) => id === this.#at) ?? this.#all[0] ?? null,
  );
  readonly #marked = $derived.by(() => {
    const wanted = this.sought
      .trim()
      .split(/\s+/)
      .filter((word) => word.length > 1);
    const safe = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return safe.length > 0 ? new RegExp(`(${safe.join('|')})`, 'iu') : null;
  });

  constructor(readonly app: App) {}

  /** A text in pieces: each second one is looked for. */
  pieces(text: string): string[] {
    return this.#marked ? text.split(this.#marked) : [text];
  }

  /** The words around what was found. */
  around(place: Place): string {
    return around(place, this.sought);
  }

  /** Goes to a chapter, and to a heading in it; the chapter that is open where it has no name. */
  follow(chapter: string, heading: string | null): void {
    if (chapter) this.#at = chapter;
    void tick().then(() => {
      const title = document.getElementById(heading === null ? 'guide-title' : `guide-${heading}`);
      title?.focus({ preventScroll: true });
      title?.scrollIntoView({ block: 'start' });
    });
  }

  /** Opens a link outside of the window. */
  outside(link: string): void {
    this.app.shell.openLink({ link }).catch((thrown: unknown) => this.app.notices.failed(thrown));
  }
}
