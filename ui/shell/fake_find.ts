// What the fake shell finds in its map: words and kinds, in reading order, and other words in their place.
import type { FakeMap } from './fake_model';
import type { StageFriction } from './shell';
import type { FilterChoices, Edit, Found, Query, RecordId } from './types';

const says = (text: string, words: string) => text.toLowerCase().includes(words.trim().toLowerCase());

/** What a query finds. The fake's cards have no people, teams or evidence, so those filters find nothing. */
export function fakeFind(map: FakeMap, query: Query): Found {
  const text = query.text.trim();
  const others = query.people.length + query.teams.length + query.evidence.length > 0;
  const filters =
    others || query.kinds.length > 0 || (query.severity ?? null) !== null || query.unanswered === true;
  const nothing: Found = { hits: [], cards: 0, of: map.cards.length };
  if ((!text && !filters) || others) return nothing;
  const hits: RecordId[] = [];
  if (!filters)
    for (const stage of map.stages) if (says(stage.name, text)) hits.push({ table: 'stage', id: stage.id });
  for (const lane of map.lanes) {
    if (!filters && says(lane.name, text)) hits.push({ table: 'lane', id: lane.id });
    for (const stage of map.stages)
      for (const card of map.cards.filter((one) => one.lane === lane.id && one.stage === stage.id)) {
        const kind = query.kinds.length === 0 || query.kinds.includes(lane.kind);
        const severe = Number(card.fields.severity ?? 0) >= (query.severity ?? 0);
        const open = query.unanswered !== true || lane.kind === 'pain_points';
        if (kind && severe && open && says(card.text, text)) hits.push({ table: 'card', id: card.id });
      }
  }
  return { hits, cards: hits.filter((hit) => hit.table === 'card').length, of: map.cards.length };
}

/** What there is to filter by. */
export function fakeChoices(map: FakeMap): FilterChoices {
  return {
    people: [{ id: 'marie', name: 'Marie' }],
    teams: [{ id: 'sales', name: 'Sales' }],
    kinds: [...new Set(map.lanes.map((lane) => lane.kind))],
  };
}

/** The edit that puts other words in the place of those that were found; null where there is none. */
export function fakeReplacement(
  map: FakeMap,
  query: Query,
  words: string,
  only: RecordId | null,
): Edit | null {
  const hits = fakeFind(map, query).hits.filter((hit) => only === null || hit.id === only.id);
  const sought = new RegExp(query.text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi');
  const edits = hits.flatMap((hit): Edit[] => {
    const list: readonly { id: string; text?: string; name?: string }[] =
      hit.table === 'card' ? map.cards : hit.table === 'stage' ? map.stages : map.lanes;
    const thing = list.find((one) => one.id === hit.id);
    const text = thing?.text ?? thing?.name ?? '';
    const field = hit.table === 'card' ? 'text' : 'name';
    return [{ edit: 'set', table: hit.table, id: hit.id, field, value: text.replace(sought, words) }];
  });
  return query.text.trim() && edits.length > 0 ? { edit: 'together', label: null, edits } : null;
}

/** Friction as the sum of severities. */
export function fakeFriction(map: FakeMap): StageFriction[] {
  return map.stages.map((stage) => {
    const own = map.cards.filter((card) => card.stage === stage.id && Number(card.fields.severity) > 0);
    const sum = own.reduce((so, card) => so + Number(card.fields.severity), 0);
    return { stage: stage.id, friction: own.length > 0 ? sum : null, gap: null };
  });
}
