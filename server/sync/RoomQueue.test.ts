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
let isReady: boolean;
let work: (frame: Uint8Array) => void;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] });
  [waitMs, taken, isReady] = [0, [], true];
  work = () => undefined;
  const session = { person: (id: string) => ({ role: 'participant', removed: id === 'removed' }) };
  const log = {
    isBehind: false,
    get waitMs() {
      return waitMs;
    },
  };
  queue = new RoomQueue({
    intake: { plainUpdate: () => null } as unknown as Intake,
    live: () => ({ log, session }) as unknown as Live,
    isReadyFor: () => isReady,
    take: (_live, _from, frame) => {
      taken.push(frame);
      work(frame);
    },
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

it('lets who needs long for one message rest, with all they sent, while the others go on', async () => {
  const [heavy, light] = [encodeSync(SYNC.step2, new Uint8Array([1])), encodeSync(SYNC.step2, new Uint8Array([2]))];
  const max = { ...from, hold: () => undefined, release: () => undefined } as unknown as Connection;
  work = (frame) => {
    if (frame === heavy) vi.advanceTimersByTime(100);
  };
  queue.frame(max, heavy);
  queue.frame(max, step1);
  queue.frame(from, light);
  queue.frame(max, presence);
  await vi.advanceTimersByTimeAsync(1);
  queue.frame(max, update);
  expect(taken).toEqual([heavy, light]);
  await vi.advanceTimersByTimeAsync(390);
  expect(taken).toEqual([heavy, light]);
  await vi.advanceTimersByTimeAsync(20);
  expect(taken).toEqual([heavy, light, step1, presence, update]);
});

it('takes what somebody wrote who has gone since, and nothing of who was sent away or may no longer', async () => {
  const gone = { isOpen: false, isLeaving: false, isShutOut: false, person: { id: 'ana', role: 'participant' } };
  const of = (more: object): Connection => ({ ...from, ...gone, ...more }) as unknown as Connection;
  queue.frame(of({}), update);
  queue.frame(of({}), step1);
  queue.frame(of({}), presence);
  queue.frame(of({ isShutOut: true }), update);
  queue.frame(of({ person: { id: 'ana', role: 'facilitator' } }), update);
  queue.frame(of({ person: { id: 'removed', role: 'participant' } }), update);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toEqual([update]);

  // It waits for what has to be read first, like all others.
  isReady = false;
  queue.frame(of({}), update);
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toHaveLength(1);
  isReady = true;
  queue.schedule();
  await vi.advanceTimersByTimeAsync(1);
  expect(taken).toHaveLength(2);
});
