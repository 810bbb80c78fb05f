/** Many small workshops on one server: 200 rooms of ten people, five moves a second in each by two of them. */
import { Client } from '../Client.mjs';
import { Meter } from '../Meter.mjs';
import { openLoop } from '../openLoop.mjs';
import { Samples } from '../Samples.mjs';
import { ServerProcess, sleep } from '../ServerProcess.mjs';
import { updateFrame } from '../wire.mjs';
import { Author, eachMark, makeBoard } from '../workload.mjs';

const ROOMS = 200;
const PEOPLE = 10;
const PER_ROOM = 5;
const AUTHORS = 2;
const NOTES = 20;
const SECONDS = 5;
const WARM_UP_SECONDS = 2;
/** Rooms that are filled at the same time. */
const WAVE = 10;
/** How long the last moves may take to arrive. */
const DRAIN_MS = 2000;

export const rooms = {
  name: 'rooms',
  targets: { quick: [], full: ['pele-mele', 'yws', 'yws-leveldb', 'relay-batch0'] },
  points: () => [{ key: ROOMS, measure }],
};

async function measure(target) {
  const server = await ServerProcess.start(target);
  try {
    const building = new Building(server, target);
    await building.fill();
    await building.move(WARM_UP_SECONDS);
    const result = await building.move(SECONDS);
    building.close();
    return result;
  } finally {
    await server.stop();
  }
}

class Building {
  #server;
  #target;
  #board = makeBoard(NOTES);
  #rooms = [];
  #nextSeq = 1;
  #sentAt = new Map();
  #latency = new Samples();

  constructor(server, target) {
    this.#server = server;
    this.#target = target;
  }

  async fill() {
    for (let from = 0; from < ROOMS; from += WAVE)
      await Promise.all(Array.from({ length: WAVE }, (_, i) => this.#fillRoom(from + i)));
    await sleep(500);
  }

  async #fillRoom(index) {
    const room = await this.#target.openRoom(this.#server, `bench-${index}`);
    const clients = [];
    // The last one, who writes nothing, looks at what comes.
    const watch = (buffer, start, end) =>
      eachMark(buffer, start, end, (seq) => this.#latency.push(performance.now() - this.#sentAt.get(seq)));
    for (let place = 0; place < PEOPLE; place++) {
      const onUpdate = place === PEOPLE - 1 ? watch : null;
      const needBytes = place === 0 || this.#target.relay ? 0 : this.#board.length * 0.9;
      const client = new Client(this.#server.port, await room.seat(), {
        relay: this.#target.relay,
        needBytes,
        onUpdate,
      });
      await client.synced;
      clients.push(client);
      if (place === 0) client.send(updateFrame(this.#board));
    }
    const authors = Array.from({ length: AUTHORS }, (_, i) => new Author(this.#board, NOTES, i, AUTHORS));
    this.#rooms.push({ clients, authors });
  }

  async move(seconds) {
    const rate = ROOMS * PER_ROOM;
    const list = Array.from({ length: rate * seconds }, (_, i) => {
      const { clients, authors } = this.#rooms[i % ROOMS];
      const author = Math.floor(i / ROOMS) % AUTHORS;
      const seq = this.#nextSeq++;
      return { seq, client: clients[author], frame: updateFrame(authors[author].move(seq)) };
    });
    this.#latency.reset();
    const meter = new Meter(this.#server);
    const { sent, ms, lateP99 } = await openLoop(rate, seconds, (i) => {
      const { seq, client, frame } = list[i];
      this.#sentAt.set(seq, performance.now());
      client.send(frame);
    });
    meter.stopSending();
    for (let waited = 0; waited < DRAIN_MS && this.#latency.count < sent; waited += 20) await sleep(20);
    const share = this.#latency.count / sent;
    const deliveries = share * sent * (PEOPLE - 1);
    const closed = this.#rooms.flatMap(({ clients }) => clients.filter((client) => client.closed));
    return {
      sent,
      lateP99,
      share,
      deliveriesPerSecond: deliveries / (ms / 1000),
      closed: closed.map((client) => client.closeCode),
      ...this.#latency.quantiles(),
      ...meter.result(deliveries),
    };
  }

  close() {
    for (const { clients } of this.#rooms) for (const client of clients) client.close();
  }
}
