/** People come and go, second after second: what a server holds on to does not grow. Fifteen seconds here, minutes in `test:faults`. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { eventually } from '../helpers/eventually.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0);
const SECONDS = MINUTES > 0 ? MINUTES * 60 : 15;
const SEED = 5;
const BOARDS = 5;
const PRESENT = 12;
const PATIENCE = { timeoutMs: 60_000, everyMs: 50 };

interface Sample {
  readonly second: number;
  readonly residentMb: number;
  readonly descriptors: number;
}

const sample = (pid: number, second: number): Sample => ({
  second,
  residentMb: Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  descriptors: readdirSync(`/proc/${pid}/fd`).length,
});

/** Least squares: how much a minute adds. */
function slopePerMinute(samples: readonly Sample[], of: 'residentMb' | 'descriptors'): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ second }) => second));
  const y = mean(samples.map((one) => one[of]));
  const rise = samples.reduce((sum, one) => sum + (one.second - x) * (one[of] - y), 0);
  const run = samples.reduce((sum, { second }) => sum + (second - x) ** 2, 0);
  return (rise / run) * 60;
}

describe('a server where people come and go', () => {
  let server: SpawnedServer;
  const boards: { readonly board: CreatedBoard; readonly tickets: readonly string[] }[] = [];

  beforeAll(async () => {
    server = await spawnServer();
    for (let i = 0; i < BOARDS; i++) {
      const board = await server.createBoard();
      const joining = [1, 2, 3, 4].map(() => server.join(board.id, { secret: board.secrets.participate }));
      boards.push({ board, tickets: (await Promise.all(joining)).map(({ ticket }) => ticket) });
    }
  }, 120_000);
  afterAll(() => server.dispose());

  it(
    `is the same size after ${SECONDS} seconds (seed ${SEED})`,
    async () => {
      const random = new Random(SEED);
      const present: RawClient[] = [];
      const samples: Sample[] = [];
      let came = 0;
      const started = performance.now();
      const second = (): number => (performance.now() - started) / 1000;
      for (let next = 0; second() < SECONDS; ) {
        const { board, tickets } = random.pick(boards);
        const client = new RawClient(server.wsUrl, board.id, random.pick(tickets), { isStock: random.below(4) === 0 });
        await eventually(() => expect(client.isSynced).toBe(true), PATIENCE);
        came++;
        present.push(client);
        client.showPresence('{"cursor":[1,2]}');
        // The board stays as large as it is: one note in, another out.
        client.addNote(`n${came % 50}`, 'De passage');
        const [old] = [...client.board.ids()].filter((id) => id !== `n${came % 50}`);
        if (client.board.size > 50 && old) client.board.edit('clean', (write) => write.delete(old));
        if (present.length > PRESENT) present.shift()?.leave();
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (second() >= next) {
          samples.push(sample(server.pid, second()));
          next = second() + Math.max(1, SECONDS / 120);
        }
      }
      for (const client of present) client.leave();
      const left = async (): Promise<string | undefined> =>
        /^pelemele_connections (\d+)$/m.exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];
      await eventually(async () => expect(await left()).toBe('0'), PATIENCE);
      // The first third is for what a process takes once: code, caches, the database's pages.
      const steady = samples.slice(Math.floor(samples.length / 3));
      const slopes = {
        memory: slopePerMinute(steady, 'residentMb'),
        descriptors: slopePerMinute(steady, 'descriptors'),
      };
      const last = samples.at(-1);
      process.stdout.write(
        `    ${came} came; ${last?.residentMb.toFixed(0)} MB, ${last?.descriptors} descriptors; a minute adds ` +
          `${slopes.memory.toFixed(2)} MB and ${slopes.descriptors.toFixed(2)} descriptors\n`,
      );
      expect(came).toBeGreaterThan(SECONDS / 5);
      const [first] = samples;
      // Every socket of those who left is gone; those of HTTP that idle are few.
      expect(sample(server.pid, second()).descriptors).toBeLessThan((first?.descriptors ?? 0) + 20);
      if (SECONDS >= 300) expect(slopes.memory).toBeLessThan(4);
    },
    SECONDS * 4_000 + 240_000,
  );
});
