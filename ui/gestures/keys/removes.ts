// Delete and Backspace: what is selected goes, and the focus to what is next.
import type { NodeKey, RecordId } from '../../shell/types';
import { removeRecords } from '../../state/removing';
import { kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';
import { stops } from './steps';

/** Removing. */
export class Removes implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    if (shortcutOf(event, ['delete']) === null) return false;
    void this.desk.held.until(this.remove(focus));
    return true;
  }

  /** Removes what is selected, or what has the focus. */
  async remove(focus: NodeKey): Promise<void> {
    const { desk } = this;
    const keys = desk.selection.chosen(focus);
    const records = keys.flatMap((key): RecordId[] => {
      const record = desk.scene?.node(key)?.record;
      return record && !['cell', 'title', 'map'].includes(kindOf(key)) ? [record] : [];
    });
    if (records.length === 0 || !desk.scene) return;
    const next = this.#afterwards(focus, new Set(keys));
    if (!(await removeRecords(desk.editor, records))) return;
    desk.selection.clear();
    if (next !== null && desk.scene?.node(next)) desk.focus(next);
  }

  /** What has the focus once some things are gone: the card below or above in the cell, else the cell. */
  #afterwards(focus: NodeKey, going: ReadonlySet<NodeKey>): NodeKey | null {
    const scene = this.desk.scene!;
    const { stages, rows } = this.desk.table;
    const rest = (keys: NodeKey[]) => {
      const at = keys.indexOf(focus);
      const free = (key: NodeKey) => !going.has(key);
      return keys.slice(at + 1).find(free) ?? keys.slice(0, Math.max(0, at)).findLast(free) ?? null;
    };
    if (stages.includes(focus)) return rest(stages);
    const labels = rows.map((row) => row.label);
    if (labels.includes(focus)) return rest(labels);
    const cell = scene.node(focus)?.parent ?? null;
    return cell === null ? null : (rest(stops(scene, cell)) ?? cell);
  }
}
