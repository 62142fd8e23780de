// Keys that walk through the outline: up and down line by line, left and right from stage to stage in the same lane.
import type { KeyGroup } from '../gestures/keys/keys';
import { end } from '../gestures/keys/steps';
import { arrows } from '../gestures/keys/walks';
import type { NodeKey } from '../shell/types';
import { isShortcut } from '../shortcuts';
import { idsOf, kindOf } from '../state/scene';
import type { OutlineDesk } from './desk.svelte';

/** Walking. It comes before all other keys: on a point of a curve the arrows walk as well. */
export class OutlineWalks implements KeyGroup {
  constructor(private readonly desk: OutlineDesk) {}

  press(event: KeyboardEvent, focus: NodeKey): boolean {
    const { desk } = this;
    const ctrl = event.ctrlKey || event.metaKey;
    if (event.altKey) return false;
    // The heading of a lane is a cell: Enter writes in it, and F2 gives the lane another name.
    if (
      event.key === 'F2' &&
      kindOf(focus) === 'cell' &&
      isShortcut(event, 'rename') &&
      !desk.editor.readOnly
    ) {
      desk.writer.write(`lane/${idsOf(focus)[0]}`, true);
      return true;
    }
    const way = arrows[event.key];
    if (way && !ctrl)
      return way === 'up' || way === 'down'
        ? this.#step(focus, way === 'up' ? -1 : 1, event.shiftKey)
        : this.#stage(focus, way === 'left' ? -1 : 1);
    if (event.key === 'Home' || event.key === 'End') {
      const side = event.key === 'Home' ? 'first' : 'last';
      if (ctrl) return this.#to(desk.stops.at(side === 'first' ? 0 : -1)?.dataset.key);
      return this.#to(this.#end(focus, side));
    }
    if ((event.key === 'PageUp' || event.key === 'PageDown') && !ctrl)
      return this.#screen(event.key === 'PageUp' ? -1 : 1);
    return false;
  }

  #to(key: NodeKey | null | undefined): true {
    if (key) {
      this.desk.selection.walked(key);
      this.desk.focus(key);
    }
    return true;
  }

  #step(focus: NodeKey, step: 1 | -1, extend: boolean): true {
    const { selection, stops } = this.desk;
    const at = stops.findIndex((stop) => stop.dataset.key === focus);
    const to = stops[at + step]?.dataset.key;
    if (at < 0 || to === undefined) return true;
    if (!extend) return this.#to(to);
    const cards = [focus, to].filter((key) => kindOf(key) === 'card');
    selection.all([...new Set([...selection.keys, ...cards])]);
    this.desk.focus(to);
    return true;
  }

  /** The same lane in the stage beside, or its name. */
  #stage(focus: NodeKey, step: 1 | -1): true {
    const { table } = this.desk;
    const stage = this.desk.stageOf(focus);
    const next = table.stages[table.stageIds.indexOf(stage ?? '') + step];
    if (stage === null || next === undefined) return true;
    const [beside] = idsOf(next);
    const lane = this.#laneOf(focus);
    return this.#to(lane === null ? next : (this.#first(`cell/${lane}/${beside}`) ?? next));
  }

  /** The first line of a cell, where it shows. */
  #first(cell: NodeKey): NodeKey | null {
    const list = this.desk.element(cell)?.parentElement;
    const line = list?.querySelector<HTMLElement>('li[data-key]')?.dataset.key;
    return line ?? (list ? cell : null);
  }

  #end(focus: NodeKey, side: 'first' | 'last'): NodeKey | null {
    const { scene, table } = this.desk;
    return (
      scene &&
      end(scene, table, this.#laneOf(focus) === null ? (table.stages[0] ?? focus) : focus, side, false)
    );
  }

  #laneOf(focus: NodeKey): string | null {
    const cell = kindOf(focus) === 'cell' ? focus : (this.desk.scene?.node(focus)?.parent ?? '');
    return ['card', 'feeling', 'cell'].includes(kindOf(focus)) && kindOf(cell) === 'cell'
      ? (idsOf(cell)[0] ?? null)
      : null;
  }

  /** What lies where the focus is, a view further. */
  #screen(way: 1 | -1): true {
    const { desk } = this;
    const { viewport } = desk;
    const own = document.activeElement?.getBoundingClientRect().top ?? 0;
    viewport.scrollTop += way * viewport.clientHeight * 0.9;
    desk.look();
    const { top, bottom } = viewport.getBoundingClientRect();
    const aim = Math.min(bottom - 40, Math.max(top + 40, own));
    const to = desk.stops.find((stop) => stop.getBoundingClientRect().bottom > aim) ?? desk.stops.at(-1);
    return this.#to(to?.dataset.key);
  }
}
