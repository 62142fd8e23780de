// What P, O and L offer: people, teams, opportunities; who of them is chosen, and the edit that a choice comes to.

import type { PickEntry } from '../../controls/pick';
import { newId } from '../../shell/ids';
import type { Edit, Id, RecordId, Table } from '../../shell/types';
import type { Asking } from '../../state/asking';
import { addAnswer, remove, set, together } from '../../state/edits';
import type { Editor } from '../../state/editor.svelte';
import { words } from '../../words';
import { newOpportunity } from './opportunity';

type Fields = Record<string, unknown>;
type Asked = Asking & { what: 'people' | 'owner' | 'answers' };

/** A question with its list. */
export interface Picking {
  title: string;
  none: string;
  entries: PickEntry[];
  /** The values that all records have. */
  chosen: string[];
  /** Whether only one can be chosen; the list then goes away with any choice. */
  one: boolean;
  /** The edit of a choice: what is chosen is taken away again. */
  pick(value: string): Edit | null;
  /** What a new one is called, and the edit that makes it; null where none can be made. */
  create: { name: (text: string) => string; edit: (text: string) => Edit } | null;
}

function text(fields: Fields, name: string): string {
  return typeof fields[name] === 'string' ? fields[name] : '';
}

/** All records of a table. */
function listed(editor: Editor, table: Table): Promise<Fields[]> {
  return editor.shell.records({ table }) as Promise<Fields[]>;
}

/** The fields of the records that are asked about, those that are still there. */
async function fieldsOf(editor: Editor, records: readonly RecordId[]): Promise<[RecordId, Fields][]> {
  const found: [RecordId, Fields][] = [];
  for (const record of records) {
    const fields = await editor.ask(record);
    if (fields) found.push([record, fields]);
  }
  return found;
}

function asOne(edits: Edit[]): Edit | null {
  return edits.length > 1 ? together(edits) : (edits[0] ?? null);
}

async function people(editor: Editor, records: readonly RecordId[]): Promise<Picking> {
  const [cast, all] = await editor.inTurn(() =>
    Promise.all([listed(editor, 'cast'), listed(editor, 'person')]),
  );
  const about = await fieldsOf(editor, records);
  const listOf = ([{ table }, fields]: [RecordId, Fields]): Id[] =>
    table === 'feeling'
      ? [text(fields, 'person')].filter(Boolean)
      : ((fields.people as Id[] | undefined) ?? []);
  const own = cast
    .map((part) => all.find((person) => person.id === part.person))
    .filter((person) => person !== undefined);
  const give = (id: Id, has: boolean) =>
    about.map((one) => {
      const [record] = one;
      if (record.table === 'feeling') return set(record, 'person', has ? id : null);
      const others = listOf(one).filter((other) => other !== id);
      return set(record, 'people', has ? [...others, id] : others);
    });
  const chosen = own
    .map((person) => text(person, 'id'))
    .filter((id) => about.every((one) => listOf(one).includes(id)));
  return {
    title: words.offer.people,
    none: words.offer.noPeople,
    entries: own.map((person) => ({
      value: text(person, 'id'),
      label: text(person, 'name'),
      more: text(person, 'role'),
    })),
    chosen,
    // A point on the curve is one person's.
    one: records.some(({ table }) => table === 'feeling'),
    pick: (id) => asOne(give(id, !chosen.includes(id))),
    create: {
      name: words.offer.newPerson,
      edit: (name) => {
        const [id, part] = [newId(), newId()];
        return together([
          { edit: 'add', table: 'person', fields: { id, name }, place: 'last' },
          {
            edit: 'add',
            table: 'cast',
            fields: { id: part, map: editor.open.map, person: id },
            place: 'last',
          },
          ...give(id, true),
        ]);
      },
    },
  };
}

async function owner(editor: Editor, records: readonly RecordId[]): Promise<Picking> {
  const teams = await editor.inTurn(() => listed(editor, 'team'));
  const about = await fieldsOf(editor, records);
  const field = (record: RecordId) => (record.table === 'gap' ? 'owner' : 'team');
  const give = (id: Id | null) => about.map(([record]) => set(record, field(record), id));
  const chosen = teams
    .map((team) => text(team, 'id'))
    .filter((id) => about.every(([record, fields]) => fields[field(record)] === id));
  return {
    title: words.offer.owner,
    none: words.offer.noTeams,
    entries: teams.map((team) => ({ value: text(team, 'id'), label: text(team, 'name') })),
    chosen,
    one: true,
    pick: (id) => asOne(give(chosen.includes(id) ? null : id)),
    create: {
      name: words.offer.newTeam,
      edit: (name) => {
        const id = newId();
        return together([{ edit: 'add', table: 'team', fields: { id, name }, place: 'last' }, ...give(id)]);
      },
    },
  };
}

async function answers(editor: Editor, records: readonly RecordId[]): Promise<Picking> {
  const kindOf = (record: RecordId) => {
    const cell = editor.scene?.node(`${record.table}/${record.id}`)?.parent ?? '';
    return editor.laneKinds.get(cell.split('/')[1] ?? '');
  };
  // From an opportunity the way leads to what it answers.
  const opportunities = records.filter((record) => kindOf(record) === 'opportunities');
  const problems = records.filter((record) => record.table === 'gap' || kindOf(record) === 'pain_points');
  const from = problems.length > 0 ? problems : opportunities;
  const want = problems.length > 0 ? 'opportunities' : 'problems';
  const [found, links] = await editor.inTurn(() =>
    Promise.all([editor.shell.candidates({ want, text: '' }), listed(editor, 'answer')]),
  );
  const linkOf = (record: RecordId, other: RecordId) => {
    const [opportunity, problem] = want === 'opportunities' ? [other, record] : [record, other];
    return links.find(
      (link) => link.opportunity === opportunity.id && (link.problem as RecordId).id === problem.id,
    );
  };
  const [first] = problems.length > 0 ? await fieldsOf(editor, problems.slice(0, 1)) : [];
  const stage = first && text(first[1], 'stage');
  const offered = from.length > 0 ? found : [];
  const chosen = offered
    .filter(({ record }) => from.every((one) => linkOf(one, record)))
    .map(({ record }) => record.id);
  return {
    title: want === 'opportunities' ? words.offer.opportunity : words.offer.problem,
    none:
      from.length === 0
        ? words.offer.noAnswers
        : want === 'opportunities'
          ? words.offer.noOpportunities
          : words.offer.noProblems,
    entries: offered.map(({ record, text: label, stage }) => ({ value: record.id, label, more: stage })),
    chosen,
    one: false,
    pick(id) {
      const other = offered.find(({ record }) => record.id === id)?.record;
      if (!other) return null;
      const there = from.map((record) => linkOf(record, other)).filter((link) => link !== undefined);
      if (there.length === from.length)
        return remove(there.map((link) => ({ table: 'answer', id: text(link, 'id') })));
      const missing = from.filter((record) => !linkOf(record, other));
      return asOne(
        missing.map((record) =>
          want === 'opportunities'
            ? addAnswer(newId(), other.id, record)
            : addAnswer(newId(), record.id, other),
        ),
      );
    },
    create: stage
      ? {
          name: words.offer.newOpportunity,
          edit: (words) => together(newOpportunity(editor, problems, stage, words)),
        }
      : null,
  };
}

/** The list of a question. */
export function picking(editor: Editor, asked: Asked): Promise<Picking> {
  if (asked.what === 'people') return people(editor, asked.records);
  return asked.what === 'owner' ? owner(editor, asked.records) : answers(editor, asked.records);
}
