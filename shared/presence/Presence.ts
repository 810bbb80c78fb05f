/**
 * What a person shows live: pointer, selection, a drag that is not written yet, the element they type in. JSON in UTF-8, at most
 * `LIMITS.presenceBytes`; the server passes it on unread, so whoever receives it reads it with `parsePresence` and trusts nothing.
 */
import { isId } from '../lib/ids.ts';
import { LIMITS } from '../protocol/limits.ts';
import { readTrail, type Trail } from './Trail.ts';

export interface Drag {
  readonly ids: readonly string[];
  readonly by: readonly [number, number];
}

export interface Presence {
  /** Page point of the pointer; absent when it is not over the board. */
  readonly cursor?: readonly [number, number];
  readonly selection?: readonly string[];
  /** Elements being dragged and how far, in page units, from where the board document has them. */
  readonly drag?: Drag;
  /** What other hands on the same screen drag meanwhile. */
  readonly drags?: readonly Drag[];
  /** The line being drawn, or a laser's trail. */
  readonly trail?: Trail;
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
/** How many more hands of one screen are shown, and how many ids each. */
const MORE_HANDS = 9;
const IDS_A_HAND = 2;
/** A line takes most of the room: of a selection beside it only so many ids are sent. */
const IDS_BESIDE_TRAIL = 4;

/**
 * The bytes of a presence, at most `LIMITS.presenceBytes`: long selections are cut to `PRESENCE_IDS`, and where a line and many hands do
 * not fit together, the other hands wait.
 */
export function encodePresenceState(presence: Presence): Uint8Array {
  const whole = encodeCut(presence);
  if (whole.length <= LIMITS.presenceBytes) return whole;
  const { drags: _drags, drag, ...rest } = presence;
  return encodeCut({ ...rest, ...(drag && { drag: { ...drag, ids: drag.ids.slice(0, IDS_BESIDE_TRAIL) } }) });
}

function encodeCut(presence: Presence): Uint8Array {
  const { selection, drag, drags, trail } = presence;
  return encoder.encode(
    JSON.stringify({
      ...presence,
      ...(selection && { selection: selection.slice(0, trail ? IDS_BESIDE_TRAIL : PRESENCE_IDS) }),
      ...(drag && { drag: { ...drag, ids: drag.ids.slice(0, PRESENCE_IDS) } }),
      ...(drags && { drags: drags.slice(0, MORE_HANDS).map((one) => ({ ...one, ids: one.ids.slice(0, IDS_A_HAND) })) }),
    }),
  );
}

const isPoint = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((n) => typeof n === 'number' && Number.isFinite(n));

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= PRESENCE_IDS && value.every(isId);

function readDrag(value: unknown): Drag | null {
  const { ids, by } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return isIds(ids) && isPoint(by) ? { ids, by } : null;
}

/** Reads somebody's presence; what is not understood is left out, nothing throws. */
export function parsePresence(payload: Uint8Array): Presence {
  try {
    const value: unknown = JSON.parse(decoder.decode(payload));
    if (typeof value !== 'object' || value === null) return {};
    const { cursor, selection, drag, drags, trail, editing } = value as Record<string, unknown>;
    const held = readDrag(drag);
    const line = readTrail(trail);
    const more = Array.isArray(drags) ? drags.slice(0, MORE_HANDS).flatMap((one) => readDrag(one) ?? []) : [];
    return {
      ...(isPoint(cursor) && { cursor }),
      ...(isIds(selection) && { selection }),
      ...(held && { drag: held }),
      ...(more.length > 0 && { drags: more }),
      ...(line && { trail: line }),
      ...(isId(editing) && { editing }),
    };
  } catch {
    // Not JSON: a stranger's bytes; that person simply shows nothing.
    return {};
  }
}
