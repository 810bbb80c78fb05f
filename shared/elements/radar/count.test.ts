/** Signals counted, each number found a second time by going through the notes one by one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Size } from '../ElementKind.ts';
import { NO_MARKS } from '../marks/Marks.ts';
import { countSignals, type Standing, widestGap } from './count.ts';
import { propsOfPreset, RADAR_PRESETS } from './presets.ts';
import { circleOf } from './where.ts';

const SIZE: Size = [1800, 1500];
const radar = { size: SIZE, props: propsOfPreset(RADAR_PRESETS[0] as (typeof RADAR_PRESETS)[number], 'fr') };

/** A note in the middle of a ring (0–2) and a sector (0–5) of the radar of the future. */
function signal(ring: number, sector: number, ...names: readonly string[]): Standing {
  const { middle, radius } = circleOf(SIZE);
  const angle = (Math.PI / 3) * (sector + 0.5);
  const distance = (radius * (ring + 0.5)) / 3;
  const tags = names.map((name) => ({ name, color: 'blue' as const }));
  return {
    element: { kind: 'note', marks: { ...NO_MARKS, tags } },
    frame: {
      x: middle.x + distance * Math.sin(angle) - 100,
      y: middle.y - distance * Math.cos(angle) - 100,
      w: 200,
      h: 200,
    },
  };
}

describe('the signals of a radar', () => {
  it('are counted a sector, a ring and a tag', () => {
    const tally = countSignals(radar, [
      signal(0, 1, 'citoyens'),
      signal(2, 1, 'citoyens'),
      signal(2, 1, 'experts'),
      signal(1, 4, 'citoyens', 'experts'),
      signal(1, 4),
      { element: { kind: 'note', marks: NO_MARKS }, frame: { x: 0, y: 0, w: 200, h: 200 } },
      { ...signal(0, 0), element: { kind: 'connector', marks: NO_MARKS } },
    ]);
    expect(tally.sectors.map(({ total }) => total)).toEqual([0, 3, 0, 0, 2, 0]);
    expect(tally.sectors[1]?.rings.map(({ total }) => total)).toEqual([1, 0, 2]);
    expect(Object.fromEntries(tally.sectors[1]?.tags ?? [])).toEqual({ citoyens: 2, experts: 1 });
    expect(Object.fromEntries(tally.sectors[4]?.rings[1]?.tags ?? [])).toEqual({ citoyens: 1, experts: 1, '': 1 });
    expect([tally.all.total, tally.outside]).toEqual([5, 1]);
    expect(tally.tags).toEqual(['citoyens', 'experts', '']);
  });

  it('add up: sectors to all, rings to their sector', () => {
    const anySignal = fc.record({
      ring: fc.integer({ min: 0, max: 2 }),
      sector: fc.integer({ min: 0, max: 5 }),
      tags: fc.uniqueArray(fc.constantFrom<string>('je le vois', 'je le souhaite', 'je le crains'), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anySignal, { maxLength: 40 }), (signals) => {
        const tally = countSignals(
          radar,
          signals.map(({ ring, sector, tags }) => signal(ring, sector, ...tags)),
        );
        expect(tally.all.total).toBe(signals.length);
        for (const [n, counted] of tally.sectors.entries()) {
          const here = signals.filter(({ sector }) => sector === n);
          expect(counted.total).toBe(here.length);
          expect(counted.rings.map(({ total }) => total)).toEqual(
            [0, 1, 2].map((ring) => here.filter((one) => one.ring === ring).length),
          );
          for (const tag of ['je le vois', 'je le souhaite', 'je le crains'])
            expect(counted.tags.get(tag) ?? 0).toBe(here.filter(({ tags }) => tags.includes(tag)).length);
          expect(counted.tags.get('') ?? 0).toBe(here.filter(({ tags }) => tags.length === 0).length);
        }
      }),
    );
  });

  it('differ most between two tags in the sector where their shares lie furthest apart', () => {
    const tally = countSignals(radar, [
      ...[0, 0, 1, 2].map((sector) => signal(0, sector, 'citoyens')),
      ...[0, 3, 3, 3, 1].map((sector) => signal(1, sector, 'experts')),
    ]);
    // Citizens: 2 of 4 live in the first sector, nobody in the fourth; experts: 1 of 5 and 3 of 5.
    expect(widestGap(tally, 'citoyens', 'experts')).toEqual({ sector: 's4', first: 0, second: 0.6 });
    expect(widestGap(tally, 'citoyens', 'personne')).toBeNull();
  });
});
