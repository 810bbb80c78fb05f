/** A room full of clients, some of them looking at every update, and authors among them who move notes. */
import { Client } from './Client.mjs';
import { Meter } from './Meter.mjs';
import { openLoop } from './openLoop.mjs';
import { Samples } from './Samples.mjs';
import { sleep } from './ServerProcess.mjs';
import { updateFrame } from './wire.mjs';
import { Author, eachMark, makeBoard } from './workload.mjs';

const SAMPLED = 20;
const WAVE = 50;
const MAX_UPDATES = 1 << 21;
/** How long the last updates may take to arrive. */
const DRAIN_MS = 2000;

/** `count` of `total` places, evenly spread from the last one down. */
export const spread = (total, count) =>
  new Set(
    Array.from(
      { length: Math.min(total, count) },
      (_, i) => total - 1 - Math.floor((i * total) / Math.min(total, count)),
    ),
  );

export class Crowd {
  clients = [];
  #server;
  #target;
  #sampled;
  #authors = [];
  #latency = new Samples();
  #sentAt = new Float64Array(MAX_UPDATES);
  #owner = new Uint16Array(MAX_UPDATES);
  #nextSeq = 1;
  #received = 0;

  constructor(server, target, size) {
    this.#server = server;
    this.#target = target;
    this.#sampled = spread(size, SAMPLED);
  }

  /** A board of `notes`, `size` people on it, the first `authors` of an even spread of them writing. */
  static async gather(server, target, { size, authors, notes, presence = false, onPresence = () => null }) {
    const crowd = new Crowd(server, target, size);
    const board = makeBoard(notes);
    const room = await target.openRoom(server, 'bench');
    const seeder = new Client(server.port, await room.seat(), { relay: target.relay });
    await seeder.synced;
    seeder.send(updateFrame(board));
    await sleep(300);
    await crowd.#join(room, size, { needBytes: target.relay ? 0 : board.length * 0.9, presence, onPresence });
    seeder.close();
    crowd.#authors = Array.from({ length: authors }, (_, i) => ({
      author: new Author(board, notes, i, authors),
      client: Math.floor((i * size) / authors),
    }));
    await sleep(500);
    return crowd;
  }

  async #join(room, size, { needBytes, presence, onPresence }) {
    for (let from = 0; from < size; from += WAVE) {
      const places = Array.from({ length: Math.min(WAVE, size - from) }, (_, i) => from + i);
      const seats = await Promise.all(places.map(() => room.seat({ presence })));
      const wave = places.map((place, i) => {
        const onUpdate = this.#sampled.has(place) ? this.#watch(place) : null;
        const options = { relay: this.#target.relay, needBytes, onUpdate, onPresence: onPresence(place) };
        const client = new Client(this.#server.port, seats[i], options);
        this.clients.push(client);
        return client.synced;
      });
      await Promise.all(wave);
    }
  }

  /** What a sampled client does with an update: one's own, sent back by some servers, is no delivery. */
  #watch(place) {
    const found = (seq) => {
      if (this.#owner[seq] === place) return;
      this.#received++;
      this.#latency.push(performance.now() - this.#sentAt[seq]);
    };
    return (buffer, start, end) => eachMark(buffer, start, end, found);
  }

  #prepare(count) {
    return Array.from({ length: count }, (_, i) => {
      const { author, client } = this.#authors[i % this.#authors.length];
      const seq = this.#nextSeq++;
      this.#owner[seq] = client;
      return { seq, client, frame: updateFrame(author.move(seq)) };
    });
  }

  /**
   * Moves notes at `rate` a second in all for `seconds`. A delivery is one update at one person other than its sender; the share that
   * arrived is taken from the sampled clients.
   */
  async move(rate, seconds) {
    const list = this.#prepare(Math.round(rate * seconds));
    this.#latency.reset();
    this.#received = 0;
    for (const client of this.clients) client.resetCounts();
    const meter = new Meter(this.#server);
    const { sent, ms, lateP99 } = await openLoop(rate, seconds, (i) => {
      const { seq, client, frame } = list[i];
      this.#sentAt[seq] = performance.now();
      this.clients[client].send(frame);
    });
    meter.stopSending();
    const due = list
      .slice(0, sent)
      .reduce((sum, { client }) => sum + this.#sampled.size - (this.#sampled.has(client) ? 1 : 0), 0);
    for (let waited = 0; waited < DRAIN_MS && this.#received < due; waited += 20) await sleep(20);
    const share = due > 0 ? this.#received / due : 0;
    const deliveries = share * sent * (this.clients.length - 1);
    return {
      rate,
      sent,
      lateP99,
      share,
      deliveriesPerSecond: deliveries / (ms / 1000),
      framesPerSecond: this.clients.reduce((sum, client) => sum + client.updateFrames, 0) / (ms / 1000),
      closed: this.clients.filter((client) => client.closed).map((client) => client.closeCode),
      ...this.#latency.quantiles(),
      ...meter.result(deliveries),
    };
  }

  close() {
    for (const client of this.clients) client.close();
  }
}
