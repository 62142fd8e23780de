// The text box: a textarea that lies over the Scene's text with its font, width and padding, so that no glyph moves.
import type { Node, NodeKey, TextPrim, TextStyle } from '../shell/types';
import type { Painter } from '../scene/painter';
import { baselineShift } from '../scene/baseline';
import { div, px } from '../scene/dom';

/** Where a text box lies and how its text is set, in the Scene's px. */
export interface Shape {
  host: HTMLElement;
  x: number;
  y: number;
  w: number;
  /** From the box to the text. */
  left: number;
  top: number;
  /** The width that lines are broken to. */
  wrap: number;
  style: TextStyle;
  /** From a line's upper edge to the baseline that the shaper chose; null where no line is there yet. */
  baseline: number | null;
  rtl: boolean;
  align: TextPrim['align'];
  /** A mark that layout sets before the words, like the opening quote of a thought. */
  before: string;
  /** How high the words are that stand there. */
  tall: number;
}

/** Between cards of a cell, and around the first one where no other card tells. */
const gap = 6;
const firstAt = { x: 7, y: 9 };
/** Room around a name, whose node is as wide as its words. */
const around = { x: 6, y: 4, least: 160 };

/** The words of a new card where no card of the lane shows how they are set. */
const newStyle = {
  fit: { size: 12.5, line: 16.5, left: 11, top: 7 },
  natural: { size: 13, line: 18, left: 11, top: 9 },
};

function textOf(node: Node): TextPrim | null {
  const prim = node.prims.find((one) => one.kind === 'text');
  return prim?.kind === 'text' ? prim : null;
}

function set(prim: TextPrim): Pick<Shape, 'style' | 'baseline' | 'rtl' | 'align' | 'before' | 'tall'> | null {
  const style = prim.spans[0]?.style;
  if (!style) return null;
  const line = prim.lines[0];
  return {
    style,
    baseline: line ? line.baseline - line.y : null,
    rtl: prim.rtl,
    align: prim.align,
    before: /^[“„«‘‚]/.exec(prim.text)?.[0] ?? '',
    tall: prim.lines.reduce((end, { y, height }) => Math.max(end, y + height), 0),
  };
}

/** The shape of a box over a node that has words. Over a card it is as large as the card, over a name a little larger. */
export function shapeOver(painter: Painter, key: NodeKey): Shape | null {
  const node = painter.scene?.node(key);
  const place = painter.boxHost(key);
  const prim = node && textOf(node);
  const how = prim && set(prim);
  if (node?.role === 'feeling' || (node?.role === 'path' && !prim)) return shapeBeside(painter, key);
  if (!node || !place || !prim || !how) return null;
  if (node.role === 'card') {
    const { x, y } = place.at;
    return {
      host: place.host, x, y, w: node.size.w, left: prim.origin.x, top: prim.origin.y, wrap: prim.width, ...how,
    }; // prettier-ignore
  }
  const wrap = Math.max(prim.width, around.least);
  return {
    host: place.host,
    x: place.at.x + prim.origin.x - around.x,
    y: place.at.y + prim.origin.y - around.y,
    w: wrap + 2 * around.x,
    left: around.x,
    top: around.y,
    wrap,
    ...how,
  };
}

/** The shape of a box for words that have no place of their own yet: a new stage's name, a label beside a point. */
export function shapeBeside(painter: Painter, key: NodeKey): Shape | null {
  const node = painter.scene?.node(key);
  const place = painter.boxHost(key);
  if (!node || !place) return null;
  const { x, y } = place.at;
  const stage = node.role === 'stage' ? shapeOver(painter, key) : null;
  if (stage) return { ...stage, x: stage.x + node.size.w };
  const style: TextStyle = {
    family: 'inter', weight: 600, italic: false, size: 12.5, line_height: 16.5, letter_spacing: 0, tabular: false,
    color: 'var(--ink)',
  }; // prettier-ignore
  const w = around.least + 2 * around.x;
  const at =
    node.role === 'feeling'
      ? { x: x + node.size.w / 2 - w / 2, y: y + node.size.h + around.y }
      : node.role === 'path'
        ? // In the middle of its line, which lies 9 px below the node's upper edge.
          { x: x + (node.size.w - w) / 2, y: y + 9 - style.line_height / 2 - around.y }
        : { x: x + node.size.w - w / 2, y: y + firstAt.y };
  return {
    host: place.host, ...at, w, left: around.x, top: around.y, wrap: around.least, style, baseline: null, rtl: false,
    align: node.role === 'feeling' ? 'center' : 'start', before: '', tall: 0,
  }; // prettier-ignore
}

/** The shape of a box for a new card of a cell, below one of its cards or at its end. */
export function shapeIn(
  painter: Painter,
  cell: NodeKey,
  below: NodeKey | null,
  layout: 'fit' | 'natural',
  color: string,
): Shape | null {
  const scene = painter.scene;
  const node = scene?.node(cell);
  const lane = node?.parent ? scene?.node(node.parent) : undefined;
  if (!scene || !node || !lane) return null;
  const cards = scene.children(node).filter((child) => child.role === 'card');
  const upper = cards.find((card) => card.key === below) ?? cards.at(-1);
  const like = upper ?? scene.children(lane).flatMap((other) => scene.children(other))
    .find((child) => child.role === 'card' && textOf(child) !== null); // prettier-ignore
  const at = scene.at(cell);
  const x = like && like.size.w < node.size.w ? like.origin.x : firstAt.x;
  const w = node.size.w - 2 * x;
  const y = upper ? upper.origin.y + upper.size.h + gap : like ? like.origin.y : firstAt.y;
  const prim = like && textOf(like);
  const how = prim && set(prim);
  if (prim && how) {
    // A card over several stages is wider: what it keeps free at its sides is what counts.
    const wrap = w - (like.size.w - prim.width);
    return {
      host: painter.over, x: at.x + x, y: at.y + y, w, left: prim.origin.x, top: prim.origin.y, wrap, ...how, tall: 0,
    }; // prettier-ignore
  }
  const own = newStyle[layout];
  const style: TextStyle = {
    family: 'inter', weight: 400, italic: false, size: own.size, line_height: own.line, letter_spacing: 0,
    tabular: false, color,
  }; // prettier-ignore
  return {
    host: painter.over, x: at.x + x, y: at.y + y, w, left: own.left, top: own.top, wrap: w - 2 * own.left, style,
    baseline: null, rtl: false, align: 'start', before: '', tall: 0,
  }; // prettier-ignore
}

/** How wide a mark is. */
function widthOf(mark: string, css: string): number {
  const probe = div('scene-probe');
  probe.style.cssText = css;
  probe.textContent = mark;
  document.body.append(probe);
  const { width } = probe.getBoundingClientRect();
  probe.remove();
  return width;
}

/** The one text box of a canvas. */
export class TextBox {
  readonly area = document.createElement('textarea');
  shape: Shape | null = null;

  constructor(private readonly painter: Painter) {
    this.area.className = 'write-box';
    this.area.rows = 1;
    // Spelling is checked by the dictionaries of this computer, in the map's language, which the Scene's element says,
    // as far as the whole page is.
    this.area.setAttribute('autocomplete', 'off');
  }

  /** The real height of the words, in the Scene's px. */
  height = 0;

  /** Lays the box over its place. */
  put(shape: Shape): void {
    this.shape = shape;
    const { area } = this;
    const css = this.painter.faces.css(shape.style);
    const shift = shape.baseline === null ? 0 : baselineShift(css, shape.baseline);
    area.style.cssText = css;
    area.style.left = px(shape.x);
    area.style.top = px(shape.y);
    area.style.width = px(shape.w);
    area.style.padding = `${px(shape.top + shift)} ${px(shape.w - shape.left - shape.wrap)} ${px(
      Math.max(0, shape.top - shift),
    )} ${px(shape.left)}`;
    area.style.textIndent = shape.before ? px(widthOf(shape.before, css)) : '';
    area.style.textAlign = shape.align;
    area.dir = shape.rtl ? 'rtl' : 'auto';
    if (area.parentElement !== shape.host) {
      // Moving an element takes the focus from it; the keys of that moment must not be lost.
      const had = document.activeElement === area;
      shape.host.append(area);
      if (had) area.focus({ preventScroll: true });
    }
    this.fit();
  }

  /** Makes the box as high as its words, or as those that stand there while it is empty. True where that changed. */
  fit(): boolean {
    const { area, shape } = this;
    const before = this.height;
    area.style.height = '0';
    // An engine leaves out some of the room below a placeholder.
    const least = shape && area.value === '' ? 2 * shape.top + shape.tall : 0;
    this.height = Math.max(area.scrollHeight, least);
    area.style.height = px(this.height);
    return this.height !== before;
  }

  remove(): void {
    this.area.remove();
    this.shape = null;
    this.height = 0;
  }
}
