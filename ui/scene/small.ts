// A small Scene for tests: three stages, an action lane, a curve and pain points, laid out by hand as Rust would.
import type { Node, Patch, Prim, Role, TextPrim, WholeScene } from '../shell/types';

/** What a card of the small Scene says, by lane and stage. */
export type Cards = Record<string, Record<string, { id: string; text: string }[]>>;

export const stageNames = ['Awareness', 'Research', 'Decision'];
const laneNames = ['Actions', 'Emotions', 'Pain points'];
const [labelWidth, stageWidth, lineHeight] = [150, 200, 18];

/** The cards that the small Scene begins with. */
export const smallCards: Cards = {
  l1: { s1: [{ id: 'a', text: 'Finds us' }, { id: 'b', text: 'Reads on' }], s2: [{ id: 'c', text: 'Compares' }] },
  l3: { s3: [{ id: 'd', text: 'Waits too long' }] },
}; // prettier-ignore

function text(words: string, x: number, y: number, width: number, size = 13): TextPrim & { kind: 'text' } {
  const bytes = new TextEncoder().encode(words).length;
  const style = {
    family: 'inter' as const, weight: 400, italic: false, size, line_height: lineHeight, letter_spacing: 0,
    tabular: false, color: '#1f1d1a',
  }; // prettier-ignore
  const line = { hyphen: false, x: 0, width: words.length * 6, height: lineHeight, fallbacks: [] };
  return {
    kind: 'text', text: words, spans: [{ start: 0, end: bytes, style }], origin: { x, y }, width, align: 'start',
    rtl: false, lines: [{ ...line, start: 0, end: bytes, y: 0, baseline: 13 }],
  }; // prettier-ignore
}

function box(w: number, h: number): Prim {
  return {
    kind: 'rect', rect: { x: 0.5, y: 0.5, w: w - 1, h: h - 1 }, radius: 7.5, fill: { solid: '#ffffff' },
    stroke: { paint: { solid: '#e9e5dc' }, width: 1, dash: [], cap: 'butt', join: 'miter' },
  }; // prettier-ignore
}

type Placed = { x: number; y: number; w: number; h: number };

/** What a test asks for beside the cards. */
export interface Beside {
  /** The stage that a gap `g` follows. */
  gap?: string;
  /** Whether the curve's lane has a legend with two people. */
  legend?: boolean;
}

/** The Scene of some cards. The same cards give the same Scene. */
export function smallScene(
  cards: Cards = smallCards,
  revision = 1,
  title = 'A small map',
  beside: Beside = {},
): WholeScene {
  const nodes: Node[] = [];
  const add = (key: string, parent: Node | null, role: Role, at: Placed, over: Partial<Node> = {}): Node => {
    const node: Node = {
      key, parent: parent?.key ?? null, children: [], origin: { x: at.x, y: at.y }, size: { w: at.w, h: at.h },
      layer: 'sheet', role, record: null, text: '', alt: '', language: null, link: null, notes: '', prims: [], ...over,
    }; // prettier-ignore
    parent?.children.push(key);
    nodes.push(node);
    return node;
  };
  const width = labelWidth + 3 * stageWidth;
  const root = add('map/m', null, 'map', { x: 0, y: 0, w: width + 48, h: 600 }, { text: title });
  const lens = add('lens/m', root, 'group', { x: 24, y: 18, w: width, h: 65 });
  add(
    'title/m',
    lens,
    'text',
    { x: 0, y: 0, w: 300, h: 30 },
    { text: title, prims: [text(title, 0, 0, 300, 25)] },
  );
  const header = add('header/m', root, 'group', { x: 24, y: 83, w: width, h: 72 }, { layer: 'header' });
  const trail: Prim = {
    kind: 'path', segments: [{ move: { x: 170, y: 13 } }, { line: { x: 700, y: 13 } }], fill: null,
    stroke: { paint: { solid: '#1f1d1a' }, width: 2.25, dash: [], cap: 'round', join: 'round' },
  }; // prettier-ignore
  add('trail/m', header, 'decoration', { x: 0, y: 0, w: width, h: 30 }, { layer: 'header', prims: [trail] });
  // A path comes before the stages and is read with the one that it begins at.
  add(
    'path/p',
    header,
    'path',
    { x: 170, y: 0, w: 200, h: 20 },
    { alt: 'Back to Awareness', layer: 'header' },
  );
  stageNames.forEach((name, at) => {
    const place = { x: labelWidth + at * stageWidth, y: 0, w: stageWidth, h: 72 };
    add(`stage/s${at + 1}`, header, 'stage', place, {
      text: name, layer: 'header', prims: [text(name, 16, 25, 170, 15)],
      record: { table: 'stage', id: `s${at + 1}` },
    }); // prettier-ignore
  });
  const experience = add('sheet/experience/m', root, 'group', { x: 24, y: 155, w: width, h: 250 });
  const insight = add('sheet/insight/m', root, 'group', { x: 24, y: 415, w: width, h: 100 });
  for (const sheet of [experience, insight]) sheet.prims = [box(sheet.size.w, sheet.size.h)];
  laneNames.forEach((name, at) => {
    const id = `l${at + 1}`;
    const [sheet, y] = at === 2 ? [insight, 0] : [experience, at * 125];
    const lane = add(
      `lane/${id}`,
      sheet,
      'lane',
      { x: 0, y, w: width, h: at === 2 ? 100 : 125 },
      { text: name },
    );
    const label = add(`label/${id}`, lane, 'lane_label', { x: 0, y: 0, w: labelWidth, h: lane.size.h }, {
      text: name, layer: 'label', prims: [text(name, 40, 12, 100)], record: { table: 'lane', id },
    }); // prettier-ignore
    if (beside.legend && at === 1)
      for (const [row, name] of ['Marie', 'Paul'].entries())
        add(`legend/${id}/${name}`, label, 'text',
          { x: 40, y: 40 + row * 19, w: 80, h: 16 },
          { text: name, layer: 'label', record: { table: 'cast', id: `cast-${name}` } }); // prettier-ignore
    stageNames.forEach((stage, column) => {
      const place = { x: labelWidth + column * stageWidth, y: 0, w: stageWidth, h: lane.size.h };
      const cell = add(`cell/${id}/s${column + 1}`, lane, 'cell', place, { alt: `${name}, ${stage}` });
      (cards[id]?.[`s${column + 1}`] ?? []).forEach((card, row) => {
        add(`card/${card.id}`, cell, 'card', { x: 7, y: 9 + row * 42, w: stageWidth - 14, h: 36 }, {
          text: card.text, alt: `${name}: ${card.text}`, record: { table: 'card', id: card.id },
          prims: [box(stageWidth - 14, 36), text(card.text, 11, 9, stageWidth - 36)],
        }); // prettier-ignore
      });
      if (at === 2 && beside.gap === `s${column + 1}`)
        add('gap/g', cell, 'gap', { x: stageWidth - 60, y: 60, w: 120, h: 36 }, {
          text: 'Budget wait', layer: 'gap', record: { table: 'gap', id: 'g' }, prims: [box(120, 36)],
        }); // prettier-ignore
      if (at === 1 && column === 1)
        add(
          'feeling/f',
          cell,
          'feeling',
          { x: 90, y: 20, w: 24, h: 24 },
          { alt: 'Marie, Research, hopeful', record: { table: 'feeling', id: 'f' } },
        );
    });
    if (at !== 1) return;
    const curve: Prim = { ...trail, segments: [{ move: { x: 150, y: 60 } }, { line: { x: 700, y: 30 } }] };
    if (beside.gap)
      add(`gapdisc/${id}/${beside.gap}`, lane, 'decoration', { x: 340, y: 40, w: 24, h: 24 }, {
        alt: 'Gap: Budget wait', layer: 'gap', record: { table: 'gap', id: 'g' },
      }); // prettier-ignore
    add(`curve/${id}`, lane, 'figure', { x: 0, y: 0, w: width, h: 125 }, { layer: 'curve', prims: [curve] });
  });
  if (beside.gap)
    add(`gapline/${beside.gap}`, root, 'decoration', { x: 373, y: 155, w: 2, h: 320 }, { layer: 'gap_line' });
  return {
    revision, size: { w: width + 48, h: 600 }, background: '#f5f3ee', title, language: 'en', root: root.key, nodes,
    fonts: [], images: [], notices: [],
  }; // prettier-ignore
}

/** The patch from one Scene to the next: every node that is new or differs. */
export function smallPatch(before: WholeScene, after: WholeScene): Patch {
  const was = new Map(before.nodes.map((node) => [node.key, JSON.stringify(node)]));
  const is = new Set(after.nodes.map((node) => node.key));
  return {
    revision: before.revision + 1,
    changed: after.nodes.filter((node) => was.get(node.key) !== JSON.stringify(node)),
    moved: [],
    removed: before.nodes.map((node) => node.key).filter((key) => !is.has(key)),
    size: after.size,
    title: after.title,
    fonts: [],
    images: [],
    notices: [],
  };
}
