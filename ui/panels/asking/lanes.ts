// The lanes of another kind that cards can go to without leaving their stage.

import type { MenuEntry } from '../../controls/menu';
import type { Id } from '../../shell/types';
import { cellOfCard, lanes } from '../../state/order';
import type { Acts } from '../acts.svelte';
import { kinds } from '../kinds';

/** An entry for each lane whose kind is not that of all the cards. */
export function lanesBeside(acts: Acts, cards: readonly Id[]): MenuEntry[] {
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
        run: () =>
          void acts.cards.toLane(
            cards.map((id) => `card/${id}`),
            lane,
          ),
      };
    });
}
