// What Rust tells of the map that is open: which one, how safe it is, and what an edit did to it.

import type { Id, Patch, Point, RecordId, Table, Touched } from './types';

/** Where a change stands between this window and the file. */
export interface SaveState {
  /**
   * `saved`: everything is in the file · `saving`: it is being written · `kept`: safe on this computer, not in the
   * file (or there is no file yet) · `two_copies`: the file changed elsewhere, ours goes on beside it.
   */
  state: 'saved' | 'saving' | 'kept' | 'two_copies';
  /** The state in one sentence, for the top bar's popover: "Everything you see is in the file." */
  sentence: string;
  /** Why, where there is more to say: "The folder cannot be written to." */
  detail: string | null;
  /** How many changes are not in the file. */
  waiting: number;
  /** Since when: an RFC 3339 time; the page shows it in local time. */
  since: string;
}

/** How much a map holds. */
export interface Counts {
  stages: number;
  lanes: number;
  cards: number;
}

/** One of the maps of a file. */
export interface MapEntry {
  id: Id;
  title: string;
  /** What it is called beside the others: by its title, or by its state where several have the same one. */
  name: string;
}

/** The map that is open in this window. */
export interface OpenMap {
  /** The file's name with its extension; for a draft, what it is called until it has a file. */
  file_name: string;
  /** The map's title. */
  title: string;
  /** The map that is shown. */
  map: Id;
  /** All maps of the file, in their order. */
  maps: MapEntry[];
  /** Why nothing can be changed; null where everything can. */
  read_only: string | null;
  save: SaveState;
  /** What Undo would take back, in words; null where there is nothing. */
  undo: string | null;
  /** What Redo would bring back, in words; null where there is nothing. */
  redo: string | null;
  counts: Counts;
  /** Where the camera was when this file was last open; null or absent where nobody knows. */
  place?: CameraPlace | null;
}

/** Where the camera is on a map. Rust keeps it and does not look into it. */
export interface CameraPlace {
  zoom: number;
  layout: 'fit' | 'natural';
  fitting: boolean;
  scroll: Point;
  /** How the map is looked at; absent in places of an older program. */
  view?: ViewName;
  /** Whether the outline shows lanes without cards. */
  empty_lanes?: boolean;
}

/** A way of looking at a map. */
export type ViewName = 'canvas' | 'outline';

/** What an edit did. */
export interface Done {
  /** Null where another map is shown now: its whole Scene is to be asked for. */
  patch: Patch | null;
  /** The map that is shown now. */
  map: Id;
  /** All maps of the file, where it was about one of them; null where they are as they were. */
  maps: MapEntry[] | null;
  /** The edit in words: "Add a card". */
  label: string;
  undo: string | null;
  redo: string | null;
  counts: Counts;
  /** The records that it added or changed, in its order; for undo, those to scroll to. */
  touched: RecordId[];
  /** What of the outline is to be asked for anew. */
  stale: Touched;
  /** What it removed with all that hung on it, counted by table. */
  removed: { table: Table; count: number }[];
  /** How many cards lie over fewer stages than before, because a stage went out of them. */
  shortened: number;
  /** What to say aloud, finished; null where the page knows better. */
  announce: string | null;
}
