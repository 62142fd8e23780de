// A Scene takes patches that follow on it, and no others.
import { expect, test } from 'vitest';
import type { Node, Patch, WholeScene } from '../shell/types';
import { HeldScene, idsOf, kindOf } from './scene';

function node(key: string, parent: string | null, x: number, y: number, children: string[] = []): Node {
  return {
    key, parent, children, origin: { x, y }, size: { w: 10, h: 10 }, layer: "sheet", role: "group", record: null,
    text: "", alt: "", language: null, link: null, notes: "", prims: [],
  }; // prettier-ignore
}

function whole(): WholeScene {
  return {
    revision: 4, size: { w: 100, h: 100 }, background: "#ffffff", title: "Map", language: "en", root: "map/m",
    nodes: [node("map/m", null, 0, 0, ["lane/l"]), node("lane/l", "map/m", 5, 20, ["card/a", "card/b"]),
      node("card/a", "lane/l", 1, 2), node("card/b", "lane/l", 1, 14)],
    fonts: [], images: [], notices: [],
  }; // prettier-ignore
}

const patch = (over: Partial<Patch>): Patch => ({
  revision: 5, changed: [], moved: [], removed: [], size: { w: 100, h: 90 }, title: "Map", fonts: [], images: [],
  notices: [], ...over,
}); // prettier-ignore

test('changed, moved and removed nodes are taken over', () => {
  const scene = new HeldScene(whole());
  const taken = scene.take(
    patch({
      removed: ['card/a'],
      moved: [['card/b', { x: 1, y: 2 }]],
      changed: [node('lane/l', 'map/m', 5, 20, ['card/b'])],
    }),
  );
  expect(taken?.removed.map((gone) => gone.key)).toEqual(['card/a']);
  expect(scene.place('card/b')).toEqual({ x: 6, y: 22, w: 10, h: 10 });
  expect(scene.at('card/b', 'lane/l')).toEqual({ x: 1, y: 2 });
  expect(scene.place('card/a')).toBeNull();
  expect(scene.revision).toBe(5);
  expect(scene.size.h).toBe(90);
});

test('a patch that does not follow changes nothing', () => {
  const scene = new HeldScene(whole());
  expect(scene.take(patch({ revision: 6, removed: ['card/a'] }))).toBeNull();
  expect(scene.revision).toBe(4);
  expect(scene.place('card/a')).not.toBeNull();
});

test('keys tell kind and ids', () => {
  expect(kindOf('cell/l/s')).toBe('cell');
  expect(idsOf('cell/l/s')).toEqual(['l', 's']);
});
