/**
 * What a person shows live: pointer, selection, a drag that is not written yet, the element they type in. JSON in UTF-8, at most
 * `LIMITS.presenceBytes`; the server passes it on unread, so whoever receives it reads it with `parsePresence` and trusts nothing.
 */
import { isId } from '../lib/ids.ts';

export interface Presence {
  /** Page point of the pointer; absent when it is not over the board. */
  readonly cursor?: readonly [number, number];
  readonly selection?: readonly string[];
  /** Elements being dragged and how far, in page units, from where the board document has them. */
  readonly drag?: { readonly ids: readonly string[]; readonly by: readonly [number, number] };
  /** The element whose text this person is typing in. */
  readonly editing?: string;
}

const encoder = new (
  globalThis as unknown as { TextEncoder: new () => { encode(text: string): Uint8Array } }
).TextEncoder();
const decoder = new (
  globalThis as unknown as { TextDecoder: new () => { decode(bytes: Uint8Array): string } }
).TextDecoder();

/** How many ids of a selection or drag are sent: beyond, others see the first ones move and the rest land. */
export const PRESENCE_IDS = 60;

/** The bytes of a presence; long selections are cut to `PRESENCE_IDS`. */
export function encodePresenceState(presence: Presence): Uint8Array {
  const { selection, drag } = presence;
  return encoder.encode(
    JSON.stringify({
      ...presence,
      ...(selection && { selection: selection.slice(0, PRESENCE_IDS) }),
      ...(drag && { drag: { ...drag, ids: drag.ids.slice(0, PRESENCE_IDS) } }),
    }),
  );
}

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === 'number' && Number.isFinite(n));

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= PRESENCE_IDS && value.every(isId);

/** Reads somebody's presence; what is not understood is left out, nothing throws. */
export function parsePresence(payload: Uint8Array): Presence {
  try {
    const value: unknown = JSON.parse(decoder.decode(payload));
    if (typeof value !== 'object' || value === null) return {};
    const { cursor, selection, drag, editing } = value as Record<string, unknown>;
    const { ids, by } = (typeof drag === 'object' && drag !== null ? drag : {}) as Record<string, unknown>;
    return {
      ...(isPoint(cursor) && { cursor }),
      ...(isIds(selection) && { selection }),
      ...(isIds(ids) && isPoint(by) && { drag: { ids, by } }),
      ...(isId(editing) && { editing }),
    };
  } catch {
    // Not JSON: a stranger's bytes; that person simply shows nothing.
    return {};
  }
}
