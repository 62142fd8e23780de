// A small map with a canvas on it, for tests: its shell keeps the cards and answers with Scenes laid out by hand.
import type { Done, OpenMap, Pasted, Shell } from '../shell/shell';
import type { Edit, Patch, WholeScene } from '../shell/types';
import { Faces } from '../scene/fonts';
import { smallCards, smallPatch, smallScene, type Beside, type Cards } from '../scene/small';
import { Editor } from '../state/editor.svelte';
import { Preferences } from '../state/preferences.svelte';
import { Notices } from '../state/notices.svelte';
import { MountedCanvas } from './mount';

const kinds: Record<string, string> = { l1: 'actions', l2: 'emotions', l3: 'pain_points' };

/** The shell of a small map. Understands the edits that the canvas sends for cards. */
export class SmallShell {
  cards: Cards = structuredClone(smallCards);
  /** Every edit, in the order of arrival. */
  readonly edits: Edit[] = [];
  /** Sessions that were ended. */
  readonly ended: string[] = [];
  /** While set, questions for a record wait for it. */
  hold: Promise<void> | null = null;
  /** Cards that were copied, and what was pasted. */
  readonly copied: string[][] = [];
  readonly pasted: Parameters<Shell['paste']>[0][] = [];
  /** Whether a paste asks first. */
  asksFirst = false;
  /** What every edit says aloud. */
  announce: string | null = null;
  /** How many cards every edit makes shorter. */
  shortened = 0;
  /** Fields of records other than cards, by id. */
  readonly fields: Record<string, Record<string, unknown>> = {
    f: { id: 'f', stage: 's2', position: 0.5, value: 1.9, label: 'hopeful' },
  };
  /** What room was asked for. */
  readonly rooms: Parameters<Shell['makeRoom']>[0]['room'][] = [];
  /** Stages that are gone, with all that lay in them. */
  #lost: string[] = [];
  #scene: WholeScene;

  constructor(private readonly beside: Beside = {}) {
    this.#scene = smallScene(this.cards, 1, undefined, beside);
  }

  start = () => Promise.reject(new Error('not asked'));
  on = () => () => {};
  scene = () => Promise.resolve(this.#scene);
  prompt = () => Promise.resolve('What do they do?');
  /** Lays a card out that is in no cell of the map. */
  makeRoom = ({ room }: Parameters<Shell['makeRoom']>[0]): Promise<Patch | null> => {
    const cards = structuredClone(this.cards);
    this.rooms.push(room);
    if (room) {
      const cell = ((cards[room.lane] ??= {})[room.stage] ??= []);
      const at = room.below === null ? cell.length : cell.findIndex(({ id }) => id === room.below) + 1;
      cell.splice(at, 0, { id: room.card, text: 'What do they do?' });
    }
    return Promise.resolve(this.#shown(cards));
  };
  undo = (): Promise<null> => Promise.resolve(null);
  copy = ({ cards }: { cards: string[] }) => Promise.resolve(void this.copied.push(cards));
  paste = (of: Parameters<Shell['paste']>[0]): Promise<Pasted> => {
    this.pasted.push(of);
    const counts = { cards: 2, stages: 0 };
    const done = this.asksFirst && !of.sure ? null : this.#do({ edit: 'together', label: null, edits: [] });
    return Promise.resolve({ counts, lane: 'Actions', done });
  };
  endTyping = ({ session }: { session: string }) => {
    this.ended.push(session);
    return Promise.resolve<string | null>('Pain point added, Decision, 2 of 2.');
  };
  apply = ({ edit }: { edit: Edit }) => Promise.resolve(this.#do(edit));
  amend = ({ edit }: { edit: Edit; session: string }) => Promise.resolve(this.#do(edit));

  async record({ table, id }: { table: string; id: string }): Promise<Record<string, unknown> | null> {
    if (table === 'lane') return { id, kind: kinds[id], ...this.fields[id] };
    await this.hold;
    if (this.fields[id]) return { ...this.fields[id] };
    const found = this.#find(id);
    return found ? { ...found.card } : null;
  }

  /** The texts of a cell. */
  texts(lane: string, stage: string): string[] {
    return (this.cards[lane]?.[stage] ?? []).map((card) => card.text);
  }

  /** Takes stages off the map, as undoing a paste of stages does. */
  lose(...stages: string[]): Done {
    this.#lost = stages;
    return this.#do({ edit: 'together', label: null, edits: [] });
  }

  #find(id: string) {
    for (const lane of Object.values(this.cards))
      for (const cell of Object.values(lane)) {
        const card = cell.find((one) => one.id === id);
        if (card) return { cell, card };
      }
    return null;
  }

  #cell(lane: string, stage: string) {
    return ((this.cards[lane] ??= {})[stage] ??= []);
  }

  #shown(cards: Cards): Patch {
    const laid = smallScene(cards, this.#scene.revision + 1, undefined, this.beside);
    const after = without(laid, this.#lost);
    const patch = smallPatch(this.#scene, after);
    this.#scene = after;
    return patch;
  }

  #do(edit: Edit): Done {
    this.edits.push(edit);
    this.#change(edit);
    const patch = this.#shown(this.cards);
    const cells = Object.values(this.cards).flatMap((lane) => Object.values(lane));
    const counts = { stages: 3, lanes: 3, cards: cells.flat().length };
    return {
      patch,
      map: 'm',
      maps: null,
      label: edit.edit,
      undo: edit.edit,
      redo: null,
      counts,
      touched: [],
      stale: { frame: false, stages: [] },
      removed: [],
      shortened: this.shortened,
      announce: this.announce,
    };
  }

  #change(edit: Edit): void {
    if (edit.edit === 'add') {
      const { id, lane, stage, text } = edit.fields as Record<string, string>;
      const cell = this.#cell(lane!, stage!);
      cell.splice(placeIn(cell, edit.place), 0, { id: id!, text: text! });
    } else if (edit.edit === 'together') {
      for (const one of edit.edits) this.#change(one);
    } else if (edit.edit === 'duplicate') {
      const { cell, card } = this.#find(edit.id)!;
      cell.push({ ...card, id: edit.copy });
    } else if (edit.edit === 'set') {
      const found = this.#find(edit.id);
      if (found) found.card.text = String(edit.value);
      else this.fields[edit.id] = { ...this.fields[edit.id], [edit.field]: edit.value };
    } else if (edit.edit === 'remove') {
      for (const { id } of edit.records) {
        const found = this.#find(id);
        found?.cell.splice(found.cell.indexOf(found.card), 1);
      }
    } else if (edit.edit === 'move_cards') {
      const moved = edit.cards.map((id) => {
        const { cell, card } = this.#find(id)!;
        return cell.splice(cell.indexOf(card), 1)[0]!;
      });
      const cell = this.#cell(edit.lane, edit.stage);
      cell.splice(placeIn(cell, edit.place), 0, ...moved);
    }
  }
}

/** A Scene without some stages. */
function without(scene: WholeScene, stages: string[]): WholeScene {
  const gone = new Set<string>();
  const goes = (key: string, parent: string | null) =>
    stages.some((stage) => key.endsWith(`/${stage}`)) || (parent !== null && gone.has(parent));
  for (const { key, parent } of scene.nodes) if (goes(key, parent)) gone.add(key);
  const left = scene.nodes.filter(({ key }) => !gone.has(key));
  const nodes = left.map((node) => ({ ...node, children: node.children.filter((key) => !gone.has(key)) }));
  return { ...scene, nodes };
}

function placeIn(cell: { id: string }[], place: (Edit & { edit: 'move_cards' })['place']): number {
  if (place === 'first') return 0;
  if (place === 'last') return cell.length;
  if ('before' in place) return cell.findIndex((card) => card.id === place.before);
  return cell.findIndex((card) => card.id === place.after) + 1;
}

/** A small map on the screen. */
export async function smallMap(beside: Beside = {}) {
  const shell = new SmallShell(beside);
  const open: OpenMap = {
    file_name: 'small.journey', title: 'A small map', map: 'm', maps: [], read_only: null, undo: null, redo: null,
    save: { state: 'saved', sentence: '', detail: null, waiting: 0, since: '' },
    counts: { stages: 3, lanes: 3, cards: 4 },
  }; // prettier-ignore
  const notices = new Notices();
  const editor = new Editor(
    shell as unknown as Shell,
    notices,
    open,
    new Preferences(shell as unknown as Shell),
  );
  const above = document.createElement('div');
  const viewport = document.createElement('div');
  above.append(viewport);
  document.body.append(above);
  viewport.tabIndex = -1;
  // Nothing is laid out in tests: the view is said to be large enough for all of the map.
  for (const [name, value] of Object.entries({ clientWidth: 1200, clientHeight: 800 }))
    Object.defineProperty(viewport, name, { value, configurable: true });
  viewport.getBoundingClientRect = () => new DOMRect(0, 0, 1200, 800);
  const busy: boolean[] = [];
  const canvas = new MountedCanvas(editor, viewport, above, new Faces(), (is) => busy.push(is));
  const settle = async () => {
    for (let at = 0; at < 5; at += 1) await new Promise((done) => setTimeout(done, 0));
    await canvas.settled;
  };
  canvas.resized();
  await settle();
  viewport.querySelector('.scene-header')!.getBoundingClientRect = () => new DOMRect(0, 83, 798, 72);
  const element = (key: string) => canvas.painter.element(key)!;
  const box = () => viewport.querySelector<HTMLTextAreaElement>('.write-box');
  /** Presses a key where the focus is; answers whether the browser would go on to type it. */
  const press = (key: string, over: KeyboardEventInit = {}) => {
    const target = document.activeElement ?? document.body;
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over });
    target.dispatchEvent(event);
    return !event.defaultPrevented;
  };
  /** Types as a browser does: a key that nobody took goes into the box that has the focus then. */
  const type = (text: string) => {
    for (const key of text) {
      const goesOn = press(key);
      const area = document.activeElement;
      if (!goesOn || !(area instanceof HTMLTextAreaElement)) continue;
      area.value += key;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  /** Types what no key says, as an input method does: into the text that has the focus, unless somebody takes it. */
  const compose = (data: string, inputType = 'insertFromComposition') => {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement)) return;
    const about = { data, inputType, bubbles: true };
    if (!area.dispatchEvent(new InputEvent('beforeinput', { ...about, cancelable: true }))) return;
    area.value += data;
    area.dispatchEvent(new InputEvent('input', about));
  };
  /** Hands a clipboard over, as the web view does; answers whether somebody else is to take it. */
  const paste = async (text: string, html = '') => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    const clipboardData = { getData: (kind: string) => (kind === 'text/html' ? html : text) };
    (document.activeElement ?? document.body).dispatchEvent(Object.assign(event, { clipboardData }));
    await settle();
    return !event.defaultPrevented;
  };
  const pointer = (name: string, target: Element, x: number, y: number, over: PointerEventInit = {}) =>
    target.dispatchEvent(
      new PointerEvent(name, {
        bubbles: true,
        cancelable: true,
        clientX: x,
        clientY: y,
        pointerId: 1,
        ...over,
      }),
    );
  const close = () => {
    canvas.close();
    editor.close();
    above.remove();
  };
  return {
    shell,
    editor,
    notices,
    canvas,
    busy,
    viewport,
    above,
    element,
    box,
    press,
    type,
    compose,
    paste,
    pointer,
    settle,
    close,
  };
}
