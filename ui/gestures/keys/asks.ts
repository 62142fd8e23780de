// Keys that ask first: where to (M, T), whose (P, O), which opportunity (L).
import type { Id, NodeKey, RecordId } from '../../shell/types';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';

/** Asking. */
export class Asks implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const key = shortcutOf(event, ['moveTo', 'toKind', 'people', 'owner', 'answers']);
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
      case 'people':
        return this.#about('people', focus, ['card', 'feeling']);
      case 'owner':
        return this.#about('owner', focus, ['card', 'gap']);
      case 'answers':
        return this.#about('answers', focus, ['card', 'gap']);
    }
  }

  /** Asks about the records of these kinds. */
  #about(what: 'people' | 'owner' | 'answers', focus: NodeKey, kinds: string[]): boolean {
    const { selection, scene, editor } = this.desk;
    const records = selection.chosen(focus).flatMap((key): RecordId[] => {
      const record = scene?.node(key)?.record;
      return record && kinds.includes(kindOf(key)) ? [record] : [];
    });
    if (records.length === 0) return false;
    editor.asking = { what, records, focus };
    return true;
  }

  #cards(focus: NodeKey): Id[] {
    const { selection } = this.desk;
    return selection.chosen(focus).filter((key) => kindOf(key) === 'card').map((key) => key.slice(5)); // prettier-ignore
  }
}
