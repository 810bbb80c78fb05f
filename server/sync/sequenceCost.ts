/**
 * What it would cost Yjs to find the place of a frame's structs. A struct that follows the author's last one at the same place is put
 * there at once; any other makes Yjs walk over what stands there already, so that a few thousand bytes can cost minutes. Estimates that
 * walk from above, before the document is touched; knows no element and no author.
 */
import * as Y from 'yjs';
import type { StructId } from './updateReader.ts';

/** Steps of walking one frame may cost: some 100 ms. A step 2 may bring a day's work offline. */
const MAX_STEPS = { update: 4_000_000, step2: 8_000_000 };
/** Fewer structs at one place are not looked at: what they cost is what reading the list costs. */
const FEW = 8;

/** One list of Yjs: the letters of a text, or the values a key of a map has had. */
interface Spot {
  readonly type: unknown;
  readonly sub: string | null;
  /** Client → its last struct here, in this frame. */
  readonly last: Map<number, StructId>;
  /** New structs, and those of them that walk. */
  structs: number;
  walking: number;
}

export class SequenceCost {
  readonly #spots = new Map<unknown, Map<string | null, Spot>>();

  /** A new struct of `length` from `id` on, that stands in the list of `sub` in `type`, after `origin`. */
  add(type: unknown, sub: string | null, id: StructId, length: number, origin: StructId | null): void {
    const subs = this.#spots.get(type) ?? new Map<string | null, Spot>();
    this.#spots.set(type, subs);
    const spot = subs.get(sub) ?? { type, sub, last: new Map(), structs: 0, walking: 0 };
    subs.set(sub, spot);
    spot.structs++;
    const before = spot.last.get(id.client) ?? newestOf(type, sub);
    if (!origin || origin.client !== before?.client || origin.clock !== before.clock) spot.walking++;
    spot.last.set(id.client, { client: id.client, clock: id.clock + length - 1 });
  }

  /** How many keys of a map, or lists of its own, new structs stand under. */
  keysIn(type: unknown): number {
    return this.#spots.get(type)?.size ?? 0;
  }

  /** Whether all that was added may cost more than a frame may. */
  isTooMuch(isStep2: boolean): boolean {
    let left = isStep2 ? MAX_STEPS.step2 : MAX_STEPS.update;
    for (const subs of this.#spots.values()) {
      for (const { type, sub, structs, walking } of subs.values()) {
        if (walking < FEW) continue;
        left -= walking * structs;
        if (left > 0) left -= walking * lengthOf(type, sub, left / walking);
        if (left < 0) return true;
      }
    }
    return false;
  }
}

/** The last value of a key: what an honest change of it follows. */
function newestOf(type: unknown, sub: string | null): StructId | undefined {
  return sub !== null && type instanceof Y.AbstractType ? type._map.get(sub)?.lastId : undefined;
}

/** How many items a list holds, deleted ones too; counts no further than `enough`. */
function lengthOf(type: unknown, sub: string | null, enough: number): number {
  if (!(type instanceof Y.AbstractType)) return 0;
  let count = 0;
  const first: Y.Item | null = sub === null ? type._start : (type._map.get(sub) ?? null);
  for (let item = first; item && count <= enough; item = sub === null ? item.right : item.left) count++;
  return count;
}
