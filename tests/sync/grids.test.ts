/**
 * Grids under many hands, over the real server: rows and columns come, go and change places while notes are dropped into their cells, lines break
 * and come back. Whatever the seed, everyone ends with the same grid, no note is lost or doubled, and every note is shown.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GridLanes } from '../../client/editor/grid/GridLanes.ts';
import type { CreatedBoard } from '../../server/http/ports.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements, moveElements } from '../../shared/board/operations.ts';
import { keysBetween } from '../../shared/board/order.ts';
import type { Element } from '../../shared/elements/ElementKind.ts';
import { partProps, withoutMember } from '../../shared/elements/families.ts';
import { toPlaceY } from '../../shared/elements/grid/emotion.ts';
import { asGridLayout } from '../../shared/elements/grid/layout.ts';
import { findPreset, presetProps } from '../../shared/elements/grid/presets.ts';
import {
  asGrid,
  COLUMN,
  COLUMN_PARTS,
  cellOf,
  columnsOf,
  type GridProps,
  ROW,
  ROW_PARTS,
  rowsOf,
} from '../../shared/elements/grid/props.ts';
import { gridTable } from '../../shared/elements/grid/table.ts';
import { createId } from '../../shared/lib/ids.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const GRID = 'parcours';
const NOTES = 24;
const PEOPLE = 4;
const ROUNDS = 30;

const gridOf = (board: BoardDoc): Element<GridProps> => asGrid(board.get(GRID)) as Element<GridProps>;

/** One thing that one person does, as the interface writes it. */
function act(board: BoardDoc, random: Random): void {
  const element = gridOf(board);
  const rows = rowsOf(element.props);
  const columns = columnsOf(element.props);
  const does = random.below(10);
  if (does < 5) {
    const id = `n${random.below(NOTES)}`;
    const row = rows.length > 0 ? random.pick(rows) : undefined;
    const column = columns.length > 0 ? random.pick(columns) : undefined;
    const into =
      row && column
        ? { before: null, cell: cellOf(row.id, column.id), at: [0, toPlaceY(random.below(5) - 2)] as const }
        : { before: null };
    moveElements(board, 'move', [{ id, parent: GRID, to: { x: 0, y: 0 }, into }]);
    return;
  }
  const isRow = random.below(2) === 0;
  const lanes = isRow ? rows : columns;
  const family = isRow ? ROW : COLUMN;
  const parts = isRow ? ROW_PARTS : COLUMN_PARTS;
  board.edit('grid', (write) => {
    if (does === 5 || lanes.length < 2) {
      const at = random.below(lanes.length + 1);
      const [z] = keysBetween(lanes[at - 1]?.z ?? null, lanes[at]?.z ?? null, 1);
      const value = isRow ? { name: 'Étape en plus', type: 'notes', z } : { name: 'Colonne en plus', z };
      write.set(GRID, { props: { [`${family}:${createId()}`]: value } });
    } else if (does === 6)
      write.set(GRID, { props: withoutMember(family, parts, random.pick(lanes).id, element.props) });
    else {
      const { id } = random.pick(lanes);
      const [z] = keysBetween(null, lanes[0]?.z ?? null, 1);
      write.set(GRID, { props: partProps(parts, id, does === 7 ? { z } : { name: `Nom ${does}` }) });
    }
  });
}

describe('a grid in a room', () => {
  let server: InProcessServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];
  const texts = shortContributions(NOTES);

  const tickets = new WeakMap<RawClient['doc'], string>();

  /** Somebody new, or somebody who comes back with the document they had. */
  const arrive = async (doc?: RawClient['doc']): Promise<RawClient> => {
    const known = doc && tickets.get(doc);
    const ticket = known ?? (await server.join(board.id, { secret: board.secrets.participate })).ticket;
    const client = new RawClient(server.wsUrl, board.id, ticket, doc ? { doc } : {});
    tickets.set(client.doc, ticket);
    clients.push(client);
    return client.synced();
  };

  beforeEach(async () => {
    server = await startServer();
    board = await server.createBoard({ title: 'Le parcours d’une habitante' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  /** A grid, and notes beside it. */
  async function begin(): Promise<RawClient> {
    const first = await arrive();
    const props = presetProps(findPreset('journey'), 'fr');
    createElements(first.board, 'create', [{ id: GRID, kind: 'grid', parent: null, at: { x: 0, y: 0 }, props }]);
    createElements(
      first.board,
      'create',
      texts.map((text, n) => ({ id: `n${n}`, kind: 'note', parent: null, at: { x: -400, y: n * 220 }, text })),
    );
    await first.allSaved();
    return first;
  }

  function expectWhole(wall: BoardDoc): void {
    const layout = asGridLayout(wall.arrangements.of(GRID));
    const inGrid = wall.tree.children(GRID);
    expect([...(layout?.places.keys() ?? [])].sort()).toEqual([...inGrid].sort());
    expect([...(layout?.order ?? [])].sort()).toEqual([...inGrid].sort());
    expect([...wall.ids()].filter((id) => id !== GRID).sort()).toEqual(texts.map((_, n) => `n${n}`).sort());
    const children = inGrid.map((id) => wall.get(id) as Element);
    const table = gridTable(gridOf(wall), children, 'fr').flat().join('\n');
    for (const { text } of children) expect(table.split(text.trim()).length - 1).toBeGreaterThanOrEqual(1);
  }

  it.each([1, 2, 3, 4, 5, 6])(
    'ends the same for all, every note once and in sight: seed %i',
    async (seed) => {
      const random = new Random(seed);
      await begin();
      let people = [clients[0] as RawClient];
      for (let n = 1; n < PEOPLE; n++) people.push(await arrive());
      for (let round = 0; round < ROUNDS; round++) {
        // Several at once, before any of them hears of the others.
        for (const person of people) if (random.below(3) > 0) act(person.board, random);
        if (random.below(12) === 0) {
          // A line breaks; its person goes on, and comes back with what they did.
          const gone = random.below(people.length);
          const { doc } = people[gone] as RawClient;
          (people[gone] as RawClient).leave();
          act((people[gone] as RawClient).board, random);
          people = await Promise.all(people.map((person, n) => (n === gone ? arrive(doc) : person)));
        }
      }
      await Promise.all(people.map((person) => person.allSaved()));
      const [first, ...others] = people as [RawClient, ...RawClient[]];
      for (const other of others) await eventually(() => expect(contentOf(other.doc)).toEqual(contentOf(first.doc)));
      for (const { board: wall } of people) {
        expectWhole(wall);
        expect(asGridLayout(wall.arrangements.of(GRID))?.places).toEqual(
          asGridLayout(first.board.arrangements.of(GRID))?.places,
        );
      }
    },
    60_000,
  );

  it('keeps both rows of two people who add one at once', async () => {
    const ana = await begin();
    const bruno = await arrive();
    for (const [person, id] of [
      [ana, 'by-ana'],
      [bruno, 'by-bruno'],
    ] as const)
      person.board.edit('grid', (write) =>
        write.set(GRID, { props: { [`row:${id}`]: { name: id, type: 'notes', z: 'a8' } } }),
      );
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    for (const { board: wall } of [ana, bruno])
      await eventually(() =>
        expect(
          rowsOf(gridOf(wall).props)
            .map(({ id }) => id)
            .slice(-2),
        ).toEqual(['by-ana', 'by-bruno']),
      );
  });

  /** The rows and columns of a page, in the hands of one who sits at it. */
  const lanesIn = (wall: BoardDoc): GridLanes =>
    new GridLanes({
      board: wall,
      permits: { changeable: (ids: readonly string[]) => [...ids] } as never,
      ...{ notify: () => undefined, store: { getState: () => ({ locale: 'fr' }) } as never },
    });

  it('keeps what two people change of one row at once: one its name, one its height, and a third its place', async () => {
    const people = [await begin(), await arrive(), await arrive()] as const;
    const [ana, bruno, chloe] = people;
    const [first, second] = rowsOf(gridOf(ana.board).props);
    const lane = { grid: GRID, axis: 'row', id: second?.id ?? '' } as const;
    expect(lanesIn(ana.board).change(lane, { name: 'Ce qui coince' })).toBe(true);
    expect(lanesIn(bruno.board).change(lane, { height: 420 })).toBe(true);
    expect(lanesIn(chloe.board).move(lane, first?.id ?? null)).toBe(true);
    await Promise.all(people.map((person) => person.allSaved()));
    for (const { board: wall } of people)
      await eventually(() =>
        expect(rowsOf(gridOf(wall).props)[0]).toMatchObject({ id: second?.id, name: 'Ce qui coince', height: 420 }),
      );
    // Taken back to the height that it has by itself: nobody else's change goes with it.
    lanesIn(bruno.board).change(lane, { height: undefined });
    await bruno.allSaved();
    await eventually(() => {
      const row = rowsOf(gridOf(ana.board).props)[0];
      expect([row?.name, row?.height, row?.id]).toEqual(['Ce qui coince', undefined, second?.id]);
    });
  });

  it('parts columns that two people added at once: a third one moved between them stands there for all', async () => {
    const people = [await begin(), await arrive(), await arrive()] as const;
    const [ana, bruno, chloe] = people;
    const columns = (wall: BoardDoc): string[] => columnsOf(gridOf(wall).props).map(({ id }) => id);
    const before = columns(ana.board).length;
    for (const { board: wall } of [ana, bruno]) lanesIn(wall).add(gridOf(wall), 'column', null);
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    await eventually(() => expect(columns(chloe.board)).toHaveLength(before + 2));
    const [first = '', second = ''] = columns(chloe.board).slice(-2);
    const third = lanesIn(chloe.board).add(gridOf(chloe.board), 'column', null) ?? '';
    expect(lanesIn(chloe.board).shift({ grid: GRID, axis: 'column', id: third }, -1)).toBe(true);
    await chloe.allSaved();
    for (const { board: wall } of people)
      await eventually(() => expect(columns(wall).slice(-3)).toEqual([first, third, second]));
  });

  it('takes a row away for good while another gives it a name', async () => {
    const ana = await begin();
    const bruno = await arrive();
    const [first] = rowsOf(gridOf(ana.board).props);
    const lane = { grid: GRID, axis: 'row', id: first?.id ?? '' } as const;
    lanesIn(ana.board).change(lane, { name: 'Étapes' });
    lanesIn(bruno.board).remove(lane);
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    for (const { board: wall } of [ana, bruno])
      await eventually(() => expect(rowsOf(gridOf(wall).props).map(({ id }) => id)).not.toContain(lane.id));
  });

  it('keeps a note that is dropped into a row while another takes that row away', async () => {
    const ana = await begin();
    const bruno = await arrive();
    moveElements(ana.board, 'move', [
      { id: 'n3', parent: GRID, to: { x: 0, y: 0 }, into: { before: null, cell: 'ideas:c2' } },
    ]);
    bruno.board.edit('grid', (write) => write.set(GRID, { props: { 'row:ideas': undefined } }));
    await Promise.all([ana.allSaved(), bruno.allSaved()]);
    for (const { board: wall } of [ana, bruno])
      await eventually(() => expect(asGridLayout(wall.arrangements.of(GRID))?.unplaced).toEqual(['n3']));
  });

  it('is refused as a whole where a row is not one, and leaves the grid as it was', async () => {
    const ana = await begin();
    const bruno = await arrive();
    ana.board.edit('grid', (write) =>
      write.set(GRID, { props: { 'row:odd': { name: 'Étape', type: 'dance', z: 'a9' } } }),
    );
    await ana.allSaved();
    await eventually(() => expect(rowsOf(gridOf(ana.board).props)).toHaveLength(6));
    expect(rowsOf(gridOf(bruno.board).props)).toHaveLength(6);
  });
});
