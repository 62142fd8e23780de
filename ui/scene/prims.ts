// What a node draws: boxes as CSS boxes, text as lines, everything else in as few drawings as the order allows.
import { imageAddress } from '../shell/images';
import type { Node, Paint, Prim, RectPrim, Stroke } from '../shell/types';
import { div, put, px } from './dom';
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

/** A rectangle as a CSS box. Its edge is centred on the outline, so the box is larger by half of it. */
function paintBox({ rect, radius, fill, stroke }: RectPrim): HTMLElement {
  const box = div('box');
  const half = stroke ? stroke.width / 2 : 0;
  put(box, rect.x - half, rect.y - half, rect.w + 2 * half, rect.h + 2 * half);
  if (radius > 0) box.style.borderRadius = px(radius + half);
  if (fill) box.style.backgroundColor = solid(fill) ?? '';
  if (stroke) box.style.border = `${px(stroke.width)} solid ${solid(stroke.paint)}`;
  return box;
}

/** Draws a node's prims. What follows the first text of a node is marked `extra`: the first to go when far away. */
export function paintPrims(node: Node, faces: Faces): Element[] {
  const found: Element[] = [];
  /** The clips that are open, innermost last. */
  const clips: HTMLElement[] = [];
  let open: SVGSVGElement | null = null;
  let texts = 0;
  const add = (element: Element) => {
    if (texts > 0) element.classList.add('extra');
    const clip = clips.at(-1);
    if (clip) clip.append(element);
    else found.push(element);
  };
  /** The drawing at hand, or a new one where something else was painted since. */
  const shapes = () => {
    if (!open) add((open = drawing()));
    return open;
  };
  const one = (prim: Prim) => {
    switch (prim.kind) {
      case 'rect':
        if (!isBox(prim)) return drawRect(shapes(), prim.rect, prim.radius, prim.fill, prim.stroke);
        // Within a drawing a box would cost another drawing after it: most boxes come first.
        if (open) return drawRect(open, prim.rect, prim.radius, prim.fill, prim.stroke);
        return add(paintBox(prim));
      case 'path':
        return drawPath(shapes(), prim.segments, prim.fill, prim.stroke);
      case 'connector':
        return drawPath(shapes(), prim.segments, null, prim.stroke);
      case 'text':
        open = null;
        add(paintText(prim, faces));
        texts += 1;
        return;
      case 'image': {
        open = null;
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
  for (const prim of node.prims) one(prim);
  return found;
}
