/**
 * Where something comes to stand in an area that arranges its content: the kind says before which child, and in which cell; the order of
 * things is `z`, so keys are made for the newcomers. Two people who put something in at one place make the same key: whoever comes between
 * such twins moves the later ones up a little.
 */
import type { Direction, Element, ElementId, Insertion, Place } from '../elements/ElementKind.ts';
import { isLaidOut } from '../elements/laidOut.ts';
import { kindOf } from '../elements/registry.ts';
import type { Box } from '../geometry/box.ts';
import type { Vec } from '../geometry/vec.ts';
import type { BoardDoc } from './BoardDoc.ts';
import { keysBetween, keysOnTop } from './order.ts';

const NOBODY: ReadonlySet<ElementId> = new Set();
const LAST: Insertion = { before: null };

/** Whether an area lays out what lies in it. */
export const arrangesContent = (board: BoardDoc, area: ElementId | null): area is ElementId =>
  area !== null && board.arrangements.of(area) !== null;

/** Whether the area an element lies in gives it its place: what it does not lay out stands where it is written (a line, a title on a deck). */
export const isPlacedByArea = (board: BoardDoc, id: ElementId): boolean => {
  const area = board.tree.parent(id);
  return area !== null && board.arrangements.offset(area, id) !== null;
};

/**
 * Where in an arranging area something put down at a page point comes to stand (`null`: wherever the next one goes), as if `except` were
 * not there; `null` where the area leaves things where they are put.
 */
export function insertionAt(
  board: BoardDoc,
  area: ElementId | null,
  at: Vec | null,
  except: ReadonlySet<ElementId> = NOBODY,
): Insertion | null {
  const shown = area === null ? null : board.arrangements.of(area);
  if (area === null || shown === null) return null;
  const element = board.get(area) as Element;
  const kind = kindOf(element);
  const children = board.arrangements.laidOut(area).filter(({ id }) => !except.has(id));
  if (!kind.insertAt) return LAST;
  const origin = board.tree.origin(area);
  const point = at && { x: at.x - origin.x, y: at.y - origin.y };
  return kind.insertAt(element, children, (id) => board.arrangements.sizeOf(id), point, shown);
}

/** Where a child of an arranging area goes by one step; `null` at its edge. By its order alone where the kind does not say. */
export function stepFrom(board: BoardDoc, id: ElementId, direction: Direction): Insertion | null {
  const area = board.tree.parent(id);
  if (!arrangesContent(board, area) || !isPlacedByArea(board, id)) return null;
  const element = board.get(area) as Element;
  const kind = kindOf(element);
  const children = board.arrangements.laidOut(area);
  if (kind.step) return kind.step(element, children, (child) => board.arrangements.sizeOf(child), id, direction);
  const at = children.findIndex((child) => child.id === id);
  const isBack = direction === 'left' || direction === 'up';
  if (at === -1 || (isBack ? at === 0 : at === children.length - 1)) return null;
  return { ...cellOf(children[at]), before: children[isBack ? at - 1 : at + 2]?.id ?? null };
}

/** Whether an arranging area has all of these already, in this order and in these cells. */
export function staysAsIs(
  board: BoardDoc,
  parent: ElementId | null,
  moves: readonly { readonly id: ElementId; readonly parent: ElementId | null; readonly into: Insertion | null }[],
): boolean {
  if (!arrangesContent(board, parent)) return false;
  const own = moves.filter((move) => move.parent === parent && isLaidOut(board.get(move.id) as Element));
  const leaves = ({ id, into }: (typeof own)[number]): boolean => {
    const place = board.written(id)?.place;
    if (board.tree.parent(id) !== parent || place?.[3] !== into?.cell || !isPlacedByArea(board, id)) return true;
    return into?.at !== undefined && (into.at[0] !== place?.[1] || into.at[1] !== place[2]);
  };
  if (own.some(leaves)) return false;
  const moving = new Set(own.map(({ id }) => id));
  const laidOut = board.arrangements.laidOut(parent).map(({ id }) => id);
  const before = laidOut.filter((id) => isPlacedByArea(board, id));
  const after: ElementId[] = [];
  const arriving = new Map<ElementId | null, ElementId[]>();
  for (const { id, into } of own) {
    const at = into?.before ?? null;
    const here = arriving.get(at);
    if (here) here.push(id);
    else arriving.set(at, [id]);
  }
  const put = (at: ElementId | null): void => {
    after.push(...(arriving.get(at) ?? []));
  };
  for (const id of before) {
    if (moving.has(id)) continue;
    put(id);
    after.push(id);
  }
  put(null);
  return after.length === before.length && after.every((id, n) => id === before[n]);
}

/** The same area and cell, at other coordinates. */
export const placedAt = ([parent, , , cell]: Place, x: number, y: number): Place =>
  cell === undefined ? [parent, x, y] : [parent, x, y, cell];

/** The cell an element is written in, as part of an insertion or nothing. */
export const cellOf = (element: Element | undefined): { readonly cell?: string } =>
  element?.place[3] === undefined ? {} : { cell: element.place[3] };

/**
 * The page box in which a newcomer of a size would be shown, and the child before which it would stand there: what a hand that still holds
 * it sees. `null` where the area does not show it.
 */
export function landingOf(
  board: BoardDoc,
  area: ElementId,
  newcomer: Element,
  { before, cell }: Insertion,
  except: ReadonlySet<ElementId>,
): { readonly box: Box; readonly next: Box | null } | null {
  const element = board.get(area);
  const kind = element && kindOf(element);
  if (!element || !kind?.arrange || !isLaidOut(newcomer)) return null;
  const children = board.arrangements.laidOut(area).filter(({ id }) => !except.has(id));
  const at = before === null ? children.length : children.findIndex(({ id }) => id === before);
  const [, x, y] = newcomer.place;
  const here: Element = { ...newcomer, place: cell === undefined ? [area, x, y] : [area, x, y, cell] };
  const among = [...children.slice(0, at), here, ...children.slice(at)];
  const sizeOf = (id: ElementId) => (id === here.id ? here.size : board.arrangements.sizeOf(id));
  const written = board.written(area) ?? element;
  const { places, hidden } = kind.arrange(written, among, sizeOf);
  if (hidden?.has(here.id)) return null;
  const origin = board.tree.origin(area);
  const boxOf = (id: ElementId): Box | null => {
    const place = places.get(id);
    const [w, h] = sizeOf(id);
    return place ? { x: origin.x + place[0], y: origin.y + place[1], w, h } : null;
  };
  const box = boxOf(here.id);
  return box && { box, next: before === null ? null : boxOf(before) };
}

/** Something that comes into an area, or to another place in it. */
export interface Newcomer {
  /** Absent: it is not on the board yet. */
  readonly id?: ElementId;
  readonly parent: ElementId | null;
  /** Absent: on top. */
  readonly into?: Insertion | null | undefined;
}

export interface Keys {
  /** One for each newcomer, in their order. */
  readonly own: readonly string[];
  /** Children with equal keys between which one was put: their new ones. */
  readonly others: ReadonlyMap<ElementId, string>;
}

/** Keys by which newcomers stand where they are to, in the order in which they are given. `mayMove`: whether twins may be moved up. */
export function keysInto(
  board: BoardDoc,
  newcomers: readonly Newcomer[],
  mayMove: (id: ElementId) => boolean = () => true,
): Keys {
  const moving = new Set(newcomers.flatMap(({ id }) => id ?? []));
  const groups = new Map<string, number[]>();
  for (const [n, { parent, into }] of newcomers.entries()) {
    const name = `${parent ?? ''} ${into?.before ?? ''}`;
    const group = groups.get(name);
    if (group) group.push(n);
    else groups.set(name, [n]);
  }
  const own: string[] = [];
  const others = new Map<ElementId, string>();
  for (const group of groups.values()) {
    const { parent, into } = newcomers[group[0] as number] as Newcomer;
    const siblings = board.tree.children(parent);
    const at = into?.before == null ? -1 : siblings.indexOf(into.before);
    const staying = (id: ElementId): boolean => !moving.has(id);
    const below = at === -1 ? siblings.at(-1) : siblings.slice(0, at).findLast(staying);
    const above = at === -1 ? [] : siblings.slice(at).filter(staying);
    const low = zOf(board, below);
    const twins = above.filter((id) => low !== null && (zOf(board, id) ?? '') <= low);
    const isFixed = twins.some((id) => board.get(id)?.lock || !mayMove(id));
    const lifted = isFixed ? [] : twins;
    const high = zOf(board, above[lifted.length]);
    const needed = group.length + lifted.length;
    const keys = at === -1 ? keysOnTop(board, parent, needed) : keysBetween(low, high, needed);
    for (const [n, index] of group.entries()) own[index] = keys[n] as string;
    for (const [n, id] of lifted.entries()) others.set(id, keys[group.length + n] as string);
  }
  return { own, others };
}

const zOf = (board: BoardDoc, id: ElementId | undefined): string | null =>
  (id === undefined ? undefined : board.get(id)?.z) ?? null;
