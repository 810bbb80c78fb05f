/**
 * What lies where on the page, kept up with the board: for culling, hit tests, lassos and drop targets. It turns a board change into
 * damage (the boxes to paint again), so that nobody walks the whole board. Ranks (painting order) and the tree of places are made when first
 * asked for: a board is opened at a view of the whole, which needs no search.
 */
import type { BoardChange, BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Arrangement, Element, ElementId, ElementKind, Surroundings } from '../../shared/elements/ElementKind.ts';
import { boundsOf } from '../../shared/elements/present.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { type Box, encloses, translate, union } from '../../shared/geometry/box.ts';
import { SpatialIndex } from '../../shared/geometry/SpatialIndex.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import type { ElementView } from '../elements/ElementView.ts';
import { viewOf } from '../elements/registry.ts';
import { PaintRanks } from './PaintRanks.ts';

/** An element with its place on the page. A new object at each change. */
export interface Indexed {
  readonly id: ElementId;
  readonly element: Element;
  /** What paints it and what takes hold of it; looked up once. */
  readonly kind: ElementKind;
  readonly view: ElementView;
  readonly parent: ElementId | null;
  /** Page position of its top left. */
  readonly origin: Vec;
  /** All it covers on the page, titles and shadows included. */
  readonly bounds: Box;
  /** How many notes of its mind map it hides, folded. */
  readonly below: number;
  /** How it shows what lies in it, where it arranges that. */
  readonly arrangement: Arrangement | null;
  /** Grows whenever it must be painted anew: its own change, or one of what it depends on. */
  readonly stamp: number;
}

export interface IndexChange {
  readonly changed: ReadonlySet<ElementId>;
  readonly deleted: ReadonlySet<ElementId>;
  /** Page boxes whose picture is no longer true. */
  readonly damage: readonly Box[];
}

/** So few are put in order by asking the tree, while not everything has a rank. */
const FEW = 128;
/** So many questions are answered by walking the board: a first view asks few, and the tree of places takes longer than all of them. */
const WALKS = 24;

export class BoardIndex {
  readonly #board: BoardDoc;
  #space: SpatialIndex | null = null;
  #walks = 0;
  /** Around all that ever lay here: it only grows. */
  #reach: Box | null = null;
  readonly #items = new Map<ElementId, Indexed>();
  readonly #dependents = new Map<ElementId, Set<ElementId>>();
  readonly #groups = new Map<string, Set<ElementId>>();
  readonly #areas = new Set<ElementId>();
  readonly #changes = new Emitter<IndexChange>();
  readonly #stop: () => void;
  readonly #ranks: PaintRanks;
  #stamp = 0;

  constructor(board: BoardDoc) {
    this.#board = board;
    this.#ranks = new PaintRanks(board);
    for (const id of board.ids()) {
      const item = this.#read(id, undefined);
      if (item) this.#keep(item, undefined);
    }
    this.#reach = this.content();
    this.#stop = board.onChange((change) => this.#take(change));
  }

  get size(): number {
    return this.#items.size;
  }

  /** The board, as elements ask of it. */
  get around(): Surroundings {
    return this.#board;
  }

  get(id: ElementId): Indexed | undefined {
    return this.#items.get(id);
  }

  /** Whether it is not shown: folded away, or in an area that is closed. */
  isHidden(id: ElementId): boolean {
    return this.#board.isHidden(id);
  }

  /** What touches a page box, in painting order. */
  search(box: Box): Indexed[] {
    return this.sort(this.find(box));
  }

  /** What touches a page box, in no order. */
  find(box: Box): Indexed[] {
    if (this.#holdsAll(box)) return this.#shown([...this.#items.values()]);
    const found: Indexed[] = [];
    if (this.#mayWalk()) {
      for (const item of this.#items.values()) if (touches(item.bounds, box)) found.push(item);
      return this.#shown(found);
    }
    for (const id of this.#places().search(box)) {
      const item = this.#items.get(id);
      if (item) found.push(item);
    }
    return this.#shown(found);
  }

  /** Makes a part of what the first questions would wait for, in a moment in which nobody does; returns whether there was one to make. */
  prepare(): boolean {
    if (!this.#space) this.#places();
    else if (!this.#ranks.isMade) this.#ranks.all();
    else return false;
    return true;
  }

  /** Ids of what touches a page box, in no order. */
  ids(box: Box): ElementId[] {
    return this.#holdsAll(box) && this.#board.hidesNone ? [...this.#items.keys()] : this.find(box).map(({ id }) => id);
  }

  /** Sorts in place into painting order. */
  sort(items: Indexed[]): Indexed[] {
    if (items.length < 2) return items;
    if (!this.#ranks.isMade && items.length <= FEW) return items.sort((a, b) => this.#compare(a, b));
    const rank = this.#ranks.all();
    return items.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  }

  /** How often the painting order of everything was worked out: what tests count in place of time. */
  get timesRanked(): number {
    return this.#ranks.made;
  }

  /** Place in painting order; only its comparison with others means something. */
  rank(id: ElementId): number {
    return this.#ranks.all().get(id) ?? 0;
  }

  /** The box around everything, or `null` for an empty board. */
  content(): Box | null {
    const items = this.#items.values();
    return union(boxesOf(this.#board.hidesNone ? items : this.#shown([...items])));
  }

  /** All that can hold something, in no order: a few of thousands. */
  areas(): Iterable<ElementId> {
    return this.#areas;
  }

  /** What is grouped by a key, in no order. */
  members(group: string): Iterable<ElementId> {
    return this.#groups.get(group) ?? [];
  }

  /** What leans on any of these, directly: a connector on its ends. */
  dependents(ids: Iterable<ElementId>): ReadonlySet<ElementId> {
    const found = new Set<ElementId>();
    if (this.#dependents.size > 0) for (const id of ids) this.#addDependents(id, found);
    return found;
  }

  /** Calls back after each board change, once this index is up to date. Returns its undo. */
  onChange(listener: (change: IndexChange) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  dispose(): void {
    this.#stop();
  }

  #take({ changed, deleted }: BoardChange): void {
    const damage: Box[] = [];
    const repaint = new Set<ElementId>();
    const fresh: Indexed[] = [];
    const reordered: ElementId[] = [];
    for (const id of deleted) {
      const old = this.#items.get(id);
      if (!old) continue;
      damage.push(old.bounds);
      this.#drop(old);
      if (old.parent !== null) repaint.add(old.parent);
      this.#addDependents(id, repaint);
      this.#addPinned(id, repaint);
    }
    for (const id of changed) {
      const old = this.#items.get(id);
      const item = this.#read(id, old);
      if (!item) continue;
      if (old) damage.push(old.bounds);
      damage.push(item.bounds);
      if (old) this.#space?.set(id, item.bounds);
      else {
        fresh.push(item);
        this.#addPinned(id, repaint);
      }
      this.#keep(item, old);
      const hasRank = this.#ranks.has(id) && old?.parent === item.parent && old.element.z === item.element.z;
      if (!hasRank) reordered.push(id);
      if (old?.parent !== item.parent) {
        if (old?.parent) repaint.add(old.parent);
        if (item.parent !== null) repaint.add(item.parent);
      } else if (old?.parent && !stands(old.element, item.element)) {
        // What counts what lies where, as a heap does, counts anew.
        if (this.#items.get(old.parent)?.kind.placing) repaint.add(old.parent);
      } else if (old?.parent && !isEqual(old.element.marks.tags, item.element.marks.tags)) {
        // What tells lines apart by tag, as the curve of a grid does, draws them anew.
        if (this.#items.get(old.parent)?.kind.arrange) repaint.add(old.parent);
      }
      this.#addDependents(id, repaint);
    }
    this.#ranks.move(reordered);
    // A whole board may come in one change: packed at once, not one by one.
    this.#space?.load(entriesOf(fresh));
    for (const id of repaint) {
      const item = this.#items.get(id);
      if (!item || changed.has(id)) continue;
      // What it leans on may have carried its edges along.
      const bounds = translate(boundsOf(item.element, this.#board), item.origin);
      if (!isSameBox(bounds, item.bounds)) {
        damage.push(item.bounds);
        this.#space?.set(id, bounds);
      }
      this.#items.set(id, { ...item, bounds, stamp: ++this.#stamp });
      damage.push(bounds);
    }
    this.#reach = union(this.#reach ? [this.#reach, ...damage] : damage);
    this.#changes.emit({ changed, deleted, damage });
  }

  /** Without what is folded away in mind maps, or in areas. */
  #shown(items: Indexed[]): Indexed[] {
    return this.#board.hidesNone ? items : items.filter(({ id }) => !this.#board.isHidden(id));
  }

  #holdsAll(box: Box): boolean {
    return this.#reach === null || encloses(box, this.#reach);
  }

  #mayWalk(): boolean {
    return this.#space === null && this.#walks++ < WALKS;
  }

  /** Painting order of two (`paintOrder`): areas lie below all else. */
  #compare(a: Indexed, b: Indexed): number {
    if (a.kind.isContainer !== b.kind.isContainer) return a.kind.isContainer ? -1 : 1;
    return this.#board.tree.compare(a.id, b.id);
  }

  #places(): SpatialIndex {
    if (!this.#space) {
      this.#space = new SpatialIndex();
      this.#space.load(entriesOf(this.#items.values()));
    }
    return this.#space;
  }

  #read(id: ElementId, old: Indexed | undefined): Indexed | undefined {
    const element = this.#board.get(id);
    if (!element) return undefined;
    const origin = this.#board.tree.origin(id);
    const parent = this.#board.tree.parent(id);
    const below = this.#board.folds.count(id);
    const arrangement = this.#board.arrangements.of(id);
    const hasOnlyMoved = old && old.element === element && old.below === below && old.arrangement === arrangement;
    // Carried along by its area, as hundreds may be at once; what leans on others reaches to where they are.
    if (hasOnlyMoved && old.parent === parent && old.kind.dependsOn(element).length === 0) {
      const by = { x: origin.x - old.origin.x, y: origin.y - old.origin.y };
      return { ...old, origin, bounds: translate(old.bounds, by) };
    }
    const kind = kindOf(element);
    const isSame =
      old &&
      old.below === below &&
      old.arrangement === arrangement &&
      samePicture(old.element, element) &&
      // A line that moves looks different: one of its ends may have stayed.
      kind.dependsOn(element).length === 0;
    return {
      id,
      element,
      kind,
      view: viewOf(element),
      parent,
      origin,
      bounds: translate(boundsOf(element, this.#board), origin),
      below,
      arrangement,
      // Moving does not change the picture: the bitmap made before stays good.
      stamp: isSame ? old.stamp : ++this.#stamp,
    };
  }

  #keep(item: Indexed, old: Indexed | undefined): void {
    this.#items.set(item.id, item);
    if (old && old.element === item.element) return;
    if (item.kind.isContainer) this.#areas.add(item.id);
    else if (old) this.#areas.delete(item.id);
    this.#regroup(item.id, old?.element.group, item.element.group);
    if (old) for (const on of old.kind.dependsOn(old.element)) this.#dependents.get(on)?.delete(item.id);
    for (const on of item.kind.dependsOn(item.element)) {
      const dependents = this.#dependents.get(on);
      if (dependents) dependents.add(item.id);
      else this.#dependents.set(on, new Set([item.id]));
    }
  }

  #drop(item: Indexed): void {
    this.#items.delete(item.id);
    this.#areas.delete(item.id);
    this.#space?.delete(item.id);
    this.#ranks.delete(item.id);
    this.#regroup(item.id, item.element.group, undefined);
    for (const on of item.kind.dependsOn(item.element)) this.#dependents.get(on)?.delete(item.id);
  }

  #regroup(id: ElementId, from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    if (from !== undefined) {
      const left = this.#groups.get(from);
      left?.delete(id);
      if (left?.size === 0) this.#groups.delete(from);
    }
    if (to === undefined) return;
    const members = this.#groups.get(to);
    if (members) members.add(id);
    else this.#groups.set(to, new Set([id]));
  }

  #addDependents(id: ElementId, into: Set<ElementId>): void {
    this.#dependents.get(id)?.forEach((dependent) => {
      into.add(dependent);
    });
  }

  /** A pin is shown full while there is what it stands for. */
  #addPinned(id: ElementId, into: Set<ElementId>): void {
    for (const { on } of this.#board.pinnedBy(id)) into.add(on);
  }
}

/** Whether two boxes share a point: edges count, as in the tree of places. */
const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h;

const isSameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

function* boxesOf(items: Iterable<Indexed>): Generator<Box> {
  for (const { bounds } of items) yield bounds;
}

function* entriesOf(items: Iterable<Indexed>): Generator<readonly [ElementId, Box]> {
  for (const { id, bounds } of items) yield [id, bounds];
}

/** Whether an element stands where it stood, and as large: an area counts it by its middle. */
const stands = (a: Element, b: Element): boolean => a.place === b.place && isEqual(a.size, b.size);

/** Whether two snapshots look the same wherever they stand. */
const samePicture = (a: Element, b: Element): boolean =>
  a === b ||
  (a.kind === b.kind &&
    a.text === b.text &&
    a.size[0] === b.size[0] &&
    a.size[1] === b.size[1] &&
    a.by === b.by &&
    a.lock === b.lock &&
    a.problem === b.problem &&
    isEqual(a.marks.keys, b.marks.keys) &&
    isEqual(a.props, b.props));
