// What assistive technology reads: the map is a table, so its nodes are a grid with headers, cells and what lies in them.
import type { Node } from '../shell/types';
import { kindOf } from '../state/scene';

/** Places in the table, counted from 1; the lane labels are column 1, the stages row 1. */
export interface TablePlace {
  row?: number;
  column?: number;
}

/** What a node is called. */
export function nameOf(node: Node): string {
  return node.alt || node.text;
}

/** Sets role, name and place. Elements that are named as a whole hide their lines, or they would be read twice. */
export function describe(element: HTMLElement, node: Node, place: TablePlace): void {
  const role = roleOf(node);
  element.dataset.key = node.key;
  if (role === null) {
    element.setAttribute('aria-hidden', 'true');
    return;
  }
  if (role) element.setAttribute('role', role);
  if (node.language) element.lang = node.language;
  if (place.row !== undefined) element.setAttribute('aria-rowindex', String(place.row));
  if (place.column !== undefined) element.setAttribute('aria-colindex', String(place.column));
  if (isNamed(node)) element.setAttribute('aria-label', nameOf(node));
  if (role === 'heading') element.setAttribute('aria-level', '1');
  if (kindOf(node.key) === 'more-paths') {
    element.setAttribute('aria-label', `${node.text}: ${node.alt}`);
    element.setAttribute('aria-haspopup', 'menu');
  }
  if (role === 'button' || role === 'slider' || isStop(node)) element.tabIndex = -1;
}

/** Whether the element is read by its name instead of by what lies in it. */
export function isNamed(node: Node): boolean {
  return (
    (['stage', 'lane_label', 'cell', 'card', 'feeling', 'gap', 'path', 'person'].includes(node.role) ||
      ['legend', 'link'].includes(kindOf(node.key))) &&
    nameOf(node) !== ''
  );
}

/** Whether it heads a row or a column: its words stay readable one by one, as browsers expect of headers. */
export function isHeader(node: Node): boolean {
  return node.role === 'stage' || node.role === 'lane_label';
}

/** Whether the arrow keys stop at it. */
export function isStop(node: Node): boolean {
  return ['stage', 'lane_label', 'cell', 'card'].includes(node.role);
}

/** The ARIA role; empty for a plain group, null for what is not read at all. */
function roleOf(node: Node): string | null {
  switch (node.role) {
    case 'map':
    case 'text':
      // Who is clicked in the legend of a curve becomes the primary person; paths that found no room are told by a
      // chip, which opens their list; the chip of a stage leads to another map.
      return (
        { title: 'heading', legend: 'button', 'more-paths': 'button', link: 'button' }[kindOf(node.key)] ?? ''
      );
    case 'group':
      return '';
    case 'person':
      return 'img';
    case 'stage':
      return 'columnheader';
    case 'lane':
      return 'row';
    case 'lane_label':
      return 'rowheader';
    case 'cell':
      return 'gridcell';
    case 'card':
      return 'group';
    case 'feeling':
      return 'slider';
    case 'gap':
      return kindOf(node.key) === 'gapdisc' ? null : 'button';
    case 'path':
      return 'button';
    case 'figure':
    case 'decoration':
      return null;
  }
}

/** The range of a feeling. */
const most = 2;
/** Room above and below a curve's range, in the Scene's px. */
const curvePadding = 24;

/** A feeling is a slider: its value is read off its height in the lane, its words are the node's. */
export function describeFeeling(element: HTMLElement, node: Node, laneHeight: number): void {
  const middle = node.origin.y + node.size.h / 2;
  const share = (middle - curvePadding) / Math.max(1, laneHeight - 2 * curvePadding);
  const value = Math.min(most, Math.max(-most, most - share * 2 * most));
  element.setAttribute('aria-orientation', 'vertical');
  element.setAttribute('aria-valuemin', String(-most));
  element.setAttribute('aria-valuemax', String(most));
  element.setAttribute('aria-valuenow', value.toFixed(2));
  element.setAttribute('aria-valuetext', nameOf(node));
}
