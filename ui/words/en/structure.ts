// The sentences about building a map: menus, small dialogs, gaps and paths, what was done and what went.

import type { Cause, EvidenceLevel, GapStatus, Moment, PathKind, Table, Unit } from '../../shell/types';
import { list, many } from '../locale.svelte';

/** What things are called, one and several. */
const things: Partial<Record<Table, [string, string]>> = {
  card: ['card', 'cards'],
  stage: ['stage', 'stages'],
  step: ['step', 'steps'],
  lane: ['lane', 'lanes'],
  gap: ['gap', 'gaps'],
  path: ['path', 'paths'],
  feeling: ['point', 'points'],
};

/** See the head of this file. */
export const structure = {
  menu: {
    map: 'Map',
    edit: 'Edit text',
    newCard: 'New card',
    newCardBelow: 'New card below',
    duplicate: 'Duplicate',
    cut: 'Cut',
    copy: 'Copy',
    copyPicture: 'Copy as picture',
    paste: 'Paste',
    left: 'Move left',
    right: 'Move right',
    up: 'Move up',
    down: 'Move down',
    moveTo: 'Move to…',
    step: 'Move by a step',
    toKind: 'Change type',
    laneAbove: 'Move to lane above',
    laneBelow: 'Move to lane below',
    longer: 'Longer',
    shorter: 'Shorter',
    longerStages: 'Longer by a stage',
    shorterStages: 'Shorter by a stage',
    delete: 'Delete',
    rename: 'Rename',
    more: 'More',

    stageBefore: 'Add stage before',
    stageAfter: 'Add stage after',
    addStage: 'Add a stage',
    deleteStage: 'Delete stage',
    inspectStage: 'Short name, buyer’s question…',
    duration: 'Duration…',
    job: 'Buyer job',
    ownJob: 'In own words…',
    noJob: 'None',
    act: 'Act',
    ownAct: 'New act…',
    noAct: 'None',
    width: 'Width',
    narrower: 'Narrower',
    wider: 'Wider',
    fitText: 'Fit to text',
    resetWidth: 'As at the start',
    conversion: 'Conversion happens here',
    gapAfter: 'Add gap after',
    revisit: 'Revisit an earlier stage',
    skip: 'Skip to a later stage',
    otherPath: 'Other path',
    pathFrom: 'Path from here',

    addLane: 'Add lane below…',
    newLane: 'Add a lane…',
    deleteLane: 'Delete lane',
    toInsight: 'Move to the insight sheet',
    toExperience: 'Move to the experience sheet',
    collapse: 'Collapse',
    expand: 'Expand',
    hide: 'Hide',
    height: 'Height',
    lower: 'Lower',
    higher: 'Higher',
    resetHeight: 'As at the start',
    lineBelow: 'Line below',
    hiddenLanes: 'Hidden lanes',
    addPoint: 'Add point',
    addPointOf: (name: string) => `For ${name}`,
    ofNobody: 'For nobody in particular',

    severity: 'Severity',
    impact: 'Impact',
    effort: 'Effort',
    vote: 'Vote',
    voteBack: 'Take a vote back',
    evidence: 'Evidence',
    people: 'Whose it is',
    nobody: 'Nobody in particular',
    team: 'Responsible team',
    noTeam: 'None',
    newTeam: 'New team…',
    tags: 'Tags',
    newTag: 'New tag…',
    answers: 'Link opportunity',

    causes: 'Cause',
    status: 'Status',
    deleteGap: 'Delete gap',

    kind: 'Kind',
    often: 'How often',
    deletePath: 'Delete path',

    label: 'Edit label',
    raise: 'Raise',
    sink: 'Lower',
    moment: 'Now or in future',
    makePrimary: 'Make primary',
    deletePoint: 'Delete point',
  },

  /** What a small dialog asks for. */
  ask: {
    job: { title: 'Buyer job', label: 'What the buyer does here' },
    act: { title: 'Act', label: 'The act that this stage belongs to' },
    team: { title: 'New team', label: 'Name' },
    tag: { title: 'New tag', label: 'Name' },
    path: { title: 'Path', label: 'A few words on the line' },
    ok: 'OK',
    cancel: 'Cancel',
  },

  duration: {
    title: 'Duration',
    of: (stage: string) => `Duration of ${stage}`,
    from: 'From',
    to: 'To',
    unit: 'Unit',
    units: {
      minute: 'minutes',
      hour: 'hours',
      day: 'days',
      week: 'weeks',
      month: 'months',
      year: 'years',
    } satisfies Record<Unit, string>,
    ongoing: 'Ongoing',
    clear: 'Not known',
    wrong: 'Enter a number, and one that is not smaller after it.',
  },

  stages: {
    /** The built-in buyer jobs, as they stand on stages. */
    jobs: ['Identify problem', 'Explore solutions', 'Build requirements', 'Select supplier'],
  },

  evidence: {
    hypothesis: 'Hypothesis',
    observed: 'Observed',
    measured: 'Measured',
  } satisfies Record<EvidenceLevel, string>,

  moments: { now: 'Now', future: 'In future' } satisfies Record<Moment, string>,

  gaps: {
    causes: {
      time: 'Time',
      channel: 'Channel',
      device: 'Device',
      silo: 'Silo',
      person: 'Person',
    } satisfies Record<Cause, string>,
    /** What a new gap of a cause is called until somebody types. */
    new: {
      time: 'Wait',
      channel: 'Change of channel',
      device: 'Change of device',
      silo: 'Handover',
      person: 'New decider',
    } satisfies Record<Cause, string>,
    status: { open: 'Open', nurtured: 'Nurtured', plugged: 'Plugged' } satisfies Record<GapStatus, string>,
    add: 'Add gap',
    addHere: (stage: string) => `Add gap after ${stage}`,
  },

  paths: {
    kinds: {
      revisit: 'Revisit',
      skip: 'Skip',
      detour: 'Detour',
      entry: 'Entry',
      exit: 'Exit',
      fallback: 'Fallback',
      feedback: 'Feedback',
      desire: 'Desire path',
    } satisfies Record<PathKind, string>,
    /** What a new path is labelled until somebody types. */
    label: {
      revisit: 'Revisit',
      skip: 'Skip',
      detour: 'Detour',
      entry: 'Entry',
      exit: 'Exit',
      fallback: 'Fallback',
      feedback: 'Feedback',
      desire: 'Desire path',
    } satisfies Record<PathKind, string>,
    outside: 'From outside to here',
    leave: 'From here to outside',
    often: (count: number) => (count === 1 ? 'Once' : `${count} times`),
    oftenUnknown: 'Not known',
  },

  /** What was done, at the bottom with Undo beside it. */
  done: {
    changed: (count: number) => `Changed ${many(count, 'card', 'cards')}`,
    duplicated: (name: string) => `Duplicated ${name}`,
    duplicatedCards: (count: number) => `Duplicated ${many(count, 'card', 'cards')}`,
    moved: (name: string) => `Moved ${name}`,
    movedFirst: (name: string) => `Moved ${name} to the start`,
    movedAfter: (name: string, before: string) => `Moved ${name} after ${before}`,
    movedTo: (lane: string, stage: string) => `Moved to ${lane}, ${stage}`,
    cardsMoved: (count: number, lane: string) => `Moved ${many(count, 'card', 'cards')} to ${lane}`,
    /** A sentence, and what it did to cards that nobody asked for. */
    shorter: (sentence: string, count: number) => {
      if (count === 0) return sentence;
      const cards = count === 1 ? 'A card over several stages is' : `${count} cards over several stages are`;
      return `${sentence.replace(/\.$/, '')}. ${cards} shorter now.`;
    },
    hidden: (name: string) => `${name} is hidden`,
    gapAdded: (stage: string) => `Gap added after ${stage}. No lane shows gaps.`,
  },

  removed: {
    /** "3 cards" */
    count: (table: Table, count: number): string => {
      const [one, more] = things[table] ?? ['thing', 'things'];
      return count === 1 ? `a ${one}` : `${count} ${more}`;
    },
    /** "Deleted 3 cards", "Deleted stage Trial" */
    one: (table: Table, count: number, name: string): string => {
      const [one, more] = things[table] ?? ['thing', 'things'];
      return name ? `Deleted ${one} ${name}` : `Deleted ${many(count, one, more)}`;
    },
    several: (count: number) => `Deleted ${many(count, 'thing', 'things')}`,
    /** "Deleted stage Trial with 5 cards and a gap" */
    with: (sentence: string, along: readonly string[]): string => {
      return along.length > 0 ? `${sentence} with ${list(along)}` : sentence;
    },
  },
};
