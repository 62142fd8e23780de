// Puts the outline of an open map to work: its keys, its text box, the pointer, and what menus and bars ask of it.
import { Clipboard } from '../gestures/keys/clipboard';
import { GridKeys } from '../gestures/keys/keys';
import { Writer } from '../gestures/write';
import type { NodeKey } from '../shell/types';
import { inText } from '../shortcuts';
import type { Editor } from '../state/editor.svelte';
import { kindOf } from '../state/scene';
import { OutlineBox } from './box.svelte';
import { OutlineDesk } from './desk.svelte';
import { LineKeys } from './typing';
import { OutlineWalks } from './walks';

/** The outline of an open map, outside of its components. */
export class MountedOutline {
  readonly desk: OutlineDesk;
  readonly box: OutlineBox;
  readonly #keys: GridKeys;
  readonly #stop = new AbortController();

  constructor(
    private readonly editor: Editor,
    viewport: HTMLElement,
  ) {
    const { reading } = editor;
    const desk = (this.desk = new OutlineDesk(editor, reading, viewport));
    const box = (this.box = new OutlineBox(desk));
    desk.writer = new Writer(desk, box);
    new LineKeys(desk, box);
    this.#keys = new GridKeys(desk, { press: () => false }, [new OutlineWalks(desk)]);
    reading.keeping = (put) => {
      desk.keep(put);
      desk.writer.follow();
      if (editor.unnamed) desk.writer.write(`title/${editor.open.map}`, true);
      editor.unnamed = false;
    };
    const clipboard = new Clipboard(desk);
    editor.hands = {
      write: (key, chosen) => desk.writer.write(key, chosen),
      writeNew: (record, edit, name, beside) => desk.writer.writeNew(record, edit, name, beside),
      endWriting: () => desk.writer.close(),
      newCard: (cell, below) => desk.writer.newCard(cell, below),
      copy: (key) => clipboard.copy(key),
      cut: (key) => clipboard.cut(key),
      paste: (copied, key) => clipboard.paste(copied, key),
      // What a step back took away is still in the text until it was read anew.
      hold: (done) => desk.held.until(done.finally(() => reading.settled())),
      reveal: (key) => desk.focus(key),
      show: (key) => desk.reveal(key),
      stop: () => {
        const { focus } = editor.selection;
        return (focus === null ? null : desk.element(focus)) ?? viewport;
      },
    };
    this.#listen(viewport);
    const sizes = new ResizeObserver(() => desk.look());
    sizes.observe(viewport);
    this.#stop.signal.addEventListener('abort', () => sizes.disconnect());
    reading.open();
    if (!editor.scene) void this.#first(viewport);
  }

  /** Takes the outline down; what is being written is kept. */
  close(): void {
    const { editor, desk } = this;
    desk.writer.close();
    editor.hands = null;
    editor.reading.keeping = (put) => put();
    editor.reading.close();
    this.#stop.abort();
  }

  /** The map was not laid out yet: menus and keys ask the Scene where things are. */
  async #first(viewport: HTMLElement): Promise<void> {
    const { camera } = this.editor;
    if (camera.view.w === 0) camera.view = { w: viewport.clientWidth, h: viewport.clientHeight };
    await this.editor.fetch();
  }

  #listen(viewport: HTMLElement): void {
    const { desk } = this;
    const { signal } = this.#stop;
    viewport.addEventListener('scroll', () => desk.look(), { signal, passive: true });
    viewport.addEventListener('click', (event) => this.#click(event), { signal });
    viewport.addEventListener('dblclick', (event) => this.#doubleClick(event), { signal });
    viewport.addEventListener('paste', (event) => this.#keys.paste(event), { signal });
    viewport.addEventListener('focusin', (event) => this.#focused(event), { signal });
    desk.held.listen(signal);
    const press = (event: KeyboardEvent) => {
      if (inText(event.target) || !this.#keys.press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    viewport.addEventListener('keydown', press, { signal });
  }

  #keyAt(target: EventTarget | null): NodeKey | null {
    return (target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset.key) || null;
  }

  #focused(event: FocusEvent): void {
    const key = this.#keyAt(event.target);
    if (key !== null && !inText(event.target)) this.desk.selection.focus = key;
  }

  /** A click selects; on words it also sets the caret. */
  #click(event: MouseEvent): void {
    const { desk } = this;
    const { target } = event;
    const key = this.#keyAt(target);
    if (inText(target) || (target instanceof Element && target.closest('button, .under'))) return;
    if (key === null) return desk.selection.clear();
    if (event.shiftKey) return this.#extend(key);
    if (event.ctrlKey || event.metaKey) desk.selection.toggle(key);
    else if (kindOf(key) === 'cell') desk.selection.clear();
    else desk.selection.only(key);
    const caret = target instanceof Element && target.closest('.words') ? caretAt(event) : null;
    const writes = caret !== null && !event.ctrlKey && !event.metaKey && kindOf(key) !== 'cell';
    if (writes && !this.editor.readOnly) desk.writer.write(key, false, caret);
    else desk.focus(key);
  }

  #doubleClick(event: MouseEvent): void {
    const key = this.#keyAt(event.target);
    if (key === null || inText(event.target) || this.editor.readOnly) return;
    if (kindOf(key) === 'cell') this.desk.writer.newCard(key, null);
    else this.desk.writer.write(key);
  }

  /** All cards from where the selection began to this one. */
  #extend(key: NodeKey): void {
    const { desk } = this;
    const cards = desk.stops.map((stop) => stop.dataset.key!).filter((stop) => kindOf(stop) === 'card');
    const ends = [desk.selection.anchor ?? desk.selection.focus ?? key, key].map((end) => cards.indexOf(end));
    const [from, to] = [Math.min(...ends), Math.max(...ends)];
    if (from >= 0) desk.selection.all(cards.slice(from, to + 1));
    desk.focus(key);
  }
}

/** Before which character of the words a press was; at their end where nobody can say. */
function caretAt({ clientX, clientY }: MouseEvent): number {
  return document.caretRangeFromPoint?.(clientX, clientY)?.startOffset ?? Infinity;
}
