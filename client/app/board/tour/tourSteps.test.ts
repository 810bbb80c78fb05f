import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../../shared/access/can.ts';
import { cardPlace, tourSteps } from './tourSteps.ts';

describe('the tour', () => {
  it('has three or four steps for each role, on a phone too, and shows viewers nothing they cannot do', () => {
    for (const role of ROLES) {
      for (const phone of [false, true]) {
        const steps = tourSteps(role, phone);
        expect(steps.length).toBeGreaterThanOrEqual(3);
        expect(steps.length).toBeLessThanOrEqual(4);
        expect(new Set(steps.map(({ title }) => title)).size).toBe(steps.length);
        if (role === 'viewer') expect(steps.map(({ title }) => title)).not.toContain('tour.write.title');
      }
    }
  });

  it('stays whole within any window, and off what it is about where there is room', () => {
    const length = (max: number) => fc.integer({ min: 20, max });
    fc.assert(
      fc.property(length(1900), length(1000), length(400), length(400), (x, y, w, h) => {
        for (const window of [
          { w: 1440, h: 900 },
          { w: 390, h: 844 },
          { w: 320, h: 480 },
        ]) {
          const card = { w: Math.min(320, window.w - 24), h: 180 };
          const at = cardPlace({ x: x % window.w, y: y % window.h, w, h }, card, window);
          expect(at.x).toBeGreaterThanOrEqual(12);
          expect(at.y).toBeGreaterThanOrEqual(12);
          expect(at.x + card.w).toBeLessThanOrEqual(window.w - 12);
          expect(at.y + card.h).toBeLessThanOrEqual(window.h - 12);
        }
      }),
    );
    const laptop = { w: 1440, h: 900 };
    const card = { w: 320, h: 180 };
    expect(cardPlace({ x: 1300, y: 7, w: 120, h: 38 }, card, laptop)).toEqual({ x: 1108, y: 59 });
    expect(cardPlace({ x: 12, y: 250, w: 56, h: 400 }, card, laptop)).toEqual({ x: 82, y: 360 });
    expect(cardPlace({ x: 1180, y: 850, w: 240, h: 40 }, card, laptop)).toEqual({ x: 1108, y: 656 });
    // A phone held sideways is low, and its bar stands at the right.
    const sideways = { w: 844, h: 390 };
    expect(cardPlace({ x: 8, y: 8, w: 120, h: 32 }, card, sideways)).toEqual({ x: 12, y: 54 });
    expect(cardPlace({ x: 776, y: 165, w: 60, h: 60 }, card, sideways)).toEqual({ x: 442, y: 105 });
  });
});
