import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../shared/geometry/box.ts';
import { center, union } from '../../shared/geometry/box.ts';
import { rotate } from '../../shared/geometry/rotation.ts';
import { HANDLES, type Handle, handlePoint } from './handles.ts';
import { type Member, pullTogether, pullTurned, turned } from './reshaping.ts';

const LIMITS = { min: [40, 40], max: [4000, 4000], keepAspect: false } as const;
const frames: fc.Arbitrary<Box> = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  w: fc.integer({ min: 40, max: 800 }),
  h: fc.integer({ min: 40, max: 800 }),
});
const angles = fc.integer({ min: -179, max: 180 });
const pulls = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -900, max: 900 }) });
const opposite: Readonly<Record<Handle, Handle>> = {
  nw: 'se',
  ne: 'sw',
  se: 'nw',
  sw: 'ne',
  n: 's',
  e: 'w',
  s: 'n',
  w: 'e',
};

describe('pulling a turned element', () => {
  it('leaves what lies opposite where it is seen, to a unit', () => {
    fc.assert(
      fc.property(frames, angles, fc.constantFrom(...HANDLES), pulls, (frame, angle, handle, by) => {
        const after = pullTurned(frame, angle, handle, by, LIMITS);
        const still = opposite[handle];
        const was = rotate(handlePoint(frame, still), center(frame), angle);
        const is = rotate(handlePoint(after, still), center(after), angle);
        expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('follows the hand along its own sides', () => {
    const square = { x: 0, y: 0, w: 100, h: 100 };
    // Turned by a quarter, its right side is seen below: pulling down makes it wider.
    expect(pullTurned(square, 90, 'e', { x: 0, y: 50 }, LIMITS)).toMatchObject({ w: 150, h: 100 });
    expect(pullTurned(square, 90, 'e', { x: 50, y: 0 }, LIMITS)).toMatchObject({ w: 100, h: 100 });
  });

  it('grows about its middle with alt', () => {
    fc.assert(
      fc.property(frames, angles, fc.constantFrom(...HANDLES), pulls, (frame, angle, handle, by) => {
        const after = pullTurned(frame, angle, handle, by, { ...LIMITS, fromMiddle: true });
        const [was, is] = [center(frame), center(after)];
        expect(Math.hypot(was.x - is.x, was.y - is.y)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('pulling several at once', () => {
  const member = (id: string, frame: Box, rest: Partial<Member> = {}): Member => ({
    id,
    frame,
    min: [20, 20],
    max: [4000, 4000],
    resize: 'free',
    ...rest,
  });
  const two = [member('a', { x: 0, y: 0, w: 100, h: 100 }), member('b', { x: 300, y: 100, w: 100, h: 100 })];
  const around = { x: 0, y: 0, w: 400, h: 200 };

  it('scales places and sizes about the opposite corner', () => {
    const done = pullTogether(two, around, 'se', { x: 400, y: 200 }, { keepAspect: false });
    expect([...done]).toEqual([
      ['a', { frame: { x: 0, y: 0, w: 200, h: 200 } }],
      ['b', { frame: { x: 600, y: 200, w: 200, h: 200 } }],
    ]);
  });

  it('keeps proportions with shift, and the middle with alt', () => {
    const even = pullTogether(two, around, 'e', { x: 400, y: 0 }, { keepAspect: true });
    expect(even.get('b')?.frame).toMatchObject({ w: 200, h: 200 });
    const middle = pullTogether(two, around, 'se', { x: 200, y: 100 }, { keepAspect: false, fromMiddle: true });
    expect(union([...middle.values()].map(({ frame }) => frame))).toEqual({ x: -200, y: -100, w: 800, h: 400 });
  });

  it('makes nothing smaller than its kind allows, and leaves the height of texts alone', () => {
    const texts = [
      member('text', { x: 0, y: 0, w: 100, h: 30 }, { resize: 'width', min: [80, 20] }),
      member('fixed', { x: 300, y: 100, w: 100, h: 100 }, { resize: 'none' }),
    ];
    const done = pullTogether(texts, around, 'se', { x: -380, y: -190 }, { keepAspect: false });
    expect(done.get('text')?.frame).toMatchObject({ w: 80, h: 30 });
    expect(done.get('fixed')?.frame).toMatchObject({ w: 100, h: 100 });
  });

  it('keeps the opposite side where it is', () => {
    fc.assert(
      fc.property(
        fc.array(frames, { minLength: 2, maxLength: 12 }),
        fc.constantFrom(...HANDLES),
        pulls,
        (all, handle, by) => {
          const members = all.map((frame, n) => member(String(n), frame, { min: [1, 1], max: [1e6, 1e6] }));
          const box = union(all) as Box;
          const done = pullTogether(members, box, handle, by, { keepAspect: false });
          const corner = handlePoint(box, opposite[handle]);
          const after = union([...done.values()].map(({ frame }) => frame)) as Box;
          const still = handlePoint(after, opposite[handle]);
          expect(Math.abs(still.x - corner.x)).toBeLessThanOrEqual(1);
          expect(Math.abs(still.y - corner.y)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('turning', () => {
  const frame = { x: -50, y: -50, w: 100, h: 100 };
  const below = { x: 0, y: 80 };

  it('follows the hand around the middle in whole degrees', () => {
    expect(turned(frame, 0, below, { x: -80, y: 0 }, false)).toBe(90);
    expect(turned(frame, 30, below, { x: -40, y: 69.3 }, false)).toBe(60);
  });

  it('takes steps of 15 degrees with shift, and stands upright when nearly so', () => {
    expect(turned(frame, 0, below, { x: -30, y: 80 }, true)).toBe(15);
    expect(turned(frame, 0, below, { x: -2, y: 80 }, false)).toBe(0);
    expect(turned(frame, 0, below, { x: -80, y: 1 }, false)).toBe(90);
  });
});
