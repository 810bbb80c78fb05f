/** Shuffling: nothing is lost, nothing doubled, no order likelier than another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Random } from '../../tests/helpers/random.ts';
import { fromWords, shuffled } from './shuffle.ts';

describe('a shuffle', () => {
  it('keeps every card, once, and leaves the old order alone', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 90 }), fc.integer(), (cards, seed) => {
        const random = new Random(seed);
        const before = [...cards];
        const after = shuffled(cards, (below) => random.below(below));
        expect([...after].sort()).toEqual([...cards].sort());
        expect(cards).toEqual(before);
      }),
    );
  });

  it('gives each of the 24 orders of four cards alike: chi-square below 41.64, as 99 of 100 fair shuffles have it', () => {
    const random = new Random(20_261_122);
    const counts = new Map<string, number>();
    const rounds = 24_000;
    for (let n = 0; n < rounds; n++) {
      const order = shuffled(['bois', 'eau', 'feu', 'terre'], (below) => random.below(below)).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = rounds / 24;
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    expect(chi).toBeLessThan(41.64);
  });

  it('puts each of forty cards on top alike: chi-square below 62.43 with 39 degrees of freedom', () => {
    const random = new Random(7);
    const tops = new Array<number>(40).fill(0);
    const cards = tops.map((_, n) => n);
    const rounds = 20_000;
    for (let n = 0; n < rounds; n++) {
      const top = shuffled(cards, (below) => random.below(below)).at(-1) as number;
      tops[top] = (tops[top] ?? 0) + 1;
    }
    const chi = tops.reduce((sum, count) => sum + (count - rounds / 40) ** 2 / (rounds / 40), 0);
    expect(chi).toBeLessThan(62.43);
  });

  it('throws away words of the last, incomplete stretch, which would favour small numbers', () => {
    const words = [2 ** 32 - 1, 2 ** 32 - 2, 5];
    const draw = fromWords(() => words.shift() as number);
    // 2^32 is 3 × 1431655765 + 1: only the very last word is one too many.
    expect([draw(3), draw(3)]).toEqual([(2 ** 32 - 2) % 3, 5 % 3]);
    expect(words).toEqual([]);
  });
});
