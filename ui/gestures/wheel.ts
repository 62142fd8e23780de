// The wheel: scrolls, with Shift sideways, with Ctrl it zooms at the pointer; or the other way round, as a person set it.
import type { Desk } from './desk';

/** How fast the wheel zooms: a notch of 100 px is about a fifth. */
const perPx = 0.002;
/** What a browser means by a line and by a page of scrolling, in px. */
const units = [1, 16, 400];

/** Acts on a turn of the wheel. Plain scrolling is left to the engine. */
export function wheel(desk: Desk, event: WheelEvent): void {
  const unit = units[event.deltaMode] ?? 1;
  const zooms = desk.editor.preferences.settings.wheel === 'zoom';
  if ((event.ctrlKey || event.metaKey) !== zooms && !event.shiftKey) {
    event.preventDefault();
    const { camera } = desk.editor;
    const view = desk.viewport.getBoundingClientRect();
    const turned = Math.max(-200, Math.min(200, event.deltaY * unit));
    camera.zoomTo(camera.zoom * Math.exp(-turned * perPx), {
      x: event.clientX - view.left,
      y: event.clientY - view.top,
    });
  } else if (event.ctrlKey && !event.shiftKey) {
    // The engine would zoom the page.
    event.preventDefault();
    desk.viewport.scrollTop += event.deltaY * unit;
    desk.viewport.scrollLeft += event.deltaX * unit;
  } else if (event.shiftKey && event.deltaX === 0) {
    event.preventDefault();
    desk.viewport.scrollLeft += event.deltaY * unit;
  }
}
