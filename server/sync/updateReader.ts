/**
 * Reads a Yjs v1 update without building anything of it: who wrote what under which id, and what is deleted. Stricter than Yjs: exactly
 * one section a client, sorted deletions, plain JSON of bounded depth, no content that a board never has, not a byte too many. It knows
 * nothing of a document, so what it lets through is well formed, no more.
 *
 * Grammar: `sections deletions`; section = count client clock struct*; struct = info [origin] [rightOrigin] [parent [sub]] content.
 */
import * as decoding from 'lib0/decoding';
import { fail, ok, type Result } from '../../shared/lib/result.ts';

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** What a struct carries. `gc` and `deleted` are empty runs, `map` and `text` new shared types, `any` JSON values. */
export type Content = 'gc' | 'deleted' | 'string' | 'any' | 'map' | 'text';

export interface Struct {
  readonly clock: number;
  readonly length: number;
  readonly content: Content;
  /** Where in the update the values of `any` begin; 0 for all others. */
  readonly valuesAt: number;
  readonly origin: StructId | null;
  readonly rightOrigin: StructId | null;
  /** A root name, the id of the parent's item, or `null` where the parent is that of the neighbours. */
  readonly parent: string | StructId | null;
  readonly sub: string | null;
}

/** The structs of one client in this update: gapless from `clock` to `end`. */
export interface Section {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: readonly Struct[];
}

export interface Deletion {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

export interface ReadUpdate {
  readonly sections: readonly Section[];
  readonly deletions: readonly Deletion[];
}

/** A value may be nested this deep. */
export const JSON_DEPTH = 8;
/** Structs and deletions of one update together; a full board sent whole has fewer. */
const MAX_ENTRIES = 600_000;

/** Bits of a struct's first byte. */
const HAS_ORIGIN = 128;
const HAS_RIGHT_ORIGIN = 64;
const HAS_SUB = 32;
const CONTENT_BITS = 31;

class Malformed extends Error {}

const demand = (condition: boolean, rule: string): void => {
  if (!condition) throw new Malformed(rule);
};

/** Reads an update, or says the first rule it breaks. Never throws; time and memory are linear in its length. */
export function readUpdate(update: Uint8Array): Result<ReadUpdate> {
  const decoder = decoding.createDecoder(update);
  try {
    const entries = { left: MAX_ENTRIES };
    const sections = readSections(decoder, entries);
    const deletions = readDeletions(decoder, entries);
    demand(!decoding.hasContent(decoder), 'trailing bytes');
    return ok({ sections, deletions });
  } catch (error) {
    // Anything but our own refusal comes from lib0, which throws on short input, on numbers past 2^53 and on broken UTF-8.
    return fail(error instanceof Malformed ? error.message : 'bytes that are no update');
  }
}

function readSections(decoder: decoding.Decoder, entries: { left: number }): Section[] {
  const sections: Section[] = [];
  const seen = new Set<number>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const count = decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    demand(count > 0, 'an empty section');
    demand(!seen.has(client), 'two sections of one client');
    seen.add(client);
    const structs: Struct[] = [];
    let end = clock;
    for (let i = 0; i < count; i++) {
      demand(entries.left-- > 0, 'too many structs');
      const struct = readStruct(decoder, end);
      demand(struct.length > 0, 'an empty struct');
      structs.push(struct);
      end += struct.length;
      demand(Number.isSafeInteger(end), 'a clock past 2^53');
    }
    sections.push({ client, clock, end, structs });
  }
  return sections;
}

function readStruct(decoder: decoding.Decoder, clock: number): Struct {
  const info = decoding.readUint8(decoder);
  if (info === 0) {
    const length = decoding.readVarUint(decoder);
    return { clock, length, content: 'gc', valuesAt: 0, origin: null, rightOrigin: null, parent: null, sub: null };
  }
  const origin = info & HAS_ORIGIN ? readId(decoder) : null;
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(decoder) : null;
  const namesParent = origin === null && rightOrigin === null;
  const parent = namesParent ? readParent(decoder) : null;
  const sub = namesParent && info & HAS_SUB ? decoding.readVarString(decoder) : null;
  demand(sub !== '__proto__', 'the key __proto__');
  const { content, length, valuesAt = 0 } = readContent(decoder, info & CONTENT_BITS);
  return { clock, length, content, valuesAt, origin, rightOrigin, parent, sub };
}

const readId = (decoder: decoding.Decoder): StructId => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});

function readParent(decoder: decoding.Decoder): string | StructId {
  const isRoot = decoding.readVarUint(decoder);
  demand(isRoot <= 1, 'a parent of no known sort');
  return isRoot === 1 ? decoding.readVarString(decoder) : readId(decoder);
}

function readContent(decoder: decoding.Decoder, ref: number): { content: Content; length: number; valuesAt?: number } {
  switch (ref) {
    case 1:
      return { content: 'deleted', length: decoding.readVarUint(decoder) };
    case 4:
      return { content: 'string', length: decoding.readVarString(decoder).length };
    case 7: {
      const type = decoding.readVarUint(decoder);
      demand(type === 1 || type === 2, 'a shared type that boards do not have');
      return { content: type === 1 ? 'map' : 'text', length: 1 };
    }
    case 8: {
      const length = decoding.readVarUint(decoder);
      const valuesAt = decoder.pos;
      for (let i = 0; i < length; i++) readJson(decoder, JSON_DEPTH);
      return { content: 'any', length, valuesAt };
    }
    default:
      // Old JSON, binary, embeds, formats, subdocuments, Skip.
      throw new Malformed(`content of sort ${ref}`);
  }
}

/** Passes over one JSON value in lib0's `any` encoding: no bytes, no big integers, no `__proto__`, at most `depth` levels. */
function readJson(decoder: decoding.Decoder, depth: number): void {
  demand(depth >= 0, 'values nested too deep');
  switch (decoding.readUint8(decoder)) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return;
    case 125:
      decoding.readVarInt(decoder);
      return;
    case 124:
      decoding.readFloat32(decoder);
      return;
    case 123:
      decoding.readFloat64(decoder);
      return;
    case 119:
      decoding.readVarString(decoder);
      return;
    case 118:
      for (let left = decoding.readVarUint(decoder); left > 0; left--) {
        demand(decoding.readVarString(decoder) !== '__proto__', 'the key __proto__');
        readJson(decoder, depth - 1);
      }
      return;
    case 117:
      for (let left = decoding.readVarUint(decoder); left > 0; left--) readJson(decoder, depth - 1);
      return;
    default:
      throw new Malformed('a value that is not JSON');
  }
}

/** Deletions in the order every Yjs writes them, sorted and disjoint: repeated ranges would cost the square of their number. */
function readDeletions(decoder: decoding.Decoder, entries: { left: number }): Deletion[] {
  const deletions: Deletion[] = [];
  const seen = new Set<number>();
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder);
    demand(!seen.has(client), 'two deletion lists of one client');
    seen.add(client);
    let from = 0;
    for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges--) {
      demand(entries.left-- > 0, 'too many deletions');
      const clock = decoding.readVarUint(decoder);
      const end = clock + decoding.readVarUint(decoder);
      demand(clock >= from && end > clock && Number.isSafeInteger(end), 'deletions out of order');
      from = end;
      deletions.push({ client, clock, end });
    }
  }
  return deletions;
}
