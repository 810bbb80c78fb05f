import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { Signers } from './Signers.ts';

/** A board that takes 30 ms to look through. */
const LOOK_MS = 30;

describe('Signers', () => {
  let looks: number;
  let now: number;
  let signers: Signers;
  const doc = new Y.Doc();

  beforeEach(() => {
    vi.useFakeTimers();
    looks = 0;
    now = 0;
    const look = (): ReadonlySet<string> => {
      looks++;
      now += LOOK_MS;
      return new Set([`lea-${looks}`]);
    };
    signers = new Signers(look, () => now);
  });
  afterEach(() => void vi.useRealTimers());

  it('looks once while nothing changes, and again after a change', async () => {
    expect([...signers.of(1, doc), ...signers.of(1, doc)]).toEqual(['lea-1', 'lea-1']);
    await signers.rested(1);
    expect([...signers.of(2, doc)]).toEqual(['lea-2']);
  });

  it('answers a crowd that asks while everything changes by one look, and rests in between', async () => {
    signers.of(1, doc);
    const answers: string[] = [];
    for (let n = 0; n < 50; n++) void signers.rested(2).then(() => void answers.push(...signers.of(2, doc)));
    await vi.advanceTimersByTimeAsync(20 * LOOK_MS - 1);
    expect([answers.length, looks]).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect([answers.length, new Set(answers), looks]).toEqual([50, new Set(['lea-2']), 2]);
  });
});
