// The menu of a lane.

import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import ChevronsDownUp from '@lucide/svelte/icons/chevrons-down-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import Copy from '@lucide/svelte/icons/copy';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Focus from '@lucide/svelte/icons/focus';
import MoveVertical from '@lucide/svelte/icons/move-vertical';
import PenLine from '@lucide/svelte/icons/pen-line';
import Plus from '@lucide/svelte/icons/plus';
import SeparatorHorizontal from '@lucide/svelte/icons/separator-horizontal';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { grouped, type MenuEntry } from '../../controls/menu';
import type { Id, LineBelow, NodeKey, Zone } from '../../shell/types';
import { words } from '../../words';
import type { Fields } from '../acts/making.svelte';
import type { Acts } from '../acts.svelte';
import { focusLane } from '../overlays/looking';
import { type Facts, idOf } from './facts';
import { choices, item, sub } from './item';

const { menu } = words;
const lines: readonly LineBelow[] = ['none', 'interaction', 'visibility'];

/** What can be done with a lane. */
export function forLane(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const { lanes } = acts;
  const id = idOf(key);
  const { record } = facts;
  const folded = record.collapsed === true;
  const alone = acts.editor.focusLane === id;
  const other: Zone = record.zone === 'insight' ? 'experience' : 'insight';
  const toOther = other === 'insight' ? menu.toInsight : menu.toExperience;
  return grouped(
    [
      item('rename', menu.rename, () => acts.write(key), { keys: 'rename', icon: PenLine }),
      item('fold', folded ? menu.expand : menu.collapse, () => lanes.fold(id, !folded), {
        icon: folded ? ChevronsUpDown : ChevronsDownUp,
      }),
      item('hide', menu.hide, () => lanes.hide(id), { icon: EyeOff }),
      item('focus', alone ? words.find.allLanes : words.find.focusLane, () => focusLane(acts, key), {
        keys: 'focusLane',
        icon: Focus,
      }),
      ...(record.kind === 'emotions' && !folded
        ? [sub('height', menu.height, heights(acts, id, record), { icon: MoveVertical })]
        : []),
      sub(
        'line',
        menu.lineBelow,
        choices(
          lines,
          (line) => words.lanes.lines[line],
          record.line_below ?? 'none',
          (line) => lanes.setLine(id, line),
        ),
        { icon: SeparatorHorizontal },
      ),
    ],
    [
      item('up', menu.up, () => lanes.moveStep(id, 'up'), {
        keys: 'up',
        icon: ArrowUp,
        disabled: lanes.step(id, 'up') === null,
      }),
      item('down', menu.down, () => lanes.moveStep(id, 'down'), {
        keys: 'down',
        icon: ArrowDown,
        disabled: lanes.step(id, 'down') === null,
      }),
      item('zone', toOther, () => lanes.toZone(id, other), { icon: ArrowUpDown }),
    ],
    [
      item('lane', menu.addLane, () => (acts.picking = { below: id }), { icon: Plus }),
      item('duplicate', menu.duplicate, () => lanes.duplicate(id), { icon: Copy }),
    ],
    [item('delete', menu.deleteLane, () => acts.remove([key]), { keys: 'delete', icon: Trash2 })],
  );
}

function heights(acts: Acts, id: Id, record: Fields): MenuEntry[] {
  const step = (way: 'lower' | 'higher', label: string) => {
    const height = acts.lanes.height(record, way);
    return item(way, label, () => acts.lanes.setHeight(id, height), { disabled: height === null });
  };
  return grouped(
    [step('lower', menu.lower), step('higher', menu.higher)],
    [
      item('reset', menu.resetHeight, () => acts.lanes.setHeight(id, null), {
        disabled: typeof record.height !== 'number',
      }),
    ],
  );
}

/** An entry a hidden lane that shows it again. */
export function hiddenLanes(acts: Acts, lanes: readonly Fields[]): MenuEntry[] {
  return lanes
    .filter((lane) => lane.hidden === true)
    .map((lane) =>
      item(String(lane.id), words.lanes.show(String(lane.name)), () => acts.lanes.show(String(lane.id))),
    );
}
