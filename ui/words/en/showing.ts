// What the page says where a map is exported, printed and presented.

import type { ExportFormat, ExportView, Legible, Paper, Remedy, SlidePart } from '../../shell/showing';
import { many, number } from '../locale.svelte';

/** What a paper is called. */
const papers: Record<Paper | 'map' | 'other', string> = {
  map: 'As large as the map',
  a4: 'A4',
  a3: 'A3',
  a2: 'A2',
  a1: 'A1',
  a0: 'A0',
  letter: 'Letter',
  tabloid: 'Tabloid',
  other: 'Other size…',
};

/** A number of points as people say it: "5.6", "12". */
const points = (size: number) => number(size, 1);

/** Bytes as people say them: "420 kB", "1.2 MB". */
function bytes(count: number): string {
  if (count < 1000) return many(count, 'byte', 'bytes');
  if (count < 1_000_000) return `${number(count / 1000, 0)} kB`;
  return `${number(count / 1_000_000, 1)} MB`;
}

/** The sentences of exporting, printing and presenting. */
export const showing = {
  export: {
    button: 'Export',
    title: 'Export and print',
    close: 'Close',
    views: { canvas: 'Canvas', slides: 'Slides', poster: 'Poster' } satisfies Record<ExportView, string>,
    view: 'View',
    format: 'Format',
    text: 'Text',
    textFormat: 'Kind of text',
    formats: {
      pdf: 'PDF',
      png: 'PNG',
      svg: 'SVG',
      pptx: 'PPTX',
      md: 'Markdown',
      mmd: 'Mermaid',
      json: 'JSON',
    } satisfies Record<ExportFormat, string>,
    /** What a format is good for, above the preview. */
    about: {
      pdf: 'Text can be searched and read aloud',
      png: 'A picture for slides and mail',
      svg: 'A drawing that stays sharp',
      pptx: 'Text, shapes and curve stay editable',
      md: 'An outline to read and to edit',
      mmd: 'A journey diagram as text',
      json: 'Everything, to come back in unchanged',
    } satisfies Record<ExportFormat, string>,
    paper: 'Paper',
    papers,
    direction: 'Direction',
    lying: 'Landscape',
    upright: 'Portrait',
    distance: 'Read from',
    desk: 'A desk',
    projector: 'A projector',
    colours: 'Colours',
    light: 'Light',
    dark: 'Dark',
    sharpness: 'Sharpness',
    times: (scale: number) => `${scale}×`,
    width: 'Size in pixels',
    pixels: (w: number, h: number) => `${Math.round(w)} × ${Math.round(h)}`,
    headline: 'Headline',
    parts: 'Slides',
    part: {
      cover: 'Cover',
      overview: 'Overview',
      stages: 'Stages',
      gaps: 'Gaps',
      plan: 'Action plan',
    } satisfies Record<SlidePart, string>,
    notes: 'Notes for the speaker',
    lettering: 'Text',
    asText: 'Stays text',
    asOutlines: 'As outlines',
    maps: 'Maps',
    thisMap: 'Only this one',
    allMaps: (count: number) => `All ${count}`,
    pages: 'Pages',
    all: 'All',
    onlyThis: 'Only this one',
    /** "2 to 8" */
    range: (first: number, last: number) => (first === last ? String(first) : `${first} to ${last}`),
    list: 'Pages',
    preview: 'Preview',
    page: (view: ExportView, at: number, of: number) =>
      `${view === 'slides' ? 'Slide' : 'Sheet'} ${at} of ${of}`,
    previous: 'Previous page',
    next: 'Next page',
    /** The paper and what is printed of it. */
    sheet: (name: string | null, w: number, h: number) =>
      [name && `${name} ${h > w ? 'portrait' : 'landscape'}`, `${Math.round(w)} × ${Math.round(h)} mm`]
        .filter(Boolean)
        .join(', '),
    own: (w: number, h: number) => `As large as the map, ${Math.round(w)} × ${Math.round(h)} mm`,
    slide: '16:9, 13.333 × 7.5 in',
    printed: (w: number, h: number) => `Printed area ${Math.round(w)} × ${Math.round(h)} mm`,
    beginning: 'The beginning of the text',
    /** What a person should know of the smallest text: a headline, and what follows from it. */
    legible: (of: Legible, view: ExportView, paper: string | null): [string, string] => {
      const head = `Smallest text is ${points(of.smallest)} pt.`;
      if (view === 'slides') return [head, of.floor > 12 ? slidesFar : slidesNear];
      const where = paper === null ? 'at this size' : `on ${paper}`;
      if (!of.small) return [head, `Easy to read ${where}.`];
      // What helps with a poster is worked out, and said, by Rust.
      const helps = of.sentence?.slice(of.sentence.indexOf('. ') + 2);
      const [remedy] = of.remedies;
      const other =
        remedy && 'paper' in remedy ? `Choose ${remedy.paper.name}.` : 'Make a poster of it, or hide lanes.';
      return [head, `Too small to read ${where}. ${helps ?? other}`];
    },
    remedy: (remedy: Remedy): string => {
      if ('paper' in remedy) return `Use ${remedy.paper.name}`;
      if ('tiles' in remedy) return `Print ${many(remedy.tiles.count, 'tile', 'tiles')}`;
      return `Hide ${many(remedy.hide_lanes.lanes.length, 'lane', 'lanes')}`;
    },
    size: 'Width × height',
    sizeHint: '300 x 200 mm, or 36 x 24 in',
    sheets: 'Sheets',
    one: 'One',
    tiles: 'Tiles',
    zones: 'One per zone',
    tile: 'Cut to',
    on: 'On the sheets',
    header: 'Map header',
    lanes: 'All lanes',
    lanesOf: (shown: number, all: number) => `${shown} of ${all}`,
    key: 'Key at the foot',
    gaps: 'Gaps',
    plan: 'Action plan',
    sheetAt: (at: number) => `sheet ${at}`,
    blank: 'Blank for the wall',
    noCards: 'no cards',
    dpi: (dots: number) => `${dots} dpi`,
    /** "10 slides, about 380 kB" */
    amount: (view: ExportView, pages: number, size: number | null) =>
      [
        pages === 0
          ? ''
          : many(pages, view === 'slides' ? 'slide' : 'sheet', view === 'slides' ? 'slides' : 'sheets'),
        size === null ? '' : `about ${bytes(size)}`,
      ]
        .filter(Boolean)
        .join(', '),
    folder: 'a folder of pictures',
    go: (format: string) => `Export ${format}`,
    print: 'Print',
    into: 'Into a deck…',
    printing: 'Sent to the printer.',
    drawing: (view: ExportView, at: number, of: number) =>
      of < 2 ? 'Writing the file' : `Drawing ${view === 'slides' ? 'slide' : 'sheet'} ${at} of ${of}`,
    left: (seconds: number) => `about ${many(Math.max(1, Math.round(seconds)), 'second', 'seconds')} left`,
    cancel: 'Cancel',
    nothing: 'No slide is left. Choose what goes on the slides.',
    done: (file: string, folder: string) => `Exported ${file} to ${folder}.`,
    show: 'Show in folder',
    repeat: 'Repeat the last export',
    copyPicture: 'Copy the selection as a picture',
    copyWhole: 'Copy the map as a picture',
    copied: (w: number, h: number) => `Copied as a picture of ${w} × ${h} pixels.`,
  },

  present: {
    present: 'Present',
    begin: 'Present from the start',
    here: 'Present from this stage',
    title: (map: string) => `Presentation: ${map}`,
    roledescription: 'slide',
    slide: (at: number, of: number, title: string) => `Slide ${at} of ${of}. ${title}`,
    cover: (title: string) => `Cover. ${title}`,
    onCover: 'Cover',
    of: (at: number, of: number) => `${at} of ${of}`,
    progress: 'Slides',
    controls: 'Presentation',
    previous: 'Previous slide',
    next: 'Next slide',
    timer: 'Time',
    zoom: 'Zoom to the pointer',
    room: 'Room',
    roomLine: 'Room: larger words and stronger lines, for who sits far away',
    end: 'End',
    ended: 'The presentation has ended.',
    blanked: 'The screen is blank.',
    /** "06:40" */
    elapsed: (ms: number) => {
      const seconds = Math.floor(ms / 1000);
      const two = (number: number) => String(number).padStart(2, '0');
      const hours = Math.floor(seconds / 3600);
      const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
      return hours > 0 ? `${hours}:${clock}` : clock;
    },
  },
};

const slidesNear = 'Easy to read at a desk. From a projector it is 18 pt, and fewer cards fit.';
const slidesFar = 'Easy to read from a projector. At a desk it is 12 pt, and more cards fit.';
