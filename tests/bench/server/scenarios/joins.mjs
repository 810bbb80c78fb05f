/** Joining a large board: one after the other, 200 at once, and first after a restart of the server on its own data. */
import { Client } from '../Client.mjs';
import { ServerProcess, sleep } from '../ServerProcess.mjs';
import { updateFrame } from '../wire.mjs';
import { countNotes, makeBoard } from '../workload.mjs';

const ONE_BY_ONE = 10;
const HERD = 200;
const HERD_LIMIT_MS = 60_000;
const RESTARTS = 3;
/** A peer may write behind: it gets this long before the restart. */
const SETTLE_MS = 1500;

export const joins = {
  name: 'joins',
  targets: { quick: ['pele-mele', 'yws'], full: ['pele-mele', 'yws', 'yws-leveldb'] },
  points: ({ quick }) =>
    (quick ? [1000] : [1000, 10000]).map((notes) => ({ key: notes, measure: (target) => measure(target, notes) })),
};

/** A refused client comes again as the stock provider does. */
const RETRY_MS = 100;
const RETRY_MAX_MS = 2500;

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function measure(target, notes) {
  const board = makeBoard(notes);
  const needBytes = board.length * 0.9;
  let server = await ServerProcess.start(target);
  try {
    const room = await target.openRoom(server, 'bench');
    const join = async (seat, options) => {
      const client = new Client(server.port, seat, { needBytes, ...options });
      await client.synced;
      return client;
    };
    const seeder = new Client(server.port, await room.seat());
    await seeder.synced;
    seeder.send(updateFrame(board));
    const first = await join(await room.seat(), { keep: true });
    const found = countNotes(first.kept);
    if (found !== notes) throw new Error(`a joiner got ${found} of ${notes} notes`);

    // Tickets are asked for ahead: what is timed is the socket, from the connection to the whole board.
    const seats = [];
    for (let i = 0; i < HERD; i++) seats.push(await room.seat());
    const warm = [];
    let bytes = 0;
    const warmCpu = server.cpuUs();
    for (const seat of seats.slice(0, ONE_BY_ONE)) {
      const client = await join(seat);
      warm.push(client.syncMs);
      bytes = client.bytes;
      client.close();
    }
    const warmCpuMs = (server.cpuUs() - warmCpu) / 1000 / ONE_BY_ONE;

    const herdCpu = server.cpuUs();
    const started = performance.now();
    const times = [];
    let refused = 0;
    const insist = async (seat, tries = 0) => {
      try {
        const client = await join(seat);
        times.push(performance.now() - started);
        return client;
      } catch {
        // Refused, or thrown out before it was in: both are told in the table.
        refused++;
        if (performance.now() - started > HERD_LIMIT_MS) throw new Error(`${HERD} at once do not all get in`);
        await sleep(Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** tries));
        return insist(seat, tries + 1);
      }
    };
    const herd = await Promise.all(seats.map((seat) => insist(seat)));
    times.sort((a, b) => a - b);
    const result = {
      bytes,
      warmMs: median(warm),
      warmCpuMs,
      refused,
      herdP50: times[Math.floor(HERD * 0.5)],
      herdP95: times[Math.floor(HERD * 0.95)],
      herdCpuMs: (server.cpuUs() - herdCpu) / 1000,
      rssMb: server.rssMb(),
    };
    for (const client of [first, seeder, ...herd]) client.close();
    if (!target.persistent) return result;

    const [coldSeat] = seats;
    const cold = [];
    await sleep(SETTLE_MS);
    for (let i = 0; i < RESTARTS; i++) {
      await server.stop({ signal: 'SIGTERM', keepData: true });
      server = await ServerProcess.start(target, server.data);
      const client = await join(coldSeat);
      cold.push(client.syncMs);
      // A server that answers before it has read its store tells the joiner "in sync" about an empty board.
      result.firstAnswerBytes = client.firstStep2Bytes;
      client.close();
    }
    return { ...result, coldMs: median(cold) };
  } finally {
    await server.stop();
  }
}
