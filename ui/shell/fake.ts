// A shell without Rust: holds one map in memory and writes down what it was asked. For tests and a plain browser.

import { fakeChoices, fakeFind, fakeFriction, fakeReplacement } from './fake_find';
import { fakeHome, fakeMap, fakeSample, templates } from './fake_home';
import { editedMaps, entriesOf } from './fake_maps';
import { fieldsOf, recordsOf, removedBetween, shortenedBetween, type FakeMap } from './fake_model';
import { fakeOutline, fakeParts, fakeTouched } from './fake_outline';
import { fakeCandidates, fakeChannels, fakeInspection, fakePeople } from './fake_inspect';
import { fakePatch, fakeScene } from './fake_scene';
import { fakeExport, fakePreview } from './fake_showing';
import { defaultSettings } from './settings';
import type {
  Done,
  HomeLists,
  OpenMap,
  SaveState,
  SceneOptions,
  Settings,
  Shell,
  ShellEvents,
  Told,
  VersionEntry,
} from './shell';
import type { Edit, WholeScene } from './types';

/** What a test changes about the fake. */
export interface FakeStart {
  /** The map that is open from the start. */
  open?: FakeMap | null;
  /** Other maps of its file, behind it. */
  others?: FakeMap[];
  settings?: Partial<Settings>;
  /** The computer's language. */
  language?: string;
  /** Whether a second start of the program brings a map before the page listens. */
  brought?: boolean;
  /** What there was to tell before it listened. */
  notices?: Told[];
  home?: HomeLists;
  save?: Partial<SaveState>;
  readOnly?: string | null;
  fileName?: string;
  versions?: VersionEntry[];
  copies?: string[];
  copied?: { text: string; html: string };
}

/** The fake, with what a test looks at. */
export interface FakeShell extends Shell {
  /** Every question so far: the method and its argument. */
  readonly asked: [method: keyof Shell, of: unknown][];
  /** Makes the next question of a method fail with a Problem. */
  fail(method: keyof Shell, problem: unknown): void;
  /** Tells an event, as Rust would. */
  tell<Name extends keyof ShellEvents>(name: Name, told: ShellEvents[Name]): void;
  /** The map as it is. */
  map(): FakeMap;
  /** All maps of the file. */
  maps(): FakeMap[];
}

/** A shell that answers by itself. */
export function fakeShell(start: FakeStart = {}): FakeShell {
  const asked: FakeShell['asked'] = [];
  const failing = new Map<keyof Shell, unknown>();
  const hearers = new Map<string, Set<(told: never) => void>>();
  let settings: Settings = { ...defaultSettings, ...start.settings };
  let maps = [start.open ?? fakeSample(), ...(start.others ?? [])];
  /** The map that is shown. */
  let map = maps[0]!;
  let options: SceneOptions = {
    theme: 'light',
    width: { fit: 1600 },
    lens: 'full',
    strong: false,
    lines: null,
  };
  let scene: WholeScene | null = null;
  /** Maps before and after, with the edit's label; a typing session is one step. */
  let done: { maps: FakeMap[]; label: string; session: string | null }[] = [];
  let undone: { maps: FakeMap[]; label: string; session: string | null }[] = [];
  const save: SaveState = {
    state: 'saved',
    sentence: 'Everything you see is in the file.',
    detail: null,
    waiting: 0,
    since: new Date().toISOString(),
    ...start.save,
  };

  const counts = () => ({
    stages: map.stages.length,
    lanes: map.lanes.length,
    cards: map.cards.length,
  });
  const open = (fileName = start.fileName ?? 'seven-phases.journey'): OpenMap => ({
    file_name: fileName,
    title: map.title,
    map: map.id,
    maps: entriesOf(maps),
    read_only: start.readOnly ?? null,
    save,
    undo: done.at(-1)?.label ?? null,
    redo: undone.at(-1)?.label ?? null,
    counts: counts(),
  });
  const show = (next: FakeMap, fileName?: string): OpenMap => {
    [maps, map, done, undone, scene] = [[next], next, [], [], null];
    return open(fileName);
  };

  function layout(revision: number): WholeScene {
    const width = 'fit' in options.width ? options.width.fit : 198 + 240 * map.stages.length;
    return fakeScene(map, width, options.theme, revision);
  }

  /** Goes to another state of the maps; `follows` shows the one that it is about. */
  function turn(next: FakeMap[], label: string, touched: Done['touched'], follows = false): Done {
    const [was, had] = [map, maps];
    const same = (one: FakeMap) => had.includes(one);
    const fresh = next.find((one) => !had.some(({ id }) => id === one.id));
    const shown = next.find(({ id }) => id === was.id) ?? next[Math.max(0, had.indexOf(was) - 1)]!;
    const about = follows && same(shown) ? next.find((one) => !same(one)) : undefined;
    [maps, map] = [next, fresh ?? about ?? shown];
    const before = scene ?? layout(0);
    scene = layout(before.revision + 1);
    const [undo, redo] = [done.at(-1)?.label ?? null, undone.at(-1)?.label ?? null];
    const entries = entriesOf(maps);
    return {
      patch: map.id === was.id ? fakePatch(before, scene) : null,
      map: map.id,
      maps: JSON.stringify(entries) === JSON.stringify(entriesOf(had)) ? null : entries,
      label,
      undo,
      redo,
      counts: counts(),
      touched,
      stale: fakeTouched(was, map),
      removed: map.id === was.id ? removedBetween(was, map) : [],
      shortened: shortenedBetween(was, map),
      announce: null,
    };
  }

  function make(edit: Edit, session: string | null): Done {
    const next = editedMaps(maps, map.id, edit);
    const label = edit.edit === 'add' ? `Add a ${edit.table}` : `Change (${edit.edit})`;
    if (session === null || done.at(-1)?.session !== session) done.push({ maps, label, session });
    undone = [];
    const parts = edit.edit === 'together' ? edit.edits : [edit];
    const touched = parts.flatMap((part) => {
      if ('records' in part && part.edit !== 'remove') return part.records;
      return 'id' in part && 'table' in part ? [{ table: part.table, id: part.id }] : [];
    });
    const said = edit.edit === 'vote' && touched.length > 1 ? `Voted for ${touched.length} cards.` : null;
    return { ...turn(next, label, touched), announce: said };
  }

  function add(to: FakeMap[], next: FakeMap): Done {
    done.push({ maps, label: 'Add map', session: null });
    undone = [];
    return turn([...to, next], 'Add map', []);
  }

  /** Writes the question down; fails where a test wants that. */
  function ask<T>(method: keyof Shell, of: unknown, answer: () => T): Promise<T> {
    asked.push([method, of]);
    if (failing.has(method)) {
      const problem = failing.get(method);
      failing.delete(method);
      return Promise.reject(problem);
    }
    return new Promise((resolve) => resolve(answer()));
  }

  return {
    asked,
    fail: (method, problem) => void failing.set(method, problem),
    tell: (name, told) => hearers.get(name)?.forEach((hear) => hear(told as never)),
    map: () => map,
    maps: () => maps,

    start: () =>
      ask('start', null, () => ({
        settings,
        open: start.open ? open() : null,
        language: start.language ?? 'en-GB',
        version: '1.2.3',
      })),
    listening: () =>
      ask('listening', null, () => ({ notices: start.notices ?? [], open: start.brought ? open() : null })),
    home: () => ask('home', null, () => start.home ?? fakeHome(Date.now())),
    newMap: (of) =>
      ask('newMap', of, () => {
        const stages = templates.find((one) => one.name === of.template)?.stages ?? ['Stage 1'];
        return show(fakeMap(of.template ?? 'Untitled map', stages, {}), 'Untitled.journey');
      }),
    newFromList: (of) =>
      ask('newFromList', of, () => show(fakeMap('Untitled map', of.text.split('\n'), {}), 'Untitled map')),
    openSample: () => ask('openSample', null, () => show(fakeSample())),
    openDialog: () => ask('openDialog', null, () => show(fakeSample())),
    openRecent: (of) => ask('openRecent', of, () => show(fakeSample())),
    openDraft: (of) => ask('openDraft', of, () => show(fakeSample())),
    licences: () => ask('licences', null, () => [['svelte', '5.57.3', 'MIT']]),
    licenceText: (of) => ask('licenceText', of, () => 'Permission is hereby granted'),
    showLog: () => ask('showLog', null, () => undefined),
    pageFailed: (of) => ask('pageFailed', of, () => undefined),
    setDraftAside: (of) => ask('setDraftAside', of, () => undefined),
    bringDraftBack: (of) => ask('bringDraftBack', of, () => undefined),
    forgetRecent: (of) => ask('forgetRecent', of, () => undefined),
    closeMap: () => ask('closeMap', null, () => undefined),
    save: () => ask('save', null, () => save),
    saveAs: () => ask('saveAs', null, () => open('another-name.journey')),
    preview: (of) => ask('preview', of, () => fakePreview(map, of.wish)),
    weigh: (of) => ask('weigh', of, () => 384_000),
    export: (of) => ask('export', of, () => fakeExport(of.wish)),
    exportInto: (of) =>
      ask('exportInto', of, () => ({
        file_name: 'steering.pptx',
        folder: 'Documents',
        warnings: ['9 slides were made anew.'],
      })),
    repeatExport: () => ask('repeatExport', null, () => fakeExport(settings.showing)),
    copyPicture: (of) => ask('copyPicture', of, (): [number, number] => [492, 160]),
    print: (of) => ask('print', of, () => true),
    cancelExport: () => ask('cancelExport', null, () => undefined),
    showInFolder: () => ask('showInFolder', null, () => undefined),
    saveCopy: () => ask('saveCopy', null, () => 'seven-phases (copy).journey'),
    shareClean: (of) => ask('shareClean', of, () => 'seven-phases (clean copy).journey'),
    showFile: () => ask('showFile', null, () => undefined),
    conflictCopies: () => ask('conflictCopies', null, () => start.copies ?? []),
    openConflictCopy: (of) => ask('openConflictCopy', of, () => show(fakeSample(), of.name)),
    versions: () => ask('versions', null, () => start.versions ?? []),
    nameVersion: (of) => ask('nameVersion', of, () => turn(maps, 'Name version', [])),
    goBack: (of) =>
      ask('goBack', of, () => {
        done.push({ maps, label: 'Go back', session: null });
        scene = null;
        return open();
      }),
    openVersion: (of) => ask('openVersion', of, () => show(fakeSample(), 'From first search to advocate')),
    showMap: (of) =>
      ask('showMap', of, () => {
        map = maps.find(({ id }) => id === of.map)!;
        scene = null;
        return open();
      }),
    addMap: (of) =>
      ask('addMap', of, () => {
        const stages = templates.find((one) => one.name === of.template)?.stages ?? ['Stage 1'];
        const leads = map.stages.find(({ id }) => id === of.stage);
        const made = fakeMap(leads?.name ?? of.template ?? 'Untitled map', stages, {});
        const link = { edit: 'set', table: 'stage', field: 'linked_map', value: made.id } as const;
        const edit: Edit | null = of.stage === null ? null : { ...link, id: of.stage };
        return add(edit ? editedMaps(maps, map.id, edit) : maps, made);
      }),
    scene: (of) =>
      ask('scene', of, () => {
        options = of;
        scene = layout(scene?.revision ?? 1);
        return structuredClone(scene);
      }),
    apply: (of) => ask('apply', of, () => make(of.edit, null)),
    amend: (of) => ask('amend', of, () => make(of.edit, of.session)),
    endTyping: (of) => ask('endTyping', of, () => null),
    undo: () =>
      ask('undo', null, () => {
        const last = done.pop();
        if (!last) return null;
        undone.push({ ...last, maps });
        return turn(last.maps, last.label, [], true);
      }),
    redo: () =>
      ask('redo', null, () => {
        const next = undone.pop();
        if (!next) return null;
        done.push({ ...next, maps });
        return turn(next.maps, next.label, [], true);
      }),
    record: (of) => ask('record', of, () => fieldsOf(map, of)),
    records: (of) => ask('records', of, () => recordsOf(map, of.table)),
    inspect: (of) => ask('inspect', of, () => fakeInspection(map, of.records)),
    candidates: (of) => ask('candidates', of, () => fakeCandidates(map, of)),
    channels: () => ask('channels', null, fakeChannels),
    people: () => ask('people', null, () => fakePeople(map)),
    openLink: (of) => ask('openLink', of, () => undefined),
    chooseImage: () => ask('chooseImage', null, () => ({ token: 'a', name: 'a-drawing' })),
    pasteImage: () => ask('pasteImage', null, () => ({ token: 'b', name: '' })),
    useImage: (of) =>
      ask('useImage', of, () => make({ edit: 'together', label: null, edits: of.edits }, null)),
    rested: (of) => ask('rested', of, () => undefined),
    copy: (of) => ask('copy', of, () => undefined),
    clipboard: () => ask('clipboard', null, () => start.copied ?? { text: '', html: '' }),
    paste: (of) => ask('paste', of, () => ({ counts: { cards: 0, stages: 0 }, lane: null, done: null })),
    makeRoom: (of) => ask('makeRoom', of, () => null),
    prompt: (of) => ask('prompt', of, () => 'What goes on here?'),
    outline: () => ask('outline', null, () => fakeOutline(map)),
    copyOutline: () => ask('copyOutline', null, () => undefined),
    outlineParts: (of) => ask('outlineParts', of, () => fakeParts(map, of.stages)),
    find: (of) => ask('find', of, () => fakeFind(map, of.query)),
    findChoices: () => ask('findChoices', null, () => fakeChoices(map)),
    replace: (of) =>
      ask('replace', of, () => {
        const edit = fakeReplacement(map, of.query, of.with, of.only);
        return edit && make(edit, null);
      }),
    friction: () => ask('friction', null, () => fakeFriction(map)),
    commonPains: () => ask('commonPains', null, () => ['Cannot find information', 'Complex checkout']),
    quit: () => ask('quit', null, () => undefined),
    fullScreen: () => ask('fullScreen', null, () => undefined),
    fillScreen: (of) => ask('fillScreen', of, () => false),
    setSettings: (of) => ask('setSettings', of, () => void (settings = of.settings)),
    on(name, hear) {
      const heard = hearers.get(name) ?? new Set();
      hearers.set(name, heard.add(hear as (told: never) => void));
      return () => heard.delete(hear as (told: never) => void);
    },
  };
}
