// What a node draws: boxes as CSS boxes, text as lines, everything else in as few drawings as the order allows.
import { imageAddress } from '../shell/images';
import type { Node, Paint, Prim, Rect, RectPrim, Stroke } from '../shell/types';
import { div, lay, put, px } from './dom';
import type { Faces } from './fonts';
import { drawing, drawPath, drawRect } from './shape';
import { paintText } from './text';

const solid = (paint: Paint): string | null => ('solid' in paint ? paint.solid : null);

/** Whether a length is one of whole px. */
const isWhole = (length: number) => Math.abs(length - Math.round(length)) < 0.01;

/**
 * Whether CSS can draw a rectangle: one colour, an unbroken edge of one colour, and edges on whole px, where the engine
 * puts every box. A disc on a curve between two px would jump.
 */
function isBox({ rect, fill, stroke }: RectPrim): boolean {
  const half = stroke ? stroke.width / 2 : 0;
  const edges = [rect.x - half, rect.y - half, rect.x + rect.w + half, rect.y + rect.h + half];
  const plain = (stroke: Stroke) => stroke.dash.length === 0 && solid(stroke.paint) !== null;
  return edges.every(isWhole) && (!fill || solid(fill) !== null) && (!stroke || plain(stroke));
}

/** The place of a rectangle's box. Its edge is centred on the outline, so the box is larger by half of it. */
function placeOfBox({ rect, stroke }: RectPrim): Rect {
  const half = stroke ? stroke.width / 2 : 0;
  return { x: rect.x - half, y: rect.y - half, w: rect.w + 2 * half, h: rect.h + 2 * half };
}

/** Whether a colour lets nothing through: `#rrggbb`. */
const isOpaque = (color: string | null): color is string => color !== null && /^#[\da-f]{6}$/i.test(color);

/** A rectangle as a CSS box, without its place. */
function paintBox({ radius, fill, stroke }: RectPrim): HTMLElement {
  const box = div('box');
  const half = stroke ? stroke.width / 2 : 0;
  if (radius > 0) box.style.borderRadius = px(radius + half);
  const [inside, edge] = [fill && solid(fill), stroke && solid(stroke.paint)];
  if (radius > half && stroke && isWhole(stroke.width) && isOpaque(inside) && isOpaque(edge)) {
    // Two areas, one in the other, take the engine half the time of a rounded border.
    box.style.backgroundColor = edge;
    box.style.padding = px(stroke.width);
    const area = div('area');
    area.style.borderRadius = px(radius - half);
    area.style.backgroundColor = inside;
    box.append(area);
    return box;
  }
  if (inside) box.style.backgroundColor = inside;
  if (stroke) {
    // The engine rounds borders down to whole px: an edge of 1.5 is laid inside as a shadow without blur.
    if (isWhole(stroke.width)) box.style.border = `${px(stroke.width)} solid ${edge}`;
    else box.style.boxShadow = `inset 0 0 0 ${px(stroke.width)} ${edge}`;
  }
  return box;
}

/** Whether what was painted counts its place from the node around it, which must then be positioned itself. */
export function isPositioned(painted: Element): boolean {
  return painted.matches('.raised, .picture, .clip');
}

/** How far the marker of a curve that is not the primary one reaches, at most. */
const marker = 6;

/** The disc that a point of a curve draws first, with its edge: its box is larger, for the hand. */
export function discOf({ prims: [first], size }: Node): { x: number; y: number; r: number } {
  if (first?.kind !== 'rect') return { x: size.w / 2, y: size.h / 2, r: marker };
  const { rect, stroke } = first;
  return { x: rect.x + rect.w / 2, y: rect.y + rect.h / 2, r: (rect.w + (stroke?.width ?? 0)) / 2 };
}

/**
 * Draws a node's prims. What follows the first text of a node is marked `extra`: the first to go when far away. Told in
 * brief, a node ends with the first line of that text.
 *
 * What is painted stays in the flow as long as that is painted in the prims' order: the engine paints boxes of the flow
 * first, then its text and drawings as they come, then everything that is positioned.
 */
export function paintPrims(node: Node, faces: Faces, brief = false): Element[] {
  const found: Element[] = [];
  /** The clips that are open, innermost last. */
  const clips: HTMLElement[] = [];
  let open: SVGSVGElement | null = null;
  let texts = 0;
  /** Whether something positioned came, over which what is in the flow could not be painted. */
  let raised = false;
  /** Whether text or a drawing came, over which a box of the flow could not be painted. */
  let inked = false;
  const settle = (element: HTMLElement, { x, y, w, h }: Rect, over: boolean) => {
    raised ||= over || y < 0;
    if (!raised) return lay(element, x, y, w, h);
    element.classList.add('raised');
    put(element, x, y, w, h);
  };
  const add = (element: Element) => {
    if (texts > 0) element.classList.add('extra');
    const clip = clips.at(-1);
    if (clip) clip.append(element);
    else found.push(element);
  };
  /** The drawing at hand, or a new one where something else was painted since. */
  const shapes = () => {
    if (!open) {
      add((open = drawing()));
      open.classList.toggle('raised', raised);
      inked = true;
    }
    return open;
  };
  const one = (prim: Prim) => {
    switch (prim.kind) {
      case 'rect': {
        if (!isBox(prim)) return drawRect(shapes(), prim.rect, prim.radius, prim.fill, prim.stroke);
        // Within a drawing a box would cost another drawing after it: most boxes come first.
        if (open) return drawRect(open, prim.rect, prim.radius, prim.fill, prim.stroke);
        const box = paintBox(prim);
        settle(box, placeOfBox(prim), inked);
        return add(box);
      }
      case 'path':
        return drawPath(shapes(), prim.segments, prim.fill, prim.stroke);
      case 'connector':
        return drawPath(shapes(), prim.segments, null, prim.stroke);
      case 'text': {
        open = null;
        const text = paintText(prim, faces, brief);
        settle(text, { ...prim.origin, w: prim.width, h: 0 }, false);
        add(text);
        texts += 1;
        inked = true;
        return;
      }
      case 'image': {
        open = null;
        raised = true;
        const frame = div('picture');
        put(frame, prim.rect.x, prim.rect.y, prim.rect.w, prim.rect.h);
        if (prim.radius > 0) frame.style.borderRadius = px(prim.radius);
        const image = document.createElement('img');
        image.src = imageAddress(prim.image);
        image.alt = '';
        const [w, h] = [prim.rect.w / prim.crop.w, prim.rect.h / prim.crop.h];
        put(image, -prim.crop.x * w, -prim.crop.y * h, w, h);
        frame.append(image);
        return add(frame);
      }
      case 'clip_push': {
        open = null;
        raised = true;
        const clip = div('clip');
        put(clip, prim.rect.x, prim.rect.y, prim.rect.w, prim.rect.h);
        if (prim.radius > 0) clip.style.borderRadius = px(prim.radius);
        // What is clipped keeps the coordinates of the node.
        const inner = div('clipped');
        inner.style.left = px(-prim.rect.x);
        inner.style.top = px(-prim.rect.y);
        clip.append(inner);
        add(clip);
        clips.push(inner);
        return;
      }
      case 'clip_pop':
        open = null;
        clips.pop();
        return;
    }
  };
  for (const prim of node.prims) {
    if (brief && texts > 0) break;
    one(prim);
  }
  return found;
}
