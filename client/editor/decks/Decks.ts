/**
 * Which decks of cards there are, and what lies in them, or was taken out: asked at each change of what is selected. What one does with them is
 * in `Dealing.ts`, fetched when it is first wanted. Of two who draw the same card one place holds, and the other is told here.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { asDeck, cardsOf, type DeckProps, isCard, OUT, takenOf } from '../../../shared/elements/deck/cards.ts';
import type { Element, ElementId, Place } from '../../../shared/elements/ElementKind.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaUnder } from '../dropTarget.ts';
import type { Notify } from '../Notice.ts';
import type { Selection } from '../Selection.ts';
import { Drawn, nameOf } from './Drawn.ts';

interface DecksPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly notify: Notify;
  readonly now?: () => number;
}

export class Decks {
  readonly #ports: DecksPorts;
  readonly #decks = new Set<ElementId>();
  readonly #drawn: Drawn;
  readonly #stop: () => void;

  constructor(ports: DecksPorts) {
    this.#ports = ports;
    const { board, index, notify } = ports;
    this.#drawn = new Drawn(board, ports.now ?? Date.now);
    for (const id of index.areas()) this.#look(id);
    this.#stop = board.onChange(({ changed, deleted, local }) => {
      for (const id of deleted) this.#decks.delete(id);
      for (const id of changed) this.#look(id);
      for (const card of this.#drawn.rivals(changed, local))
        notify({ kind: 'notice', id: 'deck.notice.rival', values: { text: nameOf(card) } });
    });
  }

  dispose(): void {
    this.#stop();
  }

  /** Whether it is one that can be read. */
  is(id: ElementId): boolean {
    return this.#decks.has(id);
  }

  /** A card was put there by this person's drawing it: that another has it instead is news for a moment. */
  drew(card: ElementId, place: Place): void {
    this.#drawn.add(card, place);
  }

  /** The deck the selection is about: the one that is selected, or in which the one selected card lies. */
  get selected(): ElementId | null {
    const { single } = this.#ports.selection;
    if (single === null) return null;
    if (this.#decks.has(single)) return single;
    const parent = this.#ports.board.tree.parent(single);
    return parent !== null && this.#decks.has(parent) ? parent : null;
  }

  /** The deck at a page point: what is put down there becomes a card. */
  at(point: PagePoint): ElementId | null {
    const under = areaUnder(this.#ports.board, this.#ports.index, point, new Set());
    return under !== null && this.#decks.has(under) ? under : null;
  }

  /** Whether what a hand takes out here stays, and is copied: cards of one deck that keeps them, let go outside it. */
  copies(ids: readonly ElementId[], pointer: PagePoint): boolean {
    const deck = ids[0] === undefined ? null : this.#ports.board.tree.parent(ids[0]);
    if (deck === null || this.propsOf(deck)?.draw !== 'copy' || this.at(pointer) === deck) return false;
    return ids.every((id) => this.#ports.board.tree.parent(id) === deck);
  }

  /** What the deck is set to; `null` for anything else. */
  propsOf(id: ElementId): DeckProps | null {
    return this.#decks.has(id) ? ((this.#ports.board.get(id)?.props ?? null) as DeckProps | null) : null;
  }

  /** From the lowest to the top one. */
  cards(id: ElementId): readonly Element[] {
    const { board } = this.#ports;
    return cardsOf(board.tree.children(id).flatMap((child) => board.get(child) ?? []));
  }

  /** What was taken out of a deck and lies in none now. */
  taken(id: ElementId): readonly ElementId[] {
    const props = this.propsOf(id);
    if (!props) return [];
    return takenOf(props).flatMap(({ id: card }) => (this.#isLoose(card) ? [card] : []));
  }

  /** The deck a card was taken out of; `null` where nobody noted it, and for what lies in one. */
  originOf(card: ElementId): ElementId | null {
    const { board } = this.#ports;
    const parent = board.tree.parent(card);
    if (parent !== null && this.#decks.has(parent)) return null;
    const noted = [...this.#decks].filter((id) => Object.hasOwn(board.get(id)?.props ?? {}, memberKey(OUT, card)));
    // A locked one keeps what another draw would have erased there.
    return noted.find((id) => board.get(id)?.lock === false) ?? noted[0] ?? null;
  }

  /** Of these, what can become a card: notes and pictures that lie in no deck. */
  loose(ids: Iterable<ElementId>): ElementId[] {
    return [...ids].filter((id) => this.#isLoose(id));
  }

  /** Whether so many of these can become cards: asked at each change of a selection of thousands, and ends there. */
  hasLoose(ids: Iterable<ElementId>, count: number): boolean {
    let found = 0;
    for (const id of ids) if (this.#isLoose(id) && ++found >= count) return true;
    return false;
  }

  /** Whether any of these was drawn from a deck: looks at what the decks have noted, not at all that is selected. */
  hasDrawn(ids: ReadonlySet<ElementId>): boolean {
    for (const deck of this.#decks)
      if (this.taken(deck).some((card) => ids.has(card) && this.originOf(card) !== null)) return true;
    return false;
  }

  #isLoose(id: ElementId): boolean {
    const { board } = this.#ports;
    const element = board.get(id);
    const parent = board.tree.parent(id);
    return element !== undefined && isCard(element) && (parent === null || !this.#decks.has(parent));
  }

  #look(id: ElementId): void {
    const element = this.#ports.board.get(id);
    if (element && asDeck(element)) this.#decks.add(id);
    else this.#decks.delete(id);
  }
}
