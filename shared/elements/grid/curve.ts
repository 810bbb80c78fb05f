/**
 * A smooth line through points that never goes beyond them: between two points it only rises or only falls, so that a curve of feelings from
 * −2 to 2 shows nothing that nobody said. Monotone cubic interpolation: F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic
 * Interpolation", SIAM Journal on Numerical Analysis 17 (1980), 238–246.
 */
import type { Vec } from '../../geometry/vec.ts';

/** From `from` to `to` as a cubic Bézier curve. */
export interface CurvePiece {
  readonly from: Vec;
  readonly c1: Vec;
  readonly c2: Vec;
  readonly to: Vec;
}

/** The curve through points whose `x` grows; nothing for fewer than two. */
export function curveOf(points: readonly Vec[]): readonly CurvePiece[] {
  const slopes = tangentsOf(points);
  return points.slice(1).map((to, n) => {
    const from = points[n] as Vec;
    const third = (to.x - from.x) / 3;
    return {
      from,
      c1: { x: from.x + third, y: from.y + third * (slopes[n] as number) },
      c2: { x: to.x - third, y: to.y - third * (slopes[n + 1] as number) },
      to,
    };
  });
}

/** Slopes at the points: those of the neighbours' mean, flat at each turn, and shortened where the curve would overshoot. */
function tangentsOf(points: readonly Vec[]): number[] {
  const secants = points.slice(1).map((to, n) => {
    const from = points[n] as Vec;
    return (to.y - from.y) / (to.x - from.x);
  });
  const slopes = points.map((_, n) => {
    const before = secants[n - 1];
    const after = secants[n];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : (before + after) / 2;
  });
  for (const [n, secant] of secants.entries()) {
    if (secant === 0) {
      slopes[n] = 0;
      slopes[n + 1] = 0;
      continue;
    }
    const a = (slopes[n] as number) / secant;
    const b = (slopes[n + 1] as number) / secant;
    const length = Math.hypot(a, b);
    if (length <= 3) continue;
    slopes[n] = (3 / length) * a * secant;
    slopes[n + 1] = (3 / length) * b * secant;
  }
  return slopes;
}
