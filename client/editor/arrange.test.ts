import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, encloses, intersects } from '../../shared/geometry/box.ts';
import { freeSpots } from './arrange.ts';

const note = (x: number, y: number, w = 200, h = 200): Box => ({ x, y, w, h });
const SEED = 20261122;

describe('freeSpots', () => {
  it('fills an area line by line, beside what lies there', () => {
    const area = { x: 1000, y: 0, w: 700, h: 500 };
    const spots = freeSpots(
      area,
      [
        { w: 200, h: 200 },
        { w: 200, h: 200 },
        { w: 200, h: 200 },
      ],
      [note(1020, 20)],
    );
    expect(spots).toEqual([
      { x: 1236, y: 20 },
      { x: 1452, y: 20 },
      { x: 1020, y: 236 },
    ]);
  });

  it('lays nothing over another while there is room, and never leaves an area that is large enough', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: fc.integer({ min: 0, max: 2800 }), y: fc.integer({ min: 0, max: 1800 }) }), {
          maxLength: 8,
        }),
        fc.integer({ min: 1, max: 12 }),
        (taken, count) => {
          const area = { x: 0, y: 0, w: 3000, h: 2000 };
          const there = taken.map(({ x, y }) => ({ x, y, w: 200, h: 200 }));
          const boxes = freeSpots(
            area,
            Array.from({ length: count }, () => ({ w: 200, h: 200 })),
            there,
          ).map((at) => ({ ...at, w: 200, h: 200 }));
          for (const [n, box] of boxes.entries()) {
            expect(encloses(area, box)).toBe(true);
            for (const other of [...there, ...boxes.slice(n + 1)]) expect(intersects(box, other)).toBe(false);
          }
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it('still answers where no room is left', () => {
    const full = [note(0, 0, 300, 300)];
    expect(freeSpots({ x: 0, y: 0, w: 300, h: 300 }, [{ w: 200, h: 200 }], full)).toHaveLength(1);
    expect(freeSpots({ x: 0, y: 0, w: 60, h: 60 }, [{ w: 200, h: 200 }], [])).toEqual([{ x: 20, y: 20 }]);
  });
});
