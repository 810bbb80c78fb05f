import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleWork } from './IdleWork.ts';

type Callback = (deadline: { timeRemaining(): number }) => void;

let now = 0;
let idle: Callback | null = null;

beforeEach(() => {
  now = 0;
  idle = null;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestIdleCallback', (callback: Callback) => {
    idle = callback;
    return 1;
  });
  vi.stubGlobal('cancelIdleCallback', () => {
    idle = null;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A spare moment of so many milliseconds. */
function spare(ms: number): void {
  const callback = idle;
  idle = null;
  callback?.({ timeRemaining: () => ms });
}

/** Pieces of a millisecond each, `left` of them. */
function pieces(left: number) {
  const done = { count: 0, slices: 0 };
  const work = new IdleWork((isOver) => {
    done.slices++;
    while (done.count < left) {
      done.count++;
      now += 1;
      if (isOver()) break;
    }
    return done.count < left;
  });
  return { work, done };
}

describe('IdleWork', () => {
  it('takes no more than a slice of a long spare moment, and goes on in the next', () => {
    const { work, done } = pieces(10);
    work.request();
    spare(50);
    expect(done.count).toBe(4);
    spare(50);
    spare(50);
    expect(done).toEqual({ count: 10, slices: 3 });
    expect(idle).toBeNull();
  });

  it('takes no more than the browser has to spare', () => {
    const { work, done } = pieces(10);
    work.request();
    spare(2);
    expect(done.count).toBe(2);
  });

  it('does nothing once it is disposed of', () => {
    const { work, done } = pieces(10);
    work.request();
    work.dispose();
    spare(50);
    expect(done.count).toBe(0);
  });

  it('works between the frames of a browser that tells of no spare moments', () => {
    vi.stubGlobal('requestIdleCallback', undefined);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { work, done } = pieces(6);
    work.request();
    vi.runAllTimers();
    expect(done).toEqual({ count: 6, slices: 2 });
  });
});
