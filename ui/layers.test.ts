// What lies over what, as the styles say it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The height in the pile that a file gives to what a rule names. */
function heightOf(path: string, selector: string): number {
  const [, body] = readFileSync(path, 'utf8').split(new RegExp(`\\n\\s*${selector} \\{`));
  return Number(/z-index: (\d+)/.exec(body?.split('}')[0] ?? '')?.[1]);
}

test('what somebody opened to choose from lies over what is told, which lies over dialogs; hints over all', () => {
  const pile = [
    heightOf('controls/Dialog.svelte', '\\.dialog'),
    heightOf('panels/Toasts.svelte', 'section'),
    heightOf('styles/base.css', '\\.floating'),
    heightOf('controls/Hint.svelte', '\\.hint-place'),
  ];
  expect(pile).not.toContain(NaN);
  expect(pile).toEqual([...new Set(pile)].sort((a, b) => a - b));
});

test('of what is only drawn, the disc of a gap on a curve is met by the pointer', () => {
  const css = readFileSync('scene/scene.css', 'utf8');
  const [drawn, disc] = ['.node.role-decoration {', ".node[data-key^='gapdisc/'] {"].map((rule) =>
    css.indexOf(rule),
  );
  expect(drawn).toBeGreaterThan(0);
  // Both say as much: the later one holds.
  expect(disc).toBeGreaterThan(drawn!);
  expect(css.slice(disc).split('}')[0]).toContain('pointer-events: auto');
});
