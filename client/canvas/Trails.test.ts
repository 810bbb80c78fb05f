import { describe, expect, it } from 'vitest';
import { type Trail, trailOf } from '../../shared/presence/Trail.ts';
import { FADE_MS, Trails } from './Trails.ts';

const LINE = { id: 'line-1', kind: 'stroke', color: 'ink', width: 4 } as const;
const LASER = { ...LINE, id: 'laser-1', kind: 'laser' } as const;

/** The first `count` points of a line that goes to the right. */
const upTo = (count: number, line: Omit<Trail, 'from' | 'points'> = LINE): Trail =>
  trailOf(line, Array.from({ length: count }, (_, n) => [n, 0]).flat());
const seen = (trails: Trails, now: number): number[] =>
  trails.shown(now).lines.flatMap(({ points }) => points.map(({ x }) => x));
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

describe('Trails', () => {
  it('keeps the whole of a line of which only the last points come', () => {
    const trails = new Trails();
    for (const count of [1, 40, 120, 200, 280]) trails.update(new Map([[1, upTo(count)]]), count);
    expect(seen(trails, 300)).toEqual(range(0, 280));
  });

  it('goes on where a line is known again after points were missed', () => {
    const trails = new Trails();
    trails.update(new Map([[1, upTo(50)]]), 0);
    trails.update(new Map([[1, upTo(400)]]), 10);
    trails.update(new Map([[1, upTo(420)]]), 20);
    expect(seen(trails, 30)).toEqual([...range(0, 50), ...range(310, 420)]);
  });

  it('begins anew with another line of the same person', () => {
    const trails = new Trails();
    trails.update(new Map([[1, upTo(50)]]), 0);
    trails.update(new Map([[1, upTo(3, { ...LINE, id: 'line-2' })]]), 10);
    expect(seen(trails, 20)).toEqual([0, 1, 2]);
  });

  it('keeps a stroke that is over until the written one has had time to come', () => {
    const trails = new Trails();
    trails.update(new Map([[1, upTo(5)]]), 0);
    trails.update(new Map(), 100);
    expect(seen(trails, 200)).toHaveLength(5);
    expect(trails.shown(200).fades).toBe(true);
    expect(seen(trails, 400)).toEqual([]);
    expect(trails.isEmpty).toBe(true);
  });

  it('lets a laser fade, the oldest points first, though nobody moves', () => {
    const trails = new Trails();
    trails.update(new Map([[1, upTo(10, LASER)]]), 0);
    trails.update(new Map([[1, upTo(20, LASER)]]), 600);
    expect(seen(trails, FADE_MS - 1)).toEqual(range(0, 20));
    expect(seen(trails, FADE_MS)).toEqual(range(10, 20));
    trails.update(new Map(), FADE_MS);
    expect(trails.shown(600 + FADE_MS)).toEqual({ lines: [], fades: false });
    expect(trails.isEmpty).toBe(true);
  });

  it('paints of this person a laser, and no stroke: that one is seen as it will be', () => {
    const trails = new Trails();
    expect(trails.take(new Map(), upTo(5), 0)).toBe(false);
    expect(trails.take(new Map(), upTo(5, LASER), 0)).toBe(true);
    expect(seen(trails, 1)).toEqual(range(0, 5));
  });

  it('forgets the oldest points of a line without end', () => {
    const trails = new Trails();
    const points = Array.from({ length: 160 }, (_, n) => n);
    for (let from = 0; from < 30_000; from += 80) trails.update(new Map([[1, { ...LINE, from, points }]]), from);
    expect(trails.shown(0).lines[0]?.points.length).toBeLessThanOrEqual(20_000);
  });
});
