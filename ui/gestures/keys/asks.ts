// Keys that ask first: where to (M, T).
import type { Id, NodeKey } from '../../shell/types';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Desk } from '../desk';
import type { KeyGroup } from './keys';

/** Asking. */
export class Asks implements KeyGroup {
  constructor(private readonly desk: Desk) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const key = shortcutOf(event, ['moveTo', 'toKind']);
    if (key === null || !desk.letters(focus)) return false;
    const [id] = idsOf(focus);
    const cards = this.#cards(focus);
    const { editor } = desk;
    switch (key) {
      case 'moveTo':
        if (cards.length > 0) editor.asking = { what: 'move', cards, focus };
        else if (kindOf(focus) === 'stage' && id) editor.asking = { what: 'move_stage', stage: id, focus };
        else if (kindOf(focus) === 'gap' && id) editor.asking = { what: 'move_gap', gap: id, focus };
        else return false;
        return true;
      case 'toKind':
        if (cards.length === 0) return false;
        editor.asking = { what: 'lane', cards, focus };
        return true;
    }
  }

  #cards(focus: NodeKey): Id[] {
    const { selection } = this.desk;
    return selection.chosen(focus).filter((key) => kindOf(key) === 'card').map((key) => key.slice(5)); // prettier-ignore
  }
}
