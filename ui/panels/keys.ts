// The keys of an open map that act wherever the focus is; the canvas has those of the grid.

import { inText, isShortcut, isTamed, keyOf, shortcutOf, shortcuts, type Where } from '../shortcuts';
import type { NodeKey } from '../shell/types';
import type { Editor } from '../state/editor.svelte';
import { stages } from '../state/order';
import { kindOf } from '../state/scene';
import type { Acts } from './acts.svelte';
import { endFind, focusLane } from './overlays/looking';
import { isOff, windowActs, type WindowActId } from './window_acts';

/** Acts that App has the keys of, for Home has them too. */
const ofApp: readonly WindowActId[] = [
  'new',
  'open',
  'theme',
  'settings',
  'keys',
  'guide',
  'fullScreen',
  'quit',
];
/** Acts on the window that have a key, whatever has the focus, or outside of texts only. */
const byWhere = (where: Where) =>
  (Object.keys(windowActs) as WindowActId[]).filter((id) => {
    const { keys } = windowActs[id];
    return keys !== undefined && shortcuts[keys].where === where && !ofApp.includes(id);
  });
const [anywhere, outsideText] = [byWhere('always'), byWhere('outside text')];
/** Single letters of what has the focus of the grid, which an empty cell would type. */
const things = ['card', 'stage', 'label', 'gap', 'feeling', 'path'];

/** Enter and Tab in a card are what the bottom bar hints at. */
function countHint(acts: Acts, event: KeyboardEvent): void {
  const hinted = ['Enter', 'Tab'].includes(keyOf(event));
  const { preferences, settings } = acts.app;
  if (hinted && !event.isComposing && event.target instanceof HTMLTextAreaElement && preferences.hints)
    void acts.app.set({ hint_uses: settings.hint_uses + 1 });
}

/** What had the focus of the grid before the map's title took it. */
const left = new WeakMap<Editor, NodeKey>();

const title = (editor: Editor): NodeKey => `title/${editor.open.map}`;

/** Gives the focus to the map's title, above its grid. */
function goToTitle({ editor }: Acts): void {
  const { focus } = editor.selection;
  if (focus !== null && focus !== title(editor)) left.set(editor, focus);
  editor.hands?.reveal(title(editor));
}

/** Goes back to what had the focus of the grid. */
function goToGrid({ editor }: Acts): void {
  const { hands, scene, selection } = editor;
  const [had, first] = [left.get(editor), stages(scene?.nodes ?? new Map())[0]];
  const inGrid = selection.focus === title(editor) ? [had, first && `stage/${first}`] : [selection.focus];
  const key = inGrid.find((one) => one && scene?.node(one));
  if (key) hands?.reveal(key);
  else hands?.stop().focus();
}

/** Gives the focus to what is there in a part of the window, the most wanted first. */
function goTo(part: string, ...wanted: string[]): void {
  const found = wanted.map((one) => document.querySelector<HTMLElement>(`${part} :is(${one})`));
  found.find((one) => one !== null)?.focus();
}

/** The parts of the window that F6 goes round: what lies in each, and who gives it the focus. */
const parts: readonly { part: string; enter: (acts: Acts) => void }[] = [
  { part: '.top-bar', enter: () => goTo('.top-bar', 'button') },
  { part: '.find-bar', enter: () => goTo('.find-bar', 'input') },
  { part: '[data-key^="title/"]', enter: goToTitle },
  { part: '.canvas', enter: goToGrid },
  { part: '.inspector', enter: () => goTo('.inspector', 'textarea, input, button') },
  { part: '.bottom-bar', enter: () => goTo('.bottom-bar', '.context button:not(:disabled)', 'button') },
];

/** Moves the focus to the next part of the window, or back to the one before. */
function goToPart(acts: Acts, step: 1 | -1): void {
  const there = parts.filter(({ part }) => document.querySelector(part));
  const at = there.findIndex(({ part }) => document.activeElement?.closest(part));
  const from = at < 0 ? (step > 0 ? -1 : 0) : at;
  there[(from + step + there.length) % there.length]?.enter(acts);
}

/** Escape, where nothing is selected: all lanes are clear again, then nothing is filtered, then panels are away. */
function leave(acts: Acts): boolean {
  const { editor } = acts;
  if (editor.focusLane !== null) focusLane(acts, null);
  else if (editor.finding.open) endFind(acts);
  else if (acts.app.settings.inspector) acts.togglePanels();
  else return false;
  return true;
}

/** Runs what a key stands for on the open map, unless somebody nearer has dealt with it. */
export function runKey(acts: Acts, event: KeyboardEvent): void {
  countHint(acts, event);
  if (event.defaultPrevented && !isTamed(event)) return;
  const text = inText(event.target);
  const acting = [...anywhere, ...(text ? [] : outsideText)];
  const act = acting.find((id) => shortcutOf(event, [windowActs[id].keys!]) !== null);
  const { focus } = acts.editor.selection;
  const onThing = focus !== null && things.includes(kindOf(focus)) && !text;
  if (act) {
    if (!isOff(acts, act)) windowActs[act].run(acts);
  } else if (shortcutOf(event, ['nextPart', 'previousPart']) !== null) {
    goToPart(acts, event.shiftKey ? -1 : 1);
  } else if (!text && isShortcut(event, 'repeat')) {
    acts.app.notices.say(acts.app.notices.said.sentence);
  } else if (!text && isShortcut(event, 'inspector')) {
    acts.enterInspector();
  } else if (onThing && acts.app.settings.single_letter_keys && isShortcut(event, 'focusLane')) {
    focusLane(acts, focus);
  } else if (text || event.key !== 'Escape' || !leave(acts)) {
    return;
  }
  event.preventDefault();
}
