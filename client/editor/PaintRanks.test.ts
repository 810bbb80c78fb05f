import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements, deleteElements, moveElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { BoardIndex } from './BoardIndex.ts';

const at = { x: 0, y: 0 };

/** Clusters, one of them within a frame, notes in all of them and on the wall. */
function begin({ clusters = 6, each = 8 } = {}) {
  const board = new BoardDoc();
  const [frame = ''] = createElements(board, 'create', [{ kind: 'frame', parent: null, at, size: [9000, 9000] }]);
  const areas = createElements(
    board,
    'create',
    Array.from({ length: clusters }, (_, n) => ({ kind: 'cluster', parent: n === 0 ? frame : null, at })),
  );
  const homes = [...areas, null];
  const notes = createElements(
    board,
    'create',
    homes.flatMap((parent) =>
      Array.from({ length: each }, () => ({ kind: 'note', parent, at, into: { before: null } })),
    ),
  );
  const index = new BoardIndex(board);
  while (index.prepare());
  return { board, index, homes, notes };
}

const everywhere = { x: -1e6, y: -1e6, w: 2e6, h: 2e6 };
const orderIn = (index: BoardIndex): ElementId[] => index.search(everywhere).map(({ id }) => id);

describe('the painting order', () => {
  it('is that of a board just opened, whatever was moved, made, deleted, folded or unfolded', () => {
    const step = fc.record({
      what: fc.constantFrom('before', 'last', 'create', 'delete', 'fold'),
      one: fc.nat(55),
      other: fc.nat(55),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
        const { board, index, homes, notes } = begin();
        for (const { what, one, other } of steps) {
          const id = notes[one % notes.length] as ElementId;
          const before = notes[other % notes.length] as ElementId;
          const home = homes[other % homes.length] as ElementId | null;
          if (what === 'before' && board.get(before))
            moveElements(board, 'move', [{ id, parent: board.tree.parent(before), to: at, into: { before } }]);
          if (what === 'last') moveElements(board, 'move', [{ id, parent: home, to: at, into: { before: null } }]);
          if (what === 'create') notes.push(...createElements(board, 'create', [{ kind: 'note', parent: home, at }]));
          if (what === 'delete') deleteElements(board, 'delete', [id]);
          if (what === 'fold' && home !== null) {
            const collapsed = board.get(home)?.props.collapsed ? undefined : true;
            board.edit('style', (write) => write.set(home, { props: { collapsed } }));
          }
          expect(orderIn(index)).toEqual(orderIn(new BoardIndex(board)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is worked out once, however many notes are put elsewhere among ten thousand in three hundred clusters', () => {
    const { board, index, notes } = begin({ clusters: 300, each: 33 });
    expect(index.timesRanked).toBe(1);
    for (let n = 0; n < 40; n++) {
      const id = notes[(n * 7919) % notes.length] as ElementId;
      const before = notes[(n * 104_729 + 50) % notes.length] as ElementId;
      moveElements(board, 'move', [{ id, parent: board.tree.parent(before), to: at, into: { before } }]);
      index.rank(id);
    }
    expect(index.timesRanked).toBe(1);
    expect(orderIn(index)).toEqual(orderIn(new BoardIndex(board)));
  });
});
