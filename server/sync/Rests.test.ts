import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Rests } from './Rests.ts';

let over: [string, readonly number[]][];
let rests: Rests<string, number>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  over = [];
  rests = new Rests((sender, waiting) => void over.push([sender, waiting]));
});
afterEach(() => void vi.useRealTimers());

it('asks for no rest after ordinary work, and for several times as long after long work', () => {
  expect(Rests.after(20)).toBe(0);
  expect(Rests.after(300)).toBe(1_200);
});

it('keeps what comes of who rests, in its order, until the rest is over, and of nobody else', async () => {
  rests.begin('max', 500, [1, 2]);
  expect([rests.keeps('max', 3), rests.keeps('ana', 9)]).toEqual([true, false]);
  await vi.advanceTimersByTimeAsync(499);
  expect(over).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toEqual([['max', [1, 2, 3]]]);
  expect(rests.keeps('max', 4)).toBe(false);
});

it('gives everything back at once when it has to, and once', async () => {
  rests.begin('max', 500, [1]);
  rests.begin('ana', 900, []);
  rests.endAll();
  expect(over).toEqual([
    ['max', [1]],
    ['ana', []],
  ]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(over).toHaveLength(2);
});
