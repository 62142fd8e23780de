// Keys that ask first: where to (M, T); and the way to the inspector.
import type { Id, NodeKey } from '../../shell/types';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Desk } from '../desk';
import type { KeyGroup } from './keys';

/** Asking. */
export class Asks implements KeyGroup {
  constructor(private readonly desk: Desk) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const key = shortcutOf(event, ['moveTo', 'toKind', 'inspector']);
    if (key === 'inspector') return this.#inspect(focus);
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

  /** The focus goes to the inspector; Escape there brings it back. */
  #inspect(focus: NodeKey): boolean {
    const { desk } = this;
    const field = document.querySelector<HTMLElement>(
      '.inspector :is(input, textarea, select, button, [tabindex="0"]):not(:disabled)',
    );
    if (!field) {
      desk.editor.notices.say(words.keys.noInspector);
      return true;
    }
    if (desk.selection.keys.length === 0 && kindOf(focus) !== 'cell') desk.selection.only(focus);
    // It may show another record from now on.
    requestAnimationFrame(() => {
      const shown = field.isConnected
        ? field
        : document.querySelector<HTMLElement>('.inspector input, .inspector textarea');
      shown?.focus();
      shown?.closest('.inspector')?.addEventListener('keydown', back as EventListener);
    });
    const back = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement | null)?.removeEventListener('keydown', back as EventListener);
      if (desk.scene?.node(focus)) desk.focus(focus);
    };
    return true;
  }
}
