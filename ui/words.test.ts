// The page's sentences: each is said somewhere, none stands in a component, and times read as people say them.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SaveState } from './shell/shell';
import { clockAndDay, moment, words } from './words';

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'words.ts', 'words'].includes(entry.name) || entry.name.endsWith('.test.ts'))
      return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.(svelte|ts)$/.test(entry.name) ? [path] : [];
  });
}

const sources = files(import.meta.dirname).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

test('every sentence is said somewhere', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const unsaid: string[] = [];
  for (const [group, sentences] of Object.entries(words))
    for (const name of Object.keys(sentences)) {
      // Said by its name, by its name in a part of the words, or picked by a variable.
      const picked = new RegExp(`words\\.${group}\\[`).test(all);
      const parts = new RegExp(`(words\\.${group}|\\b${group})\\.${name}\\b`).test(all);
      if (!picked && !parts) unsaid.push(`${group}.${name}`);
    }
  expect(unsaid).toEqual([]);
});

test('no component says a sentence of its own', () => {
  for (const { path, text } of sources.filter(({ path }) => path.endsWith('.svelte'))) {
    const markup = text
      .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')
      .replace(/\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g, '')
      .replace(/=>/g, '');
    const between = [...markup.matchAll(/>([^<]+)</g)].map((found) => found[1]!.trim());
    expect(
      between.filter((said) => /\p{L}{2}/u.test(said)),
      path,
    ).toEqual([]);
    expect(markup, path).not.toMatch(/\s(?:aria-label|title|placeholder)="[^"{]*\p{L}/u);
  }
});

const now = new Date(2026, 10, 21, 15, 0);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

test.each([
  [at(2026, 10, 21, 14, 2), 'Today, 14.02', '14.02, today'],
  [at(2026, 10, 20, 23, 59), 'Yesterday', '23.59, yesterday'],
  [at(2026, 10, 14, 9, 5), '14 November', '9.05, 14 November'],
  [at(2025, 0, 2, 9, 5), '2 January 2025', '9.05, 2 January 2025'],
  ['some time', 'some time', ''],
])('%s is %s', (when, said, withClock) => {
  expect([moment(when, now), clockAndDay(when, now)]).toEqual([said, withClock]);
});

test('a save state without a time is said without one', () => {
  const save: SaveState = { state: 'saved', sentence: '', detail: null, waiting: 0, since: '' };
  expect(words.save.state(save)).toBe('Saved');
});
