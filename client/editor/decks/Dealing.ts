/**
 * What one does with decks of cards: draw, choose, shuffle, turn over, put back, make. Each is one edit and one step of undo. Cards are
 * ordinary notes and pictures that lie in the deck: drawing moves one out, or leaves it and copies it. Two people who draw the same card write
 * the same key: one place holds, and nobody has it twice.
 */
import type { BoardDoc, BoardWriter } from '../../../shared/board/BoardDoc.ts';
import { forgottenBy } from '../../../shared/board/leaving.ts';
import { keysBetween, keysOnTop } from '../../../shared/board/order.ts';
import { type DeckProps, MOST_TAKEN, OUT, takenOf } from '../../../shared/elements/deck/cards.ts';
import { deck as deckKind } from '../../../shared/elements/deck/deck.ts';
import type { Element, ElementId, Place, Props, Size } from '../../../shared/elements/ElementKind.ts';
import { memberKey } from '../../../shared/elements/families.ts';
import { tagKeysOf } from '../../../shared/elements/marks/readMarks.ts';
import { center, union } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import { createId } from '../../../shared/lib/ids.ts';
import { type RandomBelow, shuffled } from '../../../shared/lib/shuffle.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import type { Notify } from '../Notice.ts';
import type { Permits } from '../Permits.ts';
import type { Selection } from '../Selection.ts';
import { CardSpots, shownSize } from './CardSpots.ts';
import type { Decks } from './Decks.ts';
import { nameOf } from './Drawn.ts';

export interface DealingPorts {
  readonly board: BoardDoc;
  readonly decks: Decks;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
  readonly random: RandomBelow;
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

export class Dealing {
  readonly #ports: DealingPorts;
  readonly #spots: CardSpots;

  constructor(ports: DealingPorts) {
    this.#ports = ports;
    const { board, decks, index } = ports;
    this.#spots = new CardSpots(board, index, (id) => decks.is(id));
  }

  /** Puts cards beside the deck, the next one unless others are named: the cards themselves, or copies, as the deck has it. Returns what lies there. */
  draw(id: ElementId, cards: readonly ElementId[] = this.#next(id)): ElementId[] {
    const { board, decks, permits, notify, selection } = this.#ports;
    const props = decks.propsOf(id);
    if (!props || permits.isReadOnly) return [];
    const known = new Set(decks.cards(id).map((card) => card.id));
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
    const { board, decks, permits, notify, random } = this.#ports;
    const cards = permits.changeable(
      decks.cards(id).map((card) => card.id),
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
    const { board, decks, permits, notify } = this.#ports;
    const props = decks.propsOf(id);
    if (!props || permits.changeable([id], 'edit').length === 0) return;
    const face = props.face === 'up' ? 'down' : 'up';
    board.edit('flip', (write) => write.set(id, { props: { face } }));
    notify({ kind: 'announce', id: face === 'up' ? 'deck.say.faceUp' : 'deck.say.faceDown' });
  }

  /** Lays cards back where they were last taken from, or into this deck; what was never in one stays. Returns how many went. */
  putBack(cards: Iterable<ElementId>, into: ElementId | null = null): number {
    const { board, decks, permits, notify } = this.#ports;
    const wanted = [...cards].flatMap((card) => {
      const deck = into ?? decks.originOf(card);
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
    const { permits } = this.#ports;
    if (!permits.mayAdd(cards.length + 1) || !permits.mayWeigh([{ text: title, props }, ...cards])) return null;
    const size = shownSize(cards.map((card) => card.size));
    const spot = this.#spots.free({ x: at.x - size[0] / 2, y: at.y - size[1] / 2, w: size[0], h: size[1] });
    const parent = this.#spots.areaAt(center(spot));
    const kinds = [deckKind.kind, ...new Set(cards.map(({ kind }) => kind))];
    if (permits.allowed(kinds, (kind) => permits.mayPlace(kind, parent)).length < kinds.length) return null;
    return this.#write(title, props, parent, spot, cards, (write, card, at) => write.create({ ...card, ...at }));
  }

  /** A deck of notes and pictures that stand on the wall, in the order in which they lie over each other. Returns it. */
  makeOf(ids: Iterable<ElementId>, title: string, props: Props): ElementId | null {
    const { board, decks, permits } = this.#ports;
    const cards = permits.changeable(decks.loose(ids), 'move').sort((a, b) => board.tree.compare(a, b));
    const around = union(cards.flatMap((card) => board.frame(card) ?? []));
    if (!around || !permits.mayAdd(1)) return null;
    const middle = center(around);
    const size = shownSize(cards.map((card) => board.get(card)?.size ?? [0, 0]));
    const spot = { x: middle.x - size[0] / 2, y: middle.y - size[1] / 2 };
    const parent = this.#spots.areaAt(middle);
    if (permits.allowed([deckKind.kind], (kind) => permits.mayPlace(kind, parent)).length === 0) return null;
    return this.#write(title, props, parent, spot, cards, (write, card, at) => write.set(card, at));
  }

  /** Writes a deck and, with `put`, its cards from the lowest to the top one: one edit. Returns it, selected and announced. */
  #write<Card>(
    title: string,
    props: Props,
    parent: ElementId | null,
    spot: Vec,
    cards: readonly Card[],
    put: (write: BoardWriter, card: Card, at: { readonly place: Place; readonly z: string }) => void,
  ): ElementId {
    const { board, selection, notify } = this.#ports;
    const id = board.edit('deck', (write) => {
      const { kind, defaultSize: size, defaultProps } = deckKind;
      const place = this.#placeIn(parent, spot);
      const [z = 'a0'] = keysOnTop(board, parent, 1);
      const deck = { id: createId(), kind, size, text: title, place, z, props: { ...defaultProps, ...props } };
      const created = write.create(deck);
      const keys = keysBetween(null, null, cards.length);
      for (const [n, card] of cards.entries()) put(write, card, { place: [created, 0, 0], z: keys[n] as string });
      return created;
    });
    selection.set([id]);
    notify({ kind: 'announce', id: 'deck.say.made', values: { count: cards.length } });
    return id;
  }

  /** Which one is drawn: where it stays in a deck that lies face down, any, for all would have the same one. */
  #next(id: ElementId): readonly ElementId[] {
    const { decks, random } = this.#ports;
    const cards = decks.cards(id);
    const props = decks.propsOf(id);
    const isAny = props?.draw === 'copy' && props.face === 'down' && cards.length > 0;
    const card = isAny ? cards[random(cards.length)] : cards.at(-1);
    return card ? [card.id] : [];
  }

  /** Whether this person may write down what was taken: never told, for the card is what counts. */
  #mayNote(deck: ElementId): boolean {
    const { board, permits } = this.#ports;
    return board.get(deck)?.lock === false && permits.mayChange(deck, 'edit');
  }

  #takeOut(id: ElementId, wanted: readonly ElementId[]): ElementId[] {
    const { board, decks, permits } = this.#ports;
    const cards = permits.changeable(wanted, 'move');
    const spots = this.#spots.beside(id, cards);
    const moves = permits.allowed(spots, ({ parent }) => permits.mayPlace(null, parent));
    if (moves.length === 0) return [];
    board.edit('draw', (write) => {
      for (const [n, { card, parent, at }] of moves.entries()) {
        const place = this.#placeIn(parent, at);
        write.set(card.id, { place, z: keysOnTop(board, parent, moves.length)[n] ?? 'a0' });
        decks.drew(card.id, place);
      }
      const taken = new Set(moves.map(({ card }) => card.id));
      for (const [deck, props] of forgottenBy(board, taken, permits.order)) write.set(deck, { props });
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
    const { decks } = this.#ports;
    const known = takenOf((decks.propsOf(id) ?? {}) as DeckProps);
    const out = new Set(decks.taken(id));
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
