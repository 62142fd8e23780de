// Keys of a line that is being written, as people know them from other outliners: arrows lead from line to line,
// Backspace in an empty one takes it away, Alt and arrows take the line along.
import type { KeyGroup } from '../gestures/keys/keys';
import { Clipboard } from '../gestures/keys/clipboard';
import { Moves } from '../gestures/keys/moves';
import type { NodeKey } from '../shell/types';
import { shortcutOf } from '../shortcuts';
import { kindOf } from '../state/scene';
import type { OutlineBox } from './box.svelte';
import type { OutlineDesk } from './desk.svelte';

/** What arrows lead to while writing: what consists of words alone. */
const written = ['title', 'stage', 'card', 'gap'];

/** The keys of a line that is being written. */
export class LineKeys {
  readonly #moves: KeyGroup;
  readonly #clipboard: Clipboard;

  constructor(
    private readonly desk: OutlineDesk,
    private readonly box: OutlineBox,
  ) {
    this.#moves = new Moves(desk);
    this.#clipboard = new Clipboard(desk);
    box.keys = (event) => this.#press(event);
    box.area.addEventListener('paste', (event) => this.#paste(event));
  }

  #press(event: KeyboardEvent): boolean {
    const { area, open } = this.box;
    if (!open || event.ctrlKey || event.metaKey) return false;
    const isCard = kindOf(open.key) === 'card';
    const { selectionStart: from, selectionEnd: to, value } = area;
    if (event.altKey)
      return (
        isCard && shortcutOf(event, ['up', 'down', 'left', 'right']) !== null && this.#move(event, open.key)
      );
    if (event.shiftKey || from !== to) return false;
    switch (event.key) {
      case 'Backspace':
        return value === '' && isCard && !area.classList.contains('waiting') && this.#back(open.key);
      case 'ArrowUp':
        return this.#lineOf(from) === 1 && this.#go(open.key, -1, from);
      case 'ArrowDown':
        return this.#lineOf(from) === this.#lineOf(value.length) && this.#go(open.key, 1, from);
      case 'ArrowLeft':
        return from === 0 && this.#go(open.key, -1, Infinity);
      case 'ArrowRight':
        return from === value.length && this.#go(open.key, 1, 0);
      default:
        return false;
    }
  }

  /** In which line of the box a character stands, from 1. */
  #lineOf(at: number): number {
    const { area } = this.box;
    const probe = document.createElement('div');
    probe.className = 'write-line probe';
    probe.textContent = `${area.value.slice(0, at)}\u200b`;
    probe.style.width = `${area.clientWidth}px`;
    area.parentElement?.append(probe);
    const line = parseFloat(getComputedStyle(probe).lineHeight) || 1;
    const height = probe.offsetHeight;
    probe.remove();
    return Math.max(1, Math.round(height / line));
  }

  /** The nearest line above or below that is written in. */
  #beside(key: NodeKey, step: 1 | -1): NodeKey | null {
    const stops = this.desk.stops.map((stop) => stop.dataset.key!);
    const at = stops.indexOf(key);
    const row = step > 0 ? stops.slice(at + 1) : stops.slice(0, Math.max(0, at)).reverse();
    return row.find((other) => written.includes(kindOf(other))) ?? null;
  }

  #go(key: NodeKey, step: 1 | -1, caret: number): boolean {
    const to = this.#beside(key, step);
    if (to === null) return false;
    this.desk.selection.only(to);
    this.desk.writer.write(to, false, caret);
    return true;
  }

  /** Takes an empty line away and goes on at the end of the one above. */
  #back(key: NodeKey): boolean {
    const { desk } = this;
    const stops = desk.stops.map((stop) => stop.dataset.key!);
    const above = stops[stops.indexOf(key) - 1];
    desk.writer.close();
    if (above === undefined) return true;
    desk.selection.walked(above);
    if (kindOf(above) === 'card') desk.writer.write(above, false, Infinity);
    else desk.focus(above);
    return true;
  }

  /** Takes the line along, and goes on in it. */
  #move(event: KeyboardEvent, key: NodeKey): boolean {
    const { desk } = this;
    const caret = this.box.area.selectionStart;
    desk.writer.close();
    desk.selection.only(key);
    const moved = desk.editor.rest().then(async () => {
      this.#moves.press(event, key);
      await desk.editor.inTurn(async () => {});
      await desk.reading.settled();
      if (desk.scene?.node(key)) desk.writer.write(key, false, caret);
    });
    void desk.held.until(moved);
    return true;
  }

  /** Several lines that are pasted into an empty one become as many cards. */
  #paste(event: ClipboardEvent): void {
    const { area, open } = this.box;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!open || kindOf(open.key) !== 'card' || area.value !== '' || !/\S\s*\n\s*\S/.test(text)) return;
    event.preventDefault();
    const at = open.born ? (open.born.below ?? open.born.cell) : open.key;
    this.desk.writer.close();
    this.#clipboard.paste({ text, html: event.clipboardData?.getData('text/html') ?? '' }, at);
  }
}
