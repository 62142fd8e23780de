// What the context menu of a thing offers. What cannot be done yet is not here.

import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import PenLine from '@lucide/svelte/icons/pen-line';
import Plus from '@lucide/svelte/icons/plus';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Trash2 from '@lucide/svelte/icons/trash-2';
import type { MenuEntry, MenuItem } from '../../controls/menu';
import type { Edit, NodeKey } from '../../shell/types';
import { keysOf, type ShortcutId } from '../../shortcuts';
import { cellOfKey, stages } from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';

const { menu } = words;

/** An entry that a shortcut does as well. */
function item(id: string, label: string, keys: ShortcutId | null, run: () => void): MenuItem {
  return keys ? { id, label, keys: keysOf(keys), run } : { id, label, run };
}

/** An entry that makes an edit; switched off where there is none to make. */
function move(acts: Acts, key: NodeKey, label: string, keys: ShortcutId, edit: Edit | null): MenuItem {
  return { ...item(keys, label, keys, () => void acts.make(edit, key)), disabled: edit === null };
}

function forCard(acts: Acts, key: NodeKey): MenuEntry[] {
  const cell = acts.editor.scene?.node(key)?.parent;
  return [
    item('edit', menu.edit, 'edit', () => acts.write(key)),
    ...(cell ? [item('new', menu.newCardBelow, 'newCard', () => acts.newCard(cell, key))] : []),
    'line',
    move(acts, key, menu.left, 'left', acts.step(key, 'left')),
    move(acts, key, menu.right, 'right', acts.step(key, 'right')),
    move(acts, key, menu.up, 'up', acts.step(key, 'up')),
    move(acts, key, menu.down, 'down', acts.step(key, 'down')),
    move(acts, key, menu.laneAbove, 'laneAbove', acts.toLane(key, 'up')),
    move(acts, key, menu.laneBelow, 'laneBelow', acts.toLane(key, 'down')),
    'line',
    item('delete', menu.delete, 'delete', () => void acts.remove(selectedWith(acts, key))),
  ];
}

/** The whole selection where the thing is part of it, else the thing alone. */
function selectedWith(acts: Acts, key: NodeKey): readonly NodeKey[] {
  const { keys } = acts.editor.selection;
  return keys.includes(key) ? keys : [key];
}

function forCell(acts: Acts, key: NodeKey): MenuEntry[] {
  const cell = cellOfKey(key);
  if (!cell) return [];
  return [
    ...(acts.editor.holdsCards(cell.lane)
      ? [{ ...item('new', menu.newCard, 'edit', () => acts.newCard(key, null)), icon: Plus }, 'line' as const]
      : []),
    { ...item('stage', menu.stageAfter, null, () => void acts.addStage({ after: cell.stage })), icon: Plus },
    { ...item('lane', menu.addLane, null, () => (acts.picking = { below: cell.lane })), icon: Rows3 },
  ];
}

function forStage(acts: Acts, key: NodeKey): MenuEntry[] {
  const [id = ''] = idsOf(key);
  const only = stages(acts.editor.scene?.nodes ?? new Map()).length < 2;
  return [
    { ...item('rename', menu.rename, 'rename', () => acts.write(key)), icon: PenLine },
    'line',
    { ...move(acts, key, menu.left, 'left', acts.step(key, 'left')), icon: ChevronLeft },
    { ...move(acts, key, menu.right, 'right', acts.step(key, 'right')), icon: ChevronRight },
    'line',
    {
      ...item('after', menu.stageAfter, 'stageAfter', () => void acts.addStage({ after: id })),
      icon: Plus,
    },
    {
      ...item('before', menu.stageBefore, 'stageBefore', () => void acts.addStage({ before: id })),
      icon: Plus,
    },
    'line',
    {
      ...item('delete', menu.deleteStage, 'delete', () => void acts.remove([key])),
      icon: Trash2,
      disabled: only,
    },
  ];
}

function forLane(acts: Acts, key: NodeKey): MenuEntry[] {
  const [id = ''] = idsOf(key);
  return [
    { ...item('rename', menu.rename, 'rename', () => acts.write(key)), icon: PenLine },
    'line',
    { ...move(acts, key, menu.up, 'up', acts.step(key, 'up')), icon: ArrowUp },
    { ...move(acts, key, menu.down, 'down', acts.step(key, 'down')), icon: ArrowDown },
    'line',
    { ...item('lane', menu.addLane, null, () => (acts.picking = { below: id })), icon: Plus },
    'line',
    { ...item('delete', menu.deleteLane, 'delete', () => void acts.remove([key])), icon: Trash2 },
  ];
}

function forMap(acts: Acts): MenuEntry[] {
  return [
    { ...item('stage', menu.addStage, null, () => void acts.addStage('last')), icon: Plus },
    { ...item('lane', menu.newLane, null, () => (acts.picking = { below: null })), icon: Rows3 },
  ];
}

/** A node that a context menu can be about: the nearest one above that has a menu of its own. */
export function menuKey(acts: Acts, key: NodeKey | null): NodeKey | null {
  for (let at = key; at !== null; at = acts.editor.scene?.node(at)?.parent ?? null)
    if (['card', 'cell', 'stage', 'label', 'title', 'gap', 'path', 'feeling'].includes(kindOf(at))) return at;
  return null;
}

/** What the context menu of a node offers; of the map's background for null. Empty where nothing can be changed. */
export function entriesFor(acts: Acts, key: NodeKey | null): MenuEntry[] {
  if (acts.editor.readOnly) return [];
  switch (key === null ? '' : kindOf(key)) {
    case 'card':
      return forCard(acts, key!);
    case 'cell':
      return forCell(acts, key!);
    case 'stage':
      return forStage(acts, key!);
    case 'label':
      return forLane(acts, key!);
    case 'title':
      return [item('rename', menu.rename, 'rename', () => acts.write(key!))];
    case 'gap':
      return [
        item('rename', menu.rename, 'rename', () => acts.write(key!)),
        'line',
        item('delete', menu.delete, 'delete', () => void acts.remove([key!])),
      ];
    case 'path':
    case 'feeling':
      return [item('delete', menu.delete, 'delete', () => void acts.remove([key!]))];
    default:
      return forMap(acts);
  }
}
