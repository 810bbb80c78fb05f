/** The large fonts of signs and emoji, fetched once something on the board shows one. */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { loadSymbols, showsSymbols } from './fonts.ts';

export class Symbols {
  readonly #board: BoardDoc;
  readonly #onLoad: () => void;
  #isWanted = false;
  /** Texts nobody has looked through yet. */
  #unread: Iterable<ElementId>;

  /** `onLoad`: what was painted before must be painted again. */
  constructor(board: BoardDoc, onLoad: () => void) {
    this.#board = board;
    this.#onLoad = onLoad;
    this.#unread = board.ids();
  }

  /** Looks through all that was there when the board opened: for a moment in which nobody waits. */
  look(): void {
    const unread = this.#unread;
    this.#unread = [];
    this.lookAt(unread);
  }

  lookAt(ids: Iterable<ElementId>): void {
    if (this.#isWanted) return;
    for (const id of ids) {
      const element = this.#board.get(id);
      if (!element || !showsSymbols(element)) continue;
      this.#isWanted = true;
      void loadSymbols().then(this.#onLoad);
      return;
    }
  }
}
