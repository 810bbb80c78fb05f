import { describe, expect, it } from 'vitest';
import { bitmapScale, rasterOf, rasterOfLine } from './levels.ts';

describe('bitmapScale', () => {
  it('is the next level up while one zooms', () => {
    expect([0.1, 0.125, 0.2, 0.5, 0.7, 1, 1.3, 2].map((scale) => bitmapScale(scale, false))).toEqual([
      0.125, 0.125, 0.25, 0.5, 1, 1, 2, 2,
    ]);
  });
  it('is the very scale once the zoom rests, where text can be read', () => {
    expect([0.1, 0.31, 0.87, 1.5].map((scale) => bitmapScale(scale, true))).toEqual([0.125, 0.31, 0.87, 1.5]);
  });
  it('gives way to vectors where few elements fill the screen', () => {
    expect(bitmapScale(3, true)).toBeNull();
  });
});

describe('rasterOf', () => {
  it('is a flat square under 24 pixels, for what has a colour', () => {
    expect(rasterOf(200, 0.11, 0.125, true)).toBe('flat');
    expect(rasterOf(200, 0.13, 0.25, true)).toBe(0.25);
    expect(rasterOf(200, 0.11, 0.125, false)).toBe(0.125);
  });
  it('never makes a bitmap larger than a screen', () => {
    expect(rasterOf(4000, 1, 1, true)).toBe('vector');
  });
});

describe('rasterOfLine', () => {
  it('keeps a line as a bitmap while it is short on the screen, and paints a long one each time', () => {
    expect(rasterOfLine(400, 0.125, 0.125)).toBe(0.125);
    expect(rasterOfLine(400, 1, 1)).toBe('vector');
    expect(rasterOfLine(20, 3, null)).toBe('vector');
  });
});
