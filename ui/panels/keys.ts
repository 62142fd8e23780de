// The keys of an open map that no text box and no canvas has taken for itself.

import { inText, shortcutOf } from '../shortcuts';
import { idsOf, kindOf } from '../state/scene';
import type { Acts } from './acts.svelte';

/** Keys that act wherever the focus is. */
const anywhere = ['save', 'saveAs', 'export', 'zoomIn', 'zoomOut'] as const;
/** Keys that a text box has its own use for. */
const outsideText = ['undo', 'redo', 'natural', 'fit'] as const;
/** Keys about the selected thing; the canvas has the rest of those. */
const onSelection = [
  'left',
  'right',
  'up',
  'down',
  'laneAbove',
  'laneBelow',
  'stageAfter',
  'stageBefore',
] as const;

/** Enter and Tab in a card are what the bottom bar hints at. */
function countHint(acts: Acts, event: KeyboardEvent): void {
  const hinted = event.key === 'Enter' || event.key === 'Tab';
  const { hint_uses } = acts.app.settings;
  if (hinted && !event.isComposing && event.target instanceof HTMLTextAreaElement && hint_uses < 20)
    void acts.app.set({ hint_uses: hint_uses + 1 });
}

function runAnywhere(acts: Acts, id: (typeof anywhere)[number] | (typeof outsideText)[number]): void {
  switch (id) {
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
    case 'natural':
      return acts.natural();
    case 'fit':
      return acts.fit();
  }
}

function runOnSelection(acts: Acts, id: (typeof onSelection)[number]): boolean {
  const { keys } = acts.editor.selection;
  const [key] = keys;
  if (key === undefined || keys.length > 1) return false;
  switch (id) {
    case 'left':
    case 'right':
    case 'up':
    case 'down':
      void acts.make(acts.step(key, id), key);
      return true;
    case 'laneAbove':
    case 'laneBelow':
      void acts.make(acts.toLane(key, id === 'laneAbove' ? 'up' : 'down'), key);
      return true;
    case 'stageAfter':
    case 'stageBefore': {
      const [stage] = idsOf(key);
      if (kindOf(key) !== 'stage' || stage === undefined) return false;
      void acts.addStage(id === 'stageAfter' ? { after: stage } : { before: stage });
      return true;
    }
  }
}

/** Runs what a key stands for on the open map, unless somebody nearer has dealt with it. */
export function runKey(acts: Acts, event: KeyboardEvent): void {
  countHint(acts, event);
  if (event.defaultPrevented) return;
  const text = inText(event.target);
  const id = shortcutOf(event, text ? anywhere : [...anywhere, ...outsideText]);
  if (id !== null) {
    event.preventDefault();
    runAnywhere(acts, id);
    return;
  }
  const onGrid = !text && event.target instanceof Element && event.target.closest('[data-key]') !== null;
  const picked = onGrid ? shortcutOf(event, onSelection) : null;
  if (picked !== null && runOnSelection(acts, picked)) event.preventDefault();
}
