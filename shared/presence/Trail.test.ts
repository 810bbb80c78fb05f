import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { encodePresenceState, parsePresence } from './Presence.ts';
import { readTrail, TRAIL_POINTS, type Trail, trailOf } from './Trail.ts';

const LINE = { id: 'line-1', kind: 'stroke', color: 'blue', width: 4 } as const;

describe('a trail', () => {
  it('goes out with its last points, and says how many came before', () => {
    const points = Array.from({ length: 2 * (TRAIL_POINTS + 10) }, (_, n) => n + 0.4);
    const trail = trailOf(LINE, points);
    expect(trail.from).toBe(10);
    expect(trail.points).toHaveLength(2 * TRAIL_POINTS);
    expect(trail.points.slice(0, 2)).toEqual([20, 21]);
    expect(readTrail(JSON.parse(JSON.stringify(trail)))).toEqual(trail);
  });

  it('stays within the size of a presence, at the far corner of the wall and beside a large selection', () => {
    const points = Array.from({ length: 2 * TRAIL_POINTS }, () => -LIMITS.coordinate);
    const trail = trailOf({ ...LINE, id: 'abcdefghijklmnopqrstu', highlighter: true }, points);
    const payload = encodePresenceState({
      cursor: [-999_999.123, -999_999.123],
      selection: Array.from({ length: 500 }, (_, n) => `${n}`.padStart(21, 'n')),
      trail,
    });
    expect(payload.length).toBeLessThanOrEqual(LIMITS.presenceBytes);
    expect(parsePresence(payload).trail).toEqual(trail);
  });

  it('comes through though many hands hold something at the same time', () => {
    const points = Array.from({ length: 2 * TRAIL_POINTS }, () => -LIMITS.coordinate);
    const trail = trailOf(LINE, points);
    const ids = Array.from({ length: 60 }, (_, n) => `${n}`.padStart(21, 'n'));
    const by = [-999_999, -999_999] as const;
    const drags = Array.from({ length: 9 }, () => ({ ids: ids.slice(0, 2), by }));
    const payload = encodePresenceState({ trail, drag: { ids, by }, drags });
    expect(payload.length).toBeLessThanOrEqual(LIMITS.presenceBytes);
    expect(parsePresence(payload)).toMatchObject({ trail, drag: { by } });
  });

  it('is left out where it is not one, and the rest is read', () => {
    const wrong: unknown[] = [
      null,
      'trail',
      { ...LINE, from: 0, points: [1] },
      { ...LINE, from: 0, points: [1, 0.5] },
      { ...LINE, from: 0, points: [1, '2'] },
      { ...LINE, from: 0, points: Array.from({ length: 5000 }, () => 1) },
      { ...LINE, from: -1, points: [] },
      { ...LINE, from: 0, points: [1e9, 0] },
      { ...LINE, kind: 'rocket', from: 0, points: [] },
      { ...LINE, color: 'beige', from: 0, points: [] },
      { ...LINE, width: 1e6, from: 0, points: [] },
      { ...LINE, id: '../../etc', from: 0, points: [] },
    ];
    for (const trail of wrong) {
      const payload = encodePresenceState({ cursor: [1, 2], trail: trail as Trail });
      expect(parsePresence(payload)).toEqual({ cursor: [1, 2] });
    }
    fc.assert(fc.property(fc.anything(), (value) => readTrail(value) === null));
  });
});
