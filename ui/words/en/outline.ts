// The outline: the map as a text, and the ways of looking at a map.

import { many } from '../locale.svelte';

/** The outline: the map as a text, and the ways of looking at a map. */
export const outline = {
  views: {
    name: 'View',
    canvas: 'Canvas',
    outline: 'Outline',
    showCanvas: 'Show as canvas',
    showOutline: 'Show as outline',
    narrow: 'The canvas is wide for this window.',
  },

  outline: {
    region: 'Outline',
    stages: 'Stages',
    count: (count: number) => many(count, 'stage', 'stages'),
    cards: (count: number) => many(count, 'card', 'cards'),
    show: 'Show lanes',
    all: 'All',
    filled: 'With cards',
    people: 'People',
    paths: 'Other ways',
    steps: (steps: string) => `Steps: ${steps}`,
    gap: (title: string) => `Gap: ${title}`,
    lowest: 'Lowest point',
    noTitle: 'Untitled map',
    noName: 'Without a name',
    noWords: 'Without words',
    noStages: 'No stages yet. S or the menu adds the first one.',
    invite: (kind: string) => `Add ${kind.toLowerCase()}`,
    addTo: 'Add to',
    addToLane: (lane: string, stage: string) => `Add to ${lane}, ${stage}`,
    /** Keys that go on from the line that is being typed, and where to. */
    hints: [
      ['Enter', 'add another'],
      ['Tab', 'next stage'],
      ['Alt ↓', 'move down'],
    ] as [string, string][],
    place: (at: number, of: number) => `Card ${at} of ${of}`,
    copy: 'Copy as text',
    copied: 'The outline is on the clipboard.',
  },
};
