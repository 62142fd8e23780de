// The menus of an empty cell and of the map's background.

import Activity from '@lucide/svelte/icons/activity';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Plus from '@lucide/svelte/icons/plus';
import Rows3 from '@lucide/svelte/icons/rows-3';
import { grouped, type MenuEntry } from '../../controls/menu';
import type { NodeKey } from '../../shell/types';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { cellOf, type Facts } from './facts';
import { item, sub } from './item';
import { hiddenLanes } from './lane';

const { menu } = words;

/** What can be done in a cell. */
export function forCell(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const cell = cellOf(key);
  if (!cell) return [];
  const kind = acts.editor.laneKinds.get(cell.lane);
  const curves = facts.people.filter((person) => person.curve);
  const points = [
    ...curves.map((person) =>
      item(person.id, menu.addPointOf(person.name), () =>
        acts.feelings.add(cell.lane, cell.stage, person.id),
      ),
    ),
    item('nobody', menu.ofNobody, () => acts.feelings.add(cell.lane, cell.stage, null)),
  ];
  return grouped(
    [
      ...(acts.editor.holdsCards(cell.lane)
        ? [
            item('new', menu.newCard, () => acts.newCard(key, null), { keys: 'edit', icon: Plus }),
            item('paste', menu.paste, () => acts.paste(key), { keys: 'paste', icon: ClipboardPaste }),
          ]
        : []),
      ...(kind === 'emotions' ? [sub('point', menu.addPoint, points, { icon: Activity })] : []),
      ...(kind === 'gaps'
        ? [
            item('gap', menu.gapAfter, () => acts.gaps.add(cell.stage), {
              icon: ArrowRightLeft,
              disabled: !acts.gaps.canFollow(cell.stage),
            }),
          ]
        : []),
    ],
    [
      item('stage', menu.stageAfter, () => acts.stages.add({ after: cell.stage }), { icon: Plus }),
      item('lane', menu.addLane, () => (acts.picking = { below: cell.lane }), { icon: Rows3 }),
    ],
  );
}

/** What can be done with the map itself. */
export function forMap(acts: Acts, facts: Facts): MenuEntry[] {
  const hidden = hiddenLanes(acts, facts.lanes);
  return grouped(
    [
      item('stage', menu.addStage, () => acts.stages.add('last'), { icon: Plus }),
      item('lane', menu.newLane, () => (acts.picking = { below: null }), { icon: Rows3 }),
    ],
    hidden.length > 0 ? [sub('hidden', menu.hiddenLanes, hidden, { icon: EyeOff })] : [],
  );
}
