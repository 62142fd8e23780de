// Every key of the page, in one place. A menu names them, a handler asks which one an event is.

/** Where a key acts: anywhere, also while typing · anywhere but in a text box · on the grid, on a card or a stage. */
export type Where = 'always' | 'outside text' | 'grid';

/** A key and what it is for. */
interface Shortcut {
  /** The keys as they are pressed, in the order in which menus write them; any of the alternatives does. */
  keys: readonly string[];
  where: Where;
}

const table = {
  new: { keys: ['Ctrl N'], where: 'always' },
  open: { keys: ['Ctrl O'], where: 'always' },
  save: { keys: ['Ctrl S'], where: 'always' },
  saveAs: { keys: ['Ctrl Shift S'], where: 'always' },
  export: { keys: ['Ctrl E'], where: 'always' },
  print: { keys: ['Ctrl P'], where: 'always' },
  canvas: { keys: ['Ctrl 1'], where: 'always' },
  outline: { keys: ['Ctrl 2'], where: 'always' },
  present: { keys: ['F5', 'Ctrl 5'], where: 'always' },
  presentHere: { keys: ['Shift F5'], where: 'always' },
  copyPicture: { keys: ['Alt Shift C'], where: 'outside text' },
  repeatExport: { keys: ['Ctrl Shift E'], where: 'always' },
  undo: { keys: ['Ctrl Z'], where: 'outside text' },
  redo: { keys: ['Ctrl Shift Z', 'Ctrl Y'], where: 'outside text' },
  find: { keys: ['Ctrl F'], where: 'always' },
  onlyPain: { keys: ['Ctrl Shift F'], where: 'always' },
  focusLane: { keys: ['F'], where: 'grid' },
  palette: { keys: ['Ctrl K', 'Ctrl Shift P'], where: 'always' },
  settings: { keys: ['Ctrl ,'], where: 'always' },
  keys: { keys: ['F1'], where: 'always' },
  guide: { keys: ['Shift F1'], where: 'always' },
  keysByMark: { keys: ['?', 'Shift ?'], where: 'outside text' },
  fullScreen: { keys: ['F11'], where: 'always' },
  quit: { keys: ['Ctrl Q'], where: 'always' },
  theme: { keys: ['Alt Shift D'], where: 'always' },
  nextMap: { keys: ['Ctrl PgDn', 'Ctrl Tab'], where: 'always' },
  previousMap: { keys: ['Ctrl PgUp', 'Ctrl Shift Tab'], where: 'always' },
  nextPart: { keys: ['F6'], where: 'always' },
  previousPart: { keys: ['Shift F6'], where: 'always' },
  repeat: { keys: ['Alt R'], where: 'outside text' },
  zoomIn: { keys: ['Ctrl +', 'Ctrl ='], where: 'always' },
  zoomOut: { keys: ['Ctrl -'], where: 'always' },
  natural: { keys: ['Ctrl 0', 'Shift 0'], where: 'outside text' },
  fit: { keys: ['Shift 1'], where: 'outside text' },
  panels: { keys: ['Ctrl .'], where: 'always' },
  inspector: { keys: ['Ctrl Enter'], where: 'outside text' },

  edit: { keys: ['Enter', 'F2'], where: 'grid' },
  rename: { keys: ['F2', 'Enter'], where: 'grid' },
  newCard: { keys: ['N', 'Shift Enter'], where: 'grid' },
  delete: { keys: ['Del', 'Backspace'], where: 'grid' },
  left: { keys: ['Alt ←'], where: 'grid' },
  right: { keys: ['Alt →'], where: 'grid' },
  up: { keys: ['Alt ↑'], where: 'grid' },
  down: { keys: ['Alt ↓'], where: 'grid' },
  laneAbove: { keys: ['Alt Shift ↑'], where: 'grid' },
  laneBelow: { keys: ['Alt Shift ↓'], where: 'grid' },
  stageAfter: { keys: ['S'], where: 'grid' },
  stageBefore: { keys: ['Shift S'], where: 'grid' },
  longer: { keys: ['Ctrl →'], where: 'grid' },
  shorter: { keys: ['Ctrl ←'], where: 'grid' },
  toggle: { keys: ['Space'], where: 'grid' },
  all: { keys: ['Ctrl A'], where: 'grid' },
  letGo: { keys: ['Esc'], where: 'grid' },
  duplicate: { keys: ['Ctrl D'], where: 'grid' },
  copy: { keys: ['Ctrl C'], where: 'grid' },
  cut: { keys: ['Ctrl X'], where: 'grid' },
  paste: { keys: ['Ctrl V'], where: 'grid' },
  pasteAsOne: { keys: ['Ctrl Shift V'], where: 'grid' },
  people: { keys: ['P'], where: 'grid' },
  owner: { keys: ['O'], where: 'grid' },
  answers: { keys: ['L'], where: 'grid' },
  gapAfter: { keys: ['G'], where: 'grid' },
  revisit: { keys: ['R'], where: 'grid' },
  moveTo: { keys: ['M'], where: 'grid' },
  toKind: { keys: ['T'], where: 'grid' },
  rate1: { keys: ['1'], where: 'grid' },
  rate2: { keys: ['2'], where: 'grid' },
  rate3: { keys: ['3'], where: 'grid' },
  rate4: { keys: ['4'], where: 'grid' },
  rate5: { keys: ['5'], where: 'grid' },
  vote: { keys: ['V', '+'], where: 'grid' },
  voteBack: { keys: ['Shift V', '-'], where: 'grid' },
  evidence: { keys: ['E'], where: 'grid' },
  menu: { keys: ['Shift F10', 'Menu'], where: 'grid' },

  // Keys that a text box or the grid reads by itself; here for the list of keys.
  walk: { keys: ['Arrows'], where: 'grid' },
  home: { keys: ['Home'], where: 'grid' },
  end: { keys: ['End'], where: 'grid' },
  firstCell: { keys: ['Ctrl Home'], where: 'grid' },
  lastCell: { keys: ['Ctrl End'], where: 'grid' },
  nextStage: { keys: ['Tab'], where: 'always' },
  lineBreak: { keys: ['Shift Enter'], where: 'always' },
} as const satisfies Record<string, Shortcut>;

/** The name of a shortcut. */
export type ShortcutId = keyof typeof table;

/** The table, for the list of keys and for tests. */
export const shortcuts: Readonly<Record<ShortcutId, Shortcut>> = table;

/** How menus write a shortcut: its first keys. */
export function keysOf(id: ShortcutId): string {
  return shortcuts[id].keys[0] ?? '';
}

/** Whether keys are a single character, with Shift or without. */
const isLetter = (keys: string) => /^(?:Shift )?.$/u.test(keys);

/** What to press instead of keys of the grid where single letters are switched off; nothing where that has no other. */
export function keysBesideLetters(keys: string): string | undefined {
  if (!isLetter(keys)) return keys;
  const { keys: all } =
    Object.values(shortcuts).find((one) => one.where === 'grid' && one.keys[0] === keys) ?? {};
  return all?.find((other) => !isLetter(other));
}

/** For `aria-keyshortcuts`: "Control+Shift+S". */
export function ariaKeys(id: ShortcutId): string {
  return shortcuts[id].keys
    .map((keys) =>
      keys
        .replace('Ctrl', 'Control')
        .replace('Del', 'Delete')
        .replace('Esc', 'Escape')
        .replace('PgDn', 'PageDown')
        .replace('PgUp', 'PageUp')
        .replace('←', 'ArrowLeft')
        .replace('→', 'ArrowRight')
        .replace('↑', 'ArrowUp')
        .replace('↓', 'ArrowDown')
        .split(' ')
        .map((key) => (key === '+' ? 'Plus' : key))
        .join('+'),
    )
    .join(' ');
}

const names: Record<string, string> = {
  Delete: 'Del',
  Escape: 'Esc',
  ' ': 'Space',
  ContextMenu: 'Menu',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

/** The name of an event's key. With Shift, Tab is another key to X11, which WebKitGTK has no name for. */
export function keyOf(event: KeyboardEvent): string {
  return event.code === 'Tab' ? 'Tab' : event.key;
}

/** What a key event is written as: "Ctrl Shift S". Cmd counts as Ctrl. */
export function pressed(event: KeyboardEvent): string {
  const mods = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  // With Shift or Alt the character depends on the keyboard's layout; digits and letters go by their place there.
  const placed = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  const named = keyOf(event);
  const letter = names[named] ?? (named.length === 1 ? named.toUpperCase() : named);
  // On a French keyboard digits need Shift, and stand for themselves without it; plus and minus stay what they are.
  const digit = placed !== undefined && /\d/.test(placed) && (event.shiftKey || !'+-='.includes(event.key));
  const key = digit || (event.altKey && placed !== undefined) ? placed : letter;
  // The plus of some keyboards needs Shift: it is the character that counts.
  if (key === '+') mods[2] = '';
  return [...mods.filter(Boolean), key].join(' ');
}

/** Whether an event is a shortcut. */
export function isShortcut(event: KeyboardEvent, id: ShortcutId): boolean {
  return shortcuts[id].keys.includes(pressed(event));
}

/** The first of `ids` that an event is; null for none, and while a text is being composed. */
export function shortcutOf<Id extends ShortcutId>(event: KeyboardEvent, ids: readonly Id[]): Id | null {
  if (event.isComposing) return null;
  const keys = pressed(event);
  return ids.find((id) => shortcuts[id].keys.includes(keys)) ?? null;
}

/** Whether keys go into a text. */
export function inText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]), textarea'))
  );
}

/** Keys that say nothing by themselves. */
export const modifiers: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
]);

/** What a web view would do with a key and this program does not: go back, reload, browse by caret, print the page. */
const unwanted = new Set([
  'Alt ←',
  'Alt →',
  'F5',
  'Ctrl F5',
  'Shift F5',
  'F7',
  'Ctrl R',
  'Ctrl Shift R',
  'Ctrl P',
  'Ctrl G',
  'F3',
]);

/** Whether a key was only kept from the web view, so that it may still mean something here. */
export function isTamed(event: KeyboardEvent): boolean {
  return unwanted.has(pressed(event));
}

/** Keeps the web view from acting on a key that is not its own. Other listeners still hear it. */
export function tameWebView(event: KeyboardEvent): void {
  if (unwanted.has(pressed(event))) event.preventDefault();
}
