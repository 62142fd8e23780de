// What the fake shell answers to an inspector: a handful of fields, each typed another way. Which fields a kind really
// has is said in Rust, and tested there.

import { fieldsOf, moreOf, type FakeMap } from './fake_model';
import type {
  Candidate,
  Choice,
  Control,
  InspectedField,
  Inspection,
  RecordId,
  ShownPerson,
  Want,
} from './types';

function choice(value: string, label: string, more: Partial<Choice> = {}): Choice {
  return { value, label, initials: null, slot: null, color: null, icon: null, ...more };
}

type Shape = [name: string, label: string, main: boolean, control: Control];

const evidence: Shape = [
  'evidence',
  'Evidence',
  true,
  {
    as: 'choice',
    optional: false,
    choices: [
      choice('hypothesis', 'Hypothesis'),
      choice('observed', 'Observed'),
      choice('measured', 'Measured'),
    ],
  },
];

function shared(map: FakeMap, table: 'person' | 'team' | 'tag'): Choice[] {
  return moreOf(map, table).map(({ id, name }, at) =>
    table === 'person'
      ? choice(id, String(name), { initials: String(name).slice(0, 2).toUpperCase(), slot: at + 1 })
      : choice(id, String(name)),
  );
}

function pick(map: FakeMap, table: 'person' | 'team' | 'tag', many: boolean): Control {
  return { as: 'pick', table, many, create: true, choices: shared(map, table) };
}

function shapes(map: FakeMap, { table, id }: RecordId): Shape[] {
  const title: Shape = [
    table === 'card' ? 'text' : table === 'map' ? 'title' : 'name',
    '',
    true,
    { as: 'title', most: null },
  ];
  if (table === 'map')
    return [
      title,
      ['scenario', 'Scenario', true, { as: 'words' }],
      ['sector', 'Sector', false, { as: 'line', most: null, often: [] }],
    ];
  if (table === 'person') return [title, ['role', 'Role', false, { as: 'line', most: null, often: [] }]];
  if (table === 'team')
    return [
      title,
      [
        'function',
        'Function',
        true,
        { as: 'choice', optional: false, choices: [choice('other', 'Other'), choice('sales', 'Sales')] },
      ],
    ];
  if (table === 'tag') return [title, ['color', 'Colour', true, { as: 'color', list: null }]];
  if (table === 'stage')
    return [
      title,
      ['short_name', 'Short name', false, { as: 'line', most: 14, often: [] }],
      ['width', 'Width', false, { as: 'number', low: 176, high: 480, step: 8, optional: false }],
    ];
  if (table !== 'card') return [title, ['collapsed', 'Folded to its name', false, { as: 'flag' }]];
  const kind = kindOf(map, id);
  const stages = map.stages.map((stage) => choice(stage.id, stage.name));
  const links = moreOf(map, 'answer')
    .filter((answer) => (answer.problem as RecordId).id === id)
    .map((answer) => {
      const other = map.cards.find((card) => card.id === answer.opportunity);
      return {
        answer: answer.id,
        other: { table: 'card' as const, id: String(answer.opportunity) },
        text: other?.text ?? '',
        stage: '',
      };
    });
  return [
    title,
    ...(kind === 'pain_points'
      ? [['fields.severity', 'Severity', true, { as: 'rating', low: 1, high: 5 }] as Shape]
      : []),
    ...(kind === 'touchpoints'
      ? [
          [
            'fields.channel',
            'Channel',
            true,
            {
              as: 'channel',
              choices: fakeChannels(),
            },
          ] as Shape,
        ]
      : []),
    ['people', 'Who feels it', true, pick(map, 'person', true)],
    evidence,
    ['team', 'Responsible team', true, pick(map, 'team', false)],
    ...(kind === 'pain_points'
      ? [
          [
            'answers',
            'Opportunities that answer it',
            true,
            { as: 'links', want: 'opportunities', links },
          ] as Shape,
        ]
      : []),
    ['note', 'Notes', true, { as: 'note' }],
    ['tags', 'Tags', true, pick(map, 'tag', true)],
    ['votes', 'Votes', false, { as: 'stepper', low: 0, high: null, step: 1 }],
    ['stages', 'Stages', false, { as: 'stages', choices: stages }],
    ['color', 'Colour', false, { as: 'color', list: null }],
  ];
}

function kindOf(map: FakeMap, card: string) {
  const lane = map.cards.find((one) => one.id === card)?.lane;
  return map.lanes.find((one) => one.id === lane)?.kind ?? null;
}

function valueOf(map: FakeMap, record: RecordId, name: string): unknown {
  const fields = fieldsOf(map, record) ?? {};
  if (name === 'stages') return [fields.stage, fields.to_stage ?? fields.stage];
  const [outer = name, inner] = name.split('.');
  const value = inner === undefined ? fields[outer] : (fields[outer] as Record<string, unknown>)?.[inner];
  if (value === undefined && name === 'evidence') return 'hypothesis';
  if (value === undefined && name === 'votes') return 0;
  return value ?? null;
}

/** What the fake says of records: the fields that all of them have. */
export function fakeInspection(map: FakeMap, asked: RecordId[]): Inspection | null {
  const records = asked.filter((record) => fieldsOf(map, record) !== null);
  const [first] = records;
  if (!first) return null;
  const all = records.map((record) => shapes(map, record));
  const alone = ['title', 'links', 'stages'];
  const names = all[0]!.filter(
    ([name, , , control]) =>
      all.every((others) => others.some(([other]) => other === name)) &&
      (records.length === 1 || !alone.includes(control.as)),
  );
  const fields = names.map(([name, label, main, control]): InspectedField => {
    const values = records.map((record) => valueOf(map, record, name));
    const several = values.some((value) => JSON.stringify(value) !== JSON.stringify(values[0]));
    return {
      name,
      label: label || 'Text',
      main,
      control,
      value: several ? null : values[0],
      several,
      hint: '',
    };
  });
  const kinds = records.map((record) => (record.table === 'card' ? kindOf(map, record.id) : null));
  const kind = kinds.every((one) => one === kinds[0]) ? (kinds[0] ?? null) : null;
  const heading = records.length > 1 ? `${records.length} cards` : (kind ?? first.table).replace('_', ' ');
  return { records, kind, heading, place: records.length > 1 ? '' : 'Here', fields };
}

/** The cards that hold the words. */
export function fakeCandidates(map: FakeMap, { want, text }: { want: Want; text: string }): Candidate[] {
  const fits = (kind: string) =>
    want === 'cards' || kind === (want === 'opportunities' ? 'opportunities' : 'pain_points');
  return map.cards.flatMap((card) => {
    const kind = kindOf(map, card.id);
    const stage = map.stages.find((one) => one.id === card.stage)?.name ?? '';
    const found = kind && fits(kind) && card.text.toLowerCase().includes(text.toLowerCase());
    return found ? [{ record: { table: 'card' as const, id: card.id }, kind, text: card.text, stage }] : [];
  });
}

/** The people of the fake: all of them have a part in the map, in the order of their casts. */
export function fakePeople(map: FakeMap): ShownPerson[] {
  const casts = moreOf(map, 'cast');
  return moreOf(map, 'person').map((person, at) => {
    const cast = casts.find((one) => one.person === person.id);
    const text = (field: string) => String(person[field] ?? '');
    return {
      person: person.id,
      cast: cast?.id ?? null,
      name: text('name'),
      letters: text('name').slice(0, 2).toUpperCase(),
      role: text('role'),
      part: text('committee_role'),
      priorities: text('priorities'),
      permissions: text('permissions'),
      risks: text('risks'),
      portrait: null,
      primary: cast?.primary === true,
      slot: cast ? at + 1 : null,
      curve: cast?.primary === true || typeof cast?.curve_slot === 'number',
    };
  });
}

/** Two channels are enough to choose from. */
export function fakeChannels(): Choice[] {
  return [choice('E-mail', 'E-mail', { icon: 'mail' }), choice('Phone', 'Phone', { icon: 'phone' })];
}
