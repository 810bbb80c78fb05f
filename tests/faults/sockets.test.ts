/**
 * The same story as the simulator's with nothing simulated: a server process on SQLite, real sockets through lines that break, people of
 * ours and stock providers, kills. At the end of every round the server is killed, and what a stranger reads of the disk is what everyone has.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { eventually } from '../helpers/eventually.ts';
import { createProgress } from '../helpers/progress.ts';
import { Random } from '../helpers/random.ts';
import { RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';
import { contentHash, shownHash } from './simulator/contentHash.ts';
import { type Edit, Ledger } from './simulator/Ledger.ts';
import { randomAreaEdit } from './simulator/randomAreaEdit.ts';
import { randomCanvasEdit } from './simulator/randomCanvasEdit.ts';
import { randomEdit } from './simulator/randomEdit.ts';
import { arriveAs, type SocketPerson } from './simulator/SocketPerson.ts';

/** Of a long run, this file takes a quarter. */
const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0) / 4;
/** A seed that failed is told again with its neighbours: what happens between real processes happens at its own time. */
const ONLY = Number(process.env.PELEMELE_FAULT_SEED ?? 0);
const FIRST = ONLY || 1;
const SEEDS = ONLY ? 1 : 50;
/** Stories told at the same time, each on a board of its own. */
const AT_ONCE = 5;
const HAPPENINGS = 60;
const PATIENCE = { timeoutMs: 90_000, everyMs: 50 };

/** One board, its people and its book. */
class SocketStory {
  readonly ledger = new Ledger();
  readonly #random: Random;
  readonly #server: () => SpawnedServer;
  readonly people: SocketPerson[] = [];
  board = '';
  #tickets: string[] = [];
  #ids = 0;

  constructor(seed: number, server: () => SpawnedServer) {
    this.#random = new Random(seed);
    this.#server = server;
  }

  async open(): Promise<void> {
    const server = this.#server();
    const { id, secrets } = await server.createBoard();
    this.board = id;
    const port = Number(new URL(server.url).port);
    for (let i = 0; i < 4; i++) {
      const { ticket, participant } = await server.join(id, {
        secret: i === 0 ? secrets.facilitate : secrets.participate,
      });
      this.#tickets.push(ticket);
      const { ledger } = this;
      const person = { name: `p${i}`, participant: participant.id, isStock: i === 3 };
      this.people.push(await arriveAs({ ...person, board: id, ticket, port, ledger }));
    }
  }

  /** One thing that happens. */
  happen(): void {
    const random = this.#random;
    const person = random.pick(this.people);
    const { proxy } = person;
    const roll = random.below(100);
    if (roll < 80) {
      const editing = {
        name: person.name,
        me: person.participant,
        people: this.people.map(({ participant }) => participant),
        board: person.board,
        random,
        ledger: this.ledger,
        next: () => this.#ids++,
        make: (edit: Edit, write: (board: BoardDoc) => void) => person.edit(edit, write),
      };
      random.pick([randomEdit, randomCanvasEdit, randomAreaEdit])(editing);
    } else if (roll < 83) proxy.cut('reset');
    else if (roll < 85) proxy.cut('close');
    else if (roll < 88) proxy.faults.delayMs = random.below(60);
    else if (roll < 90) proxy.faults.chunkBytes = random.below(2);
    else if (roll < 94) {
      proxy.faults.isStalled = true;
      setTimeout(() => person.flow(), random.below(400));
    } else if (roll < 97) {
      proxy.deafen(random.below(2) === 0 ? 'up' : 'down');
      person.comeAgain();
    } else person.reload(random.below(3) === 0);
  }

  async live(): Promise<void> {
    for (let i = 0; i < HAPPENINGS; i++) {
      this.happen();
      await new Promise((resolve) => setTimeout(resolve, this.#random.below(15)));
    }
  }

  /** What a stranger finds. */
  async read(): Promise<BoardDoc> {
    const stranger = new RawClient(this.#server().wsUrl, this.board, this.#tickets[1] as string);
    await eventually(() => expect(stranger.isSynced).toBe(true), PATIENCE);
    stranger.leave();
    return stranger.board;
  }

  /** All that anyone has seen of others is on the disk that a killed server left. */
  async expectSeenOnDisk(seen: readonly ReadonlyMap<number, number>[]): Promise<void> {
    const { doc } = await this.read();
    for (const state of seen)
      for (const [client, clock] of state)
        if (clock > Y.getState(doc.store, client)) this.ledger.fail(`${client}:${clock} was seen and is lost`);
  }

  /** No more faults: everyone ends with the same board. Answers its hash. */
  async peace(): Promise<string> {
    for (const person of this.people) person.heal();
    await eventually(async () => {
      for (const person of this.people) expect(person.trouble()).toBeNull();
      const hashes = new Set(this.people.map(({ board }) => contentHash(board.doc)));
      expect(hashes.size).toBe(1);
    }, PATIENCE);
    for (const person of this.people) person.settle();
    const read = await this.read();
    const leads = new Set(this.people.slice(0, 1).map(({ participant }) => participant));
    const elements = new Map([...read.elements()].map((element) => [element.id, element]));
    this.ledger.judge(elements, new Set(), new Map(), leads);
    const hash = contentHash(read.doc);
    const shown = shownHash(new BoardDoc(read.doc));
    if (this.people.some(({ board }) => shownHash(board) !== shown))
      this.ledger.fail('people are shown other arrangements');
    if (this.people.some(({ board }) => contentHash(board.doc) !== hash))
      this.ledger.fail('a stranger reads another board');
    return hash;
  }

  async leave(): Promise<void> {
    await Promise.all(this.people.map((person) => person.leave()));
  }
}

describe('a server behind broken lines', () => {
  let server: SpawnedServer;
  beforeAll(async () => {
    server = await spawnServer();
  }, 120_000);
  afterAll(() => server.dispose());

  it(
    `has told everyone the same in the end, in ${MINUTES > 0 ? `${MINUTES} minutes` : SEEDS} seeded stories`,
    async () => {
      const end = performance.now() + MINUTES * 60_000;
      const total = { stories: 0, edits: 0, acks: 0, connections: 0 };
      const progress = createProgress('stories over sockets');
      for (let seed = FIRST; total.stories < SEEDS || performance.now() < end; seed += AT_ONCE) {
        progress(total.stories, 0);
        const stories = Array.from({ length: AT_ONCE }, (_, i) => new SocketStory(seed + i, () => server));
        await Promise.all(stories.map((story) => story.open()));
        await Promise.all(stories.map((story) => story.live()));
        // Killed, or asked to end, in the middle of it; nobody who saw anything is there when it is read again.
        await server.kill(seed % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
        const seen = stories.map((story) => story.people.map((person) => person.freeze()));
        server = await server.restart();
        await Promise.all(stories.map((story, i) => story.expectSeenOnDisk(seen[i] ?? [])));
        for (const person of stories.flatMap(({ people }) => people)) person.thaw();
        await Promise.all(stories.map((story) => story.live()));
        const hashes = await Promise.all(stories.map((story) => story.peace()));
        for (const story of stories) await story.leave();
        server = await server.restart();
        for (const [i, story] of stories.entries()) {
          if (contentHash((await story.read()).doc) !== hashes[i]) story.ledger.fail('the disk has another board');
          const { problems, edits, acks, connections } = story.ledger;
          expect({ seed: seed + i, problems }).toEqual({ seed: seed + i, problems: [] });
          total.stories++;
          total.edits += edits.length;
          total.acks += acks;
          total.connections += connections;
        }
      }
      process.stdout.write(`    ${JSON.stringify(total)}\n`);
      expect(total.acks).toBeGreaterThan(total.edits / 3);
    },
    1_200_000 + MINUTES * 180_000,
  );
});
