// Paths, connectors and the rectangles that CSS cannot draw, as SVG.
import type { Paint, Rect, Segment, Stroke } from '../shell/types';
import { svg } from './dom';

let gradients = 0;

/** A number for an attribute, without noise digits. */
function num(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** The `d` of a path. */
export function outline(segments: readonly Segment[]): string {
  let d = '';
  for (const segment of segments) {
    if (segment === 'close') d += 'Z';
    else if ('move' in segment) d += `M${num(segment.move.x)} ${num(segment.move.y)}`;
    else if ('line' in segment) d += `L${num(segment.line.x)} ${num(segment.line.y)}`;
    else d += `C${segment.cubic.map((point) => `${num(point.x)} ${num(point.y)}`).join(' ')}`;
  }
  return d;
}

/** The value of `fill` or `stroke`; a gradient's definition goes into `into`. */
function inked(paint: Paint, into: SVGSVGElement): string {
  if ('solid' in paint) return paint.solid;
  const { from, to, stops } = paint.linear;
  gradients += 1;
  const id = `gradient-${gradients}`;
  const gradient = svg("linearGradient", {
    id, gradientUnits: "userSpaceOnUse", x1: num(from.x), y1: num(from.y), x2: num(to.x), y2: num(to.y),
  }); // prettier-ignore
  for (const stop of stops) gradient.append(svg('stop', { offset: stop.at, 'stop-color': stop.color }));
  into.append(gradient);
  return `url(#${id})`;
}

function ink(element: SVGElement, fill: Paint | null, stroke: Stroke | null, into: SVGSVGElement): void {
  element.setAttribute('fill', fill ? inked(fill, into) : 'none');
  if (!stroke) return;
  element.setAttribute('stroke', inked(stroke.paint, into));
  element.setAttribute('stroke-width', num(stroke.width));
  if (stroke.dash.length > 0) element.setAttribute('stroke-dasharray', stroke.dash.map(num).join(' '));
  if (stroke.cap !== 'butt') element.setAttribute('stroke-linecap', stroke.cap);
  if (stroke.join !== 'miter') element.setAttribute('stroke-linejoin', stroke.join);
}

/** A drawing that its shapes may reach beyond. Never read aloud: its node says what it shows. */
export function drawing(): SVGSVGElement {
  return svg('svg', { class: 'drawing', width: 1, height: 1, 'aria-hidden': 'true' });
}

/** Adds a path to a drawing. */
export function drawPath(
  into: SVGSVGElement,
  segments: readonly Segment[],
  fill: Paint | null,
  stroke: Stroke | null,
): void {
  const path = svg('path', { d: outline(segments) });
  ink(path, fill, stroke, into);
  into.append(path);
}

/** Adds a rounded rectangle to a drawing. */
export function drawRect(
  into: SVGSVGElement,
  rect: Rect,
  radius: number,
  fill: Paint | null,
  stroke: Stroke | null,
): void {
  const element = svg("rect", {
    x: num(rect.x), y: num(rect.y), width: num(rect.w), height: num(rect.h), rx: num(radius),
  }); // prettier-ignore
  ink(element, fill, stroke, into);
  into.append(element);
}
