/**
 * Everything one does with decks of cards: draw, choose, shuffle, turn over, put back, make. Each is one edit and one step of undo. Cards are
 * ordinary notes and pictures that lie in the deck: drawing moves one out, or leaves it and copies it. Two people who draw the same card write
 * the same key: one place holds, nobody has it twice, and the other is told.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
import {
  asDeck,
  cardsOf,
  type DeckProps,
  isCard,
  MOST_TAKEN,
  OUT,
  takenOf,
} from '../../../shared/elements/deck/cards.ts';
import { deck as deckKind } from '../../../shared/elements/deck/deck.ts';
import type { Element, ElementId, Place, Props, Size } from '../../../shared/elements/ElementKind.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { center, union } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { type RandomBelow, shuffled } from '../../../shared/lib/shuffle.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaUnder } from '../dropTarget.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import { CardSpots, nameOf, shownSize } from './CardSpots.ts';
import { Drawn } from './Drawn.ts';

interface DecksPorts {
  readonly board: BoardDoc;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
  readonly random: RandomBelow;
  readonly now?: () => number;
}

/** A card of a deck that is still to be made. */
export interface NewCard {
  readonly kind: string;
  readonly size: Size;
  readonly text: string;
  readonly props: Props;
}

export interface NewDeck {
  readonly title: string;
  readonly props: Props;
  /** From the lowest to the top one. */
  readonly cards: readonly NewCard[];
}

export class Decks {
  readonly #ports: DecksPorts;
  readonly #decks = new Set<ElementId>();
  readonly #spots: CardSpots;
  readonly #drawn: Drawn;
  readonly #stop: () => void;

  constructor(ports: DecksPorts) {
    this.#ports = ports;
    const { board, index, notify } = ports;
    this.#drawn = new Drawn(board, ports.now ?? Date.now);
    this.#spots = new CardSpots(board, index, (id) => this.#decks.has(id));
    for (const element of board.elements()) this.#note(element);
    this.#stop = board.onChange(({ changed, deleted, local }) => {
      for (const id of deleted) this.#decks.delete(id);
      for (const id of changed) {
        const element = board.get(id);
        if (element) this.#note(element);
      }
      for (const card of this.#drawn.rivals(changed, local))
        notify({ kind: 'notice', id: 'deck.notice.rival', values: { text: nameOf(card) } });
    });
  }

  dispose(): void {
    this.#stop();
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

  /** What was taken out of a deck and lies somewhere else now. */
  taken(id: ElementId): readonly ElementId[] {
    const { board } = this.#ports;
    const props = this.propsOf(id);
    if (!props) return [];
    return takenOf(props).flatMap(({ id: card }) => {
      const element = board.get(card);
      return element && isCard(element) && board.tree.parent(card) !== id ? [card] : [];
    });
  }

  /** The deck a card was taken out of; `null` where nobody noted it, and for what lies in one. */
  originOf(card: ElementId): ElementId | null {
    const { board } = this.#ports;
    const parent = board.tree.parent(card);
    if (parent !== null && this.#decks.has(parent)) return null;
    for (const id of this.#decks) if (Object.hasOwn(board.get(id)?.props ?? {}, memberKey(OUT, card))) return id;
    return null;
  }

  /** Puts cards beside the deck, the top one unless others are named: the cards themselves, or copies, as the deck has it. Returns what lies there. */
  draw(id: ElementId, cards: readonly ElementId[] = this.#top(id)): ElementId[] {
    const { board, permits, notify, selection } = this.#ports;
    const props = this.propsOf(id);
    if (!props || permits.isReadOnly) return [];
    const known = new Set(this.cards(id).map((card) => card.id));
    const wanted = cards.filter((card) => known.has(card));
    const drawn = props.draw === 'copy' ? this.#copyOut(id, wanted) : this.#takeOut(id, wanted);
    if (drawn.length === 0) return [];
    selection.set(drawn);
    const [first] = drawn;
    const text = drawn.length === 1 && first !== undefined ? nameOf(board.get(first)) : '';
    if (text === '') notify({ kind: 'announce', id: 'deck.say.drawnSome', values: { count: drawn.length } });
    else notify({ kind: 'announce', id: 'deck.say.drawn', values: { text } });
    return drawn;
  }

  /** All cards in a new order: one edit. */
  shuffle(id: ElementId): void {
    const { board, permits, notify, random } = this.#ports;
    const cards = permits.changeable(
      this.cards(id).map((card) => card.id),
      'move',
    );
    if (cards.length < 2) return;
    const order = shuffled(cards, random);
    const keys = keysBetween(null, null, order.length);
    board.edit('shuffle', (write) => {
      for (const [at, card] of order.entries()) write.set(card, { z: keys[at] as string });
    });
    notify({ kind: 'announce', id: 'deck.say.shuffled', values: { count: order.length } });
  }

  /** Turns the deck over: the top card is shown, or its back. */
  flip(id: ElementId): void {
    const { board, permits, notify } = this.#ports;
    const props = this.propsOf(id);
    if (!props || permits.changeable([id], 'edit').length === 0) return;
    const face = props.face === 'up' ? 'down' : 'up';
    board.edit('flip', (write) => write.set(id, { props: { face } }));
    notify({ kind: 'announce', id: face === 'up' ? 'deck.say.faceUp' : 'deck.say.faceDown' });
  }

  /** Lays cards back where they were taken from; what was never in a deck stays. Returns how many went. */
  putBack(cards: Iterable<ElementId>): number {
    const { board, permits, notify } = this.#ports;
    const wanted = [...cards].flatMap((card) => {
      const deck = this.originOf(card);
      return deck === null ? [] : [{ card, deck }];
    });
    const free = new Set(
      permits.changeable(
        wanted.filter(({ deck }) => permits.mayPlace(null, deck)).map(({ card }) => card),
        'move',
      ),
    );
    const moved = wanted.filter(({ card }) => free.has(card));
    if (moved.length === 0) return 0;
    board.edit('putBack', (write) => {
      for (const { card, deck } of moved) {
        const key = memberKey(OUT, card);
        const noted = board.get(deck)?.props[key] as { readonly z: string } | undefined;
        write.set(card, { place: [deck, 0, 0], ...(noted && { z: noted.z }) });
        if (this.#mayNote(deck)) write.set(deck, { props: { [key]: undefined } });
      }
    });
    notify({ kind: 'announce', id: 'deck.say.putBack', values: { count: moved.length } });
    return moved.length;
  }

  /** A new deck with its cards, its middle at a page point or beside what lies there. Returns it. */
  make({ title, props, cards }: NewDeck, at: PagePoint): ElementId | null {
    const { board, permits, selection, notify } = this.#ports;
    if (!permits.mayAdd(cards.length + 1) || !permits.mayWeigh([{ text: title, props }, ...cards])) return null;
    const size = shownSize(cards.map((card) => card.size));
    const spot = this.#spots.free({ x: at.x - size[0] / 2, y: at.y - size[1] / 2, w: size[0], h: size[1] });
    const parent = this.#spots.areaAt(center(spot));
    const kinds = [deckKind.kind, ...new Set(cards.map(({ kind }) => kind))];
    if (permits.allowed(kinds, (kind) => permits.mayPlace(kind, parent)).length < kinds.length) return null;
    const id = board.edit('deck', (write) => {
      const created = write.create({
        ...{
          id: createId(),
          kind: deckKind.kind,
          size: deckKind.defaultSize,
          text: title,
          place: this.#placeIn(parent, spot),
        },
        ...{ z: keysOnTop(board, parent, 1)[0] ?? 'a0', props: { ...deckKind.defaultProps, ...props } },
      });
      const keys = keysBetween(null, null, cards.length);
      for (const [n, card] of cards.entries()) write.create({ ...card, place: [created, 0, 0], z: keys[n] as string });
      return created;
    });
    selection.set([id]);
    notify({ kind: 'announce', id: 'deck.say.made', values: { count: cards.length } });
    return id;
  }

  /** A deck of notes and pictures that stand on the wall, in the order in which they lie over each other. Returns it. */
  makeOf(ids: Iterable<ElementId>, title: string, props: Props): ElementId | null {
    const { board, permits, selection, notify } = this.#ports;
    const cards = permits.changeable(this.loose(ids), 'move').sort((a, b) => board.tree.compare(a, b));
    const around = union(cards.flatMap((card) => board.frame(card) ?? []));
    if (!around || !permits.mayAdd(1)) return null;
    const middle = center(around);
    const size = shownSize(cards.map((card) => board.get(card)?.size ?? [0, 0]));
    const spot = { x: middle.x - size[0] / 2, y: middle.y - size[1] / 2 };
    const parent = this.#spots.areaAt(middle);
    if (permits.allowed([deckKind.kind], (kind) => permits.mayPlace(kind, parent)).length === 0) return null;
    const id = board.edit('deck', (write) => {
      const created = write.create({
        ...{
          id: createId(),
          kind: deckKind.kind,
          size: deckKind.defaultSize,
          text: title,
          place: this.#placeIn(parent, spot),
        },
        ...{ z: keysOnTop(board, parent, 1)[0] ?? 'a0', props: { ...deckKind.defaultProps, ...props } },
      });
      const keys = keysBetween(null, null, cards.length);
      for (const [n, card] of cards.entries()) write.set(card, { place: [created, 0, 0], z: keys[n] as string });
      return created;
    });
    selection.set([id]);
    notify({ kind: 'announce', id: 'deck.say.made', values: { count: cards.length } });
    return id;
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

  #note(element: Element): void {
    if (asDeck(element)) this.#decks.add(element.id);
    else this.#decks.delete(element.id);
  }

  #top(id: ElementId): readonly ElementId[] {
    const top = this.cards(id).at(-1);
    return top ? [top.id] : [];
  }

  /** Whether this person may write down what was taken: never told, for the card is what counts. */
  #mayNote(deck: ElementId): boolean {
    const { board, permits } = this.#ports;
    return board.get(deck)?.lock === false && permits.mayChange(deck, 'edit');
  }

  #takeOut(id: ElementId, wanted: readonly ElementId[]): ElementId[] {
    const { board, permits } = this.#ports;
    const cards = permits.changeable(wanted, 'move');
    const spots = this.#spots.beside(id, cards);
    const moves = permits.allowed(spots, ({ parent }) => permits.mayPlace(null, parent));
    if (moves.length === 0) return [];
    board.edit('draw', (write) => {
      for (const [n, { card, parent, at }] of moves.entries()) {
        const place = this.#placeIn(parent, at);
        write.set(card.id, { place, z: keysOnTop(board, parent, moves.length)[n] ?? 'a0' });
        this.#drawn.add(card.id, place);
      }
      if (this.#mayNote(id))
        write.set(id, {
          props: this.#notesOf(
            id,
            moves.map(({ card }) => card),
          ),
        });
    });
    return moves.map(({ card }) => card.id);
  }

  /** What a deck then knows of what was taken: these too, and nothing of what is back or gone. */
  #notesOf(id: ElementId, cards: readonly Element[]): Props {
    const known = takenOf((this.propsOf(id) ?? {}) as DeckProps);
    const out = new Set(this.taken(id));
    const stale = known.filter((one) => !out.has(one.id)).map((one) => [memberKey(OUT, one.id), undefined] as const);
    const room = Math.max(0, MOST_TAKEN - out.size);
    const fresh = cards.slice(0, room).map(({ id: card, z }) => [memberKey(OUT, card), { z }] as const);
    return Object.fromEntries([...stale, ...fresh]);
  }

  #copyOut(id: ElementId, wanted: readonly ElementId[]): ElementId[] {
    const { board, permits } = this.#ports;
    if (!permits.mayAdd(wanted.length)) return [];
    const spots = permits.allowed(this.#spots.beside(id, wanted), ({ card, parent }) =>
      permits.mayPlace(card.kind, parent),
    );
    if (spots.length === 0 || !permits.mayWeigh(spots.map(({ card: { text, props } }) => ({ text, props })))) return [];
    return board.edit('draw', (write) =>
      spots.map(({ card: { kind, size, text, props, marks }, parent, at }, n) =>
        // Not `by`: a copy is nobody's word but that of whoever makes it.
        write.create({
          ...{ kind, size, text, props, marks: tagKeysOf(marks), place: this.#placeIn(parent, at) },
          z: keysOnTop(board, parent, spots.length)[n] ?? 'a0',
        }),
      ),
    );
  }

  #placeIn(parent: ElementId | null, at: Vec): Place {
    const origin = parent === null ? { x: 0, y: 0 } : this.#ports.board.tree.origin(parent);
    return [parent, Math.round(at.x - origin.x), Math.round(at.y - origin.y)];
  }
}
