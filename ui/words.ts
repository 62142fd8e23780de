// Every sentence that the page itself says. What Rust says (undo labels, errors, reasons) comes finished from Rust.

import type { ExportFormat, SaveState, Counts } from './shell/shell';
import type { EvidenceLevel, Found, LaneKind, LineBelow } from './shell/types';
import { many } from './words/many';
import { structure } from './words/structure';

/** A time of day as the page writes it: "14.02". Empty where it is not a time. */
function clock(when: string): string {
  const time = new Date(when);
  if (Number.isNaN(time.getTime())) return '';
  return `${time.getHours()}.${String(time.getMinutes()).padStart(2, '0')}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** When something was, as near as matters: "Today, 14.02", "Yesterday", "14 November", "14 November 2025". */
export function moment(when: string, now: Date): string {
  const then = new Date(when);
  if (Number.isNaN(then.getTime())) return when;
  const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((day(now) - day(then)) / 86_400_000);
  if (days === 0) return `Today, ${clock(when)}`;
  if (days === 1) return 'Yesterday';
  const date = `${then.getDate()} ${months[then.getMonth()]}`;
  return then.getFullYear() === now.getFullYear() ? date : `${date} ${then.getFullYear()}`;
}

/** A time and its day: "14.02, today", "14.02, 3 November". Empty where it is not a time. */
export function clockAndDay(when: string, now = new Date()): string {
  const time = clock(when);
  if (!time) return '';
  const day = moment(when, now);
  return `${time}, ${/^Today|^Yesterday/.test(day) ? day.split(',')[0]!.toLowerCase() : day}`;
}

/** The page's sentences, by where they are said. */
export const words = {
  ...structure,

  app: {
    name: 'Desire Path',
    private: 'Everything stays on this computer',
    dark: 'Dark theme',
    light: 'Light theme',
  },

  home: {
    title: 'Whose path are you mapping?',
    intro: 'Pick a starting point. Every stage, lane and word can change later.',
    blank: 'Blank map',
    open: 'Open a file',
    templates: 'Templates',
    template: (name: string, stages: string[], line: string) => `${name}. ${stages.join(', ')}. ${line}.`,
    recent: 'Recent',
    noRecent: 'Maps that you save or open are listed here.',
    missing: 'Not where it was',
    forget: (name: string) => `Take ${name} off the list`,
    drafts: 'Not in a file yet',
    draft: (when: string) => `Draft, ${when}`,
    recovered: (when: string) => `Recovered, ${when}`,
    sample: 'See a finished map',
    sampleLine: 'A worked example with gaps, pain points and an action plan. Opens as a copy.',
  },

  file: {
    menu: 'File',
    new: 'New map',
    open: 'Open…',
    save: 'Save',
    saveNow: 'Save now',
    saveAs: 'Save as…',
    home: 'Close map',
    readOnly: 'Read only',
    readOnlyNext: 'It can be looked at and exported.',
    undo: (what: string | null) => (what ? `Undo: ${what}` : 'Nothing to undo'),
    redo: (what: string | null) => (what ? `Redo: ${what}` : 'Nothing to redo'),
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    undoButton: 'Undo',
  },

  save: {
    /** What the top bar says. */
    state: (save: SaveState): string => {
      const since = clock(save.since);
      switch (save.state) {
        case 'saved':
          return since ? `Saved ${since}` : 'Saved';
        case 'saving':
          return 'Saving…';
        case 'kept':
          return 'Kept here, not in the file';
        case 'two_copies':
          return 'Two copies';
      }
    },
    /** The headline of what opens from it. */
    headline: (save: SaveState, file: string): string => {
      switch (save.state) {
        case 'saved':
          return `Saved in ${file}`;
        case 'saving':
          return `Saving ${file}`;
        case 'kept':
          return 'Kept here, not yet in the file';
        case 'two_copies':
          return 'This file was changed elsewhere';
      }
    },
    /** What the time beside it is. */
    since: { saved: 'Saved', saving: 'Since', kept: 'Kept', two_copies: 'Since' } satisfies Record<
      SaveState['state'],
      string
    >,
    waiting: 'Waiting',
    changes: (count: number) => many(count, 'change', 'changes'),
    why: 'Why',
  },

  export: {
    button: 'Export',
    title: 'Export this map',
    look: 'Look',
    light: 'Light',
    dark: 'Dark',
    formats: {
      png: { name: 'PNG', line: 'A picture for slides and mail' },
      pdf: { name: 'PDF', line: 'One page, text can be searched' },
      svg: { name: 'SVG', line: 'A drawing that stays sharp' },
      md: { name: 'Markdown', line: 'An outline to read and to edit' },
      mmd: { name: 'Mermaid', line: 'A journey diagram as text' },
      json: { name: 'JSON', line: 'Everything, to come back in unchanged' },
    } satisfies Record<ExportFormat, { name: string; line: string }>,
    running: 'Exporting…',
    done: (file: string) => `Exported ${file}`,
  },

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
    ] as const,
    add: (kind: string) => `Add ${kind.toLowerCase()}`,
    firstStage: 'First stage',
    lastStage: 'Last stage',
    lastLane: 'Last lane',
    drawPath: 'Drag to another stage: a way back, or past some',
    /** What the tag of a point says that is being dragged. */
    feeling: (value: number, label: string) =>
      [String(value).replace('-', '−'), label].filter(Boolean).join(' '),
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
      'Arrows choose the stage, Enter draws the loop, Escape leaves it.',
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

  inspector: {
    name: 'Details',
    open: 'Show details',
    close: 'Hide details',
    several: 'several',
    none: 'None',
    notSet: 'Not set',
    add: 'Add',
    yes: 'Yes',
    no: 'No',
    note: 'Add a quote, a source or a link',
    links: 'Links in the note',
    opensOutside: 'Opens in your browser or mail program',
    most: (length: number, most: number) => `${length} characters; up to ${most} read well on the map`,
    range: (low: number | null, high: number | null) => {
      if (low !== null && high !== null) return `A number from ${low} to ${high}`;
      if (low !== null) return `A number, ${low} or more`;
      return 'A number';
    },
    less: (field: string) => `${field}: less`,
    more: (field: string) => `${field}: more`,
    ends: { from: 'From', to: 'To' },
    unit: 'Unit',
    ongoing: 'Ongoing',
    day: '2026-11-21',
    dayForm: 'Year, month and day, like 2026-11-21',
    series: '2026-11-21 42',
    seriesForm: 'A day and a number on each line, like 2026-11-21 42',
    ownColor: '#rrggbb',
    takeAway: (name: string) => `Take ${name} away`,
    outside: 'Outside of the map',
    aCard: 'Choose a card instead',
    anotherCard: 'Choose another card',
    show: 'Show on the map',
    untitled: 'Without words',
    unlink: (name: string) => `Unlink ${name}`,
    link: 'Link',
    linkOrCreate: 'Link or create',
    newStep: 'New step',
    addStep: 'Add a step',
    step: (at: number) => `Step ${at}`,
    earlier: (name: string) => `Move ${name} up`,
    later: (name: string) => `Move ${name} down`,
  },

  people: {
    title: 'People',
    count: (count: number) => `${count} of up to 10, each with a part in the decision`,
    beyond: (count: number) => `${many(count, 'person', 'people')}; six to ten read well on a map`,
    add: 'Add a person',
    newPerson: 'New person',
    close: 'Close people',
    primary: (name: string) => `Tell the map from ${name}`,
    isPrimary: (name: string) => `The map is told from ${name}`,
    whose: 'Whose path this is',
    priority: 'Priority',
    permission: 'Permission',
    risk: 'Risk',
    shown: 'Curve shown',
    hidden: 'Curve hidden',
    curveOf: (name: string) => `Curve of ${name}`,
    fiveOnly: 'Five people have a colour and a curve',
    star: 'The star marks whose path the map tells. That curve is the thick one.',
    more: (name: string) => `More about ${name}`,
    edit: 'Edit',
    earlier: 'Move earlier',
    later: 'Move later',
    takeOff: 'Take off this map',
    remove: 'Remove from the file',
    others: 'Also in this file',
    putOn: (name: string) => `Add ${name} to this map`,
    back: 'All people',
    noPart: 'No part in the decision yet',
    empty: 'Whose path is it? Add the person who lives it, then those who decide with them.',
    open: 'People\u2026',
    teams: 'Teams and tags\u2026',
  },

  shared: {
    title: 'Teams and tags',
    teams: 'Teams',
    tags: 'Tags',
    addTeam: 'Add a team',
    addTag: 'Add a tag',
    newTeam: 'New team',
    newTag: 'New tag',
    team: (at: number) => `Team ${at}`,
    tag: (at: number) => `Tag ${at}`,
    remove: (name: string) => `Remove ${name}`,
    noTeams: 'No teams yet.',
    noTags: 'No tags yet.',
  },

  pick: {
    create: (name: string) => `Create \u201c${name}\u201d`,
    find: {
      person: 'Find or add a person',
      team: 'Find or add a team',
      tag: 'Find or add a tag',
      stage: 'Find a stage',
      map: 'Find a map',
      card: 'Find a card',
      cards: 'Find a card',
      opportunities: 'Find or name an opportunity',
      problems: 'Find a pain point or gap',
    },
    none: {
      person: 'No people yet. Type a name.',
      team: 'No teams yet. Type a name.',
      tag: 'No tags yet. Type a name.',
      stage: 'No stage of that name.',
      map: 'No map of that name.',
      card: 'Nothing on the map with these words.',
    },
  },

  channels: {
    title: 'Channel',
    find: 'Find or name a channel',
    choose: 'Choose a channel',
    none: 'No channel',
    noneFound: 'No channel of that name.',
    own: (name: string) => `Own channel \u201c${name}\u201d`,
    icons: 'Icon',
    findIcon: 'Find an icon',
    ownIcon: 'Own icon',
    itsIcon: 'As the channel',
  },

  images: {
    choose: 'Choose a picture\u2026',
    replace: 'Replace\u2026',
    remove: 'Take away',
    orDrop: 'or drop one here',
    size: (width: number, height: number) => `${width} \u00d7 ${height}`,
    alt: 'What it shows',
    altHint: 'For people who do not see it',
  },

  colors: {
    red: 'Red',
    yellow: 'Yellow',
    green: 'Green',
    blue: 'Blue',
    violet: 'Violet',
    grey: 'Grey',
  },

  offer: {
    people: 'Whose is it?',
    noPeople: 'Nobody is on this map yet. Type a name to add somebody.',
    newPerson: (name: string) => `Add ${name}`,
    owner: 'Which team owns it?',
    noTeams: 'There is no team yet. Type a name to add one.',
    newTeam: (name: string) => `Add ${name}`,
    opportunity: 'Which opportunity answers it?',
    problem: 'What does it answer?',
    noOpportunities: 'There is nothing to link yet.',
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

  notices: {
    region: 'Notices',
    dismiss: 'Dismiss',
  },
};
