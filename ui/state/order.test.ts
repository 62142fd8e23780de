// The order of things as the Scene shows it, and the edits that move a thing by one step.
import { expect, test } from 'vitest';
import { fakeMap } from '../shell/fake_home';
import { edited } from '../shell/fake_model';
import { fakeScene } from '../shell/fake_scene';
import type { Edit } from '../shell/types';
import {
  cardsIn,
  cardStep,
  cardToLane,
  cellOfCard,
  laneStep,
  lanes,
  lanesIn,
  type Nodes,
  stages,
  stageStep,
} from './order';

const map = fakeMap('Map', ['A', 'B', 'C'], {
  actions: ['one', 'two', 'three'],
  pain_points: ['', 'hurts'],
});
const nodesOf = (of: typeof map): Nodes =>
  new Map(fakeScene(of, 1600, 'light', 1).nodes.map((node) => [node.key, node]));
const nodes = nodesOf(map);
const [a, b, c] = map.stages.map((stage) => stage.id) as [string, string, string];
const lane = (kind: string) => map.lanes.find((one) => one.kind === kind)!.id;
const card = (text: string) => map.cards.find((one) => one.text === text)!.id;
const after = (edit: Edit | null) => nodesOf(edited(map, edit!));

test('stages, lanes and cards come in the order of the map', () => {
  expect(stages(nodes)).toEqual([a, b, c]);
  expect(lanes(nodes)).toEqual(map.lanes.map((one) => one.id));
  expect(cardsIn(nodes, { lane: lane('actions'), stage: b })).toEqual([card('two')]);
  expect(cellOfCard(nodes, card('hurts'))).toEqual({ lane: lane('pain_points'), stage: b });
});

test('a card goes to the next stage, and nowhere past the ends', () => {
  expect(cellOfCard(after(cardStep(nodes, card('one'), 'right')), card('one'))?.stage).toBe(b);
  expect(cellOfCard(after(cardStep(nodes, card('two'), 'left')), card('two'))?.stage).toBe(a);
  expect(cardStep(nodes, card('one'), 'left')).toBeNull();
  expect(cardStep(nodes, card('three'), 'right')).toBeNull();
  expect(cardStep(nodes, card('one'), 'up')).toBeNull();
  expect(cardStep(nodes, 'unknown', 'right')).toBeNull();
});

test('a card goes up and down in its cell', () => {
  const both = after(cardStep(nodes, card('one'), 'right'));
  const cell = { lane: lane('actions'), stage: b };
  expect(cardsIn(both, cell)).toEqual([card('two'), card('one')]);
  const moved = edited(
    edited(map, cardStep(nodes, card('one'), 'right')!),
    cardStep(both, card('one'), 'up')!,
  );
  expect(cardsIn(nodesOf(moved), cell)).toEqual([card('one'), card('two')]);
});

test('a card goes to the next lane that takes cards, over those that do not', () => {
  const takes = (id: string) => ![lane('emotions'), lane('gaps')].includes(id);
  const down = cardToLane(nodes, card('hurts'), 'down', takes);
  expect(cellOfCard(after(down), card('hurts'))?.lane).toBe(lane('opportunities'));
  const up = cardToLane(nodes, card('hurts'), 'up', takes);
  expect(cellOfCard(after(up), card('hurts'))?.lane).toBe(lane('thoughts'));
  expect(cardToLane(nodes, card('one'), 'up', takes)).toBeNull();
});

test('a stage goes left and right', () => {
  expect(stages(after(stageStep(nodes, a, 'right')))).toEqual([b, a, c]);
  expect(stages(after(stageStep(nodes, c, 'left')))).toEqual([a, c, b]);
  expect([stageStep(nodes, a, 'left'), stageStep(nodes, c, 'right')]).toEqual([null, null]);
});

test('a lane at the edge of its sheet goes on to the other one', () => {
  const onto = after(laneStep(nodes, lane('pain_points'), 'up'));
  expect(lanesIn(onto, 'experience').at(-1)).toBe(lane('pain_points'));
  const down = after(laneStep(nodes, lane('thoughts'), 'down'));
  expect(lanesIn(down, 'insight')[0]).toBe(lane('thoughts'));
  expect([laneStep(nodes, lane('actions'), 'up'), laneStep(nodes, lane('teams'), 'down')]).toEqual([
    null,
    null,
  ]);
});
