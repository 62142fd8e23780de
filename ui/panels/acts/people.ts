// What can be done with the people of the map.

import type { Id, ShownPerson } from '../../shell/types';
import { set } from '../../state/edits';
import { removeRecords } from '../../state/removing';
import type { Making } from './making.svelte';

/** How many curves are shown at most. */
const mostCurves = 5;

/** The acts on people. */
export class PersonActs {
  constructor(private readonly making: Making) {}

  /** Makes a person the one whose path the map tells. */
  async setPrimary(cast: Id): Promise<void> {
    await this.making.make(set({ table: 'cast', id: cast }, 'primary', true));
  }

  /** Whether the curve of a person can be shown or hidden: the primary one's is always there, and five are the most. */
  canSetCurve(person: ShownPerson, members: readonly ShownPerson[]): boolean {
    const curves = members.filter(({ curve }) => curve).length;
    return !person.primary && (person.curve || curves < mostCurves);
  }

  /** Shows the curve of a person or hides it. It takes the first of the five places that is free. */
  async setCurve(person: ShownPerson, shown: boolean): Promise<void> {
    if (!person.cast) return;
    const { editor } = this.making;
    const casts = shown ? await editor.shell.records({ table: 'cast' }) : [];
    const taken = new Set(
      casts.filter((cast) => cast.map === editor.open.map).map((cast) => cast.curve_slot),
    );
    const free = [person.slot, 1, 2, 3, 4, 5].find((slot) => slot !== null && !taken.has(slot)) ?? null;
    await this.making.make(set({ table: 'cast', id: person.cast }, 'curve_slot', shown ? free : null));
  }

  /** Whether a person can go one place on: the primary one comes first, whatever the order. */
  canMove(person: ShownPerson, members: readonly ShownPerson[], way: -1 | 1): boolean {
    const to = members.indexOf(person) + way;
    return !person.primary && to > 0 && to < members.length;
  }

  /** Moves a person one place on among those of the map. */
  async move(person: ShownPerson, members: readonly ShownPerson[], way: -1 | 1): Promise<void> {
    const other = members[members.indexOf(person) + way];
    if (!person.cast || !other?.cast) return;
    const place = way < 0 ? { before: other.cast } : { after: other.cast };
    await this.making.make({ edit: 'reorder', table: 'cast', id: person.cast, place });
  }

  /** Takes a person off the map; in the file they stay. */
  async takeOff(cast: Id): Promise<void> {
    await removeRecords(this.making.editor, [{ table: 'cast', id: cast }]);
  }

  /** Removes a person from the file. */
  async remove(person: Id): Promise<void> {
    await removeRecords(this.making.editor, [{ table: 'person', id: person }]);
  }
}
