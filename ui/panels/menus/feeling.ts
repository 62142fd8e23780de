// The menu of a point of a curve, and of a name in a curve's legend.

import { grouped, type MenuEntry } from '../../controls/menu';
import type { Moment, NodeKey } from '../../shell/types';
import { idsOf } from '../../state/scene';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { type Facts, idOf } from './facts';
import { choices, item, sub } from './item';
import { evidence } from './ratings';

const { menu } = words;
const moments: readonly Moment[] = ['now', 'future'];
/** A step on the scale. */
export const step = 0.25;

/** What can be done with a point. */
export function forFeeling(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const { feelings } = acts;
  const id = idOf(key);
  const { record } = facts;
  return grouped(
    [
      item('label', menu.label, () => acts.write(key), { keys: 'edit' }),
      item('raise', menu.raise, () => feelings.step(id, step), { disabled: !feelings.canStep(record, step) }),
      item('sink', menu.sink, () => feelings.step(id, -step), { disabled: !feelings.canStep(record, -step) }),
    ],
    [
      sub('people', menu.people, [
        ...facts.people.map((person) =>
          item(person.id, person.name, () => feelings.setPerson(id, person.id), {
            checked: record.person === person.id,
          }),
        ),
        ...(facts.people.length > 0 ? ['line' as const] : []),
        item('nobody', menu.nobody, () => feelings.setPerson(id, null), {
          checked: typeof record.person !== 'string',
        }),
      ]),
      sub(
        'evidence',
        menu.evidence,
        evidence(record.evidence, (level) => feelings.setEvidence(id, level)),
      ),
      sub(
        'moment',
        menu.moment,
        choices(
          moments,
          (moment) => words.moments[moment],
          record.moment ?? 'now',
          (moment) => feelings.setMoment(id, moment),
        ),
      ),
    ],
    [item('delete', menu.deletePoint, () => acts.remove([key]), { keys: 'delete' })],
  );
}

/** What can be done with a person in the legend. */
export function forLegend(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const [lane = '', person] = idsOf(key);
  const part = facts.people.find((one) => one.id === person);
  if (!part) return [];
  return grouped(
    [item('primary', menu.makePrimary, () => acts.persons.setPrimary(part.cast), { checked: part.primary })],
    [
      sub(
        'point',
        menu.addPoint,
        acts.stages.all.map((stage) =>
          item(stage, acts.stages.nameOf(stage), () => acts.feelings.add(lane, stage, part.id)),
        ),
      ),
    ],
  );
}
