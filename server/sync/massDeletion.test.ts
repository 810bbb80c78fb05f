import { beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { type Deleted, MassDeletion } from './massDeletion.ts';

const notes = (count: number, from = 0, text = 'Ouvrir le samedi'): Deleted[] =>
  Array.from({ length: count }, (_, i) => ({ id: `n${from + i}`, value: { kind: 'note', text } }));

describe('the deletions of a participant', () => {
  let now: number;
  let policy: MassDeletion;
  /** Deletes one by one of a board of that size; answers how many passed. */
  const deletes = (count: number, size: number, from = 0): number => {
    let passed = 0;
    for (const note of notes(count, from)) {
      if (!policy.mayDelete('max', 1, size - passed)) continue;
      policy.note('max', [note]);
      passed++;
    }
    return passed;
  };

  beforeEach(() => {
    now = 1_000_000;
    policy = new MassDeletion(() => now);
  });

  it('pass one by one until they are many, and a fifth of the board', () => {
    expect(deletes(100, 60)).toBe(LIMITS.massDeletionElements);
    policy = new MassDeletion(() => now);
    expect(deletes(100, 200)).toBe(40);
    policy = new MassDeletion(() => now);
    expect(deletes(10, 10)).toBe(10);
  });

  it('do not pass at all when they come at once', () => {
    expect(policy.mayDelete('max', 60, 60)).toBe(false);
    expect(policy.caseOf('max')).toEqual({ participant: 'max', deleted: 0, held: 60 });
    expect(policy.mayDelete('ana', 3, 60)).toBe(true);
  });

  it('pass in the long run', () => {
    for (let round = 0; round < 10; round++) {
      expect(deletes(10, 40, round * 10)).toBe(10);
      now += LIMITS.massDeletionMs;
    }
    expect(policy.openCases()).toEqual([]);
  });

  it('are kept back until a facilitator allows them, then for a while not counted', () => {
    deletes(20, 60);
    now += 10 * LIMITS.massDeletionMs;
    expect(deletes(1, 60)).toBe(0);
    expect(policy.openCases()).toEqual([{ participant: 'max', deleted: 15, held: 6 }]);
    policy.allow('max');
    expect([policy.openCases(), policy.isHeld('max')]).toEqual([[], false]);
    expect(deletes(60, 60)).toBe(60);
    now += LIMITS.deletionAllowedMs;
    expect(deletes(60, 60)).toBe(LIMITS.massDeletionElements);
  });

  it('are held of all who take part when they are too many together', () => {
    const people = Array.from({ length: 10 }, (_, i) => `personne-${i}`);
    let passed = 0;
    for (const note of notes(100)) {
      const who = people[passed % 10] as string;
      if (!policy.mayDelete(who, 1, 100 - passed)) break;
      policy.note(who, [note]);
      passed++;
    }
    expect(passed).toBe(50);
    expect(people.filter((one) => policy.isHeld(one))).toEqual(people);
    // Whoever comes next may be the same person under another name, for as long as it is fresh.
    expect(policy.mayDelete('max', 1, 50)).toBe(false);
    expect(policy.take('personne-3')).toHaveLength(5);
    now += LIMITS.massDeletionMs;
    expect(policy.mayDelete('ana', 2, 50)).toBe(true);
  });

  it('of several pass in the long run', () => {
    for (let round = 0; round < 10; round++) {
      for (let i = 0; i < 4; i++) {
        expect(policy.mayDelete(`personne-${i}`, 10, 100)).toBe(true);
        policy.note(`personne-${i}`, notes(10, round * 40 + i * 10));
      }
      now += LIMITS.massDeletionMs;
    }
    expect(policy.openCases()).toEqual([]);
  });

  it('are handed over once, and the hold stays', () => {
    deletes(20, 60);
    expect(policy.take('max').map(({ id }) => id)).toEqual(notes(15).map(({ id }) => id));
    expect([policy.take('max'), policy.isHeld('max'), policy.openCases()]).toEqual([[], true, []]);
    expect(policy.mayDelete('max', 1, 60)).toBe(false);
    expect(policy.take('nobody')).toEqual([]);
  });

  it('are kept in bounded memory, the oldest giving way', () => {
    const long = 'x'.repeat(LIMITS.textChars);
    expect(policy.mayDelete('max', 4_000, 40_000)).toBe(true);
    policy.note('max', notes(4_000, 0, long));
    const kept = policy.take('max');
    expect(kept.length).toBeLessThan(800);
    expect(kept.at(-1)?.id).toBe('n3999');
  });
});
