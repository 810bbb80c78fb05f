/** Edits of a whole board at once: what they walk is counted, and nesting of any depth costs no stack. */
import { describe, expect, it } from 'vitest';
import type { Element, ElementId } from '../elements/ElementKind.ts';
import { BoardDoc, type Edit, type EditEntry } from './BoardDoc.ts';
import { History, joinSteps, NUDGE } from './History.ts';
import { leftBy } from './leaving.ts';
import { duplicateElements, reorderElements } from './operations.ts';

const MANY = 2_000;
/** Far below one look at every note for each note. */
const FEW_EACH = 60;

/** How many items of arrays are walked or spread meanwhile. */
function walkedBy(run: () => void): number {
  const own = Array.prototype[Symbol.iterator];
  let walked = 0;
  Array.prototype[Symbol.iterator] = function (this: unknown[]) {
    walked += this.length;
    return own.call(this);
  };
  try {
    run();
  } finally {
    Array.prototype[Symbol.iterator] = own;
  }
  return walked;
}

/** How many times something is looked up in a map meanwhile. */
function looksBy(run: () => void): number {
  const own = Map.prototype.get;
  let looks = 0;
  Map.prototype.get = function (this: Map<unknown, unknown>, key: unknown) {
    looks++;
    return own.call(this, key);
  };
  try {
    run();
  } finally {
    Map.prototype.get = own;
  }
  return looks;
}

function wallWith(kind: string): { readonly board: BoardDoc; readonly notes: readonly ElementId[] } {
  const board = new BoardDoc();
  const notes = Array.from({ length: MANY }, (_, n) => `avis-${n}`);
  board.edit('import', (write) => {
    const at = { size: [200, 200] as const, z: 'a0', props: {} };
    write.create({ id: 'zone', kind, place: [null, 0, 0], ...at, text: '' });
    for (const id of notes) write.create({ id, kind: 'note', place: ['zone', 0, 0], ...at, text: 'Plus de bus' });
  });
  return { board, notes };
}

describe('an edit of two thousand notes', () => {
  it('by a key that is held looks at each once, also where the next press has them in another order', () => {
    let reads = 0;
    const element = (id: ElementId, x: number): Element => ({ id, place: [null, x, 0] }) as unknown as Element;
    const states = [0, 1, 2].map((x) => Array.from({ length: MANY }, (_, n) => element(`avis-${n}`, x)));
    const step = (from: number, isTurned = false): Edit => {
      const entries = Array.from({ length: MANY }, (_, n): EditEntry => {
        const at = isTurned ? MANY - 1 - n : n;
        return {
          get id() {
            reads++;
            return `avis-${at}`;
          },
          before: states[from]?.[at] ?? null,
          after: states[from + 1]?.[at] ?? null,
        };
      });
      return { label: NUDGE, at: from, entries };
    };
    for (const isTurned of [false, true]) {
      reads = 0;
      const joined = joinSteps(step(0), step(1, isTurned));
      expect(joined?.entries.every(({ before, after }) => before?.place[1] === 0 && after?.place[1] === 2)).toBe(true);
      expect(reads).toBeLessThanOrEqual(4 * MANY);
    }
  });

  it('that leave an area copies no list for each of them, whatever the area', () => {
    for (const kind of ['frame', 'deck']) {
      const { board, notes } = wallWith(kind);
      const moves = notes.map((id) => ({ id, parent: null }));
      expect(walkedBy(() => leftBy(board, moves))).toBeLessThan(FEW_EACH * MANY);
    }
  });

  it('that come to the front copies no list for each of them', () => {
    const { board, notes } = wallWith('frame');
    expect(walkedBy(() => reorderElements(board, 'order', notes, 'front'))).toBeLessThan(FEW_EACH * MANY);
    expect(board.tree.children('zone')).toHaveLength(MANY);
  });
});

/** As deep as a board has elements: nobody nests so, but somebody may import it. */
const DEEP = 20_000;

/** Areas, each in the one before; the first on the wall, or in the last. */
function nested({ isRing = false } = {}): BoardDoc {
  const board = new BoardDoc();
  board.edit('import', (write) => {
    for (let n = 0; n < DEEP; n++) {
      const parent = n > 0 ? `zone-${n - 1}` : isRing ? `zone-${DEEP - 1}` : null;
      const place = [parent, 10, 10] as const;
      write.create({ id: `zone-${n}`, kind: 'frame', place, size: [200, 200], z: 'a0', props: {}, text: '' });
    }
  });
  return board;
}

describe('areas nested twenty thousand deep', () => {
  it('are copied whole, in one step of undo', () => {
    const board = nested();
    const history = new History(board);
    const [copy = ''] = duplicateElements(board, 'duplicate', ['zone-0'], { x: 400, y: 0 });
    expect([board.size, board.tree.descendants(copy).length]).toEqual([2 * DEEP, DEEP - 1]);
    history.undo();
    expect([board.size, board.get(copy)]).toEqual([DEEP, undefined]);
  });

  it('are read with a few looks at each, be they a tower or a ring', () => {
    for (const isRing of [false, true]) {
      const { doc } = nested({ isRing });
      let board: BoardDoc | null = null;
      const looks = looksBy(() => {
        board = new BoardDoc(doc);
      });
      expect((board as BoardDoc | null)?.tree.children(null)).toEqual(['zone-0']);
      expect(looks).toBeLessThan(FEW_EACH * DEEP);
    }
  });
});
