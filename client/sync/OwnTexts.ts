/**
 * The words this person wrote last in each element, as long as the page is open: what is left of them when the server takes an edit back.
 * Keeps the newest few hundred; no store, no history.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';

const MOST = 400;

export class OwnTexts {
  readonly #board: BoardDoc;
  readonly #texts = new Map<string, string>();

  constructor(board: BoardDoc) {
    this.#board = board;
    board.onEdit(({ entries }) => {
      for (const { id, before, after } of entries) {
        if (!after || after.text === before?.text) continue;
        this.#texts.delete(id);
        this.#texts.set(id, after.text);
      }
      for (const id of this.#texts.keys()) {
        if (this.#texts.size <= MOST) break;
        this.#texts.delete(id);
      }
    });
  }

  /** Of these elements, the words that do not stand in them any more. */
  lost(elements: readonly string[]): string[] {
    return elements.flatMap((id) => {
      const text = this.#texts.get(id)?.trim();
      this.#texts.delete(id);
      return text && this.#board.get(id)?.text.trim() !== text ? [text] : [];
    });
  }
}
