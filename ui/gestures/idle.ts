// Nothing under way: a press begins something, a double click opens a text box, the background lets go.
import { Painter } from '../scene/painter';
import { kindOf } from '../state/scene';
import type { Desk } from './desk';
import { cellAt } from './landing';
import type { Moment } from './moment';
import { Pan } from './pan';
import { Pick } from './pick';

/** The first and the last of all moments. */
export class Idle implements Moment {
  /** Whether Space is held: the next press pans. */
  #space = false;

  constructor(private readonly desk: Desk) {}

  down(event: PointerEvent): Moment | undefined {
    const { desk } = this;
    if (event.button === 1 || (event.button === 0 && this.#space)) {
      event.preventDefault();
      return new Pan(desk, event, this);
    }
    if (event.button !== 0) return undefined;
    const key = Painter.keyAt(event.target);
    const node = key === null ? undefined : desk.scene?.node(key);
    if (node && ['card', 'stage', 'lane_label', 'gap', 'path', 'feeling'].includes(node.role))
      return new Pick(desk, node.key, event, this);
    desk.selection.clear();
    // An empty cell takes the focus, so that what is typed next starts a card there.
    if (node?.role === 'cell') {
      event.preventDefault();
      desk.focus(node.key);
    }
    return undefined;
  }

  key(event: KeyboardEvent): undefined {
    if (event.key !== ' ') return;
    this.#space = true;
    // Space would scroll by a page.
    event.preventDefault();
  }

  keyUp(event: KeyboardEvent): Moment | undefined {
    if (event.key === ' ') this.#space = false;
    return undefined;
  }

  /** Opens the text box of what was double-clicked, or of a new card. */
  doubleClick(event: MouseEvent): void {
    const { desk } = this;
    if (desk.editor.readOnly || event.button !== 0) return;
    const key = Painter.keyAt(event.target);
    const node = key === null ? undefined : desk.scene?.node(key);
    if (!node || !desk.scene) return;
    if (node.role === 'cell') {
      const cell = cellAt(desk.scene, desk.painter.table, desk.toScene(event));
      if (cell !== null) desk.writer.newCard(cell, null);
    } else if (['card', 'stage', 'lane_label', 'gap'].includes(node.role) || kindOf(node.key) === 'title') {
      desk.writer.write(node.key);
    }
  }
}
