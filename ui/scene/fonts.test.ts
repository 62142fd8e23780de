// The faces of a Scene: what text is set in is there before it is painted, and nothing else holds the painting up.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FontFace as SceneFace, Node, TextStyle } from '../shell/types';
import { Faces } from './fonts';
import { smallScene } from './small';

const face = (name: string, family: string, weight = 400, italic = false): SceneFace => ({
  name,
  family,
  weight,
  italic,
  bundled: true,
  index: 0,
});
const listed = [
  face('a', 'Inter'),
  face('b', 'Inter', 600),
  face('c', 'Inter', 400, true),
  face('d', 'Inter Display', 600),
  face('e', 'Twemoji'),
];

/** What was asked for, and how to let it arrive. */
let asked: string[];
let arrive: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const fetched = async (name: string) => {
    asked.push(name);
    await arrived;
  };
  vi.stubGlobal(
    'FontFace',
    class {
      constructor(private readonly family: string) {}
      load = () => fetched(this.family).then(() => this);
    },
  );
  Object.defineProperty(document, 'fonts', {
    configurable: true,
    value: { load: fetched, add: (one: { family: string }) => asked.push(`${one.family} is in`) },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  Reflect.deleteProperty(document, 'fonts');
});

/** A node with a text of a style, one of whose lines the shaper set in these other faces. */
function node(style: Partial<TextStyle>, fallbacks: number[] = []): Node {
  for (const one of smallScene().nodes) {
    const prim = one.prims.find((prim) => prim.kind === 'text');
    if (prim?.kind !== 'text') continue;
    const [span] = prim.spans;
    const line = { ...prim.lines[0]!, fallbacks: fallbacks.map((font) => ({ start: 0, end: 1, font })) };
    const spans = [{ ...span!, style: { ...span!.style, ...style } }];
    return { ...one, prims: [{ ...prim, spans, lines: [line] }] };
  }
  throw new Error('the small Scene has no text');
}

test('painting waits for the faces that text is set in, and the rest follows', async () => {
  const faces = new Faces();
  faces.replace(listed);
  const waiting = faces.need([node({ weight: 400 }), node({ weight: 600 })]);
  expect(asked).toEqual(['400 1em "Inter"', '600 1em "Inter"']);
  arrive();
  await waiting;
  expect(faces.need([node({ weight: 600 })])).toBeNull();
  await vi.runAllTimersAsync();
  expect(asked.slice(2)).toEqual([
    'italic 400 1em "Inter"',
    '600 1em "Inter Display"',
    'scene-e',
    'scene-e is in',
  ]);
});

test('what is typed waits for a face that is on its way, which comes once', async () => {
  const faces = new Faces();
  faces.replace(listed);
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toContain('scene-e');
  const before = asked.length;
  let there = false;
  const waiting = faces.need([node({}, [4])])?.then(() => (there = true));
  await vi.advanceTimersByTimeAsync(0);
  expect([there, asked.length]).toEqual([false, before]);
  arrive();
  await waiting;
  expect(asked.slice(before)).toEqual(['scene-e is in']);
});

test('a style names the page’s own family first, then the faces for what that lacks', () => {
  const faces = new Faces();
  faces.replace(listed);
  expect(faces.families({ ...styleOf(node({})), family: 'inter_display' })).toBe(
    '"Inter Display", "scene-e", sans-serif',
  );
});

function styleOf({ prims }: Node): TextStyle {
  const prim = prims[0]!;
  if (prim.kind !== 'text') throw new Error('no text');
  return prim.spans[0]!.style;
}
