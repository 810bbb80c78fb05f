import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../storage/memory/MemoryStorage.ts';
import type { Write } from '../storage/Storage.ts';
import { isSnapshotDue, RoomLog } from './RoomLog.ts';

const MiB = 1024 * 1024;

it('takes a snapshot when the log has outgrown the last one, and never of a small log', () => {
  expect(isSnapshotDue(MiB, 0)).toBe(false);
  expect(isSnapshotDue(MiB + 1, 0)).toBe(true);
  expect(isSnapshotDue(2 * MiB, 3 * MiB)).toBe(false);
  expect(isSnapshotDue(3 * MiB + 1, 3 * MiB)).toBe(true);
});

describe('the log of a room', () => {
  let commits: Write[][];
  let finish: (() => void)[];
  let encoded: number;
  let beforeWrite: () => void;
  const update = new Uint8Array(64);

  const open = (paceMs: number, options: { tailBytes?: number; snapshotBytes?: number } = {}): RoomLog => {
    const storage = new MemoryStorage();
    storage.commit = (batch) => {
      commits.push([...batch]);
      return new Promise((resolve) => finish.push(resolve));
    };
    return new RoomLog({
      storage,
      board: 'marche',
      doc: 'board',
      seq: 0,
      snapshotBytes: 0,
      tailBytes: 0,
      ...options,
      paceMs: () => paceMs,
      encodeState: () => {
        encoded++;
        return new Uint8Array(2 * MiB);
      },
      beforeWrite: () => beforeWrite(),
      onDurable: () => undefined,
      onPaused: () => undefined,
      onLost: (error) => {
        throw error;
      },
    });
  };
  const typesOf = (): string[][] => commits.map((batch) => batch.map(({ type }) => type));
  const settle = async (): Promise<void> => {
    for (const done of finish.splice(0)) done();
    await vi.advanceTimersByTimeAsync(0);
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'performance'] });
    [commits, finish, encoded] = [[], [], 0];
    beforeWrite = () => undefined;
  });
  afterEach(() => void vi.useRealTimers());

  it('writes at once after a pause, and at the room’s pace what comes faster', async () => {
    const log = open(20);
    expect(log.waitMs).toBe(0);
    log.append(update, []);
    await vi.advanceTimersByTimeAsync(1);
    expect(commits).toHaveLength(1);
    await settle();
    log.append(update, []);
    log.append(update, []);
    await vi.advanceTimersByTimeAsync(10);
    expect(commits).toHaveLength(1);
    expect(log.waitMs).toBeGreaterThan(0);
    await vi.advanceTimersByTimeAsync(10);
    expect(typesOf()).toEqual([['append'], ['append', 'append']]);
    await settle();
    await vi.advanceTimersByTimeAsync(500);
    log.append(update, []);
    await vi.advanceTimersByTimeAsync(1);
    expect(commits).toHaveLength(3);
  });

  it('takes along what waited for the commit that had to wait', async () => {
    const log = open(20);
    log.append(update, []);
    await vi.advanceTimersByTimeAsync(1);
    await settle();
    log.append(update, []);
    beforeWrite = () => void log.append(update, []);
    await vi.advanceTimersByTimeAsync(20);
    expect(typesOf()).toEqual([['append'], ['append', 'append']]);
  });

  it('counts what is on disk already, and from a snapshot on begins to count anew', async () => {
    const log = open(0, { tailBytes: 2 * MiB, snapshotBytes: 2 * MiB });
    for (let i = 0; i < 3; i++) {
      log.append(update, []);
      await vi.advanceTimersByTimeAsync(1);
      await settle();
    }
    expect(typesOf()).toEqual([['append', 'snapshot'], ['append'], ['append']]);
    expect(commits[0]?.[1]).toMatchObject({ seq: 1 });
    expect(encoded).toBe(1);
  });

  it('writes what was taken in, and no snapshot any more, once its document is not to be trusted', async () => {
    const log = open(0, { tailBytes: 2 * MiB });
    log.append(update, []);
    let isEnded = false;
    void log.end().then(() => {
      isEnded = true;
    });
    await vi.advanceTimersByTimeAsync(1);
    expect(isEnded).toBe(false);
    await settle();
    expect([typesOf(), encoded, isEnded]).toEqual([[['append']], 0, true]);
    void log.compact();
    await vi.advanceTimersByTimeAsync(1);
    expect([commits.length, encoded]).toEqual([1, 0]);
  });
});
