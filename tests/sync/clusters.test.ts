/**
 * Many hands sorting one heap over a real server: whatever two do to the same note or the same cluster at the same moment, every note is on
 * the board exactly once, says what it said, and everybody sees the same clusters. What clusters show is derived: it is compared too.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { mergeElements } from '../../shared/board/merging.ts';
import { createElements, deleteElements, moveElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { readContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { connect, contentOf, type RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const PEOPLE = 20;
const NOTES = 60;
const ACTS = 30;
const SEEDS = [1, 2, 3, 4];
const WORDS = readContributions().map(({ text }) => text);
const PATIENCE = { timeoutMs: 60_000, everyMs: 20 };

const isCluster = (board: BoardDoc, id: ElementId | null): boolean =>
  id !== null && board.get(id)?.props.layout !== undefined;
const clustersOf = (board: BoardDoc): ElementId[] => [...board.ids()].filter((id) => isCluster(board, id)).sort();
const notesOf = (board: BoardDoc): ElementId[] => [...board.ids()].filter((id) => !isCluster(board, id)).sort();

/** All that people see of a board. */
const seen = (board: BoardDoc) =>
  [...board.ids()].sort().map((id) => [id, board.frame(id), board.isHidden(id), board.tree.parent(id)]);

/** A cluster of these, as « Regrouper » makes one. */
function gather(board: BoardDoc, name: string, ids: readonly ElementId[]): ElementId {
  const [id] = createElements(board, 'cluster', [{ kind: 'cluster', parent: null, at: { x: 0, y: 0 }, text: name }]);
  const into = { before: null };
  moveElements(
    board,
    'cluster',
    ids.map((one) => ({ id: one, parent: id as ElementId, to: { x: 0, y: 0 }, into })),
  );
  return id as ElementId;
}

const drop = (board: BoardDoc, id: ElementId, parent: ElementId | null, x = 20, y = 60): void => {
  const origin = parent === null ? { x: 0, y: 0 } : board.tree.origin(parent);
  moveElements(board, 'move', [{ id, parent, to: { x: origin.x + x, y: origin.y + y } }]);
};

describe('sorting together', () => {
  let server: InProcessServer;
  let created: CreatedBoard;
  const clients: RawClient[] = [];

  const arrive = async (): Promise<RawClient> => {
    const client = await connect(server, created.id, created.secrets.participate);
    clients.push(client);
    return client.synced();
  };
  /** People at a board with a heap of notes, and what the notes say. */
  const workshop = async (people: number, notes: number) => {
    const all = await Promise.all(Array.from({ length: people }, arrive));
    const [first] = all as [RawClient];
    const drafts = Array.from({ length: notes }, (_, n) => ({
      ...{ kind: 'note', parent: null, id: `note-${n}`, text: WORDS[n] ?? '' },
      at: { x: (n % 10) * 220, y: 2_000 + Math.floor(n / 10) * 220 },
    }));
    const ids = createElements(first.board, 'create', drafts);
    await eventually(() => expect(all.every(({ board }) => board.size === notes)).toBe(true), PATIENCE);
    return { all, ids, words: new Map(drafts.map(({ id, text }) => [id, text])) };
  };
  /** Everything is saved, and everybody has the same board with every note on it, once. */
  const expectOneBoard = async (
    all: readonly RawClient[],
    words: ReadonlyMap<ElementId, string>,
  ): Promise<BoardDoc> => {
    await Promise.all(all.map((client) => client.allSaved()));
    const late = await arrive();
    await eventually(() => {
      for (const { doc } of all) expect(contentOf(doc)).toEqual(contentOf(late.doc));
    }, PATIENCE);
    for (const { board } of [...all, late]) {
      expect(seen(board)).toEqual(seen(late.board));
      const standing = board.tree.descendants(null).filter((id) => words.has(id));
      expect(standing.sort()).toEqual([...words.keys()].sort());
      expect(new Map(notesOf(board).map((id) => [id, board.get(id)?.text]))).toEqual(new Map([...words].sort()));
    }
    return late.board;
  };

  beforeEach(async () => {
    server = await startServer();
    created = await server.createBoard({ title: 'Contributions citoyennes' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  it('puts a note that two drop into two clusters into one of them', async () => {
    const { all, ids, words } = await workshop(2, 6);
    const [ana, bruno] = all as [RawClient, RawClient];
    const one = gather(ana.board, 'Mobilité', ids.slice(0, 2));
    const two = gather(ana.board, 'Logement', ids.slice(2, 4));
    await eventually(() => expect(bruno.board.tree.children(two).length).toBe(2));
    drop(ana.board, ids[5] as string, one);
    drop(bruno.board, ids[5] as string, two);
    const board = await expectOneBoard(all, words);
    expect([one, two]).toContain(board.tree.parent(ids[5] as string));
    expect(board.tree.children(one).length + board.tree.children(two).length).toBe(5);
  });

  it('keeps a note that is dropped into a cluster which another dissolves', async () => {
    const { all, ids, words } = await workshop(2, 4);
    const [ana, bruno] = all as [RawClient, RawClient];
    const one = gather(ana.board, 'Mobilité', ids.slice(0, 3));
    await eventually(() => expect(bruno.board.tree.children(one).length).toBe(3));
    drop(ana.board, ids[3] as string, one);
    deleteElements(bruno.board, 'dissolve', [one]);
    const board = await expectOneBoard(all, words);
    expect([board.get(one), board.tree.parent(ids[3] as string)]).toEqual([undefined, null]);
  });

  it('keeps all notes of two clusters that two people merge, each into the other', async () => {
    const { all, ids, words } = await workshop(2, 6);
    const [ana, bruno] = all as [RawClient, RawClient];
    const one = gather(ana.board, 'Mobilité', ids.slice(0, 3));
    const two = gather(ana.board, 'Transports', ids.slice(3));
    await eventually(() => expect(bruno.board.tree.children(two).length).toBe(3));
    mergeElements(ana.board, 'merge', one, [two]);
    mergeElements(bruno.board, 'merge', two, [one]);
    await expectOneBoard(all, words);
  });

  it('keeps all notes of a cluster of which one splits a part off while another merges it away', async () => {
    const { all, ids, words } = await workshop(2, 6);
    const [ana, bruno] = all as [RawClient, RawClient];
    const one = gather(ana.board, 'Mobilité', ids.slice(0, 4));
    const two = gather(ana.board, 'Transports', ids.slice(4));
    await eventually(() => expect(bruno.board.tree.children(two).length).toBe(2));
    const part = gather(ana.board, 'Vélo', ids.slice(0, 2));
    mergeElements(bruno.board, 'merge', two, [one]);
    const board = await expectOneBoard(all, words);
    expect([board.get(one), isCluster(board, part), isCluster(board, two)]).toEqual([undefined, true, true]);
  });

  it('gives two who drop at one place at once the same order', async () => {
    const { all, ids, words } = await workshop(2, 5);
    const [ana, bruno] = all as [RawClient, RawClient];
    const one = gather(ana.board, 'Mobilité', ids.slice(0, 3));
    await eventually(() => expect(bruno.board.tree.children(one).length).toBe(3));
    // By the left half of the first: before it.
    drop(ana.board, ids[3] as string, one, 0, 60);
    drop(bruno.board, ids[4] as string, one, 0, 60);
    const board = await expectOneBoard(all, words);
    expect([...board.tree.children(one)].slice(2)).toEqual(ids.slice(0, 3));
    expect(board.tree.children(one).slice(0, 2).sort()).toEqual([ids[3], ids[4]]);
  });

  it.each(SEEDS)(`loses and doubles nothing in the hands of ${PEOPLE} people (seed %i)`, async (seed) => {
    const random = new Random(seed);
    const { all, words } = await workshop(PEOPLE, NOTES);
    let names = 0;
    const act = (board: BoardDoc): void => {
      const clusters = clustersOf(board);
      const notes = notesOf(board);
      const [note, other] = [random.pick(notes), random.pick(notes)];
      const cluster = clusters.length > 0 ? random.pick(clusters) : null;
      const roll = random.below(20);
      if (cluster === null || (roll < 2 && clusters.length < 12))
        gather(board, `Thème ${++names}`, [...new Set([note, other])]);
      else if (roll < 11) drop(board, note, cluster, random.below(500), random.below(500));
      else if (roll < 13) drop(board, note, null, random.below(3_000), random.below(3_000));
      else if (roll < 15) mergeElements(board, 'merge', cluster, [random.pick(clusters)]);
      else if (roll < 16) deleteElements(board, 'dissolve', [cluster]);
      else if (roll < 18) gather(board, `Partie ${++names}`, board.tree.children(cluster).slice(0, 2));
      else if (roll < 19) board.edit('fold', (write) => write.set(cluster, { props: { collapsed: roll % 2 === 0 } }));
      else
        board.edit('style', (write) =>
          write.set(cluster, { props: { layout: random.pick(['grid', 'column', 'pile']) } }),
        );
    };
    for (let round = 0; round < ACTS; round++) {
      // Each on the board as they have it: nobody waits for anybody.
      for (const { board } of all) if (random.below(3) > 0) act(board);
      if (random.below(3) === 0)
        await Promise.all(all.slice(0, random.below(PEOPLE)).map((client) => client.allSaved()));
    }
    const board = await expectOneBoard(all, words);
    expect(clustersOf(board).length).toBeGreaterThan(0);
  });
});
