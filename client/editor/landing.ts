/**
 * Where what is held would come to stand in an area that arranges its content, and where arrow keys take it there. Asked while a hand drags
 * and when it lets go; nothing is written here.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { arrangesContent, insertionAt, isPlacedByArea, landingOf, stepFrom } from '../../shared/board/insertion.ts';
import type { Move } from '../../shared/board/operations.ts';
import type { Arrangement, Direction, Element, ElementId, Insertion } from '../../shared/elements/ElementKind.ts';
import { isLaidOut } from '../../shared/elements/laidOut.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import type { Box } from '../../shared/geometry/box.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';

/** What a hand over an arranging area sees: the place that is free for what it holds, or the line between two that stay. */
export interface Landing {
  readonly box: Box;
  readonly isLine: boolean;
}

/** How thick the line between two neighbours is, and half the gap it stands in, in board units. */
const LINE = 4;
const HALF_GAP = 6;

/** The place that what is held (the first of it, where it is more) would have in an area; `null` where it stays where it is put. */
export function landing(
  board: BoardDoc,
  area: ElementId | null,
  held: ReadonlySet<ElementId>,
  at: PagePoint,
): Landing | null {
  const [first] = held;
  const newcomer = first === undefined ? undefined : board.get(first);
  if (!newcomer || !isLaidOut(newcomer) || !arrangesContent(board, area) || kindOf(newcomer).isContainer) return null;
  const into = insertionAt(board, area, at, held);
  const lands = into && landingAt(board, area, newcomer, into, held);
  if (!lands) return null;
  const { box, next } = lands;
  if (!next) return { box, isLine: false };
  // In a column the next one is below; else beside, or at the beginning of the next line.
  const isColumn = Math.abs(next.x - box.x) < 1 && next.y > box.y;
  return isColumn
    ? { box: { x: box.x, y: box.y - HALF_GAP - LINE / 2, w: box.w, h: LINE }, isLine: true }
    : { box: { x: box.x - HALF_GAP - LINE / 2, y: box.y, w: LINE, h: box.h }, isLine: true };
}

type Lands = ReturnType<typeof landingOf>;

/** The last place found in an area: while the hand goes on over the same spot, its content is not laid out once more. */
const last = new WeakMap<Arrangement, { readonly of: readonly unknown[]; readonly lands: Lands }>();

function landingAt(
  board: BoardDoc,
  area: ElementId,
  newcomer: Element,
  into: Insertion,
  held: ReadonlySet<ElementId>,
): Lands {
  const shown = board.arrangements.of(area);
  const { x, y } = board.tree.origin(area);
  const of = [newcomer, held, into.before, into.cell, x, y];
  const known = shown && last.get(shown);
  if (known?.of.every((one, n) => one === of[n])) return known.lands;
  const lands = landingOf(board, area, newcomer, into, held);
  if (shown) last.set(shown, { of, lands });
  return lands;
}

/** The way that arrow keys go. */
export const directionOf = ({ x, y }: Vec): Direction =>
  Math.abs(x) >= Math.abs(y) ? (x < 0 ? 'left' : 'right') : y < 0 ? 'up' : 'down';

/** What one arrow key makes of the children of arranging areas among these: they keep together, and go one place on. */
export function stepMoves(board: BoardDoc, ids: readonly ElementId[], direction: Direction): Move[] {
  const byArea = new Map<ElementId, ElementId[]>();
  for (const id of ids) {
    const area = board.tree.parent(id);
    if (area === null || !isPlacedByArea(board, id)) continue;
    const own = byArea.get(area);
    if (own) own.push(id);
    else byArea.set(area, [id]);
  }
  return [...byArea].flatMap(([area, own]) => {
    const held = new Set(own);
    const children = board.arrangements.laidOut(area).map(({ id }) => id);
    const inOrder = children.filter((id) => held.has(id));
    const leader = direction === 'left' || direction === 'up' ? inOrder[0] : inOrder.at(-1);
    const step = leader === undefined ? null : stepFrom(board, leader, direction);
    if (!step) return [];
    const into = pastHeld(step, children, held);
    return inOrder.map((id): Move => ({ id, parent: area, to: board.tree.origin(id), into }));
  });
}

/** Before the next child that stays. */
function pastHeld(into: Insertion, children: readonly ElementId[], held: ReadonlySet<ElementId>): Insertion {
  if (into.before === null || !held.has(into.before)) return into;
  const at = children.indexOf(into.before);
  return { ...into, before: children.slice(at).find((id) => !held.has(id)) ?? null };
}
