// The keys of the grid while nothing is being written. One file a subject; the first one that knows a key acts on it.
import type { NodeKey } from '../../shell/types';
import { inText } from '../../shortcuts';
import type { Ground } from '../ground';
import { Asks } from './asks';
import { Clipboard } from './clipboard';
import { Curve } from './curve';
import { Moves } from './moves';
import { Rates } from './rates';
import { Removes } from './removes';
import { Revisit } from './revisit';
import { Selects } from './selects';
import { Structure } from './structure';
import { Writes } from './writes';

/** What some keys do. */
export interface KeyGroup {
  /** Acts on a key; true where it was one of its own. */
  press(event: KeyboardEvent, focus: NodeKey): boolean;
}

/** What the keys of the grid do. */
export class GridKeys {
  readonly #ahead: KeyGroup[];
  /** Groups that only look, in the order in which they are asked. */
  readonly #looking: KeyGroup[];
  readonly #clipboard: Clipboard;
  readonly #curve: Curve;
  /** Groups that change the map. */
  readonly #changing: KeyGroup[];

  /** `walks` are the keys that walk over the map, and `ahead` those that come before all others. */
  constructor(
    private readonly desk: Ground,
    walks: KeyGroup,
    ahead: KeyGroup[] = [],
  ) {
    const revisit = new Revisit(desk);
    this.#clipboard = new Clipboard(desk);
    this.#curve = new Curve(desk);
    this.#ahead = ahead;
    this.#looking = [walks, new Selects(desk), this.#clipboard];
    this.#changing = [
      this.#curve, new Writes(desk), new Moves(desk), new Removes(desk), new Structure(desk), revisit,
      new Rates(desk), new Asks(desk),
    ]; // prettier-ignore
    this.#first = revisit;
  }

  /** Choosing where a loop leads takes all keys while it lasts. */
  readonly #first: Revisit;

  /** Acts on a key; true where it was one of the grid's. */
  press(event: KeyboardEvent): boolean {
    const { desk } = this;
    const focus = desk.selection.focus;
    if (focus === null || !desk.scene?.node(focus) || event.isComposing) return false;
    if (this.#first.choosing) return this.#first.choose(event);
    const changing = desk.editor.readOnly ? [] : this.#changing;
    if ([...this.#ahead, ...changing, ...this.#looking].some((group) => group.press(event, focus)))
      return true;
    return !desk.editor.readOnly && this.#begins(event, focus);
  }

  /** What another program copied, or this one. */
  paste(event: ClipboardEvent): void {
    if (!inText(event.target) && !this.desk.editor.readOnly) this.#clipboard.pasted(event);
  }

  /**
   * A character in an empty cell begins a card, or the label of a point; true where it waits for that. A card's box is
   * there before the browser types the character into it.
   */
  #begins(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const altGr = event.getModifierState('AltGraph');
    if (((event.ctrlKey || event.altKey) && !altGr) || event.metaKey || event.key === ' ') return false;
    if (this.#curve.isEmpty(focus) && [...event.key].length === 1) {
      void desk.held.until(this.#curve.begin(focus, event.key));
      return true;
    }
    if (!desk.takesCards(focus)) return false;
    // A dead or composing key begins a card as well, and one whose character the web view has no name for, like an emoji.
    const types =
      [...event.key].length === 1 ||
      ['Dead', 'Process', 'Compose', 'Multi_key', 'Unidentified'].includes(event.key);
    if (types) desk.writer.newCard(focus, null);
    return false;
  }
}
