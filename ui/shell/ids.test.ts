// New ids: of the seventh version, different from one another, rising.
import { expect, test } from 'vitest';
import { newId } from './ids';

test('ten thousand ids are different, rising and UUIDs of version 7', () => {
  const ids = Array.from({ length: 10_000 }, newId);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
});

test('an id tells the time that it was made', () => {
  const before = Date.now();
  const time = parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
  // Ten thousand ids in one millisecond push the next ones a little ahead.
  expect(time).toBeGreaterThanOrEqual(before);
});
