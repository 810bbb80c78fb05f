/**
 * The stock awareness message (y-protocols) as far as we need it: what a stock client says of itself, and what others are shown to it
 * as. Ids inside are connection numbers of ours on the way out, whatever the client chose on the way in.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { MESSAGE } from '../../shared/protocol/frames.ts';

export interface AwarenessEntry {
  readonly id: number;
  readonly clock: number;
  /** JSON text; `null` says that this one is gone. */
  readonly state: string;
}

/** A message from one client speaks of the people it sees; more than this nobody sees. */
const MAX_ENTRIES = 2_000;

/** Reads the body of an awareness message. Never throws. */
export function readAwareness(body: Uint8Array): Result<AwarenessEntry[]> {
  try {
    const decoder = decoding.createDecoder(body);
    const entries: AwarenessEntry[] = [];
    for (let left = decoding.readVarUint(decoder); left > 0; left--) {
      if (entries.length >= MAX_ENTRIES) return fail('too many entries');
      const id = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      entries.push({ id, clock, state: decoding.readVarString(decoder) });
    }
    return decoding.hasContent(decoder) ? fail('trailing bytes') : ok(entries);
  } catch {
    // lib0 throws on short input.
    return fail('malformed');
  }
}

/** A whole awareness message; without entries it only keeps a stock client from thinking us dead. */
export const encodeAwareness = (entries: readonly AwarenessEntry[]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((body) => {
        encoding.writeVarUint(body, entries.length);
        for (const { id, clock, state } of entries) {
          encoding.writeVarUint(body, id);
          encoding.writeVarUint(body, clock);
          encoding.writeVarString(body, state);
        }
      }),
    );
  });
