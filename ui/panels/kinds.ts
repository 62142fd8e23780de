// Which icon stands for what: lane kinds as on the map, and the other things that can be selected.

import Activity from '@lucide/svelte/icons/activity';
import ArrowRightLeft from '@lucide/svelte/icons/arrow-right-left';
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import Clock from '@lucide/svelte/icons/clock';
import Copy from '@lucide/svelte/icons/copy';
import Flag from '@lucide/svelte/icons/flag';
import Footprints from '@lucide/svelte/icons/footprints';
import Gauge from '@lucide/svelte/icons/gauge';
import Image from '@lucide/svelte/icons/image';
import MapIcon from '@lucide/svelte/icons/map';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import MonitorSmartphone from '@lucide/svelte/icons/monitor-smartphone';
import Quote from '@lucide/svelte/icons/quote';
import Rows3 from '@lucide/svelte/icons/rows-3';
import Server from '@lucide/svelte/icons/server';
import ShieldAlert from '@lucide/svelte/icons/shield-alert';
import Target from '@lucide/svelte/icons/target';
import TrendingUp from '@lucide/svelte/icons/trending-up';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Type from '@lucide/svelte/icons/type';
import Undo2 from '@lucide/svelte/icons/undo-2';
import User from '@lucide/svelte/icons/user';
import Users from '@lucide/svelte/icons/users';
import Waypoints from '@lucide/svelte/icons/waypoints';
import type { IconComponent } from '../controls/icon';
import type { Cause, Inspection, LaneKind, NodeKey, Zone } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { cellOfCard, cellOfKey } from '../state/order';
import { idsOf, kindOf } from '../state/scene';
import { words } from '../words';
import Silos from './Silos.svelte';

/** A lane kind as it is offered. */
export interface KindEntry {
  kind: LaneKind;
  icon: IconComponent;
  /** The sheet that it is at home on; null for either. */
  zone: Zone | null;
}

/** All lane kinds in the order of the picker. Icons and zones are those of `LaneKind` in Rust. */
export const kinds: readonly KindEntry[] = [
  { kind: 'goals', icon: Target, zone: 'experience' },
  { kind: 'actions', icon: Footprints, zone: 'experience' },
  { kind: 'touchpoints', icon: MessageCircle, zone: 'experience' },
  { kind: 'content', icon: MessageSquareText, zone: 'experience' },
  { kind: 'emotions', icon: Activity, zone: 'experience' },
  { kind: 'thoughts', icon: Quote, zone: 'experience' },
  { kind: 'questions', icon: CircleQuestionMark, zone: 'experience' },
  { kind: 'interaction_model', icon: Waypoints, zone: 'experience' },
  { kind: 'deciders', icon: User, zone: 'experience' },
  { kind: 'motivators', icon: ArrowUpDown, zone: 'experience' },
  { kind: 'risks', icon: ShieldAlert, zone: 'experience' },
  { kind: 'pain_points', icon: TriangleAlert, zone: 'insight' },
  { kind: 'gaps', icon: Silos, zone: 'insight' },
  { kind: 'opportunities', icon: Lightbulb, zone: 'insight' },
  { kind: 'teams', icon: Users, zone: 'insight' },
  { kind: 'measures', icon: Gauge, zone: 'insight' },
  { kind: 'backstage', icon: Server, zone: 'insight' },
  { kind: 'maturity', icon: TrendingUp, zone: 'insight' },
  { kind: 'statistic', icon: ChartColumn, zone: 'insight' },
  { kind: 'text', icon: Type, zone: null },
  { kind: 'image', icon: Image, zone: null },
];

/** The symbols of what makes a gap, as on its disc. */
export const causeIcons: Readonly<Record<Cause, IconComponent>> = {
  time: Clock,
  channel: ArrowRightLeft,
  device: MonitorSmartphone,
  silo: Silos,
  person: User,
};

/** What the bars call a thing. */
export interface Named {
  icon: IconComponent;
  name: string;
}

const others: Record<string, { icon: IconComponent; name: keyof typeof words.kinds }> = {
  stage: { icon: Flag, name: 'stage' },
  label: { icon: Rows3, name: 'lane' },
  gap: { icon: ArrowRightLeft, name: 'gap' },
  feeling: { icon: Activity, name: 'feeling' },
  path: { icon: Undo2, name: 'path' },
  person: { icon: User, name: 'person' },
};

/** The icon of a lane kind. */
export function iconOfKind(kind: LaneKind): IconComponent {
  return kinds.find((entry) => entry.kind === kind)?.icon ?? Rows3;
}

/** The icon of what the inspector shows. */
export function iconOf(shown: Inspection): IconComponent {
  if (shown.kind) return iconOfKind(shown.kind);
  const table = shown.records[0]?.table ?? 'map';
  return others[table]?.icon ?? (table === 'map' ? MapIcon : Copy);
}

const hues: Partial<Record<LaneKind, string>> = {
  pain_points: 'pain',
  opportunities: 'opp',
  gaps: 'gap',
  thoughts: 'thought',
  goals: 'info',
};

/** The colour of what the inspector shows: a kind's own, else ink. */
export function hueOf(shown: Inspection): string {
  const kind = shown.records.every(({ table }) => table === 'gap') ? 'gaps' : shown.kind;
  const card = shown.records.every(({ table }) => table === 'card' || table === 'gap');
  return `var(--${(card && kind && hues[kind]) || 'ink'})`;
}

/** The kind of the lane that a card or a cell lies in. */
export function laneKindOf(editor: Editor, key: NodeKey): LaneKind | null {
  const [id] = idsOf(key);
  if (!editor.scene || id === undefined) return null;
  const cell = kindOf(key) === 'card' ? cellOfCard(editor.scene.nodes, id) : cellOfKey(key);
  const lane = kindOf(key) === 'label' ? id : cell?.lane;
  return (lane !== undefined && editor.laneKinds.get(lane)) || null;
}

/** Icon and name of what a node depicts; null for what has none. */
export function named(editor: Editor, key: NodeKey): Named | null {
  const kind = laneKindOf(editor, key);
  const icon = kinds.find((entry) => entry.kind === kind)?.icon;
  if (kindOf(key) === 'card' && kind && icon) return { icon, name: words.cardKinds[kind] };
  if (kindOf(key) === 'label' && icon) return { icon, name: words.kinds.lane };
  const other = others[kindOf(key)];
  return other ? { icon: other.icon, name: words.kinds[other.name] } : null;
}
