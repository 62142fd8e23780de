// The menu of a gap.

import { grouped, type MenuEntry } from '../../controls/menu';
import type { Cause, GapStatus, NodeKey } from '../../shell/types';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { causeIcons } from '../kinds';
import { answers } from './answers';
import { type Facts, idOf } from './facts';
import { choices, item, sub } from './item';
import { severities } from './ratings';

const { menu } = words;
/** The causes as they are offered, with their symbols from `kinds`. */
export const causes: readonly Cause[] = ['time', 'channel', 'device', 'silo', 'person'];
const statuses: readonly GapStatus[] = ['open', 'nurtured', 'plugged'];

/** What can be done with a gap. */
export function forGap(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const { gaps } = acts;
  const id = idOf(key);
  const { record } = facts;
  // Where no lane shows gaps, only the disc on a curve stands for it, and its words are nowhere to be written over.
  const shown = acts.editor.scene?.node(key);
  const has = Array.isArray(record.causes) ? (record.causes as Cause[]) : [];
  return grouped(
    [item('rename', menu.rename, () => acts.write(key), { keys: 'rename', disabled: !shown })],
    [
      sub(
        'causes',
        menu.causes,
        causes.map((cause) =>
          item(cause, words.gaps.causes[cause], () => gaps.toggleCause(id, record, cause), {
            icon: causeIcons[cause],
            checked: has.includes(cause),
          }),
        ),
      ),
      sub(
        'severity',
        menu.severity,
        severities(record.severity, (value) => gaps.setSeverity(id, value)),
      ),
      sub(
        'status',
        menu.status,
        choices(
          statuses,
          (status) => words.gaps.status[status],
          record.status ?? 'open',
          (status) => gaps.setStatus(id, status),
        ),
      ),
      sub('team', menu.team, [
        ...facts.teams.map((team) =>
          item(team.id, team.name, () => gaps.setOwner(id, team.id), { checked: record.owner === team.id }),
        ),
        ...(facts.teams.length > 0 ? ['line' as const] : []),
        item('none', menu.noTeam, () => gaps.setOwner(id, null), {
          checked: typeof record.owner !== 'string',
        }),
      ]),
      ...answers(acts, { table: 'gap', id }, facts),
      item('vote', menu.vote, () => gaps.vote(id, 1), { keys: 'vote' }),
      item('voteBack', menu.voteBack, () => gaps.vote(id, -1), { keys: 'voteBack', disabled: !record.votes }),
    ],
    [
      item('move', menu.moveTo, () => gaps.askPlace(id), { keys: 'moveTo' }),
      item('duplicate', menu.duplicate, () => gaps.duplicate(id)),
    ],
    [item('delete', menu.deleteGap, () => acts.remove([key]), { keys: 'delete' })],
  );
}
