// The menu of a path, and the entries that draw new ones.

import { grouped, type MenuEntry } from '../../controls/menu';
import type { Id, NodeKey, PathKind, RecordId } from '../../shell/types';
import { words } from '../../words';
import type { Fields } from '../acts/making.svelte';
import type { Acts } from '../acts.svelte';
import { type Facts, idOf } from './facts';
import { choices, item, sub } from './item';

const { menu } = words;
const kinds: readonly PathKind[] = [
  'revisit',
  'skip',
  'detour',
  'entry',
  'exit',
  'fallback',
  'feedback',
  'desire',
];
/** How often people take a path, as far as it is offered. */
const counts = [1, 2, 3, 5, 10] as const;

/** What can be done with a path that is drawn. */
export function forPath(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  return entries(acts, idOf(key), facts.record);
}

/** The paths that found no room above the trail, each with its own menu. */
export function forMorePaths(acts: Acts, facts: Facts): MenuEntry[] {
  return facts.paths
    .filter((path) => !acts.editor.scene?.node(`path/${String(path.id)}`))
    .map((path) => {
      const kind = words.paths.kinds[path.kind as PathKind];
      const label = String(path.label ?? '');
      return sub(String(path.id), label ? `${kind}: ${label}` : kind, entries(acts, String(path.id), path));
    });
}

function entries(acts: Acts, id: Id, record: Fields): MenuEntry[] {
  const { paths } = acts;
  const label = String(record.label ?? '');
  return grouped(
    [item('rename', menu.rename, () => paths.rename(id, label), { keys: 'rename' })],
    [
      sub(
        'kind',
        menu.kind,
        choices(
          kinds,
          (kind) => words.paths.kinds[kind],
          record.kind,
          (kind) => paths.setKind(id, kind),
        ),
      ),
      sub('often', menu.often, [
        ...choices(counts, words.paths.often, record.often, (count) => paths.setOften(id, count)),
        'line',
        item('unknown', words.paths.oftenUnknown, () => paths.setOften(id, null), {
          checked: typeof record.often !== 'number',
        }),
      ]),
    ],
    [item('delete', menu.deletePath, () => acts.remove([`path/${id}`]), { keys: 'delete' })],
  );
}

/** An entry a stage that draws a path of a kind to it. */
export function pathsTo(acts: Acts, kind: PathKind, from: RecordId, to: readonly Id[]): MenuEntry[] {
  return to.map((stage) =>
    item(stage, acts.stages.nameOf(stage), () => acts.paths.add(kind, from, { table: 'stage', id: stage })),
  );
}

/** The other kinds of path from here: round, back to a manual channel, the way people really take, in and out. */
export function otherPaths(acts: Acts, from: RecordId, stage: Id): MenuEntry[] {
  const others = acts.stages.all.filter((other) => other !== stage);
  const to = (kind: PathKind) => sub(kind, words.paths.kinds[kind], pathsTo(acts, kind, from, others));
  return grouped((['detour', 'fallback', 'feedback', 'desire'] as const).map(to), [
    item('entry', words.paths.outside, () => acts.paths.add('entry', null, from)),
    item('exit', words.paths.leave, () => acts.paths.add('exit', from, null)),
  ]);
}
