/**
 * What is folded away on a board: all that hangs on a folded note of a mind map, and the lines that lead there. Derived while reading,
 * the same for everybody; the screen and the pictures leave it out, the outline and the tables go on listing it. A board without branches
 * pays one look at each element.
 */
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { kindOf } from '../elements/registry.ts';
import { type Branch, branchOf, endOf, MindMap } from './mindMap.ts';

const NOTHING: ReadonlyMap<ElementId, ElementId> = new Map();
const EMPTY = new MindMap([]);

/** Whether an element may be part of a map: notes, which hold nothing. An area in a map could come to lie in itself. */
const mayHang = (element: Element | undefined): boolean => {
  const known: readonly string[] = element && element.problem === undefined ? kindOf(element).propKeys : [];
  return known.includes('node');
};

/** The elements that the ends of any connector hold on to. */
const endsOf = ({ props }: Element): readonly ElementId[] =>
  [endOf(props.from), endOf(props.to)].filter((id) => id !== null);

/** What of a note the folding depends on. */
const stateOf = (element: Element | undefined): unknown =>
  mayHang(element) ? (element?.props.node ?? 'none') : undefined;

export class Folds {
  readonly #element: (id: ElementId) => Element | undefined;
  readonly #branches = new Set<ElementId>();
  /** Everything that may be a line between two elements. */
  readonly #lines = new Set<ElementId>();
  #map: MindMap | null = EMPTY;
  /** Hidden → the outermost folded note above it. */
  #hidden: ReadonlyMap<ElementId, ElementId> = NOTHING;
  #counts: ReadonlyMap<ElementId, number> = new Map();
  /** The ends of branches, and what of each the folding looked at: whether it is there, and folded. */
  readonly #ends = new Map<ElementId, unknown>();

  constructor(element: (id: ElementId) => Element | undefined) {
    this.#element = element;
  }

  /** The mind maps of the board. */
  get map(): MindMap {
    this.#map ??= this.#read();
    return this.#map;
  }

  /** Every branch, whether it holds a note or not. */
  branches(): Branch[] {
    return [...this.#branches].flatMap((id) => {
      const element = this.#element(id);
      return (element && branchOf(element)) ?? [];
    });
  }

  /** Whether something is folded away. */
  get isNone(): boolean {
    return this.#hidden.size === 0;
  }

  isHidden(id: ElementId): boolean {
    return this.#hidden.has(id);
  }

  /** How many notes a folded note hides; 0 for all others. */
  count(id: ElementId): number {
    return this.#counts.get(id) ?? 0;
  }

  /** Takes in what changed or went, and returns what is shown or hidden now and was not before, and the folded notes that count anew. */
  update(touched: Iterable<ElementId>): ReadonlySet<ElementId> {
    let isStale = false;
    for (const id of touched) {
      const element = this.#element(id);
      const isBranch = element !== undefined && element.props.branch === true && branchOf(element) !== null;
      if (isBranch) this.#branches.add(id);
      const wasBranch = !isBranch && this.#branches.delete(id);
      if (element !== undefined && element.props.from !== undefined) this.#lines.add(id);
      else this.#lines.delete(id);
      const isLine = this.#hidden.size > 0 && this.#lines.has(id);
      isStale ||= isBranch || wasBranch || isLine || (this.#ends.has(id) && this.#ends.get(id) !== stateOf(element));
    }
    if (!isStale) return new Set();
    this.#map = null;
    return this.#fold();
  }

  #read(): MindMap {
    return new MindMap(this.branches(), (id) => mayHang(this.#element(id)));
  }

  #fold(): ReadonlySet<ElementId> {
    const hidden = new Map<ElementId, ElementId>();
    const counts = new Map<ElementId, number>();
    const isFolded = (id: ElementId): boolean => this.#element(id)?.props.node === 'folded';
    const parents = new Set<ElementId>();
    this.#ends.clear();
    for (const id of this.#branches) {
      const element = this.#element(id);
      const branch = element && branchOf(element);
      if (!branch) continue;
      for (const end of [branch.from, branch.to]) this.#ends.set(end, stateOf(this.#element(end)));
      if (isFolded(branch.from)) parents.add(branch.from);
    }
    if (parents.size > 0) {
      const { map } = this;
      // Each note after its parent: one walk down, one back up, however deep somebody made it.
      const order = map.roots().flatMap((root) => [root, ...map.below(root)]);
      for (const id of order) {
        const up = map.parent(id);
        // What lies in a folded part belongs to the outermost, folded again or not.
        const outermost = up === null ? undefined : (hidden.get(up) ?? (parents.has(up) ? up : undefined));
        if (outermost !== undefined) hidden.set(id, outermost);
      }
      const sizes = new Map<ElementId, number>();
      for (const id of order.reverse()) {
        const size = sizes.get(id) ?? 0;
        if (size > 0 && parents.has(id)) counts.set(id, size);
        const up = map.parent(id);
        if (up !== null) sizes.set(up, (sizes.get(up) ?? 0) + size + 1);
      }
      for (const id of this.#lines) {
        const element = this.#element(id);
        const end = element && endsOf(element).find((one) => hidden.has(one));
        if (end !== undefined) hidden.set(id, hidden.get(end) as ElementId);
      }
    }
    const changed = differing(this.#hidden, hidden);
    for (const id of differing(this.#counts, counts)) changed.add(id);
    this.#hidden = hidden;
    this.#counts = counts;
    return changed;
  }
}

function differing<T>(before: ReadonlyMap<ElementId, T>, after: ReadonlyMap<ElementId, T>): Set<ElementId> {
  const changed = new Set<ElementId>();
  for (const [id, value] of after) if (before.get(id) !== value) changed.add(id);
  for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  return changed;
}
