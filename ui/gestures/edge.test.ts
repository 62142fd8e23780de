// Scrolling near an edge: still in the middle, fastest at the edge, slow where the zone begins.
import { expect, test } from 'vitest';
import { edgeSpeed } from './edge';

const box = { x: 100, y: 50, w: 800, h: 600 };

test('speed grows with the square of the depth, both ways at once', () => {
  expect(edgeSpeed({ x: 500, y: 300 }, box)).toEqual({ x: 0, y: 0 });
  expect(edgeSpeed({ x: 900, y: 650 }, box)).toEqual({ x: 900, y: 900 });
  expect(edgeSpeed({ x: 100 + 28, y: 300 }, box)).toEqual({ x: -225, y: 0 });
  expect(edgeSpeed({ x: 900 + 300, y: 50 - 300 }, box)).toEqual({ x: 900, y: -900 });
});
