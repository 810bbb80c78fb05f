import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damagedPixels, toPageBox } from './damage.ts';

const CANVAS = { width: 1440, height: 900 };
const VIEW = { scale: 0.5, x: 100, y: 50, zoom: 0.5, isSettled: true };

describe('damagedPixels', () => {
  it('covers every pixel a changed box touches', () => {
    const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true });
    const box = fc.record({
      x: coordinate,
      y: coordinate,
      w: fc.double({ min: 0, max: 500, noNaN: true }),
      h: fc.double({ min: 0, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(box, (changed) => {
        const rects = damagedPixels([changed], VIEW, CANVAS);
        if (rects === 'all') throw new Error('one box is never everything');
        const left = changed.x * VIEW.scale + VIEW.x;
        const top = changed.y * VIEW.scale + VIEW.y;
        const isOutside = left + changed.w / 2 < 0 || top + changed.h / 2 < 0 || left > 1440 || top > 900;
        const [rect] = rects;
        if (!rect) expect(isOutside).toBe(true);
        else {
          expect(rect.x).toBeLessThanOrEqual(Math.max(0, left));
          expect(rect.x + rect.w).toBeGreaterThanOrEqual(Math.min(1440, left + changed.w / 2));
          expect([rect.x, rect.y, rect.w, rect.h].every(Number.isInteger)).toBe(true);
        }
      }),
    );
  });
  it('is nothing for what lies out of sight, and one rectangle for the same box twice', () => {
    expect(damagedPixels([{ x: 9000, y: 0, w: 200, h: 200 }], VIEW, CANVAS)).toEqual([]);
    const note = { x: 0, y: 0, w: 200, h: 200 };
    expect(damagedPixels([note, note], VIEW, CANVAS)).toEqual([{ x: 99, y: 49, w: 103, h: 103 }]);
  });
  it('is one rectangle for the notes of a cluster that move on by one place each', () => {
    const notes = Array.from({ length: 60 }, (_, n) => ({
      x: (n % 6) * 216,
      y: Math.floor(n / 6) * 216,
      w: 200,
      h: 200,
    }));
    const [rect, ...others] = damagedPixels(notes, { ...VIEW, scale: 0.3 }, CANVAS);
    expect({ rect, others }).toEqual({ rect: { x: 99, y: 49, w: 387, h: 647 }, others: [] });
    // Of what lies apart nothing between is painted.
    const apart = [notes[0], notes[28]].flatMap((box) => box ?? []);
    expect(damagedPixels(apart, VIEW, CANVAS)).toHaveLength(2);
  });
  it('is everything when much has changed', () => {
    expect(damagedPixels([{ x: -200, y: -100, w: 2600, h: 1700 }], VIEW, CANVAS)).toBe('all');
    const many = Array.from({ length: 60 }, (_, n) => ({
      x: (n % 10) * 1000,
      y: Math.floor(n / 10) * 1000,
      w: 100,
      h: 100,
    }));
    expect(damagedPixels(many, VIEW, { width: 6000, height: 4000 })).toBe('all');
  });
  it('goes back to the page', () => {
    expect(toPageBox({ x: 100, y: 50, w: 10, h: 20 }, VIEW)).toEqual({ x: 0, y: 0, w: 20, h: 40 });
  });
});
