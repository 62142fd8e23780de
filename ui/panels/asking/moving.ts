// What "Move to…" offers for cards, a stage or a gap, and the edit that an answer comes to.

import type { Edit, Id, NodeKey, Place } from '../../shell/types';
import type { Asking } from '../../state/asking';
import { moveCards, moveGap, moveStage } from '../../state/edits';
import type { Editor } from '../../state/editor.svelte';
import { cardsIn, cellOfCard, lanes, stages } from '../../state/order';
import { idsOf, shownName } from '../../state/scene';
import { words } from '../../words';

/** An id and its name, as a list offers it. */
type Offer = [Id, string];

/** A question of the dialog. Lists that are empty are not asked. */
export interface Moving {
  title: string;
  focus: NodeKey;
  stages: Offer[];
  lanes: Offer[];
  /** Where it is now. */
  stage: Id;
  lane: Id;
  /** What it can come after. */
  places(lane: Id, stage: Id): Offer[];
  edit(lane: Id, stage: Id, place: string): Edit | null;
}

/** The place that a list's value stands for. */
function placeOf(value: string): Place {
  return value === 'first' || value === 'last' ? value : { after: value };
}

/** What a thing is called. */
function said(editor: Editor, key: NodeKey): string {
  return shownName(editor.scene?.node(key));
}

function ofCards(editor: Editor, cards: Id[], focus: NodeKey): Moving | null {
  const nodes = editor.scene!.nodes;
  const [first] = cards;
  const cell = first === undefined ? null : cellOfCard(nodes, first);
  if (!cell) return null;
  const taking = lanes(nodes).filter((lane) => editor.holdsCards(lane));
  const staying = (lane: Id, stage: Id) =>
    cardsIn(nodes, { lane, stage }).filter((id) => !cards.includes(id));
  return {
    title: words.move.cards(cards.length),
    focus,
    ...cell,
    stages: stages(nodes).map((id): Offer => [id, said(editor, `stage/${id}`)]),
    lanes: taking.map((id): Offer => [id, said(editor, `label/${id}`)]),
    places: (lane, stage) => staying(lane, stage).map((id): Offer => [id, said(editor, `card/${id}`)]),
    edit: (lane, stage, place) => moveCards(inOrder(editor, cards), lane, stage, placeOf(place)),
  };
}

/** Cards as they lie on the map, so that they keep their order where they go. */
function inOrder(editor: Editor, cards: Id[]): Id[] {
  const nodes = editor.scene!.nodes;
  const all = stages(nodes).flatMap((stage) =>
    lanes(nodes).flatMap((lane) => cardsIn(nodes, { lane, stage })),
  );
  return all.filter((id) => cards.includes(id));
}

function ofStage(editor: Editor, stage: Id, focus: NodeKey): Moving {
  const others = stages(editor.scene!.nodes).filter((id) => id !== stage);
  return {
    title: words.move.stage(said(editor, `stage/${stage}`)),
    focus,
    stages: [],
    lanes: [],
    stage,
    lane: '',
    places: () => others.map((id): Offer => [id, said(editor, `stage/${id}`)]),
    edit: (_lane, _stage, place) => moveStage(stage, placeOf(place)),
  };
}

function ofGap(editor: Editor, gap: Id, focus: NodeKey): Moving | null {
  const nodes = editor.scene!.nodes;
  const [lane, stage] = idsOf(editor.scene?.node(focus)?.parent ?? '');
  if (lane === undefined || stage === undefined) return null;
  const there = (at: Id) =>
    (nodes.get(`cell/${lane}/${at}`)?.children ?? [])
      .filter((key) => key.startsWith('gap/') && key !== focus)
      .map((key): Offer => [key.slice('gap/'.length), said(editor, key)]);
  return {
    title: words.move.gap(said(editor, focus)),
    focus,
    // After the last stage there is no boundary.
    stages: stages(nodes)
      .slice(0, -1)
      .map((id): Offer => [id, words.move.after(said(editor, `stage/${id}`))]),
    lanes: [],
    stage,
    lane,
    places: (_lane, at) => there(at),
    edit: (_lane, at, place) => moveGap(gap, at, placeOf(place)),
  };
}

/** What is asked; null where it is no longer there. */
export function moving(editor: Editor, asked: Asking): Moving | null {
  if (!editor.scene) return null;
  if (asked.what === 'move') return ofCards(editor, asked.cards, asked.focus);
  if (asked.what === 'move_stage') return ofStage(editor, asked.stage, asked.focus);
  return asked.what === 'move_gap' ? ofGap(editor, asked.gap, asked.focus) : null;
}
