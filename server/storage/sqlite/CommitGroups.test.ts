import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommitGroups } from './CommitGroups.ts';

describe('CommitGroups', () => {
  let posted: number[][];
  let groups: CommitGroups;

  beforeEach(() => {
    vi.useFakeTimers();
    posted = [];
    groups = new CommitGroups(
      (batches) => void posted.push(batches.map(({ id }) => id)),
      () => Date.now(),
    );
  });
  afterEach(() => {
    groups.stop();
    vi.useRealTimers();
  });

  it('lets a board that is alone wait for nobody', () => {
    groups.add(1, []);
    expect(posted).toEqual([[1]]);
    groups.answered(1);
    vi.advanceTimersByTime(50);
    groups.add(2, []);
    expect(posted).toEqual([[1], [2]]);
  });

  it('gathers what comes while a group is under way, in the order it came', () => {
    for (const id of [1, 2, 3]) groups.add(id, []);
    vi.advanceTimersByTime(50);
    expect(posted).toEqual([[1]]);
    groups.add(4, []);
    groups.answered(1);
    expect(posted).toEqual([[1], [2, 3, 4]]);
    groups.answered(2);
    groups.answered(3);
    vi.advanceTimersByTime(50);
    groups.add(5, []);
    expect(posted, 'the group of 2 is not answered yet').toHaveLength(2);
    groups.answered(4);
    expect(posted).toEqual([[1], [2, 3, 4], [5]]);
  });

  it('keeps groups apart where the disk is quick and much is written', () => {
    groups.add(1, []);
    groups.answered(1);
    groups.add(2, []);
    groups.add(3, []);
    expect(posted).toEqual([[1]]);
    vi.advanceTimersByTime(50);
    expect(posted).toEqual([[1], [2, 3]]);
  });

  it('posts what waits before anything else is asked, once', () => {
    for (const id of [1, 2, 3]) groups.add(id, []);
    groups.postNow();
    groups.postNow();
    expect(posted).toEqual([[1], [2, 3]]);
    for (const id of [1, 2, 3]) groups.answered(id);
    vi.advanceTimersByTime(50);
    expect(posted).toHaveLength(2);
  });

  it('posts nothing any more when it has stopped', () => {
    groups.add(1, []);
    groups.answered(1);
    groups.add(2, []);
    groups.stop();
    vi.advanceTimersByTime(50);
    expect(posted).toEqual([[1]]);
  });
});
