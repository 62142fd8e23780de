// What stands in the document for a node: an element, and a frame around it where a part scrolls differently.
import type { Node, NodeKey, Rect } from '../shell/types';
import { kindOf, type HeldScene } from '../state/scene';
import { div } from './dom';
import { headerFrame, lensFrame, rowFrame, type Frame, type RowFrame } from './frames';
import type { Table } from './table';

/** A painted node. */
export interface View {
  node: Node;
  /** The element that carries the node's key and role, and is as large as the node. */
  element: HTMLElement;
  /** What is put into the document for it: the element, or the frame around it. */
  outer: HTMLElement;
  /** Where its prims and children go. */
  inner: HTMLElement;
  painted: Element[];
  /** Whether it was painted from afar, so that only the beginning of it is there. */
  brief: boolean;
  frame: Frame | null;
}

/** What a view is made among. */
interface Around {
  /** The layer of the sheets, which stands for the map itself. */
  under: Frame;
  /** The upper edge of the grid, in the Scene's px. */
  top: number;
  view: (key: NodeKey) => View | undefined;
}

/** Makes the elements of a node, empty and without a place. */
export function makeView(node: Node, scene: HeldScene, { under, top, view: known }: Around): View {
  const kind = kindOf(node.key);
  const box: Rect = { ...scene.at(node.key), w: node.size.w, h: node.size.h };
  const view = (element: HTMLElement, inner: HTMLElement, frame: Frame | null): View => {
    element.classList.add(`role-${node.role}`, `layer-${node.layer}`);
    return { node, element, outer: frame?.outer ?? element, inner, painted: [], brief: false, frame };
  };
  if (node.parent === null) return view(under.inner, under.inner, null);
  if (kind === 'lens' || kind === 'header') {
    const frame = kind === 'lens' ? lensFrame(box) : headerFrame(box);
    return view(frame.inner, frame.inner, frame);
  }
  if (node.role === 'lane') {
    const label = scene.children(node).find((child) => child.role === 'lane_label');
    const labelBox = { ...(label?.origin ?? { x: 0, y: 0 }), ...(label?.size ?? { w: 0, h: 0 }) };
    const frame = rowFrame(box, labelBox, top);
    const backing = frame.label.querySelector<HTMLElement>('.backing');
    if (backing) backing.style.background = sheetColor(node, scene);
    return view(frame.outer, frame.inner, frame);
  }
  const lane = node.role === 'lane_label' && node.parent ? known(node.parent) : undefined;
  if (lane?.frame) {
    const frame = lane.frame as RowFrame;
    return view(frame.label, frame.labelInner, null);
  }
  const element = div('node');
  return view(element, element, null);
}

/** The colour of the sheet that a lane lies on, for what covers it. */
function sheetColor(lane: Node, scene: HeldScene): string {
  const sheet = lane.parent ? scene.node(lane.parent) : undefined;
  const rect = sheet?.prims.find((prim) => prim.kind === 'rect');
  return rect?.kind === 'rect' && rect.fill && 'solid' in rect.fill ? rect.fill.solid : scene.background;
}

/** Numbers rows and columns for assistive technology. */
export function numberCells(
  grid: HTMLElement,
  { rows, stages }: Table,
  element: (key: NodeKey) => HTMLElement | undefined,
): void {
  grid.setAttribute('aria-rowcount', String(rows.length + 1));
  grid.setAttribute('aria-colcount', String(stages.length + 1));
  stages.forEach((key, at) => element(key)?.setAttribute('aria-colindex', String(at + 2)));
  rows.forEach((row, at) => {
    element(row.key)?.setAttribute('aria-rowindex', String(at + 2));
    element(row.label)?.setAttribute('aria-colindex', '1');
    row.cells.forEach((cell, column) => element(cell)?.setAttribute('aria-colindex', String(column + 2)));
  });
}
