/**
 * Takes an update into a document as `Y.applyUpdate` does, faster: boards are thousands of the same few short words (keys, kinds, colours),
 * which Yjs has the browser decode one by one, each through an object of its own. Reads the same bytes to the same document; keeps nothing.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** Longer ones are worth the browser's own decoder; so short, a word in ASCII is three numbers, and is known again by them. */
const SHORT = 12;
/** Places for words met before. */
const PLACE_BITS = 9;
const PLACES = 1 << PLACE_BITS;
const CHARS = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

/** What lib0 writes before a value of `ContentAny`. */
const TAG = { string: 119, array: 117, float32: 124, float64: 123 } as const;

class QuickDecoder extends Y.UpdateDecoderV1 {
  readonly #words: string[] = new Array(PLACES).fill('');
  /** Of the word in each place: its first four letters, its next four, its last four with its length. */
  readonly #heads = new Int32Array(PLACES);
  readonly #middles = new Int32Array(PLACES);
  readonly #tails = new Int32Array(PLACES);
  #view: DataView | null = null;

  override readString(): string {
    const { restDecoder: decoder } = this;
    const { arr, pos } = decoder;
    const length = arr[pos] ?? 0;
    const start = pos + 1;
    if (length > SHORT || start + length > arr.length) return super.readString();
    let head = 0;
    let middle = 0;
    let tail = length;
    for (let at = start; at < start + length; at++) {
      const byte = arr[at] as number;
      if (byte > 127) return super.readString();
      if (at < start + 4) head = (head << 7) | byte;
      else if (at < start + 8) middle = (middle << 7) | byte;
      else tail = (tail << 7) | byte;
    }
    decoder.pos = start + length;
    const place = Math.imul(head ^ Math.imul(middle ^ Math.imul(tail, 31), 31), 0x9e3779b1) >>> (32 - PLACE_BITS);
    if (this.#heads[place] === head && this.#middles[place] === middle && this.#tails[place] === tail)
      return this.#words[place] as string;
    let word = '';
    for (let at = start; at < start + length; at++) word += CHARS[arr[at] as number];
    this.#words[place] = word;
    this.#heads[place] = head;
    this.#middles[place] = middle;
    this.#tails[place] = tail;
    return word;
  }

  override readKey(): string {
    return this.readString();
  }

  override readAny(): unknown {
    const { restDecoder: decoder } = this;
    switch (decoder.arr[decoder.pos]) {
      case TAG.string:
        decoder.pos++;
        return this.readString();
      case TAG.array: {
        decoder.pos++;
        const length = decoding.readVarUint(decoder);
        const values: unknown[] = [];
        for (let i = 0; i < length; i++) values.push(this.readAny());
        return values;
      }
      case TAG.float32:
        decoder.pos += 5;
        return this.#numbers().getFloat32(decoder.pos - 4);
      case TAG.float64:
        decoder.pos += 9;
        return this.#numbers().getFloat64(decoder.pos - 8);
      default:
        return decoding.readAny(decoder);
    }
  }

  #numbers(): DataView {
    const { arr } = this.restDecoder;
    this.#view ??= new DataView(arr.buffer, arr.byteOffset, arr.byteLength);
    return this.#view;
  }
}

/** Throws, as `Y.applyUpdate` does, on bytes that are no update. */
export function takeUpdate(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  Y.applyUpdateV2(doc, update, origin, QuickDecoder);
}

type UpdateListener = (update: Uint8Array, origin: unknown) => void;

/**
 * Takes a whole board into an empty document while these do not listen: with nobody to tell, Yjs does not encode again, at half the cost
 * of reading it, what has just come. False for bytes that are no update.
 */
export function takeUnheard(
  doc: Y.Doc,
  update: Uint8Array,
  origin: unknown,
  listeners: readonly UpdateListener[],
): boolean {
  for (const listener of listeners) doc.off('update', listener);
  try {
    takeUpdate(doc, update, origin);
    return true;
  } catch {
    return false;
  } finally {
    for (const listener of listeners) doc.on('update', listener);
  }
}
