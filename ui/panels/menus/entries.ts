// What the context menu of a thing offers. What cannot be done yet is not here.

import type { MenuEntry } from '../../controls/menu';
import type { NodeKey } from '../../shell/types';
import { kindOf } from '../../state/scene';
import { keysBesideLetters } from '../../shortcuts';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { forCard } from './card';
import type { Facts } from './facts';
import { forFeeling, forLegend } from './feeling';
import { forGap } from './gap';
import { item } from './item';
import { forLane } from './lane';
import { forCell, forMap } from './map';
import { forMorePaths, forPath } from './path';
import { forPeople } from './person';
import { forStage } from './stage';

const withMenus = [
  'card',
  'cell',
  'stage',
  'label',
  'title',
  'gap',
  'gapdisc',
  'person',
  'people',
  'path',
  'feeling',
  'legend',
  'more-paths',
];

/** What a node stands for: the disc of a gap on a curve is the gap itself. */
function meant(acts: Acts, key: NodeKey): NodeKey {
  const record = kindOf(key) === 'gapdisc' ? acts.editor.scene?.node(key)?.record : null;
  return record ? `gap/${record.id}` : key;
}

/** A node that a context menu can be about: the nearest one above that has a menu of its own. */
export function menuKey(acts: Acts, key: NodeKey | null): NodeKey | null {
  for (let at = key; at !== null; at = acts.editor.scene?.node(at)?.parent ?? null)
    if (withMenus.includes(kindOf(at))) return meant(acts, at);
  return null;
}

/**
 * What the context menu of a node offers; of the map's background for null. Empty where nothing can be changed. Where
 * single letters are switched off, none is named: another key that does the same, or none.
 */
export function entriesFor(acts: Acts, key: NodeKey | null, facts: Facts): MenuEntry[] {
  const entries = allFor(acts, key, facts);
  return acts.editor.singleLetters() ? entries : entries.map(withoutLetter);
}

/** An entry without the letter that does the same. */
function withoutLetter(entry: MenuEntry): MenuEntry {
  if (entry === 'line') return entry;
  const { keys, ...rest } = entry;
  const works = keys === undefined ? undefined : keysBesideLetters(keys);
  return { ...rest, ...(works !== undefined && { keys: works }) };
}

function allFor(acts: Acts, key: NodeKey | null, facts: Facts): MenuEntry[] {
  if (acts.editor.readOnly) return [];
  if (key === null) return forMap(acts, facts);
  switch (kindOf(key)) {
    case 'card':
      return forCard(acts, key, facts);
    case 'cell':
      return forCell(acts, key, facts);
    case 'stage':
      return forStage(acts, key, facts);
    case 'label':
      return forLane(acts, key, facts);
    case 'title':
      return [item('rename', words.menu.rename, () => acts.write(key), { keys: 'rename' })];
    case 'gap':
      return forGap(acts, key, facts);
    case 'person':
    case 'people':
      return forPeople(acts, key, facts);
    case 'path':
      return forPath(acts, key, facts);
    case 'more-paths':
      return forMorePaths(acts, facts);
    case 'feeling':
      return forFeeling(acts, key, facts);
    case 'legend':
      return forLegend(acts, key, facts);
    default:
      return forMap(acts, facts);
  }
}
