/** Areas that arrange what lies in them: what people see is derived, the same everywhere, and costs what changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readContributions } from '../../tests/helpers/contributions.ts';
import { CLUSTER } from '../elements/cluster/layOutCluster.ts';
import type { ElementId, Props } from '../elements/ElementKind.ts';
import { paintOrder } from '../elements/paintScene.ts';
import { intersects } from '../geometry/box.ts';
import { BoardDoc } from './BoardDoc.ts';
import { History } from './History.ts';
import { insertionAt, stepFrom } from './insertion.ts';
import { mergeElements } from './merging.ts';
import { createElements, deleteElements, duplicateElements, moveElements } from './operations.ts';

const WORDS = readContributions().map(({ text }) => text);

function cluster(board: BoardDoc, at: { x: number; y: number }, props: Props = {}, parent: ElementId | null = null) {
  const draft = { kind: 'cluster', parent, at, size: [448, 160] as const, props, text: 'Se déplacer' };
  return createElements(board, 'create', [draft])[0] as ElementId;
}

function notes(board: BoardDoc, parent: ElementId | null, count: number, at = { x: 0, y: 5_000 }): ElementId[] {
  const drafts = Array.from({ length: count }, (_, n) => ({ kind: 'note', parent, at, text: WORDS[n] ?? '' }));
  return createElements(board, 'create', drafts);
}

const line = (board: BoardDoc, area: ElementId): readonly ElementId[] => board.tree.children(area);

/** All that people see of a board. */
const seen = (board: BoardDoc) =>
  [...board.ids()]
    .sort()
    .map((id) => [id, board.frame(id), board.isHidden(id), board.tree.parent(id), board.get(id)?.size]);

describe('an area that arranges its content', () => {
  it('shows its notes in lines, grows with them, and writes nothing of it', () => {
    const board = new BoardDoc();
    const area = cluster(board, { x: 100, y: 50 });
    expect(board.frame(area)).toEqual({ x: 100, y: 50, w: 448, h: CLUSTER.header + CLUSTER.empty });
    const [a, b, c] = notes(board, area, 3) as [string, string, string];
    expect([a, b, c].map((id) => board.tree.origin(id))).toEqual([
      { x: 116, y: 98 },
      { x: 332, y: 98 },
      { x: 116, y: 314 },
    ]);
    expect(board.get(area)?.size).toEqual([448, 48 + 416 + 16]);
    expect(board.written(area)?.size).toEqual([448, 160]);
    expect([board.bounds(area), board.frame(area)?.h]).toEqual([{ x: 100, y: 50, w: 448, h: 480 }, 480]);
  });

  it('puts what is dropped where it is dropped, and writes nothing where nothing would look different', () => {
    const board = new BoardDoc();
    const area = cluster(board, { x: 0, y: 0 });
    const [a, b, c] = notes(board, area, 3) as [string, string, string];
    const [d] = notes(board, null, 1) as [string];
    let edits = 0;
    board.onEdit(() => edits++);
    moveElements(board, 'move', [{ id: d, parent: area, to: { x: 130, y: 60 } }]);
    expect(line(board, area)).toEqual([a, d, b, c]);
    moveElements(board, 'move', [{ id: c, parent: area, to: { x: 10, y: 50 } }]);
    expect(line(board, area)).toEqual([c, a, d, b]);
    moveElements(board, 'move', [{ id: c, parent: area, to: { x: 12, y: 52 } }]);
    expect(edits).toBe(2);
    moveElements(board, 'move', [{ id: a, parent: null, to: { x: 900, y: 40 } }]);
    expect([line(board, area), board.tree.origin(a)]).toEqual([[c, d, b], { x: 900, y: 40 }]);
  });

  it('comes between two that were put at one place by two people at once', () => {
    const mine = new BoardDoc();
    const area = cluster(mine, { x: 0, y: 0 });
    const theirs = new BoardDoc();
    theirs.applyRemote(mine.encodeState());
    for (const board of [mine, theirs])
      createElements(board, 'create', [{ kind: 'note', parent: area, at: { x: 0, y: 0 } }]);
    mine.applyRemote(theirs.encodeState());
    const [first, second] = line(mine, area) as [string, string];
    expect(mine.get(first)?.z).toBe(mine.get(second)?.z);
    const [between] = notes(mine, null, 1) as [string];
    moveElements(mine, 'move', [{ id: between, parent: area, to: { x: 0, y: 0 }, into: { before: second } }]);
    expect(line(mine, area)).toEqual([first, between, second]);
    // Whoever may not bring others into another order leaves them their keys.
    const keys = [first, second].map((id) => mine.get(id)?.z);
    const [last] = notes(mine, null, 1) as [string];
    const mayMove = (): boolean => false;
    moveElements(mine, 'move', [{ id: last, parent: area, to: { x: 0, y: 0 }, into: { before: second } }], { mayMove });
    expect([first, second].map((id) => mine.get(id)?.z)).toEqual(keys);
  });

  it('hides what a closed cluster holds, with what leads there, and shows it at the same place again', () => {
    const board = new BoardDoc();
    const area = cluster(board, { x: 0, y: 0 });
    const [a, b] = notes(board, area, 2) as [string, string];
    const [out] = notes(board, null, 1) as [string];
    const props = { from: { id: a, x: 0, y: 0 }, to: { id: out, x: 0, y: 0 } };
    const [lead] = createElements(board, 'create', [
      { kind: 'connector', parent: null, at: { x: 0, y: 0 }, props },
    ]) as [string];
    const before = seen(board);
    expect([board.hidesNone, board.get(lead)?.problem]).toEqual([true, undefined]);
    board.edit('fold', (write) => write.set(area, { props: { collapsed: true } }));
    expect([a, b, lead, out, area].map((id) => board.isHidden(id))).toEqual([true, true, true, false, false]);
    expect(board.get(area)?.size).toEqual([448, CLUSTER.header]);
    expect(paintOrder(board)).toEqual([area, out]);
    board.edit('fold', (write) => write.set(area, { props: { collapsed: undefined } }));
    expect(seen(board)).toEqual(before);
  });

  it('tells everybody who is shown elsewhere: the others of the line, an area around that grows, and what lies deeper', () => {
    const board = new BoardDoc();
    const outer = cluster(board, { x: 0, y: 0 }, { layout: 'column' });
    const inner = cluster(board, { x: 0, y: 0 }, {}, outer);
    const [below] = notes(board, outer, 1, { x: 0, y: 9_000 }) as [string];
    const [deep] = notes(board, inner, 1) as [string];
    const changes: Set<string>[] = [];
    board.onChange(({ changed }) => changes.push(new Set(changed)));
    const [second, third] = notes(board, inner, 2) as [string, string];
    expect(changes.at(-1)).toEqual(new Set([second, third, inner, outer, below]));
    deleteElements(board, 'delete', [deep]);
    expect(changes.at(-1)).toEqual(new Set([second, third, inner, outer, below]));
  });

  it('goes back with undo: the order, the area, and what was merged', () => {
    const board = new BoardDoc();
    const history = new History(board);
    const one = cluster(board, { x: 0, y: 0 });
    const two = cluster(board, { x: 900, y: 0 });
    notes(board, one, 3);
    notes(board, two, 2);
    const before = seen(board);
    history.seal();
    board.edit('resize', (write) => write.set(one, { size: [900, 500] }));
    expect(board.get(one)?.size).toEqual([900, CLUSTER.header + 200 + CLUSTER.padding]);
    expect(history.undo()?.skipped).toEqual([]);
    expect(seen(board)).toEqual(before);
    mergeElements(board, 'merge', one, [two], { before: line(board, one)[1] as string });
    expect([board.get(two), line(board, one).length]).toEqual([undefined, 5]);
    history.undo();
    expect(seen(board)).toEqual(before);
    history.redo();
    expect(line(board, one).length).toBe(5);
  });

  it('is not merged with one that is locked, nor with one that it lies in; what may not be moved keeps its order', () => {
    const board = new BoardDoc();
    const one = cluster(board, { x: 0, y: 0 });
    const inner = cluster(board, { x: 0, y: 0 }, {}, one);
    const locked = cluster(board, { x: 900, y: 0 });
    const other = cluster(board, { x: 1_800, y: 0 });
    for (const area of [one, inner, locked, other]) notes(board, area, 2);
    board.edit('lock', (write) => write.set(locked, { lock: true }));
    const before = seen(board);
    mergeElements(board, 'merge', inner, [one]);
    mergeElements(board, 'merge', other, [locked]);
    expect(seen(board)).toEqual(before);
    mergeElements(board, 'merge', other, [locked], { before: null }, { evenLocked: true });
    expect([board.get(locked), line(board, other).length]).toEqual([undefined, 4]);
    // Two with one key, between which something comes.
    const [first, second] = line(board, inner) as [string, string];
    board.edit('twins', (write) => write.set(second, { z: board.get(first)?.z ?? '' }));
    const [low, high] = line(board, inner) as [string, string];
    const keys = [low, high].map((id) => board.get(id)?.z);
    mergeElements(board, 'merge', inner, [other], { before: high }, { mayMove: () => false });
    expect([low, high].map((id) => board.get(id)?.z)).toEqual(keys);
    expect(line(board, inner)).toHaveLength(6);
  });

  it('leaves its content where it is shown when it goes, and copies it whole with the width that people wished', () => {
    const board = new BoardDoc();
    const area = cluster(board, { x: 100, y: 100 }, { collapsed: true });
    const inside = notes(board, area, 3);
    const places = inside.map((id) => board.tree.origin(id));
    const [copy] = duplicateElements(board, 'duplicate', [area], { x: 0, y: 1_000 }) as [string];
    expect(board.written(copy)?.size).toEqual(board.written(area)?.size);
    expect(line(board, copy).map((id) => board.get(id)?.text)).toEqual(inside.map((id) => board.get(id)?.text));
    deleteElements(board, 'dissolve', [area]);
    expect(inside.map((id) => board.tree.origin(id))).toEqual(places);
    expect(board.hidesNone).toBe(false);
  });

  it('goes one place by an arrow key, and stops at the edge', () => {
    const board = new BoardDoc();
    const area = cluster(board, { x: 0, y: 0 });
    const [a, b, c, d] = notes(board, area, 4) as [string, string, string, string];
    expect(stepFrom(board, a, 'left')).toBeNull();
    expect(stepFrom(board, a, 'up')).toBeNull();
    expect(stepFrom(board, a, 'right')).toEqual({ before: c });
    expect(stepFrom(board, a, 'down')).toEqual({ before: d });
    expect(stepFrom(board, d, 'up')).toEqual({ before: b });
    expect(stepFrom(board, d, 'right')).toBeNull();
    expect(insertionAt(board, area, null)).toEqual({ before: null });
  });
});

/** One random act of sorting. */
type Act = {
  readonly type: 'note' | 'move' | 'delete' | 'fold' | 'layout' | 'merge';
  readonly a: number;
  readonly b: number;
};
const ACT = fc.record<Act>({
  type: fc.constantFrom('note', 'move', 'move', 'move', 'delete', 'fold', 'layout', 'merge'),
  a: fc.nat(40),
  b: fc.nat(40),
});

function act(board: BoardDoc, { type, a, b }: Act): void {
  const ids = [...board.ids()].sort();
  const id = ids[a % ids.length];
  const areas = ids.filter((one) => board.get(one)?.kind === 'cluster');
  const area = areas[b % Math.max(1, areas.length)] ?? null;
  if (id === undefined) return;
  if (type === 'note') notes(board, area, 1, { x: a * 20, y: b * 20 });
  else if (type === 'move')
    moveElements(board, 'move', [{ id, parent: b % 4 === 0 ? null : area, to: { x: a * 9, y: b * 9 } }]);
  else if (type === 'delete') deleteElements(board, 'delete', [id]);
  else if (type === 'merge' && area !== null && board.get(id)?.kind === 'cluster')
    mergeElements(board, 'merge', area, [id]);
  else if (type === 'fold') board.edit('fold', (write) => write.set(area ?? '', { props: { collapsed: a % 2 === 0 } }));
  else if (type === 'layout')
    board.edit('style', (write) => write.set(area ?? '', { props: { layout: ['grid', 'column', 'pile'][a % 3] } }));
}

describe('arrangements of two who work at once', () => {
  it('come out the same from the same document, whatever the order of arrival, and as if it had just been opened', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), ACT), { maxLength: 25 }), fc.boolean(), (acts, early) => {
        const mine = new BoardDoc();
        const area = cluster(mine, { x: 0, y: 0 });
        cluster(mine, { x: 900, y: 0 });
        notes(mine, area, 4);
        const theirs = new BoardDoc();
        theirs.applyRemote(mine.encodeState());
        for (const [n, [isMine, one]] of acts.entries()) {
          act(isMine ? mine : theirs, one);
          if (early && n % 5 === 0) theirs.applyRemote(mine.encodeState());
        }
        const [own, other] = [mine.encodeState(), theirs.encodeState()];
        mine.applyRemote(other);
        theirs.applyRemote(own);
        const opened = new BoardDoc();
        opened.applyRemote(mine.encodeState());
        expect(seen(theirs)).toEqual(seen(mine));
        expect(seen(opened)).toEqual(seen(mine));
      }),
      { numRuns: 150 },
    );
  });

  it('never lay one note over another in lines and columns, and keep the order', () => {
    const sizes = fc.array(fc.tuple(fc.integer({ min: 20, max: 600 }), fc.integer({ min: 20, max: 600 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        sizes,
        fc.constantFrom('grid', 'column'),
        fc.integer({ min: 160, max: 3_000 }),
        (all, layout, width) => {
          const board = new BoardDoc();
          const area = createElements(board, 'create', [
            { kind: 'cluster', parent: null, at: { x: 0, y: 0 }, size: [width, 160], props: { layout } },
          ])[0] as string;
          const drafts = all.map((size) => ({
            kind: 'note',
            parent: area,
            at: { x: 0, y: 0 },
            size,
            into: { before: null },
          }));
          const ids = createElements(board, 'create', drafts);
          const frames = ids.map((id) => board.frame(id) as NonNullable<ReturnType<BoardDoc['frame']>>);
          const holder = board.frame(area) as (typeof frames)[0];
          expect(line(board, area)).toEqual(ids);
          // Never wider than people wish, but where one alone is.
          const widest = Math.max(0, ...all.map(([w]) => w));
          expect(holder.w).toBe(Math.max(width, widest + 2 * CLUSTER.padding));
          for (const [n, frame] of frames.entries()) {
            expect(frame.y).toBeGreaterThanOrEqual(CLUSTER.header);
            expect(frame.x + frame.w).toBeLessThanOrEqual(holder.w);
            expect(frame.y + frame.h).toBeLessThanOrEqual(holder.h);
            for (const other of frames.slice(n + 1)) expect(intersects(frame, other)).toBe(false);
            const next = frames[n + 1];
            if (next) expect(next.y > frame.y || (next.y === frame.y && next.x > frame.x)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('ten thousand notes in three hundred clusters', () => {
  const CLUSTERS = 300;
  const PER = 33;
  const full = (): { board: BoardDoc; areas: ElementId[]; within: ElementId[][] } => {
    const doc = new Y.Doc();
    const board = new BoardDoc(doc);
    const areas = createElements(
      board,
      'create',
      Array.from({ length: CLUSTERS }, (_, n) => ({
        kind: 'cluster',
        parent: null,
        at: { x: (n % 20) * 900, y: n * 30 },
      })),
    );
    const at = { x: 0, y: 0 };
    const drafts = areas.flatMap((parent) =>
      Array.from({ length: PER }, () => ({ kind: 'note', parent, at, into: { before: null } })),
    );
    const ids = createElements(board, 'create', drafts);
    return { board, areas, within: areas.map((_, n) => ids.slice(n * PER, (n + 1) * PER)) };
  };

  it('are worked out once each when the board is opened, and one by one when one changes', () => {
    const { board, areas, within } = full();
    const opened = new BoardDoc();
    opened.applyRemote(board.encodeState());
    expect(opened.arrangements.made).toBe(CLUSTERS);
    const made = (write: () => void): number => {
      const before = opened.arrangements.made;
      write();
      return opened.arrangements.made - before;
    };
    const [first = ''] = within[0] ?? [];
    const typing = (): void =>
      opened.edit('typing', (write) => write.splice(first, { at: 0, remove: 0, insert: 'Vélo' }));
    expect(made(typing)).toBe(0);
    const across = (): void =>
      moveElements(opened, 'move', [{ id: first, parent: areas[7] ?? null, to: { x: 0, y: 0 } }]);
    expect(made(across)).toBe(2);
    const whole = (): void =>
      moveElements(opened, 'move', [{ id: areas[9] ?? '', parent: null, to: { x: 5, y: 9_999 } }]);
    expect(made(whole)).toBe(0);
    let changed = 0;
    opened.onChange((change) => {
      changed = change.changed.size;
    });
    opened.edit('style', (write) => write.set(areas[3] ?? '', { props: { layout: 'column' } }));
    expect(changed).toBeLessThanOrEqual(PER + 1);
  });

  it('costs a board without such areas nothing', () => {
    const board = new BoardDoc();
    notes(board, null, 500);
    expect(board.arrangements.made).toBe(0);
    expect(board.hidesNone).toBe(true);
  });

  it('survives areas nested five thousand deep', () => {
    const doc = new Y.Doc();
    const elements = doc.getMap('elements');
    doc.transact(() => {
      for (let n = 0; n < 5_000; n++) {
        const map = new Y.Map<unknown>();
        const keys = {
          kind: 'cluster',
          place: [n === 0 ? null : `c${n - 1}`, 0, 0],
          size: [300, 160],
          z: 'a0',
          layout: 'grid',
        };
        for (const [key, value] of Object.entries(keys)) map.set(key, value);
        elements.set(`c${n}`, map);
      }
    });
    const board = new BoardDoc(doc);
    expect(board.get('c0')?.size[0]).toBe(300 + 4_999 * 2 * CLUSTER.padding);
  });
});
