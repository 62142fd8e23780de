// What can be chosen for an export, by view.
import type {
  ExportFormat,
  ExportView,
  Paper,
  PaperSize,
  Remedy,
  ShownPage,
  SlidePart,
  Wish,
} from '../../shell/showing';

/** The formats that are words. */
export const textFormats: readonly ExportFormat[] = ['md', 'mmd', 'json'];

/** The formats of pages that hold several maps; texts always do. */
export const holdSeveral: readonly ExportFormat[] = ['pdf', 'pptx'];

/** The formats of each view; its first one is what a person begins with. */
export const formats: Record<ExportView, readonly ExportFormat[]> = {
  canvas: ['pdf', 'png', 'svg', ...textFormats],
  slides: ['pptx', 'pdf', 'png', 'svg'],
  poster: ['pdf', 'png', 'svg'],
};

/** The papers, as they are listed. */
export const papers: readonly Paper[] = ['a4', 'a3', 'a2', 'a1', 'a0', 'letter', 'tabloid'];

/** The papers that offices have, which a poster is cut to. */
export const tiles: readonly Paper[] = ['a4', 'a3', 'letter', 'tabloid'];

/** How a paper is chosen: by its name, as large as the map, or by a size that is typed. */
export function paperChoice(wish: Wish): Paper | 'map' | 'other' {
  const named = papers.find((paper) => paper === wish.paper);
  if (named) return named;
  if (wish.paper) return 'other';
  return wish.view === 'poster' ? 'a3' : 'map';
}

/** A size of paper as it is typed. */
export function sizeText({ w_mm, h_mm }: PaperSize): string {
  return `${Math.round(w_mm)} x ${Math.round(h_mm)} mm`;
}

/** What a remedy changes. */
export function remedied(wish: Wish, remedy: Remedy): Partial<Wish> {
  if ('paper' in remedy) {
    const { name, paper } = remedy.paper;
    const named = papers.find((one) => one === name.toLowerCase());
    return { paper: named ?? sizeText(paper), upright: paper.h_mm > paper.w_mm };
  }
  if ('tiles' in remedy) {
    const choice = paperChoice(wish);
    return { paper: sizeText(remedy.tiles.poster), tile: tiles.find((tile) => tile === choice) ?? 'a4' };
  }
  return { include: { ...wish.include, without_lanes: remedy.hide_lanes.lanes } };
}

/** How fine a picture of a poster can be, in dots per inch. */
export const fineness = [150, 300];

/** How sharp a picture of the canvas can be. */
export const scales = [1, 2, 3, 4];

/** How wide a picture of a slide can be. */
export const slideWidths = [1280, 1920, 2560, 3840];

/** The parts of a deck, in their order. */
export const parts: readonly SlidePart[] = ['overview', 'stages', 'gaps', 'plan'];

/** Whether a wish leads to several files in a folder. */
export function isFolder(wish: Wish, pages: number): boolean {
  return ['png', 'svg'].includes(wish.format) && wish.only === null && pages > 1;
}

/** The numbers of the first and the last page of each run of pages of a part: of several maps each has its own. */
export function runsOf(pages: readonly ShownPage[], part: SlidePart): [number, number][] {
  const runs: [number, number][] = [];
  pages.forEach((page, at) => {
    if (page.part !== part) return;
    const run = runs.at(-1);
    if (run && run[1] === at) run[1] = at + 1;
    else runs.push([at + 1, at + 1]);
  });
  return runs;
}
