/** 200 people put something at one and the same spot: the same order everywhere, and keys that stay short. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { BoardDoc } from './BoardDoc.ts';
import { createElements } from './operations.ts';
import { keysBetween } from './order.ts';

const INSERTS = 200;

/** A board whose wall holds two notes, and copies of it for others. */
function boards(count: number): BoardDoc[] {
  const first = new BoardDoc();
  createElements(first, 'create', [
    { kind: 'note', parent: null, at: { x: 0, y: 0 } },
    { kind: 'note', parent: null, at: { x: 0, y: 0 } },
  ]);
  const all = [first, ...Array.from({ length: count - 1 }, () => new BoardDoc())];
  for (const other of all) other.applyRemote(first.encodeState());
  return all;
}

const meet = (all: readonly BoardDoc[]): void => {
  for (const one of all) for (const other of all) if (one !== other) other.applyRemote(one.encodeState());
};

/** Puts a note between the last two of the lower part: always the same spot, approached from a side. */
function insert(board: BoardDoc, side: 'above' | 'below', anchor: string): void {
  const order = board.tree.children(null);
  const at = order.indexOf(anchor);
  const [lower, upper] = side === 'above' ? [anchor, order[at + 1]] : [order[at - 1], anchor];
  const zOf = (id: string | undefined): string | null => (id === undefined ? null : (board.get(id)?.z ?? null));
  const [z = 'a0'] = keysBetween(zOf(lower), zOf(upper), 1);
  board.edit('create', (write) => {
    write.create({ kind: 'note', place: [null, 0, 0], z });
  });
}

describe('order', () => {
  it('is the same for all after 200 inserts at one spot, with keys of at most 64 characters', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            who: fc.integer({ min: 0, max: 2 }),
            side: fc.constantFrom('above' as const, 'below' as const),
            meets: fc.integer({ min: 0, max: 11 }).map((n) => n === 0),
          }),
          { minLength: INSERTS, maxLength: INSERTS },
        ),
        (steps) => {
          const all = boards(3);
          const anchor = all[0]?.tree.children(null)[0] ?? '';
          for (const { who, side, meets } of steps) {
            insert(all[who] as BoardDoc, side, anchor);
            if (meets) meet(all);
          }
          meet(all);
          const [order, ...others] = all.map((board) => board.tree.children(null));
          for (const other of others) expect(other).toEqual(order);
          const keys = [...(all[0] as BoardDoc).elements()].map(({ z }) => z);
          expect(keys.length).toBe(INSERTS + 2);
          expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(LIMITS.zChars);
        },
      ),
      { numRuns: 3 },
    );
  });

  it('puts each of 200 right beside the first, in the order in which they came', () => {
    const [board] = boards(1) as [BoardDoc];
    const anchor = board.tree.children(null)[0] ?? '';
    const before = board.tree.children(null);
    const made: string[] = [];
    for (let n = 0; n < INSERTS; n++) {
      const known = new Set(board.ids());
      insert(board, 'above', anchor);
      made.push([...board.ids()].find((id) => !known.has(id)) ?? '');
    }
    expect(board.tree.children(null)).toEqual([anchor, ...made.reverse(), ...before.slice(1)]);
  });
});
