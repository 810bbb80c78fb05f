/** Where newcomers go in a zone that leaves things where they are put: in lines below all that lies there. Pure. */
import type { Size } from '../../../shared/elements/ElementKind.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import type { Vec } from '../../../shared/geometry/vec.ts';

const MARGIN = 20;
const GAP = 20;

/** Places relative to the zone's top left, and how high the zone must be to hold them. */
export function roomBelow(
  [width]: Size,
  taken: readonly Box[],
  sizes: readonly Size[],
): { readonly spots: Vec[]; readonly height: number } {
  const spots: Vec[] = [];
  let x = MARGIN;
  let y = taken.reduce((lowest, box) => Math.max(lowest, Math.round(box.y + box.h) + GAP), MARGIN);
  let high = 0;
  for (const [w, h] of sizes) {
    if (x > MARGIN && x + w > width - MARGIN) {
      x = MARGIN;
      y += high + GAP;
      high = 0;
    }
    spots.push({ x, y });
    x += w + GAP;
    high = Math.max(high, h);
  }
  return { spots, height: y + high + MARGIN };
}
