// The map from afar, in numbers: a column a stage, how much holds buyers up in it, and the frame of what shows.
import type { StageFriction } from '../../shell/shell';
import type { Rect, Size } from '../../shell/types';
import type { Camera } from '../../state/camera.svelte';
import type { HeldScene } from '../../state/scene';
import { stages } from '../../state/order';

/** The size of the drawing in px, and the room around it. */
export const size: Size = { w: 240, h: 150 };
const pad = 12;

/** A stage in the drawing. */
export interface Column {
  id: string;
  name: string;
  x: number;
  w: number;
  /** How red it is, from 0 to 1. */
  heat: number;
}

/** The drawing. */
export interface Minimap {
  /** Drawing px for one px of the Scene. */
  scale: number;
  /** Where the Scene's corner lies in the drawing. */
  left: number;
  top: number;
  columns: Column[];
  /** The upper edge of the lanes and their height. */
  body: { y: number; h: number };
}

/** Draws a Scene as small as fits. */
export function minimap(scene: HeldScene, friction: readonly StageFriction[]): Minimap {
  const scale = Math.min((size.w - 2 * pad) / scene.size.w, (size.h - 2 * pad) / scene.size.h);
  const left = (size.w - scene.size.w * scale) / 2;
  const top = (size.h - scene.size.h * scale) / 2;
  const most = Math.max(0, ...friction.map((one) => one.friction ?? 0));
  let head = 0;
  const columns = stages(scene.nodes).flatMap((id): Column[] => {
    const place = scene.place(`stage/${id}`);
    if (!place) return [];
    head = place.y + place.h;
    const own = friction.find((one) => one.stage === id)?.friction ?? 0;
    const name = scene.node(`stage/${id}`)?.text.split('\n')[0] ?? '';
    return [{ id, name, x: left + place.x * scale, w: place.w * scale, heat: most > 0 ? own / most : 0 }];
  });
  return { scale, left, top, columns, body: { y: top + head * scale, h: (scene.size.h - head) * scale } };
}

/** The frame of what shows, in the drawing. */
export function frameOf(map: Minimap, camera: Camera): Rect {
  const { x, y, w, h } = camera.shown;
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const right = Math.min(camera.scene.w, x + w);
  const bottom = Math.min(camera.scene.h, y + h);
  return {
    x: map.left + left * map.scale,
    y: map.top + top * map.scale,
    w: Math.max(0, right - left) * map.scale,
    h: Math.max(0, bottom - top) * map.scale,
  };
}

/** Scrolls so that a place of the drawing is in the middle of the view. */
export function goTo(map: Minimap, camera: Camera, at: { x: number; y: number }): void {
  const { zoom, view } = camera;
  camera.scrollTo({
    x: Math.max(0, ((at.x - map.left) / map.scale) * zoom - view.w / 2),
    y: Math.max(0, ((at.y - map.top) / map.scale) * zoom - view.h / 2),
  });
}
