/**
 * Mind maps: notes that connectors with `branch: true` tie to one another, from a note to what hangs on it. The tree is derived while
 * reading, the same on every machine, and never written: of two branches into one note the one with the smaller id holds, and a circle
 * is broken at its smallest note. Pure; what is folded away is in `Folds.ts`.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { isId } from '../lib/ids.ts';
import { descendants } from './descendants.ts';

/** A connector that makes one note a child of another. */
export interface Branch {
  readonly id: ElementId;
  readonly from: ElementId;
  readonly to: ElementId;
  /** Order among the children of a note. */
  readonly z: string;
}

const NO_CHILDREN: readonly ElementId[] = [];

/** The branch an element is, or `null`: read by its props, whatever draws it. */
export function branchOf({ id, z, props }: Pick<Element, 'id' | 'z' | 'props'>): Branch | null {
  if (props.branch !== true) return null;
  const from = endOf(props.from);
  const to = endOf(props.to);
  return from === null || to === null || from === to ? null : { id, from, to, z };
}

/** The element that an end of a connector holds on to. */
export function endOf(end: unknown): ElementId | null {
  if (typeof end === 'string') return isId(end) ? end : null;
  if (typeof end !== 'object' || end === null) return null;
  const { id } = end as { readonly id?: unknown };
  return isId(id) ? id : null;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export class MindMap {
  /** Child → the branch that holds it. */
  readonly #into = new Map<ElementId, Branch>();
  readonly #children = new Map<ElementId, ElementId[]>();

  /** `exists`: whether a note stands on the board; branches that lead nowhere hold nothing. */
  constructor(branches: Iterable<Branch>, exists: (id: ElementId) => boolean = () => true) {
    for (const branch of branches) {
      if (branch.from === branch.to || !exists(branch.from) || !exists(branch.to)) continue;
      const other = this.#into.get(branch.to);
      if (!other || branch.id < other.id) this.#into.set(branch.to, branch);
    }
    this.#breakCircles();
    for (const { from, to } of this.#into.values()) {
      const siblings = this.#children.get(from);
      if (siblings) siblings.push(to);
      else this.#children.set(from, [to]);
    }
    for (const siblings of this.#children.values()) siblings.sort((a, b) => this.#compareSiblings(a, b));
  }

  /** Whether an element hangs on another, or has others hanging on it. */
  has(id: ElementId): boolean {
    return this.#into.has(id) || this.#children.has(id);
  }

  /** Whether there is no branch at all. */
  get isEmpty(): boolean {
    return this.#into.size === 0;
  }

  parent(id: ElementId): ElementId | null {
    return this.#into.get(id)?.from ?? null;
  }

  /** The branch that holds a note to its parent. */
  branch(id: ElementId): Branch | null {
    return this.#into.get(id) ?? null;
  }

  /** What hangs on a note, in order. */
  children(id: ElementId): readonly ElementId[] {
    return this.#children.get(id) ?? NO_CHILDREN;
  }

  /** The note at the heart of the map a note is in; itself where it hangs on nothing. */
  root(id: ElementId): ElementId {
    let at = id;
    for (let up = this.parent(at); up !== null; up = this.parent(at)) at = up;
    return at;
  }

  /** The notes at the heart of a map each. */
  roots(): ElementId[] {
    return [...this.#children.keys()].filter((id) => !this.#into.has(id)).sort(compare);
  }

  /** All that hangs on a note, at any depth, each after its parent; not itself. */
  below(id: ElementId): ElementId[] {
    return descendants(id, (of) => this.children(of));
  }

  /** Whether a note hangs on another, at any depth, or is it. */
  isWithin(id: ElementId, ancestor: ElementId): boolean {
    for (let at: ElementId | null = id; at !== null; at = this.parent(at)) if (at === ancestor) return true;
    return false;
  }

  /** How far from its root a note is. */
  depth(id: ElementId): number {
    let depth = 0;
    for (let at = this.parent(id); at !== null; at = this.parent(at)) depth++;
    return depth;
  }

  /** The child of the root through which a note hangs on it; `null` for a root. */
  mainBranch(id: ElementId): ElementId | null {
    let below: ElementId | null = null;
    let at = id;
    for (let up = this.parent(at); up !== null; up = this.parent(at)) {
      below = at;
      at = up;
    }
    return below;
  }

  #compareSiblings(a: ElementId, b: ElementId): number {
    const first = this.#into.get(a);
    const second = this.#into.get(b);
    return compare(first?.z ?? '', second?.z ?? '') || compare(a, b);
  }

  /** Each note has one parent at most: walking up from a note meets one circle at most. */
  #breakCircles(): void {
    const settled = new Set<ElementId>();
    for (const start of [...this.#into.keys()]) {
      const path: ElementId[] = [];
      const onPath = new Set<ElementId>();
      let at: ElementId | null = start;
      while (at !== null && !settled.has(at) && !onPath.has(at)) {
        path.push(at);
        onPath.add(at);
        at = this.parent(at);
      }
      if (at !== null && onPath.has(at)) {
        const circle = path.slice(path.indexOf(at));
        this.#into.delete(circle.reduce((least, id) => (id < least ? id : least)));
      }
      for (const id of path) settled.add(id);
    }
  }
}
