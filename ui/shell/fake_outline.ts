// The outline of the fake's map: the same answers as Rust's, from plain lists.

import { type FakeMap, type Fields, moreOf } from './fake_model';
import type { Id, Outline, OutlineChip, OutlineLine, OutlinePart, Touched } from './types';

const said = (text: string): OutlineChip => ({ chip: 'said', text });

function chipsOf(fields: Record<string, unknown>): OutlineChip[] {
  const level = fields.severity;
  return typeof level === 'number' ? [{ chip: 'severity', level, text: `Severity ${level}` }] : [];
}

/** The map's head and its stages. */
export function fakeOutline(map: FakeMap): Outline {
  const lanes = map.lanes.filter((lane) => !lane.hidden);
  const nameOf = (id: unknown) => map.stages.find((stage) => stage.id === id)?.name ?? 'outside';
  const end = (path: Fields, side: string) => (path[side] as { id?: Id } | null)?.id ?? null;
  const points = [...moreOf(map, 'feeling')].sort((a, b) => Number(a.value) - Number(b.value));
  return {
    map: map.id,
    title: map.title,
    language: 'en',
    chips: ['Current state'],
    facts: [],
    people: moreOf(map, 'person').map((person, at) => ({
      id: person.id,
      name: String(person.name),
      about: String(person.role ?? ''),
      primary: at === 0,
    })),
    lanes: lanes.map(({ id, name, kind }) => ({ id, name, kind, icon: 'target' })),
    stages: map.stages.map((stage, at) => ({
      id: stage.id,
      name: stage.name,
      job: stage.job,
      duration: '',
      steps: [],
      cards: map.cards.filter((card) => card.stage === stage.id && lanes.some(({ id }) => id === card.lane))
        .length,
      gaps: moreOf(map, 'gap')
        .filter((gap) => gap.stage === stage.id && at < map.stages.length - 1)
        .map((gap) => ({
          id: gap.id,
          icon: 'clock',
          title: String(gap.title ?? ''),
          detail: String(gap.detail ?? ''),
          chips: gap.votes ? [said(`${String(gap.votes)} votes`)] : [],
        })),
      paths: moreOf(map, 'path')
        .filter((path) => end(path, 'from') === stage.id)
        .map((path) => ({
          id: path.id,
          label: String(path.label ?? ''),
          way: `${String(path.kind)} from ${stage.name} to ${nameOf(end(path, 'to'))}`,
        })),
    })),
    lowest: points[0]?.id ?? null,
  };
}

/** What lies in some stages. */
export function fakeParts(map: FakeMap, stages: readonly Id[]): OutlinePart[] {
  const lines = (lane: Id, stage: Id): OutlineLine[] => [
    ...moreOf(map, 'feeling')
      .filter((point) => point.lane === lane && point.stage === stage)
      .map((point): OutlineLine => ({
        line: 'feeling',
        id: point.id,
        person: 'Marie',
        at: `at ${String(point.position)}`,
        value: Number(point.value),
        label: String(point.label ?? ''),
        chips: [],
      })),
    ...map.cards
      .filter((card) => card.lane === lane && card.stage === stage)
      .map((card): OutlineLine => ({
        line: 'card',
        id: card.id,
        text: card.text,
        chips: chipsOf(card.fields),
      })),
  ];
  return stages
    .filter((id) => map.stages.some((stage) => stage.id === id))
    .map((stage) => ({
      stage,
      cells: map.lanes
        .filter((lane) => !lane.hidden)
        .map((lane) => ({ lane: lane.id, lines: lines(lane.id, stage) }))
        .filter((cell) => cell.lines.length > 0),
    }));
}

/** What of the outline differs between two states of a map. */
export function fakeTouched(before: FakeMap, after: FakeMap): Touched {
  const differs = (of: (map: FakeMap) => unknown) => JSON.stringify(of(before)) !== JSON.stringify(of(after));
  const ids = after.stages.map((stage) => stage.id);
  return {
    frame: differs(fakeOutline),
    stages: ids.filter((id) => differs((map) => fakeParts(map, [id]))),
  };
}
