/**
 * Painted elements kept as bitmaps, several scales an element, within a budget of bytes: the longest unused go first. A bitmap is good for
 * one `stamp` (look) of its element; another scale, or an older look, is offered while the right one is not made yet.
 */
import type { Indexed } from '../editor/BoardIndex.ts';

export interface Bitmap {
  readonly image: ImageBitmap;
  readonly scale: number;
  readonly stamp: number;
  /** Page offset of its left top from the element's, widened to whole pixels. */
  readonly x: number;
  readonly y: number;
}

interface Kept extends Bitmap {
  readonly bytes: number;
  usedAt: number;
}

export type Rasterize = (item: Indexed, scale: number) => Bitmap;

/** 64 MB where the pointer is a finger, 256 MB elsewhere. */
export const bitmapBudget = (isTouchDevice: boolean): number => (isTouchDevice ? 64 : 256) * 1024 * 1024;

/** After eviction the cache is this full, so that it does not evict at every frame. */
const AFTER_EVICTION = 0.8;

export class BitmapCache {
  readonly #budget: number;
  readonly #rasterize: Rasterize;
  readonly #kept = new Map<string, Kept[]>();
  #bytes = 0;
  #frame = 0;

  constructor(budget: number, rasterize: Rasterize) {
    this.#budget = budget;
    this.#rasterize = rasterize;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether more can be made ahead without something that is in use being given up for it. */
  get hasRoom(): boolean {
    return this.#bytes < this.#budget * AFTER_EVICTION;
  }

  /** Tells that a frame begins: what is used from now on counts as fresh. */
  beginFrame(): void {
    this.#frame++;
  }

  /** The bitmap at exactly this scale and look, if it is there. */
  find(item: Indexed, scale: number): Bitmap | undefined {
    const list = this.#kept.get(item.id);
    if (!list) return undefined;
    for (const kept of list) {
      if (kept.scale !== scale || kept.stamp !== item.stamp) continue;
      kept.usedAt = this.#frame;
      return kept;
    }
    return undefined;
  }

  /** The next best: the same look at the nearest scale, else an older look. */
  findOther(item: Indexed, scale: number): Bitmap | undefined {
    let best: Kept | undefined;
    for (const kept of this.#kept.get(item.id) ?? []) {
      if (!best || rate(kept, item, scale) < rate(best, item, scale)) best = kept;
    }
    if (best) best.usedAt = this.#frame;
    return best;
  }

  make(item: Indexed, scale: number): Bitmap {
    const made = this.#rasterize(item, scale);
    const kept: Kept = { ...made, bytes: made.image.width * made.image.height * 4, usedAt: this.#frame };
    const list = this.#kept.get(item.id)?.filter((old) => this.#isWorthKeeping(old, kept)) ?? [];
    list.push(kept);
    this.#kept.set(item.id, list);
    this.#bytes += kept.bytes;
    if (this.#bytes > this.#budget) this.#evict();
    return kept;
  }

  delete(id: string): void {
    for (const kept of this.#kept.get(id) ?? []) this.#release(kept);
    this.#kept.delete(id);
  }

  clear(): void {
    for (const id of [...this.#kept.keys()]) this.delete(id);
  }

  /** Older looks go at once; of the scales made for a resting zoom only the latest stays. */
  #isWorthKeeping(old: Kept, fresh: Kept): boolean {
    const keep = old.stamp === fresh.stamp && old.scale !== fresh.scale && (isLevel(old.scale) || isLevel(fresh.scale));
    if (!keep) this.#release(old);
    return keep;
  }

  #release(kept: Kept): void {
    this.#bytes -= kept.bytes;
    kept.image.close();
  }

  #evict(): void {
    const all = [...this.#kept].flatMap(([id, list]) => list.map((kept) => ({ id, kept })));
    all.sort((a, b) => a.kept.usedAt - b.kept.usedAt);
    for (const { id, kept } of all) {
      if (this.#bytes <= this.#budget * AFTER_EVICTION || kept.usedAt === this.#frame) return;
      this.#release(kept);
      const rest = this.#kept.get(id)?.filter((other) => other !== kept) ?? [];
      if (rest.length > 0) this.#kept.set(id, rest);
      else this.#kept.delete(id);
    }
  }
}

const isLevel = (scale: number): boolean => Number.isInteger(Math.log2(scale));

/** Lower is better: the right look first, then the nearest scale, larger before smaller. */
const rate = (kept: Kept, item: Indexed, scale: number): number =>
  (kept.stamp === item.stamp ? 0 : 100) + Math.abs(Math.log2(kept.scale / scale)) - (kept.scale > scale ? 0.1 : 0);
