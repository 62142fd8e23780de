// Pressed on something: letting go selects it, moving a card by 4 px takes it along.
import type { NodeKey } from '../shell/types';
import { cellOfCard, cardsIn } from '../state/order';
import { kindOf } from '../state/scene';
import type { Desk } from './desk';
import { Drag } from './drag';
import type { Moment } from './moment';

/** How far a press may slip and still be a click, in real px. */
const slip = 4;

/** A press that is not yet a click or a drag. */
export class Pick implements Moment {
  constructor(
    private readonly desk: Desk,
    private readonly held: NodeKey,
    private readonly pressed: PointerEvent,
    private readonly after: Moment,
  ) {
    // The press would put the focus elsewhere and begin to select text.
    pressed.preventDefault();
    desk.viewport.setPointerCapture(pressed.pointerId);
  }

  move(event: PointerEvent): Moment | undefined {
    const { desk, held: key, pressed } = this;
    if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < slip) return undefined;
    if (kindOf(key) !== 'card' || desk.editor.readOnly) return undefined;
    if (!desk.selection.has(key)) desk.selection.only(key);
    return new Drag(desk, key, pressed, event, this.after);
  }

  up(event: PointerEvent): Moment {
    const { desk, held: key } = this;
    if (event.shiftKey && this.#extend()) {
      // The cards between were selected.
    } else if (event.ctrlKey || event.metaKey || event.shiftKey) desk.selection.toggle(key);
    else desk.selection.only(key);
    desk.focus(key);
    return this.after;
  }

  cancel(): Moment {
    return this.after;
  }

  /** Selects from where the selection began to here, where both lie in one cell. */
  #extend(): boolean {
    const { scene, selection } = this.desk;
    const from = selection.anchor;
    if (!scene || from === null || kindOf(from) !== 'card' || kindOf(this.held) !== 'card') return false;
    const [start, end] = [from, this.held].map((key) => cellOfCard(scene.nodes, key.slice('card/'.length)));
    if (!start || !end || start.lane !== end.lane || start.stage !== end.stage) return false;
    const cards = cardsIn(scene.nodes, start).map((id) => `card/${id}`);
    const [low, high] = [cards.indexOf(from), cards.indexOf(this.held)].sort((a, b) => a - b);
    selection.all(cards.slice(low, high! + 1));
    return true;
  }
}
