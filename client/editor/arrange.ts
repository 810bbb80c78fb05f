/** Where things go when they are put into an area by name instead of by hand: a free place. Pure; knows boxes only. */
import { type Box, intersects } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';

const MARGIN = 20;
const GAP = 16;
/** No more places are tried than a person would: beyond, things lie over one another. */
const MOST_TRIES = 1_500;

/**
 * A place for each box in an area, line by line from its top left, none over what lies there already nor over one another. Where no room
 * is left, the place that hides least. `taken` is not changed.
 */
export function freeSpots(
  area: Box,
  sizes: readonly { readonly w: number; readonly h: number }[],
  taken: readonly Box[],
): Vec[] {
  const boxes = [...taken];
  return sizes.map((size) => {
    const spot = spotFor(area, size, boxes);
    boxes.push({ ...spot, w: size.w, h: size.h });
    return spot;
  });
}

function spotFor(area: Box, { w, h }: { readonly w: number; readonly h: number }, taken: readonly Box[]): Vec {
  const corner = { x: area.x + MARGIN, y: area.y + MARGIN };
  let best: Vec = corner;
  let leastHidden = Number.POSITIVE_INFINITY;
  // Whole steps first, so that notes stand in lines; then finer ones, for what people have scattered.
  for (const [stepX, stepY] of [
    [w + GAP, h + GAP],
    [Math.max(10, w / 4), Math.max(10, h / 4)],
  ] as const) {
    const columns = Math.max(1, Math.floor((area.w - 2 * MARGIN - w) / stepX) + 1);
    const rows = Math.max(1, Math.floor((area.h - 2 * MARGIN - h) / stepY) + 1);
    for (let n = 0; n < Math.min(MOST_TRIES, columns * rows); n++) {
      const x = Math.round(corner.x + (n % columns) * stepX);
      const y = Math.round(corner.y + Math.floor(n / columns) * stepY);
      const hidden = hiddenBy({ x, y, w, h }, taken, leastHidden);
      if (hidden === 0) return { x, y };
      if (hidden < leastHidden) {
        leastHidden = hidden;
        best = { x, y };
      }
    }
  }
  return best;
}

/** How much of other boxes a box would hide, a hair of distance included; stops counting beyond `enough`. */
function hiddenBy(box: Box, taken: readonly Box[], enough: number): number {
  const reach = { x: box.x - GAP / 2, y: box.y - GAP / 2, w: box.w + GAP, h: box.h + GAP };
  let hidden = 0;
  for (const other of taken) {
    if (!intersects(reach, other)) continue;
    const w = Math.min(reach.x + reach.w, other.x + other.w) - Math.max(reach.x, other.x);
    const h = Math.min(reach.y + reach.h, other.y + other.h) - Math.max(reach.y, other.y);
    hidden += Math.max(0, w) * Math.max(0, h);
    if (hidden >= enough) return hidden;
  }
  return hidden;
}
