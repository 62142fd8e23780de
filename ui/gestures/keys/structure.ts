// Keys that build the map: a stage after or before, a gap after this stage. Their names are typed right away.
import { newId } from '../../shell/ids';
import type { Id, NodeKey } from '../../shell/types';
import { addGap, addStage } from '../../state/edits';
import { shortcutOf } from '../../shortcuts';
import { idsOf, kindOf } from '../../state/scene';
import { words } from '../../words';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';

/** Building. */
export class Structure implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const key = shortcutOf(event, ['stageAfter', 'stageBefore', 'gapAfter']);
    if (key === null || !(this.desk.builds(focus) || (key === 'gapAfter' && this.#holdsGaps(focus))))
      return false;
    const stage = this.desk.stageOf(focus);
    if (stage === null) return false;
    if (key === 'gapAfter') this.#gap(stage);
    else this.#stage(stage, key === 'stageAfter');
    return true;
  }

  /** A gap is what a cell for gaps is there for. */
  #holdsGaps(focus: NodeKey): boolean {
    const { editor } = this.desk;
    const kind = kindOf(focus) === 'cell' ? editor.laneKinds.get(idsOf(focus)[0] ?? '') : null;
    return kind === 'gaps' && editor.singleLetters();
  }

  /** A new stage beside another one. */
  #stage(stage: Id, after: boolean): void {
    const { desk } = this;
    const id = newId();
    const name = desk.editor.ownWords.edits.newStage;
    const edit = addStage(id, desk.editor.open.map, name, after ? { after: stage } : { before: stage });
    desk.writer.writeNew({ table: 'stage', id }, edit, name, `stage/${stage}`);
  }

  #gap(stage: Id): void {
    const { desk } = this;
    if (desk.table.stageIds.at(-1) === stage) return desk.editor.notices.say(words.keys.noGapAtEnd);
    const id = newId();
    const name = desk.editor.ownWords.edits.newGap;
    const row = desk.table.rows.find(({ lane }) => desk.editor.laneKinds.get(lane) === 'gaps');
    const cell = row?.cells[desk.table.stageIds.indexOf(stage)];
    desk.writer.writeNew({ table: 'gap', id }, addGap(id, stage, name), name, cell ?? `stage/${stage}`);
  }
}
