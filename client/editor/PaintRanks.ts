/**
 * Each element's place in painting order, as a number to compare. Worked out for all when first asked for; what comes, or stands elsewhere in
 * the order, gets a number between those of its neighbours, so that one note among ten thousand costs a look at its siblings.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { isArea, paintOrder } from '../../shared/elements/paintScene.ts';

/** Changes at once beyond which all is worked out anew: one by one would cost more. */
const MANY = 100;

export class PaintRanks {
  readonly #board: BoardDoc;
  readonly #rank = new Map<ElementId, number>();
  #isMade = false;
  /** The last of the wall. */
  #top: ElementId | null = null;
  #next = 0;
  /** How often all ranks were worked out: what tests count in place of time. */
  made = 0;

  constructor(board: BoardDoc) {
    this.#board = board;
  }

  /** Whether asking costs nothing. */
  get isMade(): boolean {
    return this.#isMade;
  }

  has(id: ElementId): boolean {
    return this.#rank.has(id);
  }

  all(): ReadonlyMap<ElementId, number> {
    if (this.#isMade) return this.#rank;
    this.#rank.clear();
    let rank = 0;
    for (const id of paintOrder(this.#board)) this.#rank.set(id, rank++);
    this.#next = rank;
    this.#top = this.#board.tree.children(null).at(-1) ?? null;
    this.#isMade = true;
    this.made++;
    return this.#rank;
  }

  delete(id: ElementId): void {
    this.#rank.delete(id);
    if (this.#top === id) this.#isMade = false;
  }

  /** Gives those that have come, or stand elsewhere in the order, their ranks among the others, which keep theirs. */
  move(ids: readonly ElementId[]): void {
    if (!this.#isMade || ids.length === 0) return;
    // Below an area goes all that lies in it.
    this.#isMade = ids.length <= MANY && !ids.some((id) => id === this.#top || isArea(this.#board, id));
    if (!this.#isMade) return;
    for (const id of ids) this.#rank.delete(id);
    for (const id of ids) {
      const rank = this.#among(id);
      if (rank === null) {
        this.#isMade = false;
        return;
      }
      this.#rank.set(id, rank);
    }
  }

  /** A rank between those of the nearest neighbours in painting order; `null` where that takes a look at all. */
  #among(id: ElementId): number | null {
    const { tree } = this.#board;
    // On top of the wall, the common case: its rank is simply the next one.
    if (tree.parent(id) === null && (this.#top === null || tree.compare(this.#top, id) < 0)) {
      this.#top = id;
      return this.#next++;
    }
    const below = this.#beside(id, -1);
    if (below === null) return null;
    const above = this.#beside(id, 1);
    if (above === null) return this.#next++;
    const between = (below + above) / 2;
    return between > below && between < above ? between : null;
  }

  /** The rank of what is painted next before or after an element that is no area; `null` where there is nothing. */
  #beside(id: ElementId, step: 1 | -1): number | null {
    const { tree } = this.#board;
    for (let at = id; ; ) {
      const parent = tree.parent(at);
      const siblings = tree.children(parent);
      for (let n = siblings.indexOf(at) + step; n >= 0 && n < siblings.length; n += step) {
        const rank = this.#within(siblings[n] as ElementId, step);
        if (rank !== undefined) return rank;
      }
      if (parent === null) return null;
      at = parent;
    }
  }

  /** The rank of an element, or of the first (the last) in an area that has one. */
  #within(id: ElementId, step: 1 | -1): number | undefined {
    if (!isArea(this.#board, id)) return this.#rank.get(id);
    const isRanked = (one: ElementId): boolean => this.#rank.has(one) && !isArea(this.#board, one);
    const inside = this.#board.tree.descendants(id);
    const found = step === 1 ? inside.find(isRanked) : inside.findLast(isRanked);
    return found === undefined ? undefined : this.#rank.get(found);
  }
}
