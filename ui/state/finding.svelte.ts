// Finding and filtering: what is asked for, what Rust found, and which hit one stands at.
import type { Found, NodeKey, Query, RecordId } from '../shell/types';
import { words } from '../words';
import type { Editor } from './editor.svelte';

/** Asks for nothing. */
export const noQuery: Query = {
  text: '',
  people: [],
  kinds: [],
  teams: [],
  evidence: [],
  severity: null,
  unanswered: false,
};

/** How long a query must rest before its outcome is said aloud, in ms. */
const rest = 400;

/** Whether a query asks for anything. */
export function asks(query: Query): boolean {
  return query.text.trim() !== '' || filters(query);
}

/** Whether a query asks for more than words. */
export function filters(query: Query): boolean {
  const { people, kinds, teams, evidence, severity, unanswered } = query;
  return [people, kinds, teams, evidence].some((of) => of.length > 0) || severity !== null || unanswered;
}

/** The finding in one open map. */
export class Finding {
  /** Whether the bar is there; without it nothing is filtered. */
  open = $state(false);
  query = $state.raw<Query>(noQuery);
  /** Whether what was not found is hidden instead of dimmed. */
  hide = $state(false);
  /** Whether what is to take the place of the hits is asked for too. */
  replacing = $state(false);
  /** Counts how often the bar was asked for. */
  wanted = $state(0);
  /** Null where nothing is asked for. */
  found = $state.raw<Found | null>(null);
  /** The hit that one stands at. */
  current = $state.raw<RecordId | null>(null);
  #asking = false;
  #again = false;
  /** A step that was asked for while an answer was on its way. */
  #later: 1 | -1 | null = null;
  #stop: (() => void) | null = null;
  #say: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly editor: Editor) {}

  /** What stays clear on the map; null where nothing is filtered. */
  get keys(): ReadonlySet<NodeKey> | null {
    if (!this.open || !this.found || this.editor.revision < 0) return null;
    return new Set(this.found.hits.flatMap((hit) => this.editor.keyOf(hit) ?? []));
  }

  /** Where the current hit stands among all, from 0; −1 where there is none. */
  get at(): number {
    const { current } = this;
    return this.found?.hits.findIndex((hit) => hit.table === current?.table && hit.id === current?.id) ?? -1;
  }

  /** Shows the bar, and from now on the answer follows every edit; where it is there, its words are to be typed over. */
  show(): void {
    this.wanted += 1;
    if (!this.open) this.#begin();
  }

  #begin(): void {
    this.open = true;
    this.#stop = this.editor.watch({ whole: () => void this.#ask(), patched: () => void this.#ask() });
  }

  /** Takes the bar and the filter away. */
  close(): void {
    this.#stop?.();
    this.#stop = null;
    clearTimeout(this.#say);
    this.open = false;
    this.hide = this.replacing = false;
    this.query = noQuery;
    this.found = null;
    this.current = null;
  }

  /** Asks for something else. */
  ask(change: Partial<Query>): void {
    this.query = { ...this.query, ...change };
    if (!this.open) this.#begin();
    void this.#ask();
    clearTimeout(this.#say);
    this.#say = setTimeout(() => this.#announce(), rest);
  }

  /** Goes to the next or the previous hit, round and round. */
  step(by: 1 | -1): void {
    // Enter right behind the last letter means what will be found, not what was found for half the word.
    if (this.#asking) {
      this.#later = by;
      return;
    }
    const hits = this.found?.hits ?? [];
    if (hits.length === 0) return;
    const at = this.at;
    const next = at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length;
    this.#go(hits[next]!);
  }

  /** Puts other words in the place of those of the current hit, or of all. How many things changed. */
  async replace(replacement: string, only: RecordId | null): Promise<number> {
    const at = this.at;
    const done = await this.editor.replace(this.query, replacement, only);
    if (!done) return 0;
    await this.#ask();
    const hits = this.found?.hits ?? [];
    const next = only && at >= 0 ? hits[Math.min(at, hits.length - 1)] : undefined;
    if (next) this.#go(next);
    return done.touched.length;
  }

  #go(hit: RecordId): void {
    this.current = hit;
    const key = this.editor.keyOf(hit);
    if (key === null) return;
    this.editor.hands?.show(key);
    this.editor.selection.only(key);
  }

  /** One question at a time; what changed meanwhile is asked once more. */
  async #ask(): Promise<void> {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#again && this.open) {
        this.#again = false;
        const { query } = this;
        const found = asks(query) ? await this.editor.shell.find({ query }) : null;
        if (this.open) this.found = found;
      }
    } catch (thrown) {
      this.editor.notices.failed(thrown);
    } finally {
      this.#asking = false;
      const later = this.#later;
      this.#later = null;
      if (later !== null && this.open) this.step(later);
    }
  }

  #announce(): void {
    const { found } = this;
    this.editor.notices.say(found ? words.find.on(found) : words.find.off);
  }
}
