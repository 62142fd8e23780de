// The painter: a table in reading order, patches that touch what they name, detail by zoom, nothing far away.
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Prim, RectPrim } from '../shell/types';
import { HeldScene } from '../state/scene';
import { Faces } from './fonts';
import { Painter } from './painter';
import { paintPrims } from './prims';
import { smallCards, smallPatch, smallScene } from './small';

let painter: Painter;
let scene: HeldScene;

beforeEach(async () => {
  painter = new Painter(new Faces());
  document.body.append(painter.world);
  scene = new HeldScene(smallScene());
  await painter.whole(scene);
  painter.look({ x: 0, y: 0, w: 1000, h: 800 });
});

afterEach(() => painter.world.remove());

const keys = (selector: string, root: ParentNode = painter.world) =>
  [...root.querySelectorAll<HTMLElement>(selector)].map((element) => element.dataset.key);

test('the DOM is a grid, row by row: header, then label and cells of each lane', () => {
  expect(keys('[role=columnheader]')).toEqual(['stage/s1', 'stage/s2', 'stage/s3']);
  const rows = [...painter.world.querySelectorAll('[role=row]')].slice(1);
  expect(rows.map((row) => keys('[role=rowheader], [role=gridcell]', row))).toEqual(
    ['l1', 'l2', 'l3'].map((lane) => [
      `label/${lane}`,
      ...['s1', 's2', 's3'].map((s) => `cell/${lane}/${s}`),
    ]),
  );
  expect(keys('[role=group]')).toEqual(['card/a', 'card/b', 'card/c', 'card/d']);
});

test('a path is a button in the header of its stage, at its own place', () => {
  const path = painter.element('path/p');
  expect(path?.getAttribute('role')).toBe('button');
  expect(path?.parentElement).toBe(painter.element('stage/s1'));
  expect(path?.style.left).toBe('20px');
  expect(keys('[role=columnheader]')).toHaveLength(3);
});

test('a path takes the pointer along its line and over its label, and leaves the rest of its box to the stages', () => {
  const node = scene.node('path/p')!;
  const line = scene.node('trail/m')!.prims[0] as Prim;
  const label = scene.node('card/a')!.prims.find((prim) => prim.kind === 'text')!;
  const words = { ...label, origin: { x: 60, y: 1 } };
  scene.nodes.set('path/p', { ...node, prims: [line, words] });
  painter.setZoom(0.5);
  void painter.patched(scene, { changed: ['path/p'], moved: [], removed: [], fonts: [] });
  const path = painter.element('path/p')!;
  const shapes = [...path.querySelectorAll('.reach > *')];
  expect(shapes.map((shape) => shape.tagName)).toEqual(['path', 'rect']);
  const [along, over] = shapes;
  expect(along!.getAttribute('d')).toBe(path.querySelector('.drawing > path')!.getAttribute('d'));
  const { width } = label.lines[0]!;
  expect(['x', 'y', 'width'].map((name) => Number(over!.getAttribute(name)))).toEqual([51, 1, width + 18]);
  // As broad on the screen from afar.
  expect(path.closest<HTMLElement>('.scaled')?.style.getPropertyValue('--px')).toBe('2px');
  expect(path.querySelector('.reach')?.getAttribute('aria-hidden')).toBe('true');
});

test('how many more loops there are stays beside the labels when the stages are scrolled', async () => {
  const header = scene.node('stage/s1')!.parent!;
  const like = scene.node('path/p')!;
  scene.nodes.set('more-paths/m', {
    ...like,
    key: 'more-paths/m',
    parent: header,
    role: 'text',
    children: [],
  });
  const node = scene.node(header)!;
  scene.nodes.set(header, { ...node, children: [...node.children, 'more-paths/m'] });
  await painter.whole(scene);
  expect(painter.element('more-paths/m')?.closest('.scene-corner')).not.toBeNull();
  const found = await axe.run(painter.world, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((violation) => [violation.id, violation.nodes[0]?.html])).toEqual([]);
});

test('rows and columns are numbered, cards are named by what the Scene says of them', () => {
  expect(painter.element('cell/l3/s2')?.getAttribute('aria-colindex')).toBe('3');
  expect(painter.element('lane/l3')?.getAttribute('aria-rowindex')).toBe('4');
  expect(painter.element('card/d')?.getAttribute('aria-label')).toBe('Pain points: Waits too long');
  expect(painter.element('curve/l2')?.getAttribute('aria-hidden')).toBe('true');
  expect(painter.element('feeling/f')?.getAttribute('role')).toBe('slider');
});

test('axe finds nothing', async () => {
  const found = await axe.run(painter.world, { rules: { 'color-contrast': { enabled: false } } });
  expect(found.violations.map((violation) => [violation.id, violation.nodes[0]?.html])).toEqual([]);
});

test('a patch changes, adds and removes what it names and leaves the other elements alone', async () => {
  const kept = painter.element('card/d');
  const before = smallScene();
  const after = smallScene({
    l1: { s1: [{ id: 'b', text: 'Reads on and on' }, { id: 'e', text: 'New' }], s2: smallCards.l1!.s2! },
    l3: smallCards.l3!,
  }); // prettier-ignore
  const taken = scene.take(smallPatch(before, after))!;
  await painter.patched(scene, taken);
  expect(keys('[role=group]')).toEqual(['card/b', 'card/e', 'card/c', 'card/d']);
  expect(painter.element('card/b')?.textContent).toBe('Reads on and on');
  expect(painter.element('card/b')?.style.marginTop).toBe('9px');
  expect(painter.element('card/a')).toBeNull();
  expect(painter.element('card/d')).toBe(kept);
});

test('another text of a card costs nothing for the rest of the table', async () => {
  const read = vi.spyOn(painter.table, 'read');
  const numbered = vi.spyOn(painter.element('cell/l1/s1')!, 'setAttribute');
  const text = smallScene({ ...smallCards, l1: { ...smallCards.l1, s1: [{ id: 'a', text: 'Asks' }, { id: 'b', text: 'Reads on' }] } }); // prettier-ignore
  const taken = scene.take(smallPatch(smallScene(), text))!;
  expect(taken.changed).toEqual(['card/a']);
  await painter.patched(scene, taken);
  expect(painter.element('card/a')?.textContent).toBe('Asks');
  expect([read.mock.calls.length, numbered.mock.calls.length]).toEqual([0, 0]);
});

test("the map's head stays where it is when it changes: moving it would end the writing of a title", async () => {
  const moved = vi.spyOn(painter.world, 'prepend');
  const before = smallScene();
  const after = smallScene(smallCards, 2, 'Another title');
  const lens = after.nodes.find((node) => node.key === 'lens/m')!;
  lens.size = { w: lens.size.w, h: 44 };
  await painter.patched(scene, scene.take(smallPatch(before, after))!);
  expect(painter.element('title/m')?.textContent).toBe('Another title');
  expect(moved).not.toHaveBeenCalled();
});

test('the stages stay before the lanes when their header changes, and a text box in it keeps the focus', async () => {
  const header = scene.node('stage/s1')!.parent!;
  const area = document.createElement('textarea');
  painter.element(header)!.append(area);
  area.focus();
  const node = scene.node(header)!;
  scene.nodes.set(header, { ...node, size: { ...node.size, h: node.size.h + 20 } });
  await painter.patched(scene, { changed: [header], moved: [], removed: [], fonts: [] });
  expect(document.activeElement).toBe(area);
  const rows = painter.world.querySelectorAll('[role=row]');
  expect(keys('[role=columnheader]', rows[0])).toEqual(['stage/s1', 'stage/s2', 'stage/s3']);
});

test('patched and painted anew are the same document', async () => {
  const after = smallScene({ l1: { s3: [{ id: 'a', text: 'Finds us' }] } });
  await painter.patched(scene, scene.take(smallPatch(smallScene(), after))!);
  const patched = painter.world.outerHTML;
  const fresh = new Painter(new Faces());
  document.body.append(fresh.world);
  await fresh.whole(new HeldScene(after));
  fresh.look({ x: 0, y: 0, w: 1000, h: 800 });
  expect(patched).toBe(fresh.world.outerHTML);
  fresh.world.remove();
});

test('detail goes by zoom', () => {
  const detail = () => [...painter.world.classList].filter((name) => name.startsWith('detail'));
  for (const [zoom, expected] of [[1, []], [0.7, []], [0.69, ['detail-line']], [0.44, ['detail-bars']]] as const) {
    painter.setZoom(zoom);
    expect(detail(), String(zoom)).toEqual(expected);
  } // prettier-ignore
});

test('detail and stage names go by how large the map is seen, not by the zoom alone', () => {
  const detail = () => [...painter.world.classList].filter((name) => name.startsWith('detail'));
  painter.setZoom(0.5, 1.5);
  expect(detail()).toEqual([]);
  painter.setZoom(0.25, 2);
  expect(detail()).toEqual(['detail-line']);
  painter.setZoom(0.1, 2);
  const name = painter.element('stage/s1')?.querySelector<HTMLElement>('.kept');
  const enlarged = name!.style.transform;
  painter.setZoom(0.2, 1);
  expect(enlarged).not.toBe('');
  expect(name!.style.transform).toBe(enlarged);
});

test('stage names keep 11 real px from afar', () => {
  painter.setZoom(0.2);
  const name = painter.element('stage/s1')?.querySelector<HTMLElement>('.kept');
  expect(name?.style.transform).toBe(`scale(${11 / (15 * 0.2)})`);
});

test('from afar what is kept readable is hidden where it no longer fits on its sheet, or on the map', () => {
  const at = (left: number, right: number) => () => new DOMRect(left, 0, right - left, 20);
  const lines = (key: string) => painter.element(key)!.querySelectorAll<HTMLElement>('.kept > .line');
  painter.setZoom(0.2);
  painter.world.getBoundingClientRect = at(100, 300);
  painter.element('lane/l2')!.getBoundingClientRect = at(105, 295);
  const label = document.createElement('div');
  label.className = 'text kept';
  label.append(document.createElement('div'));
  painter.element('curve/l2')!.append(label);
  lines('stage/s1')[0]!.getBoundingClientRect = at(105, 150);
  lines('stage/s2')[0]!.getBoundingClientRect = at(160, 240);
  lines('stage/s3')[0]!.getBoundingClientRect = at(250, 310);
  const hidden = (right: number) => {
    label.firstElementChild!.getBoundingClientRect = () => new DOMRect(right - 40, 50, 40, 20);
    painter.setZoom(0.2);
    const kept = [...painter.world.querySelectorAll('.kept')];
    return kept.map((text) => text.classList.contains('covered'));
  };
  expect(hidden(290)).toEqual([false, false, true, false]);
  expect(hidden(298)).toEqual([false, false, true, true]);
  painter.setZoom(1);
  expect(painter.world.querySelector('.covered')).toBeNull();
});

test('cards that come from afar begin with their first line, and are told in full when the view comes near', async () => {
  const words =
    'Finds us in a list of others and asks a colleague who knows more about it than the list does';
  const told = new HeldScene(smallScene({ l1: { s1: [{ id: 'a', text: words }] } }));
  const node = told.node('card/a')!;
  const text = node.prims.find((prim) => prim.kind === 'text')!;
  const half = { ...text.lines[0]!, end: 20 };
  const next = { ...text.lines[0]!, start: 20, y: half.y + half.height };
  const prims = [...node.prims.filter((prim) => prim !== text), { ...text, lines: [half, next] }, text];
  told.nodes.set('card/a', { ...node, prims });
  painter.setZoom(0.5);
  await painter.whole(told);
  painter.look({ x: 0, y: 0, w: 1000, h: 800 });
  const card = painter.element('card/a')!;
  expect(card.textContent).toBe(words.slice(0, 20));
  painter.setZoom(1);
  expect(painter.element('card/a')).toBe(card);
  expect(card.textContent).toBe(words + words);
  painter.setZoom(0.5);
  expect(card.textContent).toBe(words + words);
});

test('cards far from the view are not in the document, and come back', async () => {
  painter.look({ x: 5000, y: 5000, w: 100, h: 100 });
  await vi.waitFor(() => expect(keys('[role=group]')).toEqual([]));
  expect(keys('.role-cell')).toHaveLength(9);
  painter.look({ x: 0, y: 0, w: 1000, h: 800 });
  expect(keys('[role=group]')).toEqual(['card/a', 'card/b', 'card/c', 'card/d']);
});

test('a box is grown by half of its edge, so that the edge is centred on the outline', () => {
  const style = painter.element('card/a')?.querySelector<HTMLElement>('.box')?.style;
  expect([style?.marginLeft, style?.width, style?.padding]).toEqual(['0px', '186px', '1px']);
});

test('an edge is an area around another, unless it can be seen through', () => {
  const card = painter.scene!.node('card/a')!;
  const styles = (color: string) => {
    const prim = { ...card.prims[0], fill: { solid: color } } as Prim;
    const box = paintPrims({ ...card, prims: [prim] }, painter.faces)[0] as HTMLElement;
    return [box.style.borderTopWidth, box.querySelector<HTMLElement>('.area')?.style.borderRadius];
  };
  expect(styles('#ffffff')).toEqual(['', '7px']);
  expect(styles('#ffffff80')).toEqual(['1px', undefined]);
});

test('a cell lies in the flow like its cards; one with a point of the curve is what that counts its place from', () => {
  const holds = (key: string) => painter.element(key)!.classList.contains('holding');
  expect([holds('cell/l1/s1'), holds('card/a')]).toEqual([false, false]);
  expect(holds(painter.scene!.node('feeling/f')!.parent!)).toBe(true);
});

test("the rings of a curve's point go by what it draws, for its label is nearer than its box reaches", async () => {
  const node = scene.node('feeling/f')!;
  const rings = () =>
    ['x', 'y', 'r'].map((name) => painter.element('feeling/f')!.style.getPropertyValue(`--disc-${name}`));
  const disc = (prim: Partial<RectPrim>) => {
    const rect = { x: 7.5, y: 8, w: 10, h: 10 };
    const prims = [{ kind: 'rect', rect, radius: 5, fill: null, stroke: null, ...prim } as Prim];
    scene.nodes.set('feeling/f', { ...node, prims });
    return painter.patched(scene, { changed: ['feeling/f'], moved: [], removed: [], fonts: [] });
  };
  const stroke = { paint: { solid: '#0b7385' }, width: 2.5, dash: [], cap: 'butt', join: 'miter' } as const;
  await disc({ stroke: { ...stroke, dash: [] } });
  expect(rings()).toEqual(['12.5px', '13px', '6.25px']);
  await disc({ rect: { x: 0, y: 0, w: 28, h: 28 } });
  expect(rings()).toEqual(['14px', '14px', '14px']);
});

test('a box between two px is drawn, since the engine would put it on one of them', () => {
  const card = painter.scene!.node('card/a')!;
  const disc: RectPrim & { kind: 'rect' } = {
    kind: 'rect', rect: { x: 3.25, y: 4, w: 10, h: 10 }, radius: 5, fill: { solid: '#0b7385' }, stroke: null,
  }; // prettier-ignore
  const tags = (prim: Prim) =>
    paintPrims({ ...card, prims: [prim] }, painter.faces).map(({ tagName }) => tagName);
  expect(tags(disc)).toEqual(['svg']);
  expect(tags({ ...disc, rect: { ...disc.rect, x: 3 } })).toEqual(['DIV']);
});

test('what is painted over text leaves the flow, whose boxes the engine paints first', () => {
  const card = painter.scene!.node('card/a')!;
  const [box, text] = card.prims;
  const raised = (...prims: Prim[]) =>
    paintPrims({ ...card, prims }, painter.faces).map(({ classList }) => classList.contains('raised'));
  expect(raised(box!, text!)).toEqual([false, false]);
  expect(raised(text!, box!, text!)).toEqual([false, true, true]);
});

test('parts that stick are in real px, what lies in them is scaled', () => {
  painter.setZoom(2);
  expect(painter.element('lane/l1')?.style.top).toBe(`${(155 - 83) * 2}px`);
  expect(painter.element('label/l1')?.style.width).toBe('300px');
  expect(painter.element('card/a')?.style.marginTop).toBe('9px');
});

test('another Scene replaces the one before as a whole', async () => {
  await painter.whole(new HeldScene(smallScene({}, 2)));
  painter.look({ x: 0, y: 0, w: 1000, h: 800 });
  expect(keys('[role=group]')).toEqual([]);
  expect(painter.element('sheet/insight/m')?.isConnected).toBe(true);
  expect(keys('[role=columnheader]')).toHaveLength(3);
});
