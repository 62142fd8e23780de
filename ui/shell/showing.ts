// What the page and Rust say to each other about exports: wishes, pages and what came of them.
import type { ThemeName } from './shell';
import type { Id } from './types';

/** Which view of a map leaves. */
export type ExportView = 'canvas' | 'slides' | 'poster';

/** The formats that a map can leave as. */
export type ExportFormat = 'pdf' | 'png' | 'svg' | 'pptx' | 'json' | 'md' | 'mmd';

/** The papers that have a name. */
export type Paper = 'a4' | 'a3' | 'a2' | 'a1' | 'a0' | 'letter' | 'tabloid';

/** A size of paper, in mm. */
export interface PaperSize {
  w_mm: number;
  h_mm: number;
}

/** What is on the sheets of a canvas or a poster. */
export interface Include {
  /** The map's header: title, people, scenario, goal. */
  header: boolean;
  /** The key at a poster's foot. */
  key: boolean;
  /** The cards; without them, stages and lanes are left for paper notes. */
  cards: boolean;
  /** Lanes that are left out. */
  without_lanes: Id[];
  /** A sheet with the gaps behind the poster. */
  gaps: boolean;
  /** A sheet with the action plan behind the poster. */
  plan: boolean;
}

/** What a slide is about. */
export type SlidePart = 'cover' | 'overview' | 'stages' | 'gaps' | 'plan';

/** All that a person chose for an export; the settings keep it. */
export interface Wish {
  view: ExportView;
  format: ExportFormat;
  theme: ThemeName;
  /** A paper by its name, a size such as `300x200mm`, or empty: a canvas as large as its map, a poster of A3. */
  paper: string;
  upright: boolean;
  /** The paper that a poster is cut to; empty for none. */
  tile: string;
  /** Whether a poster has a sheet for each zone. */
  zones_apart: boolean;
  include: Include;
  /** Pixels of a picture of the canvas for each unit. */
  scale: number;
  /** Dots per inch of a picture of a poster. */
  dpi: number;
  distance: 'desk' | 'projector';
  /** The width of a picture of a slide, in pixels. */
  slide_width: number;
  /** The parts of a deck that stay away. */
  without: SlidePart[];
  /** Whether a cover stands before the slides, as a presentation has it. */
  cover: boolean;
  /** Whether a deck holds what the speaker says. */
  notes: boolean;
  /** Whether an SVG has the shapes of its letters instead of text. */
  outlines: boolean;
  /** Whether all maps of the file leave, where the format holds several. */
  all_maps: boolean;
  /** The one page that leaves, counted from 0; null for all. */
  only: number | null;
}

/** What somebody begins with who has exported nothing yet. */
export const firstWish: Wish = {
  view: 'canvas',
  format: 'pdf',
  theme: 'light',
  paper: '',
  upright: false,
  tile: '',
  zones_apart: false,
  include: { header: true, key: true, cards: true, without_lanes: [], gaps: false, plan: false },
  scale: 2,
  dpi: 300,
  distance: 'desk',
  slide_width: 1920,
  without: [],
  cover: false,
  notes: true,
  outlines: false,
  all_maps: false,
  only: null,
};

/** A page of an export; its picture is at `pageAddress`. */
export interface ShownPage {
  title: string;
  /** What it is about; null for what is no slide. */
  part: SlidePart | null;
  /** The paper in mm; null for a picture that has none. */
  paper: { w: number; h: number } | null;
  /** What people call the paper; null for a size without a name. */
  paper_name: string | null;
  /** The drawing in its own units. */
  size: { w: number; h: number };
  /** Where the drawing lies on the page: left, top, width and height in parts of its sides. */
  art: [number, number, number, number];
  background: string;
  /** What it says, in reading order. */
  words: string[];
  /** The stage that it is about; null where it is about more. */
  stage: Id | null;
}

/** What makes small text larger. */
export type Remedy =
  | { paper: { name: string; paper: PaperSize } }
  | { tiles: { count: number; poster: PaperSize } }
  | { hide_lanes: { lanes: Id[] } };

/** How small the text of an export gets. */
export interface Legible {
  /** The smallest text, in points. */
  smallest: number;
  /** What it should not be below. */
  floor: number;
  /** Whether it is. */
  small: boolean;
  /** Of small text: what it is and what helps, in words; null where the page says that itself. */
  sentence: string | null;
  /** What helps, the simplest first. */
  remedies: Remedy[];
}

/** What stands above a deck's overview. */
export interface Headline {
  /** What somebody wrote; empty for nothing. */
  own: string;
  /** What stands there while nobody wrote anything. */
  generated: string;
}

/** What a wish comes to. */
export interface Shown {
  /** Stands for the pages. */
  token: number;
  pages: ShownPage[];
  /** Null where nobody can say. */
  legible: Legible | null;
  /** The beginning of a text; null for what has pages. */
  text: string | null;
  /** The file or the folder as it will be called unless a person says otherwise. */
  file_name: string;
  /** The headline of a deck's overview; null for what has none. */
  headline: Headline | null;
}

/** How far an export is. */
export interface Progress {
  /** The page that is being drawn, counted from 0. */
  page: number;
  of: number;
}

/** What an export came to. */
export interface Exported {
  /** The name of the file or the folder that was written. */
  file_name: string;
  /** The name of the folder that it lies in. */
  folder: string;
  /** What the format could not hold, a sentence each. */
  warnings: string[];
}

/** Where the picture of a page is asked for, so many pixels wide. */
export function pageAddress(token: number, page: number, width: number): string {
  return `page://localhost/${token}/${page}/${Math.round(width)}`;
}
