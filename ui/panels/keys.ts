// The keys of an open map that act wherever the focus is; the canvas has those of the grid.

import { inText, shortcutOf } from '../shortcuts';
import { kindOf } from '../state/scene';
import type { Acts } from './acts.svelte';
import { endFind, focusLane, onlyPain, startFind } from './overlays/looking';

/** Keys that act wherever the focus is. */
const anywhere = [
  'find',
  'onlyPain',
  'save',
  'saveAs',
  'export',
  'zoomIn',
  'zoomOut',
  'nextPart',
  'previousPart',
  'panels',
] as const;
/** Keys that a text box has its own use for. */
const outsideText = ['undo', 'redo', 'natural', 'fit', 'repeat', 'inspector'] as const;
/** Single letters of what has the focus of the grid, which an empty cell would type. */
const onThings = ['focusLane'] as const;
const things = ['card', 'stage', 'label', 'gap', 'feeling', 'path'];

/** Enter and Tab in a card are what the bottom bar hints at. */
function countHint(acts: Acts, event: KeyboardEvent): void {
  const hinted = event.key === 'Enter' || event.key === 'Tab';
  const { hint_uses } = acts.app.settings;
  if (hinted && !event.isComposing && event.target instanceof HTMLTextAreaElement && hint_uses < 20)
    void acts.app.set({ hint_uses: hint_uses + 1 });
}

/** The parts of the window that F6 goes round, each by what has the focus in it, the most wanted first. */
const parts = [
  { part: '.top-bar', stops: ['button'] },
  { part: '.find-bar', stops: ['input'] },
  { part: '.canvas', stops: ['[data-key][tabindex="0"]'] },
  { part: '.inspector', stops: ['textarea, input, button'] },
  { part: '.bottom-bar', stops: ['.context button:not(:disabled)', 'button'] },
];

/** Moves the focus to the next part of the window, or back to the one before. */
function goToPart(step: 1 | -1): void {
  const there = parts.filter(({ part }) => document.querySelector(part));
  const at = there.findIndex(({ part }) => document.activeElement?.closest(part));
  const from = at < 0 ? (step > 0 ? -1 : 0) : at;
  const next = there[(from + step + there.length) % there.length];
  const found = next?.stops.map((stop) => document.querySelector<HTMLElement>(`${next.part} :is(${stop})`));
  found?.find((stop) => stop !== null)?.focus();
}

type Id = (typeof anywhere)[number] | (typeof outsideText)[number] | (typeof onThings)[number];

function runAnywhere(acts: Acts, id: Id): void {
  switch (id) {
    case 'find':
      return startFind(acts);
    case 'onlyPain':
      return onlyPain(acts);
    case 'focusLane':
      return focusLane(acts, acts.editor.selection.focus);
    case 'save':
      return void acts.save();
    case 'saveAs':
      return void acts.saveAs();
    case 'export':
      acts.exportOpen = true;
      return;
    case 'zoomIn':
      return acts.editor.camera.step(1);
    case 'zoomOut':
      return acts.editor.camera.step(-1);
    case 'undo':
      return void acts.undo();
    case 'redo':
      return void acts.redo();
    case 'nextPart':
      return goToPart(1);
    case 'previousPart':
      return goToPart(-1);
    case 'panels':
      return acts.togglePanels();
    case 'inspector':
      return acts.enterInspector();
    case 'repeat':
      return acts.app.notices.say(acts.app.notices.said.sentence);
    case 'natural':
      return acts.natural();
    case 'fit':
      return acts.fit();
  }
}

/** Escape, where nothing is selected: all lanes are clear again, then nothing is filtered. */
function leave(acts: Acts): boolean {
  const { editor } = acts;
  if (editor.focusLane !== null) focusLane(acts, null);
  else if (editor.finding.open) endFind(acts);
  else return false;
  return true;
}

/** Runs what a key stands for on the open map, unless somebody nearer has dealt with it. */
export function runKey(acts: Acts, event: KeyboardEvent): void {
  countHint(acts, event);
  if (event.defaultPrevented) return;
  const text = inText(event.target);
  const { focus } = acts.editor.selection;
  const letters = acts.app.settings.single_letter_keys && focus !== null && things.includes(kindOf(focus));
  const onGrid = letters && document.activeElement?.closest('.canvas') ? onThings : [];
  const id = shortcutOf(event, text ? anywhere : [...anywhere, ...outsideText, ...onGrid]);
  if (id === null) return void (event.key === 'Escape' && !text && leave(acts) && event.preventDefault());
  event.preventDefault();
  runAnywhere(acts, id);
}
