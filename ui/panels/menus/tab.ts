// The menu of a map's tab, what a new map can be, and where a stage leads.

import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import Copy from '@lucide/svelte/icons/copy';
import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import FastForward from '@lucide/svelte/icons/fast-forward';
import File from '@lucide/svelte/icons/file';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import PenLine from '@lucide/svelte/icons/pen-line';
import Trash2 from '@lucide/svelte/icons/trash-2';
import { grouped, type MenuEntry } from '../../controls/menu';
import type { Id } from '../../shell/types';
import { words } from '../../words';
import type { Fields } from '../acts/making.svelte';
import type { Acts } from '../acts.svelte';
import { item, sub } from './item';

/** What can be done with a map of the file. */
export function forTab(acts: Acts, map: Id, rename: (map: Id) => void): MenuEntry[] {
  const { maps } = acts;
  if (acts.editor.readOnly) return [];
  const step = (way: 'left' | 'right') => maps.beside(map, way);
  const move = (way: 'left' | 'right') => {
    const place = step(way);
    return place === null ? undefined : maps.move(map, place);
  };
  return grouped(
    [
      { ...item('rename', words.maps.rename, () => rename(map), { icon: PenLine }), keys: 'F2' },
      item('future', words.maps.future, () => maps.future(map), { icon: FastForward }),
      item('duplicate', words.maps.duplicate, () => maps.duplicate(map), { icon: Copy }),
    ],
    [
      item('left', words.maps.left, () => move('left'), {
        keys: 'left',
        icon: ChevronLeft,
        disabled: step('left') === null,
      }),
      item('right', words.maps.right, () => move('right'), {
        keys: 'right',
        icon: ChevronRight,
        disabled: step('right') === null,
      }),
    ],
    [
      item('remove', words.maps.remove, () => maps.remove(map), {
        keys: 'delete',
        icon: Trash2,
        disabled: maps.all.length < 2,
      }),
    ],
  );
}

/** What another map can begin as. */
export function forNewMap(acts: Acts, templates: readonly string[]): MenuEntry[] {
  const { maps } = acts;
  return grouped(
    [
      item('blank', words.maps.blank, () => maps.add(null), { icon: File }),
      item('future', words.maps.future, () => maps.future(maps.shown), { icon: FastForward }),
      item('duplicate', words.maps.duplicate, () => maps.duplicate(maps.shown), { icon: Copy }),
    ],
    templates.map((name) => item(name, name, () => maps.add(name), { icon: LayoutGrid })),
  );
}

/** The maps that a stage can lead to, and a new one for it. */
export function linksOf(acts: Acts, stage: Id, record: Fields): MenuEntry[] {
  const { maps } = acts;
  const others = maps.all.filter(({ id }) => id !== maps.shown);
  const linked = typeof record.linked_map === 'string' ? record.linked_map : null;
  return grouped(
    others.map(({ id, name }) => item(id, name, () => maps.link(stage, id), { checked: id === linked })),
    [
      item('new', words.maps.newMap, () => maps.addFor(stage)),
      ...(others.length > 0
        ? [item('none', words.maps.noLink, () => maps.link(stage, null), { checked: linked === null })]
        : []),
    ],
  );
}

/** Goes to the map that a stage leads to; nothing where it leads to none. */
export function follow(acts: Acts, record: Fields): MenuEntry[] {
  const { maps } = acts;
  const linked = maps.all.find(({ id }) => id === record.linked_map);
  return linked
    ? [item('follow', words.maps.follow(linked.name), () => maps.show(linked.id), { icon: CornerDownRight })]
    : [];
}

/** The entry that makes a stage lead to a map. */
export function linkEntry(acts: Acts, stage: Id, record: Fields): MenuEntry {
  return sub('link', words.maps.link, linksOf(acts, stage, record), { icon: LayoutGrid });
}
