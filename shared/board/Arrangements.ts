/**
 * How areas that arrange what lies in them (clusters, grids, decks) show it: the size of the area, the place of each child, what is not
 * shown. Derived while reading from written values alone, the same on every machine, never written. An area is worked out again only when
 * it, a child, or the size of an area within it has changed; a board without such areas pays one look at each element.
 */
import type { Arrangement, Element, ElementId, Size } from '../elements/ElementKind.ts';
import { isLaidOut } from '../elements/laidOut.ts';
import { kindOf } from '../elements/registry.ts';
import { isEqual } from '../lib/equal.ts';
import { endOf } from './mindMap.ts';

interface ArrangementsPorts {
  /** As it is written. */
  element(id: ElementId): Element | undefined;
  /** After repair. */
  parent(id: ElementId): ElementId | null;
  children(id: ElementId): readonly ElementId[];
  nextRev(): number;
}

/** One area: what it was worked out from, and what came of it. */
interface Known {
  readonly element: Element;
  /** Each at the size it is shown at. */
  readonly children: readonly Element[];
  /** Whether one of them arranges its content itself: its size may change though nobody wrote it. */
  readonly holdsAreas: boolean;
  readonly arrangement: Arrangement;
  /** The element at the size it is shown at. */
  readonly shown: Element;
}

const CORNER = [0, 0] as const;
const NOTHING: ReadonlySet<ElementId> = new Set();

export class Arrangements {
  readonly #ports: ArrangementsPorts;
  readonly #known = new Map<ElementId, Known>();
  /** Child → the area that was worked out with it. */
  readonly #holder = new Map<ElementId, ElementId>();
  /** Areas that hide something. */
  readonly #hiding = new Set<ElementId>();
  /** How many areas were worked out since the board was opened: what tests count in place of time. */
  made = 0;

  constructor(ports: ArrangementsPorts) {
    this.#ports = ports;
  }

  /** Every area that arranges its content, in no order. */
  areas(): IterableIterator<ElementId> {
    return this.#known.keys();
  }

  /** How an area shows what lies in it; `null` for all that arranges nothing. The same object until something of it changes. */
  of(id: ElementId): Arrangement | null {
    return this.#known.get(id)?.arrangement ?? null;
  }

  /** An arranging area at the size it is shown at; `undefined` for everything else. */
  shown(id: ElementId): Element | undefined {
    return this.#known.size === 0 ? undefined : this.#known.get(id)?.shown;
  }

  /** What an area lays out, in order, each at the size it is shown at: its children without what is drawn over them (`isLaidOut`). */
  laidOut(id: ElementId): readonly Element[] {
    return this.#known.get(id)?.children ?? [];
  }

  /** Offset of a child from its area's top left; `null` where it stands as it is written. What is hidden and not placed is at the corner. */
  offset(area: ElementId, child: ElementId): readonly [x: number, y: number] | null {
    const arrangement = this.#known.size === 0 ? undefined : this.#known.get(area)?.arrangement;
    if (!arrangement) return null;
    return arrangement.places.get(child) ?? (arrangement.hidden?.has(child) ? CORNER : null);
  }

  /** Whether no area hides anything. */
  get hidesNone(): boolean {
    return this.#hiding.size === 0;
  }

  /** Whether an element lies in what its area, or one further up, does not show; or is a line to something that does. */
  isHidden(id: ElementId): boolean {
    if (this.#hiding.size === 0) return false;
    if (this.#isInside(id)) return true;
    const props = this.#ports.element(id)?.props;
    if (props?.from === undefined) return false;
    return [endOf(props.from), endOf(props.to)].some((end) => end !== null && this.#isInside(end));
  }

  /** The size an element is shown at. */
  sizeOf(id: ElementId): Size {
    return this.#known.get(id)?.shown.size ?? this.#ports.element(id)?.size ?? [0, 0];
  }

  /**
   * Takes in what changed, went, or may have another parent now, and returns every id that is shown elsewhere, at another size, or no longer,
   * with all that lies in it.
   */
  update(touched: ReadonlySet<ElementId>): ReadonlySet<ElementId> {
    const stale = new Set<ElementId>();
    for (const id of touched) {
      const element = this.#ports.element(id);
      if (element !== undefined && arranges(element)) stale.add(id);
      else if (this.#known.size > 0) this.#forget(id);
      const before = this.#holder.get(id);
      const parent = this.#ports.parent(id);
      if (before !== undefined) stale.add(before);
      if (before !== undefined && before !== parent) this.#holder.delete(id);
      if (parent !== null) stale.add(parent);
    }
    if (stale.size === 0) return NOTHING;
    // An area's size counts in the one it lies in; what is added is walked too.
    for (const id of stale) {
      const element = this.#ports.element(id);
      if (element === undefined || !arranges(element)) stale.delete(id);
      else {
        const parent = this.#ports.parent(id);
        if (parent !== null) stale.add(parent);
      }
    }
    const moved = new Set<ElementId>();
    const resized = new Set<ElementId>();
    this.#settle(stale, touched, moved, resized);
    for (const id of moved) for (const inner of this.#ports.children(id)) moved.add(inner);
    for (const id of resized) moved.add(id);
    return moved;
  }

  /** Works areas out, each after those that lie in it: by a stack of our own, however deep somebody nests them. */
  #settle(
    stale: Set<ElementId>,
    touched: ReadonlySet<ElementId>,
    moved: Set<ElementId>,
    resized: Set<ElementId>,
  ): void {
    for (const first of [...stale]) {
      const stack = [first];
      for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
        const inner = stale.has(id) ? this.#ports.children(id).filter((child) => stale.has(child)) : [];
        if (inner.length > 0) stack.push(...inner);
        else {
          stack.pop();
          if (stale.delete(id)) this.#arrange(id, touched, moved, resized);
        }
      }
    }
  }

  #arrange(id: ElementId, touched: ReadonlySet<ElementId>, moved: Set<ElementId>, resized: Set<ElementId>): void {
    const element = this.#ports.element(id) as Element;
    const old = this.#known.get(id);
    const { children, holdsAreas } = this.#childrenOf(id, old, touched);
    const isSame = old !== undefined && isSameInput(old, element, children);
    const arrangement = isSame ? old.arrangement : this.#make(element, children, old?.arrangement);
    const shown = this.#shownAs(element, arrangement.size, old);
    this.#known.set(id, { element, children, holdsAreas, arrangement, shown });
    if (isSame) {
      if (shown !== old.shown) resized.add(id);
      return;
    }
    if (arrangement.isClosed || (arrangement.hidden && arrangement.hidden.size > 0)) this.#hiding.add(id);
    else this.#hiding.delete(id);
    // Its own picture may say how many lie in it.
    resized.add(id);
    addMoved(moved, old?.arrangement, arrangement, children);
    // What it does not lay out is shown or not with the rest.
    if ((old?.arrangement.isClosed ?? false) !== (arrangement.isClosed ?? false))
      for (const child of this.#ports.children(id)) moved.add(child);
  }

  /**
   * What an area lays out. Of thousands of which one was touched the others are those of before, in the same order: found by walking both lists,
   * not by asking for each.
   */
  #childrenOf(
    id: ElementId,
    old: Known | undefined,
    touched: ReadonlySet<ElementId>,
  ): Pick<Known, 'children' | 'holdsAreas'> {
    const before = old && !old.holdsAreas ? old.children : [];
    const children: Element[] = [];
    let holdsAreas = false;
    let at = 0;
    for (const child of this.#ports.children(id)) {
      // Past one that has gone, or stands elsewhere now.
      if (before[at]?.id !== child && before[at + 1]?.id === child) at++;
      const known = before[at];
      if (known?.id === child) at++;
      if (known?.id === child && !touched.has(child)) {
        children.push(known);
        continue;
      }
      const inner = this.#ports.element(child);
      if (!inner || !isLaidOut(inner)) continue;
      if (this.#holder.get(child) !== id) this.#holder.set(child, id);
      if (arranges(inner)) holdsAreas = true;
      children.push(this.#known.get(child)?.shown ?? inner);
    }
    return { children, holdsAreas };
  }

  #make(element: Element, children: readonly Element[], before?: Arrangement): Arrangement {
    this.made++;
    const arrangement = kindOf(element).arrange?.(element, children, (child) => this.sizeOf(child), before);
    return arrangement ?? { size: element.size, places: new Map() };
  }

  #shownAs(element: Element, size: Size, old: Known | undefined): Element {
    if (isEqual(size, element.size)) return element;
    if (old && old.element === element && isEqual(size, old.shown.size)) return old.shown;
    return { ...element, size, rev: this.#ports.nextRev() };
  }

  #forget(id: ElementId): void {
    const known = this.#known.get(id);
    if (!known) return;
    this.#known.delete(id);
    this.#hiding.delete(id);
    for (const child of known.children) if (this.#holder.get(child.id) === id) this.#holder.delete(child.id);
  }

  #isInside(id: ElementId): boolean {
    for (let at = id, area = this.#ports.parent(at); area !== null; at = area, area = this.#ports.parent(at)) {
      const arrangement = this.#known.get(area)?.arrangement;
      if (arrangement?.hidden?.has(at) || (arrangement?.isClosed && !this.#leans(at))) return true;
    }
    return false;
  }

  /** Whether it is a line that is shown with what it leans on, wherever it lies. */
  #leans(id: ElementId): boolean {
    const element = this.#ports.element(id);
    return element !== undefined && kindOf(element).dependsOn(element).length > 0;
  }
}

const arranges = (element: Element): boolean => kindOf(element).arrange !== undefined;

/** Whether an area would come out as before. Where it stands itself, and what its children say, no arrangement asks. */
function isSameInput(old: Known, element: Element, children: readonly Element[]): boolean {
  return (
    isSameArea(old.element, element) &&
    old.children.length === children.length &&
    children.every((child, n) => isAlike(old.children[n] as Element, child))
  );
}

const isSameArea = (a: Element, b: Element): boolean =>
  a === b || (a.kind === b.kind && a.text === b.text && isEqual(a.size, b.size) && isEqual(a.props, b.props));

const isAlike = (a: Element, b: Element): boolean =>
  a === b ||
  (a.id === b.id &&
    a.kind === b.kind &&
    a.z === b.z &&
    a.problem === b.problem &&
    isEqual(a.place, b.place) &&
    isEqual(a.size, b.size) &&
    isEqual(a.props, b.props));

/** Adds the children that are shown elsewhere than before, or no longer. */
function addMoved(
  moved: Set<ElementId>,
  old: Arrangement | undefined,
  now: Arrangement,
  children: readonly Element[],
): void {
  if (!old || old.hidden || now.hidden || now.places.size !== children.length) {
    for (const { id } of children) if (!isSamePlace(old, now, id)) moved.add(id);
    return;
  }
  for (const [id, [x, y]] of now.places) {
    const before = old.places.get(id);
    if (before?.[0] !== x || before[1] !== y) moved.add(id);
  }
}

function isSamePlace(old: Arrangement | undefined, now: Arrangement, id: ElementId): boolean {
  if (!old || (old.hidden?.has(id) ?? false) !== (now.hidden?.has(id) ?? false)) return false;
  const [before, after] = [old.places.get(id), now.places.get(id)];
  return before?.[0] === after?.[0] && before?.[1] === after?.[1];
}
