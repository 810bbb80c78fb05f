/**
 * Cards this person has drawn a moment ago, and where they were put: where another person has drawn the same one at the same moment and their
 * place holds, that is news. What this person moves on, or takes back, is no longer waited for.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId, Place } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { isEqual } from '../../../shared/lib/equal.ts';

/** So long after one has drawn a card it is news that another has it. */
const CONTESTED_MS = 4_000;

export class Drawn {
  readonly #board: BoardDoc;
  readonly #now: () => number;
  readonly #cards = new Map<ElementId, { readonly place: Place; readonly at: number }>();

  constructor(board: BoardDoc, now: () => number) {
    this.#board = board;
    this.#now = now;
  }

  add(card: ElementId, place: Place): void {
    this.#cards.set(card, { place, at: this.#now() });
  }

  /** The cards that others have taken to another place since they were drawn here; each is told once. */
  rivals(changed: ReadonlySet<ElementId>, local: boolean): Element[] {
    const lost: Element[] = [];
    for (const [card, { place, at }] of this.#cards) {
      if (this.#now() - at > CONTESTED_MS) this.#cards.delete(card);
      else if (changed.has(card)) {
        const now = this.#board.get(card);
        if (!now || isEqual(now.place, place)) continue;
        this.#cards.delete(card);
        if (!local) lost.push(now);
      }
    }
    return lost;
  }
}

/** A card in a few words. */
export const nameOf = (element: Element | undefined): string => {
  const line = (element ? kindOf(element).outline(element) : '').split('\n')[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
