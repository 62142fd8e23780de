// What can be done with gaps, the places where buyers are dropped.

import { newId } from '../../shell/ids';
import type { Cause, Edit, GapStatus, Id } from '../../shell/types';
import { set, vote } from '../../state/edits';
import { lanes } from '../../state/order';
import { words } from '../../words';
import type { Fields, Making } from './making.svelte';
import type { StageActs } from './stages';

/** The acts on gaps. */
export class GapActs {
  constructor(
    private readonly making: Making,
    private readonly stages: StageActs,
  ) {}

  /** Whether a gap can be drawn after a stage: not after the last one. */
  canFollow(stage: Id): boolean {
    const { all } = this.stages;
    return all.includes(stage) && all.at(-1) !== stage;
  }

  /** Adds a gap after a stage with its title open for typing; where no lane shows gaps, says that. */
  async add(stage: Id, cause: Cause | null = null): Promise<void> {
    const { editor } = this.making;
    const id = newId();
    const { edits, gaps } = editor.ownWords;
    const title = cause === null ? edits.newGap : gaps.new[cause];
    const fields = { id, stage, title, causes: cause === null ? [] : [cause] };
    const edit: Edit = { edit: 'add', table: 'gap', fields, place: 'last' };
    const lane = lanes(editor.scene?.nodes ?? new Map()).find((one) => editor.laneKinds.get(one) === 'gaps');
    const cell = `cell/${lane ?? ''}/${stage}`;
    if (editor.scene?.node(cell)) this.making.begin({ table: 'gap', id }, edit, title, cell);
    else await this.making.tell(edit, words.done.gapAdded(this.stages.nameOf(stage)));
  }

  /** Adds a cause to a gap, or takes it away. The first one gives the symbol. */
  async toggleCause(gap: Id, fields: Fields, cause: Cause): Promise<void> {
    const had = Array.isArray(fields.causes) ? (fields.causes as Cause[]) : [];
    const causes = had.includes(cause) ? had.filter((other) => other !== cause) : [...had, cause];
    await this.#set(gap, 'causes', causes);
  }

  async setSeverity(gap: Id, severity: number | null): Promise<void> {
    await this.#set(gap, 'severity', severity);
  }

  async setStatus(gap: Id, status: GapStatus): Promise<void> {
    await this.#set(gap, 'status', status);
  }

  async setOwner(gap: Id, team: Id | null): Promise<void> {
    await this.#set(gap, 'owner', team);
  }

  /** Gives a gap a vote, or takes one back. */
  async vote(gap: Id, by: 1 | -1): Promise<void> {
    await this.making.make(vote([{ table: 'gap', id: gap }], by));
  }

  /** Asks for another boundary. */
  askPlace(gap: Id): void {
    this.making.editor.asking = { what: 'move_gap', gap, focus: `gap/${gap}` };
  }

  async duplicate(gap: Id): Promise<void> {
    const copy = newId();
    const sentence = words.done.duplicated(this.making.nameOf(`gap/${gap}`) || words.kinds.gap);
    await this.making.place({ edit: 'duplicate', table: 'gap', id: gap, copy }, `gap/${copy}`, sentence);
  }

  async #set(gap: Id, field: string, value: unknown): Promise<void> {
    await this.making.make(set({ table: 'gap', id: gap }, field, value));
  }
}
