import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, contains, expand, intersects } from './box.ts';
import { spread } from './spread.ts';

const ROOM: Box = { x: 0, y: 0, w: 2000, h: 1600 };
const note = (x: number, y: number): Box => ({ x: x - 100, y: y - 100, w: 200, h: 200 });
const boxesAt = (middles: readonly { readonly x: number; readonly y: number }[]): Box[] =>
  middles.map(({ x, y }) => note(x, y));

describe('things that cover each other', () => {
  it('lie apart afterwards, where there is room', () => {
    const heap = Array.from({ length: 9 }, (_, n) => ({ box: note(1000 + n, 800 + (n % 3)), room: ROOM }));
    const boxes = boxesAt(spread(heap));
    for (const [n, box] of boxes.entries())
      for (const other of boxes.slice(n + 1)) expect(intersects(expand(box, -1), expand(other, -1))).toBe(false);
  });

  it('stay where they are when they cover nothing', () => {
    const apart = [note(200, 200), note(500, 200), note(200, 500)].map((box) => ({ box, room: ROOM }));
    expect(spread(apart)).toEqual([
      { x: 200, y: 200 },
      { x: 500, y: 200 },
      { x: 200, y: 500 },
    ]);
  });

  it('never leave their rooms, however crowded', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), (points) => {
        const room = { x: 0, y: 0, w: 300, h: 200 };
        const middles = spread(points.map(({ x, y }) => ({ box: note(x, y), room })));
        for (const middle of middles) expect(contains(expand(room, 1e-6), middle)).toBe(true);
      }),
    );
  });
});
