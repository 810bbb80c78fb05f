/**
 * Who is named on a board, looked up when somebody asks. Looking through a full board stops its room for a moment: what was found serves until
 * something changes, and however many ask while it changes all the time, a room looks for a small part of its time only.
 */
import type * as Y from 'yjs';
import { signersOf } from '../../shared/board/signers.ts';

/** After a look, none for so many times as long as it took. */
const REST = 20;

export class Signers {
  readonly #look: (doc: Y.Doc) => ReadonlySet<string>;
  readonly #now: () => number;
  #last: { readonly seq: number; readonly found: ReadonlySet<string>; readonly rest: Promise<void> } | null = null;

  /** `now`: monotonic milliseconds. */
  constructor(look: (doc: Y.Doc) => ReadonlySet<string> = signersOf, now: () => number = () => performance.now()) {
    this.#look = look;
    this.#now = now;
  }

  /** Those of a document that has so much of the log. */
  of(seq: number, doc: Y.Doc): ReadonlySet<string> {
    if (this.#last?.seq === seq) return this.#last.found;
    const before = this.#now();
    const found = this.#look(doc);
    const restMs = (this.#now() - before) * REST;
    this.#last = { seq, found, rest: rest(restMs) };
    return found;
  }

  /** When it may be asked of a document that has so much of the log; those who wait here are answered by one look. */
  async rested(seq: number): Promise<void> {
    if (this.#last && this.#last.seq !== seq) await this.#last.rest;
  }
}

/** A server that is done waits for no rest. */
const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
