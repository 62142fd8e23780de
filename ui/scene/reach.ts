// Where a path takes the pointer: along its line and over its label. Its box spans every stage that it passes over, so
// what lies in that box beside the line belongs to the stages below.
import type { Node } from '../shell/types';
import { svg } from './dom';
import { outline } from './shape';

/** What the line leaves free on either side of the label, in the Scene's px: there, too, the path is meant. */
const beside = 9;

/** A drawing that nobody sees: styles make its lines as broad as a hand needs. It ends where the path's box does. */
export function reach(node: Node): SVGSVGElement {
  const { w, h } = node.size;
  const drawing = svg('svg', { class: 'reach', width: w, height: h });
  for (const prim of node.prims) {
    if (prim.kind === 'path' && prim.stroke) drawing.append(svg('path', { d: outline(prim.segments) }));
    if (prim.kind !== 'text') continue;
    for (const line of prim.lines) {
      const [x, y] = [prim.origin.x + line.x - beside, prim.origin.y + line.y];
      drawing.append(svg('rect', { x, y, width: line.width + 2 * beside, height: line.height }));
    }
  }
  return drawing;
}
