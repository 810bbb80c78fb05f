/** The outline of a line drawn with a pen that tells its pressure: a polygon by perfect-freehand, which is pure and runs anywhere. */
import { getStroke } from 'perfect-freehand';
import { distance, type Vec } from '../../geometry/vec.ts';
import type { InkPoint } from './points.ts';

/** How much pressure changes the width: at no pressure a third of it is left, at full pressure it is almost double. */
const THINNING = 0.65;
/** From the line to its outline at full pressure, in widths. */
export const SWELL = 0.5 + THINNING / 2;
/** A polygon of more corners would cost more than it shows. */
const MOST_STEPS = 6_000;

/** Corners of the outline. */
export function outlineOfInk(points: readonly InkPoint[], width: number): readonly Vec[] {
  const outline = getStroke(
    evenSteps(points, width).map(({ x, y, pressure }) => [x, y, pressure / 100]),
    {
      size: width,
      thinning: THINNING,
      // Smoothed while it was drawn: here it would bend the corners.
      streamline: 0,
      smoothing: 0.5,
      simulatePressure: false,
      last: true,
    },
  );
  return outline.map(([x, y]) => ({ x, y }));
}

/** The same line in steps of about its width: perfect-freehand rounds an outline from step to step, and long steps would cut corners. */
function evenSteps(points: readonly InkPoint[], width: number): InkPoint[] {
  const [first] = points;
  if (!first) return [];
  let length = 0;
  for (let n = 1; n < points.length; n++) length += distance(points[n - 1] as Vec, points[n] as Vec);
  const step = Math.max(1, width, length / MOST_STEPS);
  const even: InkPoint[] = [first];
  for (let n = 1; n < points.length; n++) {
    const a = points[n - 1] as InkPoint;
    const b = points[n] as InkPoint;
    const parts = Math.max(1, Math.ceil(distance(a, b) / step));
    for (let part = 1; part <= parts; part++) {
      const t = part / parts;
      even.push({
        x: a.x + (b.x - a.x) * t,
        y: a.y + (b.y - a.y) * t,
        pressure: a.pressure + (b.pressure - a.pressure) * t,
      });
    }
  }
  return even;
}
