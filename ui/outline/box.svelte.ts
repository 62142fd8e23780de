// The text box of the outline: it stands in the line whose words are written.
import { flushSync } from 'svelte';
import type { Surface, Written } from '../gestures/surface';
import { Under, type UnderBox } from '../gestures/under';
import type { Id, NodeKey } from '../shell/types';
import { idsOf, kindOf } from '../state/scene';
import { words } from '../words';
import type { OutlineDesk } from './desk.svelte';

/** Words that were written and have not come back yet. */
export interface Sent {
  key: NodeKey;
  text: string;
  born: Written['born'];
}

/** The text box, and what was written with it a moment ago. */
export class OutlineBox implements Surface, UnderBox {
  readonly area = document.createElement('textarea');
  /** Whose words it stands for; null while it is closed. */
  open = $state.raw<Written | null>(null);
  /** What shows the words that were sent until they come back. */
  sent = $state.raw<readonly Sent[]>([]);
  /** What the box holds: its line is as wide as that. */
  live = $state('');
  readonly #under = new Under(this);
  #height = 0;

  constructor(private readonly desk: OutlineDesk) {
    this.area.className = 'write-line';
    this.area.rows = 1;
    this.area.dir = 'auto';
    this.area.setAttribute('autocomplete', 'off');
  }

  get editor() {
    return this.desk.editor;
  }

  get hints() {
    return words.outline.hints;
  }

  /** The words of a thing as they were typed last, or else as Rust said them. */
  wordsOf(key: NodeKey, said: string): string {
    return this.sent.find((one) => one.key === key)?.text ?? said;
  }

  /** The stage in which a lane gets another name: its heading stands in each of them. */
  headingIn: Id | null = null;

  reaches(key: NodeKey): boolean {
    const [lane] = idsOf(key);
    if (kindOf(key) !== 'lane' && kindOf(key) !== 'label') return this.desk.element(key) !== null;
    const { focus } = this.desk.selection;
    const stage = (focus === null ? null : this.desk.stageOf(focus)) ?? this.desk.at;
    this.headingIn = stage !== null && this.desk.element(`cell/${lane}/${stage}`) ? stage : null;
    return this.headingIn !== null;
  }

  /** Whether the box stands in the heading of a lane. */
  inHeading(lane: Id, stage: Id): boolean {
    const { open, headingIn } = this;
    return open?.record.table === 'lane' && open.record.id === lane && headingIn === stage;
  }

  put(written: Written): void {
    this.#select(written.key);
    if (this.open !== written) {
      this.open = written;
      this.live = this.area.value;
      flushSync();
    }
    const slot = this.desk.viewport.querySelector('.slot');
    if (!slot) return;
    if (this.area.parentElement !== slot) {
      // Moving an element takes the focus from it; the keys of that moment must not be lost.
      const had = document.activeElement === this.area;
      slot.append(this.area);
      if (had) this.area.focus({ preventScroll: true });
    }
    this.fit();
    this.#under.place();
  }

  opened(lane: Id): void {
    this.desk.show(this.area);
    this.#under.open(lane);
  }

  typed(): boolean {
    const taller = this.fit();
    this.#under.typed();
    return taller;
  }

  fit(): boolean {
    const { area } = this;
    if (this.live !== area.value) {
      // The line is as wide as its words before it is asked how high they are.
      this.live = area.value;
      flushSync();
    }
    const before = this.#height;
    area.style.height = '0';
    this.#height = area.scrollHeight;
    area.style.height = `${this.#height}px`;
    return before !== this.#height;
  }

  /** Set by whoever knows them: the keys of a line that is being written. */
  keys: (event: KeyboardEvent) => boolean = () => false;

  press(event: KeyboardEvent): boolean {
    return this.#under.press(event) || this.keys(event);
  }

  leave(): void {}

  /** What is written is what bars and inspector are about; a new card is on the map once it has words. */
  #select(key: NodeKey): void {
    const { selection, scene } = this.desk;
    const is = ['card', 'stage', 'gap', 'path', 'feeling'].includes(kindOf(key));
    if (!is || !scene?.node(key)) selection.clear();
    else if (selection.keys.length !== 1 || !selection.has(key)) selection.only(key);
  }

  remove(): void {
    const { open } = this;
    const text = this.area.value;
    if (open && text.trim() !== '') {
      const others = this.sent.filter(({ key }) => key !== open.key);
      this.sent = [...others, { key: open.key, text, born: open.born }];
    }
    this.open = null;
    this.#height = 0;
    this.#under.close();
    this.area.remove();
  }

  covers(key: NodeKey, is: boolean): void {
    if (is || !this.sent.some((one) => one.key === key)) return;
    // All of it has arrived; what the outline says of it comes now.
    void this.desk.reading.settled().then(() => {
      this.sent = this.sent.filter((one) => one.key !== key);
    });
  }

  lay(element: HTMLElement): void {
    this.follow(element);
    this.desk.show(element);
  }

  follow(element: HTMLElement): void {
    const slot = this.area.parentElement;
    if (slot && element.parentElement !== slot) slot.append(element);
  }
}
