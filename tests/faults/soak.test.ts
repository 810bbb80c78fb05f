/**
 * People come and go, second after second: what a server holds on to does not grow. Fifteen seconds in `npm test`, minutes with
 * `npm run test:faults -- --soak N`, which writes what it measured to `test-results/soak.csv` and judges by how much a minute adds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { say } from '../helpers/commands.ts';
import { eventually } from '../helpers/eventually.ts';
import { createProbe, type ProcessSize } from '../helpers/probe.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_SOAK_MINUTES ?? 0);
const SECONDS = MINUTES > 0 ? MINUTES * 60 : 15;
const SEED = 5;
const BOARDS = 5;
const PRESENT = 12;
const PATIENCE = { timeoutMs: 90_000, everyMs: 50 };

interface Sample extends ProcessSize {
  readonly second: number;
  readonly came: number;
}

type Measured = keyof ProcessSize;
/** What a minute may add once the first third is over, in runs long enough to tell. */
const ALLOWED: Readonly<Record<Measured, number>> = {
  residentMb: 1,
  heapMb: 0.25,
  descriptors: 0.3,
  timers: 0.3,
  handles: 0.3,
};
const MEASURED = Object.keys(ALLOWED) as Measured[];

/** Least squares: how much a minute adds. */
function slopePerMinute(samples: readonly Sample[], of: Measured): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(samples.map(({ second }) => second));
  const y = mean(samples.map((one) => one[of]));
  const rise = samples.reduce((sum, one) => sum + (one.second - x) * (one[of] - y), 0);
  const run = samples.reduce((sum, { second }) => sum + (second - x) ** 2, 0);
  return (rise / run) * 60;
}

function writeSeries(samples: readonly Sample[]): void {
  const folder = join(import.meta.dirname, '../../test-results');
  mkdirSync(folder, { recursive: true });
  const columns = ['second', 'came', ...MEASURED] as const;
  const rows = samples.map((sample) => columns.map((column) => sample[column].toFixed(1)).join(','));
  writeFileSync(join(folder, 'soak.csv'), `${[columns.join(','), ...rows].join('\n')}\n`);
}

/** Somebody who comes back with the document they left with: what grows is what the server keeps, not what people write. */
interface Visitor {
  readonly board: CreatedBoard;
  readonly ticket: string;
  readonly doc: Y.Doc;
  readonly isStock: boolean;
}

describe('a server where people come and go', () => {
  const probe = createProbe();
  let server: SpawnedServer;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    server = await spawnServer({ env: probe.env });
    for (let i = 0; i < BOARDS; i++) {
      const board = await server.createBoard({ template: 'demarreur-bienveillant' });
      for (let n = 0; n < 8; n++) {
        const { ticket } = await server.join(board.id, { secret: board.secrets.participate });
        visitors.push({ board, ticket, doc: new Y.Doc(), isStock: n % 4 === 3 });
      }
    }
  }, 120_000);
  afterAll(() => server?.dispose());

  const metric = async (name: string): Promise<string | undefined> =>
    new RegExp(`^${name} (\\d+)$`, 'm').exec(await (await fetch(`${server.url}/metrics`)).text())?.[1];

  it(
    `is the same size after ${SECONDS} seconds (seed ${SEED})`,
    async () => {
      const random = new Random(SEED);
      const present: { readonly visitor: Visitor; readonly client: RawClient }[] = [];
      const samples: Sample[] = [];
      let came = 0;
      const leave = async (): Promise<void> => {
        const gone = present.shift();
        if (!gone) return;
        // Some say goodbye, some are just gone.
        if (random.below(2) === 0) gone.client.leave();
        else gone.client.socket.close();
        await eventually(() => expect(gone.client.closeCode).not.toBeNull(), PATIENCE);
      };
      const visit = async (): Promise<void> => {
        const away = visitors.filter((one) => !present.some(({ visitor }) => visitor === one));
        const visitor = random.pick(away);
        const { board, ticket, doc, isStock } = visitor;
        const client = new RawClient(server.wsUrl, board.id, ticket, { isStock, doc });
        await eventually(() => expect(client.isSynced).toBe(true), PATIENCE);
        came++;
        present.push({ visitor, client });
        client.showPresence('{"cursor":[1,2]}');
        // A document keeps a trace of everything ever made in it: they move what is there, so that only the server could grow.
        const id = `n${came % 20}`;
        if (!client.board.get(id)) client.addNote(id, 'De passage');
        else if (came % 4 === 0) client.board.edit('move', (write) => write.set(id, { place: [null, came % 900, 0] }));
        if (!isStock && came % 5 === 0) say(client, { type: 'rename', name: `Passage ${came}` });
        if (present.length > PRESENT) await leave();
      };
      const everyoneGone = async (): Promise<void> => {
        while (present.length > 0) await leave();
        await eventually(async () => expect(await metric('pelemele_connections')).toBe('0'), PATIENCE);
      };
      // Everyone has been here once: what a process takes once, it has taken.
      for (let i = 0; i < visitors.length * 2; i++) await visit();
      await everyoneGone();
      const atFirst = await probe.measure(server.pid);
      const started = performance.now();
      const second = (): number => (performance.now() - started) / 1000;
      for (let next = 0; second() < SECONDS; ) {
        await visit();
        await new Promise((resolve) => setTimeout(resolve, 40));
        if (second() < next) continue;
        samples.push({ second: second(), came, ...(await probe.measure(server.pid)) });
        writeSeries(samples);
        next = second() + Math.max(1, SECONDS / 120);
      }
      await everyoneGone();
      const inTheEnd = await probe.measure(server.pid);
      const steady = samples.slice(Math.floor(samples.length / 3));
      const slopes = Object.fromEntries(MEASURED.map((name) => [name, slopePerMinute(steady, name)]));
      const told = MEASURED.map(
        (name) =>
          `${name} ${atFirst[name].toFixed(1)} → ${inTheEnd[name].toFixed(1)} (${slopes[name]?.toFixed(2)}/min)`,
      );
      process.stdout.write(`    ${came} came and went: ${told.join(', ')}\n`);
      expect(came).toBeGreaterThan(SECONDS / 5);
      // Nobody is there, as at first. A connection of HTTP may still idle.
      expect(inTheEnd.timers).toBeLessThanOrEqual(atFirst.timers + 3);
      expect(inTheEnd.handles).toBeLessThanOrEqual(atFirst.handles + 5);
      expect(inTheEnd.descriptors).toBeLessThanOrEqual(atFirst.descriptors + 5);
      expect(inTheEnd.heapMb - atFirst.heapMb).toBeLessThan(8);
      if (SECONDS < 600) return;
      const growing = MEASURED.filter((name) => (slopes[name] ?? 0) > ALLOWED[name]);
      expect({ growing, slopes }).toEqual({ growing: [], slopes });
    },
    SECONDS * 4_000 + 300_000,
  );
});
