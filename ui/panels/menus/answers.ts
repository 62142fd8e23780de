// Which opportunities answer a pain point or a gap: a check each.

import type { MenuEntry } from '../../controls/menu';
import type { RecordId } from '../../shell/types';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';
import type { Facts } from './facts';
import { idOf } from './facts';
import { item, sub } from './item';

const { menu } = words;

/** The entry that opens the opportunities of the map; none where a map has none. */
export function answers(acts: Acts, problem: RecordId, facts: Facts): MenuEntry[] {
  const { editor } = acts;
  const found = [...(editor.scene?.nodes.values() ?? [])].filter((node) => {
    const lane = node.role === 'card' ? node.parent?.split('/')[1] : undefined;
    return lane !== undefined && editor.laneKinds.get(lane) === 'opportunities';
  });
  const entries = found.map((node) => {
    const opportunity = idOf(node.key);
    const link = facts.answers.find((answer) => {
      const named = answer.problem as RecordId | undefined;
      return answer.opportunity === opportunity && named?.table === problem.table && named.id === problem.id;
    });
    const id = link === undefined ? null : String(link.id);
    return item(opportunity, node.text, () => acts.cards.answer(problem, opportunity, id), {
      checked: id !== null,
    });
  });
  return entries.length > 0 ? [sub('answers', menu.answers, entries, { keys: 'answers' })] : [];
}
