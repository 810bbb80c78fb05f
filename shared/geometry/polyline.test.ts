import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from './polygon.ts';
import { distanceToPolyline, distanceToSegment, firstCrossing, middleOf, simplify } from './polyline.ts';
import { distance, type Vec } from './vec.ts';

const coordinate = fc.integer({ min: -3000, max: 3000 });
const point = fc.record({ x: coordinate, y: coordinate });
const line = fc.array(point, { minLength: 1, maxLength: 80 });

describe('simplify', () => {
  it('leaves out no point that is farther than the tolerance from what remains', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0.1, max: 200, noNaN: true }), (points, tolerance) => {
        const kept = simplify(points, tolerance);
        for (const one of points) expect(distanceToPolyline(one, kept)).toBeLessThanOrEqual(tolerance + 1e-9);
      }),
    );
  });

  it('keeps the first and the last point, and the order', () => {
    fc.assert(
      fc.property(line, (points) => {
        const kept = simplify(points, 5);
        expect(kept[0]).toBe(points[0]);
        expect(kept.at(-1)).toBe(points.at(-1));
        let at = -1;
        for (const one of kept) {
          at = points.indexOf(one, at + 1);
          expect(at).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('takes a straight line for its two ends, and keeps a corner', () => {
    const straight = Array.from({ length: 50 }, (_, n) => ({ x: n, y: 2 * n }));
    expect(simplify(straight, 0.5)).toEqual([straight[0], straight[49]]);
    expect(
      simplify(
        [
          { x: 0, y: 0 },
          { x: 50, y: 0 },
          { x: 50, y: 50 },
        ],
        1,
      ),
    ).toHaveLength(3);
  });

  it('keeps what differs in another way than in place', () => {
    const pressed = Array.from({ length: 5 }, (_, n) => ({ x: n, y: 0, pressure: n === 2 ? 90 : 10 }));
    const kept = simplify(pressed, 1, (one, a, b) => Math.abs(one.pressure - (a.pressure + b.pressure) / 2) / 10);
    expect(kept.some(({ pressure }) => pressure === 90)).toBe(true);
  });
});

describe('polyline', () => {
  it('is as far from a point as the nearest of its stretches', () => {
    expect(distanceToSegment({ x: 5, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(3);
    expect(distanceToSegment({ x: -4, y: 3 }, { x: 0, y: 0 }, { x: 10, y: 0 })).toBe(5);
    expect(distanceToPolyline({ x: 0, y: 0 }, [])).toBe(Number.POSITIVE_INFINITY);
  });

  it('has its middle half way along, not half way across', () => {
    const corner = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 20 },
    ];
    expect(middleOf(corner)).toEqual({ x: 60, y: 0 });
  });

  it('is crossed first where one comes from', () => {
    const square: Vec[] = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    expect(firstCrossing({ x: -5, y: 5 }, { x: 5, y: 5 }, square)).toEqual({ x: 0, y: 5 });
    expect(firstCrossing({ x: -5, y: 50 }, { x: 5, y: 50 }, square)).toBeNull();
  });

  it('lets a way from outside to inside a polygon cross its edge', () => {
    fc.assert(
      fc.property(point, (from) => {
        const square: Vec[] = [
          { x: 0, y: 0 },
          { x: 100, y: 0 },
          { x: 100, y: 100 },
          { x: 0, y: 100 },
        ];
        fc.pre(!isInside(square, from) && distance(from, { x: 50, y: 50 }) > 75);
        const crossing = firstCrossing(from, { x: 50, y: 50 }, square);
        expect(crossing).not.toBeNull();
        expect(distanceToPolyline(crossing as Vec, [...square, square[0] as Vec])).toBeLessThan(1e-6);
      }),
    );
  });
});
