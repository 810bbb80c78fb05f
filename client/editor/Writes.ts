/**
 * What this person does to the board, each method one edit and one step of undo. Refuses everything while read-only and beyond the
 * board's limits; whatever passes here is judged again by the server.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { type History, NUDGE } from '../../shared/board/History.ts';
import {
  createElements,
  type Draft,
  deleteElements,
  duplicateElements,
  moveElements,
  reorderElements,
  roots,
} from '../../shared/board/operations.ts';
import { keysAtBottom, keysBetween, keysOnTop } from '../../shared/board/order.ts';
import type { ElementId, Place } from '../../shared/elements/ElementKind.ts';
import { findKind, kindOf } from '../../shared/elements/registry.ts';
import { type Box, encloses, union } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import { createId } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import type { NoteColor } from '../../shared/theme/tokens.ts';
import { exchange, freeSpots } from './arrange.ts';
import type { BoardIndex } from './BoardIndex.ts';
import { countElements, type FragmentElement } from './clipboard/fragment.ts';
import { areaForBox, areaUnder, dropTarget } from './dropTarget.ts';
import type { EditorState } from './EditorState.ts';
import { freePlace } from './freePlace.ts';
import type { Notify } from './Notice.ts';
import { refuseArea, refuseElement } from './rights.ts';
import type { Selection } from './Selection.ts';

interface WritesPorts {
  readonly store: StoreApi<EditorState>;
  readonly board: BoardDoc;
  readonly history: History;
  readonly index: BoardIndex;
  readonly selection: Selection;
  readonly notify: Notify;
}

const NOBODY: ReadonlySet<ElementId> = new Set();

export class Writes {
  readonly #ports: WritesPorts;

  constructor(ports: WritesPorts) {
    this.#ports = ports;
  }

  /** A new element of a kind with its middle at a page point, in the area that lies there. */
  place(kind: string, at: PagePoint, props: Readonly<Record<string, unknown>> = {}, text?: string): ElementId | null {
    const size = findKind(kind)?.defaultSize ?? [200, 200];
    const topLeft = { x: Math.round(at.x - size[0] / 2), y: Math.round(at.y - size[1] / 2) };
    const draft = { kind, at: topLeft, props, ...(text !== undefined && { text }) };
    return this.placeMany('create', [draft], at)[0] ?? null;
  }

  /** As `place`, beside what is there already: for keys, which have no place of their own. */
  placeBeside(
    kind: string,
    at: PagePoint,
    props: Readonly<Record<string, unknown>> = {},
    text?: string,
  ): ElementId | null {
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
    const { board, index } = this.#ports;
    if (!this.#mayAdd(drafts.length)) return [];
    const placed = drafts.map((draft) => {
      const [w, h] = draft.size ?? findKind(draft.kind)?.defaultSize ?? [200, 200];
      const middle = pointer ?? { x: draft.at.x + w / 2, y: draft.at.y + h / 2 };
      return { ...draft, parent: areaUnder(board, index, middle, NOBODY) };
    });
    const taken = this.#allowed(placed, ({ kind, parent }) => this.#mayPlace(kind, parent));
    return taken.length === 0 ? [] : createElements(board, label, taken);
  }

  /** Pasted elements with all that lies in them, the fragment's corner at a page point. Returns the outermost ones. */
  placeFragment(fragment: readonly FragmentElement[], corner: PagePoint): ElementId[] {
    const { board, index } = this.#ports;
    if (!this.#mayAdd(countElements(fragment))) return [];
    const wanted = fragment.map((element) => {
      const at = { x: corner.x + element.at[0], y: corner.y + element.at[1] };
      const box = { ...at, w: element.size[0], h: element.size[1] };
      return { element, at, parent: areaForBox(board, index, element.kind, box) };
    });
    const tops = this.#allowed(wanted, ({ element, parent }) => this.#mayPlace(element.kind, parent));
    if (tops.length === 0) return [];
    const keys = new Map<ElementId | null, string[]>();
    for (const { parent } of tops) if (!keys.has(parent)) keys.set(parent, keysOnTop(board, parent, tops.length));
    return board.edit('paste', (write) => {
      const put = ({ kind, size, text, props, inside }: FragmentElement, place: Place, z: string): ElementId => {
        const id = write.create({ kind, place, size, text, props, z });
        const inner = keysBetween(null, null, inside.length);
        for (const [i, child] of inside.entries()) put(child, [id, child.at[0], child.at[1]], inner[i] as string);
        return id;
      };
      return tops.map(({ element, at, parent }) => {
        const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
        return put(element, [parent, at.x - origin.x, at.y - origin.y], keys.get(parent)?.shift() ?? 'a0');
      });
    });
  }

  /** A new area, below what stands there; what lies in it wholly becomes its content. */
  drawArea(kind: string, box: Box): ElementId | null {
    const { board, index } = this.#ports;
    const spec = findKind(kind);
    if (!spec || !this.#mayAdd(1)) return null;
    const size = fitSize(box, spec);
    const frame = { x: Math.round(box.x), y: Math.round(box.y), w: size[0], h: size[1] };
    const parent = areaUnder(board, index, { x: frame.x + frame.w / 2, y: frame.y + frame.h / 2 }, NOBODY);
    const holder = parent !== null && encloses(board.frame(parent) ?? frame, frame) ? parent : null;
    if (this.#allowed([kind], () => this.#mayPlace(kind, holder)).length === 0) return null;
    const origin = holder === null ? { x: 0, y: 0 } : board.tree.origin(holder);
    const content = board.tree.children(holder).filter((id) => {
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
        props: spec.defaultProps,
      });
      for (const inner of content) {
        const at = board.tree.origin(inner);
        write.set(inner, { place: [id, at.x - frame.x, at.y - frame.y] });
      }
    });
    return id;
  }

  /** Moves elements, with what lies in them, into the areas where they are let go. Returns the area they all went into, if it is new. */
  move(ids: Iterable<ElementId>, by: Vec, pointer: PagePoint | null, label = 'move'): ElementId | null {
    const { board, index } = this.#ports;
    if (this.#isReadOnly() || (by.x === 0 && by.y === 0)) return null;
    const tops = roots(board, ids);
    const except = new Set(tops);
    const wanted = tops.map((id) => {
      const origin = board.tree.origin(id);
      return {
        id,
        parent: dropTarget(board, index, id, { by, pointer, except }),
        to: { x: origin.x + by.x, y: origin.y + by.y },
      };
    });
    const moves = this.#allowed(
      wanted,
      ({ id, parent }) => this.#mayChange(id, 'move') && this.#mayPlace(null, parent),
    );
    if (moves.length === 0) return null;
    const entered = new Set(
      moves.filter(({ id, parent }) => parent !== board.tree.parent(id)).map(({ parent }) => parent),
    );
    moveElements(board, label, moves);
    return entered.size === 1 ? ([...entered][0] ?? null) : null;
  }

  /** Moves by keyboard: parents stay as they are unless the middle has left or entered an area. */
  nudge(by: Vec): void {
    this.move(this.#ports.selection.ids, by, null, NUDGE);
  }

  /** Copies elements; with a `pointer`, into the areas where the copies are let go. Returns the copies. */
  duplicate(ids: Iterable<ElementId>, by: Vec, pointer: PagePoint | null = null): ElementId[] {
    const { board, index } = this.#ports;
    const tops = roots(board, ids, { evenLocked: true });
    const copied = this.#allowed(tops, (id) =>
      this.#mayPlace(board.get(id)?.kind ?? '', dropTarget(board, index, id, { by, pointer, except: NOBODY })),
    );
    const count = copied.reduce((sum, id) => sum + 1 + board.tree.descendants(id).length, 0);
    if (!this.#mayAdd(count)) return [];
    return duplicateElements(board, 'duplicate', copied, by, (id) =>
      dropTarget(board, index, id, { by, pointer, except: NOBODY }),
    );
  }

  /** Gives an element another frame; what lies in an area stays where it is on the page. */
  resize(id: ElementId, frame: Box): void {
    const { board } = this.#ports;
    const element = board.get(id);
    const before = board.frame(id);
    if (!element || !before || element.lock || this.#isReadOnly()) return;
    if (this.#allowed([id], () => this.#mayChange(id, 'move')).length === 0) return;
    const [parent, x, y] = element.place;
    const shift = { x: frame.x - before.x, y: frame.y - before.y };
    board.edit('resize', (write) => {
      write.set(id, { place: [parent, x + shift.x, y + shift.y], size: [frame.w, frame.h] });
      if (!kindOf(element).isContainer || (shift.x === 0 && shift.y === 0)) return;
      for (const child of board.tree.children(id)) {
        const inner = board.get(child);
        if (inner) write.set(child, { place: [id, inner.place[1] - shift.x, inner.place[2] - shift.y] });
      }
    });
  }

  delete(ids: Iterable<ElementId>): void {
    const { board, notify } = this.#ports;
    if (this.#isReadOnly()) return;
    const all = [...ids];
    const own = this.#allowed(all, (id) => this.#mayChange(id, 'edit'));
    if (own.length === 0) return;
    const deleted = deleteElements(board, 'delete', own);
    if (deleted.length > 0) notify({ kind: 'announce', id: 'editor.say.deleted', values: { count: deleted.length } });
    else notify({ kind: 'notice', id: 'editor.notice.locked' });
  }

  /** Colours the elements that have a colour. */
  color(ids: Iterable<ElementId>, color: NoteColor): void {
    const { board } = this.#ports;
    if (this.#isReadOnly()) return;
    const painted = this.#allowed([...ids], (id) => this.#mayChange(id, 'edit')).filter((id) => {
      const element = board.get(id);
      return element && !element.lock && isColored(element.kind) && element.props.color !== color;
    });
    if (painted.length === 0) return;
    board.edit('color', (write) => {
      for (const id of painted) write.set(id, { props: { color } });
    });
  }

  reorder(to: 'front' | 'back'): void {
    if (!this.#isReadOnly()) reorderElements(this.#ports.board, 'order', this.#ports.selection.ids, to);
  }

  /** Puts elements into an area (`null`: the bare wall, below what stands there), each where there is room: one edit. Returns how many went. */
  moveInto(ids: Iterable<ElementId>, area: ElementId | null): number {
    const { board, notify } = this.#ports;
    if (this.#isReadOnly()) return 0;
    const tops = this.#allowed(
      roots(board, ids).filter((id) => area === null || (id !== area && !board.tree.ancestors(area).includes(id))),
      (id) => this.#mayChange(id, 'move') && this.#mayPlace(null, area),
    );
    const boxes = tops.map((id) => board.frame(id) as Box);
    const spots = this.#roomIn(area, boxes, new Set(tops));
    moveElements(
      board,
      'move',
      tops.map((id, n) => ({ id, parent: area, to: spots[n] as Vec })),
    );
    if (tops.length === 0) return 0;
    const title = area === null ? '' : (board.get(area)?.text ?? '');
    const values = { count: tops.length, area: title };
    notify({ kind: 'announce', id: area === null ? 'editor.say.movedToWall' : 'editor.say.movedInto', values });
    return tops.length;
  }

  /** A new element where an area (`null`: the bare wall) has room. */
  placeIn(kind: string, area: ElementId | null, props: Readonly<Record<string, unknown>> = {}): ElementId | null {
    const { board } = this.#ports;
    if (!this.#mayAdd(1) || this.#allowed([area], () => this.#mayPlace(kind, area)).length === 0) return null;
    const [w, h] = findKind(kind)?.defaultSize ?? [200, 200];
    const [at = { x: 0, y: 0 }] = this.#roomIn(area, [{ w, h }], NOBODY);
    return createElements(board, 'create', [{ kind, parent: area, at, props }])[0] ?? null;
  }

  /** One step in reading order among `siblings`: changes places with the neighbour. Nothing happens at either end, or where one is locked. */
  moveInOrder(id: ElementId, siblings: readonly ElementId[], direction: 1 | -1): boolean {
    const { board, notify } = this.#ports;
    if (this.#isReadOnly()) return false;
    const placed = siblings.flatMap((sibling) => {
      const frame = board.frame(sibling);
      return frame ? [{ id: sibling, ...frame }] : [];
    });
    const change = exchange(placed, id, direction);
    if (!change) return false;
    const both = [change.moved, change.neighbour];
    if (both.some((one) => board.get(one.id)?.lock)) {
      notify({ kind: 'notice', id: 'editor.notice.locked' });
      return false;
    }
    moveElements(
      board,
      'order',
      both.map((one) => ({ ...one, parent: board.tree.parent(one.id) })),
    );
    const values = { position: change.index + 1, count: placed.length };
    notify({ kind: 'announce', id: 'editor.say.reordered', values });
    return true;
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

  /** Of these, what the step in force may take; what it is certain to refuse is said once and not begun. */
  #allowed<T>(wanted: readonly T[], may: (one: T) => boolean): T[] {
    const allowed = wanted.filter(may);
    if (allowed.length < wanted.length) this.#ports.notify({ kind: 'notice', id: 'editor.notice.step' });
    return allowed;
  }

  #mayChange(id: ElementId, action: 'edit' | 'move'): boolean {
    const { board, store } = this.#ports;
    return refuseElement(store.getState().who, board, id, action) !== 'step';
  }

  /** Whether a new element of a kind (`null`: one that is moved) may lie in an area. */
  #mayPlace(kind: string | null, area: ElementId | null): boolean {
    const { board, store } = this.#ports;
    const { who } = store.getState();
    return (
      (kind === null ? refuseArea(who, board, area, 'move') : refuseArea(who, board, area, 'add', kind)) !== 'step'
    );
  }

  #isReadOnly(): boolean {
    return this.#ports.store.getState().readOnly;
  }

  #mayAdd(count: number): boolean {
    if (this.#isReadOnly() || count === 0) return false;
    if (!this.#ports.store.getState().mayAdd) {
      this.#ports.notify({ kind: 'notice', id: 'editor.notice.noAdd' });
      return false;
    }
    if (this.#ports.board.size + count <= LIMITS.elementsPerBoard) return true;
    this.#ports.notify({ kind: 'notice', id: 'editor.notice.tooMany', values: { limit: LIMITS.elementsPerBoard } });
    return false;
  }
}

/** Whether a kind has a colour people choose. */
export const isColored = (kind: string): boolean => findKind(kind)?.propKeys.includes('color' as never) ?? false;

function fitSize(
  box: Box,
  { minSize, maxSize }: { minSize: readonly [number, number]; maxSize: readonly [number, number] },
): readonly [number, number] {
  const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(value)));
  return [clamp(box.w, minSize[0], maxSize[0]), clamp(box.h, minSize[1], maxSize[1])];
}
