// Hands every event of the canvas to the moment that is under way.
import { inText } from '../shortcuts';
import type { Desk } from './desk';
import { Idle } from './idle';
import { GridKeys } from './keys/keys';
import { Invite } from './invite';
import type { Moment } from './moment';
import { wheel } from './wheel';

/** Listens until the returned function is called. */
export function gestures(desk: Desk): () => void {
  const idle = new Idle(desk);
  const keys = new GridKeys(desk);
  const invite = new Invite(desk);
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

  listen('pointerdown', (event) => go(moment.down?.(event)));
  listen('pointermove', (event) => {
    go(moment.move?.(event));
    if (moment === idle) invite.follow(event.target);
    else invite.hide();
  });
  listen('pointerleave', () => invite.hide());
  listen('focusin', (event) => invite.follow(event.target));
  listen('scroll', () => invite.hide());
  listen('pointerup', (event) => go(moment.up?.(event)));
  listen('pointercancel', () => go(moment.cancel?.()));
  listen('dblclick', (event) => idle.doubleClick(event));
  listen('wheel', (event) => wheel(desk, event), false);
  // The middle button would begin the web view's own scrolling.
  listen('auxclick', (event) => event.preventDefault());
  const options = { signal: stop.signal };
  window.addEventListener('blur', () => go(moment.cancel?.()), options);
  window.addEventListener('keyup', (event) => go(moment.keyUp?.(event)), options);
  window.addEventListener('keydown', (event) => {
    if (!desk.held.keep(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { ...options, capture: true }); // prettier-ignore
  // While dragging the focus may be anywhere.
  window.addEventListener('keydown', (event) => {
    if (moment !== idle) go(moment.key?.(event));
  }, { ...options, capture: true }); // prettier-ignore
  listen('keydown', (event) => {
    if (moment !== idle || inText(event.target)) return;
    idle.key(event);
    if (!keys.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  return () => {
    go(moment.cancel?.());
    stop.abort();
  };
}
