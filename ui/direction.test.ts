// The page is ready for languages that are read from right to left: its styles name the start and the end of a line.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Where places are those of the map, in px from its left edge. */
const ofTheMap = ['scene', 'canvas', 'panels/Handles.svelte'];

function styles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    if (entry.isDirectory()) return styles(path);
    return /\.(svelte|css)$/.test(entry.name) ? [path] : [];
  });
}

/** Declarations that name a side of the screen; what stands in the middle has none. */
function sided(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const property =
    /(?<![\w-])((?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-\w+)?\s*:(?!:)[^;{]*;/g;
  const value = /(?<![\w-])(?:text-align|float|clear|justify-\w+)\s*:\s*(?:left|right)\b/g;
  const corner = /border-(?:top|bottom)-(?:left|right)-radius/g;
  const four = /(?<![\w-])(?:padding|margin):\s*\S+ (\S+) \S+ (?!\1;)[^\s;]+;/g;
  return [property, value, corner, four]
    .flatMap((sought) => [...plain.matchAll(sought)].map(([found]) => found))
    .filter((found) => !/^left:\s*50%;/.test(found));
}

test('a style that names a side is found', () => {
  const css =
    'a { margin-left: 2px; left: 4px; float: right; padding: 0 1px 0 2px; } b { padding: 0 1px 0 1px; }';
  expect(sided(css)).toHaveLength(4);
  expect(sided('a { margin-inline-start: 2px; left: 50%; inset-inline-end: 0; }')).toEqual([]);
});

test('styles outside of the map name start and end, not left and right', () => {
  const root = import.meta.dirname;
  const found = styles(root)
    .filter((path) => !ofTheMap.some((own) => relative(root, path).startsWith(own)))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const css = path.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
      return sided(css).map((one) => `${relative(root, path)}: ${one}`);
    });
  expect(found).toEqual([]);
});
