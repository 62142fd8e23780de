// Reads docs/guide when the page is built: Markdown into blocks. Nothing of it is HTML, and none gets through.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lexer, type Token, type Tokens } from 'marked';
import { plain, type Block, type Chapter, type Inline, type Part } from './chapter.ts';

/** The languages that the guide may be in. */
export type GuideLanguage = Chapter['language'];

/** The folder of a language's chapters. */
const folderOf = (root: string, language: GuideLanguage) => (language === 'en' ? root : join(root, language));

/** As GitHub names headings. */
const idOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');

/** Where a link leads: a chapter, outside, or nowhere that the window has. */
function linked(href: string, of: Inline[]): Inline[] {
  if (/^(https?|mailto):/.test(href)) return [{ kind: 'outside', link: href, of }];
  const found = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(href);
  if (!found) return of;
  return [{ kind: 'chapter', chapter: found[1] ?? '', heading: found[2] ?? null, of }];
}

function inline(tokens: readonly Token[] | undefined, where: string): Inline[] {
  return (tokens ?? []).flatMap((token): Inline[] => {
    switch (token.type) {
      case 'text':
      case 'escape':
        return 'tokens' in token && token.tokens ? inline(token.tokens, where) : [String(token.text)];
      case 'strong':
      case 'em':
        return [{ kind: token.type, of: inline(token.tokens, where) }];
      case 'codespan':
        return [{ kind: 'code', text: String(token.text) }];
      case 'link':
        return linked(String(token.href), inline(token.tokens, where));
      case 'br':
        return [' '];
      default:
        throw new Error(`${where}: the window cannot show ${token.type}: ${token.raw}`);
    }
  });
}

/** A paragraph that is one picture. */
function picture(token: Tokens.Paragraph | Tokens.Text, folder: string): Block | null {
  const [only, ...more] = token.tokens ?? [];
  if (only?.type !== 'image' || more.length > 0) return null;
  const image = only as Tokens.Image;
  const src = join(folder, image.href);
  // The window that takes the pictures is built before there are any; a test tells of one that is missing.
  const head = existsSync(src) ? readFileSync(src) : null;
  // A PNG says its size at once, so that the text below does not move when the picture comes.
  const [width, height] = [head?.readUInt32BE(16) ?? 0, head?.readUInt32BE(20) ?? 0];
  return { kind: 'picture', src, alt: image.text, width, height };
}

function blocks(tokens: readonly Token[], folder: string, where: string): Block[] {
  return tokens.flatMap((token): Block[] => {
    switch (token.type) {
      case 'space':
        return [];
      case 'heading': {
        const of = inline(token.tokens, where);
        return [{ kind: 'heading', level: Number(token.depth), id: idOf(plain(of)), of }];
      }
      case 'paragraph':
      case 'text': {
        const text = token as Tokens.Paragraph;
        const shown = picture(text, folder);
        return [shown ?? { kind: 'paragraph', of: inline(text.tokens, where) }];
      }
      case 'list': {
        const list = token as Tokens.List;
        const items = list.items.map((item) => blocks(item.tokens, folder, where));
        return [{ kind: 'list', ordered: list.ordered, items }];
      }
      case 'table': {
        const table = token as Tokens.Table;
        const cells = (row: Tokens.TableCell[]) => row.map((cell) => inline(cell.tokens, where));
        return [{ kind: 'table', head: cells(table.header), rows: table.rows.map(cells) }];
      }
      case 'code':
        return [{ kind: 'code', text: String(token.text) }];
      case 'blockquote':
        return [{ kind: 'quote', of: blocks(token.tokens ?? [], folder, where) }];
      default:
        throw new Error(`${where}: the window cannot show ${token.type}: ${token.raw}`);
    }
  });
}

/** Reads a chapter, in English where the language lacks it. */
function chapter(root: string, id: string, language: GuideLanguage): Chapter {
  const own = join(folderOf(root, language), `${id}.md`);
  const spoken = existsSync(own) ? language : 'en';
  const folder = folderOf(root, spoken);
  const [first, ...rest] = blocks(lexer(readFileSync(join(folder, `${id}.md`), 'utf8')), folder, id);
  if (first?.kind !== 'heading' || first.level !== 1)
    throw new Error(`${id}: a chapter begins with its title`);
  return { id, title: plain(first.of), language: spoken, blocks: rest };
}

/** The ids of all links in a list. */
const linksIn = (block: Block): string[] =>
  block.kind !== 'list'
    ? []
    : block.items.flat().flatMap((item) => {
        const of = item.kind === 'paragraph' ? item.of : [];
        return of.flatMap((one) => (typeof one === 'object' && one.kind === 'chapter' ? [one.chapter] : []));
      });

/** Reads the guide of a language: its README names the parts and their chapters. */
export function readGuide(root: string, language: GuideLanguage): Part[] {
  const readme = join(folderOf(root, language), 'README.md');
  const parts: Part[] = [];
  for (const block of blocks(lexer(readFileSync(readme, 'utf8')), root, 'README')) {
    if (block.kind === 'heading' && block.level === 2) parts.push({ title: plain(block.of), chapters: [] });
    parts.at(-1)?.chapters.push(...linksIn(block).map((id) => chapter(root, id, language)));
  }
  return parts;
}
