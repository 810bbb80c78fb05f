/** What lies under a point: the spatial index first, then the kind's own grip, from the top down. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, encloses, expand } from '../../shared/geometry/box.ts';
import { isSurrounded, isTaken, polygonBox } from '../../shared/geometry/polygon.ts';
import type { PagePoint, Vec } from '../../shared/geometry/vec.ts';
import type { BoardIndex, Indexed } from './BoardIndex.ts';

/** How a point takes hold, in page units: `reach` is the width of a grip, `slop` how far a finger may miss. */
export interface Touch {
  readonly reach: number;
  readonly slop: number;
}

/** The topmost element that a page point takes hold of; `slop` counts only where nothing lies right under it. */
export function elementAt(index: BoardIndex, point: PagePoint, { reach, slop }: Touch): ElementId | null {
  const exact = topAt(index, point, reach);
  if (exact !== null || slop === 0) return exact;
  for (const [dx, dy] of [
    [slop, 0],
    [-slop, 0],
    [0, slop],
    [0, -slop],
  ] as const) {
    const near = topAt(index, { x: point.x + dx, y: point.y + dy }, reach);
    if (near !== null) return near;
  }
  return null;
}

function topAt(index: BoardIndex, point: PagePoint, reach: number): ElementId | null {
  const candidates = index.search(expand({ x: point.x, y: point.y, w: 0, h: 0 }, reach));
  for (let i = candidates.length - 1; i >= 0; i--) {
    const item = candidates[i];
    if (!item) continue;
    const local = { x: point.x - item.origin.x, y: point.y - item.origin.y };
    if (item.view.grabs(item.element, local, reach, index.around)) return item.id;
  }
  return null;
}

/** What a marquee takes, in no order: everything it touches, but areas only when they lie in it wholly, and nothing twice over with its area. */
export function elementsWithin(index: BoardIndex, box: Box): ElementId[] {
  const touched = index.find(box).filter(({ element, kind, origin, bounds }) => {
    // What leans on others lies where they are, whatever its own place says.
    const leans = kind.dependsOn(element).length > 0;
    const frame = leans ? bounds : { x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] };
    if (kind.isContainer) return encloses(box, frame);
    return frame.x < box.x + box.w && box.x < frame.x + frame.w && frame.y < box.y + box.h && box.y < frame.y + frame.h;
  });
  return withoutContent(touched);
}

/** What a lasso takes, in no order: everything it has the middle of, areas only when it goes all around them, and nothing twice over with its area. */
export function elementsInside(index: BoardIndex, lasso: readonly Vec[]): ElementId[] {
  const box = polygonBox(lasso);
  if (!box || lasso.length < 3) return [];
  const inside = index.find(box).filter(({ element, kind, origin }) => {
    const frame = { x: origin.x, y: origin.y, w: element.size[0], h: element.size[1] };
    return kind.isContainer ? isSurrounded(lasso, frame) : isTaken(lasso, frame);
  });
  return withoutContent(inside);
}

/** What lies in an area that is taken comes along. */
function withoutContent(items: readonly Indexed[]): ElementId[] {
  const taken = new Set(items.map(({ id }) => id));
  return items.filter(({ parent }) => parent === null || !taken.has(parent)).map(({ id }) => id);
}
