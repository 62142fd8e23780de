// The lanes of another kind that cards can go to without leaving their stage.

import type { MenuEntry } from '../../controls/menu';
import type { Id, NodeKey } from '../../shell/types';
import { moveCards, together } from '../../state/edits';
import { cardsIn, cellOfCard, lanes, stages } from '../../state/order';
import type { Acts } from '../acts.svelte';
import { kinds } from '../kinds';

/** An entry for each lane whose kind is not that of all the cards. */
export function lanesBeside(acts: Acts, cards: readonly Id[], focus: NodeKey): MenuEntry[] {
  const { editor } = acts;
  const nodes = editor.scene?.nodes;
  if (!nodes) return [];
  const own = new Set(cards.map((id) => editor.laneKinds.get(cellOfCard(nodes, id)?.lane ?? '')));
  const other = (lane: Id) => {
    const kind = editor.laneKinds.get(lane);
    return editor.holdsCards(lane) && !(own.size === 1 && own.has(kind));
  };
  return lanes(nodes)
    .filter(other)
    .map((lane): MenuEntry => {
      const icon = kinds.find((entry) => entry.kind === editor.laneKinds.get(lane))?.icon;
      return {
        id: lane,
        label: nodes.get(`label/${lane}`)?.text.split('\n')[0] ?? '',
        ...(icon && { icon }),
        run: () => void acts.make(into(acts, cards, lane), focus),
      };
    });
}

/** The edit that takes cards into a lane, each in its stage. */
function into(acts: Acts, cards: readonly Id[], lane: Id) {
  const nodes = acts.editor.scene!.nodes;
  const edits = stages(nodes).flatMap((stage) => {
    const here = lanes(nodes).flatMap((from) => cardsIn(nodes, { lane: from, stage }));
    const going = here.filter((id) => cards.includes(id));
    return going.length > 0 ? [moveCards(going, lane, stage, 'last')] : [];
  });
  return edits.length === 1 ? edits[0]! : together(edits);
}
