// Keys that move what is selected: Alt and arrows, to the lane above or below, longer and shorter, and copies.
import { newId } from '../../shell/ids';
import type { Edit, Id, NodeKey } from '../../shell/types';
import { move } from '../../state/changing';
import { moveGap, stretchCards } from '../../state/edits';
import {
  cardsCopied,
  cardsStep,
  cardsToLane,
  laneStep,
  stages,
  stageStep,
  type Way,
} from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import { shortcutOf } from '../../shortcuts';
import { words } from '../../words';
import type { Ground } from '../ground';
import type { KeyGroup } from './keys';

const opposite = { left: 'right', right: 'left', up: 'down', down: 'up' } as const;

/** Moving. */
export class Moves implements KeyGroup {
  constructor(private readonly desk: Ground) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const key = shortcutOf(event, [
      'left', 'right', 'up', 'down', 'laneAbove', 'laneBelow', 'longer', 'shorter', 'duplicate',
    ]); // prettier-ignore
    switch (key) {
      case 'left':
      case 'right':
      case 'up':
      case 'down':
        this.#apply(focus, this.#step(focus, key), words.keys.back(opposite[key]));
        return true;
      case 'laneAbove':
      case 'laneBelow':
        this.#apply(focus, this.#toLane(focus, key === 'laneAbove' ? 'up' : 'down'));
        return true;
      case 'longer':
      case 'shorter': {
        const cards = this.#cards(focus);
        if (cards.length === 0) return false;
        this.#apply(focus, stretchCards(cards, key === 'longer' ? 1 : -1));
        return true;
      }
      case 'duplicate': {
        const copied = this.#copies(focus);
        if (copied) void this.desk.held.until(copied);
        // Ctrl+D is never the web view's: it would make a bookmark.
        return true;
      }
      default:
        return false;
    }
  }

  /** Copies behind the originals. They are selected then, so that the next key moves them on. */
  #copies(focus: NodeKey): Promise<void> | null {
    const { desk } = this;
    const cards = this.#cards(focus);
    const [id] = idsOf(focus);
    const kind = kindOf(focus);
    const table = ({ stage: 'stage', label: 'lane', gap: 'gap' } as const)[kind as 'stage' | 'label' | 'gap'];
    if (cards.length > 0) {
      const copies = new Map(cards.map((card) => [card, newId()]));
      const keys = [...copies.values()].map((copy) => `card/${copy}`);
      return this.#copied(cardsCopied(desk.scene!.nodes, copies), keys);
    }
    if (!table || id === undefined) return null;
    const copy = newId();
    return this.#copied({ edit: 'duplicate', table, id, copy }, [`${kind}/${copy}`]);
  }

  async #copied(edit: Edit, keys: NodeKey[]): Promise<void> {
    const { desk } = this;
    const [first] = keys;
    if (first === undefined || !(await desk.editor.apply(edit))) return;
    if (keys.length === 1) desk.selection.only(first);
    else desk.selection.all(keys);
    if (desk.scene?.node(first)) desk.focus(first);
    desk.flash(keys);
  }

  /** The cards that a key is about. */
  #cards(focus: NodeKey): Id[] {
    const keys = this.desk.selection.chosen(focus).filter((key) => kindOf(key) === 'card');
    return keys.map((key) => key.slice('card/'.length));
  }

  #step(focus: NodeKey, way: Way): Edit | null {
    const nodes = this.desk.scene!.nodes;
    const cards = this.#cards(focus);
    if (cards.length > 0) return cardsStep(nodes, cards, way);
    const [id] = idsOf(focus);
    if (id === undefined) return null;
    const sideways = way === 'left' || way === 'right';
    switch (kindOf(focus)) {
      case 'stage':
        return sideways ? stageStep(nodes, id, way) : null;
      case 'label':
        return sideways ? null : laneStep(nodes, id, way);
      case 'gap': {
        const cell = this.desk.scene!.node(focus)?.parent ?? '';
        const row = stages(nodes);
        const stage = row[row.indexOf(idsOf(cell)[1] ?? '') + (way === 'left' ? -1 : 1)];
        // After the last stage there is no boundary.
        return sideways && stage !== undefined && stage !== row.at(-1) ? moveGap(id, stage, 'last') : null;
      }
      default:
        return null;
    }
  }

  #toLane(focus: NodeKey, way: 'up' | 'down'): Edit | null {
    const { editor, scene } = this.desk;
    return cardsToLane(scene!.nodes, this.#cards(focus), way, (lane) => editor.holdsCards(lane));
  }

  #apply(focus: NodeKey, edit: Edit | null, also = ''): void {
    if (edit) void this.desk.held.until(this.#moved(focus, edit, also));
  }

  async #moved(focus: NodeKey, edit: Edit, also: string): Promise<void> {
    const { desk } = this;
    if (!(await move(desk.editor, edit, also))) return;
    if (desk.scene?.node(focus)) desk.focus(focus);
    desk.flash(desk.selection.chosen(focus));
  }
}
