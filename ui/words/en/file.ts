// Home, the file and how safe it is.

import type { SaveState } from '../../shell/shell';
import { many } from '../locale.svelte';
import { clock } from './times';

/** Home, the file and how safe it is. */
export const file = {
  home: {
    title: 'Whose path are you mapping?',
    intro: 'Pick a starting point. Every stage, lane and word can change later.',
    blank: 'Blank map',
    paste: 'Paste a list',
    open: 'Open a file',
    templates: 'Templates',
    /** Stage names as one sentence: only the first begins with a capital, unless a name is all capitals. */
    stages: (names: readonly string[]) =>
      names
        .map((name, at) =>
          at > 0 && /^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name,
        )
        .join(', '),
    template: (name: string, stages: string[], line: string) => `${name}. ${stages.join(', ')}. ${line}.`,
    recent: 'Recent',
    noRecent: 'Maps that you save or open are listed here.',
    missing: 'Not where it was',
    forget: (name: string) => `Take ${name} off the list`,
    drafts: 'Not in a file yet',
    setAside: (name: string) => `Took ${name} off the list`,
    draft: (when: string) => `Draft, ${when}`,
    recovered: (when: string) => `Recovered, ${when}`,
    sample: 'See a finished map',
    sampleLine: 'A worked example with gaps, pain points and an action plan. Opens as a copy.',
  },

  file: {
    menu: 'File',
    new: 'New map',
    open: 'Open…',
    save: 'Save',
    saveNow: 'Save now',
    saveAs: 'Save as…',
    saveCopy: 'Save a copy…',
    copied: (file: string) => `Saved a copy as ${file}`,
    shareClean: 'Share a clean copy…',
    showInFolder: 'Show in folder',
    showFile: 'Show the file',
    home: 'Close map',
    quit: 'Quit',
    readOnly: 'Read only',
    readOnlyNext: 'It can be looked at and exported.',
    undo: (what: string | null) => (what ? `Undo: ${what}` : 'Nothing to undo'),
    redo: (what: string | null) => (what ? `Redo: ${what}` : 'Nothing to redo'),
    undone: (what: string) => `Undone: ${what}`,
    redone: (what: string) => `Redone: ${what}`,
    undoButton: 'Undo',
  },

  share: {
    title: 'Share a clean copy',
    what: 'The copy holds the map as it is now.',
    out: 'Left out: what was changed or removed, who changed it, named versions, comments, workshop rounds, and the place, time and camera that photos remember.',
    stays: 'What is on the map stays, with notes, hidden lanes and the people of the map.',
    nameless: 'Without names: roles in the place of people',
    go: 'Choose a place…',
    cancel: 'Cancel',
    done: (file: string) => `Shared as ${file}.`,
    doneNext: 'You can send it as it is.',
  },

  conflict: {
    one: (file: string) => `The folder holds another copy of this map: ${file}.`,
    many: (count: number, file: string) =>
      `The folder holds ${count} other copies of this map, ${file} among them.`,
    next: 'The file was changed in two places at once; both are kept.',
    open: 'Open it',
  },

  versions: {
    title: 'Versions',
    open: 'Versions…',
    name: 'Name this version',
    nameOpen: 'Name this version…',
    called: 'Name',
    close: 'Close versions',
    named: (name: string) => `This version is called “${name}”.`,
    since: (count: number) => (count === 0 ? 'as it is now' : `${many(count, 'change', 'changes')} since`),
    elsewhere: 'not in this file',
    back: 'Go back',
    backTo: (name: string) => `Go back to ${name}`,
    copy: 'Open a copy',
    copyOf: (name: string) => `Open a copy of ${name}`,
    wentBack: (name: string) => `The map is what it was at “${name}”.`,
    opened: (name: string) => `“${name}” is open as a copy.`,
    openedNext: 'Your map is in its file, as it was.',
    foot: 'Going back keeps today’s map as a version first.',
    none: 'Name the map as it is now, and you can come back to it later.',
  },

  save: {
    /** What the top bar says. */
    state: (save: SaveState, inFile: boolean): string => {
      const since = clock(save.since);
      switch (save.state) {
        case 'saved':
          return since ? `Saved ${since}` : 'Saved';
        case 'saving':
          return 'Saving…';
        case 'kept':
          return inFile ? 'Kept here, not in the file' : 'Kept here, not in a file yet';
        case 'two_copies':
          return 'Two copies';
      }
    },
    /** The headline of what opens from it. */
    headline: (save: SaveState, file: string): string => {
      switch (save.state) {
        case 'saved':
          return `Saved in ${file}`;
        case 'saving':
          return `Saving ${file}`;
        case 'kept':
          return 'Kept here, not yet in the file';
        case 'two_copies':
          return 'This file was changed elsewhere';
      }
    },
    /** What the time beside it is. */
    since: { saved: 'Saved', saving: 'Since', kept: 'Since', two_copies: 'Since' } satisfies Record<
      SaveState['state'],
      string
    >,
    waiting: 'Waiting',
    changes: (count: number) => many(count, 'change', 'changes'),
    why: 'Why',
  },
};
