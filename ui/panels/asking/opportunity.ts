// A new opportunity, made where something is that it answers.

import { newId } from '../../shell/ids';
import type { Edit, Id, RecordId } from '../../shell/types';
import { addAnswer, addCard, addLane } from '../../state/edits';
import type { Editor } from '../../state/editor.svelte';

/** The edits that make an opportunity in a stage and link it to pains and gaps; the lane comes along where none is there. */
export function newOpportunity(
  { open, laneKinds }: Editor,
  problems: readonly RecordId[],
  stage: Id,
  text: string,
): Edit[] {
  const lane = [...laneKinds].find(([, kind]) => kind === 'opportunities')?.[0];
  const [to, card] = [lane ?? newId(), newId()];
  return [
    ...(lane === undefined ? [addLane(to, open.map, 'opportunities', 'insight', 'last')] : []),
    addCard(card, to, stage, text),
    ...problems.map((problem) => addAnswer(newId(), card, problem)),
  ];
}
