// The menu of a stage.

import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import Clock from '@lucide/svelte/icons/clock';
import Copy from '@lucide/svelte/icons/copy';
import Flag from '@lucide/svelte/icons/flag';
import Layers from '@lucide/svelte/icons/layers';
import Move from '@lucide/svelte/icons/move';
import MoveHorizontal from '@lucide/svelte/icons/move-horizontal';
import PenLine from '@lucide/svelte/icons/pen-line';
import Plus from '@lucide/svelte/icons/plus';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Route from '@lucide/svelte/icons/route';
import Target from '@lucide/svelte/icons/target';
import Trash2 from '@lucide/svelte/icons/trash-2';
import Type from '@lucide/svelte/icons/type';
import Undo2 from '@lucide/svelte/icons/undo-2';
import { grouped, type MenuEntry } from '../../controls/menu';
import type { Id, NodeKey } from '../../shell/types';
import { words } from '../../words';
import type { Fields } from '../acts/making.svelte';
import type { Acts } from '../acts.svelte';
import { type Facts, idOf } from './facts';
import { choices, item, sub } from './item';
import { otherPaths, pathsTo } from './path';
import { follow, linkEntry } from './tab';

const { menu } = words;

/** What can be done with a stage. */
export function forStage(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const { stages } = acts;
  const id = idOf(key);
  const all = stages.all;
  const at = all.indexOf(id);
  const here = { table: 'stage', id } as const;
  const earlier = pathsTo(acts, 'revisit', here, all.slice(0, at).reverse());
  const later = pathsTo(acts, 'skip', here, all.slice(at + 1));
  const ends = facts.map.conversion === id;
  return grouped(
    [
      item('rename', menu.rename, () => acts.write(key), { keys: 'rename', icon: PenLine }),
      item('inspect', menu.inspectStage, () => acts.inspect(key), { icon: Type }),
      item('duration', menu.duration, () => (acts.timing = id), { icon: Clock }),
      sub('job', menu.job, jobs(acts, id, facts.record), { icon: Target }),
      sub('act', menu.act, actsOf(acts, id, facts), { icon: Layers }),
      sub('width', menu.width, widths(acts, id, facts.record), { icon: MoveHorizontal }),
    ],
    [...follow(acts, facts.record), linkEntry(acts, id, facts.record)],
    [
      item('left', menu.left, () => stages.moveStep(id, 'left'), {
        keys: 'left',
        icon: ChevronLeft,
        disabled: stages.step(id, 'left') === null,
      }),
      item('right', menu.right, () => stages.moveStep(id, 'right'), {
        keys: 'right',
        icon: ChevronRight,
        disabled: stages.step(id, 'right') === null,
      }),
      item('move', menu.moveTo, () => stages.askPlace(id), {
        keys: 'moveTo',
        icon: Move,
        disabled: all.length < 2,
      }),
    ],
    [
      item('after', menu.stageAfter, () => stages.add({ after: id }), { keys: 'stageAfter', icon: Plus }),
      item('before', menu.stageBefore, () => stages.add({ before: id }), { keys: 'stageBefore', icon: Plus }),
      item('gap', menu.gapAfter, () => acts.gaps.add(id), {
        keys: 'gapAfter',
        icon: ArrowRightLeft,
        disabled: !acts.gaps.canFollow(id),
      }),
      sub('revisit', menu.revisit, earlier, { keys: 'revisit', icon: Undo2 }),
      sub('skip', menu.skip, later, { icon: Redo2 }),
      sub('path', menu.otherPath, otherPaths(acts, here, id), { icon: Route }),
    ],
    [
      item('conversion', menu.conversion, () => stages.setConversion(ends ? null : id), {
        icon: Flag,
        checked: ends,
      }),
      item('duplicate', menu.duplicate, () => stages.duplicate(id), { icon: Copy }),
      item('delete', menu.deleteStage, () => acts.remove([key]), {
        keys: 'delete',
        icon: Trash2,
        disabled: all.length < 2,
      }),
    ],
  );
}

function jobs(acts: Acts, id: Id, record: Fields): MenuEntry[] {
  const job = String(record.job ?? '');
  const own = job !== '' && !words.stages.jobs.includes(job);
  return grouped(
    [
      ...choices(
        words.stages.jobs,
        (name) => name,
        job,
        (name) => acts.stages.setJob(id, name),
      ),
      ...(own ? [item('own', job, () => {}, { checked: true })] : []),
    ],
    [
      item('ask', menu.ownJob, () => acts.stages.askJob(id, own ? job : '')),
      item('none', menu.noJob, () => acts.stages.setJob(id, ''), { checked: job === '' }),
    ],
  );
}

/** The acts of the map, to put this stage into one of them. */
function actsOf(acts: Acts, id: Id, facts: Facts): MenuEntry[] {
  const act = String(facts.record.act ?? '');
  const names = [...new Set(facts.stages.map((stage) => String(stage.act ?? '')))].filter(Boolean);
  return grouped(
    choices(
      names,
      (name) => name,
      act,
      (name) => acts.stages.setAct(id, name),
    ),
    [
      item('ask', menu.ownAct, () => acts.stages.askAct(id, '', names)),
      item('none', menu.noAct, () => acts.stages.setAct(id, ''), { checked: act === '' }),
    ],
  );
}

function widths(acts: Acts, id: Id, record: Fields): MenuEntry[] {
  const { stages } = acts;
  const step = (way: 'narrower' | 'wider', label: string) => {
    const width = stages.width(record, way);
    return item(way, label, () => stages.setWidth(id, width), { disabled: width === null });
  };
  return grouped(
    [step('narrower', menu.narrower), step('wider', menu.wider)],
    [
      item('fit', menu.fitText, () => stages.fit(id)),
      item('reset', menu.resetWidth, () => stages.setWidth(id, null)),
    ],
  );
}
