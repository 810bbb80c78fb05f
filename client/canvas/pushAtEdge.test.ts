import { describe, expect, it } from 'vitest';
import { pushAtEdge } from './pushAtEdge.ts';

const CANVAS = { width: 800, height: 600 };

describe('pushAtEdge', () => {
  it('leaves the view alone away from the edges', () => {
    expect(pushAtEdge({ x: 28, y: 572 }, CANVAS)).toBeNull();
  });

  it('moves it the more the nearer the pointer is, and no faster outside', () => {
    expect(pushAtEdge({ x: 14, y: 300 }, CANVAS)).toEqual({ x: 7, y: 0 });
    expect(pushAtEdge({ x: 0, y: 600 }, CANVAS)).toEqual({ x: 14, y: -14 });
    expect(pushAtEdge({ x: -500, y: 900 }, CANVAS)).toEqual({ x: 14, y: -14 });
  });
});
