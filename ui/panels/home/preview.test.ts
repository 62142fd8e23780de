// The drawing on a template's card stays between its nodes and says the stages in words.
import { expect, test } from 'vitest';
import { words } from '../../words';
import { german } from '../../words/de';
import { card as frame, dots, line, revisit } from './preview';

test('nodes fill the width, also a single one; heights beyond the scale stay inside', () => {
  const nodes = dots([0, 3, -3], frame);
  expect(nodes.map((node) => node.x)).toEqual([frame.left, (frame.left + frame.right) / 2, frame.right]);
  expect(nodes.map((node) => node.y)).toEqual([
    frame.middle,
    frame.middle - frame.reach,
    frame.middle + frame.reach,
  ]);
  expect(dots([0.5], frame)).toHaveLength(1);
  expect(line(dots([0.5], frame))).toMatch(/^M[\d.]+ [\d.]+$/);
});

test('the line never leaves the height between two neighbours', () => {
  const nodes = dots([0, 0.65, 0.28, -0.9, 0.48, -0.32, 0.95], frame);
  const curves = [...line(nodes).matchAll(/C([^C]+)/g)].map((found) => found[1]!.split(' ').map(Number));
  expect(curves).toHaveLength(nodes.length - 1);
  curves.forEach((numbers, at) => {
    const [low, high] = [nodes[at]!.y, nodes[at + 1]!.y].sort((one, other) => one - other);
    // Both handles between the ends keep a cubic between them.
    for (const y of [numbers[1]!, numbers[3]!]) {
      expect(y).toBeGreaterThanOrEqual(low! - 1e-9);
      expect(y).toBeLessThanOrEqual(high! + 1e-9);
    }
  });
});

test('a revisit ends in an arrow at the node that is gone back to', () => {
  const [from, to] = [
    { x: 242, y: 20 },
    { x: 86, y: 20 },
  ];
  const path = revisit(from, to);
  expect(path.startsWith(`M${from.x} `)).toBe(true);
  expect(path).toContain(`L${to.x} `);
  expect(path).not.toContain('NaN');
});

test('in English only the first stage keeps its capital; in German each name stands for itself', () => {
  expect(words.home.stages(['Awareness', 'Post-purchase', 'QBR meeting', 'Reaches out on LinkedIn'])).toBe(
    'Awareness, post-purchase, QBR meeting, reaches out on LinkedIn',
  );
  expect(german.home.stages(['Kauf', 'Nach dem Kauf'])).toBe('Kauf\u00a0· Nach dem Kauf');
});
