import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  between,
  fit,
  fitted,
  MAX_ZOOM,
  MIN_ZOOM,
  pinch,
  reveal,
  snapCamera,
  toPage,
  toScreen,
  visibleBox,
  zoomAt,
} from './Camera.ts';

const WINDOW = { w: 1440, h: 900 };
const camera = fc.record({
  x: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  y: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
});
const point = fc.record({ x: fc.integer({ min: 0, max: 1440 }), y: fc.integer({ min: 0, max: 900 }) });

describe('Camera', () => {
  it('keeps the page point under the pointer while zooming', () => {
    fc.assert(
      fc.property(camera, point, fc.double({ min: 0.001, max: 100, noNaN: true }), (from, at, zoom) => {
        const before = toPage(from, at);
        const after = toScreen(zoomAt(from, at, zoom), before);
        expect(after.x).toBeCloseTo(at.x, 3);
        expect(after.y).toBeCloseTo(at.y, 3);
      }),
    );
  });

  it('never zooms out of its range', () => {
    expect(zoomAt({ x: 0, y: 0, zoom: 1 }, { x: 0, y: 0 }, 1000).zoom).toBe(MAX_ZOOM);
    expect(zoomAt({ x: 0, y: 0, zoom: 1 }, { x: 0, y: 0 }, 0).zoom).toBe(MIN_ZOOM);
  });

  it('puts the origin of the page on a whole device pixel and moves nothing by more than half of one', () => {
    fc.assert(
      fc.property(camera, fc.constantFrom(1, 1.25, 1.5, 2, 3), (from, ratio) => {
        const snapped = snapCamera(from, ratio);
        const pixel = toScreen(snapped, { x: 0, y: 0 }).x * ratio;
        expect(Math.abs(pixel - Math.round(pixel))).toBeLessThan(1e-3);
        expect(Math.abs(snapped.x - from.x) * from.zoom * ratio).toBeLessThan(0.51);
      }),
    );
  });

  it('fits a box whole into the window, never larger than life', () => {
    const box = { x: -300, y: 50, w: 5000, h: 400 };
    const seen = visibleBox(fit(box, WINDOW), WINDOW);
    expect(seen.x).toBeLessThanOrEqual(box.x);
    expect(seen.x + seen.w).toBeGreaterThanOrEqual(box.x + box.w);
    expect(fit({ x: 0, y: 0, w: 10, h: 10 }, WINDOW).zoom).toBe(1);
  });

  it('holds what lies between two fingers between them', () => {
    const from = { x: 10, y: 20, zoom: 0.5 };
    const next = pinch(
      from,
      [
        { x: 100, y: 100 },
        { x: 200, y: 100 },
      ],
      [
        { x: 50, y: 300 },
        { x: 250, y: 300 },
      ],
    );
    expect(next.zoom).toBe(1);
    expect(toScreen(next, toPage(from, { x: 150, y: 100 }))).toEqual({ x: 150, y: 300 });
  });

  it('stays where it is when the box is seen already, and else moves by the smallest step', () => {
    const at = { x: 0, y: 0, zoom: 1 };
    expect(reveal(at, { x: 100, y: 100, w: 200, h: 200 }, WINDOW)).toBe(at);
    expect(reveal(at, { x: 1400, y: 100, w: 200, h: 200 }, WINDOW)).toEqual({ x: 184, y: 0, zoom: 1 });
  });

  it('is led back by what was kept of a view to that very view', () => {
    fc.assert(
      fc.property(camera, (from) => {
        const back = fit(fitted(from, WINDOW), WINDOW, MAX_ZOOM);
        expect(back.zoom / from.zoom).toBeCloseTo(1, 5);
        expect((back.x - from.x) * from.zoom).toBeCloseTo(0, 1);
        expect((back.y - from.y) * from.zoom).toBeCloseTo(0, 1);
      }),
    );
  });

  it('begins and ends an easing exactly at its two cameras', () => {
    const a = { x: 0, y: 0, zoom: 1 };
    const b = { x: 500, y: -200, zoom: 0.25 };
    expect(between(a, b, WINDOW, 0)).toEqual(a);
    const end = between(a, b, WINDOW, 1);
    expect(end.x).toBeCloseTo(b.x);
    expect(end.zoom).toBeCloseTo(b.zoom);
  });
});
