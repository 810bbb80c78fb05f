import { describe, expect, it } from 'vitest';
import { handleAt, pull } from './handles.ts';

const FRAME = { x: 100, y: 100, w: 200, h: 100 };
const LIMITS = { min: [40, 40], max: [1000, 1000], keepAspect: false } as const;

describe('handleAt', () => {
  it('finds corners before edges, and nothing in the middle', () => {
    const at = (x: number, y: number) => handleAt(FRAME, { x, y }, 8, 'free');
    expect([at(101, 98), at(300, 200), at(200, 101), at(303, 150), at(200, 150), at(500, 500)]).toEqual([
      'nw',
      'se',
      'n',
      'e',
      null,
      null,
    ]);
  });
  it('offers only the sides of a label, and nothing of what keeps its size', () => {
    expect(handleAt(FRAME, { x: 300, y: 150 }, 8, 'width')).toBe('e');
    expect(handleAt(FRAME, { x: 200, y: 100 }, 8, 'width')).toBeNull();
    expect(handleAt(FRAME, { x: 100, y: 100 }, 8, 'none')).toBeNull();
  });
});

describe('pull', () => {
  it('leaves the opposite side where it is', () => {
    expect(pull(FRAME, 'nw', { x: -50, y: 20 }, LIMITS)).toEqual({ x: 50, y: 120, w: 250, h: 80 });
    expect(pull(FRAME, 'e', { x: 30, y: 99 }, LIMITS)).toEqual({ x: 100, y: 100, w: 230, h: 100 });
  });
  it('stops at the smallest and the largest size, never turning over', () => {
    expect(pull(FRAME, 'se', { x: -900, y: -900 }, LIMITS)).toEqual({ x: 100, y: 100, w: 40, h: 40 });
    expect(pull(FRAME, 'w', { x: 900, y: 0 }, LIMITS)).toEqual({ x: 260, y: 100, w: 40, h: 100 });
    expect(pull(FRAME, 'se', { x: 5000, y: 0 }, LIMITS).w).toBe(1000);
  });
  it('keeps the proportions on demand', () => {
    expect(pull(FRAME, 'se', { x: 200, y: 0 }, { ...LIMITS, keepAspect: true })).toEqual({
      x: 100,
      y: 100,
      w: 400,
      h: 200,
    });
  });
});
