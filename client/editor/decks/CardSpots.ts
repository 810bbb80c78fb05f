/** Where the cards of a deck go: beside it when they are drawn, over nothing else, into the area that lies there; and how large decks are. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { areaAt } from '../../../shared/board/operations.ts';
import type { DeckProps } from '../../../shared/elements/deck/cards.ts';
import { deck as deckKind } from '../../../shared/elements/deck/deck.ts';
import type { Element, ElementId, Size } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { type Box, center } from '../../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import type { BoardIndex } from '../BoardIndex.ts';
import { areaUnder } from '../dropTarget.ts';
import { freePlace } from '../freePlace.ts';

const NOBODY: ReadonlySet<ElementId> = new Set();
const GAP = 24;

export interface CardSpot {
  readonly card: Element;
  /** Page position of its top left. */
  readonly at: Vec;
  readonly parent: ElementId | null;
}

export class CardSpots {
  readonly #board: BoardDoc;
  readonly #index: BoardIndex;
  readonly #isDeck: (id: ElementId) => boolean;

  constructor(board: BoardDoc, index: BoardIndex, isDeck: (id: ElementId) => boolean) {
    this.#board = board;
    this.#index = index;
    this.#isDeck = isDeck;
  }

  /** For cards that leave a deck: side by side to its right. */
  beside(deck: ElementId, cards: readonly ElementId[]): CardSpot[] {
    const board = this.#board;
    const frame = board.frame(deck);
    if (!frame) return [];
    const around = new Set(board.tree.ancestors(deck));
    const given: Box[] = [];
    return cards.flatMap((id) => {
      const card = board.get(id);
      if (!card) return [];
      const [w, h] = card.size;
      const spot = this.#room({ x: frame.x + frame.w + GAP, y: frame.y, w, h }, (other) => !around.has(other), given);
      given.push(spot);
      return [{ card, at: spot, parent: this.areaAt(center(spot)) }];
    });
  }

  /** The nearest free place for a box; areas do not count, other decks do. */
  free(wanted: Box): Box {
    return this.#room(wanted, (id) => {
      const element = this.#board.get(id);
      return this.#isDeck(id) || (element !== undefined && !kindOf(element).isContainer);
    });
  }

  /** The area under a point that may hold something new: never a deck. */
  areaAt(point: Vec): ElementId | null {
    const under = areaUnder(this.#board, this.#index, point as PagePoint, NOBODY);
    if (under === null || !this.#isDeck(under)) return under;
    return areaAt(this.#board, point, this.#board.tree.ancestors(under), NOBODY);
  }

  #room(wanted: Box, counts: (id: ElementId) => boolean, given: readonly Box[] = []): Box {
    const spot = freePlace(wanted, (near) => [
      ...given,
      ...this.#index
        .search(near)
        .filter(({ id }) => counts(id))
        .map(({ element, origin }) => ({ x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] })),
    ]);
    return { ...wanted, x: Math.round(spot.x), y: Math.round(spot.y) };
  }
}

/** As large as a deck of cards of such sizes will be. */
export function shownSize(sizes: readonly Size[]): Size {
  const draft = { size: deckKind.defaultSize, props: deckKind.defaultProps } as Element<DeckProps>;
  const cards = sizes.map((size, n) => ({ id: String(n), kind: 'note', size }) as unknown as Element);
  return deckKind.arrange?.(draft, cards, (id) => sizes[Number(id)] ?? [0, 0]).size ?? deckKind.defaultSize;
}
