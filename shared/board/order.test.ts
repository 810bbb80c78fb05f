import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../protocol/limits.ts';
import { BoardDoc } from './BoardDoc.ts';
import { createElements } from './operations.ts';
import { keysBetween } from './order.ts';

describe('keysBetween', () => {
  it('finds 200 places at one spot with keys of at most 64 characters', () => {
    const low = keysBetween(null, null, 1)[0] as string;
    let high = keysBetween(low, null, 1)[0] as string;
    for (let insert = 0; insert < 200; insert++) {
      const [key] = keysBetween(low, high, 1) as [string];
      expect(key > low && key < high).toBe(true);
      expect(key.length).toBeLessThanOrEqual(LIMITS.zChars);
      high = key;
    }
  });

  it('stays right above the lower one where its neighbours are equal', () => {
    expect((keysBetween('a5', 'a5', 1)[0] as string) > 'a5').toBe(true);
  });

  it('gives keys that can be stored whatever its neighbours are', () => {
    const anyKey = fc.option(fc.string({ maxLength: 70 }));
    fc.assert(
      fc.property(anyKey, anyKey, fc.integer({ min: 0, max: 5 }), (below, above, count) => {
        const keys = keysBetween(below, above, count);
        expect(keys).toHaveLength(count);
        for (const key of keys) expect(key).toMatch(/^[0-9A-Za-z]{1,64}$/);
        expect(keys).toEqual([...keys].sort());
      }),
      { examples: [['a ', 'W000 ', 2]] },
    );
  });
});

describe('what comes on top', () => {
  it('lies above all that was put there in order, also where a stranger’s key leaves no room above it', () => {
    for (const kind of ['frame', 'cluster']) {
      const board = new BoardDoc();
      const [area = ''] = createElements(board, 'create', [{ kind, parent: null, at: { x: 0, y: 0 } }]);
      const put = (): string =>
        createElements(board, 'create', [{ kind: 'note', parent: area, at: { x: 0, y: 5_000 } }])[0] ?? '';
      const first = put();
      board.edit('stranger', (write) =>
        write.create({ id: 'top', kind: 'note', place: [area, 0, 0], z: 'z'.repeat(LIMITS.zChars) }),
      );
      const more = [put(), put(), put()];
      expect(board.tree.children(area)).toEqual([first, ...more, 'top']);
    }
  });
});
