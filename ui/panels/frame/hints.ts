// Which keys the bottom bar hints at: what they do right now, with what has the focus of the map or is being written.

import { keysBesideLetters, keysOf } from '../../shortcuts';
import type { NodeKey, Table } from '../../shell/types';
import type { Editor } from '../../state/editor.svelte';
import { stages } from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import { words } from '../../words';

/** Keys, and what they do. */
export type Hint = readonly [keys: string, what: string];

/** What else has a name that Enter opens. */
const worded: ReadonlySet<string> = new Set(['label', 'gap', 'title']);

/** The keys that help now; `inMap` says whether something on the map has the focus. */
export function hintsOf(editor: Editor, inMap: boolean): Hint[] {
  const { hints } = words.bar;
  const all: Hint = [keysOf('keys'), hints.keys];
  if (!inMap) return [all];
  if (editor.writing !== null) return [...whileWriting(editor.writing), all];
  const { focus } = editor.selection;
  return focus !== null && editor.scene?.node(focus) ? [...onThing(editor, focus), all] : [all];
}

function whileWriting(table: Table): Hint[] {
  const { hints } = words.bar;
  switch (table) {
    case 'card':
      return [
        ['Enter', hints.below],
        ['Tab', hints.nextStage],
        ['Esc', hints.done],
      ];
    case 'stage':
      return [
        ['Enter', hints.done],
        ['Tab', hints.nextStage],
      ];
    default:
      return [['Enter', hints.done]];
  }
}

function onThing(editor: Editor, focus: NodeKey): Hint[] {
  const { hints } = words.bar;
  const letters = editor.singleLetters();
  // Where single letters are switched off, another key does the same.
  const more = letters ? keysOf('newCard') : (keysBesideLetters(keysOf('newCard')) ?? '');
  const kind = kindOf(focus);
  switch (kind) {
    case 'card':
      return [
        ['Enter', hints.edit],
        [more, hints.below],
      ];
    case 'feeling':
      return [
        ['↑ ↓', hints.value],
        ['← →', hints.place],
        ['Enter', hints.label],
      ];
    case 'path':
      return [['Enter', hints.label]];
    case 'cell':
      return onCell(editor, focus, more);
    case 'stage':
      return letters
        ? [
            ['Enter', hints.rename],
            [keysOf('stageAfter'), hints.stageAfter],
          ]
        : [['Enter', hints.rename]];
    default:
      return worded.has(kind) ? [['Enter', hints.rename]] : [];
  }
}

function onCell(editor: Editor, cell: NodeKey, more: string): Hint[] {
  const { hints } = words.bar;
  const { scene, laneKinds } = editor;
  const [lane = '', stage] = idsOf(cell);
  if (editor.holdsCards(lane)) return [['Enter', hints.newCard]];
  switch (laneKinds.get(lane)) {
    case 'emotions':
      return scene && scene.points(cell).length > 0
        ? [
            ['Enter', hints.points],
            [more, hints.newPoint],
          ]
        : [['Enter', hints.newPoint]];
    case 'gaps':
      // A gap lies before a further stage.
      return scene && editor.singleLetters() && stages(scene.nodes).at(-1) !== stage
        ? [[keysOf('gapAfter'), hints.newGap]]
        : [];
    default:
      return [];
  }
}
