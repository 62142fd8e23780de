// What can be done with the points of curves.

import { newId } from '../../shell/ids';
import type { EvidenceLevel, Id, Moment } from '../../shell/types';
import { set } from '../../state/edits';
import type { Fields, Making } from './making.svelte';

/** The end of the scale on either side. */
const most = 2;

/** The acts on points. */
export class FeelingActs {
  constructor(private readonly making: Making) {}

  /** Puts a point into the middle of a stage, at the curve's middle. */
  async add(lane: Id, stage: Id, person: Id | null): Promise<void> {
    const id = newId();
    const fields = { id, lane, stage, person, position: 0.5, value: 0 };
    const key = `feeling/${id}`;
    const done = await this.making.make({ edit: 'add', table: 'feeling', fields, place: 'last' }, key);
    if (done && this.making.editor.scene?.node(key)) this.making.editor.selection.only(key);
  }

  /** Whether a point can go further up or down. */
  canStep(fields: Fields, by: number): boolean {
    const value = Number(fields.value);
    return by > 0 ? value < most : value > -most;
  }

  /** Moves a point up or down. The step is taken from where it is by then. */
  async step(feeling: Id, by: number): Promise<void> {
    const fields = await this.making.record({ table: 'feeling', id: feeling });
    if (typeof fields.value !== 'number') return;
    const value = Math.min(most, Math.max(-most, fields.value + by));
    const [stage, position] = [String(fields.stage), Number(fields.position)];
    await this.making.make({ edit: 'move_feeling', id: feeling, stage, position, value });
  }

  async setPerson(feeling: Id, person: Id | null): Promise<void> {
    await this.#set(feeling, 'person', person);
  }

  async setEvidence(feeling: Id, level: EvidenceLevel): Promise<void> {
    await this.#set(feeling, 'evidence', level);
  }

  async setMoment(feeling: Id, moment: Moment): Promise<void> {
    await this.#set(feeling, 'moment', moment);
  }

  async #set(feeling: Id, field: string, value: unknown): Promise<void> {
    await this.making.make(set({ table: 'feeling', id: feeling }, field, value));
  }
}
