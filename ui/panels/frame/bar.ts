// Which acts of a thing's menu the context bar shows, by what they are called there.

import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import Copy from '@lucide/svelte/icons/copy';
import Link from '@lucide/svelte/icons/link';
import Move from '@lucide/svelte/icons/move';
import PenLine from '@lucide/svelte/icons/pen-line';
import Plus from '@lucide/svelte/icons/plus';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Trash2 from '@lucide/svelte/icons/trash-2';
import User from '@lucide/svelte/icons/user';
import type { IconComponent } from '../../controls/icon';
import type { MenuEntry, MenuItem, SubMenu } from '../../controls/menu';
import type { NodeKey } from '../../shell/types';
import { kindOf } from '../../state/scene';
import { words } from '../../words';
import type { Fields } from '../acts/making.svelte';

/** An act in the bar. */
export interface BarEntry {
  entry: MenuItem | SubMenu;
  label: string;
  icon?: IconComponent;
  keys?: string;
  /** What is in force, in the place of the keys. */
  value?: string;
}

type Shown = [id: string, label: string, icon?: IconComponent];
/** The acts of each kind of thing, the most wanted first: what finds no room is in the menu at the end. */
function shown(): Readonly<Record<string, readonly Shown[]>> {
  const { bar, menu } = words;
  const rename: Shown = ['rename', menu.rename, PenLine];
  const remove: Shown = ['delete', menu.delete, Trash2];
  const owner: Shown = ['team', bar.owner, User];
  const move: Shown = ['move', bar.move, Move];
  return {
    card: [
      ['severity', bar.severity],
      ['impact', menu.impact],
      ['effort', menu.effort],
      ['answers', menu.answers, Link],
      ['longer', menu.longer],
      ['shorter', menu.shorter],
      owner,
      move,
    ],
    stage: [
      rename,
      ['left', menu.left, ChevronLeft],
      ['right', menu.right, ChevronRight],
      ['after', bar.stageAfter, Plus],
      ['gap', bar.gapAfter, ArrowRightLeft],
    ],
    label: [
      rename,
      ['up', menu.up, ArrowUp],
      ['down', menu.down, ArrowDown],
      ['lane', bar.laneBelow, Plus],
      ['fold', ''],
    ],
    gap: [
      ['severity', bar.severity],
      ['causes', menu.causes],
      ['status', menu.status],
      ['move', bar.move, Move],
    ],
    path: [['rename', bar.label, PenLine], ['kind', menu.kind], ['often', menu.often], remove],
    feeling: [
      ['label', bar.label, PenLine],
      ['people', menu.people, User],
      ['evidence', menu.evidence],
      remove,
    ],
    cards: [['toLane', menu.toKind, Rows3], move, ['duplicate', menu.duplicate, Copy], remove],
  };
}

/** A card is rated, or stretched: not both stand in the bar. */
const rating = ['severity', 'impact', 'effort'];

/** The bar's acts of one thing, or of several cards, out of its menu. */
export function barOf(
  entries: readonly MenuEntry[],
  key: NodeKey,
  record: Fields,
  several: boolean,
): BarEntry[] {
  const found = new Map(entries.flatMap((entry) => (entry === 'line' ? [] : [[entry.id, entry] as const])));
  const isRated = rating.some((id) => found.has(id));
  return (shown()[several ? 'cards' : kindOf(key)] ?? []).flatMap(([id, label, icon]) => {
    const entry = found.get(id);
    if (!entry || (isRated && ['longer', 'shorter'].includes(id))) return [];
    const value = valueOf(id, record);
    return [
      {
        entry,
        label: label || entry.label,
        ...(icon && { icon }),
        ...(entry.keys && { keys: entry.keys }),
        ...(value !== null && { value }),
      },
    ];
  });
}

/** What is in force of what the bar rates; null for what is no rating. */
function valueOf(id: string, record: Fields): string | null {
  if (!rating.includes(id)) return null;
  const fields = (record.fields ?? record) as Fields;
  return typeof fields[id] === 'number' ? String(fields[id]) : '–';
}
