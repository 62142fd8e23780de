// What can be done with stages.

import { newId } from '../../shell/ids';
import type { Duration, Edit, Id, Place } from '../../shell/types';
import { addStage, set } from '../../state/edits';
import { stages, stageStep } from '../../state/order';
import { stepped, widths } from '../../state/sizes';
import { words } from '../../words';
import type { Fields, Making } from './making.svelte';

/** The acts on stages. */
export class StageActs {
  constructor(private readonly making: Making) {}

  /** The stages from left to right. */
  get all(): Id[] {
    const { scene } = this.making.editor;
    return scene ? stages(scene.nodes) : [];
  }

  nameOf(stage: Id): string {
    return this.making.nameOf(`stage/${stage}`);
  }

  /** Adds a stage with its name open for typing. */
  add(place: Place): void {
    const { editor } = this.making;
    const [id, name, all] = [newId(), editor.ownWords.edits.newStage, this.all];
    const beside =
      typeof place === 'string'
        ? all.at(place === 'first' ? 0 : -1)
        : 'before' in place
          ? place.before
          : place.after;
    const edit = addStage(id, editor.open.map, name, place);
    if (beside === undefined) void this.making.make(edit, `stage/${id}`);
    else this.making.begin({ table: 'stage', id }, edit, name, `stage/${beside}`);
  }

  /** The edit that moves a stage one step; null at an end. */
  step(stage: Id, way: 'left' | 'right'): Edit | null {
    const { scene } = this.making.editor;
    return scene ? stageStep(scene.nodes, stage, way) : null;
  }

  async moveStep(stage: Id, way: 'left' | 'right'): Promise<void> {
    await this.#moved(stage, this.step(stage, way));
  }

  /** Asks where a stage is to go. */
  askPlace(stage: Id): void {
    this.making.editor.asking = { what: 'move_stage', stage, focus: `stage/${stage}` };
  }

  async duplicate(stage: Id): Promise<void> {
    const copy = newId();
    const sentence = words.done.duplicated(this.nameOf(stage));
    await this.making.place(
      { edit: 'duplicate', table: 'stage', id: stage, copy },
      `stage/${copy}`,
      sentence,
    );
  }

  async setJob(stage: Id, job: string): Promise<void> {
    await this.#set(stage, 'job', job);
  }

  async setAct(stage: Id, act: string): Promise<void> {
    await this.#set(stage, 'act', act);
  }

  async setDuration(stage: Id, duration: Duration | null): Promise<void> {
    await this.#set(stage, 'duration', duration);
  }

  /** Asks for a buyer job in own words. */
  askJob(stage: Id, job: string): void {
    const { title, label } = words.ask.job;
    this.making.asked = {
      title,
      label,
      value: job,
      suggestions: [],
      answer: (text) => void this.setJob(stage, text),
    };
  }

  /** Asks for the act that a stage belongs to. */
  askAct(stage: Id, act: string, acts: readonly string[]): void {
    const { title, label } = words.ask.act;
    this.making.asked = {
      title,
      label,
      value: act,
      suggestions: acts,
      answer: (text) => void this.setAct(stage, text),
    };
  }

  /** The width that a step makes of one; null at an end. */
  width(fields: Fields, way: 'narrower' | 'wider'): number | null {
    return stepped(fields.width, way === 'wider' ? 1 : -1, widths);
  }

  async setWidth(stage: Id, width: number | null): Promise<void> {
    await this.#set(stage, 'width', width);
  }

  /** Makes a stage as wide as its words need. */
  async fit(stage: Id): Promise<void> {
    const width = this.making.editor.hands?.fittingWidth?.(stage);
    if (width !== undefined) await this.setWidth(stage, width);
  }

  /** Says that the buying ends here, or takes that back. */
  async setConversion(stage: Id | null): Promise<void> {
    const { map } = this.making.editor.open;
    await this.making.make(set({ table: 'map', id: map }, 'conversion', stage));
  }

  async #set(stage: Id, field: string, value: unknown): Promise<void> {
    await this.making.make(set({ table: 'stage', id: stage }, field, value), `stage/${stage}`);
  }

  async #moved(stage: Id, edit: Edit | null): Promise<void> {
    const name = this.nameOf(stage);
    const done = await this.making.make(edit, `stage/${stage}`);
    if (!done) return;
    const all = this.all;
    const before = all[all.indexOf(stage) - 1];
    const sentence =
      before === undefined ? words.done.movedFirst(name) : words.done.movedAfter(name, this.nameOf(before));
    this.making.offerUndo(words.done.shorter(sentence, done.shortened));
  }
}
