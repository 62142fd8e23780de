// Keys that rate what is selected: 1–5, votes, evidence. Which rating a thing has is Rust's to know.
import type { Edit, NodeKey, RecordId } from '../../shell/types';
import { change } from '../../state/changing';
import { nextEvidence, rate, vote } from '../../state/edits';
import { kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';

const ratings = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'] as const;

/** Rating. */
export class Rates implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const key = shortcutOf(event, [...ratings, 'vote', 'voteBack', 'evidence']);
    if (key === null || !this.desk.letters(focus)) return false;
    const rated = this.#chosen(focus);
    if (rated.length === 0) return false;
    const by: Record<typeof key, () => Edit> = {
      rate1: () => rate(rated, 1),
      rate2: () => rate(rated, 2),
      rate3: () => rate(rated, 3),
      rate4: () => rate(rated, 4),
      rate5: () => rate(rated, 5),
      vote: () => vote(rated, 1),
      voteBack: () => vote(rated, -1),
      evidence: () => nextEvidence(rated),
    };
    void this.desk.held.until(change(this.desk.editor, by[key]()));
    return true;
  }

  #chosen(focus: NodeKey): RecordId[] {
    const { scene, selection } = this.desk;
    return selection.chosen(focus).flatMap((key) => {
      const record = scene?.node(key)?.record;
      return record && ['card', 'gap', 'feeling'].includes(kindOf(key)) ? [record] : [];
    });
  }
}
