// Text of a Scene in the DOM: an element a line, at the very place that layout gave it.
import type { TextLine, TextPrim, TextStyle } from '../shell/types';
import { baselineShift, styleAt } from './baseline';
import { div, px } from './dom';
import type { Faces } from './fonts';

/** Cuts a string by byte offsets of its UTF-8 form, which is what Rust counts in. */
export function byBytes(text: string): (start: number, end: number) => string {
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return (start, end) => text.slice(start, end);
  const units = new Map<number, number>();
  let [bytes, at] = [0, 0];
  for (const character of text) {
    units.set(bytes, at);
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  units.set(bytes, at);
  return (start, end) => text.slice(units.get(start) ?? 0, units.get(end) ?? text.length);
}

/** A part of a line that is set alike. */
interface Piece {
  start: number;
  end: number;
  style: TextStyle;
  fallback: number | undefined;
}

/** Cuts a line where the style or the face changes. */
export function pieces(prim: TextPrim, line: TextLine): Piece[] {
  const edges = new Set([line.start, line.end]);
  for (const range of [...prim.spans, ...line.fallbacks]) {
    if (range.start > line.start && range.start < line.end) edges.add(range.start);
    if (range.end > line.start && range.end < line.end) edges.add(range.end);
  }
  const sorted = [...edges].sort((a, b) => a - b);
  const found: Piece[] = [];
  for (let at = 0; at + 1 < sorted.length; at += 1) {
    const [start, end] = [sorted[at]!, sorted[at + 1]!];
    const style = styleAt(prim, start);
    const fallback = line.fallbacks.find((use) => use.start <= start && start < use.end)?.font;
    if (style) found.push({ start, end, style, fallback });
  }
  return found;
}

/**
 * A block of text, or in brief its first line, without its place. Its lines are in the flow, each pushed to where the
 * shaper put it.
 */
export function paintText(prim: TextPrim, faces: Faces, brief = false): HTMLElement {
  const block = div('text');
  const only = prim.spans.length === 1 ? prim.spans[0]!.style : null;
  if (only) faces.dress(block, only);
  const slice = byBytes(prim.text);
  let foot = 0;
  for (const line of brief ? prim.lines.slice(0, 1) : prim.lines) {
    const { element, top } = paintLine(prim, line, only, slice, faces);
    element.style.marginTop = px(top - foot);
    foot = top + line.height;
    block.append(element);
  }
  return block;
}

/** A line, and its upper edge in the block. */
function paintLine(
  prim: TextPrim,
  line: TextLine,
  only: TextStyle | null,
  slice: (start: number, end: number) => string,
  faces: Faces,
): { element: HTMLElement; top: number } {
  const element = div('line');
  if (prim.rtl) element.dir = 'rtl';
  const parts = pieces(prim, line);
  const first = parts[0];
  let shift = 0;
  if (first) {
    if (!only) faces.dress(element, first.style);
    shift = baselineShift(faces.css(first.style), line.baseline - line.y);
  }
  element.style.marginLeft = px(line.x);
  element.style.height = px(line.height);
  element.style.lineHeight = px(line.height);
  if (only && line.fallbacks.length === 0) {
    element.textContent = slice(line.start, line.end);
  } else {
    for (const piece of parts) {
      const span = document.createElement('span');
      faces.dress(span, piece.style, piece.fallback);
      // The line's own strut decides its height; another face must not push the baseline.
      span.style.lineHeight = '0';
      span.textContent = slice(piece.start, piece.end);
      element.append(span);
    }
  }
  if (line.hyphen) element.append('‐');
  return { element, top: line.y + shift };
}
