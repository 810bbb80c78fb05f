import RBush from 'rbush';
import type { Box } from './box.ts';

interface Entry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly id: string;
}

const toEntry = (id: string, box: Box): Entry => ({
  id,
  minX: box.x,
  minY: box.y,
  maxX: box.x + box.w,
  maxY: box.y + box.h,
});

/** Which elements lie where: an R-tree over page boxes, for culling, hit tests and lassos. */
export class SpatialIndex {
  readonly #tree = new RBush<Entry>();
  readonly #entries = new Map<string, Entry>();

  /** Puts or moves an id. */
  set(id: string, box: Box): void {
    const old = this.#entries.get(id);
    const entry = toEntry(id, box);
    if (old) {
      if (old.minX === entry.minX && old.minY === entry.minY && old.maxX === entry.maxX && old.maxY === entry.maxY)
        return;
      this.#tree.remove(old);
    }
    this.#entries.set(id, entry);
    this.#tree.insert(entry);
  }

  /** Puts many ids at once: several times faster than one by one. */
  load(boxes: Iterable<readonly [string, Box]>): void {
    const fresh: Entry[] = [];
    for (const [id, box] of boxes) {
      this.delete(id);
      const entry = toEntry(id, box);
      this.#entries.set(id, entry);
      fresh.push(entry);
    }
    this.#tree.load(fresh);
  }

  /** Forgets an id; unknown ids are fine. */
  delete(id: string): void {
    const old = this.#entries.get(id);
    if (!old) return;
    this.#entries.delete(id);
    this.#tree.remove(old);
  }

  /** The ids whose boxes touch `box`, in no order. */
  search(box: Box): string[] {
    return this.#tree
      .search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
      .map((entry) => entry.id);
  }
}
