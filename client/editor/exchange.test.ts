import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortLines } from '../../shared/geometry/sortLines.ts';
import { exchange, type Placed } from './exchange.ts';

const note = (id: string, x: number, y: number, w = 200, h = 200): Placed => ({ id, x, y, w, h });
const SEED = 20261122;

describe('exchange', () => {
  it('lets two notes of one size change places, whether side by side or one below the other', () => {
    const [a, b, c] = [note('a', 0, 0), note('b', 220, 10), note('c', 0, 240)];
    expect(exchange([a, b, c], 'b', -1)).toEqual({
      moved: { id: 'b', to: { x: 0, y: 0 } },
      neighbour: { id: 'a', to: { x: 220, y: 10 } },
      index: 0,
    });
    expect(exchange([a, b, c], 'c', -1)?.moved.to).toEqual({ x: 220, y: 10 });
    expect(exchange([a, b, c], 'a', -1)).toBeNull();
    expect(exchange([a, b, c], 'c', 1)).toBeNull();
  });

  it('keeps the span of two areas of different widths', () => {
    const [wide, small] = [note('wide', 0, 0, 1200, 500), note('small', 1300, 0, 400, 500)];
    const change = exchange([wide, small], 'small', -1);
    expect(change?.moved.to).toEqual({ x: 0, y: 0 });
    expect(change?.neighbour.to).toEqual({ x: 500, y: 0 });
  });

  it('brings an element before or after its neighbour, wherever they stand', () => {
    const box = fc.record({
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      w: fc.integer({ min: 20, max: 900 }),
      h: fc.integer({ min: 20, max: 900 }),
    });
    fc.assert(
      fc.property(box, box, fc.constantFrom<1 | -1>(1, -1), (a, b, direction) => {
        const siblings = [
          { id: 'a', ...a },
          { id: 'b', ...b },
        ];
        const before = sortLines(siblings).map(({ id }) => id);
        const id = direction === 1 ? before[0] : before[1];
        const change = exchange(siblings, id as string, direction);
        const to = new Map([change?.moved, change?.neighbour].map((one) => [one?.id, one?.to]));
        const after = sortLines(siblings.map((one) => ({ ...one, ...to.get(one.id) }))).map((one) => one.id);
        expect(after).toEqual([...before].reverse());
      }),
      { seed: SEED, numRuns: 2_000 },
    );
  });
});
