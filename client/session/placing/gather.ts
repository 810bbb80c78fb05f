/** What the panels of matrices and radars show of a board: areas, what lies in them, what is placed and what waits. Reads only. */
import type { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Element, ElementId } from '../../../shared/elements/ElementKind.ts';
import { countsOn as countsOnMatrix, type MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { type Scores, scoreOf } from '../../../shared/elements/matrix/score.ts';
import { countSignals, type RadarTally, type Standing } from '../../../shared/elements/radar/count.ts';
import { countsOn as countsOnRadar, type RadarProps } from '../../../shared/elements/radar/props.ts';
import { type Where, whereIn } from '../../../shared/elements/radar/where.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { standingOf } from '../../../shared/elements/standing.ts';
import { type Box, translate } from '../../../shared/geometry/box.ts';
import { sortLines } from '../../../shared/geometry/sortLines.ts';

/** One thing in an area, with the part of it by which it counts, relative to the area. */
interface Inside {
  readonly id: ElementId;
  readonly element: Element;
  readonly frame: Box;
}

/** What lies directly in an area, in the order of the eye. */
function insideOf(board: BoardDoc, area: Element): Inside[] {
  const outer = board.frame(area.id);
  if (!outer) return [];
  const inside = board.tree.children(area.id).flatMap((id) => {
    const element = board.get(id);
    const frame = board.frame(id);
    if (!element || !frame) return [];
    return [{ id, element, frame: translate(standingOf(element, frame), { x: -outer.x, y: -outer.y }), ...frame }];
  });
  return sortLines(inside).map(({ id, element, frame }) => ({ id, element, frame }));
}

export interface Named {
  readonly id: ElementId;
  readonly text: string;
}

export interface MatrixContent {
  readonly placed: readonly (Named & { readonly scores: Scores })[];
  readonly waiting: readonly Named[];
}

/** What lies on a matrix. */
export function gatherMatrix(board: BoardDoc, matrix: Element<MatrixProps>): MatrixContent {
  const placed: (Named & { readonly scores: Scores })[] = [];
  const waiting: Named[] = [];
  for (const { id, element, frame } of insideOf(board, matrix)) {
    if (!countsOnMatrix(element)) continue;
    const scores = scoreOf(matrix, frame);
    const named = { id, text: kindOf(element).outline(element) };
    if (scores) placed.push({ ...named, scores });
    else waiting.push(named);
  }
  return { placed, waiting };
}

export interface RadarContent {
  readonly tally: RadarTally;
  /** Of each thing in it, where it stands; `null` outside the circle. */
  readonly standing: readonly (Named & { readonly where: Where | null })[];
}

/** What lies in a radar. */
export function gatherRadar(board: BoardDoc, radar: Element<RadarProps>): RadarContent {
  const inside = insideOf(board, radar);
  // Of what a group has put together each counts, where the group does; the group itself is no signal.
  const counted = inside.flatMap(({ id, element, frame }): Standing[] => {
    if (!kindOf(element).isCluster) return [{ element, frame }];
    const within = board.tree.descendants(id).flatMap((inner) => board.get(inner) ?? []);
    return within.filter((one) => !kindOf(one).isCluster).map((one) => ({ element: one, frame }));
  });
  const standing = inside
    .filter(({ element }) => countsOnRadar(element))
    .map(({ id, element, frame }) => ({ id, text: kindOf(element).outline(element), where: whereIn(radar, frame) }));
  return { tally: countSignals(radar, counted), standing };
}

/** The direct child of an area that is an element, or holds it; `null`: it does not lie there. */
export function childOf(board: BoardDoc, area: ElementId, id: ElementId): ElementId | null {
  for (let at: ElementId | null = id; at !== null; at = board.tree.parent(at))
    if (board.tree.parent(at) === area) return at;
  return null;
}
