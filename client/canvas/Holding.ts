/**
 * What hands hold away from its place, one's own and the others': which elements the top layer shows instead of the board, what leans on them
 * (connectors), and where each of them is seen meanwhile. While a drag only goes farther, nothing here is worked out again.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { BoardIndex } from '../editor/BoardIndex.ts';
import type { Gesture } from '../editor/Gestures.ts';

const NOTHING: ReadonlySet<ElementId> = new Set();

export class Holding {
  readonly #board: BoardDoc;
  readonly #index: BoardIndex;
  #gestures: readonly Gesture[] = [];
  #displaced: ReadonlyMap<ElementId, Vec> = new Map();
  /** The id lists of the drags for which the sets below were made. */
  #dragged: readonly (readonly ElementId[])[] = [];
  #sets: readonly ReadonlySet<ElementId>[] = [];
  #isStale = false;
  /** Elements shown on the top layer only. */
  lifted: ReadonlySet<ElementId> = NOTHING;
  /** What leans on these, and looks different meanwhile. */
  leaning: ReadonlySet<ElementId> = NOTHING;

  constructor(board: BoardDoc, index: BoardIndex) {
    this.#board = board;
    this.#index = index;
  }

  /** The board has changed: what lies in what is held may be another. */
  forget(): void {
    this.#isStale = true;
  }

  /** Takes in what hands do now. Returns whether anything has been taken up or let go. */
  update(gestures: readonly Gesture[], displaced: ReadonlyMap<ElementId, Vec>): boolean {
    const before = { displaced: this.#displaced, reshaped: this.#gestures.some(({ reshape }) => reshape) };
    // What is about to go is shown on the top layer too, where it is.
    const dragged = gestures.flatMap(({ drag, faded }) => [
      ...(drag && !drag.copies ? [drag.ids] : []),
      ...(faded ? [faded] : []),
    ]);
    const isReshaping = gestures.some(({ reshape }) => reshape);
    this.#gestures = gestures;
    this.#displaced = displaced;
    const isSame =
      !this.#isStale &&
      !isReshaping &&
      !before.reshaped &&
      dragged.length === this.#dragged.length &&
      dragged.every((ids, n) => ids === this.#dragged[n]) &&
      haveSameKeys(before.displaced, displaced);
    if (isSame) return false;
    this.#isStale = false;
    this.#dragged = dragged;
    this.#sets = dragged.map((ids) => new Set(ids));
    const reshaped = gestures.flatMap(({ reshape }) => (reshape ? [...reshape.keys()] : []));
    const held = [...displaced.keys(), ...dragged.flat(), ...reshaped];
    const lifted = new Set(held);
    for (const id of held) for (const inner of this.#board.tree.descendants(id)) lifted.add(inner);
    this.lifted = lifted;
    this.leaning = new Set([...this.#index.dependents(lifted)].filter((id) => !lifted.has(id)));
    return true;
  }

  /** An element's frame as it is shown: where a hand holds it, not where the board still has it. */
  frame(id: ElementId): Box | null {
    for (const { reshape } of this.#gestures) {
      const shape = reshape?.get(id);
      if (shape) return shape.frame;
    }
    const frame = this.#board.frame(id);
    if (!frame || this.lifted.size === 0) return frame;
    for (const holder of [id, ...this.#board.tree.ancestors(id)]) {
      const by = this.#by(holder);
      if (by) return translate(frame, by);
    }
    return frame;
  }

  #by(id: ElementId): Vec | undefined {
    const at = this.#sets.findIndex((ids) => ids.has(id));
    if (at === -1) return this.#displaced.get(id);
    const ids = this.#dragged[at];
    return this.#gestures.find(({ drag }) => drag?.ids === ids)?.drag?.by;
  }
}

const haveSameKeys = (a: ReadonlyMap<ElementId, Vec>, b: ReadonlyMap<ElementId, Vec>): boolean =>
  a === b || (a.size === b.size && [...a.keys()].every((id) => b.has(id)));
