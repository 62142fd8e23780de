// How much of the Scene the window shows: zoom and place. The canvas tells its size; the Scene is not laid out here.
import type { CameraPlace } from '../shell/shell';
import type { Point, Rect, Size } from '../shell/types';

/** The steps of Ctrl + and Ctrl −. */
const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
/** As far as the wheel goes. */
export const zoomRange = { min: 0.1, max: 4 };
/** Fit width shrinks stages first, then zooms, but the map is not seen smaller than this. */
const smallestFit = 0.5;

/** How much of a map is told at a zoom: all, the first line of a card, or bars. */
export type Detail = 'full' | 'line' | 'bars';

/** What of a map is told where it is seen so large. */
export function detailAt(seen: number): Detail {
  return seen < 0.45 ? 'bars' : seen < 0.7 ? 'line' : 'full';
}

/** The camera of one window. Scroll places are in real px, the rest in the Scene's own. */
export class Camera {
  /** Real px for one px of the Scene. */
  zoom = $state(1);
  /** Whether the Scene is laid out for the window's width, or at its natural one. */
  layout = $state<'fit' | 'natural'>('fit');
  /** Whether the zoom follows the window's width. */
  fitting = $state(true);
  /** The canvas's own size in real px, without bars and panels. */
  view = $state.raw<Size>({ w: 0, h: 0 });
  /** The Scene's size. */
  scene = $state.raw<Size>({ w: 0, h: 0 });
  /** How far it is scrolled, in real px. */
  scroll = $state.raw<Point>({ x: 0, y: 0 });
  /** Set by the canvas: scrolls to a place, in real px. */
  scrollTo: (to: Point) => void = () => {};
  /** Where to scroll once another map is painted. */
  #landing: Point | null = null;

  constructor(
    /** How much larger than usual the whole page is shown, as a person set it. */
    private readonly larger: () => number = () => 1,
  ) {}

  /** Where it is, to come back to. */
  get place(): CameraPlace {
    const { zoom, layout, fitting, scroll } = this;
    return { zoom, layout, fitting, scroll };
  }

  /** Goes to a place of another map, to its beginning for none; scrolls there once that is painted. */
  turn(place: CameraPlace | undefined): void {
    if (place) [this.zoom, this.layout, this.fitting] = [place.zoom, place.layout, place.fitting];
    this.#landing = place?.scroll ?? { x: 0, y: 0 };
  }

  /** The map is painted: scrolls to where it is to be looked at. */
  land(): void {
    const to = this.#landing;
    this.#landing = null;
    if (to) this.scrollTo(to);
  }

  /** The width that layout is asked for. */
  get width(): { natural: null } | { fit: number } {
    return this.layout === 'fit' ? { fit: Math.max(1, Math.floor(this.view.w)) } : { natural: null };
  }

  /** How much larger than usual the whole page is shown: the engine enlarges it, its px stay px to the page. */
  get scale(): number {
    return this.larger();
  }

  /** The zoom at which the whole width shows. */
  get fitZoom(): number {
    const { w } = this.scene;
    return w > 0 && this.view.w > 0 ? Math.min(1, Math.max(smallestFit / this.scale, this.view.w / w)) : 1;
  }

  /** What is told: what counts is how large the map is seen. */
  get detail(): Detail {
    return detailAt(this.zoom * this.scale);
  }

  /** What shows, in the Scene's px. */
  get shown(): Rect {
    return {
      x: this.scroll.x / this.zoom,
      y: this.scroll.y / this.zoom,
      w: this.view.w / this.zoom,
      h: this.view.h / this.zoom,
    };
  }

  /** Takes a new Scene's size over; a fitted one keeps filling the width. */
  sized(scene: Size): void {
    this.scene = scene;
    if (this.fitting) this.zoom = this.fitZoom;
  }

  /** Zooms so that the place of the Scene under `at` (real px in the canvas) stays under it. */
  zoomTo(zoom: number, at: Point = { x: this.view.w / 2, y: this.view.h / 2 }): void {
    const next = Math.min(zoomRange.max, Math.max(zoomRange.min, zoom));
    const factor = next / this.zoom;
    const to = { x: (this.scroll.x + at.x) * factor - at.x, y: (this.scroll.y + at.y) * factor - at.y };
    this.fitting = false;
    this.zoom = next;
    this.scrollTo(to);
  }

  /** The next step in (1) or out (−1). */
  step(direction: 1 | -1, at?: Point): void {
    const close = 0.01;
    const next =
      direction > 0
        ? steps.find((step) => step > this.zoom + close)
        : steps.findLast((step) => step < this.zoom - close);
    if (next !== undefined) this.zoomTo(next, at);
  }

  /** The map at its natural size. */
  natural(): void {
    this.layout = 'natural';
    this.fitting = false;
    this.zoom = 1;
  }

  /** The map as wide as the window. */
  fit(): void {
    this.layout = 'fit';
    this.fitting = true;
    this.zoom = this.fitZoom;
  }
}
