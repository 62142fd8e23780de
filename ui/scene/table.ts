// The Scene read as a table: stages as columns, lanes as rows, cells in between. For numbers, culling and keys.
import type { Id, Node, NodeKey } from '../shell/types';
import { idsOf, kindOf, type HeldScene, type Taken } from '../state/scene';

/** A lane. */
export interface Row {
  key: NodeKey;
  lane: string;
  label: NodeKey;
  /** A cell a stage, in the order of the stages. */
  cells: NodeKey[];
}

/** From where to where something lies along one axis, in the Scene's px. */
export interface Extent {
  start: number;
  end: number;
}

/** The table of the Scene at hand. */
export class Table {
  /** The stages' keys, first to last. */
  stages: NodeKey[] = [];
  /** The lanes, top to bottom. */
  rows: Row[] = [];
  /** Where each stage lies, left to right: a hand on the map asks at every move. */
  columns: Extent[] = [];
  /** Where each lane lies, top to bottom. */
  bands: Extent[] = [];

  /** Reads it anew. */
  read(scene: HeldScene): void {
    const root = scene.node(scene.root);
    const top = root ? scene.children(root) : [];
    const header = top.find((node) => node.key.startsWith('header/'));
    const stages = header ? scene.children(header).filter((node) => node.role === 'stage') : [];
    this.stages = stages.map((node) => node.key);
    this.rows = top
      .filter((node) => node.key.startsWith('sheet/'))
      .flatMap((sheet) => scene.children(sheet).filter((node) => node.role === 'lane'))
      .map((lane) => row(lane, scene));
    this.columns = this.stages.map((key) => {
      const { x, w } = scene.place(key)!;
      return { start: x, end: x + w };
    });
    this.bands = this.rows.map(({ key }) => {
      const { y, h } = scene.place(key)!;
      return { start: y, end: y + h };
    });
  }

  /** The column at a place of the Scene; the outermost one beyond. −1 where there is no stage. */
  columnAt(x: number): number {
    return Math.max(0, last(this.columns, x)) - (this.columns.length === 0 ? 1 : 0);
  }

  /** The lane at a place of the Scene; −1 above the first, between the sheets and below the last. */
  bandAt(y: number): number {
    const at = last(this.bands, y);
    return at >= 0 && y < this.bands[at]!.end ? at : -1;
  }

  /** The id of a column's stage. */
  stageId(column: number): Id {
    return (this.stages[column] ?? '').slice('stage/'.length);
  }

  /** The ids of the stages, first to last. */
  get stageIds(): string[] {
    return this.stages.map((key) => key.slice('stage/'.length));
  }

  /** The stage whose column holds `x`, in the header's frame; the first or last one beyond. */
  stageAt(x: number, scene: HeldScene): Node | null {
    let found: Node | null = null;
    for (const key of this.stages) {
      const stage = scene.node(key);
      if (stage && (found === null || stage.origin.x <= x)) found = stage;
    }
    return found;
  }
}

/** The last extent that begins at or before a place; −1 where none does. */
function last(extents: readonly Extent[], at: number): number {
  let [low, high] = [0, extents.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (extents[middle]!.start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function row(lane: Node, scene: HeldScene): Row {
  const children = scene.children(lane);
  return {
    key: lane.key,
    lane: idsOf(lane.key)[0] ?? '',
    label: children.find((node) => node.role === 'lane_label')?.key ?? '',
    cells: children.filter((node) => node.role === 'cell').map((node) => node.key),
  };
}

/** What the table is read from. */
const tableKinds: ReadonlySet<string> = new Set(['header', 'sheet', 'stage', 'lane', 'label', 'cell']);

/** Whether a patch touches what the table is read from. */
export function touchesTable(scene: HeldScene, { changed, moved, removed }: Taken): boolean {
  const is = (key: NodeKey) => key === scene.root || tableKinds.has(kindOf(key));
  return changed.some(is) || moved.some(is) || removed.some(({ key }) => is(key));
}
