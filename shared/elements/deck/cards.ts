/** What a deck is made of: its props, which of its children are cards, which one lies on top, and what was taken out of it. Paints nothing. */
import { LIMITS } from '../../protocol/limits.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import type { Arrangement, Element, ElementId, Size } from '../ElementKind.ts';
import { isZ, memberReader } from '../families.ts';
import { isOneOf, isRecord, optional } from '../readProps.ts';

export const FACES = ['up', 'down'] as const;
/** `take`: the card that is drawn leaves the deck; `copy`: it stays, several may choose the same one. */
export const DRAWS = ['take', 'copy'] as const;

/** A card that was taken: where it lay among the others, so that it goes back there. */
export type OutCard = { readonly z: string };

export type DeckProps = {
  readonly face: (typeof FACES)[number];
  readonly draw: (typeof DRAWS)[number];
  /** Colour of the cards' backs; absent: blue. */
  readonly back?: NoteColor;
  /** `out:<id of the card>`. */
  readonly [out: `out:${string}`]: OutCard;
};

/** An element as a deck, where it is one that can be read. */
export const asDeck = (element: Element | undefined): Element<DeckProps> | null =>
  element?.kind === 'deck' && element.problem === undefined ? (element as unknown as Element<DeckProps>) : null;

/** The family of what was taken. */
export const OUT = 'out';

export const DECK_CHECKS = {
  face: isOneOf(FACES),
  draw: isOneOf(DRAWS),
  back: optional(isOneOf(NOTE_COLORS)),
} as const;
export const DECK_FAMILIES = { [OUT]: isRecord({ z: isZ }) } as const;

/** Measures in board units. */
export const DECK = {
  radius: 10,
  line: 2,
  pad: 20,
  /** The line at the foot, with the count. */
  foot: 44,
  /** How far each card below the top one looks out, and how many do. */
  step: 4,
  edges: 3,
  size: [264, 284],
} as const;

/** What of the size is not card. */
const AROUND = { w: 2 * DECK.pad + DECK.step * DECK.edges, h: DECK.pad + DECK.step * DECK.edges + DECK.foot } as const;

const CARDS: ReadonlySet<string> = new Set(['note', 'image']);

/** Whether an element is a card when it lies in a deck: a note or a picture. Anything else stands on it where it was put. */
export const isCard = ({ kind, problem }: Element): boolean => problem === undefined && CARDS.has(kind);

/** The cards of a deck from the lowest to the top one, of its children in order. */
export const cardsOf = (children: readonly Element[]): readonly Element[] => children.filter(isCard);

/** What was taken out of a deck, in the order in which it lay there. */
export const takenOf = memberReader<OutCard>(OUT);

/** How many may be noted as taken. */
export const MOST_TAKEN = LIMITS.familyMembers;

/** The room for a card within a deck of a size. */
export const cardRoom = ([w, h]: Size): Size => [Math.max(1, w - AROUND.w), Math.max(1, h - AROUND.h)];

/** As large as its largest card needs: it does not jump when one is drawn. Only the top card is shown, and face down not even that. */
export function arrangeDeck(
  { size, props }: Element<DeckProps>,
  children: readonly Element[],
  sizeOf: (child: ElementId) => Size,
): Arrangement {
  const cards = cardsOf(children);
  let [w, h] = cardRoom(size);
  for (const { id } of cards) {
    const [cardWidth, cardHeight] = sizeOf(id);
    w = Math.max(w, cardWidth);
    h = Math.max(h, cardHeight);
  }
  const top = cards.at(-1);
  const hidden = new Set(cards.map(({ id }) => id));
  const places = new Map<ElementId, readonly [number, number]>();
  for (const { id } of cards) {
    const [cardWidth, cardHeight] = sizeOf(id);
    places.set(id, [DECK.pad + Math.round((w - cardWidth) / 2), DECK.pad + Math.round((h - cardHeight) / 2)]);
  }
  if (top && props.face === 'up') hidden.delete(top.id);
  return { size: [w + AROUND.w, h + AROUND.h], places, hidden };
}
