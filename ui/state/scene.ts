// The Scene as the page holds it: the nodes by key, kept up to date by patches. Plain data, nothing is drawn here.
import type {
  FontFace,
  Node,
  NodeKey,
  Patch,
  Point,
  RecordId,
  Rect,
  SceneImage,
  Size,
  Table,
  WholeScene,
} from '../shell/types';

/** What a patch did to the Scene at hand, for whoever draws it. */
export interface Taken {
  /** Nodes that are new or differ in more than their origin, in tree order. */
  changed: NodeKey[];
  moved: NodeKey[];
  /** Nodes that are gone, as they were. */
  removed: Node[];
  fonts: FontFace[];
}

/** The Scene that the window shows. */
export class HeldScene {
  revision: number;
  size: Size;
  title: string;
  readonly language: string;
  readonly background: string;
  readonly root: NodeKey;
  readonly nodes = new Map<NodeKey, Node>();
  readonly fonts: FontFace[];
  readonly images = new Map<string, SceneImage>();

  constructor(whole: WholeScene) {
    this.revision = whole.revision;
    this.size = whole.size;
    this.title = whole.title;
    this.language = whole.language;
    this.background = whole.background;
    this.root = whole.root;
    this.fonts = [...whole.fonts];
    for (const node of whole.nodes) this.nodes.set(node.key, node);
    for (const image of whole.images) this.images.set(image.hash, image);
  }

  /** Takes a patch over. Null where it does not follow on this revision: fetch the whole Scene. */
  take(patch: Patch): Taken | null {
    if (patch.revision !== this.revision + 1) return null;
    const removed: Node[] = [];
    for (const key of patch.removed) {
      const node = this.nodes.get(key);
      if (node) removed.push(node);
      this.nodes.delete(key);
    }
    for (const [key, origin] of patch.moved) {
      const node = this.nodes.get(key);
      if (node) this.nodes.set(key, { ...node, origin });
    }
    for (const node of patch.changed) this.nodes.set(node.key, node);
    this.revision = patch.revision;
    this.size = patch.size;
    this.title = patch.title;
    this.fonts.push(...patch.fonts);
    for (const image of patch.images) this.images.set(image.hash, image);
    return {
      changed: patch.changed.map((node) => node.key),
      moved: patch.moved.map(([key]) => key),
      removed,
      fonts: patch.fonts,
    };
  }

  node(key: NodeKey): Node | undefined {
    return this.nodes.get(key);
  }

  /** The nodes that lie in a node, in reading order. */
  children(node: Node): Node[] {
    const found: Node[] = [];
    for (const key of node.children) {
      const child = this.nodes.get(key);
      if (child) found.push(child);
    }
    return found;
  }

  /** The points of a curve that lie in a cell, in reading order. */
  points(cell: NodeKey): NodeKey[] {
    return (this.nodes.get(cell)?.children ?? []).filter((key) => kindOf(key) === 'feeling');
  }

  /** A node's origin in the frame of another one above it; in the Scene's frame without one. */
  at(key: NodeKey, frame?: NodeKey): Point {
    let [x, y] = [0, 0];
    for (let at: NodeKey | null = key; at !== null && at !== frame;) {
      const node = this.nodes.get(at);
      if (!node) break;
      x += node.origin.x;
      y += node.origin.y;
      at = node.parent;
    }
    return { x, y };
  }

  /** Where a node lies on the Scene. */
  place(key: NodeKey): Rect | null {
    const node = this.nodes.get(key);
    if (!node) return null;
    const { x, y } = this.at(key);
    return { x, y, w: node.size.w, h: node.size.h };
  }
}

/** The ids in a key: `cell/LANE/STAGE` has two. */
export function idsOf(key: NodeKey): string[] {
  return key.split('/').slice(1);
}

/** The kind in a key: `card` of `card/ID`. */
export function kindOf(key: NodeKey): string {
  return key.slice(0, key.indexOf('/'));
}

/** Which table a key's record is in, by the kind of the key. */
const tables: Readonly<Record<string, Table>> = {
  card: 'card',
  stage: 'stage',
  label: 'lane',
  gap: 'gap',
  feeling: 'feeling',
  path: 'path',
};

/** The record that a key stands for, where it is one that people add, change and remove; null for all else. */
export function recordOf(key: NodeKey): RecordId | null {
  const [table, [id]] = [tables[kindOf(key)], idsOf(key)];
  return table && id !== undefined ? { table, id } : null;
}

/** What a thing of the map is called. What a stage, a gap or a lane says goes on with what is known of it. */
export function shownName(node: Node | undefined): string {
  const name = node?.prims.find((prim) => prim.kind === 'text');
  const heads = node !== undefined && ['stage', 'gap', 'label'].includes(kindOf(node.key));
  return (heads && name?.kind === 'text' && name.text) || (node?.text.split('\n')[0] ?? '');
}

/** The record whose words a node shows. */
export function wordsOf(key: NodeKey): RecordId | null {
  const [id] = idsOf(key);
  if (id === undefined) return null;
  switch (kindOf(key)) {
    case 'lane':
      return { table: 'lane', id };
    case 'title':
      return { table: 'map', id };
    default:
      return recordOf(key);
  }
}
