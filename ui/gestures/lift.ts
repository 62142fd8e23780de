// What a press becomes once it moved: each kind of thing is dragged in its own way.
import type { NodeKey } from '../shell/types';
import { kindOf } from '../state/scene';
import { Connect } from './connect';
import type { Desk } from './desk';
import { Drag } from './drag';
import { Feel } from './feel';
import { DragGap } from './gap';
import { DragLane } from './lane';
import type { Moment } from './moment';
import { DragStage } from './stage';

/** Takes hold of a thing that was pressed; null where it stays. */
export function lift(
  desk: Desk,
  key: NodeKey,
  pressed: PointerEvent,
  event: PointerEvent,
  after: Moment,
): Moment | null {
  if (desk.editor.readOnly || !desk.painter.ensure(key)) return null;
  const ctrl = event.ctrlKey || event.metaKey;
  switch (kindOf(key)) {
    case 'card':
      if (!desk.selection.has(key)) desk.selection.only(key);
      return new Drag(desk, key, pressed, event, after);
    case 'stage':
      // With Ctrl a line is drawn from the stage's node instead.
      return ctrl ? new Connect(desk, key, event, after) : new DragStage(desk, key, pressed, event, after);
    case 'label':
      return new DragLane(desk, key, pressed, event, after);
    case 'gap':
      return new DragGap(desk, key, pressed, event, after);
    case 'feeling':
      return new Feel(desk, key, pressed, event, after);
    default:
      return null;
  }
}
