// Pressed on something: letting go selects it, moving on by 4 px begins to drag it.
import type { Id, NodeKey } from '../shell/types';
import { cellOfCard, cardsIn, stages } from '../state/order';
import { idsOf, kindOf } from '../state/scene';
import type { Desk } from './desk';
import type { Moment } from './moment';
import { Pan } from './pan';

/** How far a press may slip and still be a click, in real px. */
const slip = 4;
/** How long a finger or a pen rests on a thing before it takes it along, in ms: until then it scrolls. */
const hold = 250;

/** What a press comes to. */
export interface Press {
  /** The thing under the pointer; null for the empty sheet. */
  key: NodeKey | null;
  /** Begins to drag; null where that thing stays. */
  drag(event: PointerEvent): Moment | null;
  /** Let go without a drag, where that does something else than selecting. */
  click?(event: PointerEvent): void;
}

/** A press that is not yet a click or a drag. */
export class Pick implements Moment {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether moving on drags. A mouse need not wait. */
  #drags: boolean;

  constructor(
    private readonly desk: Desk,
    private readonly press: Press,
    private readonly pressed: PointerEvent,
    private readonly after: Moment,
  ) {
    // The press would put the focus elsewhere and begin to select text.
    pressed.preventDefault();
    desk.viewport.setPointerCapture(pressed.pointerId);
    const { key } = press;
    // A pen on the empty sheet draws at once, a finger scrolls.
    const waits = pressed.pointerType === 'touch' || (pressed.pointerType === 'pen' && key !== null);
    this.#drags = !waits;
    if (waits)
      this.#timer = setTimeout(() => {
        this.#drags = true;
        if (key !== null) desk.painter.element(key)?.classList.add('held');
      }, hold);
  }

  move(event: PointerEvent): Moment | undefined {
    const { desk, press, pressed } = this;
    if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) < slip) return undefined;
    this.#let();
    if (!this.#drags) return new Pan(desk, pressed, this.after);
    // What was being written is kept; its box would lie in the way.
    desk.writer.close();
    return press.drag(event) ?? this.after;
  }

  up(event: PointerEvent): Moment {
    this.#let();
    const { desk, press } = this;
    if (press.click) press.click(event);
    else if (press.key === null) clickSheet(desk, event);
    else clickThing(desk, press.key, event);
    return this.after;
  }

  cancel(): Moment {
    this.#let();
    return this.after;
  }

  #let(): void {
    clearTimeout(this.#timer);
    if (this.press.key !== null) this.desk.painter.element(this.press.key)?.classList.remove('held');
  }
}

/** A click selects; with Ctrl it adds or takes out, with Shift it selects up to here. */
function clickThing(desk: Desk, key: NodeKey, event: MouseEvent): void {
  const { selection } = desk;
  if (!(event.shiftKey && extend(desk, key))) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) selection.toggle(key);
    else selection.only(key);
  }
  desk.focus(key);
}

/** A click on the empty sheet lets go, unless somebody is adding to the selection. */
function clickSheet(desk: Desk, event: PointerEvent): void {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) desk.selection.clear();
  const cell = desk.cellUnder(event);
  // An empty cell takes the focus, so that what is typed next starts a card there.
  if (cell !== null) desk.focus(cell);
  else desk.rest();
}

/** Selects from where the selection began to here, where both lie in one lane. */
function extend(desk: Desk, key: NodeKey): boolean {
  const { scene, selection } = desk;
  const from = selection.anchor;
  if (!scene || from === null || kindOf(from) !== 'card' || kindOf(key) !== 'card') return false;
  const [start, end] = [from, key].map((card) => cellOfCard(scene.nodes, idsOf(card)[0]!));
  if (!start || !end || start.lane !== end.lane) return false;
  const inLane = stages(scene.nodes).flatMap((stage: Id) =>
    cardsIn(scene.nodes, { lane: start.lane, stage }),
  );
  const cards = inLane.map((id) => `card/${id}`);
  const [low, high] = [cards.indexOf(from), cards.indexOf(key)].sort((a, b) => a - b);
  selection.all(cards.slice(low, high! + 1));
  return true;
}
