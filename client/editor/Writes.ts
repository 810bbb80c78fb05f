/**
 * What this person does to the board, each method one edit and one step of undo. Refuses everything while read-only and beyond the
 * board's limits; whatever passes here is judged again by the server.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { type History, NUDGE } from '../../shared/board/History.ts';
import { cellOf, insertionAt, isPlacedByArea } from '../../shared/board/insertion.ts';
import {
  createElements,
  type Draft,
  deleteElements,
  duplicateElements,
  type Move,
  moveElements,
  reorderElements,
  roots,
} from '../../shared/board/operations.ts';
import { keysAtBottom } from '../../shared/board/order.ts';
import type { Weighed } from '../../shared/board/weight.ts';
import type { Element, ElementId, Props, Size } from '../../shared/elements/ElementKind.ts';
import { tagKeysOf } from '../../shared/elements/marks/readMarks.ts';
import { placingIn, sayPlacing } from '../../shared/elements/placing.ts';
import { findKind, kindOf } from '../../shared/elements/registry.ts';
import { type Box, encloses, union } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { createId } from '../../shared/lib/ids.ts';
import type { TextSplice } from '../../shared/lib/splice.ts';
import { viewOfKind } from '../elements/registry.ts';
import { freeSpots } from './arrange.ts';
import type { BoardIndex } from './BoardIndex.ts';
import { areaUnder, dropTarget } from './dropTarget.ts';
import { type EditorState, nextPropsOf } from './EditorState.ts';
import { freePlace } from './freePlace.ts';
import { directionOf, stepMoves } from './landing.ts';
import type { Notify } from './Notice.ts';
import { nameOf } from './nameOf.ts';
import type { Permits } from './Permits.ts';
import type { Selection } from './Selection.ts';
import { takesProps } from './takesProps.ts';

interface WritesPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly history: History;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly permits: Permits;
  readonly notify: Notify;
}

const NOBODY: ReadonlySet<ElementId> = new Set();

export class Writes {
  readonly #ports: WritesPorts;

  constructor(ports: WritesPorts) {
    this.#ports = ports;
  }

  /** A new element of a kind with its middle at a page point, in the area that lies there. */
  place(kind: string, at: PagePoint, props: Props = {}, text?: string): ElementId | null {
    const size = findKind(kind)?.defaultSize ?? [200, 200];
    const topLeft = { x: Math.round(at.x - size[0] / 2), y: Math.round(at.y - size[1] / 2) };
    const draft = { kind, at: topLeft, props: this.#styled(kind, props), ...(text !== undefined && { text }) };
    return this.placeMany('create', [draft], at)[0] ?? null;
  }

  /** As `place`, beside what is there already: for keys, which have no place of their own. */
  placeBeside(kind: string, at: PagePoint, props: Props = {}, text?: string): ElementId | null {
    const { index } = this.#ports;
    const [w, h] = findKind(kind)?.defaultSize ?? [200, 200];
    const wanted = { x: at.x - w / 2, y: at.y - h / 2, w, h };
    const spot = freePlace(wanted, (near) =>
      index
        .search(near)
        .filter(({ element }) => !kindOf(element).isContainer)
        .map(({ element, origin }) => ({ x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] })),
    );
    return this.place(kind, { x: spot.x + w / 2, y: spot.y + h / 2 }, props, text);
  }

  /** New elements with page positions; each goes into the area under its middle, or under `pointer` for a single one. */
  placeMany(label: string, drafts: readonly Omit<Draft, 'parent'>[], pointer: PagePoint | null = null): ElementId[] {
    const { board, index, permits } = this.#ports;
    if (!permits.mayAdd(drafts.length)) return [];
    const placed = drafts.map((draft) => {
      const [w, h] = draft.size ?? findKind(draft.kind)?.defaultSize ?? [200, 200];
      const middle = pointer ?? { x: draft.at.x + w / 2, y: draft.at.y + h / 2 };
      const parent = areaUnder(board, index, middle, NOBODY);
      const into = insertionAt(board, parent, middle);
      return { ...draft, parent, ...(into && { into }) };
    });
    const taken = permits
      .allowed(placed, ({ kind, parent }) => permits.mayPlace(kind, parent))
      .filter(({ kind, parent, text }) => text !== undefined || permits.mayWriteIn(kind, parent));
    return taken.length === 0 || !permits.mayWeigh(taken) ? [] : createElements(board, label, taken, permits.order);
  }

  /** New elements over page boxes, of a kind that holds nothing: one edit. */
  drawAll(
    kind: string,
    parts: readonly { readonly box: Box; readonly props: Props; readonly text?: string }[],
  ): ElementId[] {
    const spec = findKind(kind);
    if (!spec) return [];
    const drafts = parts.map(({ box, props, ...text }) => {
      const at = { x: Math.round(box.x), y: Math.round(box.y) };
      return { kind, at, size: fitSize(box, spec), props: this.#styled(kind, props), ...text };
    });
    return this.placeMany('create', drafts);
  }

  /** A new element over a page box: an area below what stands there, with what lies in it wholly as its content; anything else on top. */
  draw(kind: string, box: Box, props: Props = {}, text?: string): ElementId | null {
    const { board, index, permits } = this.#ports;
    const spec = findKind(kind);
    if (!spec) return null;
    const size = fitSize(box, spec);
    if (!spec.isContainer) return this.drawAll(kind, [{ box, props, ...(text !== undefined && { text }) }])[0] ?? null;
    if (!permits.mayAdd(1)) return null;
    const frame = { x: Math.round(box.x), y: Math.round(box.y), w: size[0], h: size[1] };
    const parent = areaUnder(board, index, { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 }, NOBODY);
    const holder = parent !== null && encloses(board.frame(parent) ?? frame, frame) ? parent : null;
    if (permits.allowed([kind], () => permits.mayPlace(kind, holder)).length === 0) return null;
    const origin = holder === null ? { x: 0, y: 0 } : board.tree.origin(holder);
    // What this person may not move stays where it lies.
    const content = permits.movable(board.tree.children(holder)).filter((id) => {
      const inner = board.frame(id);
      return inner !== null && !board.get(id)?.lock && encloses(frame, inner);
    });
    const id = createId();
    const [z = 'a0'] = keysAtBottom(board, holder, 1);
    board.edit('create', (write) => {
      write.create({
        id,
        kind,
        place: [holder, frame.x - origin.x, frame.y - origin.y],
        size,
        z,
        props: { ...spec.defaultProps, ...this.#styled(kind, props) },
        ...(text !== undefined && { text }),
      });
      for (const inner of content) {
        const at = board.tree.origin(inner);
        write.set(inner, { place: [id, at.x - frame.x, at.y - frame.y] });
      }
    });
    return id;
  }

  /** Moves elements, with what lies in them, into the areas where they are let go. Returns the area they all went into, if it is new. */
  move(ids: Iterable<ElementId>, by: Vec, pointer: PagePoint | null): ElementId | null {
    const { board, permits } = this.#ports;
    if (permits.isReadOnly || (by.x === 0 && by.y === 0)) return null;
    const moves = this.#movesOf(ids, by, pointer);
    if (moves.length === 0) return null;
    const entered = new Set(
      moves.filter(({ id, parent }) => parent !== board.tree.parent(id)).map(({ parent }) => parent),
    );
    moveElements(board, 'move', moves, permits.order);
    return entered.size === 1 ? ([...entered][0] ?? null) : null;
  }

  #movesOf(ids: Iterable<ElementId>, by: Vec, pointer: PagePoint | null): Move[] {
    const { board, index, permits } = this.#ports;
    const tops = roots(board, ids);
    const except = new Set(tops);
    const under = pointer && areaUnder(board, index, pointer, except);
    const atHand = pointer && insertionAt(board, under, pointer, except);
    const wanted = tops.map((id) => {
      const origin = board.tree.origin(id);
      const parent = dropTarget(board, index, id, { by, pointer, except });
      // What the hand holds comes where the hand is; what comes along, where its own middle is.
      const into = pointer && parent === under ? atHand : null;
      return { id, parent, to: { x: origin.x + by.x, y: origin.y + by.y }, ...(into && { into }) };
    });
    return permits.allowed(wanted, ({ id, parent }) => permits.mayChange(id, 'move') && permits.mayPlace(null, parent));
  }

  /**
   * Moves by keyboard: parents stay as they are unless the middle has left or entered an area. What an area arranges goes one place on in it.
   * One edit, and with the steps just before it one step of undo.
   */
  nudge(by: Vec): void {
    const { board, notify, permits, selection, store } = this.#ports;
    if (permits.isReadOnly) return;
    const ids = roots(board, selection.ids);
    const free = ids.filter((id) => !isPlacedByArea(board, id));
    const steps = permits.allowed(stepMoves(board, ids, directionOf(by)), ({ id }) => permits.mayChange(id, 'move'));
    moveElements(board, NUDGE, [...steps, ...this.#movesOf(free, by, null)], permits.order);
    const [first] = steps;
    if (!first || first.parent === null) return;
    const children = board.arrangements.laidOut(first.parent);
    const position = children.findIndex(({ id }) => id === first.id) + 1;
    const place = sayPlacing(placingIn(board, first.id, first.parent), store.getState().locale);
    if (place !== '') notify({ kind: 'announce', id: 'grid.say.moved', values: { place } });
    else notify({ kind: 'announce', id: 'editor.say.reordered', values: { position, count: children.length } });
  }

  /** Copies elements; with a `pointer`, into the areas where the copies are let go. Returns the copies. */
  duplicate(ids: Iterable<ElementId>, by: Vec, pointer: PagePoint | null = null): ElementId[] {
    const { board, index, permits, store } = this.#ports;
    const tops = roots(board, ids, { evenLocked: true });
    const copied = permits.allowed(tops, (id) =>
      permits.mayPlace(board.get(id)?.kind ?? '', dropTarget(board, index, id, { by, pointer, except: NOBODY })),
    );
    const whole = copied.flatMap((id) => [id, ...board.tree.descendants(id)]);
    if (!permits.mayAdd(whole.length) || !permits.mayWeigh(whole.flatMap((id) => weightOf(board.get(id))))) return [];
    const parentOf = (id: ElementId): ElementId | null => dropTarget(board, index, id, { by, pointer, except: NOBODY });
    const { mayLock } = store.getState();
    return duplicateElements(board, 'duplicate', copied, by, parentOf, pointer, { ...permits.order, mayLock });
  }

  /** Gives elements another size at the place they have: one edit. */
  reshape(ids: Iterable<ElementId>, sizeOf: (size: Size) => Size, label: string): void {
    const { board, permits } = this.#ports;
    if (permits.isReadOnly) return;
    const changed = permits
      .allowed([...ids], (id) => permits.mayChange(id, 'move'))
      .flatMap((id) => {
        const element = board.get(id);
        if (!element || element.lock) return [];
        const size = fitSize(boxOf(sizeOf(element.size)), kindOf(element));
        return isEqual(size, element.size) ? [] : [{ id, size }];
      });
    if (changed.length === 0) return;
    board.edit(label, (write) => {
      for (const { id, size } of changed) write.set(id, { size });
    });
  }

  delete(ids: Iterable<ElementId>): void {
    const { board, notify, permits } = this.#ports;
    if (permits.isReadOnly) return;
    const all = [...ids];
    const own = permits.allowed(all, (id) => permits.mayChange(id, 'edit'));
    if (own.length === 0) return;
    const deleted = deleteElements(board, 'delete', own, { mayEdit: (id) => permits.mayChange(id, 'edit') });
    if (deleted.length > 0) notify({ kind: 'announce', id: 'editor.say.deleted', values: { count: deleted.length } });
    else notify({ kind: 'notice', id: 'editor.notice.locked' });
  }

  /** Gives elements a look: each of them that may have it. `undefined` takes a prop back to its default. Returns those that were changed. */
  style(ids: Iterable<ElementId>, props: Props, label = 'style'): ElementId[] {
    const { board, permits } = this.#ports;
    if (permits.isReadOnly) return [];
    const differs = (element: Element): boolean =>
      Object.keys(props).some((key) => !isEqual(element.props[key], props[key]));
    const styled = permits
      .allowed([...ids], (id) => permits.mayChange(id, 'edit'))
      .filter((id) => {
        const element = board.get(id);
        return element && !element.lock && differs(element) && takesProps(element, props);
      });
    if (styled.length > 0)
      board.edit(label, (write) => {
        for (const id of styled) write.set(id, { props });
      });
    return styled;
  }

  /** A small change of an element's text without a field: a box ticked. */
  tick(id: ElementId, splice: TextSplice): void {
    const { board, permits } = this.#ports;
    const mayEdit = !permits.isReadOnly && board.get(id)?.lock === false;
    if (!mayEdit || permits.allowed([id], () => permits.mayChange(id, 'edit')).length === 0) return;
    board.edit('tick', (write) => write.splice(id, splice));
  }

  reorder(to: 'front' | 'back'): void {
    const { board, permits, selection } = this.#ports;
    reorderElements(board, 'order', permits.changeable([...selection.ids], 'move'), to);
  }

  /** Puts elements into an area (`null`: the bare wall, below what stands there), each where there is room: one edit. Returns how many went. */
  moveInto(ids: Iterable<ElementId>, area: ElementId | null): number {
    const { board, notify, permits } = this.#ports;
    if (permits.isReadOnly) return 0;
    const tops = permits.allowed(
      roots(board, ids).filter((id) => area === null || (id !== area && !board.tree.ancestors(area).includes(id))),
      (id) => permits.mayChange(id, 'move') && permits.mayPlace(null, area),
    );
    const boxes = tops.map((id) => board.frame(id) as Box);
    const into = insertionAt(board, area, null, new Set(tops));
    const spots = into ? boxes : this.#roomIn(area, boxes, new Set(tops));
    moveElements(
      board,
      'move',
      tops.map((id, n) => ({ id, parent: area, to: spots[n] as Vec, ...(into && { into }) })),
      permits.order,
    );
    if (tops.length === 0) return 0;
    const title = nameOf(board.get(area ?? ''));
    const values = { count: tops.length, area: title };
    const id = area === null ? 'editor.say.movedToWall' : title === '' ? 'editor.say.moved' : 'editor.say.movedInto';
    notify({ kind: 'announce', id, values });
    return tops.length;
  }

  /** A new element where an area (`null`: the bare wall) has room; in the cell of what it is put `beside`, where that has one. */
  placeIn(kind: string, area: ElementId | null, props: Props = {}, beside: string | null = null): ElementId | null {
    const { board, permits } = this.#ports;
    if (!permits.mayAdd(1) || permits.allowed([area], () => permits.mayPlace(kind, area)).length === 0) return null;
    if (!permits.mayWriteIn(kind, area)) return null;
    const [w, h] = findKind(kind)?.defaultSize ?? [200, 200];
    const { cell } = beside !== null && board.tree.parent(beside) === area ? cellOf(board.get(beside)) : {};
    const into = cell === undefined ? insertionAt(board, area, null) : { before: null, cell };
    const spots = into && area !== null ? [board.tree.origin(area)] : this.#roomIn(area, [{ w, h }], NOBODY);
    const [at = { x: 0, y: 0 }] = spots;
    const draft = { kind, parent: area, at, props: this.#styled(kind, props), ...(into && { into }) };
    return createElements(board, 'create', [draft], permits.order)[0] ?? null;
  }

  /** Locks elements or frees them; only whoever may lock is offered it. */
  lock(ids: Iterable<ElementId>, lock: boolean): void {
    const { board, notify, store } = this.#ports;
    if (!store.getState().mayLock) return;
    const changed = [...ids].filter((id) => board.get(id) && board.get(id)?.lock !== lock);
    if (changed.length === 0) return;
    board.edit('lock', (write) => {
      for (const id of changed) write.set(id, { lock });
    });
    const values = { count: changed.length };
    notify({ kind: 'announce', id: lock ? 'editor.say.locked' : 'editor.say.unlocked', values });
  }

  /** How a new element looks: with the words its kind begins with, then as the last choice for its kind has it, unless told otherwise. */
  #styled(kind: string, props: Props): Props {
    const state = this.#ports.store.getState();
    return { ...viewOfKind(kind).begins?.(state.locale), ...nextPropsOf(state, kind), ...props };
  }

  /** Free places in an area, around what lies there and stays; on the bare wall, below all areas. */
  #roomIn(
    area: ElementId | null,
    sizes: readonly { readonly w: number; readonly h: number }[],
    except: ReadonlySet<ElementId>,
  ): Vec[] {
    const { board, index } = this.#ports;
    const frames = (ids: readonly ElementId[]): Box[] =>
      ids.filter((id) => !except.has(id)).flatMap((id) => board.frame(id) ?? []);
    const inside = frames(board.tree.children(area));
    const within = area === null ? null : board.frame(area);
    if (within) return freeSpots(within, sizes, inside);
    const areas = union(frames(board.tree.children(null).filter((id) => index.get(id)?.kind.isContainer)));
    const widest = Math.max(...sizes.map(({ w }) => w));
    const below = areas
      ? { x: areas.x - 20, y: areas.y + areas.h + 60, w: Math.max(areas.w, widest) + 40, h: 100_000 }
      : { x: 0, y: 0, w: Math.max(1_400, widest + 40), h: 100_000 };
    return freeSpots(below, sizes, inside);
  }
}

/** What a copy of an element weighs: its tags come along, what was said of it does not. */
const weightOf = (element: Element | undefined): Weighed[] =>
  element ? [{ text: element.text, props: element.props, marks: tagKeysOf(element.marks) }] : [];

const boxOf = ([w, h]: Size): Box => ({ x: 0, y: 0, w, h });

function fitSize(
  box: Box,
  { minSize, maxSize }: { minSize: readonly [number, number]; maxSize: readonly [number, number] },
): readonly [number, number] {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(value)));
  return [clamp(box.w, minSize[0], maxSize[0]), clamp(box.h, minSize[1], maxSize[1])];
}
