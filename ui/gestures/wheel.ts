// The wheel: scrolls, with Shift sideways, with Ctrl it zooms at the pointer.
import type { Desk } from './desk';

/** How fast the wheel zooms: a notch of 100 px is about a fifth. */
const perPx = 0.002;
/** What a browser means by a line and by a page of scrolling, in px. */
const units = [1, 16, 400];

/** Acts on a turn of the wheel. Plain scrolling is left to the engine. */
export function wheel(desk: Desk, event: WheelEvent): void {
  const unit = units[event.deltaMode] ?? 1;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    const { camera } = desk.editor;
    const view = desk.viewport.getBoundingClientRect();
    const turned = Math.max(-200, Math.min(200, event.deltaY * unit));
    camera.zoomTo(camera.zoom * Math.exp(-turned * perPx), {
      x: event.clientX - view.left,
      y: event.clientY - view.top,
    });
  } else if (event.shiftKey && event.deltaX === 0) {
    event.preventDefault();
    desk.viewport.scrollLeft += event.deltaY * unit;
  }
}
