// Mistakes of the page in the log: their kind and way, never their words.
import { expect, test } from 'vitest';
import { tellMistakes, withoutWords } from './mistakes';

test('a mistake is told without its words', () => {
  const thrown = new TypeError('no card "Marie waits"\n at somewhere:1:2');
  const { kind, way } = withoutWords(thrown);
  expect(kind).toBe('TypeError');
  expect(way).toContain('mistakes.test.ts');
  expect(way).not.toContain('Marie');
  expect(withoutWords('Marie waits')).toEqual({ kind: 'string', way: '' });
});

test('mistakes that nobody caught are told, but not without end', () => {
  const told: unknown[] = [];
  tellMistakes({ pageFailed: (of) => Promise.resolve(void told.push(of)) });
  for (let at = 0; at < 30; at += 1)
    window.dispatchEvent(Object.assign(new Event('error'), { error: new RangeError(`card ${at}`) }));
  expect(told).toHaveLength(20);
  expect(told[0]).toMatchObject({ kind: 'RangeError' });
  expect(JSON.stringify(told)).not.toContain('card 0');
});
