// Keys that walk the table: arrows, Home and End, a screen up or down or sideways.
import type { NodeKey } from '../../shell/types';
import { kindOf } from '../../state/scene';
import type { Desk } from '../desk';
import type { KeyGroup } from './keys';
import { end, screen, step, type Way } from './steps';

/** Which way an arrow points. */
export const arrows: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Walking. */
export class Walks implements KeyGroup {
  constructor(private readonly desk: Desk) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const way = arrows[event.key];
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    if (way && !ctrl)
      return this.#go(step(this.desk.scene!, this.desk.painter.table, focus, way), event.shiftKey);
    if (event.key === 'Home' || event.key === 'End') {
      const side = event.key === 'Home' ? 'first' : 'last';
      this.#go(end(this.desk.scene!, this.desk.painter.table, focus, side, ctrl), false);
      // Where the map begins stands its title.
      if (ctrl && side === 'first') this.desk.show({ x: 0, y: 0, w: 0, h: 0 });
      return true;
    }
    if ((event.key === 'PageUp' || event.key === 'PageDown') && !ctrl)
      return this.#go(this.#screen(focus, event.key === 'PageDown' ? 1 : -1, event.shiftKey), false);
    return false;
  }

  #go(to: NodeKey | null, extend: boolean): true {
    const { desk } = this;
    const from = desk.selection.focus;
    if (to === null) return true;
    if (extend && from !== null) this.#extend(from, to);
    else desk.selection.walked(to);
    desk.focus(to);
    return true;
  }

  #extend(from: NodeKey, to: NodeKey): void {
    const { selection } = this.desk;
    const cards = [from, to].filter((key) => kindOf(key) === 'card');
    selection.all([...new Set([...selection.keys, ...cards])]);
  }

  /** What lies as far away as the view is large. */
  #screen(focus: NodeKey, direction: 1 | -1, sideways: boolean): NodeKey | null {
    const { scene, painter, viewport, zoom } = this.desk;
    const { left, top } = painter.covered;
    const by = sideways ? viewport.clientWidth / zoom - left : viewport.clientHeight / zoom - top;
    return screen(scene!, painter.table, focus, direction * Math.max(1, by), sideways);
  }
}
