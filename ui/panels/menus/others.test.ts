// The menus of cards, gaps, paths, points, cells and the background.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type MenuHands, menuHands } from '../../menu-hands';
import { mounted, type Mounted } from '../../mounted';
import { fakeSample } from '../../shell/fake_home';
import type { FakeMap } from '../../shell/fake_model';
import { newId } from '../../shell/ids';
import type { LaneKind } from '../../shell/types';

let page: Mounted;
let hands: MenuHands;
const [team, tag, person, cast, gap, feeling, path] = Array.from({ length: 7 }, newId) as [
  string, string, string, string, string, string, string,
]; // prettier-ignore

/** The sample with one of everything else. */
function map(): FakeMap {
  const sample = fakeSample();
  const [, second, third, fourth] = sample.stages;
  const emotions = sample.lanes.find((lane) => lane.kind === 'emotions')!.id;
  const stage = (id: string) => ({ table: 'stage', id });
  return {
    ...sample,
    more: {
      team: [{ id: team, name: 'Sales' }],
      tag: [{ id: tag, name: 'Quick' }],
      person: [{ id: person, name: 'Marie' }],
      cast: [{ id: cast, person, primary: true, curve_slot: 1 }],
      gap: [{ id: gap, stage: third!.id, title: 'Handover', causes: ['silo'], severity: 3, votes: 0 }],
      feeling: [
        { id: feeling, lane: emotions, stage: second!.id, person, value: 1.75, position: 0.5, label: 'Hope' },
      ],
      path: [
        {
          id: path,
          kind: 'revisit',
          from: stage(fourth!.id),
          to: stage(second!.id),
          label: 'Again',
          often: null,
        },
      ],
    },
  };
}

beforeEach(async () => {
  page = await mounted({ open: map() });
  hands = menuHands(page);
});
afterEach(() => page.close());

const card = (text: string) => page.shell.map().cards.find((one) => one.text === text) as unknown as Record<string, unknown> & { id: string }; // prettier-ignore
const more = (table: keyof NonNullable<FakeMap['more']>) => page.shell.map().more?.[table] ?? [];
const lane = (kind: LaneKind) => page.shell.map().lanes.find((one) => one.kind === kind)!.id;
async function onCard(text: string, ...ids: string[]) {
  await hands.rightClick(`card/${card(text).id}`);
  await hands.choose(...ids);
}

test('a pain point offers its rating, evidence, people, team, tags, votes and what answers it', async () => {
  await hands.rightClick(`card/${card('Waits too long').id}`);
  expect(hands.offered()).toEqual(
    ['edit', 'new', 'move', 'toLane', 'cut', 'copy', 'copyPicture', 'paste', 'duplicate', 'step', 'longer', 'shorter', 'severity', 'answers', 'evidence', 'people',
      'team', 'tags', 'vote', 'voteBack', 'path', 'delete'],
  ); // prettier-ignore
  expect(hands.isOff('voteBack')).toBe(true);
  expect(await page.wrong()).toEqual([]);
  await hands.choose('severity', '4');
  await onCard('Waits too long', 'evidence', 'observed');
  await onCard('Waits too long', 'people', person);
  await onCard('Waits too long', 'team', team);
  await onCard('Waits too long', 'tags', tag);
  await onCard('Waits too long', 'vote');
  expect(card('Waits too long')).toMatchObject({
    fields: { severity: 4 },
    evidence: 'observed',
    people: [person],
    team,
    tags: [tag],
    votes: 1,
  });
  await hands.rightClick(`card/${card('Waits too long').id}`);
  await page.press('ArrowRight', hands.entry('tags'));
  expect(hands.isChecked(tag)).toBe(true);
  await page.click(`[data-entry="${tag}"]`);
  expect(card('Waits too long').tags).toEqual([]);
});

test('in an open menu of ratings their digits choose, whatever has the focus', async () => {
  const open = async (text: string, rating: string) => {
    await hands.rightClick(`card/${card(text).id}`);
    await page.press('ArrowRight', hands.entry(rating));
  };
  await open('Waits too long', 'severity');
  await page.press('4', hands.entry('1'));
  expect(card('Waits too long').fields).toEqual({ severity: 4 });
  expect(hands.offered(), 'the menu is gone').toEqual([]);
  await open('Help first', 'effort');
  await page.press('3', hands.entry('none'));
  expect(card('Help first').fields).toEqual({ effort: 3 });
  await hands.rightClick(`gap/${gap}`);
  await page.press('ArrowRight', hands.entry('severity'));
  await page.press('5', hands.entry('3'));
  expect(more('gap')[0]).toMatchObject({ severity: 5 });
  // A digit that no entry has does nothing.
  await open('Help first', 'impact');
  await page.press('7', hands.entry('1'));
  expect(card('Help first').fields).toEqual({ effort: 3 });
});

test('an opportunity is rated by impact and effort', async () => {
  await onCard('Help first', 'impact', '5');
  await onCard('Help first', 'effort', '2');
  expect(card('Help first').fields).toEqual({ impact: 5, effort: 2 });
});

test('an opportunity is linked to a pain point and unlinked again', async () => {
  const [pain, help] = [card('Waits too long').id, card('Help first').id];
  await onCard('Waits too long', 'answers', help);
  expect(more('answer')).toMatchObject([{ opportunity: help, problem: { table: 'card', id: pain } }]);
  await hands.rightClick(`card/${pain}`);
  await page.press('ArrowRight', hands.entry('answers'));
  expect(hands.isChecked(help)).toBe(true);
  await page.click(`[data-entry="${help}"]`);
  expect(more('answer')).toEqual([]);
});

test('L: where no opportunity fits, the words that were typed become one that is linked', async () => {
  const pain = card('Waits too long');
  page.app.editor!.hands!.reveal(`card/${pain.id}`);
  await page.press('l');
  const field = page.find('[role=dialog] input') as HTMLInputElement;
  field.value = 'Promise a date';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await page.settle();
  await page.press('Enter', field);
  const made = card('Promise a date');
  expect([made.lane, made.stage]).toEqual([lane('opportunities'), pain.stage]);
  expect(more('answer')).toMatchObject([{ opportunity: made.id, problem: { table: 'card', id: pain.id } }]);
});

test('a new team is named and answers for the card', async () => {
  await onCard('Waits too long', 'team', 'newTeam');
  await hands.answer('Service desk');
  const added = more('team')[1]!;
  expect([added.name, card('Waits too long').team]).toEqual(['Service desk', added.id]);
});

test('a card is moved to a lane of another kind, and says so with Undo', async () => {
  const before = page.shell.map();
  await onCard('Waits too long', 'toLane', lane('actions'));
  expect(card('Waits too long').lane).toBe(lane('actions'));
  expect(hands.toast()).toEqual(['Moved 1 card to Actions Undo']);
  await page.click('.toast button', 'Undo');
  expect(page.shell.map()).toEqual(before);
});

test('Drag of a card edge: its click twins make it longer and shorter over stages', async () => {
  const [, , , fourth, fifth] = page.shell.map().stages;
  await hands.rightClick(`card/${card('Waits too long').id}`);
  expect(hands.isOff('shorter')).toBe(true);
  await hands.choose('longer');
  expect(card('Waits too long').to_stage).toBe(fifth!.id);
  await onCard('Waits too long', 'shorter');
  expect(card('Waits too long').to_stage).toBe(fourth!.id);
});

test('several cards are moved, rated, duplicated and removed together', async () => {
  const keys = ['Waits too long', 'Pricing is unclear'].map((text) => `card/${card(text).id}`);
  page.app.editor?.selection.all(keys);
  await hands.rightClick(keys[0]!);
  expect(hands.offered()).not.toContain('edit');
  await hands.choose('severity', '2');
  expect(['Waits too long', 'Pricing is unclear'].map((text) => card(text).fields)).toEqual([{ severity: 2 }, { severity: 2 }]); // prettier-ignore
  const count = page.shell.map().cards.length;
  await hands.rightClick(keys[0]!);
  await hands.choose('duplicate');
  expect(hands.toast()).toEqual(['Duplicated 2 cards Undo']);
  expect(page.app.editor?.selection.keys).toHaveLength(2);
  expect(page.shell.map().cards).toHaveLength(count + 2);
  await hands.rightClick(page.app.editor!.selection.keys[0]!);
  await hands.choose('delete');
  expect(page.shell.map().cards).toHaveLength(count);
});

test('a gap has causes, severity, status, owner and place', async () => {
  const own = () => more('gap')[0]!;
  const onGap = async (...ids: string[]) => {
    await hands.rightClick(`gap/${gap}`);
    await hands.choose(...ids);
  };
  await hands.rightClick(`gap/${gap}`);
  expect(await page.wrong()).toEqual([]);
  await page.press('ArrowRight', hands.entry('causes'));
  expect(page.all('[data-entry]').map((one) => one.dataset.entry)).toEqual(expect.arrayContaining(['time', 'channel', 'device', 'silo', 'person'])); // prettier-ignore
  await page.click('[data-entry=time]');
  await onGap('causes', 'silo');
  await onGap('severity', '5');
  await onGap('status', 'plugged');
  await onGap('team', team);
  await onGap('vote');
  const { id: first, name } = page.shell.map().stages[0]!;
  await onGap('move');
  await hands.take('Stage', `After ${name}`);
  await page.click('[role=dialog] button', 'Move');
  expect(own()).toMatchObject({
    causes: ['time'],
    severity: 5,
    status: 'plugged',
    owner: team,
    votes: 1,
    stage: first,
  });
  expect(hands.toast()).toEqual(['Moved Handover Undo']);
  await onGap('duplicate');
  expect(more('gap')).toHaveLength(2);
  await onGap('delete');
  expect(hands.toast()).toEqual(['Deleted gap Handover Undo']);
});

test('Ctrl+C X V: a card is copied, cut and pasted by its menu, with the keys beside it', async () => {
  const pain = card('Waits too long');
  await hands.rightClick(`card/${pain.id}`);
  expect(['cut', 'copy', 'paste', 'duplicate'].map((id) => hands.entry(id).querySelector('kbd')?.textContent)).toEqual(
    ['Ctrl X', 'Ctrl C', 'Ctrl V', 'Ctrl D'],
  ); // prettier-ignore
  await hands.choose('copy');
  expect(page.asked('copy')).toEqual([{ cards: [pain.id] }]);
  const clipboard = vi.spyOn(page.app.shell, 'clipboard');
  clipboard.mockResolvedValue({ text: 'One', html: '' });
  await onCard('Waits too long', 'paste');
  expect(page.asked('paste')).toMatchObject([{ text: 'One', at: { at: 'cell', after: pain.id } }]);
  await onCard('Waits too long', 'cut');
  expect(page.shell.map().cards.some(({ id }) => id === pain.id)).toBe(false);
});

test('what is no text is taken for a picture', async () => {
  await onCard('Waits too long', 'paste');
  expect([page.asked('paste'), page.asked('pasteImage')]).toEqual([[], [null]]);
});

test('G: a gap after a stage is in its menu, but not after the last; its title waits to be typed', async () => {
  const { stages } = page.shell.map();
  await hands.rightClick(`stage/${stages.at(-1)!.id}`);
  expect(hands.isOff('gap')).toBe(true);
  await page.press('Escape', page.find('[role=menu]'));
  await hands.rightClick(`stage/${stages[0]!.id}`);
  await hands.choose('gap');
  expect(more('gap')[1]).toMatchObject({ stage: stages[0]!.id, title: 'New gap' });
  expect((page.find('textarea') as HTMLTextAreaElement).value).toBe('New gap');
});

test('a path has a kind, a count and a label that is typed in place', async () => {
  const onPath = async (...ids: string[]) => {
    await hands.rightClick(`path/${path}`);
    await hands.choose(...ids);
  };
  expect(hands.element(`path/${path}`).getAttribute('role')).toBe('button');
  expect(hands.element(`path/${path}`).closest('[role=columnheader]')).not.toBeNull();
  await onPath('kind', 'detour');
  await onPath('often', '3');
  expect(more('path')[0]).toMatchObject({ kind: 'detour', often: 3 });
  await onPath('often', 'unknown');
  expect(more('path')[0]!.often).toBeNull();
  await onPath('rename');
  const box = page.find('textarea') as HTMLTextAreaElement;
  expect(box.value).toBe('Again');
  box.value = 'Asks again';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await page.press('Escape', box);
  expect(more('path')[0]!.label).toBe('Asks again');
  await onPath('delete');
  expect(more('path')).toEqual([]);
});

test('Drag of an emotion point: its click twins raise and lower it within the scale', async () => {
  const value = () => more('feeling')[0]!.value;
  const onPoint = async (...ids: string[]) => {
    await hands.rightClick(`feeling/${feeling}`);
    await hands.choose(...ids);
  };
  await onPoint('raise');
  expect(value()).toBe(2);
  await hands.rightClick(`feeling/${feeling}`);
  expect([hands.isOff('raise'), hands.isOff('sink')]).toEqual([true, false]);
  await hands.choose('sink');
  expect(value()).toBe(1.75);
  await onPoint('label');
  const box = page.find('textarea') as HTMLTextAreaElement;
  expect(box.value).toBe('Hope');
  box.value = 'Hopeful';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  await page.press('Escape', box);
  await onPoint('people', 'nobody');
  await onPoint('moment', 'future');
  expect(more('feeling')[0]).toMatchObject({ label: 'Hopeful', person: null, moment: 'future' });
  await onPoint('delete');
  expect(hands.toast()).toEqual(['Deleted 1 point Undo']);
});

test('an empty cell offers what belongs there: a card, a point of a curve, a gap', async () => {
  const [first] = page.shell.map().stages;
  await hands.rightClick(`cell/${lane('thoughts')}/${first!.id}`);
  expect(hands.offered()).toEqual(['new', 'paste', 'stage', 'lane']);
  await page.press('Escape', page.find('[role=menu]'));
  await hands.rightClick(`cell/${lane('emotions')}/${first!.id}`);
  await hands.choose('point', person);
  expect(more('feeling')[1]).toMatchObject({ stage: first!.id, person, value: 0, position: 0.5 });
  await hands.rightClick(`cell/${lane('gaps')}/${first!.id}`);
  await hands.choose('gap');
  expect(more('gap')[1]).toMatchObject({ stage: first!.id });
});

test('the background offers a stage and a lane', async () => {
  page.find('.viewport').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await page.settle();
  expect(hands.offered()).toEqual(['stage', 'lane']);
  await hands.choose('stage');
  expect(page.shell.map().stages.at(-1)!.name).toBe('New stage');
});

test('the offer to undo goes with the next change, and nothing else is undone', async () => {
  await onCard('Waits too long', 'toLane', lane('actions'));
  expect(hands.toast()).toHaveLength(1);
  await onCard('Help first', 'impact', '5');
  expect(hands.toast()).toEqual([]);
});

test("the disc of a gap on a curve has the gap's menu, and a click on it selects the gap", async () => {
  const lane = page.shell.map().lanes.find(({ kind }) => kind === 'emotions')!.id;
  const disc = `gapdisc/${lane}/${page.shell.map().stages[2]!.id}`;
  await hands.rightClick(disc);
  expect(hands.offered()).toContain('causes');
  expect(page.app.editor!.selection.keys).toEqual([`gap/${gap}`]);
  await page.press('Escape', page.find('[role=menu]'));
  page.app.editor!.selection.clear();
  for (const name of ['pointerdown', 'pointerup'])
    hands
      .element(disc)
      .dispatchEvent(
        new PointerEvent(name, { bubbles: true, button: 0, pointerType: 'mouse', pointerId: 1 }),
      );
  await page.settle();
  expect(page.app.editor!.selection.keys).toEqual([`gap/${gap}`]);
});

test("a person of the map's header has a menu of their own", async () => {
  await hands.rightClick(`person/${person}`);
  expect(hands.offered()).toEqual([
    'edit',
    'people',
    'primary',
    'curve',
    'earlier',
    'later',
    'off',
    'remove',
  ]);
  expect(hands.isChecked('primary')).toBe(true);
  // The primary person's curve is always there, and comes first.
  for (const id of ['curve', 'earlier', 'later']) expect(hands.isOff(id), id).toBe(true);
  await hands.choose('edit');
  expect(page.all('.side button', 'All people')).toHaveLength(1);
});

test('beside the discs the people of the map are opened', async () => {
  await hands.rightClick(`people/${page.shell.map().id}`);
  expect(hands.offered()).toEqual(['people']);
  await hands.choose('people');
  expect(page.all('.side li .head')).toHaveLength(1);
});
