// A plain layout of the fake's map: boxes and single lines, with the keys and roles of the real Scene.

import { type FakeCard, type FakeLane, type FakeMap, moreOf } from './fake_model';
import type { Node, NodeKey, Patch, Prim, Role, TextPrim, TextStyle, WholeScene } from './types';

const colors = {
  light: { paper: '#F5F3EE', sheet: '#FFFFFF', line: '#E9E5DC', ink: '#1F1D1A', ink2: '#57524A' },
  dark: { paper: '#131210', sheet: '#1B1A17', line: '#2D2A26', ink: '#F2EFE9', ink2: '#BDB6AA' },
};
type Colors = (typeof colors)['light'];

/** Sizes of the plain layout, in px. */
const sizes = { side: 24, top: 18, label: 150, lens: 65, header: 68, card: 30.5, gap: 6, pad: 9, bottom: 24 };

function box(w: number, h: number, fill: string, stroke: string | null, radius: number): Prim {
  const edge = stroke
    ? { paint: { solid: stroke }, width: 1, dash: [], cap: 'butt' as const, join: 'miter' as const }
    : null;
  return { kind: 'rect', rect: { x: 0, y: 0, w, h }, radius, fill: { solid: fill }, stroke: edge } as Prim;
}

/** One line of text; its width is the box's, since nothing here can measure. */
function line(text: string, x: number, y: number, width: number, style: Partial<TextStyle>): Prim {
  const full: TextStyle = {
    family: 'inter',
    weight: 400,
    italic: false,
    size: 12.5,
    line_height: 16.5,
    letter_spacing: 0,
    tabular: false,
    color: '#000000',
    ...style,
  };
  const end = new TextEncoder().encode(text).length;
  const prim: TextPrim = {
    text,
    spans: [{ start: 0, end, style: full }],
    origin: { x, y },
    width,
    align: 'start',
    rtl: false,
    lines: [
      {
        start: 0,
        end,
        hyphen: false,
        x: 0,
        y: 0,
        width,
        height: full.line_height,
        baseline: full.line_height * 0.75,
        fallbacks: [],
      },
    ],
  };
  return { kind: 'text', ...prim };
}

/** Collects nodes in tree order. */
class Tree {
  readonly nodes: Node[] = [];

  add(key: NodeKey, parent: Node | null, role: Role, at: [number, number], size: [number, number]): Node {
    const [table = '', id = ''] = key.split('/');
    const recorded = ['map', 'stage', 'lane', 'card', 'gap', 'path', 'feeling'].includes(table);
    const node: Node = {
      key,
      parent: parent?.key ?? null,
      children: [],
      origin: { x: at[0], y: at[1] },
      size: { w: size[0], h: size[1] },
      layer: role === 'stage' ? 'header' : role === 'lane_label' ? 'label' : 'sheet',
      role,
      record: recorded ? { table: table as 'card', id } : null,
      text: '',
      alt: '',
      language: null,
      link: null,
      notes: '',
      prims: [],
    };
    parent?.children.push(key);
    this.nodes.push(node);
    return node;
  }
}

function cardNode(tree: Tree, cell: Node, card: FakeCard, y: number, width: number, paint: Colors): void {
  const node = tree.add(`card/${card.id}`, cell, 'card', [7, y], [width - 14, sizes.card]);
  node.text = card.text;
  node.prims = [
    box(width - 14, sizes.card, paint.sheet, paint.line, 8),
    line(card.text, 11, 7, width - 36, { color: paint.ink }),
  ];
}

/** The gaps of a gaps lane and the points of a curve lane, as named boxes. */
function othersIn(
  tree: Tree,
  cell: Node,
  map: FakeMap,
  lane: FakeLane,
  stage: string,
  width: number,
  paint: Colors,
): void {
  const table = ({ gaps: 'gap', emotions: 'feeling' } as const)[lane.kind as 'gaps'];
  if (!table) return;
  const [first] = lane.kind === 'emotions' ? moreOf(map, 'gap').filter((own) => own.stage === stage) : [];
  if (first) {
    const disc = tree.add(`gapdisc/${lane.id}/${stage}`, cell, 'decoration', [width - 14, 4], [28, 28]);
    disc.record = { table: 'gap', id: first.id };
  }
  for (const one of moreOf(map, table).filter((own) => own.stage === stage)) {
    const at: [number, number] = table === 'gap' ? [width - 60, 4] : [width / 2, 4];
    const node = tree.add(`${table}/${one.id}`, cell, table, at, [120, 24]);
    node.text = String(one.title ?? one.label ?? '');
    node.prims = [line(node.text, 30, 4, 80, { color: paint.ink })];
  }
}

/** The Scene of a map, `width` px wide. */
export function fakeScene(
  map: FakeMap,
  width: number,
  theme: 'light' | 'dark',
  revision: number,
): WholeScene {
  const paint = colors[theme];
  const tree = new Tree();
  const sheetWidth = width - 2 * sizes.side;
  const column = Math.max(176, (sheetWidth - sizes.label) / Math.max(1, map.stages.length));
  const root = tree.add(`map/${map.id}`, null, 'map', [0, 0], [width, 0]);
  root.text = map.title;
  root.record = { table: 'map', id: map.id };

  const lens = tree.add(`lens/${map.id}`, root, 'group', [sizes.side, sizes.top], [sheetWidth, sizes.lens]);
  const title = tree.add(`title/${map.id}`, lens, 'text', [16, 0], [sheetWidth / 2, 30]);
  title.text = map.title;
  title.record = { table: 'map', id: map.id };
  const display: Partial<TextStyle> = { family: 'inter_display', weight: 600, size: 25, line_height: 30 };
  title.prims = [line(map.title, 0, 0, sheetWidth / 2, { ...display, color: paint.ink })];

  const casts = moreOf(map, 'cast');
  if (casts.length > 0) {
    const people = tree.add(`people/${map.id}`, lens, 'group', [sheetWidth / 2, 0], [300, 44]);
    casts.forEach((cast, at) => {
      const disc = tree.add(`person/${String(cast.person)}`, people, 'person', [27 * at, 7], [30, 30]);
      disc.record = { table: 'person', id: String(cast.person) };
      disc.text = String(moreOf(map, 'person').find(({ id }) => id === cast.person)?.name ?? '');
    });
  }

  const header = tree.add(
    `header/${map.id}`,
    root,
    'group',
    [sizes.side, sizes.top + sizes.lens],
    [sheetWidth, sizes.header],
  );
  header.layer = 'header';
  map.stages.forEach((stage, at) => {
    const node = tree.add(
      `stage/${stage.id}`,
      header,
      'stage',
      [sizes.label + at * column, 0],
      [column, sizes.header],
    );
    node.text = stage.name;
    node.prims = [
      line(stage.name, 16, 26, column - 24, { weight: 700, size: 15, line_height: 19, color: paint.ink }),
    ];
  });

  map.stages.forEach(({ id, linked_map }, at) => {
    if (!linked_map) return;
    const place: [number, number] = [sizes.label + (at + 1) * column - 30, 20];
    const node = tree.add(`link/${id}`, header, 'text', place, [24, 24]);
    node.record = { table: 'map', id: linked_map };
    node.alt = 'Leads to another map';
  });

  for (const path of moreOf(map, 'path')) {
    const node = tree.add(`path/${path.id}`, header, 'path', [sizes.label + 20, 0], [column, 20]);
    node.text = String(path.label ?? '');
    node.alt = `${String(path.kind)}: ${node.text}`;
    node.prims = [line(node.text, 40, 0, column - 80, { color: paint.ink2 })];
  }

  let y = sizes.top + sizes.lens + sizes.header;
  for (const zone of ['experience', 'insight'] as const) {
    const sheet = tree.add(`sheet/${zone}/${map.id}`, root, 'group', [sizes.side, y], [sheetWidth, 0]);
    let laneY = 0;
    for (const lane of map.lanes.filter((one) => one.zone === zone && !one.hidden)) {
      const inCell = (stage: string) =>
        map.cards.filter((card) => card.lane === lane.id && card.stage === stage);
      const most = Math.max(1, ...map.stages.map((stage) => inCell(stage.id).length));
      const height = lane.collapsed ? 32 : 2 * sizes.pad + most * sizes.card + (most - 1) * sizes.gap;
      const row = tree.add(`lane/${lane.id}`, sheet, 'lane', [0, laneY], [sheetWidth, height]);
      row.text = lane.name;
      const label = tree.add(`label/${lane.id}`, row, 'lane_label', [0, 0], [sizes.label, height]);
      label.text = lane.name;
      label.record = { table: 'lane', id: lane.id };
      const strong: Partial<TextStyle> = { weight: 600, line_height: 16 };
      label.prims = [line(lane.name, 40, 13, sizes.label - 44, { ...strong, color: paint.ink })];
      map.stages.forEach((stage, at) => {
        const cell = tree.add(
          `cell/${lane.id}/${stage.id}`,
          row,
          'cell',
          [sizes.label + at * column, 0],
          [column, height],
        );
        if (lane.collapsed) return;
        inCell(stage.id).forEach((card, place) =>
          cardNode(tree, cell, card, sizes.pad + place * (sizes.card + sizes.gap), column, paint),
        );
        othersIn(tree, cell, map, lane, stage.id, column, paint);
      });
      laneY += height;
    }
    sheet.size.h = laneY;
    sheet.prims = [box(sheetWidth, laneY, paint.sheet, paint.line, 14)];
    y += laneY + 10;
  }
  root.size.h = y + sizes.bottom - 10;

  return {
    revision,
    size: { w: width, h: root.size.h },
    background: paint.paper,
    title: map.title,
    language: 'en',
    root: root.key,
    nodes: tree.nodes,
    fonts: [],
    images: [],
    notices: [],
  };
}

/** What leads from one Scene to the next. */
export function fakePatch(before: WholeScene, after: WholeScene): Patch {
  const old = new Map(before.nodes.map((node) => [node.key, JSON.stringify(node)]));
  const kept = new Set(after.nodes.map((node) => node.key));
  return {
    revision: after.revision,
    changed: after.nodes.filter((node) => old.get(node.key) !== JSON.stringify(node)),
    moved: [],
    removed: before.nodes.map((node) => node.key).filter((key) => !kept.has(key)),
    size: after.size,
    title: after.title,
    fonts: [],
    images: [],
    notices: [],
  };
}
