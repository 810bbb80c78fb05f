/**
 * The bytes of our messages. One message a WebSocket frame; a message is a varUint type and its body (lib0 encoding).
 * 0 and 1 are the stock y-websocket messages and are built by y-protocols; the rest is ours. `docs/protocol.md` tells each in prose.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from './limits.ts';

export const MESSAGE = {
  sync: 0,
  awareness: 1,
  welcome: 100,
  controlEvent: 101,
  command: 102,
  result: 103,
  saved: 104,
  presence: 105,
  privateSync: 106,
  clock: 107,
} as const;

export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** The WebSocket subprotocol that asks for our extra messages; the ticket travels as a second offered protocol. */
export const SUBPROTOCOL = 'pele-mele.1';
export const TICKET_PREFIX = 'ticket.';
export const PROTOCOL_VERSION = 1;

const json = (type: number, value: unknown): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, type);
    encoding.writeVarString(encoder, JSON.stringify(value));
  });

/** A message whose body is one JSON value: welcome, control event, command, result, clock. */
export const encodeJson = (
  type: (typeof MESSAGE)['welcome' | 'controlEvent' | 'command' | 'result' | 'clock'],
  value: unknown,
): Uint8Array => json(type, value);

/** A sync message: `sub` is one of `SYNC`, `body` a state vector or an update in Yjs v1 encoding. */
export const encodeSync = (sub: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, sub);
    encoding.writeVarUint8Array(encoder, body);
  });

/** A sync message of a person's private document: as `encodeSync`. */
export const encodePrivateSync = (sub: number, body: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.privateSync);
    encoding.writeVarUint(encoder, sub);
    encoding.writeVarUint8Array(encoder, body);
  });

/** "Your first `count` update and step-2 messages of this connection are on disk." */
export const encodeSaved = (count: number): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.saved);
    encoding.writeVarUint(encoder, count);
  });

/** One person's live state, as the room sees it: `payload` is their own JSON text in UTF-8, empty when they are gone. */
export interface PresenceEntry {
  readonly connection: number;
  readonly payload: Uint8Array;
}

/** From a client: its own live state, nothing else; who it is, the server knows. */
export const encodeOwnPresence = (payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** From the server: what changed since the last such frame, latest state wins. */
export const encodePresence = (entries: readonly PresenceEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence);
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.connection);
      encoding.writeVarUint8Array(encoder, entry.payload);
    }
  });

/** A message read from the wire. Sync and awareness bodies are views into the frame, not copies. */
export type Message =
  | { readonly type: 'sync'; readonly sub: 0 | 1 | 2; readonly body: Uint8Array }
  | { readonly type: 'awareness'; readonly body: Uint8Array }
  | { readonly type: 'command'; readonly value: unknown }
  | { readonly type: 'presence'; readonly body: Uint8Array }
  | { readonly type: 'privateSync'; readonly sub: 0 | 1 | 2; readonly body: Uint8Array }
  | { readonly type: 'clock'; readonly value: unknown };

export type FrameProblem = 'empty' | 'unknown_type' | 'malformed' | 'trailing_bytes';

/** Reads one frame sent by a client. Never throws; anything not exactly a known message is refused. */
export function parseClientFrame(frame: Uint8Array): Result<Message, FrameProblem> {
  if (frame.length === 0) return fail('empty');
  const decoder = decoding.createDecoder(frame);
  try {
    const message = readClientMessage(decoder);
    if (message === null) return fail('unknown_type');
    if (decoding.hasContent(decoder)) return fail('trailing_bytes');
    return ok(message);
  } catch {
    // lib0 throws on short or overlong input: for us that is simply a malformed frame.
    return fail('malformed');
  }
}

function readClientMessage(decoder: decoding.Decoder): Message | null {
  const type = readShortest(decoder);
  switch (type) {
    case MESSAGE.sync:
    case MESSAGE.privateSync: {
      const sub = readShortest(decoder);
      if (sub !== SYNC.step1 && sub !== SYNC.step2 && sub !== SYNC.update) return null;
      return { type: type === MESSAGE.sync ? 'sync' : 'privateSync', sub, body: decoding.readVarUint8Array(decoder) };
    }
    case MESSAGE.awareness:
      return { type: 'awareness', body: decoding.readVarUint8Array(decoder) };
    case MESSAGE.presence:
      return { type: 'presence', body: decoding.readVarUint8Array(decoder) };
    case MESSAGE.command:
      return { type: 'command', value: readJson(decoder) };
    case MESSAGE.clock:
      return { type: 'clock', value: readJson(decoder) };
    default:
      return null;
  }
}

/**
 * A number that says what a message is, in no more bytes than it takes: whoever looks at the first bytes alone, to decide what has to be
 * there before it has its turn, sees the same as whoever reads it.
 */
function readShortest(decoder: decoding.Decoder): number {
  const start = decoder.pos;
  const value = decoding.readVarUint(decoder);
  if (decoder.pos - start > 1 && decoder.arr[decoder.pos - 1] === 0) throw new Error('longer than it need be');
  return value;
}

/** What is longer than anything we say in JSON is not worth the time it takes to parse. */
function readJson(decoder: decoding.Decoder): unknown {
  if (decoder.arr.length > LIMITS.jsonBytes) throw new Error('too long');
  return JSON.parse(decoding.readVarString(decoder));
}

/** Reads the entries of a presence frame that the server sent (its type already read off). Throws on malformed bytes. */
export function readPresenceEntries(decoder: decoding.Decoder): PresenceEntry[] {
  const entries: PresenceEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    entries.push({ connection: decoding.readVarUint(decoder), payload: decoding.readVarUint8Array(decoder) });
  }
  return entries;
}
