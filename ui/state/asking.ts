// What the canvas asks a person about before it acts: where to, whose, which. Panels show the question.

import type { Id, NodeKey, RecordId } from '../shell/types';

/** A question. What it is about is said by records; `focus` gets the focus back. */
export type Asking =
  | { what: 'move'; cards: Id[]; focus: NodeKey }
  | { what: 'move_stage'; stage: Id; focus: NodeKey }
  | { what: 'move_gap'; gap: Id; focus: NodeKey }
  | { what: 'lane'; cards: Id[]; focus: NodeKey }
  | { what: 'people' | 'owner' | 'answers'; records: RecordId[]; focus: NodeKey }
  | { what: 'paste'; counts: { cards: number; stages: number }; go: () => void; focus: NodeKey };
