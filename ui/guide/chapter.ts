// The guide as the window shows it: chapters of blocks, read from docs/guide when the page is built.

/** Words in a line: plain, or set off in some way. */
export type Inline =
  | string
  | { kind: 'strong'; of: Inline[] }
  | { kind: 'em'; of: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'chapter'; chapter: string; heading: string | null; of: Inline[] }
  | { kind: 'outside'; link: string; of: Inline[] };

/** A part of a chapter. */
export type Block =
  | { kind: 'heading'; level: number; id: string; of: Inline[] }
  | { kind: 'paragraph'; of: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; of: Block[] }
  | { kind: 'picture'; src: string; alt: string; width: number; height: number };

/** A chapter. */
export interface Chapter {
  /** The name of its file without the ending. */
  id: string;
  title: string;
  /** The language that it is written in: English where nobody has translated it. */
  language: 'en' | 'de';
  blocks: Block[];
}

/** Chapters that belong together. */
export interface Part {
  title: string;
  chapters: Chapter[];
}

/** Words without their look. */
export function plain(of: readonly Inline[]): string {
  return of.map((one) => (typeof one === 'string' ? one : 'of' in one ? plain(one.of) : one.text)).join('');
}

/** All words of a block. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return plain(block.of);
    case 'list':
      return block.items.flat().map(wordsOf).join(' ');
    case 'table':
      return [block.head, ...block.rows].flat().map(plain).join(' ');
    case 'code':
      return block.text;
    case 'quote':
      return block.of.map(wordsOf).join(' ');
    case 'picture':
      return block.alt;
  }
}
