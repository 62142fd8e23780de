// What can be done with lanes.

import { newId } from '../../shell/ids';
import type { Edit, Id, LaneKind, LineBelow, Place, Zone } from '../../shell/types';
import { addLane, lineBelow, moveLane, set } from '../../state/edits';
import { laneStep, lanesIn, zoneOf } from '../../state/order';
import { heights, stepped } from '../../state/sizes';
import { words } from '../../words';
import { kinds } from '../kinds';
import type { Fields, Making } from './making.svelte';

/** The height of a lane that is folded to its label, with the line above it, in the Scene's px. */
const folded = 34;

/** The acts on lanes. */
export class LaneActs {
  constructor(private readonly making: Making) {}

  nameOf(lane: Id): string {
    return this.making.nameOf(`label/${lane}`);
  }

  /** Where a lane of a kind goes that is added below another one: there if it is at home on that sheet. */
  place(kind: LaneKind, below: Id | null): { zone: Zone; place: Place } {
    const home = kinds.find((entry) => entry.kind === kind)?.zone ?? null;
    const nodes = this.making.editor.scene?.nodes;
    const known = below !== null && nodes && lanesIn(nodes, zoneOf(nodes, below)).includes(below);
    const zone = known ? zoneOf(nodes, below) : (home ?? 'insight');
    return known && (home === null || home === zone)
      ? { zone, place: { after: below } }
      : { zone: home ?? zone, place: 'last' };
  }

  async add(kind: LaneKind, below: Id | null): Promise<void> {
    const id = newId();
    const { zone, place } = this.place(kind, below);
    const edit = addLane(id, this.making.editor.open.map, kind, zone, place);
    if (await this.making.make(edit, `label/${id}`)) this.making.editor.selection.only(`label/${id}`);
  }

  /** The edit that moves a lane one step; null at an end. */
  step(lane: Id, way: 'up' | 'down'): Edit | null {
    const { scene } = this.making.editor;
    return scene ? laneStep(scene.nodes, lane, way) : null;
  }

  async moveStep(lane: Id, way: 'up' | 'down'): Promise<void> {
    await this.#moved(lane, this.step(lane, way));
  }

  /** Moves a lane to the end of the other sheet. */
  async toZone(lane: Id, zone: Zone): Promise<void> {
    await this.#moved(lane, moveLane(lane, zone, 'last'));
  }

  /** Opens a lane that is folded to its label; nothing for another one. */
  async open(lane: Id): Promise<void> {
    const height = this.making.editor.scene?.node(`lane/${lane}`)?.size.h ?? Infinity;
    // Only a folded lane is so low; Rust knows whether it is one.
    if (height > folded || this.making.editor.readOnly) return;
    const fields = await this.making.record({ table: 'lane', id: lane });
    if (fields.collapsed === true) await this.fold(lane, false);
  }

  async fold(lane: Id, folded: boolean): Promise<void> {
    await this.making.make(set({ table: 'lane', id: lane }, 'collapsed', folded), `label/${lane}`);
  }

  /** Leaves a lane out; it can be shown again from the lane picker and the bar. */
  async hide(lane: Id): Promise<void> {
    const sentence = words.done.hidden(this.nameOf(lane));
    await this.making.tell(set({ table: 'lane', id: lane }, 'hidden', true), sentence);
  }

  async show(lane: Id): Promise<void> {
    const key = `label/${lane}`;
    const done = await this.making.make(set({ table: 'lane', id: lane }, 'hidden', false), key);
    if (done && this.making.editor.scene?.node(key)) this.making.editor.selection.only(key);
  }

  /** The height that a step makes of one; null at an end. */
  height(fields: Fields, way: 'lower' | 'higher'): number | null {
    return stepped(fields.height, way === 'higher' ? 1 : -1, heights);
  }

  /** Sets a lane's height; null as its content needs. */
  async setHeight(lane: Id, height: number | null): Promise<void> {
    await this.making.make(set({ table: 'lane', id: lane }, 'height', height), `label/${lane}`);
  }

  async setLine(lane: Id, line: LineBelow): Promise<void> {
    await this.making.make(lineBelow(lane, line));
  }

  async duplicate(lane: Id): Promise<void> {
    const copy = newId();
    const sentence = words.done.duplicated(this.nameOf(lane));
    await this.making.place({ edit: 'duplicate', table: 'lane', id: lane, copy }, `label/${copy}`, sentence);
  }

  async #moved(lane: Id, edit: Edit | null): Promise<void> {
    const name = this.nameOf(lane);
    if (await this.making.make(edit, `label/${lane}`)) this.making.offerUndo(words.done.moved(name));
  }
}
