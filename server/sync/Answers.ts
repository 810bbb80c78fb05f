/**
 * Answers to sync step 1. A newcomer gets the snapshot bytes of some recent revision and the updates since, so that a whole room joining
 * at once costs one encoding; who knows something gets what is missing, kept until the document changes. Step 2 always comes last: a
 * client takes it for the sign that it has everything.
 */
import * as Y from 'yjs';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import type { StoredDoc } from '../storage/Storage.ts';
import { toFrame } from './webSocketFrame.ts';

/** Beyond this the tail is folded into a new snapshot. */
const TAIL_BYTES = 256 * 1024;
/** Answers to known state vectors that are kept until the next change, with what they answer: anybody may ask for any number. */
const DIFF_BYTES = 16 * 1024 * 1024;
/** A step 2 that brings nothing: the end of an answer in several frames. */
const END = toFrame(encodeSync(SYNC.step2, new Uint8Array([0, 0])));

const NOTHING_STORED = { snapshot: null, updates: [] };

/** The state at some revision, as the beginning of an answer (`update`) and as the whole of one (`step2`): made when first asked for. */
class Snapshot {
  readonly #state: Uint8Array;
  #update: Buffer | null = null;
  #step2: Buffer | null = null;

  constructor(state: Uint8Array) {
    this.#state = state;
  }

  get update(): Buffer {
    this.#update ??= toFrame(encodeSync(SYNC.update, this.#state));
    return this.#update;
  }

  get step2(): Buffer {
    this.#step2 ??= toFrame(encodeSync(SYNC.step2, this.#state));
    return this.#step2;
  }
}

export class Answers {
  readonly #doc: Y.Doc;
  #snapshot: Snapshot | null = null;
  /** The updates since, and those of them that have been asked for as messages. */
  #tail: Uint8Array[] = [];
  #tailFrames: Buffer[] = [];
  #tailBytes = 0;
  readonly #diffs = new Map<string, Buffer>();
  #diffBytes = 0;

  /** `stored`: the document as it was just read from disk, which may be passed on as it lies there. */
  constructor(doc: Y.Doc, stored: Pick<StoredDoc, 'snapshot' | 'updates'> = NOTHING_STORED) {
    this.#doc = doc;
    const { snapshot, updates } = stored;
    const tailBytes = updates.reduce((sum, { length }) => sum + length, 0);
    if (!snapshot || tailBytes > TAIL_BYTES) return;
    this.#snapshot = new Snapshot(snapshot);
    this.#tail = [...updates];
    this.#tailBytes = tailBytes;
  }

  /** The document has changed by this update. */
  changed(update: Uint8Array): void {
    if (this.#diffs.size > 0) this.#diffs.clear();
    this.#diffBytes = 0;
    if (!this.#snapshot) return;
    this.#tail.push(update);
    this.#tailBytes += update.length;
    if (this.#tailBytes <= TAIL_BYTES) return;
    this.#snapshot = null;
    this.#tail = [];
    this.#tailFrames = [];
    this.#tailBytes = 0;
  }

  /** Bytes of answers that are kept for whoever asks the same. */
  get keptBytes(): number {
    return this.#diffBytes;
  }

  /** The frames that bring a client with this state vector up to the document as it is now. Throws on bytes that are none. */
  to(stateVector: Uint8Array): readonly Buffer[] {
    const isEmpty = stateVector.length <= 1;
    if (!isEmpty) return [this.#diff(stateVector)];
    this.#snapshot ??= new Snapshot(Y.encodeStateAsUpdate(this.#doc));
    if (this.#tail.length === 0) return [this.#snapshot.step2];
    for (let at = this.#tailFrames.length; at < this.#tail.length; at++)
      this.#tailFrames.push(toFrame(encodeSync(SYNC.update, this.#tail[at] as Uint8Array)));
    return [this.#snapshot.update, ...this.#tailFrames, END];
  }

  #diff(stateVector: Uint8Array): Buffer {
    const key = Buffer.from(stateVector).toString('latin1');
    const known = this.#diffs.get(key);
    if (known) return known;
    const frame = toFrame(encodeSync(SYNC.step2, Y.encodeStateAsUpdate(this.#doc, stateVector)));
    const bytes = key.length + frame.length;
    if (this.#diffBytes + bytes > DIFF_BYTES) return frame;
    this.#diffBytes += bytes;
    this.#diffs.set(key, frame);
    return frame;
  }
}
