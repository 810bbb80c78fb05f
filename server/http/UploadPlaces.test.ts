/** Who gets a place for a file, and who loses it: by a clock that stands still until it is moved. */
import { afterEach, describe, expect, it } from 'vitest';
import { type IncomingFile, longestUploadMs, UploadPlaces } from './UploadPlaces.ts';

describe('UploadPlaces', () => {
  let now = 0;
  const places = new UploadPlaces(() => now);
  const leaving: (() => void)[] = [];
  afterEach(() => {
    for (const leave of leaving.splice(0)) leave();
  });

  /** A file on its way; `bytes` come when the test says so. */
  const file = (who: string, address = 'salle') => {
    const state = { bytes: 0, isWhole: false, isLost: false };
    const leave = places.enter({
      ...{ who, address },
      received: () => state.bytes,
      isWhole: () => state.isWhole,
      onLost: () => {
        state.isLost = true;
      },
    } satisfies IncomingFile);
    if (leave) leaving.push(leave);
    return { state, leave };
  };
  const second = (...coming: readonly (readonly [{ state: { bytes: number } }, number])[]): void => {
    now += 1_000;
    for (const [{ state }, bytes] of coming) state.bytes += bytes;
    places.check();
  };

  it('gives four to a person, sixteen to an address, twenty-four in all, and each back', () => {
    const own = [1, 2, 3, 4, 5].map(() => file('ana').leave !== null);
    expect(own).toEqual([true, true, true, true, false]);
    const room = Array.from({ length: 14 }, (_, n) => file(`room-${n}`).leave !== null);
    expect(room.filter(Boolean)).toHaveLength(12);
    const home = Array.from({ length: 10 }, (_, n) => file(`home-${n}`, `home-${n}`).leave !== null);
    expect(home.filter(Boolean)).toHaveLength(8);
    leaving.shift()?.();
    expect(file('ana').leave).not.toBeNull();
    expect(file('bruno', 'ailleurs').leave).toBeNull();
  });

  it('takes a place from what trickles, and leaves it to a thin line', () => {
    const trickle = file('ana');
    const thin = file('bruno');
    for (let n = 0; n < 20; n++) second([trickle, 1_000], [thin, 20_000]);
    expect([trickle.state.isLost, thin.state.isLost]).toEqual([true, false]);
  });

  it('leaves their places to all that share one line of a megabit: each photo of theirs arrives', () => {
    const photos = Array.from({ length: 16 }, (_, n) => file(`salle-${n}`));
    const each = 125_000 / photos.length;
    // Now one has more of the line, now another.
    for (let n = 0; n < 280; n++)
      second(...photos.map((photo, at) => [photo, (at + n) % 2 === 0 ? each * 1.8 : each * 0.2] as const));
    expect(photos.map(({ state }) => [state.isLost, state.bytes > 2_000_000])).toEqual(photos.map(() => [false, true]));
  });

  it('gives no file more than eleven minutes, one that does not say how long it is two, whatever their pace', () => {
    const MINUTE = 60_000;
    expect(longestUploadMs(10_000_000)).toBe(11 * MINUTE);
    expect(longestUploadMs(2_500_000)).toBeLessThan(11 * MINUTE);
    expect(longestUploadMs(2_500_000), 'a photo on a thin line').toBeGreaterThan((2_500_000 / 4_096) * 1_000);
    expect(longestUploadMs(undefined)).toBe(2 * MINUTE);
  });

  it('takes a place from what falls silent, however much had come', () => {
    const silent = file('ana');
    second([silent, 4_000_000]);
    for (let n = 0; n < 9; n++) second();
    expect(silent.state.isLost).toBe(false);
    second();
    expect(silent.state.isLost).toBe(true);
  });

  it('asks nothing of a line in its first seconds, and nothing of a file that is all there', () => {
    const [late, whole] = [file('ana'), file('bruno')];
    whole.state.isWhole = true;
    for (let n = 0; n < 4; n++) second();
    expect(late.state.isLost).toBe(false);
    for (let n = 0; n < 60; n++) second();
    expect([late.state.isLost, whole.state.isLost]).toEqual([true, false]);
  });
});
