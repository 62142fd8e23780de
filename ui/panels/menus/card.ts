// The menu of a card, or of all that are selected with it.

import { grouped, type MenuEntry } from '../../controls/menu';
import type { LaneKind, NodeKey } from '../../shell/types';
import type { ShortcutId } from '../../shortcuts';
import type { Way } from '../../state/order';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import { lanesBeside } from '../asking/lanes';
import { laneKindOf } from '../kinds';
import { answers } from './answers';
import { type Facts, idOf } from './facts';
import { item, sub } from './item';
import { otherPaths, pathsTo } from './path';
import { evidence, ratings, severities } from './ratings';

const { menu } = words;

/** The whole selection where the thing is part of it, else the thing alone. */
export function selectedWith(acts: Acts, key: NodeKey): readonly NodeKey[] {
  const { keys } = acts.editor.selection;
  return keys.includes(key) ? keys : [key];
}

/** What can be done with a card. What is about several is about all selected cards. */
export function forCard(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  const all = selectedWith(acts, key).filter((one) => one.startsWith('card/'));
  const { record } = facts;
  const alone = all.length < 2;
  const cell = acts.editor.scene?.node(key)?.parent;
  return grouped(
    [
      ...(alone ? [item('edit', menu.edit, () => acts.write(key), { keys: 'edit' })] : []),
      ...(alone && cell
        ? [item('new', menu.newCardBelow, () => acts.newCard(cell, key), { keys: 'newCard' })]
        : []),
      item('move', menu.moveTo, () => acts.cards.askPlace(all), { keys: 'moveTo' }),
      sub('toLane', menu.toKind, lanesBeside(acts, all.map(idOf)), { keys: 'toKind' }),
    ],
    [
      ...clipped(acts, key),
      item('duplicate', menu.duplicate, () => acts.cards.duplicate(all), { keys: 'duplicate' }),
    ],
    [
      ...(alone ? [sub('step', menu.step, moves(acts, key))] : []),
      item('longer', menu.longerStages, () => acts.cards.stretch(all, 1), {
        keys: 'longer',
        disabled: alone && !acts.cards.canStretch(record, 1),
      }),
      item('shorter', menu.shorterStages, () => acts.cards.stretch(all, -1), {
        keys: 'shorter',
        disabled: alone && !acts.cards.canStretch(record, -1),
      }),
    ],
    [
      ...rated(acts, key, all, facts),
      ...(alone ? answered(acts, key, facts) : []),
      ...belongings(acts, all, facts),
      item('vote', menu.vote, () => acts.cards.vote(all, 1), { keys: 'vote' }),
      item('voteBack', menu.voteBack, () => acts.cards.vote(all, -1), {
        keys: 'voteBack',
        disabled: alone && !record.votes,
      }),
    ],
    alone ? [sub('path', menu.pathFrom, paths(acts, key, String(record.stage)))] : [],
    [item('delete', menu.delete, () => acts.remove(selectedWith(acts, key)), { keys: 'delete' })],
  );
}

/** Cut, copy and paste, as their keys do. */
function clipped(acts: Acts, key: NodeKey): MenuEntry[] {
  return [
    item('cut', menu.cut, () => acts.editor.hands?.cut(key), { keys: 'cut' }),
    item('copy', menu.copy, () => acts.editor.hands?.copy(key), { keys: 'copy' }),
    item('copyPicture', menu.copyPicture, () => acts.copyPicture(key), { keys: 'copyPicture' }),
    item('paste', menu.paste, () => acts.paste(key), { keys: 'paste' }),
  ];
}

/** The entries that move one card by a step. */
function moves(acts: Acts, key: NodeKey): MenuEntry[] {
  const { cards } = acts;
  const step = (way: Way) => {
    const edit = cards.step(key, way);
    const keys: ShortcutId = way;
    return item(way, menu[way], () => cards.move(key, edit), { keys, disabled: edit === null });
  };
  const toLane = (way: 'up' | 'down', keys: 'laneAbove' | 'laneBelow', label: string) => {
    const edit = cards.toNeighbour(key, way);
    return item(keys, label, () => cards.move(key, edit), { keys, disabled: edit === null });
  };
  return grouped(
    [step('left'), step('right'), step('up'), step('down')],
    [toLane('up', 'laneAbove', menu.laneAbove), toLane('down', 'laneBelow', menu.laneBelow)],
  );
}

/** What a card's kind is rated by. */
function rated(acts: Acts, key: NodeKey, all: readonly NodeKey[], facts: Facts): MenuEntry[] {
  const kind: LaneKind | null = laneKindOf(acts.editor, key);
  const same = all.filter((card) => laneKindOf(acts.editor, card) === kind);
  const fields = (facts.record.fields ?? {}) as Record<string, unknown>;
  const set = (field: string) => (value: number | null) => acts.cards.setField(same, field, value);
  if (kind === 'pain_points')
    return [sub('severity', menu.severity, severities(fields.severity, set('severity')))];
  if (kind === 'opportunities')
    return [
      sub('impact', menu.impact, ratings(fields.impact, set('impact'))),
      sub('effort', menu.effort, ratings(fields.effort, set('effort'))),
    ];
  return [];
}

function answered(acts: Acts, key: NodeKey, facts: Facts): MenuEntry[] {
  return laneKindOf(acts.editor, key) === 'pain_points'
    ? answers(acts, { table: 'card', id: idOf(key) }, facts)
    : [];
}

/** Whose cards are, what they carry, how well they are known. */
function belongings(acts: Acts, all: readonly NodeKey[], facts: Facts): MenuEntry[] {
  const { cards } = acts;
  const { record } = facts;
  const listed = (list: 'people' | 'tags', id: string) =>
    Array.isArray(record[list]) && (record[list] as string[]).includes(id);
  const check = (list: 'people' | 'tags') => (one: { id: string; name: string }) =>
    item(one.id, one.name, () => cards.toggle(all, list, one.id), { checked: listed(list, one.id) });
  return [
    sub(
      'evidence',
      menu.evidence,
      evidence(record.evidence, (level) => cards.setEvidence(all, level)),
      { keys: 'evidence' },
    ),
    ...(facts.people.length > 0
      ? [sub('people', menu.people, facts.people.map(check('people')), { keys: 'people' })]
      : []),
    sub(
      'team',
      menu.team,
      grouped(
        facts.teams.map((team) =>
          item(team.id, team.name, () => cards.setTeam(all, team.id), { checked: record.team === team.id }),
        ),
        [
          item('newTeam', menu.newTeam, () => cards.askNew(all, 'team')),
          item('none', menu.noTeam, () => cards.setTeam(all, null), {
            checked: typeof record.team !== 'string',
          }),
        ],
      ),
      { keys: 'owner' },
    ),
    sub(
      'tags',
      menu.tags,
      grouped(facts.tags.map(check('tags')), [item('newTag', menu.newTag, () => cards.askNew(all, 'tag'))]),
    ),
  ];
}

function paths(acts: Acts, key: NodeKey, stage: string): MenuEntry[] {
  const from = { table: 'card', id: idOf(key) } as const;
  const all = acts.stages.all;
  const at = all.indexOf(stage);
  return grouped(
    [
      sub('revisit', menu.revisit, pathsTo(acts, 'revisit', from, all.slice(0, at).reverse())),
      sub('skip', menu.skip, pathsTo(acts, 'skip', from, all.slice(at + 1))),
    ],
    otherPaths(acts, from, stage),
  );
}
