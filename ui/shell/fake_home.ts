// What the fake shell lists and opens: the templates by their real names, a few files, and a small sample map.

import { newId } from './ids';
import type { FakeMap } from './fake_model';
import type { HomeLists, TemplateEntry } from './shell';
import type { LaneKind, Zone } from './types';

/** The templates as Home shows them. */
export const templates: TemplateEntry[] = [
  {
    name: 'Seven phases',
    title: 'Seven phases',
    stages: [
      'Awareness',
      'Research',
      'Consideration',
      'Decision',
      'Purchase',
      'Post-purchase',
      'Loyalty and advocacy',
    ],
    line: '7 stages, for B2B services',
    curve: [0, 0.45, 0.19, -0.62, 0.33, -0.22, 0.66],
  },
  {
    name: 'B2B ecommerce',
    title: 'B2B ecommerce',
    stages: ['Awareness', 'Consideration', 'Evaluation', 'Decision', 'Purchase', 'Retention', 'Advocacy'],
    line: '7 stages, for online ordering',
    curve: [0.07, 0.24, 0.1, -0.14, -0.45, 0.28, 0.59],
  },
  {
    name: 'Choosing a supplier',
    title: 'Choosing a supplier',
    stages: [
      'Discover an organizational need',
      'Research potential suppliers',
      'Shortlist suppliers',
      'Pick a preferred supplier',
      'Sign contracts',
      'Start work',
    ],
    line: '6 stages, for agencies and consultants',
    curve: [-0.03, 0.21, 0.35, 0.14, -0.35, 0.42],
  },
  {
    name: 'Buyer jobs',
    title: 'Buyer jobs',
    stages: ['Identify a problem', 'Explore solutions', 'Build requirements', 'Select a supplier'],
    line: '4 jobs with loops, for complex sales',
    curve: [-0.03, 0.38, -0.21, 0.42],
    loop: [3, 1],
  },
  {
    name: 'Interaction model',
    title: 'Interaction model',
    stages: [
      'Initiative',
      'Research',
      'Assessment',
      'Buying decision',
      'Implementation',
      'Support',
      'Renewal',
    ],
    line: '7 interaction points',
    curve: [0.14, 0.28, 0.07, 0.31, -0.21, 0.03, 0.52],
  },
  {
    name: 'Four acts',
    title: 'Four acts',
    stages: ['Acquaintance', 'Reflection', 'Decision', 'Loyalty'],
    line: '4 stages, for a 45-minute workshop',
    curve: [0.1, 0.35, -0.21, 0.55],
  },
  {
    name: 'From first contact to contract',
    title: 'From first contact to contract',
    stages: [
      'Reads an article or hears a talk',
      'Views the website',
      'Reaches out on LinkedIn',
      'Exchanges emails',
      'Speaks on a call',
      'Reads the proposal',
      'Signs the contract',
    ],
    line: '7 stages, for freelancers and studios',
    curve: [0.21, 0.07, 0.31, 0, 0.35, -0.28, 0.48],
  },
  {
    name: 'Self-service check',
    title: 'Self-service check',
    stages: ['Manage the account', 'Reorder', 'Find invoices', 'See the order', 'Get expert help'],
    line: '5 stages, for customer portals',
    curve: [0.14, 0.35, -0.21, 0.07, -0.42],
  },
];

/** Home with a few files, counted back from `now`. */
export function fakeHome(now: number): HomeLists {
  const ago = (days: number) => new Date(now - days * 86_400_000).toISOString();
  return {
    templates,
    recent: [
      {
        token: 'a',
        name: 'seven-phases.journey',
        when: ago(0),
        missing: false,
        curve: [0.1, 0.45, 0.2, -0.6, 0.4, -0.2, 0.6],
      },
      {
        token: 'b',
        name: 'supplier-change.journey',
        when: ago(1),
        missing: false,
        curve: [0, 0.3, 0.35, -0.3, 0.4],
      },
      {
        token: 'c',
        name: 'ordering-portal.journey',
        when: ago(7),
        missing: false,
        curve: [0.1, 0.2, -0.4, 0.5],
      },
      { token: 'd', name: 'renewal-2027.journey', when: ago(19), missing: true, curve: [] },
    ],
    drafts: [],
  };
}

const starter: [LaneKind, string, Zone][] = [
  ['actions', 'Actions', 'experience'],
  ['touchpoints', 'Touchpoints', 'experience'],
  ['emotions', 'Emotions', 'experience'],
  ['thoughts', 'Thoughts', 'experience'],
  ['pain_points', 'Pain points', 'insight'],
  ['gaps', 'Gaps', 'insight'],
  ['opportunities', 'Opportunities', 'insight'],
  ['teams', 'Teams', 'insight'],
];

/** A map with the starter lanes and these stages; a card a stage in the lanes named in `filled`. */
export function fakeMap(
  title: string,
  stages: string[],
  filled: Partial<Record<LaneKind, string[]>>,
): FakeMap {
  const map: FakeMap = {
    id: newId(),
    title,
    stages: stages.map((name) => ({ id: newId(), name, job: '' })),
    lanes: starter.map(([kind, name, zone]) => ({ id: newId(), kind, name, zone, line_below: 'none' })),
    cards: [],
  };
  for (const lane of map.lanes)
    (filled[lane.kind] ?? []).forEach((text, at) => {
      const stage = map.stages[at]?.id;
      if (stage !== undefined && text)
        map.cards.push({ id: newId(), lane: lane.id, stage, text, fields: {} });
    });
  return map;
}

/** A small finished map. */
export function fakeSample(): FakeMap {
  return fakeMap('From first search to advocate', templates[0]!.stages, {
    actions: [
      'Discovers the brand',
      'Reads reviews, asks peers',
      'Narrows options',
      'Requests a demo or trial',
      'Signs the contract',
      'Gives feedback',
      'Buys again',
    ],
    thoughts: ['', 'Every site says the same thing.', '', 'Anyone there?', 'Now, who signs what?'],
    pain_points: ['', 'Loses interest', 'Pricing is unclear', 'Waits too long', 'Approval bottleneck'],
    opportunities: ['Help first', 'One product story', 'Publish prices', 'Answer within one day'],
  });
}
