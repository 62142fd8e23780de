// Text: offsets are bytes, and a line is cut where style or face changes.
import { expect, test } from 'vitest';
import type { TextPrim, TextStyle } from '../shell/types';
import { Faces } from './fonts';
import { byBytes, paintText, pieces } from './text';

const style: TextStyle = {
  family: 'inter', weight: 400, italic: false, size: 13, line_height: 18, letter_spacing: 0, tabular: false,
  color: '#000000',
}; // prettier-ignore

function prim(text: string, over: Partial<TextPrim> = {}): TextPrim {
  const end = new TextEncoder().encode(text).length;
  return {
    text, spans: [{ start: 0, end, style }], origin: { x: 0, y: 0 }, width: 100, align: 'start', rtl: false,
    lines: [{ start: 0, end, hyphen: false, x: 0, y: 0, width: 50, height: 18, baseline: 13, fallbacks: [] }],
    ...over,
  }; // prettier-ignore
}

test('bytes cut where Rust says, whatever the characters', () => {
  const text = 'aé€😀z';
  const cut = byBytes(text);
  expect([cut(0, 1), cut(1, 3), cut(3, 6), cut(6, 10), cut(10, 11)]).toEqual(['a', 'é', '€', '😀', 'z']);
});

test('a line is cut at spans and at faces that the shaper fell back to', () => {
  const bold = { ...style, weight: 600 };
  const text = prim('Marie 😀 said', {
    spans: [
      { start: 0, end: 5, style: bold },
      { start: 5, end: 15, style },
    ],
  });
  text.lines[0]!.fallbacks = [{ start: 6, end: 10, font: 0 }];
  expect(pieces(text, text.lines[0]!).map((piece) => [piece.start, piece.end, piece.style.weight, piece.fallback])).toEqual([
    [0, 5, 600, undefined], [5, 6, 400, undefined], [6, 10, 400, 0], [10, 15, 400, undefined],
  ]); // prettier-ignore
});

test('a broken word shows its hyphen, and a block in one style has no spans', () => {
  const text = prim('Donaudampf');
  text.lines[0]!.hyphen = true;
  const block = paintText(text, new Faces());
  expect(block.textContent).toBe('Donaudampf‐');
  expect(block.querySelector('span')).toBeNull();
});

test('letter-spacing switches ligatures off, figures of equal width are asked for', () => {
  const css = new Faces().css({ ...style, letter_spacing: -0.3, tabular: true });
  for (const feature of ['"cv11" 1', '"ss03" 1', '"calt" 0', '"liga" 0', '"clig" 0', '"tnum" 1'])
    expect(css).toContain(feature);
  expect(new Faces().css(style)).not.toContain('liga');
});
