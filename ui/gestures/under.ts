// What lies under the box of a new card: the keys that go on from there, or for a touchpoint the channels that fit.
import { div } from '../scene/dom';
import { drawn } from '../state/icons';
import type { Choice, Id } from '../shell/types';
import { capsOf, words } from '../words';
import { keyOf } from '../shortcuts';
import type { Editor } from '../state/editor.svelte';

/** The text box that something lies under. */
export interface UnderBox {
  readonly editor: Editor;
  readonly area: HTMLTextAreaElement;
  /** The keys that go on from there, with what they do. */
  readonly hints: readonly (readonly [keys: string, what: string])[];
  /** Lays an element under the box, and brings both into view. */
  lay(element: HTMLElement): void;
  /** The box has another place or height: the element follows. */
  follow(element: HTMLElement): void;
}

/** The name under which assistive technology finds the list. */
const list = 'channels-offered';

/** The helps under a text box. */
export class Under {
  readonly #element = div('under');
  #channels: readonly Choice[] = [];
  #options: HTMLElement[] = [];
  /** Which of the options is chosen; none for −1. */
  #at = -1;
  /** Counts boxes, so that an answer for an earlier one is left alone. */
  #turn = 0;

  constructor(private readonly box: UnderBox) {
    // The box keeps the focus, and the map below does not hear of it.
    for (const name of ['pointerdown', 'dblclick'] as const)
      this.#element.addEventListener(name, (event) => {
        event.preventDefault();
        event.stopPropagation();
      });
  }

  /** How high the keys are that lie under the box; 0 for none, and for a list, which opens over what is there. */
  get hint(): number {
    return this.#element.matches('.keys') ? this.#element.offsetHeight : 0;
  }

  /** Shows what helps with a new card of a lane. */
  open(lane: Id): void {
    this.close();
    const { editor } = this.box;
    if (editor.laneKinds.get(lane) === 'touchpoints') void this.#offer();
    else if (editor.hints()) this.#hint();
  }

  /** The words changed. */
  typed(): void {
    if (this.#channels.length > 0) this.#fit();
    this.place();
  }

  /** The box has another place or height. */
  place(): void {
    if (this.#element.isConnected) this.box.follow(this.#element);
  }

  /** Acts on a key that is for the list; true where nobody else is to hear it. */
  press(event: KeyboardEvent): boolean {
    const ways: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const way = ways[event.key];
    if (this.#options.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (way !== undefined) {
      this.#choose(Math.min(this.#at + way, this.#options.length - 1));
      return true;
    }
    // Enter takes the channel over and then does what it always does.
    if (['Enter', 'Tab'].includes(keyOf(event))) this.#take(this.#at);
    return false;
  }

  /** Takes all of it away. */
  close(): void {
    this.#turn += 1;
    this.#channels = [];
    this.#options = [];
    this.#at = -1;
    this.#element.remove();
    this.#element.replaceChildren();
    for (const name of ['aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
      this.box.area.removeAttribute(name);
  }

  #show(className: string): void {
    this.#element.className = `under ${className}`;
    this.box.lay(this.#element);
  }

  /** The keys, for who is new. */
  #hint(): void {
    this.#element.removeAttribute('role');
    this.#element.setAttribute('aria-hidden', 'true');
    for (const [key, what] of this.box.hints) {
      const hint = document.createElement('span');
      const cap = document.createElement('kbd');
      cap.textContent = capsOf(key);
      hint.append(cap, what);
      this.#element.append(hint);
    }
    this.#show('keys');
  }

  async #offer(): Promise<void> {
    const turn = this.#turn;
    // A list is a help: without one the name is just typed.
    const channels = await this.box.editor.shell.channels().catch(() => []);
    if (turn !== this.#turn || channels.length === 0) return;
    this.#channels = channels;
    this.#element.removeAttribute('aria-hidden');
    this.#element.setAttribute('role', 'listbox');
    this.#element.setAttribute('aria-label', words.channels.title);
    this.#element.id = list;
    this.box.area.setAttribute('aria-controls', list);
    this.box.area.setAttribute('aria-autocomplete', 'list');
    this.#show('channels');
    this.#fit();
  }

  /** Shows the channels that have a word beginning with what was typed. */
  #fit(): void {
    const sought = this.box.area.value.trim().toLowerCase();
    const fits = ({ label }: Choice) =>
      ` ${label.toLowerCase()}`.includes(` ${sought}`) && label.toLowerCase() !== sought;
    this.#options = this.#channels.filter(fits).map((channel, at) => this.#option(channel, at));
    this.#element.replaceChildren(...this.#options);
    this.#element.hidden = this.#options.length === 0;
    this.#choose(-1);
  }

  #option(channel: Choice, at: number): HTMLElement {
    const [option, icon] = [div('option'), div('icon')];
    drawn(icon, channel.icon ?? 'map-pin');
    option.append(icon, channel.label);
    option.id = `${list}-${at}`;
    option.dataset.channel = channel.value;
    option.setAttribute('role', 'option');
    option.addEventListener('click', () => this.#take(at));
    return option;
  }

  #choose(at: number): void {
    this.#at = Math.max(-1, at);
    this.#options.forEach((option, index) =>
      option.setAttribute('aria-selected', String(index === this.#at)),
    );
    const option = this.#options[this.#at];
    option?.scrollIntoView?.({ block: 'nearest' });
    if (option) this.box.area.setAttribute('aria-activedescendant', option.id);
    else this.box.area.removeAttribute('aria-activedescendant');
  }

  /** Types the name of a channel: a touchpoint looks like the channel that it is called. */
  #take(at: number): void {
    const channel = this.#options[at]?.dataset.channel;
    if (channel === undefined) return;
    this.box.area.value = channel;
    this.box.area.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
