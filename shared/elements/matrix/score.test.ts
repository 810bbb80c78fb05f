/** Scores from places and back, recomputed from first principles: no helper of the code under test stands on the right-hand side. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../ElementKind.ts';
import { scoreText } from '../placing.ts';
import { type Axis, dayText, gradeOf, isAxis, parseDay, problemOfAxis, valueAt } from './axis.ts';
import { carryIn, partsOf, placeFor, quadrantAt, scoreOf } from './score.ts';

const SIZE: Size = [1730, 1180];
const NOTE = { w: 200, h: 200 };
const plain = (rest: Partial<Axis> = {}): Axis => ({ name: 'Impact', scale: 'linear', min: 0, max: 100, ...rest });
const matrix = (x: Axis, y: Axis, size: Size = SIZE) => ({ size, props: { x, y } });
const STEPS = ['jamais', 'rarement', 'souvent', 'toujours'];

/** A note whose middle lies at these shares of the plot, from the left and from the bottom. */
function noteAt(size: Size, right: number, up: number) {
  const { plot } = partsOf(size);
  return { x: plot.x + right * plot.w - 100, y: plot.y + plot.h - up * plot.h - 100, ...NOTE };
}

const anyAxis: fc.Arbitrary<Axis> = fc.oneof(
  fc
    .record({
      min: fc.integer({ min: -1000, max: 1000 }),
      span: fc.integer({ min: 1, max: 5000 }),
      isReversed: fc.boolean(),
    })
    .map(({ min, span, isReversed }) => plain({ min, max: min + span, isReversed })),
  fc
    .record({
      min: fc.integer({ min: 1, max: 50 }),
      factor: fc.integer({ min: 2, max: 10_000 }),
      isReversed: fc.boolean(),
    })
    .map(({ min, factor, isReversed }) => plain({ scale: 'log', min, max: min * factor, isReversed })),
  fc
    .record({
      min: fc.integer({ min: -20_000, max: 40_000 }),
      span: fc.integer({ min: 1, max: 9000 }),
      isReversed: fc.boolean(),
    })
    .map(({ min, span, isReversed }) => plain({ scale: 'date', min, max: min + span, isReversed })),
  fc
    .record({ count: fc.integer({ min: 2, max: 12 }), isReversed: fc.boolean() })
    .map(({ count, isReversed }) =>
      plain({ scale: 'ordinal', steps: Array.from({ length: count }, (_, n) => `cran ${n + 1}`), isReversed }),
    ),
);
const anySize: fc.Arbitrary<Size> = fc.tuple(
  fc.integer({ min: 400, max: 20_000 }),
  fc.integer({ min: 300, max: 20_000 }),
);
const anyShare = fc.double({ min: 0, max: 1, noNaN: true });

/** A value an axis can have, at that share of it. */
function valueOn({ scale, min, max, steps = [] }: Axis, share: number): number {
  if (scale === 'ordinal') return 1 + Math.round(share * (steps.length - 1));
  if (scale === 'date') return Math.round(min + share * (max - min));
  if (scale === 'log') return Math.exp(Math.log(min) + share * (Math.log(max) - Math.log(min)));
  return min + share * (max - min);
}

describe('a score', () => {
  it('is read at the middle of the note: a quarter right and three quarters up is 25 and 75', () => {
    const scores = scoreOf(matrix(plain({ name: 'Effort' }), plain()), noteAt(SIZE, 0.25, 0.75));
    expect(scores?.x).toEqual({ name: 'Effort', value: expect.closeTo(25, 9) });
    expect(scores?.y).toEqual({ name: 'Impact', value: expect.closeTo(75, 9) });
  });

  it('grows upwards and to the right, and the other way where the axis is reversed', () => {
    const at = noteAt(SIZE, 0.2, 0.9);
    const reversed = scoreOf(matrix(plain({ isReversed: true }), plain({ isReversed: true })), at);
    expect([reversed?.x.value, reversed?.y.value]).toEqual([expect.closeTo(80, 9), expect.closeTo(10, 9)]);
  });

  it('does not depend on how large the note is, only on where its middle lies', () => {
    const { plot } = partsOf(SIZE);
    const middle = { x: plot.x + 0.4 * plot.w, y: plot.y + 0.4 * plot.h };
    for (const [w, h] of [
      [200, 200],
      [20, 20],
      [640, 80],
    ] as const) {
      const scores = scoreOf(matrix(plain(), plain()), { x: middle.x - w / 2, y: middle.y - h / 2, w, h });
      expect([scores?.x.value, scores?.y.value]).toEqual([expect.closeTo(40, 9), expect.closeTo(60, 9)]);
    }
  });

  it('has the middle of ten and a thousand at a hundred on a logarithmic axis', () => {
    expect(valueAt(plain({ scale: 'log', min: 10, max: 1000 }), 0.5).value).toBeCloseTo(100, 9);
  });

  it('is a whole day on an axis of dates', () => {
    const from = parseDay('2026-01-01') ?? 0;
    const axis = plain({ scale: 'date', min: from, max: from + 364 });
    expect(valueAt(axis, 0)).toMatchObject({ label: '2026-01-01', value: 20_454 });
    expect(valueAt(axis, 1).label).toBe('2026-12-31');
    expect(valueAt(axis, 0.5).label).toBe('2026-07-02');
  });

  it('is one of the steps on an ordinal axis, each as wide as the others', () => {
    const axis = plain({ scale: 'ordinal', steps: STEPS });
    const read = [0, 0.249, 0.25, 0.499, 0.5, 0.749, 0.75, 1].map((share) => valueAt(axis, share));
    expect(read.map(({ value }) => value)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(read.map(({ label }) => label)).toEqual([0, 0, 1, 1, 2, 2, 3, 3].map((n) => STEPS[n]));
  });

  it('is the number of a step that nobody has named', () => {
    const axis = plain({ scale: 'ordinal', steps: ['jamais', ' ', 'souvent'] });
    expect([0.1, 0.5, 0.9].map((share) => scoreText(valueAt(axis, share)))).toEqual(['jamais', '2.00', 'souvent']);
  });

  it('is none outside the plot, and the end of the axis on its very edge', () => {
    const here = matrix(plain(), plain());
    expect(scoreOf(here, noteAt(SIZE, 0, 1))).toMatchObject({ x: { value: 0 }, y: { value: 100 } });
    expect(scoreOf(here, noteAt(SIZE, 1, 0))).toMatchObject({ x: { value: 100 }, y: { value: 0 } });
    for (const [right, up] of [
      [-0.01, 0.5],
      [1.01, 0.5],
      [0.5, -0.01],
      [0.5, 1.01],
    ] as const)
      expect(scoreOf(here, noteAt(SIZE, right, up))).toBeNull();
    const { heap } = partsOf(SIZE);
    expect(scoreOf(here, { x: heap.x + 10, y: heap.y + 10, ...NOTE })).toBeNull();
  });

  it('comes back when a note is placed by it, whatever the scales and sizes', () => {
    fc.assert(
      fc.property(
        anyAxis,
        anyAxis,
        anySize,
        anyShare,
        anyShare,
        fc.integer({ min: 20, max: 900 }),
        (x, y, size, a, b, w) => {
          const wanted = { x: valueOn(x, a), y: valueOn(y, b) };
          const child = { w, h: w / 2 };
          const scores = scoreOf(matrix(x, y, size), { ...placeFor(matrix(x, y, size), wanted, child), ...child });
          for (const key of ['x', 'y'] as const) {
            const axis = { x, y }[key];
            const read = scores?.[key].value ?? Number.NaN;
            if (axis.scale === 'ordinal' || axis.scale === 'date') expect(read).toBe(wanted[key]);
            else expect(Math.abs(read - wanted[key])).toBeLessThan(1e-6 * (axis.max - axis.min));
          }
        },
      ),
    );
  });

  it('gives its place back: steps and days to within half of one, the rest to a thousandth of a unit', () => {
    fc.assert(
      fc.property(anyAxis, anySize, anyShare, (x, size, share) => {
        const here = matrix(x, plain(), size);
        const { plot } = partsOf(size);
        const frame = { x: plot.x + share * plot.w - 100, y: plot.y + plot.h / 2 - 100, ...NOTE };
        const scores = scoreOf(here, frame);
        const back = placeFor(here, { x: scores?.x.value ?? 0, y: scores?.y.value ?? 0 }, NOTE);
        const width =
          x.scale === 'ordinal'
            ? plot.w / (2 * (x.steps?.length ?? 1))
            : x.scale === 'date'
              ? plot.w / (2 * (x.max - x.min))
              : 0;
        expect(Math.abs(back.x - frame.x)).toBeLessThanOrEqual(width + 1e-3);
      }),
    );
  });

  it('of 72.35 typed by hand is 72.35, and beyond the ends the end', () => {
    const here = matrix(plain(), plain());
    const exact = scoreOf(here, { ...placeFor(here, { x: 72.35, y: 0.01 }, NOTE), ...NOTE });
    expect([exact?.x.value.toFixed(2), exact?.y.value.toFixed(2)]).toEqual(['72.35', '0.01']);
    const ends = scoreOf(here, { ...placeFor(here, { x: 900, y: -3 }, NOTE), ...NOTE });
    expect([ends?.x.value, ends?.y.value]).toEqual([100, 0]);
  });

  it('stays when the matrix is made larger or smaller', () => {
    fc.assert(
      fc.property(anyAxis, anySize, anySize, anyShare, anyShare, (x, before, after, right, up) => {
        // Away from the edges between two steps or days, where rounding may go either way.
        const value = valueOn(x, right);
        const start = placeFor(matrix(x, plain(), before), { x: value, y: 100 * up }, NOTE);
        const moved = carryIn(before, after, { ...start, ...NOTE });
        const scores = scoreOf(matrix(x, plain(), after), { ...moved, ...NOTE });
        expect(Math.abs((scores?.x.value ?? Number.NaN) - value)).toBeLessThan(
          x.scale === 'ordinal' || x.scale === 'date' ? 1e-9 : 1e-6 * (x.max - x.min),
        );
        expect(Math.abs((scores?.y.value ?? Number.NaN) - 100 * up)).toBeLessThan(1e-4);
      }),
    );
  });

  it('is still none after that for what waits in the heap', () => {
    const { heap } = partsOf(SIZE);
    const after: Size = [2400, 900];
    const moved = carryIn(SIZE, after, { x: heap.x + 20, y: heap.y + 60, ...NOTE });
    expect(scoreOf(matrix(plain(), plain(), after), { ...moved, ...NOTE })).toBeNull();
    expect(moved).toEqual({ x: partsOf(after).heap.x + 20, y: partsOf(after).heap.y + 60 });
  });
});

describe('the parts of a matrix', () => {
  it('are counted row by row from the top left', () => {
    const corners = [
      [0.1, 0.9],
      [0.9, 0.9],
      [0.1, 0.1],
      [0.9, 0.1],
    ] as const;
    expect(corners.map(([right, up]) => quadrantAt(SIZE, 2, 2, noteAt(SIZE, right, up)))).toEqual([0, 1, 2, 3]);
    expect(quadrantAt(SIZE, 3, 2, noteAt(SIZE, 0.5, 0.1))).toBe(4);
    expect(quadrantAt(SIZE, 6, 6, noteAt(SIZE, 1, 0))).toBe(35);
    expect(quadrantAt(SIZE, 2, 2, noteAt(SIZE, 1.2, 0.5))).toBeNull();
  });

  it('leave the plot most of the room, apart from the heap, at every size', () => {
    fc.assert(
      fc.property(anySize, (size) => {
        const { plot, heap } = partsOf(size);
        expect(plot.w * plot.h).toBeGreaterThan(0.45 * size[0] * size[1]);
        expect(plot.x + plot.w).toBeLessThan(heap.x);
        expect(heap.x + heap.w).toBeLessThanOrEqual(size[0]);
        expect(plot.y + plot.h).toBeLessThan(size[1]);
      }),
    );
  });
});

describe('an axis', () => {
  it('is refused where its numbers cannot be read', () => {
    expect(problemOfAxis(plain({ min: 5, max: 5 }))).toBe('range');
    expect(problemOfAxis(plain({ scale: 'log', min: 0 }))).toBe('positive');
    expect(problemOfAxis(plain({ scale: 'date', min: 0.5 }))).toBe('day');
    expect(problemOfAxis(plain({ scale: 'ordinal', steps: ['seul'] }))).toBe('steps');
    expect(problemOfAxis(plain({ scale: 'ordinal', steps: Array.from({ length: 13 }, (_, n) => `${n}`) }))).toBe(
      'steps',
    );
    expect(problemOfAxis(plain({ max: 2e9 }))).toBe('number');
    for (const wrong of [
      { ...plain(), name: 'x'.repeat(61) },
      { ...plain(), max: Number.NaN },
      { ...plain(), colour: 'blue' },
      { ...plain(), steps: Array.from({ length: 13 }, () => 'cran') },
      null,
      [],
    ])
      expect(isAxis(wrong)).toBe(false);
    expect(isAxis({ ...plain(), low: 'faible', high: 'fort', isReversed: true, isLessBetter: true })).toBe(true);
  });

  it('says a day as it was typed, and takes no day that is not in the calendar', () => {
    for (const day of ['1969-12-31', '2024-02-29', '2026-11-22', '2099-12-31'])
      expect(dayText(parseDay(day) ?? 0)).toBe(day);
    for (const wrong of ['2026-02-30', '2026-13-01', '22/11/2026', '', '2026-1-1']) expect(parseDay(wrong)).toBeNull();
  });

  it('grades from worst to best: backwards where less is better, whichever way it points on the wall', () => {
    expect(gradeOf(plain(), 30)).toBeCloseTo(0.3, 12);
    expect(gradeOf(plain({ isLessBetter: true }), 30)).toBeCloseTo(0.7, 12);
    expect(gradeOf(plain({ isLessBetter: true, isReversed: true }), 30)).toBeCloseTo(0.7, 12);
  });
});
