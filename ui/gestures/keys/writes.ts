// Keys that open a text box: Enter and F2 on what is there, N and Shift+Enter for a new card.
import type { NodeKey } from '../../shell/types';
import { kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';

/** Writing. */
export class Writes implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const kind = kindOf(focus);
    switch (shortcutOf(event, ['edit', 'newCard'])) {
      case 'edit':
        if (kind === 'cell') desk.writer.newCard(focus, null);
        else desk.writer.write(focus, kind !== 'card');
        return true;
      case 'newCard': {
        if (event.key.length === 1 && !desk.letters(focus)) return false;
        const cell = kind === 'cell' ? focus : (desk.scene?.node(focus)?.parent ?? '');
        if (kindOf(cell) !== 'cell' || !desk.takesCards(cell)) return false;
        desk.writer.newCard(cell, kind === 'card' ? focus : null);
        return true;
      }
      default:
        return false;
    }
  }
}
