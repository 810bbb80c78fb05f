import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, expand } from './box.ts';
import { normalDegrees, rotate, rotatedBounds } from './rotation.ts';
import { distance } from './vec.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });
const point = fc.record({ x: coordinate, y: coordinate });
const degrees = fc.integer({ min: -180, max: 180 });

describe('rotation', () => {
  it('turns clockwise on a screen: what is on the right goes below', () => {
    const turned = rotate({ x: 10, y: 0 }, { x: 0, y: 0 }, 90);
    expect(turned.x).toBeCloseTo(0);
    expect(turned.y).toBeCloseTo(10);
  });

  it('keeps distances, and comes back when turned back', () => {
    fc.assert(
      fc.property(point, point, degrees, (one, about, by) => {
        const turned = rotate(one, about, by);
        expect(distance(turned, about)).toBeCloseTo(distance(one, about), 6);
        expect(distance(rotate(turned, about, -by), one)).toBeLessThan(1e-6);
      }),
    );
  });

  it('bounds hold every corner of the turned rectangle, and touch it on each side', () => {
    const side = fc.integer({ min: 20, max: 4000 });
    fc.assert(
      fc.property(side, side, degrees, (w, h, by) => {
        const box = rotatedBounds([w, h], by);
        const corners = [0, w].flatMap((x) => [0, h].map((y) => rotate({ x, y }, { x: w / 2, y: h / 2 }, by)));
        for (const corner of corners) expect(contains(expand(box, 1e-6), corner)).toBe(true);
        expect(Math.max(...corners.map(({ x }) => x)) - Math.min(...corners.map(({ x }) => x))).toBeCloseTo(box.w, 6);
        expect(Math.max(...corners.map(({ y }) => y)) - Math.min(...corners.map(({ y }) => y))).toBeCloseTo(box.h, 6);
      }),
    );
  });

  it('gives every angle one name between −179 and 180', () => {
    expect([0, 180, -180, 181, 359.6, -0.4, 720, -540].map(normalDegrees)).toEqual([0, 180, 180, -179, 0, 0, 0, 180]);
  });
});
