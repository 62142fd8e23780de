// Pictures on their way into the map: chosen, pasted, dropped; and the edits that give each its place.

import { newId } from '../shell/ids';
import type { Brought, Dropped } from '../shell/shell';
import type { Edit, Id, NodeKey, RecordId } from '../shell/types';
import { addLane, set } from '../state/edits';
import type { Editor } from '../state/editor.svelte';
import { cellOfCard, cellOfKey, stages } from '../state/order';
import { idsOf, kindOf } from '../state/scene';

/** Where a picture goes: the edits that say so, and the record that then shows it. */
interface Place {
  edits: Edit[];
  record: RecordId;
}

/** A picture on a thing of the map: into the image card that it is, else onto a new one in the stage where it is. */
function placeAt(editor: Editor, key: NodeKey | null, image: Id): Place | null {
  const nodes = editor.scene?.nodes;
  if (!nodes) return null;
  const kindsOf = (lane: Id | undefined) => lane !== undefined && editor.laneKinds.get(lane) === 'image';
  const [id = ''] = key === null ? [] : idsOf(key);
  const cell = key === null ? null : kindOf(key) === 'card' ? cellOfCard(nodes, id) : cellOfKey(key);
  if (key !== null && kindOf(key) === 'card' && kindsOf(cell?.lane)) {
    const record: RecordId = { table: 'card', id };
    return { edits: [set(record, 'fields.image', image)], record };
  }
  const stage = cell?.stage ?? (key !== null && kindOf(key) === 'stage' ? id : stages(nodes)[0]);
  if (stage === undefined) return null;
  const there = kindsOf(cell?.lane) ? cell?.lane : [...editor.laneKinds.keys()].find(kindsOf);
  const lane = there ?? newId();
  const card = newId();
  const fields = { id: card, lane, stage, to_stage: stage, text: '', fields: { image } };
  return {
    edits: [
      ...(there === undefined ? [addLane(lane, editor.open.map, 'image', 'experience', 'last')] : []),
      { edit: 'add', table: 'card', fields, place: 'last' },
    ],
    record: { table: 'card', id: card },
  };
}

/** What an element hears that takes a dropped picture for itself; others leave it to the map. */
export const bringEvent = 'bring';

/** Brings pictures into the open map. */
export class Images {
  constructor(
    private readonly editor: Editor,
    /** Shows what a picture was put on, so that what it shows can be said. */
    private readonly show: (record: RecordId) => void,
  ) {}

  /** Asks for a picture and puts it where `edits` say. */
  async choose(edits: (image: Id) => Edit[]): Promise<void> {
    const brought = await this.#ask(() => this.editor.shell.chooseImage());
    if (brought) await this.use(brought, edits);
  }

  /** Puts a picture that was brought where `edits` say. */
  async use(brought: Brought, edits: (image: Id) => Edit[]): Promise<void> {
    const image = newId();
    if (!this.editor.readOnly) await this.editor.useImage(brought, image, edits(image));
  }

  /** Puts a picture where it was dropped: into a field that takes one, else onto the map. */
  async drop(dropped: Dropped): Promise<void> {
    const over = document.elementFromPoint(dropped.x, dropped.y);
    const field = over?.closest('[data-brings]');
    if (field) field.dispatchEvent(new CustomEvent<Brought>(bringEvent, { detail: dropped }));
    else await this.put(dropped, over?.closest<HTMLElement>('.canvas [data-key]')?.dataset.key ?? null);
  }

  /** Puts the clipboard's picture on a thing of the map; false where there is none. */
  async paste(key: NodeKey | null): Promise<boolean> {
    if (this.editor.readOnly) return false;
    const brought = await this.#ask(() => this.editor.shell.pasteImage());
    if (brought) await this.put(brought, key);
    return brought !== null;
  }

  /** Puts a picture that was brought on a thing of the map. */
  async put(brought: Brought, key: NodeKey | null): Promise<void> {
    const image = newId();
    const place = this.editor.readOnly ? null : placeAt(this.editor, key, image);
    if (place && (await this.editor.useImage(brought, image, place.edits))) this.show(place.record);
  }

  async #ask(ask: () => Promise<Brought | null>): Promise<Brought | null> {
    try {
      return await ask();
    } catch (thrown) {
      this.editor.notices.failed(thrown);
      return null;
    }
  }
}
