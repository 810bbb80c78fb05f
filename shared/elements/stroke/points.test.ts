import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToPolyline } from '../../geometry/polyline.ts';
import { EVEN_PRESSURE, type InkPoint, isPoints, MOST_POINTS, readPoints, storeStroke, toleranceOf } from './points.ts';
import { type StrokeProps, stroke } from './stroke.ts';

const coordinate = fc.double({ min: -2000, max: 2000, noNaN: true });
const inkPoint = fc.record({ x: coordinate, y: coordinate, pressure: fc.integer({ min: 0, max: 100 }) });
const line = fc.array(inkPoint, { minLength: 1, maxLength: 60 });
const detail = fc.integer({ min: 1, max: 8 });

/** The stored line on the page again. */
const onPage = (drawn: readonly InkPoint[], fine: number): InkPoint[] => {
  const { box, extent, points } = storeStroke(drawn, fine);
  return readPoints(points, extent, [box.w, box.h]).map(({ x, y, pressure }) => ({
    x: box.x + x,
    y: box.y + y,
    pressure,
  }));
};

describe('storeStroke', () => {
  it('stores a line that is nowhere farther from the drawn one than half a visible step', () => {
    fc.assert(
      fc.property(line, detail, (drawn, fine) => {
        const stored = onPage(drawn, fine);
        // What nobody sees, and the corner of a whole number.
        const allowed = toleranceOf(fine) + 1 / fine;
        for (const point of drawn) expect(distanceToPolyline(point, stored)).toBeLessThanOrEqual(allowed);
        for (const point of stored) expect(distanceToPolyline(point, drawn)).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  it('gives what the kind reads, whatever was drawn', () => {
    fc.assert(
      fc.property(line, detail, (drawn, fine) => {
        const { box, extent, points } = storeStroke(drawn, fine);
        expect(stroke.parse({ points, extent }).ok).toBe(true);
        for (const [side, n] of [
          [box.w, 0],
          [box.h, 1],
        ] as const) {
          expect(side).toBeGreaterThanOrEqual(stroke.minSize[n]);
          expect(side).toBeLessThanOrEqual(stroke.maxSize[n]);
        }
      }),
    );
  });

  it('leaves out of a long line what nobody sees, and never keeps more points than a stroke may have', () => {
    const round = Array.from({ length: 3000 }, (_, n) => ({
      x: 500 * Math.cos(n / 400),
      y: 500 * Math.sin(n / 400),
      pressure: EVEN_PRESSURE,
    }));
    expect(storeStroke(round, 2).points.length / 3).toBeLessThan(200);
    const wild = Array.from({ length: 9000 }, (_, n) => ({
      x: n,
      y: 300 * Math.sin(n * n),
      pressure: EVEN_PRESSURE,
    }));
    expect(storeStroke(wild, 8).points.length / 3).toBeLessThanOrEqual(MOST_POINTS);
  });

  it('keeps where a pen was pressed harder on a straight line', () => {
    const drawn = Array.from({ length: 41 }, (_, n) => ({ x: n * 5, y: 0, pressure: n === 20 ? 100 : 20 }));
    expect(onPage(drawn, 2).map(({ pressure }) => pressure)).toContain(100);
  });

  it('gives a dot and a level line a size, and puts them in its middle', () => {
    const { box } = storeStroke([{ x: 100, y: 50, pressure: 50 }], 2);
    expect(Math.abs(box.x + box.w / 2 - 100)).toBeLessThan(1);
    expect(Math.abs(box.y + box.h / 2 - 50)).toBeLessThan(1);
    expect([box.w, box.h]).toEqual([21, 21]);
  });
});

describe('isPoints', () => {
  it('takes whole numbers within the extent, three a point, and no more than a stroke may have', () => {
    expect(isPoints([0, 0, 50, 100, 20, 50], [100, 20])).toBe(true);
    const wrong: unknown[] = [
      null,
      'points',
      [],
      [0, 0],
      [0, 0, 50, 1],
      [0, 0, 101],
      [101, 0, 50],
      [-1, 0, 50],
      [0.5, 0, 50],
      [Number.NaN, 0, 50],
      [Number.POSITIVE_INFINITY, 0, 50],
      ['0', 0, 50],
      [[0], 0, 50],
      Array.from({ length: 3 * MOST_POINTS + 3 }, () => 0),
      new Array(999_999_999),
      new Uint8Array(3),
    ];
    expect(wrong.filter((value) => isPoints(value, [100, 20]))).toEqual([]);
  });
});

describe('stroke', () => {
  const props: StrokeProps = {
    ...stroke.defaultProps,
    points: [0, 0, 50, 100, 0, 50, 100, 100, 50],
    extent: [100, 100],
  };

  it('is stretched to its size, and its line is as thick as before', () => {
    expect(readPoints(props.points, props.extent, [200, 50])).toEqual([
      { x: 0, y: 0, pressure: 50 },
      { x: 200, y: 0, pressure: 50 },
      { x: 200, y: 50, pressure: 50 },
    ]);
  });

  it('is taken by its line only: what a drawn corner surrounds stays within reach', () => {
    const element = {
      id: 's',
      kind: 'stroke',
      v: 1,
      place: [null, 0, 0],
      size: [100, 100],
      z: 'a0',
      lock: false,
      text: '',
      props,
      rev: 1,
    };
    const wall = { element: () => undefined, frame: () => null };
    const hits = (x: number, y: number, turned = {}): boolean =>
      stroke.hitTest({ ...element, props: { ...props, ...turned } } as never, { x, y }, wall);
    expect([hits(50, 2), hits(98, 60), hits(30, 70)]).toEqual([true, true, false]);
    // A quarter turn brings the corner from the top right to the bottom right.
    expect([hits(98, 50, { angle: 90 }), hits(50, 98, { angle: 90 }), hits(50, 2, { angle: 90 })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
