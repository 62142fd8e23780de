// Holds the page's set-up to what the window and a fresh machine need.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const here = import.meta.dirname;

function sources(folder = here): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : /\.(svelte|html)$/.test(entry.name) ? [path] : [];
  });
}

test('the lock file names no registry', () => {
  expect(readFileSync(join(here, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved"/);
});

test('the HTML has no inline style or script, which would make the policy drop style attributes', () => {
  const html = readFileSync(join(here, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)/);
});

test('no HTML5 drag and drop, which is broken in WebKitGTK', () => {
  for (const file of sources())
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/draggable=|ondrop=|ondragstart=/);
});
