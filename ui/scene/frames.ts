// The parts of the map that scroll differently, and how each follows the zoom.
//
// `position: sticky` counts in px of the scroller and fails inside a scaled element. So the parts that stick (lens,
// stage header, lane labels) are laid out in real px, and only what lies in them is scaled. One custom zoom serves all.
import type { Node, Rect } from '../shell/types';
import { div, put, px } from './dom';

/** A part in real px, and the scaled element that holds the nodes of the Scene. */
export interface Frame {
  outer: HTMLElement;
  inner: HTMLElement;
  /** Where the scaled element's origin lies, and its size, in the Scene's px. */
  box: Rect;
  /** Sets real places from the Scene's and the zoom. */
  place(zoom: number): void;
}

const scaled = () => div('scaled');

/**
 * Scales an element by the zoom; at 1 without a transform, which keeps text as sharp as can be. The engine paints a
 * scaled element from a whole px on, so what is left of its real place goes into the transform.
 */
export function scale(element: HTMLElement, zoom: number, left = 0, top = 0): void {
  const [x, y] = [left - Math.round(left), top - Math.round(top)];
  const move = zoom !== 1 && (x !== 0 || y !== 0) ? `translate(${px(x)}, ${px(y)}) ` : '';
  element.style.transform = zoom === 1 ? '' : `${move}scale(${zoom})`;
}

/** A real place on a whole px, where the engine paints it anyway. At 100 % places are as they are. */
export function whole(place: number, zoom: number): string {
  return px(zoom === 1 ? place : Math.round(place));
}

/** Puts a scaled element at a real place. */
function settle(inner: HTMLElement, left: number, top: number, w: number, h: number, zoom: number): void {
  put(inner, 0, 0, w, h);
  inner.style.left = whole(left, zoom);
  inner.style.top = whole(top, zoom);
  scale(inner, zoom, left, top);
}

/** A layer over the whole Scene. */
export function layerFrame(className: string): Frame {
  const inner = scaled();
  inner.classList.add(className);
  const frame: Frame = {
    outer: inner,
    inner,
    box: { x: 0, y: 0, w: 0, h: 0 },
    place: (zoom) => scale(inner, zoom),
  };
  return frame;
}

/** The map's header: stays at the left. */
export function lensFrame(box: Rect): Frame {
  const [outer, inner] = [div('scene-lens'), scaled()];
  outer.append(inner);
  const frame: Frame = {
    outer,
    inner,
    box,
    place(zoom) {
      const { x, y, w, h } = frame.box;
      outer.style.width = px((x + w) * zoom);
      outer.style.height = px((y + h) * zoom);
      settle(inner, x * zoom, y * zoom, w, h, zoom);
    },
  };
  return frame;
}

/** The stages with the trail, and the corner that lies over the lane labels. */
export interface HeaderFrame extends Frame {
  corner: HTMLElement;
  /** The scaled element of the corner, with the header's own origin. */
  cornerInner: HTMLElement;
  /** Where text boxes over the header go: a row holds cells only, and this one is there while it holds a box. */
  boxes: HTMLElement;
}

/** The stages with the trail: stays at the top. Its corner lies over the lane labels and stays at both. */
export function headerFrame(box: Rect): HeaderFrame {
  const [outer, inner, corner, cornerInner] = [div('scene-header'), scaled(), div('scene-corner'), scaled()];
  outer.setAttribute('role', 'row');
  outer.setAttribute('aria-rowindex', '1');
  // A cell of the table as any other: what lies in it is read there.
  corner.setAttribute('role', 'gridcell');
  corner.setAttribute('aria-colindex', '1');
  const boxes = div('boxes');
  boxes.setAttribute('role', 'gridcell');
  inner.append(boxes);
  corner.append(cornerInner);
  outer.append(corner, inner);
  const frame = {
    outer,
    inner,
    corner,
    cornerInner,
    boxes,
    box,
    place(zoom: number) {
      const { x, y, w, h } = frame.box;
      outer.style.width = px((w + 2 * x) * zoom);
      outer.style.height = px(h * zoom);
      corner.style.height = px(h * zoom);
      settle(inner, x * zoom, y * zoom, w, h, zoom);
      settle(cornerInner, 0, 0, w, h, zoom);
      // The strip itself begins where the grid does.
      inner.style.top = '0';
    },
  };
  return frame;
}

/** A lane: its label stays at the left, the rest scrolls. Places are relative to the grid's upper edge. */
export interface RowFrame extends Frame {
  label: HTMLElement;
  labelInner: HTMLElement;
  echo: HTMLElement;
  /** The label's box in the lane. */
  labelBox: Rect;
  /** The left and upper edge of the grid in the Scene's px. */
  gridTop: number;
}

/** Makes a lane's row. */
export function rowFrame(box: Rect, labelBox: Rect, gridTop: number): RowFrame {
  const [outer, inner, label, labelInner] = [div('scene-row'), scaled(), div('scene-label'), scaled()];
  const [backing, echo] = [div('backing'), scaled()];
  // The lane's own lines, painted once more over what scrolls below the label.
  echo.classList.add('echo');
  label.append(backing, echo, labelInner);
  inner.setAttribute('role', 'presentation');
  outer.append(label, inner);
  const frame: RowFrame = {
    outer,
    inner,
    label,
    labelInner,
    echo,
    box,
    labelBox,
    gridTop,
    place(zoom) {
      const { x, y, w, h } = frame.box;
      const [left, top] = [x * zoom, y * zoom];
      const gridTop = zoom === 1 ? frame.gridTop : Math.round(frame.gridTop * zoom);
      outer.style.left = whole(left, zoom);
      outer.style.top = zoom === 1 ? px(y - gridTop) : px(Math.round(top) - gridTop);
      outer.style.width = px(w * zoom);
      outer.style.height = px(h * zoom);
      label.style.width = px(frame.labelBox.w * zoom);
      label.style.height = px(frame.labelBox.h * zoom);
      label.style.marginLeft = px(frame.labelBox.x * zoom);
      label.style.top = px(frame.labelBox.y * zoom);
      scale(inner, zoom, left, top);
      // The label stays at a whole px of its own when the map is scrolled, so only its height counts.
      for (const part of [labelInner, echo]) scale(part, zoom, left, top);
    },
  };
  return frame;
}

/** A node's box at a place. */
export function boxOf(node: Node, x: number, y: number): Rect {
  return { x, y, w: node.size.w, h: node.size.h };
}
