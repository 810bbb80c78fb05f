import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Axis, isAxis, PLAIN_AXIS, SCALES, shareOf, valueAt } from './axis.ts';
import { sayNumber, ticksOf } from './ticks.ts';

const anyEnd = fc.oneof(
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fc.double({ min: -1e-300, max: 1e-300, noNaN: true }),
  fc.constantFrom(0, 5e-324, -5e-324, 1e-9, 1e9, -1e9),
);

describe('ticksOf', () => {
  it('marks every axis that can be read, whatever somebody wrote', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SCALES), anyEnd, anyEnd, (scale, min, max) => {
        const axis: Axis = { ...PLAIN_AXIS, scale, min, max, steps: ['peu', 'beaucoup'] };
        fc.pre(isAxis(axis));
        const ticks = ticksOf(axis, 'fr');
        expect(ticks.length).toBeLessThanOrEqual(12);
        for (const { share } of ticks) expect(share >= 0 && share <= 1).toBe(true);
        for (const share of [0, 0.5, 1]) {
          const { value } = valueAt(axis, share);
          expect(Number.isFinite(value) && Number.isFinite(shareOf(axis, value))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses axes whose ends no hand tells apart', () => {
    expect(isAxis({ ...PLAIN_AXIS, min: -5e-324, max: 5e-324 })).toBe(false);
    expect(isAxis({ ...PLAIN_AXIS, scale: 'log', min: 1e-320, max: 1e9 })).toBe(false);
    expect(isAxis({ ...PLAIN_AXIS, scale: 'log', min: 0.001, max: 1000 })).toBe(true);
  });
});

describe('sayNumber', () => {
  it('writes numbers as each language does', () => {
    expect([12345.678, 0.5, -1200, 7].map((value) => sayNumber(value, 'fr'))).toEqual([
      '12\u202f345,7',
      '0,5',
      '-1\u202f200',
      '7',
    ]);
    expect([12345.678, 0.5, -1200, 7].map((value) => sayNumber(value, 'en'))).toEqual([
      '12,345.7',
      '0.5',
      '-1,200',
      '7',
    ]);
  });
});
