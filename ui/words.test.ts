// The page's sentences: each is said somewhere, none stands in a component, and times read as people say them.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { afterEach, expect, test } from 'vitest';
import { readDay, shownDay } from './panels/inspector/days';
import { readNumber, shownNumber } from './panels/inspector/numbers';
import type { SaveState } from './shell/shell';
import { capsOf, clockAndDay, list, locale, moment, number, words } from './words';
import { german } from './words/de';
import { english } from './words/en';

afterEach(() => locale.follow('en', ''));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist', 'words.ts', 'words'].includes(entry.name) || entry.name.endsWith('.test.ts'))
      return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : /\.(svelte|ts)$/.test(entry.name) ? [path] : [];
  });
}

const sources = files(import.meta.dirname).map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** Where every sentence stands: "bar.zoom", "export.part.gaps"; lists count as one. */
function places(of: object, above: string[] = []): string[][] {
  return Object.entries(of).flatMap(([name, said]) =>
    typeof said === 'object' && !Array.isArray(said)
      ? places(said as object, [...above, name])
      : [[...above, name]],
  );
}

/** A sentence by its place. */
function saidAt(of: object, place: readonly string[]): unknown {
  return place.reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], of);
}

test('every sentence is said somewhere', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const unsaid = places(english).filter((place) => {
    const [group, first, ...deeper] = place;
    // The caps of keys and the times are said by words.ts itself.
    if (group === 'times' || group === 'keyCaps') return false;
    // Said by its name, by its name in a part of the words, or picked by a variable.
    const picked = new RegExp(`words\\.${group}(\\[|;|\\))`).test(all);
    if (!picked && !new RegExp(`(words\\.${group}|\\b${group})\\.${first}\\b`).test(all)) return true;
    // What lies deeper is said by its own name, or its part is taken whole.
    let part = first!;
    for (const name of deeper) {
      const said = new RegExp(`\\b${part}(\\.${name}\\b|\\[|[),;}])`).test(all);
      if (!said) return true;
      part = name;
    }
    return false;
  });
  expect(unsaid.map((place) => place.join('.'))).toEqual([]);
});

test('every language has the same sentences, and as long lists', () => {
  const of = (language: object) =>
    places(language)
      .map((place) => place.join('.'))
      .sort();
  expect(of(german)).toEqual(of(english));
  for (const place of places(english)) {
    const [ours, theirs] = [saidAt(english, place), saidAt(german, place)];
    expect(typeof theirs, place.join('.')).toBe(typeof ours);
    if (Array.isArray(ours)) expect(theirs, place.join('.')).toHaveLength(ours.length);
    else if (typeof theirs === 'string') expect(theirs.trim(), place.join('.')).not.toBe('');
  }
});

test('the highest severity is called the same in menus and on slides', () => {
  for (const [tag, sentences] of Object.entries({ en: english, de: german })) {
    const slides = readFileSync(
      join(import.meta.dirname, '..', 'crates', 'journey', 'src', 'words', tag, 'slides.rs'),
      'utf8',
    );
    const severe = /"slide\.severe", "([^"]+)"/.exec(slides)?.[1];
    expect(sentences.bar.severities.at(-1)?.toLowerCase(), tag).toBe(severe);
  }
});

test('German is German: few sentences are as in English, and none has English marks', () => {
  const same = places(english).filter((place) => {
    const said = saidAt(english, place);
    return typeof said === 'string' && /\p{L}{3}/u.test(said) && said === saidAt(german, place);
  });
  // Words that both languages have: Format, Zoom, Team, PDF …
  expect(same.length).toBeLessThan(70);
  for (const place of places(german)) {
    const said = saidAt(german, place);
    // Three dots stand after a space in German, and quotation marks open below.
    if (typeof said === 'string') expect(said, place.join('.')).not.toMatch(/\p{L}…|“\p{L}|\bSie\b|\bIhr/u);
  }
});

/** Where a script holds a sentence in its hand that it took while it was loaded, before the language was known. */
function heldEarly(script: string): string[] {
  const source = ts.createSourceFile('held.ts', script, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  // Groups that were taken out of the words: `const { bar, menu } = words`.
  const groups = new Set(['words']);
  for (const [, names] of script.matchAll(/const \{([^}]*)\} = words;/g))
    for (const name of names!.split(',')) groups.add(name.trim());
  const look = (node: ts.Node, later: boolean): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const reacts = ts.isCallExpression(node) && /^\$(derived|effect)/.test(node.expression.getText(source));
    // A group of words, `words.menu`, follows the language; a sentence does not.
    const deep =
      ts.isPropertyAccessExpression(node) &&
      (ts.isPropertyAccessExpression(node.expression)
        ? node.expression.expression.getText(source) === 'words'
        : node.expression.getText(source) !== 'words' && groups.has(node.expression.getText(source)));
    if (deep && !later) found.push(node.getText(source));
    ts.forEachChild(node, (child) => look(child, later || reacts || ts.isFunctionLike(node)));
  };
  look(source, false);
  return found;
}

test('no sentence is taken before the language is known', () => {
  expect(heldEarly('const held = words.bar.zoom; const late = () => words.bar.zoom;')).toEqual([
    'words.bar.zoom',
  ]);
  expect(heldEarly('const { bar } = words; const held = [bar.zoom];')).toEqual(['bar.zoom']);
  for (const { path, text } of sources) {
    const scripts = path.endsWith('.svelte')
      ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((found) => found[1]!)
      : [text];
    expect(scripts.flatMap(heldEarly), relative(import.meta.dirname, path)).toEqual([]);
  }
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

test.each([
  [at(2026, 10, 21, 14, 2), 'Heute, 14:02', '14:02, heute'],
  [at(2026, 10, 20, 23, 59), 'Gestern', '23:59, gestern'],
  [at(2026, 10, 14, 9, 5), '14. November', '9:05, 14. November'],
  [at(2025, 0, 2, 9, 5), '2. Januar 2025', '9:05, 2. Januar 2025'],
  ['irgendwann', 'irgendwann', ''],
])('%s is %s in German', (when, said, withClock) => {
  locale.follow('de', '');
  expect([moment(when, now), clockAndDay(when, now)]).toEqual([said, withClock]);
});

test('numbers, percent, lists and caps of keys are those of the language', () => {
  const said = () => [number(-1234.5), words.bar.percent(1.25), list(['a', 'b', 'c']), capsOf('Ctrl Del')];
  expect(said()).toEqual(['\u22121,234.5', '125 %', 'a, b and c', 'Ctrl Del']);
  locale.follow('de', '');
  expect(said()).toEqual(['\u22121.234,5', '125 %', 'a, b und c', 'Strg Entf']);
  expect(words.removed.with(words.removed.one('stage', 1, 'Test'), [words.removed.count('card', 1)])).toBe(
    'Phase „Test“ gelöscht, dazu eine Karte',
  );
});

test('zero has no sign', () => {
  expect([0, -0, -0.001, -0.01].map((value) => number(value))).toEqual(['0', '0', '0', '\u22120.01']);
});

test('a day and a number are typed as the language writes them, and read in either way', () => {
  const typed = () => [shownDay('2026-11-21'), shownDay('2026-12'), shownNumber(-1234.5)];
  expect(typed()).toEqual(['2026-11-21', '2026-12', '\u22121234.5']);
  locale.follow('de', '');
  expect(typed()).toEqual(['21.11.2026', '2026-12', '\u22121234,5']);
  for (const day of ['2026-11-21', '21.11.2026']) expect(readDay(day)).toBe('2026-11-21');
  for (const number of ['1234.5', '1234,5']) expect(readNumber(number)).toBe(1234.5);
});

test.each([
  ['system', 'de-DE', 'de-DE', 'de'],
  ['system', 'de_CH', 'de-CH', 'de'],
  ['system', 'fr-FR', 'en-GB', 'en'],
  ['system', 'C', 'en-GB', 'en'],
  ['system', '', 'en-GB', 'en'],
  ['de', 'en-US', 'de', 'de'],
  ['de', 'de-AT', 'de-AT', 'de'],
  ['en', 'en-US', 'en-US', 'en'],
  ['en', 'de-DE', 'en-GB', 'en'],
] as const)('%s on a computer in %s is %s', (chosen, computer, tag, language) => {
  locale.follow(chosen, computer);
  expect([locale.tag, locale.language, locale.direction]).toEqual([tag, language, 'ltr']);
});

test('a save state without a time is said without one', () => {
  const save: SaveState = { state: 'saved', sentence: '', detail: null, waiting: 0, since: '' };
  expect(words.save.state(save, true)).toBe('Saved');
});
