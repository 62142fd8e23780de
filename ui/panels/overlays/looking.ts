// Looking at a part of the map: what is found, gaps and pain points only, one lane only.
import type { LaneKind, NodeKey } from '../../shell/types';
import { noQuery } from '../../state/finding.svelte';
import { cellOfCard, cellOfKey } from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import { words } from '../../words';
import type { Acts } from '../acts.svelte';

/** What only gaps and pain points are. */
const painful: LaneKind[] = ['pain_points', 'gaps'];

/** Opens the bar, or goes back to its words. */
export function startFind({ editor }: Acts): void {
  editor.finding.show();
}

/** Opens the bar with the field for what takes the place of the hits. */
export function startReplace({ editor }: Acts): void {
  editor.finding.show();
  editor.finding.replacing = true;
}

/** Takes bar and filter away; the focus goes back to the map. */
export function endFind({ editor }: Acts): void {
  if (!editor.finding.open) return;
  editor.finding.close();
  editor.notices.say(words.find.off);
  const { focus } = editor.selection;
  if (focus !== null) editor.hands?.reveal(focus);
}

/** Shows gaps and pain points only, or everything where that is so already. */
export function onlyPain(acts: Acts): void {
  const { finding } = acts.editor;
  const already = JSON.stringify({ ...noQuery, kinds: painful });
  if (finding.open && JSON.stringify(finding.query) === already) endFind(acts);
  else finding.ask({ ...noQuery, kinds: painful });
}

/** The lane that a thing lies in; null for what lies in none. */
export function laneOf({ editor }: Acts, key: NodeKey | null): string | null {
  if (key === null) return null;
  const [id = ''] = idsOf(key);
  if (kindOf(key) === 'label') return id;
  const parent = editor.scene?.node(key)?.parent ?? '';
  const cell = cellOfKey(key) ?? cellOfKey(parent) ?? (editor.scene && cellOfCard(editor.scene.nodes, id));
  return cell?.lane ?? null;
}

/** Dims all lanes but that of a thing; all are clear again where it was that one, or for null. */
export function focusLane(acts: Acts, key: NodeKey | null): void {
  const { editor } = acts;
  const lane = laneOf(acts, key);
  if (lane === null && editor.focusLane === null) return;
  editor.focusLane = lane === editor.focusLane ? null : lane;
  const name = editor.focusLane === null ? '' : acts.lanes.nameOf(editor.focusLane);
  editor.notices.say(editor.focusLane === null ? words.find.unfocused : words.find.focused(name));
}
