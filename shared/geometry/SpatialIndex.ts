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

/**
 * Which elements lie where: an R-tree over page boxes, for culling, hit tests and lassos. The tree is made when something less than
 * everything is first asked for: a board is opened at a view of the whole.
 */
export class SpatialIndex {
  #tree: RBush<Entry> | null = null;
  #entries = new Map<string, Entry>();
  /** Around all that was ever put: it only grows. */
  #reach = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };

  /** Puts or moves an id. */
  set(id: string, box: Box): void {
    const old = this.#entries.get(id);
    const entry = toEntry(id, box);
    if (old) {
      if (old.minX === entry.minX && old.minY === entry.minY && old.maxX === entry.maxX && old.maxY === entry.maxY)
        return;
      this.#tree?.remove(old);
    }
    this.#keep(entry);
    this.#tree?.insert(entry);
  }

  /** Puts many ids at once: several times faster than one by one. */
  load(boxes: Iterable<readonly [string, Box]>): void {
    const fresh: Entry[] = [];
    for (const [id, box] of boxes) {
      this.delete(id);
      const entry = toEntry(id, box);
      this.#keep(entry);
      if (this.#tree) fresh.push(entry);
    }
    this.#tree?.load(fresh);
  }

  /** Forgets an id; unknown ids are fine. */
  delete(id: string): void {
    const old = this.#entries.get(id);
    if (!old) return;
    this.#entries.delete(id);
    this.#tree?.remove(old);
  }

  /** The ids whose boxes touch `box`, in no order. */
  search(box: Box): string[] {
    const within = { minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h };
    const { minX, minY, maxX, maxY } = this.#reach;
    if (within.minX <= minX && within.minY <= minY && within.maxX >= maxX && within.maxY >= maxY)
      return [...this.#entries.keys()];
    this.#tree ??= new RBush<Entry>().load([...this.#entries.values()]);
    return this.#tree.search(within).map((entry) => entry.id);
  }

  /** The box last set for an id. */
  box(id: string): Box | undefined {
    const entry = this.#entries.get(id);
    return entry && { x: entry.minX, y: entry.minY, w: entry.maxX - entry.minX, h: entry.maxY - entry.minY };
  }

  #keep(entry: Entry): void {
    this.#entries.set(entry.id, entry);
    const reach = this.#reach;
    if (entry.minX < reach.minX) reach.minX = entry.minX;
    if (entry.minY < reach.minY) reach.minY = entry.minY;
    if (entry.maxX > reach.maxX) reach.maxX = entry.maxX;
    if (entry.maxY > reach.maxY) reach.maxY = entry.maxY;
  }
}
