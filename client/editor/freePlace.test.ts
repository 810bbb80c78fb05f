import { describe, expect, it } from 'vitest';
import { freePlace } from './freePlace.ts';

const NOTE = { x: 0, y: 0, w: 200, h: 200 };

describe('freePlace', () => {
  it('is the place asked for when nothing is hidden by it', () => {
    expect(freePlace(NOTE, () => [])).toEqual({ x: 0, y: 0 });
    expect(freePlace(NOTE, () => [{ x: 150, y: 150, w: 200, h: 200 }])).toEqual({ x: 0, y: 0 });
  });
  it('is the next one on the line, then the next line', () => {
    expect(freePlace(NOTE, () => [NOTE])).toEqual({ x: 220, y: 0 });
    const line = Array.from({ length: 6 }, (_, i) => ({ ...NOTE, x: i * 220 }));
    expect(freePlace(NOTE, () => line)).toEqual({ x: 0, y: 220 });
  });
  it('is the place asked for when all is taken', () => {
    expect(freePlace(NOTE, (near) => [near])).toEqual({ x: 0, y: 0 });
  });
});
