import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './box.ts';
import { snap } from './snap.ts';

const at = (x: number, y: number, w = 100, h = 100): Box => ({ x, y, w, h });

describe('snap', () => {
  it('brings an edge onto a near edge and shows the line they share', () => {
    const { by, guides } = snap(at(103, 300), [at(100, 0)], { within: 6 });
    expect(by).toEqual({ x: -3, y: 0 });
    expect(guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 400, kind: 'edge' });
    expect(guides).toContainEqual({ axis: 'x', at: 200, from: 0, to: 400, kind: 'edge' });
  });

  it('shows no line through the words of boxes whose edges meet', () => {
    const { guides } = snap(at(300, 2), [at(0, 0)], { within: 6 });
    expect(guides.map(({ axis, at: line }) => [axis, line])).toEqual([
      ['y', 0],
      ['y', 100],
    ]);
  });

  it('lets a box alone that is farther off', () => {
    expect(snap(at(107, 300), [at(100, 0)], { within: 6 })).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  });

  it('brings middles together, also that of the area', () => {
    const { by, guides } = snap(at(453, 500), [], { within: 6, area: at(0, 0, 1000, 2000) });
    expect(by).toEqual({ x: -3, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 500, from: 0, to: 2000, kind: 'edge' }]);
  });

  it('makes the gap between two neighbours even', () => {
    const { by, guides } = snap(at(204, 7), [at(0, 0), at(400, 0)], { within: 6 });
    expect(by).toEqual({ x: -4, y: 0 });
    expect(guides.filter(({ kind }) => kind === 'gap').map(({ axis, from, to }) => ({ axis, from, to }))).toEqual([
      { axis: 'y', from: 100, to: 200 },
      { axis: 'y', from: 300, to: 400 },
    ]);
  });

  it('goes on with the gap that two neighbours have', () => {
    expect(snap(at(267, 30), [at(0, 0), at(130, 0)], { within: 6 }).by.x).toBe(0);
    expect(snap(at(263, 30), [at(0, 0), at(130, 0)], { within: 6 }).by.x).toBe(-3);
    expect(snap(at(-133, 30), [at(0, 0), at(130, 0)], { within: 6 }).by.x).toBe(3);
  });

  it('evens out no gap in which there is no room', () => {
    const [left, right] = [at(-6, 0, 14, 10), at(10, 0, 15, 10)];
    expect(snap(at(1, 0, 17, 10), [left, right], { within: 6 }).by.x).toBe(0);
  });

  it('lines up only the edge that is pulled', () => {
    const lines = { x: ['end'] as const, y: [] };
    const { by, guides } = snap(at(0, 0, 197, 100), [at(200, 300)], { within: 6, lines });
    expect(by).toEqual({ x: 3, y: 0 });
    expect(guides).toEqual([{ axis: 'x', at: 200, from: 0, to: 400, kind: 'edge' }]);
  });

  it('never moves a box farther than allowed, and lands it on a guide', () => {
    const coord = fc.integer({ min: -500, max: 500 });
    const size = fc.integer({ min: 10, max: 300 });
    const box = fc.record({ x: coord, y: coord, w: size, h: size });
    fc.assert(
      fc.property(box, fc.array(box, { maxLength: 30 }), (own, others) => {
        const { by, guides } = snap(own, others, { within: 6 });
        expect(Math.abs(by.x) <= 6 && Math.abs(by.y) <= 6).toBe(true);
        if (by.x !== 0) expect(guides.some(({ axis, kind }) => (axis === 'x') === (kind === 'edge'))).toBe(true);
        if (by.y !== 0) expect(guides.some(({ axis, kind }) => (axis === 'y') === (kind === 'edge'))).toBe(true);
      }),
    );
  });
});
