import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside } from '../../geometry/polygon.ts';
import { distanceToPolyline } from '../../geometry/polyline.ts';
import { cornersOf, innerBox, SHAPE_FORMS } from './forms.ts';

const side = fc.integer({ min: 20, max: 2000 });

describe.each(SHAPE_FORMS)('the form "%s"', (form) => {
  it('stays in its box and touches all four sides of it', () => {
    fc.assert(
      fc.property(side, side, (w, h) => {
        const corners = cornersOf(form, { x: 10, y: 20, w, h });
        const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
        expect(Math.min(...xs)).toBeCloseTo(10, 6);
        expect(Math.max(...xs)).toBeCloseTo(10 + w, 6);
        expect(Math.min(...ys)).toBeCloseTo(20, 6);
        expect(Math.max(...ys)).toBeCloseTo(20 + h, 6);
      }),
    );
  });

  it('has its text inside: no corner of the text’s box stands out', () => {
    fc.assert(
      fc.property(side, side, (w, h) => {
        const corners = cornersOf(form, { x: 0, y: 0, w, h });
        const edge = [...corners, ...corners.slice(0, 1)];
        const inner = innerBox(form, { x: 0, y: 0, w, h });
        expect(inner.w).toBeGreaterThan(0);
        expect(inner.h).toBeGreaterThan(0);
        // The ellipse's corners stand in for its curve.
        const slack = 1e-6 + Math.max(w, h) * 0.002;
        for (const x of [inner.x, inner.x + inner.w])
          for (const y of [inner.y, inner.y + inner.h])
            expect(isInside(corners, { x, y }) || distanceToPolyline({ x, y }, edge) <= slack).toBe(true);
      }),
    );
  });
});
