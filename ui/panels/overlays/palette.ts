// What the list of commands offers: acts, what is on the map, templates, and pain points that many maps have.
import CircleAlert from '@lucide/svelte/icons/circle-alert';
import LayoutGrid from '@lucide/svelte/icons/layout-grid';
import type { IconComponent } from '../../controls/icon';
import { isItem, type MenuEntry } from '../../controls/menu';
import type { TemplateEntry } from '../../shell/shell';
import type { NodeKey } from '../../shell/types';
import { newId } from '../../shell/ids';
import { addCard, addLane, together } from '../../state/edits';
import { cellOfKey, lanes } from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { kinds, named } from '../kinds';
import { entriesFor } from '../menus/entries';
import { factsFor } from '../menus/facts';
import { isOff, windowEntry, windowActs, type WindowActId } from '../window_acts';
import { folded, score } from './fuzzy';
import { focusedStage } from './stage';

/** The groups, in the order in which they show. */
export type Group = 'recent' | 'commands' | 'map' | 'templates' | 'pains';

/** Something to choose. */
export interface Entry {
  /** Stable, so that what was chosen before is found again. */
  id: string;
  group: Group;
  label: string;
  /** What is typed is compared with this: the label, and the label with all that is known of it. */
  texts: readonly [label: string, all: string];
  /** Where it is, or what it is about. */
  detail?: string;
  icon?: IconComponent | undefined;
  keys?: string | undefined;
  run: () => void;
}

/** How many of a group show at most. */
const most: Record<Group, number> = { recent: 5, commands: 9, map: 12, templates: 8, pains: 17 };
/** How many chosen commands are remembered. */
const remembered = 5;

function entry(of: Omit<Entry, 'texts'>, more = ''): Entry {
  return { ...of, texts: [folded(of.label), folded([of.label, of.detail ?? '', more].join(' '))] };
}

/** How much less it counts that not the label fits. */
const beside = 0.6;

/** The words of a node on one line. */
function lineOf(acts: Acts, key: NodeKey): string {
  const [id = ''] = idsOf(key);
  if (kindOf(key) === 'stage') return acts.stages.nameOf(id);
  if (kindOf(key) === 'label') return acts.lanes.nameOf(id);
  const node = acts.editor.scene?.node(key);
  return (node?.text || node?.alt || '').replace(/\s+/g, ' ').trim();
}

function flat(
  entries: readonly MenuEntry[],
  within = '',
): { label: string; item: MenuEntry; path: string }[] {
  return entries.flatMap((one) => {
    if (one === 'line' || one.disabled) return [];
    const label = within ? `${within}: ${one.label}` : one.label;
    const path = `${within}/${one.id}`;
    return isItem(one) ? [{ label, item: one, path }] : flat(one.entries, label);
  });
}

/** What can be done to the focused or selected thing; asked of Rust, as its menu is. */
export async function thingEntries(acts: Acts): Promise<Entry[]> {
  const { selection } = acts.editor;
  const key = selection.keys.at(-1) ?? selection.focus;
  if (key === null || !acts.editor.scene?.node(key)) return [];
  const what = named(acts.editor, key)?.name ?? '';
  const detail = [what, kindOf(key) === 'cell' ? '' : lineOf(acts, key).slice(0, 40)]
    .filter(Boolean)
    .join(': ');
  const facts = await factsFor(acts, key);
  return flat(entriesFor(acts, key, facts)).flatMap(({ label, item, path }) =>
    item !== 'line' && isItem(item)
      ? [
          entry({
            id: `${kindOf(key)}${path}`,
            group: 'commands',
            label,
            detail,
            icon: item.icon,
            keys: item.keys,
            run: item.run,
          }),
        ]
      : [],
  );
}

/** What can be done to the window and the map, as far as it has something to do now. `pains` opens the list of common pain points. */
export function commandEntries(acts: Acts, pains: () => void): Entry[] {
  const ids = (Object.keys(windowActs) as WindowActId[]).filter((id) => id !== 'palette' && !isOff(acts, id));
  const own = ids.map((id) => ({
    ...entry({ group: 'commands', ...windowEntry(acts, id) }),
    id: `window/${id}`,
  }));
  const insert = entry({
    id: 'window/pains',
    group: 'commands',
    label: words.palette.insertPain,
    icon: CircleAlert,
    run: pains,
  });
  const others = acts.maps.all.filter((map) => map.id !== acts.maps.shown);
  const maps = others.map(({ id, name }) =>
    entry({
      id: `show/${id}`,
      group: 'commands',
      label: words.maps.follow(name),
      icon: LayoutGrid,
      run: () => void acts.maps.show(id),
    }),
  );
  return [...(acts.editor.readOnly ? [] : [insert]), ...own, ...maps];
}

/** Everything on the map that has words. */
export function mapEntries(acts: Acts): Entry[] {
  const { scene } = acts.editor;
  if (!scene) return [];
  const icons = new Map(kinds.map(({ kind, icon }) => [kind, icon]));
  const found: Entry[] = [];
  for (const node of scene.nodes.values()) {
    if (!['stage', 'lane_label', 'card', 'gap', 'feeling', 'path'].includes(node.role)) continue;
    const label = lineOf(acts, node.key);
    if (!label || kindOf(node.key) === 'gapdisc') continue;
    const cell = node.parent === null ? null : cellOfKey(node.parent);
    const kind = acts.editor.laneKinds.get(cell?.lane ?? idsOf(node.key)[0] ?? '');
    const stage = cell ? acts.stages.nameOf(cell.stage) : '';
    const icon = (kind && icons.get(kind)) ?? named(acts.editor, node.key)?.icon;
    const run = () => {
      acts.editor.selection.only(node.key);
      acts.editor.hands?.reveal(node.key);
    };
    const more = named(acts.editor, node.key)?.name ?? '';
    found.push(entry({ id: node.key, group: 'map', label, detail: stage, icon, run }, more));
  }
  return found;
}

/** A new map after each template. */
export function templateEntries(acts: Acts, templates: readonly TemplateEntry[]): Entry[] {
  return templates.map(({ name, title }) =>
    entry({
      id: `template/${name}`,
      group: 'templates',
      label: words.palette.template(title),
      icon: LayoutGrid,
      run: () => void acts.app.begin(name),
    }),
  );
}

/** A card for each pain point that many maps have. */
export function painEntries(acts: Acts, pains: readonly string[]): Entry[] {
  if (acts.editor.readOnly) return [];
  return pains.map((pain, at) =>
    entry({
      id: `pain/${at}`,
      group: 'pains',
      label: pain,
      icon: CircleAlert,
      run: () => void insertPain(acts, pain),
    }),
  );
}

/** Puts a pain point into the focused stage, in the lane of pain points; a map without one gets it. */
async function insertPain(acts: Acts, pain: string): Promise<void> {
  const { editor } = acts;
  const stage = focusedStage(acts);
  if (!editor.scene || stage === null) return;
  const lane = lanes(editor.scene.nodes).find((one) => editor.laneKinds.get(one) === 'pain_points');
  const id = newId();
  const made = lane ?? newId();
  const card = addCard(id, made, stage, pain);
  const { zone, place } = acts.lanes.place('pain_points', null);
  const row = addLane(made, editor.open.map, 'pain_points', zone, place);
  const edit = lane ? card : together([row, card]);
  const done = await editor.apply(edit);
  if (!done) return;
  editor.selection.only(`card/${id}`);
  editor.hands?.reveal(`card/${id}`);
}

/** What fits what was typed, best first in each group; everything by itself for nothing typed. */
export function fitting(entries: readonly Entry[], typed: string): { group: Group; entries: Entry[] }[] {
  const sought = folded(typed.trim());
  const found = new Map<Group, { one: Entry; fits: number; at: number }[]>();
  entries.forEach((one, at) => {
    const fits = Math.max(score(sought, one.texts[0]), score(sought, one.texts[1]) * beside);
    if (fits === 0) return;
    const group = found.get(one.group) ?? [];
    group.push({ one, fits, at });
    found.set(one.group, group);
  });
  return (Object.keys(most) as Group[]).flatMap((group) => {
    const best = (found.get(group) ?? [])
      .sort((a, b) => b.fits - a.fits || a.at - b.at)
      .slice(0, most[group]);
    return best.length > 0 ? [{ group, entries: best.map(({ one }) => one) }] : [];
  });
}

/** The commands that were chosen last, as far as they have something to do now. */
export function recentEntries(all: readonly Entry[], recent: readonly string[]): Entry[] {
  return recent.flatMap((id) => {
    const found = all.find((one) => one.id === id);
    return found ? [{ ...found, group: 'recent' as const }] : [];
  });
}

/** The remembered commands with one more. What lies on one map only is not remembered. */
export function remember(recent: readonly string[], one: Entry): string[] {
  if (one.group === 'map') return [...recent];
  return [one.id, ...recent.filter((id) => id !== one.id)].slice(0, remembered);
}
