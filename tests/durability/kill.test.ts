/**
 * Saved means on disk: the server is killed at random moments while many people write. Whatever was acknowledged, and whatever somebody
 * else had on their screen, is there when it starts again: each note once, letter by letter. Nobody who saw it helps it to come back:
 * every start is read by a stranger, and every round has new people.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0);
/** Some ten of them take a minute. */
const KILLS = MINUTES > 0 ? 100 : 30;
/** A new board after so many: the writers, all in this one process, each read the whole of it after every kill. */
const KILLS_A_BOARD = 25;
const WRITERS = 20;
const SEED = 1_789;
const WRITE_EVERY_MS = 15;
const KILL_WITHIN_MS = 600;

describe('a server that is killed', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  let tickets: string[];
  const random = new Random(SEED);

  const openBoard = async (): Promise<void> => {
    board = await server.createBoard();
    const joined = Array.from({ length: WRITERS }, () => server.join(board.id, { secret: board.secrets.participate }));
    tickets = (await Promise.all(joined)).map(({ ticket }) => ticket);
  };

  beforeAll(async () => {
    server = await spawnServer();
    await openBoard();
  }, 60_000);
  afterAll(() => server.dispose());

  /** What a stranger reads: id → text. */
  const read = async (): Promise<Map<string, string>> => {
    const stranger = await new RawClient(server.wsUrl, board.id, tickets[0] as string).synced();
    const notes = new Map([...stranger.board.elements()].map(({ id, text }) => [id, text]));
    stranger.leave();
    return notes;
  };

  /** People write until the server is killed. Answers what they know to be safe, and what they tried to write. */
  const round = async (number: number): Promise<{ safe: Set<string>; tried: Map<string, string> }> => {
    const tried = new Map<string, string>();
    const ledger: { id: string; writer: RawClient; frame: number }[] = [];
    const writers = tickets.map((ticket) => new RawClient(server.wsUrl, board.id, ticket));
    await Promise.all(writers.map((writer) => writer.synced()));
    const clocks = writers.map((writer, i) => {
      let count = 0;
      return setInterval(() => {
        const id = `k${number}-${i}-${count++}`;
        const text = `Contribution ${id}, écrite d’un trait`;
        tried.set(id, text);
        writer.addNote(id, text);
        ledger.push({ id, writer, frame: writer.sent });
      }, WRITE_EVERY_MS);
    });
    await new Promise((resolve) => setTimeout(resolve, random.below(KILL_WITHIN_MS)));
    await server.kill('SIGKILL');
    for (const clock of clocks) clearInterval(clock);
    await Promise.all(writers.map((writer) => writer.closed()));
    const acknowledged = ledger.filter(({ writer, frame }) => frame <= writer.saved).map(({ id }) => id);
    const seen = writers.flatMap((writer, i) =>
      [...writer.board.ids()].filter((id) => !id.startsWith(`k${number}-${i}-`)),
    );
    return { safe: new Set([...acknowledged, ...seen]), tried };
  };

  it(
    `loses nothing that was acknowledged or seen, in ${KILLS} kills under ${WRITERS} writers`,
    async () => {
      const safe = new Set<string>();
      const tried = new Map<string, string>();
      const total = { safe: 0, tried: 0 };
      for (let number = 0; number < KILLS; number++) {
        if (number > 0 && number % KILLS_A_BOARD === 0) {
          await openBoard();
          safe.clear();
          tried.clear();
        }
        const before = { safe: safe.size, tried: tried.size };
        const written = await round(number);
        for (const id of written.safe) safe.add(id);
        for (const [id, text] of written.tried) tried.set(id, text);
        total.safe += safe.size - before.safe;
        total.tried += tried.size - before.tried;
        server = await server.restart();
        const notes = await read();
        expect([...safe].filter((id) => !notes.has(id))).toEqual([]);
        expect([...notes].filter(([id, text]) => tried.get(id) !== text)).toEqual([]);
      }
      expect(total.safe).toBeGreaterThan(KILLS * 20);
      process.stdout.write(
        `    ${KILLS} kills: ${total.safe} of ${total.tried} notes were acknowledged or seen, 0 lost\n`,
      );
    },
    600_000 + MINUTES * 120_000,
  );

  it('ends cleanly when it is asked to, with everything that was taken in', async () => {
    const writers = tickets.map((ticket) => new RawClient(server.wsUrl, board.id, ticket));
    await Promise.all(writers.map((writer) => writer.synced()));
    for (const [i, writer] of writers.entries())
      for (let n = 0; n < 20; n++) writer.addNote(`t${i}-${n}`, 'Avant la fin');
    await Promise.all(writers.map((writer) => writer.settled()));
    expect(await server.kill('SIGTERM')).toBe(0);
    for (const writer of writers) expect(await writer.closed()).toBe(1012);
    server = await server.restart();
    const notes = await read();
    for (let i = 0; i < WRITERS; i++) for (let n = 0; n < 20; n++) expect(notes.get(`t${i}-${n}`)).toBe('Avant la fin');
  }, 60_000);
});
