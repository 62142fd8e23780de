// The menu of a person: on the map's header, and on their card among the people.

import Users from '@lucide/svelte/icons/users';
import { grouped, type MenuEntry } from '../../controls/menu';
import type { NodeKey, ShownPerson } from '../../shell/types';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { type Facts, idOf } from './facts';
import { item } from './item';

/** Opens the page of a person. */
function edit(acts: Acts, person: ShownPerson): MenuEntry {
  return item('edit', words.people.edit, () => acts.people(person.person));
}

/** A person's place among those of the map, and the ways to go. */
function placesAndWays(acts: Acts, person: ShownPerson, members: readonly ShownPerson[]): MenuEntry[][] {
  const { persons } = acts;
  const step = (id: string, label: string, way: -1 | 1) =>
    item(id, label, () => persons.move(person, members, way), {
      disabled: !persons.canMove(person, members, way),
    });
  return [
    [step('earlier', words.people.earlier, -1), step('later', words.people.later, 1)],
    [
      item('off', words.people.takeOff, () => person.cast && persons.takeOff(person.cast)),
      item('remove', words.people.remove, () => persons.remove(person.person)),
    ],
  ];
}

/** What the card of a person has no buttons for. */
export function forPersonCard(acts: Acts, person: ShownPerson, members: readonly ShownPerson[]): MenuEntry[] {
  if (acts.editor.readOnly) return [edit(acts, person)];
  return grouped([edit(acts, person)], ...placesAndWays(acts, person, members));
}

/** What can be done with a person of the map's header, or with all of them beside the discs. */
export function forPeople(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const { persons } = acts;
  const all = item('people', words.people.open, () => acts.people(), { icon: Users });
  const person = facts.members.find((one) => one.person === idOf(key));
  if (!person?.cast) return [all];
  const { cast } = person;
  return grouped(
    [edit(acts, person), all],
    [
      item('primary', words.menu.makePrimary, () => persons.setPrimary(cast), { checked: person.primary }),
      item('curve', words.people.shown, () => persons.setCurve(person, !person.curve), {
        checked: person.curve,
        disabled: !persons.canSetCurve(person, facts.members),
      }),
    ],
    ...placesAndWays(acts, person, facts.members),
  );
}
