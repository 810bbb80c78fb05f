/**
 * What people do to a board, each one edit: one transaction, one step of undo. Elements that are locked are left alone unless the
 * caller may lock (`evenLocked`); the server decides again in any case.
 */
import type { Element, ElementId, Place, Props, Size } from '../elements/ElementKind.ts';
import { tagKeysOf } from '../elements/marks/readMarks.ts';
import { findKind, kindOf } from '../elements/registry.ts';
import type { Vec } from '../geometry/vec.ts';
import { assert } from '../lib/assert.ts';
import { createId } from '../lib/ids.ts';
import type { BoardDoc, BoardWriter } from './BoardDoc.ts';
import { keysAtBottom, keysOnTop } from './order.ts';

/** An element to be put at a page point; its parent is found by the caller. */
export interface Draft {
  /** Absent: a new one. */
  readonly id?: ElementId;
  readonly kind: string;
  readonly parent: ElementId | null;
  /** Page position of the top left. */
  readonly at: Vec;
  readonly size?: Size;
  readonly text?: string;
  readonly props?: Props;
  /** Tags, by their keys. */
  readonly marks?: Readonly<Record<string, unknown>>;
  readonly by?: string;
}

export interface OperationOptions {
  /** Facilitators may change what is locked. */
  readonly evenLocked?: boolean;
  /** Whether what leans on a deleted element may be written too, so that it stays as it is shown; anything unless given. */
  readonly mayEdit?: (id: ElementId) => boolean;
}

/** Keys on top of each area for as many newcomers as `parents` names it; each `next` is above the one before. */
function topKeys(board: BoardDoc, parents: Iterable<ElementId | null>): { next(parent: ElementId | null): string } {
  const counts = new Map<ElementId | null, number>();
  for (const parent of parents) counts.set(parent, (counts.get(parent) ?? 0) + 1);
  const keys = new Map([...counts].map(([parent, count]) => [parent, keysOnTop(board, parent, count)]));
  return {
    next(parent) {
      const key = keys.get(parent)?.shift();
      assert(key !== undefined, 'a key was counted for every newcomer');
      return key;
    },
  };
}

const placeIn = (board: BoardDoc, parent: ElementId | null, at: Vec): Place => {
  const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
  return [parent, at.x - origin.x, at.y - origin.y];
};

/** Only ids that are on the board and may be changed, without those that lie in another of them: these come along. */
export function roots(board: BoardDoc, ids: Iterable<ElementId>, options: OperationOptions = {}): ElementId[] {
  const wanted = new Set(ids);
  return [...wanted]
    .filter((id) => {
      const element = board.get(id);
      if (!element || (element.lock && !options.evenLocked)) return false;
      return !board.tree.ancestors(id).some((ancestor) => wanted.has(ancestor));
    })
    .sort((a, b) => board.tree.compare(a, b));
}

/** Puts new elements on top of their areas, in the given order. Returns their ids. */
export function createElements(board: BoardDoc, label: string, drafts: readonly Draft[]): ElementId[] {
  const keys = topKeys(
    board,
    drafts.map((draft) => draft.parent),
  );
  return board.edit(label, (write) =>
    drafts.map(({ id, kind, parent, at, size, text, props, marks, by }) =>
      write.create({
        ...(id !== undefined && { id }),
        kind,
        place: placeIn(board, parent, at),
        z: keys.next(parent),
        size: size ?? findKind(kind)?.defaultSize ?? [200, 200],
        props: { ...findKind(kind)?.defaultProps, ...props },
        ...(text !== undefined && { text }),
        ...(marks !== undefined && { marks }),
        ...(by !== undefined && { by }),
      }),
    ),
  );
}

/** Where one element goes. */
export interface Move {
  readonly id: ElementId;
  readonly parent: ElementId | null;
  /** Page position of its top left. */
  readonly to: Vec;
}

/** Moves elements, into other areas where asked; what changes area comes on top there. Moves into itself are left out. */
export function moveElements(
  board: BoardDoc,
  label: string,
  moves: readonly Move[],
  options: OperationOptions = {},
): void {
  const allowed = moves.filter(({ id, parent }) => {
    const element = board.get(id);
    if (!element || (element.lock && !options.evenLocked)) return false;
    return parent === null || (parent !== id && !board.tree.ancestors(parent).includes(id));
  });
  if (allowed.length === 0) return;
  const enters = ({ id, parent }: Move): boolean => board.tree.parent(id) !== parent;
  const keys = topKeys(
    board,
    allowed.filter(enters).map((move) => move.parent),
  );
  board.edit(label, (write) => {
    for (const move of allowed) {
      const { id, parent, to } = move;
      write.set(id, { place: placeIn(board, parent, to), ...(enters(move) && { z: keys.next(parent) }) });
    }
  });
}

/** Deletes elements. What lies in a deleted area moves to where the area lay, unless it is deleted too. */
export function deleteElements(
  board: BoardDoc,
  label: string,
  ids: Iterable<ElementId>,
  options: OperationOptions = {},
): ElementId[] {
  const doomed = new Set(
    [...ids].filter((id) => {
      const element = board.get(id);
      return element !== undefined && (!element.lock || options.evenLocked === true);
    }),
  );
  if (doomed.size === 0) return [];
  const released = releasedBy(board, doomed, options);
  board.edit(label, (write) => {
    for (const [id, props] of released) write.set(id, { props });
    for (const id of doomed) {
      for (const child of board.tree.children(id)) if (!doomed.has(child)) moveOut(board, write, child, doomed);
    }
    for (const id of doomed) write.delete(id);
  });
  return [...doomed];
}

/** What leans on the doomed ones, and the props by which it stays where it is shown. */
function releasedBy(
  board: BoardDoc,
  doomed: ReadonlySet<ElementId>,
  { evenLocked = false, mayEdit = () => true }: OperationOptions,
): [ElementId, Props][] {
  const released: [ElementId, Props][] = [];
  const isGone = (id: ElementId): boolean => doomed.has(id);
  for (const element of board.elements()) {
    const kind = kindOf(element);
    if (!kind.release || doomed.has(element.id) || (element.lock && !evenLocked)) continue;
    if (!kind.dependsOn(element).some(isGone) || !mayEdit(element.id)) continue;
    const props = kind.release(element, isGone, board);
    if (props) released.push([element.id, differing(element.props, props)]);
  }
  return released;
}

/** The props that are other ones than before. */
const differing = (before: Props, after: Props): Props =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));

function moveOut(board: BoardDoc, write: BoardWriter, child: ElementId, doomed: ReadonlySet<ElementId>): void {
  const heir = board.tree.ancestors(child).find((ancestor) => !doomed.has(ancestor)) ?? null;
  write.set(child, { place: placeIn(board, heir, board.tree.origin(child)) });
}

/**
 * Copies elements with all that lies in them, `by` away, into the area that `parentOf` names for each (their own unless given). Returns
 * the ids of the copies of `ids` themselves.
 */
export function duplicateElements(
  board: BoardDoc,
  label: string,
  ids: Iterable<ElementId>,
  by: Vec,
  parentOf: (id: ElementId) => ElementId | null = (id) => board.tree.parent(id),
): ElementId[] {
  const tops = roots(board, ids, { evenLocked: true });
  if (tops.length === 0) return [];
  const keys = topKeys(board, tops.map(parentOf));
  return board.edit(label, (write) => {
    const copies: ElementId[] = [];
    const copyOf = new Map<ElementId, ElementId>();
    for (const id of tops) {
      const element = board.get(id) as Element;
      const parent = parentOf(id);
      const at = board.tree.origin(id);
      const place = placeIn(board, parent, { x: at.x + by.x, y: at.y + by.y });
      copies.push(copy(board, write, element, { place, z: keys.next(parent) }, copyOf));
    }
    for (const [id, copied] of copyOf) retarget(board, write, id, copied, copyOf);
    regroup(board, write, copyOf);
    return copies;
  });
}

/** Copies of one group are a group of their own. */
function regroup(board: BoardDoc, write: BoardWriter, copyOf: ReadonlyMap<ElementId, ElementId>): void {
  const groups = new Map<string, string>();
  for (const [id, copied] of copyOf) {
    const group = board.get(id)?.group;
    if (group === undefined) continue;
    if (!groups.has(group)) groups.set(group, createId());
    write.set(copied, { group: groups.get(group) as string });
  }
}

/** A copy that leans on others leans on their copies; what has none, it leaves where it is shown. */
function retarget(
  board: BoardDoc,
  write: BoardWriter,
  id: ElementId,
  copied: ElementId,
  copyOf: ReadonlyMap<ElementId, ElementId>,
): void {
  const element = board.get(id);
  const kind = element && kindOf(element);
  if (!element || !kind?.retarget) return;
  const released = kind.release?.(element, (one) => !copyOf.has(one), board) ?? element.props;
  write.set(copied, {
    props: differing(
      element.props,
      kind.retarget(released, (one) => copyOf.get(one)),
    ),
  });
}

function copy(
  board: BoardDoc,
  write: BoardWriter,
  element: Element,
  { place, z }: { readonly place: Place; readonly z: string },
  copyOf: Map<ElementId, ElementId>,
): ElementId {
  // Not `by`: a copy is nobody's word but that of whoever makes it.
  const { kind, size, text, props, marks } = element;
  const id = write.create({ kind, place, size, z, props, text, marks: tagKeysOf(marks) });
  copyOf.set(element.id, id);
  for (const child of board.tree.children(element.id)) {
    const inner = board.get(child);
    if (!inner || inner.problem !== undefined) continue;
    const [, x, y] = inner.place;
    copy(board, write, inner, { place: [id, x, y], z: inner.z }, copyOf);
  }
  return id;
}

/** Brings elements above (or below) all others of their area, keeping their order among themselves. */
export function reorderElements(board: BoardDoc, label: string, ids: Iterable<ElementId>, to: 'front' | 'back'): void {
  const byParent = new Map<ElementId | null, ElementId[]>();
  for (const id of roots(board, ids)) {
    const parent = board.tree.parent(id);
    byParent.set(parent, [...(byParent.get(parent) ?? []), id]);
  }
  if (byParent.size === 0) return;
  board.edit(label, (write) => {
    for (const [parent, members] of byParent) {
      const keys = (to === 'front' ? keysOnTop : keysAtBottom)(board, parent, members.length);
      for (const [index, id] of members.entries()) write.set(id, { z: keys[index] as string });
    }
  });
}

/** The innermost area under a page point that can take elements in, leaving out `except` and what lies in them. */
export function areaAt(
  board: BoardDoc,
  point: Vec,
  candidates: Iterable<ElementId>,
  except: ReadonlySet<ElementId>,
): ElementId | null {
  let found: ElementId | null = null;
  for (const id of candidates) {
    const element = board.get(id);
    if (!element || !kindOf(element).isContainer || except.has(id)) continue;
    if (board.tree.ancestors(id).some((ancestor) => except.has(ancestor))) continue;
    const origin = board.tree.origin(id);
    const inside =
      point.x >= origin.x &&
      point.y >= origin.y &&
      point.x <= origin.x + element.size[0] &&
      point.y <= origin.y + element.size[1];
    if (inside && (found === null || board.tree.compare(found, id) < 0)) found = id;
  }
  return found;
}
