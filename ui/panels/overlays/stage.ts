// The stage that a person is at.
import { cellOfCard, cellOfKey, stages } from '../../state/order';
import { idsOf, kindOf } from '../../state/scene';
import type { Acts } from '../acts.svelte';

/** The stage that the focus is in; the first one where it is in none. */
export function focusedStage(acts: Acts): string | null {
  const { scene, selection } = acts.editor;
  if (!scene) return null;
  const key = selection.focus ?? '';
  const [id = ''] = idsOf(key);
  if (kindOf(key) === 'stage') return id;
  const parent = scene.node(key)?.parent ?? '';
  const cell = cellOfKey(key) ?? cellOfKey(parent) ?? cellOfCard(scene.nodes, id);
  return cell?.stage ?? stages(scene.nodes)[0] ?? null;
}
