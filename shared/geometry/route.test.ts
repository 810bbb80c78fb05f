import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxBetween, center, expand, intersects } from './box.ts';
import { hasRoom, OUTWARDS, type RouteEnd, route, SIDES, type Side } from './route.ts';
import type { Vec } from './vec.ts';

const MARGIN = 24;

/** The middle of a side. */
const onSide = (box: Box, side: Side): Vec => {
  const middle = center(box);
  return { x: middle.x + (OUTWARDS[side].x * box.w) / 2, y: middle.y + (OUTWARDS[side].y * box.h) / 2 };
};

const box = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  w: fc.integer({ min: 20, max: 400 }),
  h: fc.integer({ min: 20, max: 400 }),
});
const attached = fc.tuple(box, fc.constantFrom(...SIDES)).map(
  ([around, side]): RouteEnd => ({
    at: onSide(around, side),
    box: around,
    side,
  }),
);
const free = fc
  .record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) })
  .map((at): RouteEnd => ({ at }));
const end = fc.oneof(attached, free);

const stretches = (points: readonly Vec[]): (readonly [Vec, Vec])[] =>
  points.slice(1).map((point, n) => [points[n] as Vec, point]);

describe('route', () => {
  it('begins and ends at its ends, and runs along the axes only', () => {
    fc.assert(
      fc.property(end, end, (start, stop) => {
        const points = route(start, stop, MARGIN);
        expect(points[0]).toEqual(start.at);
        expect(points.at(-1)).toEqual(stop.at);
        for (const [a, b] of stretches(points)) expect(a.x === b.x || a.y === b.y).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('crosses neither box where there is room to walk around', () => {
    fc.assert(
      fc.property(end, end, (start, stop) => {
        const boxes = [start.box, stop.box].filter((one): one is Box => one !== undefined);
        fc.pre(hasRoom(start, stop, 2 * MARGIN + 1));
        const [a, b] = boxes;
        fc.pre(!(a && b && intersects(expand(a, MARGIN + 1), expand(b, MARGIN + 1))));
        for (const [from, to] of stretches(route(start, stop, MARGIN)))
          for (const around of boxes) {
            const inside = expand(around, -0.01);
            const { x, y, w, h } = boxBetween(from, to);
            expect(intersects(inside, { x: x - 0.001, y: y - 0.001, w: w + 0.002, h: h + 0.002 })).toBe(false);
          }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves and enters straight through the sides it was given', () => {
    fc.assert(
      fc.property(attached, attached, (start, stop) => {
        fc.pre(hasRoom(start, stop, 2 * MARGIN + 1));
        const [a, b] = [start.box as Box, stop.box as Box];
        fc.pre(!intersects(expand(a, MARGIN + 1), expand(b, MARGIN + 1)));
        const points = route(start, stop, MARGIN);
        for (const [side, at, next] of [
          [start.side, points[0], points[1]],
          [stop.side, points.at(-1), points.at(-2)],
        ] as const) {
          const out = OUTWARDS[side as Side];
          const way = { x: (next as Vec).x - (at as Vec).x, y: (next as Vec).y - (at as Vec).y };
          expect(way.x * out.x + way.y * out.y).toBeGreaterThan(0);
          expect(way.x * out.y).toBeCloseTo(0);
          expect(way.y * out.x).toBeCloseTo(0);
        }
      }),
    );
  });

  it('does not come along the side it enters, where another box stands just as far away', () => {
    const start: RouteEnd = { at: { x: 901, y: 0 }, box: { x: 891, y: 0, w: 20, h: 20 }, side: 'n' };
    const stop: RouteEnd = { at: { x: 867, y: 80 }, box: { x: 867, y: 70, w: 20, h: 20 }, side: 'w' };
    expect(route(start, stop, MARGIN).slice(-2)).toEqual([{ x: 843, y: 80 }, stop.at]);
    const below: RouteEnd = { at: { x: 3, y: -41 }, box: { x: -9, y: -61, w: 24, h: 20 }, side: 's' };
    const beside: RouteEnd = { at: { x: 3, y: 19 }, box: { x: 3, y: 9, w: 20, h: 20 }, side: 'w' };
    expect(route(below, beside, MARGIN).slice(-2)).toEqual([{ x: -21, y: 19 }, beside.at]);
  });

  it('is one straight line between two sides that face each other', () => {
    const start: RouteEnd = { at: { x: 200, y: 100 }, box: { x: 0, y: 0, w: 200, h: 200 }, side: 'e' };
    const stop: RouteEnd = { at: { x: 400, y: 100 }, box: { x: 400, y: 0, w: 200, h: 200 }, side: 'w' };
    expect(route(start, stop, MARGIN)).toEqual([start.at, stop.at]);
  });

  it('has one step between two sides that face each other at different heights', () => {
    const start: RouteEnd = { at: { x: 200, y: 100 }, box: { x: 0, y: 0, w: 200, h: 200 }, side: 'e' };
    const stop: RouteEnd = { at: { x: 400, y: 300 }, box: { x: 400, y: 200, w: 200, h: 200 }, side: 'w' };
    expect(route(start, stop, MARGIN)).toEqual([
      { x: 200, y: 100 },
      { x: 300, y: 100 },
      { x: 300, y: 300 },
      { x: 400, y: 300 },
    ]);
  });
});
