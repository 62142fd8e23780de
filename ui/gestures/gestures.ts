// Hands every event of the canvas to the moment that is under way.
import { inText, shortcutOf } from '../shortcuts';
import type { Point } from '../shell/types';
import type { Desk } from './desk';
import { Idle } from './idle';
import { GridKeys } from './keys/keys';
import { Walks } from './keys/walks';
import { Invite } from './invite';
import { Hover } from './hover';
import type { Moment } from './moment';
import { Pinch } from './pinch';
import { wheel } from './wheel';

/** Whether an event went to the page itself, and nothing lies over the map that could be meant. */
function isNobodys(event: Event): boolean {
  return (
    event.target === document.body &&
    !document.querySelector('dialog[open], [role=dialog], [role=alertdialog], [role=menu]')
  );
}

/** Listens until the returned function is called. */
export function gestures(desk: Desk): () => void {
  const hover = new Hover(desk);
  desk.hover = hover;
  const idle = new Idle(desk, hover);
  const keys = new GridKeys(desk, new Walks(desk));
  const invite = new Invite(desk);
  desk.invite = invite;
  let moment: Moment = idle;
  const go = (next: Moment | undefined) => {
    if (next) moment = next;
  };
  const { viewport } = desk;
  const stop = new AbortController();
  const listen = <Name extends keyof HTMLElementEventMap>(
    name: Name,
    hear: (event: HTMLElementEventMap[Name]) => void,
    passive?: boolean,
  ) => viewport.addEventListener(name, hear, { signal: stop.signal, ...(passive === false && { passive }) });

  /** The fingers on the canvas. */
  const fingers = new Map<number, Point>();
  /** The pointer that the moment follows. */
  let leads: number | null = null;

  const quiet = () => (invite.follow(null), hover.hide());
  listen('pointerdown', (event) => {
    if (event.pointerType === 'touch') fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (fingers.size === 2) {
      // What the first finger began was meant for two.
      go(moment.cancel?.());
      go(new Pinch(desk, fingers, idle));
    } else if (moment === idle) {
      leads = event.pointerId;
      go(moment.down?.(event));
    }
    if (moment !== idle) quiet();
  });
  listen('pointermove', (event) => {
    if (moment === idle) {
      hover.follow(event);
      invite.follow(event.target);
    } else if (event.pointerId === leads || fingers.size > 1) go(moment.move?.(event));
  });
  const lifted = (event: PointerEvent, end: () => Moment | undefined) => {
    fingers.delete(event.pointerId);
    if (event.pointerId === leads || moment instanceof Pinch) go(end());
  };
  listen('pointerup', (event) => {
    lifted(event, () => moment.up?.(event));
    if (moment === idle) invite.follow(event.target);
  });
  listen('pointercancel', (event) => lifted(event, () => moment.cancel?.()));
  listen('pointerleave', quiet);
  listen('focusin', (event) => invite.follow(event.target));
  listen('scroll', quiet);
  listen('dblclick', (event) => idle.doubleClick(event));
  listen('wheel', (event) => wheel(desk, event), false);
  // The middle button would begin the web view's own scrolling.
  listen('auxclick', (event) => event.preventDefault());
  const options = { signal: stop.signal };
  listen('paste', (event) => keys.paste(event));
  desk.held.listen(stop.signal);
  window.addEventListener('blur', () => {
    go(moment.cancel?.());
    idle.letSpace();
    fingers.clear();
  }, options); // prettier-ignore
  window.addEventListener('keyup', (event) => {
    if (event.key === ' ') idle.letSpace();
    go(moment.keyUp?.(event));
  }, options); // prettier-ignore
  // While dragging the focus may be anywhere.
  window.addEventListener('keydown', (event) => {
    if (moment !== idle) go(moment.key?.(event));
  }, { ...options, capture: true }); // prettier-ignore
  const hear = (event: KeyboardEvent) => {
    if (moment !== idle || inText(event.target)) return;
    idle.key(event);
    // Held for panning, Space would select and let go by turns.
    if (event.key === ' ' && event.repeat) return;
    if (!keys.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  listen('keydown', hear);
  // Where nothing has the focus, as after a map was opened, keys are the map's, as if the one stop of its grid had it.
  const page = document;
  page.addEventListener('keydown', (event) => {
    if (moment !== idle || event.defaultPrevented || !isNobodys(event)) return;
    // What nobody sees to have the focus is not removed by it.
    if (shortcutOf(event, ['delete', 'cut']) === null) hear(event);
    else event.preventDefault();
    const { focus } = desk.selection;
    if (event.defaultPrevented && focus !== null && page.activeElement === page.body) desk.focus(focus);
  }, options); // prettier-ignore
  page.addEventListener('paste', (event) => isNobodys(event) && keys.paste(event), options);
  return () => {
    go(moment.cancel?.());
    desk.hover = null;
    desk.invite = null;
    stop.abort();
  };
}
