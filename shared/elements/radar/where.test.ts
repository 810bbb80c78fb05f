/** Ring and sector from a place, against first principles: sines and cosines on the right-hand side, nothing of the code under test. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../ElementKind.ts';
import { propsOfPreset, RADAR_PRESETS } from './presets.ts';
import { type RadarProps, ringsOf, sectorsOf } from './props.ts';
import { radar } from './radar.ts';
import { carryIn, circleOf, middleOf, whereIn } from './where.ts';

const SIZE: Size = [1800, 1500];
const future = propsOfPreset(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr');

/** `rings` and `sectors` with names that say their number. */
function radarOf(rings: number, sectors: number): RadarProps {
  const key = (n: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}`;
  return Object.fromEntries([
    ...Array.from({ length: rings }, (_, n) => [`ring:r${n}`, { name: `anneau ${n}`, z: key(n) }]),
    ...Array.from({ length: sectors }, (_, n) => [`sector:s${n}`, { name: `secteur ${n}`, z: key(n) }]),
  ]);
}

/** A note at an angle (degrees clockwise from the top) and a share of the radius. */
function noteAt(size: Size, degrees: number, share: number, w = 200, h = 200) {
  const { middle, radius } = circleOf(size);
  const angle = (degrees * Math.PI) / 180;
  const at = { x: middle.x + share * radius * Math.sin(angle), y: middle.y - share * radius * Math.cos(angle) };
  return { x: at.x - w / 2, y: at.y - h / 2, w, h };
}

describe('a note on a radar', () => {
  it('knows its ring from the centre and its sector clockwise from the top', () => {
    const names = (degrees: number, share: number) => {
      const where = whereIn({ size: SIZE, props: future }, noteAt(SIZE, degrees, share));
      return [where?.ring?.name, where?.sector?.name];
    };
    expect(names(1, 0.1)).toEqual(['Déjà là', 'Habiter']);
    expect(names(90, 0.5)).toEqual(['Dans 10 ans', 'Se déplacer']);
    expect(names(179, 0.9)).toEqual(['En 2040', 'Travailler']);
    expect(names(181, 0.9)).toEqual(['En 2040', 'Prendre soin']);
    expect(names(359, 0.4)).toEqual(['Dans 10 ans', 'Décider ensemble']);
  });

  it('is in none outside the circle, and in the last ring on its rim', () => {
    const here = { size: SIZE, props: future };
    expect(whereIn(here, noteAt(SIZE, 45, 1.001))).toBeNull();
    expect(whereIn(here, noteAt(SIZE, 45, 1))?.ring?.name).toBe('En 2040');
    expect(whereIn(here, { x: 0, y: 0, w: 200, h: 200 })).toBeNull();
  });

  it('knows both for any number of rings and sectors, at any size', () => {
    const anySize = fc.tuple(fc.integer({ min: 300, max: 9000 }), fc.integer({ min: 240, max: 9000 }));
    fc.assert(
      fc.property(
        anySize,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: 0, max: 15 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (size, rings, sectors, ring, sector, across, out) => {
          const [r, s] = [ring % rings, sector % sectors];
          const props = radarOf(rings, sectors);
          const where = whereIn(
            { size, props },
            noteAt(size, (360 * (s + across)) / sectors, (r + out) / rings, 40, 20),
          );
          expect([where?.ring?.id, where?.sector?.id]).toEqual([`r${r}`, `s${s}`]);
        },
      ),
    );
  });

  it('that is put into a ring and a sector without a pointer stands there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 16 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (rings, sectors, spread) => {
          const props = radarOf(rings, sectors);
          for (let ring = 0; ring < rings; ring++)
            for (let sector = 0; sector < sectors; sector++) {
              const { x, y } = middleOf(SIZE, { ring, rings, sector, sectors }, spread);
              const where = whereIn({ size: SIZE, props }, { x: x - 100, y: y - 100, w: 200, h: 200 });
              expect([where?.ring?.id, where?.sector?.id]).toEqual([`r${ring}`, `s${sector}`]);
            }
        },
      ),
    );
  });

  it('stays where it is when a ring goes, and is then in the one it stands in', () => {
    const frame = noteAt(SIZE, 30, 0.4);
    expect(whereIn({ size: SIZE, props: future }, frame)?.ring?.name).toBe('Dans 10 ans');
    const { 'ring:r3': _gone, ...two } = future;
    expect(whereIn({ size: SIZE, props: two as RadarProps }, frame)?.ring?.name).toBe('Déjà là');
  });

  it('stays in its ring and sector when the radar is made larger or smaller', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer({ min: 300, max: 4000 }), fc.integer({ min: 240, max: 4000 })),
        fc.double({ min: 0, max: 360, noNaN: true }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (after, degrees, share) => {
          const { x, y } = carryIn(SIZE, after, noteAt(SIZE, degrees, share));
          const [w, h] = [200, 200];
          const expected = noteAt(after, degrees, share);
          expect([x, y, w, h]).toEqual([
            expect.closeTo(expected.x, 6),
            expect.closeTo(expected.y, 6),
            expected.w,
            expected.h,
          ]);
        },
      ),
    );
  });
});

describe('the rings and sectors of a radar', () => {
  it('stand in the order of their keys, ties by id, and show as many as there is room for', () => {
    const props = {
      'ring:b': { name: 'deux', z: 'a1' },
      'ring:a': { name: 'un', z: 'a1' },
      'ring:c': { name: 'zéro', z: 'a0' },
    };
    expect(ringsOf(props as RadarProps).map(({ name }) => name)).toEqual(['zéro', 'un', 'deux']);
    expect(ringsOf(radarOf(12, 20))).toHaveLength(8);
    expect(sectorsOf(radarOf(12, 20))).toHaveLength(16);
  });

  it('are refused where they are not names in an order', () => {
    for (const wrong of [
      { name: 'x'.repeat(61), z: 'a0' },
      { name: 'sans ordre' },
      { name: 'trop', z: 'a0', more: 1 },
      'Déjà là',
      null,
    ])
      expect(radar.parse({ 'ring:r1': wrong }).ok).toBe(false);
    expect(radar.parse({ 'column:c1': { name: 'x', z: 'a0' } }).ok).toBe(false);
    expect(radar.parse(future)).toEqual({ ok: true, value: future });
  });
});
