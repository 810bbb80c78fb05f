import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeOwnPresence, encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import type { Connection } from './Connection.ts';
import type { Intake, Live } from './Intake.ts';
import { RoomQueue } from './RoomQueue.ts';

const update = encodeSync(SYNC.update, new Uint8Array([0, 0]));
const step1 = encodeSync(SYNC.step1, new Uint8Array([0]));
const presence = encodeOwnPresence(new Uint8Array([1]));
const from = { isOpen: true, isLeaving: false, taken: () => undefined } as unknown as Connection;

let waitMs: number;
let taken: Uint8Array[];
let queue: RoomQueue;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] });
  [waitMs, taken] = [0, []];
  const log = {
    isBehind: false,
    get waitMs() {
      return waitMs;
    },
  };
  queue = new RoomQueue({
    intake: { plainUpdate: () => null } as unknown as Intake,
    live: () => ({ log }) as unknown as Live,
    isReadyFor: () => true,
    take: (_live, _from, frame) => void taken.push(frame),
    onBroken: () => undefined,
  });
});
afterEach(() => void vi.useRealTimers());

it('looks at once at an update that could be written now', async () => {
  queue.frame(from, update);
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual([update]);
});

it('lets updates wait together for the time when they can be written, and no longer', async () => {
  waitMs = 20;
  queue.frame(from, update);
  queue.frame(from, update);
  await vi.advanceTimersByTimeAsync(19);
  expect(taken).toEqual([]);
  queue.frame(from, update);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toHaveLength(3);
});

it.each([
  ['a question', step1],
  ['a live state', presence],
])('lets %s wait for nothing, and takes what came before it first', async (_what, frame) => {
  waitMs = 20;
  queue.frame(from, update);
  queue.frame(from, frame);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toEqual([update, frame]);
  await vi.advanceTimersByTimeAsync(50);
  expect(taken).toHaveLength(2);
});

it('lets a change asked for from outside wait for nothing', async () => {
  waitMs = 20;
  queue.frame(from, update);
  const begin = vi.fn();
  queue.change(begin, () => true);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toEqual([update]);
  expect(begin).toHaveBeenCalledOnce();
});

it('goes on waiting when a commit is done, and comes along with the one it waits for', async () => {
  waitMs = 20;
  queue.frame(from, update);
  queue.goOn();
  await vi.advanceTimersByTimeAsync(19);
  expect(taken).toEqual([]);
  queue.lastCall();
  expect(taken).toEqual([update]);
  await vi.advanceTimersByTimeAsync(50);
  expect(taken).toHaveLength(1);
});
