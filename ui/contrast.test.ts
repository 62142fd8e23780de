// With strong contrast, light and dark: every colour of words on every ground that the page's styles give them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What WCAG 2 asks of small words. */
const least = 4.5;
/** Colours that words have where a rule does not say which. */
const ofWords = ['ink', 'ink2', 'ink3'];
/** Shapes without words in them, by file: what they stand for is told beside them. */
const wordless: Readonly<Record<string, readonly string[]>> = {
  'canvas/canvas.css': ['.drop-line', '.edge-line', '.handle.loop::after'],
  'scene/scene.css': [
    '.stuck-left .scene-label::after, .stuck-left .scene-corner::after',
    '.node.flash::before',
  ],
  'controls/menu.css': ['.menu-line'],
  // Its hook is seen only on ink.
  'controls/Check.svelte': ['.box', 'input:checked + .box'],
  'controls/Switch.svelte': [
    'button',
    "[aria-checked='true']",
    ":global([data-theme='dark']) [aria-checked='false']",
    ":global([data-theme='dark']) [aria-checked='false'] span",
    ":global([data-contrast='strong']) [aria-checked='false'] span",
  ],
  'outline/Chips.svelte': ['.bars i', '.bars i.full'],
  'outline/Line.svelte': ['.bullet'],
  'outline/StageList.svelte': ['[aria-current] .node', 'li::after'],
  'panels/Handles.svelte': ['.line'],
  'panels/export/ExportFoot.svelte': ['.bar div'],
  'panels/frame/MapTabs.svelte': ['.line'],
  'panels/frame/SaveStatus.svelte': ['.saved', '.two_copies'],
  'panels/present/PresentBar.svelte': ['li', '.done', '.now'],
};

const styles = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|css)$/.test(path) && !/^(node_modules|dist)\b|tokens\.css$/.test(path))
  .map((path) => {
    const text = readFileSync(path, 'utf8');
    const css = path.endsWith('.css') ? text : (/<style>([^]*)<\/style>/.exec(text)?.[1] ?? '');
    return { path: path.replaceAll('\\', '/'), css: css.replaceAll(/\/\*[^]*?\*\//g, '') };
  });

interface Rule {
  path: string;
  selector: string;
  body: string;
}
/** Every innermost rule. */
const rules: Rule[] = styles.flatMap(({ path, css }) =>
  [...css.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    path,
    selector: selector!.trim().replaceAll(/\s+/g, ' '),
    body: body!,
  })),
);

/** The tokens of a look, laid over each other as the styles do; what is made of others is followed. */
function tokens(...selectors: string[]): Map<string, string> {
  const all =
    readFileSync(join('styles', 'tokens.css'), 'utf8') + readFileSync(join('styles', 'base.css'), 'utf8');
  const found = new Map<string, string>();
  for (const [, selector, body] of all.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{([^{}]*)\}/g)) {
    const names = selector!
      .replaceAll('"', "'")
      .split(',')
      .map((name) => name.trim());
    if (!names.some((name) => selectors.includes(name))) continue;
    for (const [, name, value] of body!.matchAll(/--([\w-]+):\s*([^;]+);/g)) found.set(name!, value!.trim());
  }
  return found;
}
const strong = "[data-contrast='strong']";
const looks = {
  light: tokens(':root', "[data-theme='light']", strong),
  dark: tokens(
    ':root',
    "[data-theme='light']",
    "[data-theme='dark']",
    strong,
    `[data-theme='dark']${strong}`,
  ),
};

/** The red, green and blue of a token; null for what is no whole colour. */
function colour(look: Map<string, string>, name: string): number[] | null {
  const value = look.get(name) ?? '';
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
  if (other !== undefined) return colour(look, other);
  const hex = /^#([0-9a-f]{6})$/.exec(value)?.[1];
  return hex === undefined ? null : [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

function contrast(one: number[], other: number[]): number {
  const luminance = (rgb: number[]) => {
    const [r, g, b] = rgb.map((byte) => {
      const value = byte / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

const colourIn = (body: string) => /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
const groundIn = (body: string) => /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1];

test.each(['light', 'dark'] as const)('%s: words can be read on each ground that a rule lays', (theme) => {
  const look = looks[theme];
  const wrong: string[] = [];
  for (const { path, selector, body } of rules) {
    const ground = groundIn(body);
    if (ground === undefined || wordless[path]?.includes(selector)) continue;
    const own = colourIn(body);
    for (const words of own === undefined ? ofWords : [own]) {
      const [above, below] = [colour(look, words), colour(look, ground)];
      if (!above || !below) continue;
      const reached = contrast(above, below);
      if (reached < least) wrong.push(`${path} ${selector}: ${words} on ${ground} ${reached.toFixed(2)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  '%s: every colour of words can be read on the grounds of the page',
  (theme) => {
    const look = looks[theme];
    const used = new Set(rules.map(({ body }) => colourIn(body)).filter((name) => name !== undefined));
    const onOthers = ['on-ink', 'on-person', 'gap-ink', 'sheet'];
    const wrong: string[] = [];
    for (const words of used)
      for (const ground of ['sheet', 'paper', 'sunken', 'neutral-soft', 'fill', 'fill2']) {
        const [above, below] = [colour(look, words), colour(look, ground)];
        if (onOthers.includes(words) || !above) continue;
        expect(below, ground).not.toBeNull();
        const reached = contrast(above, below!);
        if (reached < least) wrong.push(`${words} on ${ground} ${reached.toFixed(2)}`);
      }
    expect(wrong).toEqual([]);
  },
);

test('what is named as without words is there', () => {
  for (const [path, selectors] of Object.entries(wordless))
    for (const selector of selectors)
      expect(
        rules.some((rule) => rule.path === path && rule.selector === selector),
        `${path} ${selector}`,
      ).toBe(true);
});
