/** Where a new thing goes when its place is taken: the same line first, to the right, then the next lines. Pure. */
import { type Box, intersects, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';

/** A little overlap is people's own affair; a note that would hide most of another is not. */
const MOST_HIDDEN = 0.4;
const GAP = 20;
const COLUMNS = 6;
const ROWS = 6;

/** The top left for a box, moved by whole steps until it hides nothing; where all is taken, the place asked for. */
export function freePlace(wanted: Box, taken: (near: Box) => Iterable<Box>): Vec {
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const box = translate(wanted, { x: column * (wanted.w + GAP), y: row * (wanted.h + GAP) });
      if (![...taken(box)].some((other) => hides(box, other))) return { x: box.x, y: box.y };
    }
  return { x: wanted.x, y: wanted.y };
}

function hides(box: Box, other: Box): boolean {
  if (!intersects(box, other)) return false;
  const w = Math.min(box.x + box.w, other.x + other.w) - Math.max(box.x, other.x);
  const h = Math.min(box.y + box.h, other.y + other.h) - Math.max(box.y, other.y);
  return w * h > MOST_HIDDEN * Math.min(box.w * box.h, other.w * other.h);
}
