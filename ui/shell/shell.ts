// Every question the page asks of Rust, as one interface: `real.ts` asks the window, `fake.ts` answers by itself.
//
// The Tauri command of a method has its name in snake_case and takes the method's one argument, field by field.
// Whatever fails rejects with a `Problem`. Nothing here names a path: dialogs are opened by Rust, files are tokens.

import type {
  Candidate,
  Choice,
  Edit,
  FilterChoices,
  Found,
  Id,
  Inspection,
  NodeKey,
  Outline,
  OutlinePart,
  Patch,
  Query,
  RecordId,
  ShownPerson,
  Table,
  Want,
  WholeScene,
} from './types';
import type { Language } from '../words/locale.svelte';
import type { HomeLists } from './home';
import type { CameraPlace, Done, OpenMap, SaveState } from './open';
import type { Exported, Progress, Shown, Wish } from './showing';

export type { DraftEntry, HomeLists, RecentEntry, TemplateEntry } from './home';
export type { CameraPlace, Counts, Done, MapEntry, OpenMap, SaveState, ViewName } from './open';

/** The two looks of a map. */
export type ThemeName = 'light' | 'dark';

/** What a person set for the whole program. Rust keeps it and fills in what an older file lacks. */
export interface Settings {
  /** The look; `system` follows the desktop. */
  theme: 'system' | ThemeName;
  /** The language of the window; `system` follows the computer. */
  language: 'system' | Language;
  /** How large everything in the window is, as a factor from 1 to 2. */
  ui_scale: number;
  /** Lines and borders in ink, no soft fills. */
  strong_contrast: boolean;
  /** How much moves by itself: as the desktop has it, nothing that slides or tilts, or nothing at all. */
  motion: 'system' | 'calm' | 'none';
  /** Whether a long card shows 8 lines only. */
  short_cards: boolean;
  /** What the wheel does over the map; with Ctrl it does the other. */
  wheel: 'scroll' | 'zoom';
  /** Whether single letters act on a focused card. */
  single_letter_keys: boolean;
  /** Whether words that no dictionary has are underlined while they are typed. */
  spelling: boolean;
  /** The commands that were chosen last from the list of commands, newest first. */
  recent_commands: string[];
  /** How often the keys that the bottom bar hints at were used; the hints go after 20. */
  hint_uses: number;
  /** Whether the inspector is open. */
  inspector: boolean;
  /** What was chosen for the last export. */
  showing: Wish;
}

/** Why something was refused or went wrong. Thrown by every method, and never as an `Error`. */
export interface Problem {
  /** Stable, for code: `store.folder_gone`. */
  code: string;
  /** What happened, for people: one sentence. */
  sentence: string;
  /** What to do about it: one sentence, or empty. */
  next_step: string;
}

/** What this window starts with. */
export interface Start {
  settings: Settings;
  /** The map of the command line or of the last double click; null for Home. */
  open: OpenMap | null;
  /** Whether that map was just made, so that its title waits to be typed. */
  unnamed?: boolean;
  /** The computer's own language, with its region (BCP 47). */
  language: string;
  /** The program's own version. */
  version: string;
}

/** What came about before the page listened. */
export interface Meanwhile {
  /** What there was to tell: why a file could not be opened. */
  notices: Told[];
  /** The open map; a second start of the program may have brought it. */
  open: OpenMap | null;
}

/** A state of the map that has a name. */
export interface VersionEntry {
  id: Id;
  name: string;
  /** When it was named: an RFC 3339 time. */
  when: string;
  /** How many changes were made since; null where this file does not hold what the map was then. */
  since: number | null;
}

/** Where a card is written that may not be on the map yet: below a card of the cell, or below the last one for null. */
export interface CardRoom {
  card: Id;
  lane: Id;
  stage: Id;
  below: Id | null;
  /** How much is kept free below its box, in the Scene's px. */
  foot: number;
}

/** How this window lays its map out. */
export interface SceneOptions {
  theme: ThemeName;
  /** At 100 %, or exactly so many px wide. */
  width: { natural: null } | { fit: number };
  /** The whole header, or title and people only. */
  lens: 'full' | 'compact';
  /** Lines in ink, no soft fills. */
  strong: boolean;
  /** At most so many lines of a card; null for all of them. */
  lines: number | null;
}

/** A stage with what holds buyers up in it, and in the gaps after it; null where nothing is rated. */
export interface StageFriction {
  stage: Id;
  friction: number | null;
  gap: number | null;
}

/** Where what is pasted goes: a cell, after one of its cards or at its end · the stages, after one of them. */
export type PasteAt =
  { at: 'cell'; lane: Id; stage: Id; after: Id | null } | { at: 'stages'; after: Id | null };

/** What a paste came to. */
export interface Pasted {
  counts: { cards: number; stages: number };
  /** The lane that all cards went into, by name; null where it was several. */
  lane: string | null;
  /** Null where it is so much that a person is to be asked first; nothing has changed then. */
  done: Done | null;
}

/** Something that happened without the page asking. */
export interface Told extends Problem {
  kind: 'info' | 'warning' | 'error';
}

/** A picture that was brought and waits for its place. */
export interface Brought {
  /** Stands for it. */
  token: string;
  /** What it is called: a file's name without its extension, or empty. */
  name: string;
}

/** A picture that was dropped, and where, in the page's px. */
export interface Dropped extends Brought {
  x: number;
  y: number;
}

/** What Rust tells without being asked, by the event's name. */
export interface ShellEvents {
  save_state: SaveState;
  notice: Told;
  /** Another window changed the settings, which are those of the program. */
  settings: Settings;
  /** A second start of the program, or a double click, brought a map into this window. */
  open_file: OpenMap;
  /** Something other than this page's own edit changed the map. */
  patch: Patch;
  /** A picture was dropped on the window. */
  dropped: Dropped;
  /** A page of an export is begun. */
  progress: Progress;
  /** Somebody closes the window: it waits until `rested` says that all that was typed was sent. */
  closing: null;
}

/** Rust, as the page sees it. */
export interface Shell {
  start(): Promise<Start>;
  /** The page listens from now on. */
  listening(): Promise<Meanwhile>;
  home(): Promise<HomeLists>;

  /** A new draft: a template's name, or null for a blank map. */
  newMap(of: { template: string | null }): Promise<OpenMap | null>;
  /** A new draft of what a clipboard holds: a list becomes the stages, an outline or a table also cards. */
  newFromList(of: { text: string; html: string }): Promise<OpenMap | null>;
  /** A copy of the finished sample map, as a draft. */
  openSample(): Promise<OpenMap | null>;
  /** Asks for a file; null where the person changed their mind. */
  openDialog(): Promise<OpenMap | null>;
  openRecent(of: { token: string }): Promise<OpenMap | null>;
  openDraft(of: { token: string }): Promise<OpenMap | null>;
  /** Takes a file off the list of recent ones; the file stays. */
  forgetRecent(of: { token: string }): Promise<void>;
  /** What the program is built from: name, version and licence of each part. */
  licences(): Promise<[name: string, version: string, licence: string][]>;
  /** The texts of the terms that a part comes under; empty where it brings none of its own. */
  licenceText(of: { part: string }): Promise<string>;
  /** Shows the program's log in the desktop's own program for files. */
  showLog(): Promise<void>;
  /** Notes a mistake of the page in the log: its kind and by which way the page came there, without any words. */
  pageFailed(of: { kind: string; way: string }): Promise<void>;
  /** Takes a draft off the list; it can be brought back. */
  setDraftAside(of: { token: string }): Promise<void>;
  bringDraftBack(of: { token: string }): Promise<void>;
  /** Writes what is waiting into the file and goes back to Home. */
  closeMap(): Promise<void>;

  /** Writes the file now; a draft asks for its place as `saveAs` does. */
  save(): Promise<SaveState>;
  /** Asks for a place and goes on there; null where the person changed their mind. */
  saveAs(): Promise<OpenMap | null>;
  /** The pages that a wish comes to, for the map as it is now; `strong` for lines in ink and no soft fills. */
  preview(of: { wish: Wish; strong: boolean }): Promise<Shown>;
  /** How many bytes an export has; null where making it takes too long to do it twice. */
  weigh(of: { wish: Wish }): Promise<number | null>;
  /** Asks for a place and writes an export there; null where the person changed their mind. */
  export(of: { wish: Wish }): Promise<Exported | null>;
  /** Asks for a deck and puts the slides of a wish into it; null where the person changed their mind. */
  exportInto(of: { wish: Wish }): Promise<Exported | null>;
  /** Writes the last export of this map once more, to where it went; null where there was none. */
  repeatExport(): Promise<Exported | null>;
  /** Prints the pages of a wish through the system's own dialog; false where the person changed their mind. */
  print(of: { wish: Wish }): Promise<boolean>;
  /**
   * Puts a picture of nodes on the clipboard, twice as sharp as the screen at 100 %; of the whole map for none. Its
   * width and height in pixels.
   */
  copyPicture(of: { keys: NodeKey[]; theme: ThemeName; strong: boolean }): Promise<[number, number]>;
  /** Stops the export that is being made; nothing of it is written. */
  cancelExport(): Promise<void>;
  /** Shows the last export of this map in the desktop's own program for files. */
  showInFolder(): Promise<void>;
  /** Asks for a place and writes the map there as it is, with its history; goes on where it was. The copy's name, or null. */
  saveCopy(): Promise<string | null>;
  /**
   * Asks for a place and writes a copy there that holds only what is on the map now, where it is to be `nameless` with
   * roles in the place of people's names. The copy's name, or null.
   */
  shareClean(of: { nameless: boolean }): Promise<string | null>;
  /** Shows the file in the desktop's own file manager. */
  showFile(): Promise<void>;
  /** The names of copies that a synced folder made of the file, where it was changed in two places at once. */
  conflictCopies(): Promise<string[]>;
  /** Opens one of these copies in this window. */
  openConflictCopy(of: { name: string }): Promise<OpenMap | null>;
  /** The versions of the map, newest first. */
  versions(): Promise<VersionEntry[]>;
  /** Gives the map as it is now a name. */
  nameVersion(of: { name: string }): Promise<Done>;
  /** Goes back to a version as one step of undo; what there was becomes a version too. */
  goBack(of: { version: Id }): Promise<OpenMap>;
  /** Opens a version as a draft of its own. */
  openVersion(of: { version: Id }): Promise<OpenMap | null>;

  /** Shows another map of the file. */
  showMap(of: { map: Id }): Promise<OpenMap>;
  /**
   * Puts a map behind the others and shows it: that of a template, or a blank one for null. Made for a stage, it is
   * called like it, and the stage leads to it.
   */
  addMap(of: { template: string | null; stage: Id | null }): Promise<Done>;

  /** The whole Scene under these options, which from now on are this window's. */
  scene(of: SceneOptions): Promise<WholeScene>;
  /** Changes the map, as one step of undo. */
  apply(of: { edit: Edit }): Promise<Done>;
  /** As `apply`, while typing: all edits of one session are one step of undo. */
  amend(of: { edit: Edit; session: string }): Promise<Done>;
  /** Ends a typing session; what it added, to be said aloud, or null. */
  endTyping(of: { session: string }): Promise<string | null>;
  /** Takes the last step back; null where there is none. */
  undo(): Promise<Done | null>;
  /** Brings the last undone step back; null where there is none. */
  redo(): Promise<Done | null>;

  /** A record's fields by name; null where it is not there. The answer is not kept. */
  record(of: { table: Table; id: Id }): Promise<Record<string, unknown> | null>;
  /**
   * The fields of all records of a table that belong to the shown map or to none (teams, people, …), in their order.
   * For tables of which a map has few; the answer is not kept.
   */
  records(of: { table: Table }): Promise<Record<string, unknown>[]>;
  /** What an inspector shows of these records; null where none of them is there. The answer is not kept. */
  inspect(of: { records: RecordId[] }): Promise<Inspection | null>;
  /** What of the open map can be linked or picked and holds these words. */
  candidates(of: { want: Want; text: string }): Promise<Candidate[]>;
  /** The channels that a touchpoint can have, those of one's own at the end. */
  channels(): Promise<Choice[]>;
  /** The people of the map, the primary one first, then the others of the document. */
  people(): Promise<ShownPerson[]>;
  /** Opens a link of a note outside of the window: http, https or mailto. */
  openLink(of: { link: string }): Promise<void>;
  /** Asks for a picture; null where the person changed their mind. */
  chooseImage(): Promise<Brought | null>;
  /** The picture on the clipboard; null where there is none. */
  pasteImage(): Promise<Brought | null>;
  /** Puts a picture into the map as `image`, with the edits that give it its place, as one step of undo. */
  useImage(of: { token: string; image: Id; alt: string; edits: Edit[] }): Promise<Done>;
  /** All that was being typed has been sent: the window may close. The camera's place is kept for the next time. */
  rested(of: { place: CameraPlace | null }): Promise<void>;
  /**
   * Makes room on the map for the box of a card that may not be there yet, or takes the room away for null. No edit; how
   * the Scene changes by it.
   */
  makeRoom(of: { room: CardRoom | null }): Promise<Patch | null>;
  /** What a template asks for in this cell; the placeholder of a card that is being typed. */
  prompt(of: { lane: Id; stage: Id }): Promise<string | null>;

  /** The open map as a text: its head and its stages, with what stands between them. The answer is not kept. */
  outline(): Promise<Outline | null>;
  /** What lies in some stages of it, in the order of asking. */
  outlineParts(of: { stages: Id[] }): Promise<OutlinePart[]>;
  /** Puts the open map on the clipboard as a Markdown outline. */
  copyOutline(): Promise<void>;

  /** What a query finds in the open map, in reading order. */
  find(of: { query: Query }): Promise<Found>;
  /** What there is to filter by in the open map. */
  findChoices(): Promise<FilterChoices>;
  /**
   * Puts other words in the place of those that a query finds, in one record or in all of them, as one step of undo.
   * Null where nothing says them any more.
   */
  replace(of: { query: Query; with: string; only: RecordId | null }): Promise<Done | null>;
  /** What holds buyers up, stage after stage. */
  friction(): Promise<StageFriction[]>;
  /** Pain points that many maps have, in words. */
  commonPains(): Promise<string[]>;

  /** Closes every window as if somebody closed it, and with the last one the program ends. */
  quit(): Promise<void>;
  /** Fills the screen with the window, or gives it its frame back. */
  fullScreen(): Promise<void>;
  /** Fills the screen, or ends that; whether the window filled it before. */
  fillScreen(of: { on: boolean }): Promise<boolean>;
  /** Puts cards on the clipboard, for this program, for tables and as lines. */
  copy(of: { cards: Id[] }): Promise<void>;
  /** What the clipboard holds, for who asks by a menu: to its own key the web view answers itself. */
  clipboard(): Promise<{ text: string; html: string }>;
  /** Makes what a clipboard holds into cards and stages, as one step; asks first where it is much, unless `sure`. */
  paste(of: { text: string; html: string; at: PasteAt; asOne: boolean; sure: boolean }): Promise<Pasted>;

  setSettings(of: { settings: Settings }): Promise<void>;

  /** Hears an event until the returned function is called. */
  on<Name extends keyof ShellEvents>(name: Name, hear: (told: ShellEvents[Name]) => void): () => void;
}
