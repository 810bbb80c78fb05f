/**
 * A matrix and a radar under many hands, over the real server: notes are placed, axes change under them, rings and sectors come and go, areas are
 * made larger, lines break and come back. Whatever the seed, everyone ends with the same scores, rings and counts, and every note stands once.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Arranging } from '../../client/editor/Arranging.ts';
import type { CreatedBoard } from '../../server/http/ports.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { createElements, moveElements } from '../../shared/board/operations.ts';
import { keysBetween } from '../../shared/board/order.ts';
import { rowsOfBoard } from '../../shared/deliverables/table.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import { memberKey } from '../../shared/elements/families.ts';
import type { Axis } from '../../shared/elements/matrix/axis.ts';
import { FIRST_MATRIX, propsOfPreset as matrixProps } from '../../shared/elements/matrix/preset.ts';
import { asMatrix, type MatrixProps } from '../../shared/elements/matrix/props.ts';
import { rank } from '../../shared/elements/matrix/ranking.ts';
import { partsOf, placeFor, scoreOf } from '../../shared/elements/matrix/score.ts';
import { placingOf } from '../../shared/elements/placing.ts';
import { countSignals } from '../../shared/elements/radar/count.ts';
import { FIRST_RADAR, propsOfPreset as radarProps } from '../../shared/elements/radar/preset.ts';
import {
  asRadar,
  RADAR_LIMITS,
  type RadarFamily,
  type RadarProps,
  ringsOf,
  sectorsOf,
} from '../../shared/elements/radar/props.ts';
import { circleOf, middleOf, whereIn } from '../../shared/elements/radar/where.ts';
import { translate } from '../../shared/geometry/box.ts';
import { createId } from '../../shared/lib/ids.ts';
import { shortContributions } from '../helpers/contributions.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const MATRIX = 'priorites';
const RADAR = 'futur';
const NOTES = 24;
const PEOPLE = 4;
const ROUNDS = 30;
const TAGS = ['experts', 'citoyens'];

const matrixOf = (board: BoardDoc) => asMatrix(board.get(MATRIX)) as Element<MatrixProps>;
const radarOf = (board: BoardDoc) => asRadar(board.get(RADAR)) as Element<RadarProps>;
const membersOf = (board: BoardDoc, family: RadarFamily) =>
  family === 'ring' ? ringsOf(radarOf(board).props) : sectorsOf(radarOf(board).props);

/** Everything may be done: what the step takes away is the table's affair. */
const ALLOWING = {
  allowed: <T>(wanted: readonly T[], may: (one: T) => boolean) => wanted.filter(may),
  changeable: (ids: readonly ElementId[]) => [...ids],
  movable: (ids: readonly ElementId[]) => [...ids],
  mayChange: () => true,
};

/** Pulls an area to another size, as the hand at its corner does: what lies in it goes along. */
function pull(board: BoardDoc, id: ElementId, w: number, h: number): void {
  const arranging = new Arranging({ board, permits: ALLOWING as never, notify: () => undefined });
  const frame = board.frame(id);
  if (frame) arranging.reshape('resize', new Map([[id, { frame: { ...frame, w, h } }]]));
}

const AXES: readonly Omit<Axis, 'name'>[] = [
  { scale: 'linear', min: 0, max: 10 },
  { scale: 'linear', min: -5, max: 5, isReversed: true },
  { scale: 'log', min: 1, max: 1000, isLessBetter: true },
  { scale: 'ordinal', min: 1, max: 3, steps: ['faible', 'moyen', 'fort'] },
];

function placeOnMatrix(board: BoardDoc, id: ElementId, random: Random): void {
  const matrix = matrixOf(board);
  const { plot } = partsOf(matrix.size);
  const origin = board.tree.origin(MATRIX);
  const [w, h] = board.get(id)?.size ?? [0, 0];
  const { x, y } = matrix.props;
  const within = ({ min, max, scale }: Axis): number => (scale === 'ordinal' ? 1 : min + (max - min) * random.next());
  const at =
    random.below(2) === 0
      ? // Typed exactly.
        placeFor(matrix, { x: within(x), y: within(y) }, { w, h })
      : { x: plot.x + random.next() * plot.w - w / 2, y: plot.y + random.next() * plot.h - h / 2 };
  moveElements(board, 'move', [{ id, parent: MATRIX, to: { x: origin.x + at.x, y: origin.y + at.y } }]);
}

function placeOnRadar(board: BoardDoc, id: ElementId, random: Random): void {
  const radar = radarOf(board);
  const origin = board.tree.origin(RADAR);
  const [w, h] = board.get(id)?.size ?? [0, 0];
  const [rings, sectors] = [membersOf(board, 'ring').length, membersOf(board, 'sector').length];
  const { middle, radius } = circleOf(radar.size);
  const at =
    rings > 0 && sectors > 0 && random.below(3) > 0
      ? middleOf(
          radar.size,
          { ring: random.below(rings), rings, sector: random.below(sectors), sectors },
          random.next(),
        )
      : { x: middle.x + (random.next() * 2 - 1) * radius * 1.2, y: middle.y + (random.next() * 2 - 1) * radius };
  moveElements(board, 'move', [{ id, parent: RADAR, to: { x: origin.x + at.x - w / 2, y: origin.y + at.y - h / 2 } }]);
}

/** One thing that one person does, as the panels and hands write it. */
function act(board: BoardDoc, random: Random): void {
  const id = `n${random.below(NOTES)}`;
  const does = random.below(14);
  if (does < 4) placeOnMatrix(board, id, random);
  else if (does < 7) placeOnRadar(board, id, random);
  else if (does === 7) pull(board, random.pick([MATRIX, RADAR]), 900 + random.below(1_200), 800 + random.below(600));
  else if (does === 8) {
    const which = random.pick(['x', 'y'] as const);
    const old = matrixOf(board).props[which];
    const axis =
      random.below(2) === 0
        ? { ...old, name: random.pick(['Effort', 'Gain', 'Envie']) }
        : { ...random.pick(AXES), name: old.name };
    board.edit('style', (write) => write.set(MATRIX, { props: { [which]: axis } }));
  } else if (does === 9)
    board.edit('tag', (write) =>
      write.set(id, { marks: { [`tag.${random.pick(TAGS)}`]: random.pick(['red', undefined]) } }),
    );
  else {
    const family = random.pick(['ring', 'sector'] as const);
    const members = membersOf(board, family);
    const key = (member: string) => memberKey(family, member);
    const [z] = keysBetween(members.at(-1)?.z ?? null, null, 1);
    board.edit('style', (write) => {
      if (does === 10 || members.length < 2) write.set(RADAR, { props: { [key(createId())]: { name: 'Demain', z } } });
      else if (does === 11) write.set(RADAR, { props: { [key(random.pick(members).id)]: undefined } });
      else {
        const { id: member, ...value } = random.pick(members);
        const next = does === 12 ? { ...value, name: `Nom ${random.below(9)}` } : { ...value, z };
        write.set(RADAR, { props: { [key(member)]: next } });
      }
    });
  }
}

/** All that the two areas say, in numbers and words. */
function said(board: BoardDoc) {
  const { x, y } = matrixOf(board).props;
  const inside = (area: ElementId) =>
    [...board.tree.children(area)].sort().flatMap((id) => {
      const [element, frame, outer] = [board.get(id), board.frame(id), board.frame(area)];
      return element && frame && outer ? [{ element, frame: translate(frame, { x: -outer.x, y: -outer.y }) }] : [];
    });
  const placed = inside(MATRIX).flatMap(({ element: { id }, frame }) => {
    const scores = scoreOf(matrixOf(board), frame);
    return scores ? [{ id, scores }] : [];
  });
  return {
    placings: [...board.ids()].sort().map((id) => [id, placingOf(board, id, board.tree.parent(id))]),
    ranking: rank({ x, y }, placed, { by: 'weighted', weight: 0.3 }).map(({ id, rank: at, total }) => [id, at, total]),
    wheres: inside(RADAR).map(({ element, frame }) => [element.id, whereIn(radarOf(board), frame)]),
    tally: countSignals(radarOf(board), inside(RADAR)),
    members: [membersOf(board, 'ring'), membersOf(board, 'sector')],
    rows: rowsOfBoard(board, { title: 'Priorités', locale: 'fr', person: () => undefined }),
  };
}

describe('a matrix and a radar in a room', () => {
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
    board = await server.createBoard({ title: 'Priorités et futurs' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  /** The two areas side by side, and notes below. */
  async function begin(): Promise<RawClient> {
    const first = await arrive();
    createElements(first.board, 'create', [
      {
        ...{ id: MATRIX, kind: 'matrix', parent: null, at: { x: 0, y: 0 } },
        props: matrixProps(FIRST_MATRIX, 'fr'),
      },
      { ...{ id: RADAR, kind: 'radar', parent: null, at: { x: 4_000, y: 0 } }, props: radarProps(FIRST_RADAR, 'fr') },
    ]);
    const notes = texts.map((text, n) => ({
      id: `n${n}`,
      kind: 'note',
      parent: null,
      at: { x: n * 220, y: 4_000 },
      text,
    }));
    createElements(first.board, 'create', notes);
    await first.allSaved();
    return first;
  }

  /** Everything is saved, and everybody reads the same. */
  const settled = async (people: readonly RawClient[]): Promise<void> => {
    await Promise.all(people.map((person) => person.allSaved()));
    const [first, ...others] = people as [RawClient, ...RawClient[]];
    for (const other of others) await eventually(() => expect(contentOf(other.doc)).toEqual(contentOf(first.doc)));
    const late = await arrive();
    for (const { board: wall } of [...others, late]) expect(said(wall)).toEqual(said(first.board));
  };

  it.each([1, 2, 3, 4, 5, 6])(
    'ends with the same scores, rings and counts for all, every note once: seed %i',
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
      await settled(people);
      const wall = (people[0] as RawClient).board;
      const { rows, tally, wheres } = said(wall);
      expect([...wall.ids()].filter((id) => id.startsWith('n')).sort()).toEqual(texts.map((_, n) => `n${n}`).sort());
      expect(
        rows
          .filter(({ kind }) => kind === 'note')
          .map(({ text }) => text)
          .sort(),
      ).toEqual(texts.map((text) => text.trim()).sort());
      // The counts from first principles: each note in the circle once, under the sector it stands in.
      const stands = wheres.filter(([, where]) => where !== null);
      expect([tally.all.total, tally.outside]).toEqual([stands.length, wheres.length - stands.length]);
    },
    60_000,
  );

  it('keeps both rings of two people who add one at once, in one order for all', async () => {
    const ana = await begin();
    const bruno = await arrive();
    const before = membersOf(ana.board, 'ring').length;
    for (const [person, id] of [
      [bruno, 'b-par-bruno'],
      [ana, 'a-par-ana'],
    ] as const) {
      // Both come to the outside: the same key in the order.
      const [z] = keysBetween(membersOf(person.board, 'ring').at(-1)?.z ?? null, null, 1);
      person.board.edit('style', (write) => write.set(RADAR, { props: { [memberKey('ring', id)]: { name: id, z } } }));
    }
    await settled([ana, bruno]);
    for (const { board: wall } of [ana, bruno])
      expect(
        membersOf(wall, 'ring')
          .slice(before)
          .map(({ id }) => id),
      ).toEqual(['a-par-ana', 'b-par-bruno']);
  });

  it('shows all the same eight rings where two people add more than there is room for', async () => {
    const ana = await begin();
    const bruno = await arrive();
    for (const person of [ana, bruno])
      for (let n = membersOf(person.board, 'ring').length; n < RADAR_LIMITS.rings; n++) {
        const [z] = keysBetween(membersOf(person.board, 'ring').at(-1)?.z ?? null, null, 1);
        person.board.edit('style', (write) =>
          write.set(RADAR, { props: { [memberKey('ring', createId())]: { name: `Anneau ${n}`, z } } }),
        );
      }
    await settled([ana, bruno]);
    expect(membersOf(bruno.board, 'ring')).toHaveLength(RADAR_LIMITS.rings);
    expect(membersOf(bruno.board, 'ring')).toEqual(membersOf(ana.board, 'ring'));
  });

  it('keeps a note that is dropped into a ring while another takes that ring away, and says where it stands then', async () => {
    const ana = await begin();
    const bruno = await arrive();
    const rings = membersOf(ana.board, 'ring');
    const sectors = membersOf(ana.board, 'sector');
    const radar = radarOf(ana.board);
    const origin = ana.board.tree.origin(RADAR);
    const [w, h] = ana.board.get('n3')?.size ?? [0, 0];
    const at = middleOf(radar.size, {
      ring: rings.length - 1,
      rings: rings.length,
      sector: 0,
      sectors: sectors.length,
    });
    const to = { x: origin.x + at.x - w / 2, y: origin.y + at.y - h / 2 };
    moveElements(ana.board, 'move', [{ id: 'n3', parent: RADAR, to }]);
    bruno.board.edit('style', (write) =>
      write.set(RADAR, { props: { [memberKey('ring', rings.at(-1)?.id ?? '')]: undefined } }),
    );
    await settled([ana, bruno]);
    for (const { board: wall } of [ana, bruno]) {
      const left = membersOf(wall, 'ring');
      expect([left.length, wall.tree.parent('n3')]).toEqual([rings.length - 1, RADAR]);
      // The circle is divided anew: what stood in the outermost ring stands in the outermost that is left.
      expect(placingOf(wall, 'n3', RADAR)?.cell).toContain(left.at(-1)?.name);
    }
  });

  it('reads the score of a note that is moved while the axis below it changes off the axis that holds, for all', async () => {
    const ana = await begin();
    const bruno = await arrive();
    const { x } = matrixOf(ana.board).props;
    const at = placeFor(matrixOf(ana.board), { x: 80, y: 25 }, { w: 200, h: 200 });
    const origin = ana.board.tree.origin(MATRIX);
    moveElements(ana.board, 'move', [{ id: 'n5', parent: MATRIX, to: { x: origin.x + at.x, y: origin.y + at.y } }]);
    bruno.board.edit('style', (write) =>
      write.set(MATRIX, { props: { x: { ...x, min: 0, max: 10, scale: 'linear' } } }),
    );
    const { y } = matrixOf(ana.board).props;
    ana.board.edit('style', (write) => write.set(MATRIX, { props: { y: { ...y, name: 'Gain' } } }));
    await settled([ana, bruno]);
    const scores = placingOf(bruno.board, 'n5', MATRIX)?.scores ?? [];
    expect(scores.map(({ name, value }) => [name, Math.round(value * 100) / 100])).toEqual([
      ['Gain', 25],
      [x.name, 8],
    ]);
  });

  it('leaves the score of a note alone that nobody moved while two people pull the matrix', async () => {
    const ana = await begin();
    const bruno = await arrive();
    placeOnMatrix(ana.board, 'n1', new Random(3));
    await settled([ana, bruno]);
    const before = placingOf(ana.board, 'n1', MATRIX)?.scores?.map(({ value }) => value) ?? [];
    expect(before).toHaveLength(2);
    pull(ana.board, MATRIX, 1_100, 900);
    pull(bruno.board, MATRIX, 2_400, 1_600);
    await settled([ana, bruno]);
    const after = placingOf(ana.board, 'n1', MATRIX)?.scores?.map(({ value }) => value) ?? [];
    for (const [n, value] of after.entries()) expect(value).toBeCloseTo(before[n] ?? 0, 0);
  });
});
