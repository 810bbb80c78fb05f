import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ElementId } from '../elements/ElementKind.ts';
import { BoardDoc } from './BoardDoc.ts';
import { elementsOf } from './layout.ts';

const SEED = 20261122;
/** Few ids, so that people meet: the same areas are put into one another, deleted and made again. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'n1', 'n2', 'n3'] as const;
const PARENTS = [...IDS, 'gone', null] as const;
const isArea = (id: string): boolean => id.length === 1;

type Step =
  | {
      readonly type: 'create';
      readonly by: number;
      readonly id: string;
      readonly parent: string | null;
      readonly z: number;
    }
  | {
      readonly type: 'place';
      readonly by: number;
      readonly id: string;
      readonly parent: string | null;
      readonly x: number;
    }
  | { readonly type: 'order'; readonly by: number; readonly id: string; readonly z: number }
  | { readonly type: 'delete'; readonly by: number; readonly id: string }
  | { readonly type: 'deliver'; readonly from: number; readonly to: number };

const PEOPLE = 3;
const person = fc.integer({ min: 0, max: PEOPLE - 1 });
const id = fc.constantFrom(...IDS);
const parent = fc.constantFrom(...PARENTS);
const z = fc.integer({ min: 0, max: 9 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('create' as const), by: person, id, parent, z }) },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('place' as const),
      by: person,
      id,
      parent,
      x: fc.integer({ min: -50, max: 50 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('order' as const), by: person, id, z }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('delete' as const), by: person, id }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('deliver' as const), from: person, to: person }) },
);

/** One person's copy; counts what leaves it, so that whoever only reads is seen to send nothing. */
class Copy {
  readonly board: BoardDoc;
  sent = 0;
  edits = 0;

  constructor(number: number) {
    const doc = new Y.Doc();
    // Ties between people fall the same way at every run.
    doc.clientID = number + 1;
    this.board = new BoardDoc(doc);
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') this.sent++;
    });
  }

  run(write: Parameters<BoardDoc['edit']>[1]): void {
    const before = this.sent;
    this.board.edit('test', write);
    if (this.sent > before) this.edits++;
  }

  take(from: Copy): void {
    this.board.applyRemote(Y.encodeStateAsUpdate(from.board.doc, Y.encodeStateVector(this.board.doc)));
  }
}

function play(steps: readonly Step[]): Copy[] {
  const copies = Array.from({ length: PEOPLE }, (_, n) => new Copy(n));
  for (const one of steps) {
    if (one.type === 'deliver') {
      copies[one.to]?.take(copies[one.from] as Copy);
      continue;
    }
    copies[one.by]?.run((write) => {
      if (one.type === 'create') {
        const { id: made, parent: into, z: at } = one;
        write.create({ id: made, kind: isArea(made) ? 'frame' : 'note', place: [into, 0, 0], z: `a${at}`, text: made });
      } else if (one.type === 'place') write.set(one.id, { place: [one.parent, one.x, 0] });
      else if (one.type === 'order') write.set(one.id, { z: `a${one.z}` });
      else write.delete(one.id);
    });
  }
  return copies;
}

/** Everybody has everything, by ways that differ. */
function meet(copies: readonly Copy[]): void {
  for (const to of copies) for (const from of copies) to.take(from);
  for (const to of [...copies].reverse()) for (const from of copies) to.take(from);
}

/** All that a tree says. */
const shapeOf = ({ tree, ids }: { tree: BoardDoc['tree']; ids: readonly ElementId[] }): unknown => ({
  parents: ids.map((one) => [one, tree.parent(one)]),
  children: [null, ...ids].map((one) => [one, tree.children(one)]),
  orphans: [...tree.orphans].sort(),
  walk: tree.descendants(null),
});
const shape = (board: BoardDoc): unknown => shapeOf({ tree: board.tree, ids: [...board.ids()].sort() });

const everyRun = (property: (copies: Copy[]) => void): void => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => property(play(steps))),
    { seed: SEED, numRuns: 250 },
  );
};

describe('the repair of places', () => {
  it('gives everybody the same tree, however their changes crossed', () => {
    everyRun((copies) => {
      meet(copies);
      const [first, ...others] = copies.map(({ board }) => shape(board));
      for (const other of others) expect(other).toEqual(first);
    });
  });

  it('keeps up change by change with what a fresh reading says', () => {
    everyRun((copies) => {
      for (const { board } of copies) {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, board.encodeState());
        expect(shape(board)).toEqual(shape(new BoardDoc(doc)));
      }
    });
  });

  it('has the order of a fresh reading, however many of an area change places in one edit', () => {
    const places = fc.array(fc.record({ n: fc.nat(19), z: fc.nat(40) }), { minLength: 1, maxLength: 12 });
    const keyOf = (value: number): string => `a${String(value).padStart(2, '0')}V`;
    fc.assert(
      fc.property(fc.array(places, { minLength: 1, maxLength: 6 }), (edits) => {
        const board = new BoardDoc();
        board.edit('create', (write) => {
          write.create({ id: 'a', kind: 'frame', place: [null, 0, 0], z: 'a0' });
          for (let n = 0; n < 20; n++) write.create({ id: `n${n}`, kind: 'note', place: ['a', 0, 0], z: keyOf(2 * n) });
        });
        for (const moves of edits) {
          board.tree.children('a');
          board.edit('order', (write) => {
            for (const { n, z } of moves) write.set(`n${n}`, { z: keyOf(z) });
          });
          expect(board.tree.children('a')).toEqual(new BoardDoc(board.doc).tree.children('a'));
        }
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('leaves no cycle and loses nothing: every element stands under the wall exactly once', () => {
    everyRun((copies) => {
      meet(copies);
      for (const { board } of copies) {
        const { tree } = board;
        expect([...tree.descendants(null)].sort()).toEqual([...board.ids()].sort());
        for (const one of board.ids()) {
          const path = tree.ancestors(one);
          expect(new Set([one, ...path]).size).toBe(path.length + 1);
          for (const above of path) expect(isArea(above)).toBe(true);
        }
      }
    });
  });

  it('sets on the wall only what cannot stand where it was put, and breaks a cycle at one place', () => {
    everyRun((copies) => {
      meet(copies);
      const board = copies[0]?.board as BoardDoc;
      for (const one of board.ids()) {
        const written = board.get(one)?.place[0] ?? null;
        const repaired = board.tree.parent(one);
        if (repaired === written) expect(board.tree.orphans.has(one)).toBe(false);
        else {
          expect(repaired).toBeNull();
          expect(board.tree.orphans.has(one)).toBe(true);
          const isPossible = written !== null && board.get(written) !== undefined && isArea(written);
          // What could stand there was the smallest of a ring.
          if (isPossible) expect(ringOf(board, one)[0]).toBe(one);
        }
      }
    });
  });

  it('is never written: who only reads sends nothing, and each place is one that somebody wrote', () => {
    everyRun((copies) => {
      meet(copies);
      for (const { board, sent, edits } of copies) {
        shape(board);
        expect(sent).toBe(edits);
        for (const [one, map] of elementsOf(board.doc).entries())
          expect(board.get(one)?.place).toEqual(map.get('place'));
      }
    });
  });
});

/** The ring of written parents an element is part of, the smallest id first; empty where there is none. */
function ringOf(board: BoardDoc, start: ElementId): ElementId[] {
  const ring = [start];
  for (let at = board.get(start)?.place[0] ?? null; at !== start; at = board.get(at)?.place[0] ?? null) {
    if (at === null || ring.includes(at)) return [];
    ring.push(at);
  }
  return ring.sort();
}
