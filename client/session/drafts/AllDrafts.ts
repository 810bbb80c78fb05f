/**
 * Every text of this person that has no place on the board: those this device keeps, and those the server handed back into the private
 * document. One list, each text once, the newest first.
 */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { Disposables } from '../../../shared/lib/disposable.ts';
import type { Draft, DraftReason, Drafts } from '../../sync/drafts.ts';

export interface ShownDraft {
  readonly id: string;
  readonly text: string;
  /** `returned`: by the server. */
  readonly reason: DraftReason | 'returned';
}

/** A private document that may be replaced by another. */
export interface PrivateSource {
  readonly board: BoardDoc;
  onReplaced(listener: () => void): () => void;
}

export class AllDrafts {
  readonly #device: Drafts;
  readonly #private: PrivateSource;
  readonly #listeners = new Set<() => void>();
  readonly #disposables = new Disposables();
  #stopWatching: () => void = () => undefined;
  #list: readonly ShownDraft[] = [];

  constructor(device: Drafts, personal: PrivateSource) {
    this.#device = device;
    this.#private = personal;
    this.#disposables.add(device.subscribe(() => this.#refresh()));
    this.#disposables.add(personal.onReplaced(() => this.#watch()));
    this.#disposables.add(() => this.#stopWatching());
    this.#watch();
  }

  readonly list = (): readonly ShownDraft[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  add(texts: readonly string[], reason: DraftReason): void {
    this.#device.add(texts, reason);
  }

  /** Lets go of drafts. What is given back undoes it. */
  remove(ids: readonly string[]): () => void {
    const doomed = new Set(ids);
    const removed = this.#list.filter(({ id }) => doomed.has(id));
    const words = new Set(removed.map(({ text }) => text));
    // The same words may stand in both places: they are shown once, and go from both.
    const here = this.#device.list().filter(({ id, text }) => doomed.has(id) || words.has(text));
    const { board } = this.#private;
    const there = draftsIn(board).filter(({ id, text }) => doomed.has(id) || words.has(text));
    if (there.length > 0) {
      board.edit('delete', (write) => {
        for (const { id } of there) write.delete(id);
      });
    }
    if (here.length > 0) this.#device.remove(here.map(({ id }) => id));
    return () => {
      // Only the server makes a draft of a private note: what is taken back stays on this device.
      const kept = new Set(here.map(({ text }) => text));
      const back = there.filter(({ text }) => !kept.has(text));
      this.#device.restore([
        ...here,
        ...back.map(({ id, text }): Draft => ({ id, text, reason: 'refused', at: Date.now() })),
      ]);
    };
  }

  dispose(): void {
    this.#disposables.dispose();
    this.#listeners.clear();
  }

  #watch(): void {
    this.#stopWatching();
    this.#stopWatching = this.#private.board.onChange(() => this.#refresh());
    this.#refresh();
  }

  #refresh(): void {
    const shown = [...draftsIn(this.#private.board), ...[...this.#device.list()].reverse()];
    const seen = new Set<string>();
    this.#list = shown.filter(({ text }) => !seen.has(text) && seen.add(text));
    for (const listener of [...this.#listeners]) listener();
  }
}

function draftsIn(board: BoardDoc): ShownDraft[] {
  return [...board.elements()]
    .filter(({ props, text }) => props.draft === true && text.trim() !== '')
    .map(({ id, text }) => ({ id, text: text.trim(), reason: 'returned' }));
}
