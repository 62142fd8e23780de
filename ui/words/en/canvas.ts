// The map itself: what things are called, what is typed, moved and pasted on it.

import type { LaneKind, LineBelow } from '../../shell/types';
import { many, number } from '../locale.svelte';

/** The map itself: what things are called, what is typed, moved and pasted on it. */
export const canvas = {
  kinds: {
    stage: 'Stage',
    lane: 'Lane',
    gap: 'Gap',
    feeling: 'Feeling',
    path: 'Path',
    person: 'Person',
  },

  /** What one card of a kind is called. */
  cardKinds: {
    goals: 'Goal',
    actions: 'Action',
    touchpoints: 'Touchpoint',
    content: 'Content',
    emotions: 'Feeling',
    thoughts: 'Thought',
    questions: 'Question',
    interaction_model: 'Interaction',
    deciders: 'Decider',
    motivators: 'Motivator or barrier',
    risks: 'Risk',
    pain_points: 'Pain point',
    gaps: 'Gap',
    opportunities: 'Opportunity',
    teams: 'Team',
    measures: 'Measure',
    backstage: 'System',
    maturity: 'Maturity',
    statistic: 'Statistic',
    text: 'Text',
    image: 'Image',
  } satisfies Record<LaneKind, string>,

  /** What a new lane of a kind is called. */
  laneKinds: {
    goals: 'Goals',
    actions: 'Actions',
    touchpoints: 'Touchpoints',
    content: 'Content and calls to action',
    emotions: 'Emotions',
    thoughts: 'Thoughts',
    questions: 'Questions',
    interaction_model: 'Interaction model',
    deciders: 'Deciders',
    motivators: 'Motivators and barriers',
    risks: 'Risks',
    pain_points: 'Pain points',
    gaps: 'Gaps',
    opportunities: 'Opportunities',
    teams: 'Teams',
    measures: 'Measures',
    backstage: 'Backstage and systems',
    maturity: 'Maturity',
    statistic: 'Statistic',
    text: 'Text',
    image: 'Image, storyboard',
  } satisfies Record<LaneKind, string>,

  lanes: {
    title: 'Add a lane',
    find: 'Find a lane',
    below: (name: string) => `Goes below ${name}`,
    last: { experience: 'Goes to the end of the upper sheet', insight: 'Goes to the end of the lower sheet' },
    experience: 'Experience, what buyers live through',
    insight: 'Insight, what we learn and do',
    either: 'Either',
    present: 'on the map',
    none: 'No lane of that name.',
    line: (name: string) => `Line below ${name}`,
    lines: { none: 'None', interaction: 'Interaction', visibility: 'Visibility' } satisfies Record<
      LineBelow,
      string
    >,
    hidden: (count: number) => `${count} hidden`,
    hiddenTitle: 'Hidden lanes, to be shown again',
    show: (name: string) => `Show ${name}`,
    between: (name: string) => `Add lane below ${name}`,
  },

  canvas: {
    region: 'Map',
    newCard: (cell: string) => (cell ? `New card, ${cell}` : 'New card'),
    /** Keys that go on from the card that is being typed, and where to. */
    hints: [
      ['Enter', 'add another'],
      ['Tab', 'next stage'],
      ['Esc', 'done'],
    ] as [string, string][],
    add: (kind: string) => `Add ${kind.toLowerCase()}`,
    /** How a hand puts a point where it is to lie. */
    pointByHand: 'or double-click where it lies',
    firstStage: 'First stage',
    lastStage: 'Last stage',
    lastLane: 'Last lane',
    drawPath: 'Drag to another stage: a way back, or past some',
    /** What the tag of a point says that is being dragged. */
    feeling: (value: number, label: string) => [number(value), label].filter(Boolean).join(' '),
    /** What the tag of a column's edge says that is being dragged. */
    width: (width: number) => `${width} px`,
    stageHere: 'Add stage here',
  },

  edits: {
    newStage: 'New stage',
    newGap: 'New gap',
  },

  keys: {
    /** The key that takes a move back. */
    back: (way: 'left' | 'right' | 'up' | 'down') =>
      `Alt+${{ left: 'Left', right: 'Right', up: 'Up', down: 'Down' }[way]} to move back.`,
    noGapAtEnd: 'A gap needs a stage after it.',
    revisit: (from: string): [string, string] => [
      `Where do people go back to from ${from}?`,
      'Arrows choose the stage, Enter or a click on it draws the loop, Escape leaves it.',
    ],
    noRevisit: 'No loop was drawn.',
  },

  move: {
    /** "Move 3 cards to…" */
    cards: (count: number) => `Move ${count === 1 ? 'card' : `${count} cards`} to…`,
    stage: (name: string) => `Move ${name} to…`,
    gap: (name: string) => `Move ${name} to…`,
    inStage: 'Stage',
    inLane: 'Lane',
    place: 'Place',
    first: 'First',
    last: 'Last',
    after: (what: string) => `After ${what}`,
    go: 'Move',
    cancel: 'Cancel',
    toLane: 'Move to a lane',
  },

  offer: {
    /** At the foot of the list, after its keys: Enter, Ctrl+Enter, Esc. */
    choose: 'choose',
    chooseMore: 'and more',
    close: 'close',
    people: 'Whose is it?',
    noPeople: 'Nobody is on this map yet. Type a name to add somebody.',
    newPerson: (name: string) => `Add ${name}`,
    owner: 'Which team owns it?',
    noTeams: 'There is no team yet. Type a name to add one.',
    newTeam: (name: string) => `Add ${name}`,
    opportunity: 'Which opportunity answers it?',
    problem: 'What does it answer?',
    noOpportunities: 'There is no opportunity yet. Type one to add it.',
    newOpportunity: (text: string) => `Add “${text}”`,
    noProblems: 'There is nothing to link yet.',
    noAnswers: 'Only pain points, gaps and opportunities are linked.',
  },

  clipboard: {
    nothingToCopy: 'Only cards can be copied.',
    copied: (count: number) => `${many(count, 'card', 'cards')} copied`,
    /** "Pasted 6 cards into Pain points" */
    pasted: (counts: { cards: number; stages: number }, lane: string | null) => {
      const cards = many(counts.cards, 'card', 'cards');
      const stages = many(counts.stages, 'stage', 'stages');
      if (counts.cards === 0) return `Pasted ${stages}`;
      const what = counts.stages > 0 ? `${cards} and ${stages}` : cards;
      return lane === null ? `Pasted ${what}` : `Pasted ${what} into ${lane}`;
    },
    previewTitle: 'Paste this many?',
    preview: (counts: { cards: number; stages: number }) =>
      counts.stages > 0
        ? `This makes ${many(counts.cards, 'card', 'cards')} and ${many(counts.stages, 'stage', 'stages')}.`
        : `This makes ${many(counts.cards, 'card', 'cards')}.`,
    previewHint: 'One Undo takes all of it back.',
    go: 'Paste',
    cancel: 'Cancel',
  },
};
