import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, isSurrounded, isTaken, thinned } from './polygon.ts';

const ring = (radius: number, points = 40) =>
  Array.from({ length: points }, (_, n) => ({
    x: radius * Math.cos((2 * Math.PI * n) / points),
    y: radius * Math.sin((2 * Math.PI * n) / points),
  }));

describe('lasso', () => {
  it('takes what has its middle inside, and surrounds only what lies in it wholly', () => {
    const note = { x: 0, y: -100, w: 190, h: 200 };
    expect([isTaken(ring(100), note), isSurrounded(ring(100), note)]).toEqual([true, false]);
    expect(isSurrounded(ring(300), note)).toBe(true);
    expect(isTaken(ring(80), note)).toBe(false);
  });

  it('leaves out the middle of a ring drawn around nothing', () => {
    const horseshoe = [...ring(100, 40).slice(2, 39), ...ring(60, 40).slice(2, 39).reverse()];
    expect(isInside(horseshoe, { x: 0, y: 0 })).toBe(false);
    expect(isInside(horseshoe, { x: -80, y: 0 })).toBe(true);
  });

  it('takes nothing with less than three points', () => {
    expect(isTaken([], { x: 0, y: 0, w: 10, h: 10 })).toBe(false);
    expect(isTaken(ring(100, 2), { x: 0, y: 0, w: 10, h: 10 })).toBe(false);
  });

  it('is the same for any convex loop, whichever way it is drawn', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -150, max: 150, noNaN: true }),
        fc.double({ min: -150, max: 150, noNaN: true }),
        (x, y) => {
          fc.pre(Math.abs(Math.hypot(x, y) - 100) > 2);
          const expected = Math.hypot(x, y) < 100;
          expect(isInside(ring(100), { x, y })).toBe(expected);
          expect(isInside([...ring(100)].reverse(), { x, y })).toBe(expected);
        },
      ),
    );
  });

  it('is thinned to so many points, its end kept', () => {
    const long = ring(100, 1000);
    const short = thinned(long, 300);
    expect(short.length).toBeLessThanOrEqual(300);
    expect([short[0], short.at(-1)]).toEqual([long[0], long.at(-1)]);
  });
});
