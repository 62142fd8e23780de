// What can be done with cards: one, or all that are selected.

import { newId } from '../../shell/ids';
import type { Edit, EvidenceLevel, Id, NodeKey, RecordId } from '../../shell/types';
import { addAnswer, moveCards, set, stretchCards, together, vote } from '../../state/edits';
import { cardsIn, cardStep, cardToLane, cellOfCard, stages, type Way } from '../../state/order';
import { idsOf } from '../../state/scene';
import { words } from '../../words';
import type { Fields, Making } from './making.svelte';

const idOf = (card: NodeKey): Id => idsOf(card)[0] ?? '';
const recordOf = (card: NodeKey): RecordId => ({ table: 'card', id: idOf(card) });

/** The acts on cards. Cards are named by their nodes. */
export class CardActs {
  constructor(private readonly making: Making) {}

  /** The edit that moves a card one step; null at an end. */
  step(card: NodeKey, way: Way): Edit | null {
    const { scene } = this.making.editor;
    return scene ? cardStep(scene.nodes, idOf(card), way) : null;
  }

  /** The edit that moves a card into the lane above or below; null at an end. */
  toNeighbour(card: NodeKey, way: 'up' | 'down'): Edit | null {
    const { editor } = this.making;
    if (!editor.scene) return null;
    return cardToLane(editor.scene.nodes, idOf(card), way, (lane) => editor.holdsCards(lane));
  }

  /** Moves a card, and says where it is now. */
  async move(card: NodeKey, edit: Edit | null): Promise<void> {
    if (!(await this.making.make(edit, card))) return;
    const nodes = this.making.editor.scene?.nodes;
    const cell = nodes && cellOfCard(nodes, idOf(card));
    if (!cell) return;
    const [lane, stage] = [
      this.making.nameOf(`label/${cell.lane}`),
      this.making.nameOf(`stage/${cell.stage}`),
    ];
    this.making.offerUndo(words.done.movedTo(lane, stage.split(',')[0] ?? ''));
  }

  /** Moves cards into a lane, each to the end of its stage's cell. */
  async toLane(cards: readonly NodeKey[], lane: Id): Promise<void> {
    const nodes = this.making.editor.scene?.nodes;
    if (!nodes) return;
    const byStage = new Map<Id, Id[]>();
    for (const card of cards) {
      const cell = cellOfCard(nodes, idOf(card));
      if (cell && cell.lane !== lane)
        byStage.set(cell.stage, [...(byStage.get(cell.stage) ?? []), idOf(card)]);
    }
    const edits = [...byStage].map(([stage, ids]) => moveCards(inCellOrder(nodes, ids), lane, stage, 'last'));
    if (edits.length === 0) return;
    const name = this.making.nameOf(`label/${lane}`);
    const moved = [...byStage.values()].flat().length;
    await this.making.tell(all(edits), words.done.cardsMoved(moved, name), cards[0] ?? null);
  }

  /** Asks where cards are to go. */
  askPlace(cards: readonly NodeKey[]): void {
    const [focus] = cards;
    if (focus !== undefined) this.making.editor.asking = { what: 'move', cards: cards.map(idOf), focus };
  }

  /** Whether a card can reach one stage further, or one less. */
  canStretch(fields: Fields, by: 1 | -1): boolean {
    const row = this.#row;
    const last = row.indexOf(String(fields.to_stage ?? fields.stage));
    return by > 0 ? last < row.length - 1 : this.length(fields) > 1;
  }

  /** Makes cards reach one stage further, or one less. */
  async stretch(cards: readonly NodeKey[], by: 1 | -1): Promise<void> {
    await this.making.make(stretchCards(cards.map(idOf), by), cards[0] ?? null);
  }

  /** How many stages a card lies over. */
  length(fields: Fields): number {
    const row = this.#row;
    return row.indexOf(String(fields.to_stage ?? fields.stage)) - row.indexOf(String(fields.stage)) + 1;
  }

  async duplicate(cards: readonly NodeKey[]): Promise<void> {
    const copies = cards.map((card) => ({ card, copy: newId() }));
    const edits = copies.map(({ card, copy }): Edit => ({
      edit: 'duplicate',
      table: 'card',
      id: idOf(card),
      copy,
    }));
    const done = await this.making.tell(all(edits), words.done.duplicatedCards(cards.length));
    if (!done) return;
    const keys = copies.map(({ copy }) => `card/${copy}`);
    if (keys[0] !== undefined) this.making.editor.hands?.reveal(keys[0]);
    this.making.editor.selection.all(keys);
  }

  /** Gives cards a field of their kind; null takes it away. */
  async setField(cards: readonly NodeKey[], field: string, value: unknown): Promise<void> {
    await this.making.change(all(cards.map((card) => set(recordOf(card), `fields.${field}`, value))));
  }

  async setEvidence(cards: readonly NodeKey[], level: EvidenceLevel): Promise<void> {
    await this.making.change(all(cards.map((card) => set(recordOf(card), 'evidence', level))));
  }

  async setTeam(cards: readonly NodeKey[], team: Id | null): Promise<void> {
    await this.making.change(all(cards.map((card) => set(recordOf(card), 'team', team))));
  }

  /** Gives cards a vote each, or takes one back. */
  async vote(cards: readonly NodeKey[], by: 1 | -1): Promise<void> {
    await this.making.change(vote(cards.map(recordOf), by));
  }

  /** Adds one to a list of ids of the cards, or takes it out where the first of them has it. */
  async toggle(cards: readonly NodeKey[], list: 'people' | 'tags', id: Id): Promise<void> {
    const found = await Promise.all(cards.map((card) => this.making.record(recordOf(card))));
    const of = (fields: Fields | undefined) => (Array.isArray(fields?.[list]) ? (fields[list] as Id[]) : []);
    const off = of(found[0]).includes(id);
    const edits = cards.flatMap((card, at) => {
      const had = of(found[at]);
      if (had.includes(id) !== off) return [];
      return set(recordOf(card), list, off ? had.filter((other) => other !== id) : [...had, id]);
    });
    if (edits.length > 0) await this.making.change(all(edits));
  }

  /** Asks for a new team's or tag's name and gives it to the cards. */
  askNew(cards: readonly NodeKey[], table: 'team' | 'tag'): void {
    const { title, label } = words.ask[table];
    const answer = async (name: string) => {
      if (!name) return;
      const id = newId();
      const found = await Promise.all(cards.map((card) => this.making.record(recordOf(card))));
      const given = cards.map((card, at) => {
        const tags = Array.isArray(found[at]?.tags) ? (found[at].tags as Id[]) : [];
        return table === 'team'
          ? set(recordOf(card), 'team', id)
          : set(recordOf(card), 'tags', [...tags, id]);
      });
      const add: Edit = { edit: 'add', table, fields: { id, name }, place: 'last' };
      await this.making.change(together([add, ...given]));
    };
    this.making.asked = { title, label, value: '', suggestions: [], answer: (text) => void answer(text) };
  }

  /** Says that an opportunity answers a pain point or a gap, or takes that back. */
  async answer(problem: RecordId, opportunity: Id, link: Id | null): Promise<void> {
    const edit: Edit =
      link === null
        ? addAnswer(newId(), opportunity, problem)
        : { edit: 'remove', records: [{ table: 'answer', id: link }] };
    await this.making.make(edit);
  }

  /** The stages from left to right. */
  get #row(): Id[] {
    const { scene } = this.making.editor;
    return scene ? stages(scene.nodes) : [];
  }
}

/** Several edits as one step of undo. */
function all(edits: Edit[]): Edit {
  return edits.length === 1 ? edits[0]! : together(edits);
}

/** Cards of one cell in the order in which they lie there. */
function inCellOrder(nodes: Parameters<typeof cardsIn>[0], ids: Id[]): Id[] {
  const cell = ids[0] === undefined ? null : cellOfCard(nodes, ids[0]);
  const order = cell ? cardsIn(nodes, cell) : [];
  return [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
