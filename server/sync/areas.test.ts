import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { Random } from '../../tests/helpers/random.ts';
import { areasOf, type Standing } from './areas.ts';

const frame = (parent: string | null): Standing => ({ kind: 'frame', place: [parent, 0, 0] });
const board = (elements: Readonly<Record<string, Standing>>) => (id: string) => elements[id] ?? null;

describe('areasOf', () => {
  it('goes from the parent up to the wall', () => {
    const standing = board({ cadre: frame('table'), table: frame(null) });
    expect(areasOf('n', ['cadre', 0, 0], standing)).toEqual(['cadre', 'table']);
    expect(areasOf('n', [null, 0, 0], standing)).toEqual([]);
  });

  it('ends at what is gone, cannot hold anything, or is no place', () => {
    const standing = board({ cadre: frame('gone'), note: { kind: 'note', place: ['cadre', 0, 0] } });
    expect(areasOf('n', ['cadre', 0, 0], standing)).toEqual(['cadre']);
    expect(areasOf('n', ['note', 0, 0], standing)).toEqual([]);
    for (const place of [undefined, null, 7, 'cadre', [7], {}]) expect(areasOf('n', place, standing)).toEqual([]);
  });

  it('breaks cycles where every page breaks them', () => {
    const standing = board({ a: frame('c'), b: frame('a'), c: frame('b') });
    expect(areasOf('a', ['c', 0, 0], standing)).toEqual([]);
    expect(areasOf('b', ['a', 0, 0], standing)).toEqual(['a']);
    expect(areasOf('c', ['b', 0, 0], standing)).toEqual(['b', 'a']);
    expect(areasOf('n', ['c', 0, 0], standing)).toEqual(['c', 'b', 'a']);
    expect(areasOf('s', ['s', 0, 0], board({ s: frame('s') }))).toEqual([]);
  });

  it('finds what every page finds, on 200 boards of areas thrown into each other', () => {
    const random = new Random(2_026);
    for (let round = 0; round < 200; round++) {
      const board = new BoardDoc();
      const ids = Array.from({ length: 2 + random.below(9) }, (_, i) => `e${i}`);
      board.edit('x', (write) => {
        for (const id of ids) {
          const kind = random.below(5) === 0 ? 'note' : 'frame';
          const parent = random.below(4) === 0 ? null : random.pick([...ids, 'gone']);
          write.create({ id, kind, place: [parent, 0, 0], size: [200, 200], z: 'a0' });
        }
      });
      const standing = (id: string) => board.get(id) ?? null;
      for (const id of ids) {
        expect([round, id, areasOf(id, board.get(id)?.place, standing)]).toEqual([round, id, board.tree.ancestors(id)]);
      }
    }
  });

  it('does not go up for ever', () => {
    const standing = (id: string): Standing => frame(`${Number(id) + 1}`);
    expect(areasOf('n', ['0', 0, 0], standing).length).toBe(64);
  });
});
