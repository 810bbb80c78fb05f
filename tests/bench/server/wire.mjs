/**
 * The y-websocket protocol and our presence message, as little of them as a load generator needs. Written apart from
 * `shared/protocol/frames.ts` on purpose: what measures the server must not share its mistakes.
 */
import * as encoding from 'lib0/encoding';
import { buildFrame } from './RawSocket.mjs';

export const MESSAGE = { sync: 0, awareness: 1, presence: 105 };
export const SYNC = { step1: 0, step2: 1, update: 2 };

const build = (write) => buildFrame(encoding.encode(write));

const sync = (sub, body) =>
  build((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, sub);
    encoding.writeVarUint8Array(encoder, body);
  });

/** Step 1 of a client that has nothing: an empty state vector. */
export const helloFrame = () => sync(SYNC.step1, new Uint8Array([0]));

/** Step 2 of a client that has nothing: an empty update. */
export const emptyStep2Frame = () => sync(SYNC.step2, new Uint8Array([0, 0]));

export const updateFrame = (update) => sync(SYNC.update, update);

/** One awareness entry, as y-protocols encodes it. */
export const awarenessFrame = (clientId, clock, json) =>
  build((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    const body = encoding.encode((inner) => {
      encoding.writeVarUint(inner, 1);
      encoding.writeVarUint(inner, clientId);
      encoding.writeVarUint(inner, clock);
      encoding.writeVarString(inner, json);
    });
    encoding.writeVarUint8Array(encoder, body);
  });

/** One's own live state, as our client sends it. */
export const presenceFrame = (json) =>
  build((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.presence);
    encoding.writeVarUint8Array(encoder, Buffer.from(json));
  });

/** Reads numbers off a buffer without allocating: `at` stands behind the last one read. */
export class Cursor {
  at = 0;

  readVarUint(buffer, from) {
    let value = 0;
    let scale = 1;
    for (let at = from; ; at++) {
      const byte = buffer[at];
      value += (byte & 127) * scale;
      if (byte < 128) {
        this.at = at + 1;
        return value;
      }
      scale *= 128;
    }
  }
}
