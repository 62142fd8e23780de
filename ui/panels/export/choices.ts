// What can be chosen for an export, by view.
import type { ExportFormat, ExportView, Paper, ShownPage, SlidePart, Wish } from '../../shell/showing';

/** The formats that are words. */
export const textFormats: readonly ExportFormat[] = ['md', 'mmd', 'json'];

/** The formats of each view; its first one is what a person begins with. */
export const formats: Record<ExportView, readonly ExportFormat[]> = {
  canvas: ['pdf', 'png', 'svg', ...textFormats],
  slides: ['pptx', 'pdf', 'png', 'svg'],
};

/** The papers, as they are listed. */
export const papers: readonly Paper[] = ['map', 'a4', 'a3', 'a2', 'a1', 'a0', 'letter', 'tabloid'];

/** How sharp a picture of the canvas can be. */
export const scales = [1, 2, 3, 4];

/** How wide a picture of a slide can be. */
export const slideWidths = [1280, 1920, 2560, 3840];

/** The parts of a deck, in their order. */
export const parts: readonly SlidePart[] = ['overview', 'stages', 'gaps', 'plan'];

/** Whether a wish leads to several files in a folder. */
export function isFolder(wish: Wish): boolean {
  return wish.view === 'slides' && ['png', 'svg'].includes(wish.format) && wish.only === null;
}

/** The numbers of the first and the last page of a part; null where it has none. */
export function rangeOf(pages: readonly ShownPage[], part: SlidePart): [number, number] | null {
  const first = pages.findIndex((page) => page.part === part);
  const last = pages.findLastIndex((page) => page.part === part);
  return first < 0 ? null : [first + 1, last + 1];
}
