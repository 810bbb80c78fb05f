import { describe, expect, it } from 'vitest';
import {
  encodeJson,
  encodeOwnPresence,
  encodePrivateSync,
  encodeSync,
  MESSAGE,
  parseClientFrame,
  SYNC,
} from './frames.ts';

const STATE = new Uint8Array([0]);

describe('a frame of a client', () => {
  const frames: Readonly<Record<string, Uint8Array>> = {
    sync: encodeSync(SYNC.update, STATE),
    'private sync': encodePrivateSync(SYNC.step1, STATE),
    presence: encodeOwnPresence(STATE),
    clock: encodeJson(MESSAGE.clock, 1),
  };

  it.each(Object.keys(frames))(
    'of type %s is read as it is written, and not where its type is written longer',
    (name) => {
      const frame = frames[name] as Uint8Array;
      expect(parseClientFrame(frame).ok).toBe(true);
      const [type = 0, ...rest] = frame;
      for (const longer of [
        [type | 0x80, 0],
        [type | 0x80, 0x80, 0],
      ]) {
        expect(parseClientFrame(new Uint8Array([...longer, ...rest]))).toEqual({ ok: false, reason: 'malformed' });
      }
    },
  );

  it.each([encodeSync, encodePrivateSync])(
    'is refused where it says longer than it need what kind of sync it is',
    (encode) => {
      for (const sub of Object.values(SYNC)) {
        const [type = 0, , ...rest] = encode(sub, STATE);
        const longer = new Uint8Array([type, sub | 0x80, 0, ...rest]);
        expect(parseClientFrame(longer)).toEqual({ ok: false, reason: 'malformed' });
      }
    },
  );

  it('that is empty, of no known type, or goes on after its end is refused', () => {
    const reasons = [[], [2, 0], [0x80], [0, 3, 0], [...encodeSync(SYNC.update, STATE), 0]].map((bytes) => {
      const read = parseClientFrame(new Uint8Array(bytes));
      return read.ok ? null : read.reason;
    });
    expect(reasons).toEqual(['empty', 'unknown_type', 'malformed', 'unknown_type', 'trailing_bytes']);
  });
});
