// Keys that select: Space, Ctrl+A, Escape.
import type { NodeKey } from '../../shell/types';
import { kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';
import { stops } from './steps';

/** Selecting. */
export class Selects implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { selection } = this.desk;
    switch (shortcutOf(event, ['toggle', 'all', 'letGo'])) {
      case 'toggle':
        if (kindOf(focus) !== 'cell') selection.toggle(focus);
        return true;
      case 'all':
        this.#all(focus);
        return true;
      case 'letGo':
        // With nothing to let go it is for whoever comes next: an open panel.
        if (selection.keys.length === 0) return false;
        selection.clear();
        return true;
      default:
        return false;
    }
  }

  /** All cards of the cell, then of the lane, then of the map. */
  #all(focus: NodeKey): void {
    const { selection, scene, table } = this.desk;
    if (!scene) return;
    const cell = kindOf(focus) === 'cell' ? focus : (scene.node(focus)?.parent ?? '');
    const row = table.rows.find(({ cells, label }) => cells.includes(cell) || label === focus);
    const cardsOf = (cells: NodeKey[]) =>
      cells.flatMap((key) => stops(scene, key)).filter((key) => kindOf(key) === 'card');
    const circles = [[cell], row?.cells ?? [], table.rows.flatMap(({ cells }) => cells)].map(cardsOf);
    const next = circles.find((cards) => cards.some((key) => !selection.has(key)));
    if (next) selection.all(next);
  }
}
