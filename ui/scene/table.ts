// The Scene read as a table: stages as columns, lanes as rows, cells in between. For numbers, culling and keys.
import type { Node, NodeKey } from '../shell/types';
import { idsOf, type HeldScene } from '../state/scene';

/** A lane. */
export interface Row {
  key: NodeKey;
  lane: string;
  label: NodeKey;
  /** A cell a stage, in the order of the stages. */
  cells: NodeKey[];
}

/** The table of the Scene at hand. */
export class Table {
  /** The stages' keys, first to last. */
  stages: NodeKey[] = [];
  /** The lanes, top to bottom. */
  rows: Row[] = [];

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

function row(lane: Node, scene: HeldScene): Row {
  const children = scene.children(lane);
  return {
    key: lane.key,
    lane: idsOf(lane.key)[0] ?? '',
    label: children.find((node) => node.role === 'lane_label')?.key ?? '',
    cells: children.filter((node) => node.role === 'cell').map((node) => node.key),
  };
}
