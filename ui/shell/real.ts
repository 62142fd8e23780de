// The shell in the window: every method is the Tauri command of its name.

import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { getCurrentWebviewWindow } from '@tauri-apps/api/webviewWindow';
import type { Shell, Start } from './shell';

declare global {
  interface Window {
    /** The answer to `start`, which the window asks for before this script is read. */
    desirePathStart?: Promise<Start>;
  }
}

/** What to begin with: asked for early, and anew each time after that. */
function start(): Promise<Start> {
  const { desirePathStart } = window;
  delete window.desirePathStart;
  return desirePathStart ?? invoke('start');
}

/** The shell that asks Rust. */
export function realShell(): Shell {
  return {
    start,
    listening: () => invoke('listening'),
    home: () => invoke('home'),
    newMap: (of) => invoke('new_map', of),
    newFromList: (of) => invoke('new_from_list', of),
    openSample: () => invoke('open_sample'),
    openDialog: () => invoke('open_dialog'),
    openRecent: (of) => invoke('open_recent', of),
    openDraft: (of) => invoke('open_draft', of),
    licences: () => invoke('licences'),
    licenceText: (of) => invoke('licence_text', of),
    showLog: () => invoke('show_log'),
    pageFailed: (of) => invoke('page_failed', of),
    setDraftAside: (of) => invoke('set_draft_aside', of),
    bringDraftBack: (of) => invoke('bring_draft_back', of),
    forgetRecent: (of) => invoke('forget_recent', of),
    closeMap: () => invoke('close_map'),
    save: () => invoke('save'),
    saveAs: () => invoke('save_as'),
    preview: (of) => invoke('preview', of),
    weigh: (of) => invoke('weigh', of),
    saveCopy: () => invoke('save_copy'),
    shareClean: (of) => invoke('share_clean', of),
    showFile: () => invoke('show_file'),
    conflictCopies: () => invoke('conflict_copies'),
    openConflictCopy: (of) => invoke('open_conflict_copy', of),
    versions: () => invoke('versions'),
    nameVersion: (of) => invoke('name_version', of),
    goBack: (of) => invoke('go_back', of),
    openVersion: (of) => invoke('open_version', of),
    export: (of) => invoke('export', of),
    exportInto: (of) => invoke('export_into', of),
    repeatExport: () => invoke('repeat_export'),
    copyPicture: (of) => invoke('copy_picture', of),
    print: (of) => invoke('print', of),
    cancelExport: () => invoke('cancel_export'),
    showInFolder: () => invoke('show_in_folder'),
    showMap: (of) => invoke('show_map', of),
    addMap: (of) => invoke('add_map', of),
    scene: (of) => invoke('scene', { ...of }),
    apply: (of) => invoke('apply', of),
    amend: (of) => invoke('amend', of),
    endTyping: (of) => invoke('end_typing', of),
    undo: () => invoke('undo'),
    redo: () => invoke('redo'),
    record: (of) => invoke('record', of),
    records: (of) => invoke('records', of),
    inspect: (of) => invoke('inspect', of),
    candidates: (of) => invoke('candidates', of),
    channels: () => invoke('channels'),
    people: () => invoke('people'),
    openLink: (of) => invoke('open_link', of),
    chooseImage: () => invoke('choose_image'),
    pasteImage: () => invoke('paste_image'),
    useImage: (of) => invoke('use_image', of),
    rested: (of) => invoke('rested', of),
    copy: (of) => invoke('copy', of),
    clipboard: () => invoke('clipboard'),
    paste: (of) => invoke('paste', of),
    makeRoom: (of) => invoke('make_room', of),
    prompt: (of) => invoke('prompt', of),
    outline: () => invoke('outline'),
    copyOutline: () => invoke('copy_outline'),
    outlineParts: (of) => invoke('outline_parts', of),
    find: (of) => invoke('find', of),
    findChoices: () => invoke('find_choices'),
    replace: (of) => invoke('replace', of),
    friction: () => invoke('friction'),
    commonPains: () => invoke('common_pains'),
    quit: () => invoke('quit'),
    fullScreen: () => invoke('full_screen'),
    fillScreen: (of) => invoke('fill_screen', of),
    setSettings: (of) => invoke('set_settings', of),
    on(name, hear) {
      // `listen` answers later; whoever stops before that is not to hear anything either.
      let stopped = false;
      const hearing = (event: { payload: unknown }) => {
        if (!stopped) hear(event.payload as Parameters<typeof hear>[0]);
      };
      // What another window is told is not for this one.
      const { label } = getCurrentWebviewWindow();
      const stop = listen(name, hearing, { target: { kind: 'WebviewWindow', label } });
      return () => {
        stopped = true;
        void stop.then((unlisten) => unlisten());
      };
    },
  };
}
