// The bars, and what lies over the map: keys, settings, commands, find.

import type { Counts } from '../shell/shell';
import type { EvidenceLevel, Found } from '../shell/types';
import { many } from './many';

/** The bars, and what lies over the map: keys, settings, commands, find. */
export const frame = {
  bar: {
    counts: (counts: Counts) =>
      [
        many(counts.stages, 'stage', 'stages'),
        many(counts.lanes, 'lane', 'lanes'),
        many(counts.cards, 'card', 'cards'),
      ].join(', '),
    zoom: 'Zoom',
    fit: 'Fit width',
    percent: (zoom: number) => `${Math.round(zoom * 100)} %`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    selection: 'Selection',
    several: (count: number) => many(count, 'thing', 'things'),
    cards: (count: number) => many(count, 'card', 'cards'),
    severity: 'Severity',
    owner: 'Owner',
    move: 'Move',
    label: 'Label',
    stageAfter: 'Stage after',
    gapAfter: 'Gap after',
    laneBelow: 'Lane below',
    raise: 'Raise by a quarter',
    sink: 'Lower by a quarter',
    /** "Action, 2 stages" */
    over: (name: string, stages: number) => (stages > 1 ? `${name}, ${stages} stages` : name),
    severities: ['Slight', 'Some', 'Clear', 'Strong', 'Stops people'],
    notRated: 'Not rated',
    hints: { enter: 'new card below', tab: 'next stage', escape: 'done' },
  },

  commands: {
    all: 'All commands',
    export: 'Export…',
    natural: 'Zoom to 100 %',
    fullScreen: 'Full screen',
    settings: 'Settings…',
    keys: 'All keys',
  },

  minimap: {
    name: 'Map from afar',
    hint: 'Map from afar. Arrow keys move what shows.',
    shown: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  },

  keyList: {
    title: 'Keys',
    find: 'Find a key or a command',
    close: 'Close',
    none: 'No key does that.',
    letters: 'Single letters act on a focused card, never while you write.',
    single: 'Single letters',
  },

  /** The groups of the list of keys. */
  keyGroups: {
    around: 'Move around',
    write: 'Write',
    change: 'Change a card',
    move: 'Move a card',
    shape: 'Shape the map',
    look: 'Look',
    file: 'File and help',
  },

  /** What the keys of a line do. */
  keyNames: {
    walk: 'Card, lane, stage',
    ends: 'First or last stage',
    corners: 'First or last cell',
    parts: 'Next part of the window, back',
    select: 'Add to the selection',
    all: 'All of the cell, lane, map',
    inspector: 'To the inspector',
    edit: 'New card, edit card',
    below: 'New card below',
    nextStage: 'Next stage while writing',
    lineBreak: 'Line break',
    done: 'Done',
    rate: 'Severity or rating',
    vote: 'Vote, take back',
    evidence: 'Evidence',
    whose: 'Whose it is',
    owner: 'Owner',
    answers: 'What answers it',
    delete: 'Delete',
    menu: 'Menu of a thing',
    order: 'Order',
    stage: 'Stage',
    lane: 'Lane above, below',
    moveTo: 'Move to…',
    toKind: 'Lane of another kind',
    span: 'Over more stages, fewer',
    copy: 'Copy, cut',
    paste: 'Paste',
    pasteAsOne: 'Paste as one card',
    duplicate: 'Duplicate',
    addStage: 'Stage after, before',
    gap: 'Gap after this stage',
    revisit: 'Revisit a stage',
    focusLane: 'Focus one lane',
    fit: 'Fit width',
    natural: 'Natural size',
    zoom: 'Zoom',
    onlyPain: 'Only gaps and pain points',
    theme: 'Light or dark',
    panels: 'Hide panels',
    fullScreen: 'Full screen',
    find: 'Find and filter',
    palette: 'All commands',
    new: 'New, open',
    save: 'Save, save as',
    export: 'Export',
    undo: 'Undo, redo',
    repeat: 'Say it again',
    settings: 'Settings',
    keys: 'This list',
  },

  preferences: {
    title: 'Settings',
    close: 'Close',
    private: 'Works without a network. Nothing leaves this computer.',
    reset: 'Reset this page',
    pages: { look: 'Look', keys: 'Keys and wheel' },
    theme: 'Theme',
    themeLine: 'Follows the computer, or stays',
    themes: { system: 'Computer', light: 'Light', dark: 'Dark' },
    scale: 'Text size',
    scaleLine: 'All of the window, cards too',
    percent: (percent: string) => `${percent}%`,
    contrast: 'Strong contrast',
    contrastLine: 'Lines and borders in ink, no soft fills',
    motion: 'Motion',
    motionLine: 'Nothing slides, tilts or draws itself',
    motions: { system: 'Computer', calm: 'Calm', none: 'None' },
    cards: 'Card text',
    cardsLine: 'How much a long card shows',
    lengths: { all: 'Everything', short: '8 lines' },
    hints: 'Hints at the foot',
    hintsLine: 'Hidden by itself after 20 uses',
    wheel: 'Wheel',
    wheelLine: 'Over the map; with Ctrl it does the other',
    wheels: { scroll: 'Scroll', zoom: 'Zoom' },
    singleLine: 'S adds a stage, G a gap, 1 to 5 rate',
    keysLine: 'Every key, searchable',
    show: 'Show',
  },

  palette: {
    find: 'Find a command, a stage, a lane or a card',
    findPain: 'Find a common pain point',
    groups: {
      recent: 'Recent',
      commands: 'Commands',
      map: 'In this map',
      templates: 'Templates',
      pains: 'Common pain points',
    },
    none: 'Nothing of that name.',
    insertPain: 'Insert common pain point…',
    template: (name: string) => `New map: ${name}`,
    found: (count: number) => many(count, 'result', 'results'),
  },

  find: {
    bar: 'Find and filter',
    text: 'Find words',
    person: 'Person',
    type: 'Type',
    team: 'Team',
    evidence: 'Evidence',
    severity: 'Severity',
    severityAtLeast: (least: number) => `Severity ≥ ${least}`,
    unanswered: 'Has no answer',
    and: 'and',
    chosen: (name: string, chosen: string[]) =>
      chosen.length > 2 ? `${name}: ${chosen.length}` : `${name}: ${chosen.join(', ')}`,
    levels: { hypothesis: 'Hypothesis', observed: 'Observed', measured: 'Measured' } satisfies Record<
      EvidenceLevel,
      string
    >,
    /** "7 of 46", and what else says the words. */
    count: ({ hits, cards, of }: Found) => {
      const others = hits.length - cards;
      const more = others > 0 ? ` and ${many(others, 'other', 'others')}` : '';
      return `${cards} of ${of}${more}`;
    },
    place: (at: number, count: number) => `${at + 1} of ${count} hits`,
    on: ({ hits, cards, of }: Found) => {
      const others = hits.length - cards;
      return `Filter on: ${cards} of ${many(of, 'card', 'cards')}${others > 0 ? `, ${many(others, 'other thing', 'other things')}` : ''}.`;
    },
    off: 'Filter off.',
    next: 'Next hit',
    previous: 'Previous hit',
    hide: 'Hide the rest',
    close: 'Clear and close',
    replace: 'Replace…',
    with: 'Replace with',
    one: 'Replace',
    all: 'Replace all',
    replaced: (count: number) => `Replaced in ${many(count, 'place', 'places')}`,
    onlyPain: 'Show only gaps and pain points',
    focusLane: 'Focus this lane',
    allLanes: 'Show all lanes',
    focused: (lane: string) => `Focus on ${lane}.`,
    unfocused: 'All lanes.',
  },
};
