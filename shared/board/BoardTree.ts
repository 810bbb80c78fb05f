/**
 * Who lies in what, and in which order: derived while reading, the same on every machine, never written back. An element whose parent
 * is gone or cannot hold anything stands on the wall as an orphan; a cycle of parents is broken at its smallest id.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';
import type { Vec } from '../geometry/vec.ts';
import { descendants } from './descendants.ts';

const NONE: readonly ElementId[] = [];
/** So many siblings that have changed are put in their places one by one; more are sorted anew with all others. */
const FEW = 8;

export class BoardTree {
  readonly #element: (id: ElementId) => Element | undefined;
  readonly #offset: (area: ElementId, child: ElementId) => readonly [x: number, y: number] | null;
  /** Parent as written → children that name it. */
  readonly #named = new Map<ElementId | null, Set<ElementId>>();
  readonly #writtenParent = new Map<ElementId, ElementId | null>();
  /** All that repairs change: these stand on the wall, whatever parent is written. */
  readonly #orphans = new Set<ElementId>();
  readonly #sorted = new Map<ElementId | null, readonly ElementId[]>();

  /** `offset`: where an area that arranges its content shows a child; `null` where that stands as it is written. */
  constructor(
    element: (id: ElementId) => Element | undefined,
    offset: (area: ElementId, child: ElementId) => readonly [x: number, y: number] | null = () => null,
  ) {
    this.#element = element;
    this.#offset = offset;
  }

  /** The parent after repair; `null` for what stands on the wall. */
  parent(id: ElementId): ElementId | null {
    return this.#orphans.has(id) ? null : (this.#writtenParent.get(id) ?? null);
  }

  /** Children in painting order: by `z`, ties by id. */
  children(id: ElementId | null): readonly ElementId[] {
    const sorted = this.#sorted.get(id);
    if (sorted) return sorted;
    const named = [...(this.#named.get(id) ?? NONE)];
    const children = id === null ? [...named, ...this.#orphans] : named.filter((child) => !this.#orphans.has(child));
    if (children.length === 0) return NONE;
    const fresh = children.sort((a, b) => this.#compareSiblings(a, b));
    this.#sorted.set(id, fresh);
    return fresh;
  }

  /** Elements whose parent is gone, cannot hold them, or is held by them. */
  get orphans(): ReadonlySet<ElementId> {
    return this.#orphans;
  }

  /** Page position of an element's top left, as it is shown. */
  origin(id: ElementId): Vec {
    let x = 0;
    let y = 0;
    for (let at: ElementId | null = id; at !== null; ) {
      const element = this.#element(at);
      if (!element) break;
      const parent = this.parent(at);
      const offset = parent !== null ? this.#offset(parent, at) : this.#orphans.has(at) ? lostAt(element) : null;
      x += offset ? offset[0] : element.place[1];
      y += offset ? offset[1] : element.place[2];
      at = parent;
    }
    return { x, y };
  }

  /** From the element's parent up to the wall. */
  ancestors(id: ElementId): ElementId[] {
    const path: ElementId[] = [];
    for (let at = this.parent(id); at !== null; at = this.parent(at)) path.push(at);
    return path;
  }

  /** Everything that lies in an element, at any depth, each after its parent, in painting order. */
  descendants(id: ElementId | null): ElementId[] {
    return descendants(id, (of) => this.children(of));
  }

  /** Painting order of two elements: an area before its content, then by `z`, ties by id. */
  compare(a: ElementId, b: ElementId): number {
    if (a === b) return 0;
    const pathA = [a, ...this.ancestors(a)].reverse();
    const pathB = [b, ...this.ancestors(b)].reverse();
    for (let depth = 0; ; depth++) {
      const stepA = pathA[depth];
      const stepB = pathB[depth];
      if (stepA === undefined) return -1;
      if (stepB === undefined) return 1;
      if (stepA !== stepB) return this.#compareSiblings(stepA, stepB);
    }
  }

  /**
   * Takes in what changed and returns every id whose page position or order may now differ: the given ones and all that lies, or lay,
   * in them.
   */
  update(changed: Iterable<ElementId>): Set<ElementId> {
    const moved = new Set<ElementId>();
    const restructured = new Set<ElementId>();
    const staying: ElementId[] = [];
    for (const id of changed) {
      moved.add(id);
      const element = this.#element(id);
      const before = this.#writtenParent.get(id);
      const after = element?.place[0];
      const isNamed = this.#named.has(id);
      if (before !== after) this.#rename(id, before, after);
      else staying.push(id);
      // On the wall, and named by nobody, there is nothing to repair.
      if (isNamed || (before !== after && after !== null)) restructured.add(id);
      else if (after === null) this.#orphans.delete(id);
    }
    this.#resort(staying);
    this.#collectNamed(restructured);
    const cycles = new Map<ElementId, ElementId | null>();
    for (const id of restructured) this.#place(id, cycles);
    for (const id of restructured) moved.add(id);
    // What is added is walked too, so this goes down to any depth.
    for (const id of moved) if (this.#named.has(id)) for (const inner of this.children(id)) moved.add(inner);
    return moved;
  }

  #compareSiblings(a: ElementId, b: ElementId): number {
    const zA = this.#element(a)?.z ?? '';
    const zB = this.#element(b)?.z ?? '';
    if (zA !== zB) return zA < zB ? -1 : 1;
    return a < b ? -1 : 1;
  }

  /** Puts those that have changed, but not their parent, where they belong among their siblings. */
  #resort(changed: readonly ElementId[]): void {
    if (changed.length > FEW) {
      for (const id of changed) this.#sorted.delete(this.parent(id));
      return;
    }
    const listed = changed.filter((id) => this.#sorted.get(this.parent(id))?.includes(id));
    if (listed.every((id) => this.#isInPlace(id))) return;
    // All are taken out before the first is put back: among those that did not change there is an order.
    for (const id of listed) {
      const parent = this.parent(id);
      this.#sorted.set(parent, this.#sorted.get(parent)?.filter((one) => one !== id) ?? NONE);
    }
    for (const id of listed) {
      const parent = this.parent(id);
      const sorted = this.#sorted.get(parent) ?? NONE;
      let from = 0;
      for (let to = sorted.length; from < to; ) {
        const middle = (from + to) >> 1;
        if (this.#compareSiblings(sorted[middle] as ElementId, id) < 0) from = middle + 1;
        else to = middle;
      }
      this.#sorted.set(parent, [...sorted.slice(0, from), id, ...sorted.slice(from)]);
    }
  }

  /** Whether it stands between its neighbours as it should; if all that changed do, so do all others. */
  #isInPlace(id: ElementId): boolean {
    const sorted = this.#sorted.get(this.parent(id)) ?? NONE;
    const at = sorted.indexOf(id);
    const [before, after] = [sorted[at - 1], sorted[at + 1]];
    if (before !== undefined && this.#compareSiblings(before, id) > 0) return false;
    return after === undefined || this.#compareSiblings(id, after) < 0;
  }

  #rename(id: ElementId, before: ElementId | null | undefined, after: ElementId | null | undefined): void {
    if (before !== undefined) {
      this.#sorted.delete(this.parent(id));
      const named = this.#named.get(before);
      named?.delete(id);
      if (named?.size === 0) this.#named.delete(before);
    }
    if (after === undefined) {
      this.#writtenParent.delete(id);
      return;
    }
    this.#writtenParent.set(id, after);
    this.#sorted.delete(after);
    const named = this.#named.get(after);
    if (named) named.add(id);
    else this.#named.set(after, new Set([id]));
  }

  /** Widens a set to everything that names a member as its parent, at any depth: only there can repairs change. */
  #collectNamed(ids: Set<ElementId>): void {
    for (const id of ids) for (const child of this.#named.get(id) ?? NONE) ids.add(child);
  }

  #place(id: ElementId, cycles: Map<ElementId, ElementId | null>): void {
    const written = this.#writtenParent.get(id);
    if (written === undefined) {
      this.#orphans.delete(id);
      return;
    }
    this.#sorted.delete(this.parent(id));
    if (this.#repaired(id, written, cycles) === written) this.#orphans.delete(id);
    else this.#orphans.add(id);
    this.#sorted.delete(this.parent(id));
  }

  #repaired(id: ElementId, written: ElementId | null, cycles: Map<ElementId, ElementId | null>): ElementId | null {
    if (written === null) return null;
    const holder = this.#element(written);
    if (!holder || !kindOf(holder).isContainer) return null;
    return this.#cycleOf(id, cycles) === id ? null : written;
  }

  /**
   * The smallest member of the cycle of written parents on which `id` lies; `null`: it lies on none. `known` has what was found on the way of
   * others: a board that somebody imported may be nested as deep as it has elements, and each of them asks.
   */
  #cycleOf(id: ElementId, known: Map<ElementId, ElementId | null>): ElementId | null {
    const places = new Map<ElementId, number>();
    const path: ElementId[] = [];
    let at: ElementId | null | undefined = id;
    while (at != null && !known.has(at) && !places.has(at)) {
      places.set(at, path.length);
      path.push(at);
      at = this.#writtenParent.get(at);
    }
    const start = places.get(at ?? '') ?? path.length;
    let smallest: ElementId | null = null;
    for (let n = start; n < path.length; n++) {
      const member = path[n] as ElementId;
      if (smallest === null || member < smallest) smallest = member;
    }
    for (const [n, one] of path.entries()) known.set(one, n < start ? null : smallest);
    return known.get(id) ?? null;
  }
}

/** Where orphans stand whose own place says nothing: so far apart, in so many columns and rows, each a little off its row. */
const LOST = { columns: 24, rows: 10, step: 224, off: 48 } as const;

/**
 * Where an orphan stands that has no coordinates of its own (its area had given it a cell, or a place in its order): by its id alone, so that
 * they are not all at one spot, everybody sees the same, and none moves when another is found or put away. `null`: where it is written.
 */
function lostAt({ id, place: [, x, y, cell] }: Element): readonly [x: number, y: number] | null {
  if (cell === undefined && (x !== 0 || y !== 0)) return null;
  let hash = 0x811c9dc5;
  for (let n = 0; n < id.length; n++) hash = Math.imul(hash ^ id.charCodeAt(n), 0x01000193) >>> 0;
  const slot = hash % (LOST.columns * LOST.rows);
  const off = Math.floor(hash / (LOST.columns * LOST.rows)) % LOST.off;
  return [(slot % LOST.columns) * LOST.step + off, Math.floor(slot / LOST.columns) * LOST.step + off];
}
