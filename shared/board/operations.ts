/**
 * What people do to a board, each one edit: one transaction, one step of undo. Elements that are locked are left alone unless the
 * caller may lock (`evenLocked`); the server decides again in any case.
 */
import type { Element, ElementId, Insertion, Place, Props, Size } from '../elements/ElementKind.ts';
import { isLaidOut } from '../elements/laidOut.ts';
import { tagKeysOf } from '../elements/marks/readMarks.ts';
import { findKind, kindOf } from '../elements/registry.ts';
import type { Vec } from '../geometry/vec.ts';
import { createId } from '../lib/ids.ts';
import type { BoardDoc, BoardWriter } from './BoardDoc.ts';
import { cellOf, insertionAt, type Keys, keysInto, staysAsIs } from './insertion.ts';
import { leftBy } from './leaving.ts';
import { keysAtBottom, keysOnTop } from './order.ts';

/** An element to be put at a page point; its parent is found by the caller. */
export interface Draft {
  /** Absent: a new one. */
  readonly id?: ElementId;
  readonly kind: string;
  readonly parent: ElementId | null;
  /** Page position of the top left. */
  readonly at: Vec;
  /** In an area that arranges its content; absent: where its middle is. */
  readonly into?: Insertion;
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
  /** Facilitators may lock: what lies locked in what is copied is locked in the copy. */
  readonly mayLock?: boolean;
  /** Whether what leans on a deleted element may be written too, so that it stays as it is shown; anything unless given. */
  readonly mayEdit?: (id: ElementId) => boolean;
  /** Whether the order of what lies where something is put in may be written too; that of anything unless given. */
  readonly mayMove?: (id: ElementId) => boolean;
}

/** The place of what has its top left at a page point: relative to its area, and in a cell of it. */
export function placeIn(
  board: BoardDoc,
  parent: ElementId | null,
  at: Vec,
  into?: Insertion | null,
  old?: Place,
): Place {
  const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
  const cell = into?.cell;
  // In a cell, x and y are what the area means by them: what changes cells keeps them, what comes begins at nothing.
  const isFromCell = old?.[0] === parent && old[3] !== undefined;
  const within = cell === undefined ? undefined : isFromCell ? ([old[1], old[2]] as const) : ([0, 0] as const);
  const [x, y] = into?.at ?? within ?? [at.x - origin.x, at.y - origin.y];
  return cell === undefined ? [parent, x, y] : [parent, x, y, cell];
}

const middleOf = (at: Vec, [w, h]: Size): Vec => ({ x: at.x + w / 2, y: at.y + h / 2 });

/** Siblings with equal keys, between which something was put. */
function writeOthers(write: BoardWriter, { others }: Keys): void {
  for (const [id, z] of others) write.set(id, { z });
}

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
export function createElements(
  board: BoardDoc,
  label: string,
  drafts: readonly Draft[],
  { mayMove }: OperationOptions = {},
): ElementId[] {
  const sizeOf = ({ kind, size }: Draft): Size => size ?? findKind(kind)?.defaultSize ?? [200, 200];
  const newcomers = drafts.map((draft) => {
    const { parent, at } = draft;
    if (!isLaidOut(draft)) return { parent, into: null };
    return { parent, into: draft.into ?? insertionAt(board, parent, middleOf(at, sizeOf(draft))) };
  });
  const keys = keysInto(board, newcomers, mayMove);
  return board.edit(label, (write) => {
    writeOthers(write, keys);
    return drafts.map((draft, n) => {
      const { id, kind, parent, at, text, props, marks, by } = draft;
      return write.create({
        ...(id !== undefined && { id }),
        kind,
        place: placeIn(board, parent, at, newcomers[n]?.into),
        z: keys.own[n] as string,
        size: sizeOf(draft),
        props: { ...findKind(kind)?.defaultProps, ...props },
        ...(text !== undefined && { text }),
        ...(marks !== undefined && { marks }),
        ...(by !== undefined && { by }),
      });
    });
  });
}

/** Where one element goes. */
export interface Move {
  readonly id: ElementId;
  readonly parent: ElementId | null;
  /** Page position of its top left. */
  readonly to: Vec;
  /** In an area that arranges its content; absent: where its middle is. */
  readonly into?: Insertion;
}

/**
 * Moves elements, into other areas where asked; what changes area comes on top there, or where the area has it. Moves into itself are left
 * out, and those after which an arranging area would look as before.
 */
export function moveElements(
  board: BoardDoc,
  label: string,
  all: readonly Move[],
  options: OperationOptions = {},
): void {
  const allowed = all.filter(({ id, parent }) => {
    const element = board.get(id);
    if (!element || (element.lock && !options.evenLocked)) return false;
    return parent === null || (parent !== id && !board.tree.ancestors(parent).includes(id));
  });
  const moving = new Set(allowed.map(({ id }) => id));
  const wanted = allowed.map(({ id, parent, to, into }) => {
    const element = board.get(id) as Element;
    if (!isLaidOut(element)) return { id, parent, to, into: null };
    return { id, parent, to, into: into ?? insertionAt(board, parent, middleOf(to, element.size), moving) };
  });
  const parents = new Set(wanted.map(({ parent }) => parent));
  const settled = new Set([...parents].filter((parent) => staysAsIs(board, parent, wanted)));
  const moves = wanted.filter(({ id, parent }) => !settled.has(parent) || !isLaidOut(board.get(id) as Element));
  if (moves.length === 0) return;
  const newcomers = moves.filter(({ id, parent, into }) => into !== null || board.tree.parent(id) !== parent);
  const keys = keysInto(board, newcomers, options.mayMove);
  const zOf = new Map(newcomers.map(({ id }, n) => [id, keys.own[n] as string]));
  board.edit(label, (write) => {
    writeOthers(write, keys);
    for (const [area, props] of leftBy(board, moves, options)) write.set(area, { props });
    for (const move of moves) {
      const z = zOf.get(move.id);
      const place = placeIn(board, move.parent, move.to, move.into, board.written(move.id)?.place);
      write.set(move.id, { place, ...(z !== undefined && { z }) });
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
export function releasedBy(
  board: BoardDoc,
  doomed: ReadonlySet<ElementId>,
  { evenLocked = false, mayEdit = () => true }: OperationOptions,
): [ElementId, Props][] {
  const released: [ElementId, Props][] = [];
  const isGone = (id: ElementId): boolean => doomed.has(id);
  for (const element of board.elements()) {
    const kind = kindOf(element);
    if (!kind.release || doomed.has(element.id) || (element.lock && !evenLocked)) continue;
    const leans = kind.pins?.(element).flatMap(({ of }) => of ?? []) ?? kind.dependsOn(element);
    if (!leans.some(isGone) || !mayEdit(element.id)) continue;
    const props = kind.release(element, isGone, board);
    if (props) released.push([element.id, differing(element.props, props)]);
  }
  return released;
}

/** The props that are other ones than before. */
const differing = (before: Props, after: Props): Props =>
  Object.fromEntries(Object.entries(after).filter(([key, value]) => before[key] !== value));

function moveOut(board: BoardDoc, write: BoardWriter, child: ElementId, doomed: ReadonlySet<ElementId>): void {
  const path = [child, ...board.tree.ancestors(child)];
  const at = path.findIndex((ancestor, n) => n > 0 && !doomed.has(ancestor));
  // It takes the place of the area it lay in, in a cell too.
  const cell = isLaidOut(board.get(child) as Element) && cellOf(board.get(path.at(at === -1 ? -1 : at - 1) ?? child));
  const into = { before: null, ...cell };
  const heir = at === -1 ? null : (path[at] ?? null);
  write.set(child, { place: placeIn(board, heir, board.tree.origin(child), heir === null ? null : into) });
}

/**
 * Copies elements with all that lies in them, `by` away, into the area that `parentOf` names for each (their own unless given); in one that
 * arranges its content, to where `pointer` is, or their middle. Returns the ids of the copies of `ids` themselves.
 */
export function duplicateElements(
  board: BoardDoc,
  label: string,
  ids: Iterable<ElementId>,
  by: Vec,
  parentOf: (id: ElementId) => ElementId | null = (id) => board.tree.parent(id),
  pointer: Vec | null = null,
  options: OperationOptions = {},
): ElementId[] {
  const tops = roots(board, ids, { evenLocked: true });
  if (tops.length === 0) return [];
  const wanted = tops.map((id) => {
    const parent = parentOf(id);
    const origin = board.tree.origin(id);
    const at = { x: origin.x + by.x, y: origin.y + by.y };
    const element = board.written(id) as Element;
    if (!isLaidOut(element)) return { element, at, parent, into: null };
    return { element, at, parent, into: insertionAt(board, parent, pointer ?? middleOf(at, element.size)) };
  });
  const keys = keysInto(
    board,
    wanted.map(({ parent, into }) => ({ parent, into })),
    options.mayMove,
  );
  return board.edit(label, (write) => {
    writeOthers(write, keys);
    const copies: ElementId[] = [];
    const copyOf = new Map<ElementId, ElementId>();
    for (const [n, { element, at, parent, into }] of wanted.entries()) {
      const place = placeIn(board, parent, at, into, element.place);
      const mayLock = options.mayLock === true;
      copies.push(copy(board, write, element, { place, z: keys.own[n] as string }, { copyOf, mayLock }));
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

/** Copies an element with all that lies in it, each after what it lies in. Returns the id of its own copy. */
function copy(
  board: BoardDoc,
  write: BoardWriter,
  element: Element,
  where: { readonly place: Place; readonly z: string },
  { copyOf, mayLock }: { readonly copyOf: Map<ElementId, ElementId>; readonly mayLock: boolean },
): ElementId {
  const put = (one: Element, place: Place, z: string): ElementId => {
    // Not `by`: a copy is nobody's word but that of whoever makes it.
    const { kind, size, text, props, marks } = one;
    // The copy that is in the hand is free, to be put somewhere; in it, furniture stays furniture (docs/decisions/0017-locks-of-copies.md).
    const isLocked = one.lock && one !== element && mayLock;
    const id = write.create({
      ...{ kind, place, size, z, props, text },
      marks: tagKeysOf(marks),
      ...(isLocked && { lock: true }),
    });
    copyOf.set(one.id, id);
    return id;
  };
  // A stack of our own: a board that somebody imported may be nested deeper than calls can be.
  const stack: { readonly inner: Element; readonly into: ElementId }[] = [];
  const putInto = (into: ElementId, children: readonly ElementId[]): void => {
    for (let n = children.length - 1; n >= 0; n--) {
      const inner = board.written(children[n] as ElementId);
      // What cannot be read is not copied, nor what lies in it.
      if (inner && inner.problem === undefined) stack.push({ inner, into });
    }
  };
  const own = put(element, where.place, where.z);
  putInto(own, board.tree.children(element.id));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { inner, into } = next;
    const [, x, y, cell] = inner.place;
    const id = put(inner, cell === undefined ? [into, x, y] : [into, x, y, cell], inner.z);
    putInto(id, board.tree.children(inner.id));
  }
  return own;
}

/** Brings elements above (or below) all others of their area, keeping their order among themselves. */
export function reorderElements(board: BoardDoc, label: string, ids: Iterable<ElementId>, to: 'front' | 'back'): void {
  const byParent = new Map<ElementId | null, ElementId[]>();
  for (const id of roots(board, ids)) {
    const parent = board.tree.parent(id);
    const members = byParent.get(parent);
    if (members) members.push(id);
    else byParent.set(parent, [id]);
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
