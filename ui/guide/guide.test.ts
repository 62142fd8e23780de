// The guide: every chapter can be shown, no link or picture leads nowhere, and its list of keys is that of the program.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { everyKey } from '../panels/overlays/keylist';
import { capsOf, locale } from '../words';
import { wordsOf, type Block, type Inline } from './chapter';
import { readGuide, type GuideLanguage } from './reading';

const root = join(import.meta.dirname, '../../docs/guide');
const languages = ['en', 'de'] as const satisfies GuideLanguage[];

afterEach(() => locale.follow('en', ''));

/** The chapters of a language. */
const chapters = (language: GuideLanguage) => readGuide(root, language).flatMap((part) => part.chapters);

/** All blocks, also those in lists and quotes. */
const within = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return [block, ...within(block.items.flat())];
    return block.kind === 'quote' ? [block, ...within(block.of)] : [block];
  });

/** All links of a line. */
const linksOf = (of: readonly Inline[]): { chapter: string; heading: string | null }[] =>
  of.flatMap((one) => {
    if (typeof one === 'string' || one.kind === 'code') return [];
    return [...(one.kind === 'chapter' ? [one] : []), ...linksOf(one.of)];
  });

/** All lines of a block. */
function linesOf(block: Block): Inline[][] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.of];
  return block.kind === 'table' ? [block.head, ...block.rows].flat() : [];
}

test.each(languages)(
  'every chapter is listed once, and its links lead to chapters and headings, %s',
  (language) => {
    const all = chapters(language);
    const files = readdirSync(root).filter((name) => name.endsWith('.md') && name !== 'README.md');
    expect(all.map(({ id }) => `${id}.md`).sort()).toEqual(files.sort());
    for (const { id, blocks } of all) {
      for (const link of within(blocks).flatMap(linesOf).flatMap(linksOf)) {
        const to = all.find((one) => one.id === (link.chapter || id));
        expect(to, `${id} → ${link.chapter}`).toBeDefined();
        const headings = within(to!.blocks).flatMap((block) => (block.kind === 'heading' ? [block.id] : []));
        if (link.heading !== null) expect(headings, `${id} → ${link.chapter}`).toContain(link.heading);
      }
      for (const block of within(blocks)) {
        if (block.kind === 'picture') expect(block.alt, `${id}: what a picture shows`).not.toBe('');
        expect(wordsOf(block), `${id}: a block with words`).not.toBe('');
      }
    }
  },
);

test('a chapter that nobody has translated is read in English', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  mkdirSync(join(folder, 'de'));
  writeFileSync(join(folder, 'README.md'), '## Show\n\n- [Slides](slides.md)\n');
  writeFileSync(join(folder, 'slides.md'), '# Slides\n');
  writeFileSync(join(folder, 'de/README.md'), '## Zeigen\n\n- [Folien](slides.md)\n');
  const read = readGuide(folder, 'de');
  rmSync(folder, { recursive: true });
  const chapters = [{ id: 'slides', title: 'Slides', language: 'en', blocks: [] }];
  expect(read).toEqual([{ title: 'Zeigen', chapters }]);
});

test('every picture is shown in a chapter, and none is large', () => {
  const shown = languages
    .flatMap(chapters)
    .flatMap(({ blocks }) =>
      within(blocks).flatMap((block) => (block.kind === 'picture' ? [block.src] : [])),
    );
  const folders = [root, join(root, 'de')].filter(existsSync);
  const pictures = folders.flatMap((folder) =>
    readdirSync(folder).filter((name) => name.endsWith('.png')).map((name) => join(folder, name)),
  ); // prettier-ignore
  expect(pictures.filter((picture) => !shown.includes(picture))).toEqual([]);
  for (const picture of shown) expect(readFileSync(picture).length, picture).toBeLessThan(400_000);
});

/** What stands around the list of keys. */
const around = {
  en: {
    title: 'All keys',
    intro:
      'Written from the program’s own list, which **F1** or **?** shows and searches. On a Mac, Ctrl is Cmd. Single letters act\non a card, a stage or a gap that has the focus, never while you write.',
    head: ['Keys', 'What they do'],
    or: 'or',
    more: 'While you write: [Typing](typing.md). While you present: [Presenting](presenting.md). On the curve:\n[The window and the map](canvas.md#the-curve).',
  },
  de: {
    title: 'Alle Tasten',
    intro:
      'Geschrieben aus der Liste des Programms selbst, die **F1** oder **?** zeigt und durchsucht. Auf einem Mac ist Strg die\nBefehlstaste. Einzelne Buchstaben wirken auf die Karte, Phase oder Lücke mit dem Fokus, nie beim Schreiben.',
    head: ['Tasten', 'Was sie tun'],
    or: 'oder',
    more: 'Beim Schreiben: [Schreiben](typing.md). Beim Präsentieren: [Präsentieren](presenting.md). Auf der Kurve:\n[Fenster und Map](canvas.md#die-kurve).',
  },
};

/** The chapter of all keys. */
function keysChapter(language: GuideLanguage): string {
  const { title, intro, head, or, more } = around[language];
  const pressed = (keys: string) => `**${capsOf(keys).split(' ').join('+')}**`;
  const parts = everyKey().map((group) => {
    const rows = group.lines.map(({ name, keys }) => {
      // Two commands by the same keys, each for what has the focus, are one to the hand.
      const ways = new Set(keys.map((one) => [...one].sort().map(pressed).join(` ${or} `)));
      return `| ${[...ways].join(', ')} | ${name} |`;
    });
    return [`## ${group.title}`, '', `| ${head.join(' | ')} |`, '|---|---|', ...rows, ''].join('\n');
  });
  return [`# ${title}`, '', intro, '', ...parts, more, ''].join('\n');
}

test.each(languages)('the list of keys is that of the program, %s', (language) => {
  locale.follow(language, '');
  const file = join(root, language === 'en' ? '' : language, 'keys.md');
  const chapter = keysChapter(language);
  if (process.env.UPDATE) writeFileSync(file, chapter);
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  expect(committed, `UPDATE=1 npx vitest run guide, in ${dirname(file)}`).toBe(chapter);
});
