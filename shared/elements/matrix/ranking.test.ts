/** Rankings recomputed by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, valueAt } from './axis.ts';
import { type Placed, rank } from './ranking.ts';

const impact: Axis = { name: 'Impact', scale: 'linear', min: 0, max: 100 };
const effort: Axis = { name: 'Effort', scale: 'linear', min: 0, max: 100, isLessBetter: true };
const axes = { x: effort, y: impact };
const placed = (id: string, x: number, y: number): Placed => ({
  id,
  scores: { x: { name: 'Effort', value: x }, y: { name: 'Impact', value: y } },
});
const NOTES = [placed('bus', 20, 80), placed('guichet', 90, 95), placed('affiche', 5, 15), placed('navette', 60, 80)];
const order = (ranked: ReturnType<typeof rank>) => ranked.map((one) => `${one.rank} ${one.id}`);

describe('a ranking', () => {
  it('by one axis has the largest first, and equals on the same rank, the next one left out', () => {
    expect(order(rank(axes, NOTES, { by: 'y' }))).toEqual(['1 guichet', '2 bus', '2 navette', '4 affiche']);
  });

  it('by an axis where less is better has the smallest first', () => {
    expect(order(rank(axes, NOTES, { by: 'x' }))).toEqual(['1 affiche', '2 bus', '3 navette', '4 guichet']);
  });

  it('can be turned around', () => {
    expect(order(rank(axes, NOTES, { by: 'y', isReversed: true }))).toEqual([
      '1 affiche',
      '2 bus',
      '2 navette',
      '4 guichet',
    ]);
  });

  it('over both adds the two grades by their weight', () => {
    // Half and half: bus (80 + 80) / 2, guichet (10 + 95) / 2, affiche (95 + 15) / 2, navette (40 + 80) / 2.
    const even = rank(axes, NOTES, { by: 'weighted', weight: 0.5 });
    expect(even.map(({ id, total }) => [id, Number(total.toFixed(2))])).toEqual([
      ['bus', 80],
      ['navette', 60],
      ['affiche', 55],
      ['guichet', 52.5],
    ]);
    // Effort a quarter, impact three quarters.
    const skewed = rank(axes, NOTES, { by: 'weighted', weight: 0.25 });
    expect(skewed.map(({ id, total }) => [id, Number(total.toFixed(2))])).toEqual([
      ['bus', 80],
      ['guichet', 73.75],
      ['navette', 70],
      ['affiche', 35],
    ]);
  });

  it('takes what reads the same to two decimals for equal', () => {
    const close = [placed('a', 0, 50.001), placed('b', 0, 50.004), placed('c', 0, 50.01)];
    expect(order(rank(axes, close, { by: 'y' }))).toEqual(['1 c', '2 a', '2 b']);
  });

  it('tells apart what reads apart on a short axis, and takes for equal what reads the same there', () => {
    const short: Axis = { name: 'Part', scale: 'linear', min: 0, max: 0.1 };
    const at = (id: string, share: number): Placed => ({
      ...{ id, scores: { x: valueAt(short, share), y: valueAt(impact, 0) } },
    });
    // Read as 0.012, 0.014 and 0.014.
    const close = [at('a', 0.12), at('b', 0.14), at('c', 0.1401)];
    expect(order(rank({ x: short, y: impact }, close, { by: 'x' }))).toEqual(['1 b', '1 c', '3 a']);
  });

  it('compares axes of different scales by how far along each of them a value lies', () => {
    const cost: Axis = { name: 'Coût', scale: 'log', min: 10, max: 1000, isLessBetter: true };
    const votes: Axis = { name: 'Voix', scale: 'linear', min: 0, max: 40 };
    const [first] = rank({ x: cost, y: votes }, [placed('a', 100, 10)], { by: 'weighted', weight: 0.5 });
    // Half way down the logarithmic axis, a quarter up the other.
    expect(first?.total).toBeCloseTo(100 * (0.5 * 0.5 + 0.5 * 0.25), 9);
  });

  it('holds everybody once, totals falling, and as many before each as its rank says', () => {
    const anyPlaced = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })));
    fc.assert(
      fc.property(anyPlaced, fc.double({ min: 0, max: 1, noNaN: true }), (points, weight) => {
        const notes = points.map(([x, y], n) => placed(`n${n}`, x, y));
        const ranked = rank(axes, notes, { by: 'weighted', weight });
        expect(ranked.map(({ id }) => id).sort()).toEqual(notes.map(({ id }) => id).sort());
        for (const one of ranked) {
          const two = (total: number): number => Math.round(total * 100);
          expect(one.rank).toBe(1 + ranked.filter((other) => two(other.total) > two(one.total)).length);
        }
      }),
    );
  });
});
