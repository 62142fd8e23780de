// What Home lists, as Rust tells it.

/** A template, as Home shows it. */
export interface TemplateEntry {
  /** Its key. */
  name: string;
  /** What it is called in the language of the window. */
  title: string;
  /** Its stages' names, in order. */
  stages: string[];
  /** Whom it is for, in a few words: "7 stages, for B2B services". */
  line: string;
  /** Heights −1…+1 of the preview's curve, one a stage. Decoration: no template brings feelings. */
  curve: number[];
  /** The revisit that the preview draws, as places in `stages`; absent or null for none. */
  loop?: [number, number] | null;
}

/** A file that was open before. */
export interface RecentEntry {
  /** Stands for its path. */
  token: string;
  /** The file's name with its extension. */
  name: string;
  /** When it was last changed, or last open where it is missing: an RFC 3339 time. */
  when: string;
  /** Whether the file is not where it was. */
  missing: boolean;
  /** The curve of its first map as it was when it was last open: heights −1…+1. */
  curve: number[];
}

/** Work that no file holds. */
export interface DraftEntry {
  token: string;
  /** The map's title, or what it is called without one. */
  name: string;
  /** When it was last changed: an RFC 3339 time. */
  when: string;
  /** `draft`: never saved to a file · `recovered`: changes that did not get into their file. */
  kind: 'draft' | 'recovered';
}

/** What Home lists. */
export interface HomeLists {
  templates: TemplateEntry[];
  /** The last changed first. */
  recent: RecentEntry[];
  /** Newest first. */
  drafts: DraftEntry[];
}
