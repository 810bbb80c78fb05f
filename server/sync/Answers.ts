/**
 * Answers to sync step 1. A newcomer gets the snapshot bytes of some recent revision and the updates since, so that a whole room joining
 * at once costs one encoding; who knows something gets what is missing, kept until the document changes. Step 2 always comes last: a
 * client takes it for the sign that it has everything.
 */
import * as Y from 'yjs';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import { toFrame } from './webSocketFrame.ts';

/** Beyond this the tail is folded into a new snapshot. */
const TAIL_BYTES = 256 * 1024;
/** Kept answers to known state vectors, until the next change. */
const MAX_DIFFS = 256;
/** A step 2 that brings nothing: the end of an answer in several frames. */
const END = toFrame(encodeSync(SYNC.step2, new Uint8Array([0, 0])));

export class Answers {
  readonly #doc: Y.Doc;
  /** The state at some revision, as the beginning of an answer and as the whole of one. */
  #snapshot: { readonly update: Buffer; readonly step2: Buffer } | null = null;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  readonly #diffs = new Map<string, Buffer>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** The document has changed by this update. */
  changed(update: Uint8Array): void {
    this.#diffs.clear();
    if (!this.#snapshot) return;
    const frame = toFrame(encodeSync(SYNC.update, update));
    this.#tail.push(frame);
    this.#tailBytes += frame.length;
    if (this.#tailBytes <= TAIL_BYTES) return;
    this.#snapshot = null;
    this.#tail = [];
    this.#tailBytes = 0;
  }

  /** The frames that bring a client with this state vector up to the document as it is now. Throws on bytes that are none. */
  to(stateVector: Uint8Array): readonly Buffer[] {
    const isEmpty = stateVector.length <= 1;
    if (!isEmpty) return [this.#diff(stateVector)];
    this.#snapshot ??= this.#encodeSnapshot();
    return this.#tail.length === 0 ? [this.#snapshot.step2] : [this.#snapshot.update, ...this.#tail, END];
  }

  #diff(stateVector: Uint8Array): Buffer {
    const key = Buffer.from(stateVector).toString('latin1');
    const known = this.#diffs.get(key);
    if (known) return known;
    const frame = toFrame(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(this.#doc, stateVector)));
    if (this.#diffs.size < MAX_DIFFS) this.#diffs.set(key, frame);
    return frame;
  }

  #encodeSnapshot(): { readonly update: Buffer; readonly step2: Buffer } {
    const state = Y.encodeStateAsUpdate(this.#doc);
    return { update: toFrame(encodeSync(SYNC.update, state)), step2: toFrame(encodeSync(SYNC.step2, state)) };
  }
}
