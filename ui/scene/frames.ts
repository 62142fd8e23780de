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

/** Scales an element by the zoom; at 1 without a transform, which keeps text as sharp as can be. */
export function scale(element: HTMLElement, zoom: number): void {
  element.style.transform = zoom === 1 ? '' : `scale(${zoom})`;
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
      put(inner, x * zoom, y * zoom, w, h);
      scale(inner, zoom);
    },
  };
  return frame;
}

/** The stages with the trail: stays at the top. Its corner lies over the lane labels and stays at both. */
export function headerFrame(box: Rect): Frame & { corner: HTMLElement } {
  const [outer, inner, corner] = [div('scene-header'), scaled(), div('scene-corner')];
  outer.setAttribute('role', 'row');
  outer.setAttribute('aria-rowindex', '1');
  corner.setAttribute('role', 'presentation');
  outer.append(corner, inner);
  const frame = {
    outer,
    inner,
    corner,
    box,
    place(zoom: number) {
      const { x, w, h } = frame.box;
      outer.style.width = px((w + 2 * x) * zoom);
      outer.style.height = px(h * zoom);
      corner.style.height = px(h * zoom);
      put(inner, x * zoom, 0, w, h);
      scale(inner, zoom);
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
      outer.style.left = px(x * zoom);
      outer.style.top = px((y - frame.gridTop) * zoom);
      outer.style.width = px(w * zoom);
      outer.style.height = px(h * zoom);
      label.style.width = px(frame.labelBox.w * zoom);
      label.style.height = px(frame.labelBox.h * zoom);
      label.style.marginLeft = px(frame.labelBox.x * zoom);
      label.style.top = px(frame.labelBox.y * zoom);
      for (const part of [inner, labelInner, echo]) scale(part, zoom);
    },
  };
  return frame;
}

/** A node's box at a place. */
export function boxOf(node: Node, x: number, y: number): Rect {
  return { x, y, w: node.size.w, h: node.size.h };
}
