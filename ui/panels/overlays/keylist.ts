// The list of all keys: which shortcuts stand together in a line, and the lines in their groups. Names are in words.ts.
import { shortcuts, type ShortcutId } from '../../shortcuts';
import { capsOf, words } from '../../words';
import { folded } from './fuzzy';

type LineName = keyof typeof words.keyNames;
type GroupName = keyof typeof words.keyGroups;

/** The shortcuts of each line. A test tells where one is in no line. */
const lines: Record<LineName, readonly ShortcutId[]> = {
  walk: ['walk'],
  ends: ['home', 'end'],
  corners: ['firstCell', 'lastCell'],
  parts: ['nextPart', 'previousPart'],
  maps: ['nextMap', 'previousMap'],
  edit: ['edit', 'rename'],
  below: ['newCard'],
  nextStage: ['nextStage'],
  lineBreak: ['lineBreak'],
  done: ['letGo'],
  rate: ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'],
  vote: ['vote', 'voteBack'],
  evidence: ['evidence'],
  delete: ['delete'],
  whose: ['people'],
  owner: ['owner'],
  answers: ['answers'],
  menu: ['menu'],
  select: ['toggle'],
  all: ['all'],
  inspector: ['inspector'],
  order: ['up', 'down'],
  stage: ['left', 'right'],
  lane: ['laneAbove', 'laneBelow'],
  moveTo: ['moveTo'],
  toKind: ['toKind'],
  span: ['longer', 'shorter'],
  copy: ['copy', 'cut'],
  copyPicture: ['copyPicture'],
  paste: ['paste'],
  pasteAsOne: ['pasteAsOne'],
  duplicate: ['duplicate'],
  addStage: ['stageAfter', 'stageBefore'],
  gap: ['gapAfter'],
  revisit: ['revisit'],
  focusLane: ['focusLane'],
  views: ['canvas', 'outline'],
  fit: ['fit'],
  natural: ['natural'],
  zoom: ['zoomIn', 'zoomOut'],
  onlyPain: ['onlyPain'],
  theme: ['theme'],
  panels: ['panels'],
  fullScreen: ['fullScreen'],
  find: ['find'],
  palette: ['palette'],
  new: ['new', 'open'],
  save: ['save', 'saveAs'],
  export: ['export', 'print'],
  repeatExport: ['repeatExport'],
  present: ['present', 'presentHere'],
  undo: ['undo', 'redo'],
  repeat: ['repeat'],
  settings: ['settings'],
  keys: ['keys', 'keysByMark'],
  guide: ['guide'],
  quit: ['quit'],
};

/** The groups of each column. */
const columns: readonly (readonly [GroupName, readonly LineName[]])[][] = [
  [
    ['around', ['walk', 'ends', 'corners', 'parts', 'maps', 'inspector', 'select', 'all']],
    ['write', ['edit', 'below', 'nextStage', 'lineBreak', 'done']],
    ['change', ['rate', 'vote', 'evidence', 'whose', 'owner', 'answers', 'delete', 'menu']],
    [
      'move',
      [
        'order',
        'stage',
        'lane',
        'moveTo',
        'toKind',
        'span',
        'copy',
        'paste',
        'pasteAsOne',
        'copyPicture',
        'duplicate',
      ],
    ],
  ],
  [
    ['shape', ['addStage', 'gap', 'revisit', 'focusLane']],
    ['look', ['views', 'fit', 'natural', 'zoom', 'onlyPain', 'theme', 'panels', 'fullScreen']],
    [
      'file',
      [
        'find',
        'palette',
        'new',
        'save',
        'export',
        'repeatExport',
        'present',
        'undo',
        'repeat',
        'settings',
        'keys',
        'guide',
        'quit',
      ],
    ],
  ],
];

/** A line of the list. */
export interface KeyLine {
  name: string;
  keys: string[];
}

/** A group of lines. */
export interface KeyGroup {
  title: string;
  lines: KeyLine[];
}

/** Which shortcuts the list shows. */
export function listed(): ShortcutId[] {
  return columns.flat().flatMap(([, names]) => names.flatMap((name) => lines[name]));
}

/** The keys of a line: each once, the first way to press it. */
function keysIn(name: LineName): string[] {
  const keys = [...new Set(lines[name].map((id) => shortcuts[id].keys[0] ?? ''))];
  // One to five.
  return keys.length > 3 ? [keys[0]!, '…', keys.at(-1)!] : keys;
}

/** All groups with all keys: for each shortcut of a line every way to press it. */
export function everyKey(): { title: string; lines: { name: string; keys: (readonly string[])[] }[] }[] {
  return columns.flat().map(([group, names]) => ({
    title: words.keyGroups[group],
    lines: names.map((name) => ({
      name: words.keyNames[name],
      keys: lines[name].map((id) => shortcuts[id].keys),
    })),
  }));
}

/** The list in its two columns, as far as it fits what is looked for: in names, groups or keys. */
export function keyColumns(sought: string): KeyGroup[][] {
  const wanted = folded(sought.trim());
  return columns.map((groups) =>
    groups
      .map(([group, names]) => {
        const title = words.keyGroups[group];
        const all = names.map((name) => ({ name: words.keyNames[name], keys: keysIn(name) }));
        const fits = (line: KeyLine) =>
          folded([line.name, ...line.keys, ...line.keys.map(capsOf)].join(' ')).includes(wanted);
        return { title, lines: folded(title).includes(wanted) ? all : all.filter(fits) };
      })
      .filter((group) => group.lines.length > 0),
  );
}
