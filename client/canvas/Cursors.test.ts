import { describe, expect, it } from 'vitest';
import type { Peer } from '../editor/PresencePort.ts';
import { Cursors } from './Cursors.ts';

const at = (x: number): ReadonlyMap<number, Peer> =>
  new Map([
    [
      7,
      {
        entry: { connection: 7, participant: 'ben', name: 'Ben', role: 'participant', hue: 2 },
        presence: { cursor: [x, 0] },
      },
    ],
  ]);

describe('Cursors', () => {
  it('glide to where the pointer is within 120 ms', () => {
    const cursors = new Cursors(() => false);
    cursors.update(at(0), 0);
    cursors.update(at(100), 1000);
    const x = (now: number) => cursors.shown(now)[0]?.at.x ?? Number.NaN;
    expect(x(1000)).toBe(0);
    expect(x(1060)).toBeGreaterThan(50);
    expect(x(1120)).toBe(100);
    expect([cursors.nextChange(1060), cursors.nextChange(1200)]).toEqual([1060, 11_000]);
  });
  it('jump for those who asked for less motion', () => {
    const cursors = new Cursors(() => true);
    cursors.update(at(0), 0);
    cursors.update(at(100), 1000);
    expect(cursors.shown(1000)[0]?.at.x).toBe(100);
  });
  it('fade when they rest for ten seconds, and come back when they move', () => {
    const cursors = new Cursors(() => false);
    cursors.update(at(0), 0);
    expect(cursors.shown(9_999)[0]?.opacity).toBe(1);
    expect(cursors.shown(10_200)[0]?.opacity).toBeCloseTo(0.5);
    expect(cursors.shown(10_400)).toEqual([]);
    expect(cursors.nextChange(10_400)).toBeNull();
    cursors.update(at(5), 20_000);
    expect(cursors.shown(20_000)[0]?.opacity).toBe(1);
  });
  it('go when the person leaves the board', () => {
    const cursors = new Cursors(() => false);
    cursors.update(at(0), 0);
    cursors.update(new Map(), 10);
    expect(cursors.shown(10)).toEqual([]);
  });
});
