/** Many people and bad lines against one server: everybody at once, nobody in time, one who does not read, one who sends bombs. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { MESSAGE } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import { type FaultProxy, openFaultProxy } from '../helpers/faultProxy.ts';
import { contentOf, RawClient } from '../helpers/rawClient.ts';
import { type SpawnedServer, spawnServer } from '../helpers/server.ts';

const MINUTES = Number(process.env.PELEMELE_FAULT_MINUTES ?? 0);
const ENDING = MINUTES > 0 ? 500 : 100;
const RETURNING = MINUTES > 0 ? 1_000 : 200;
/** Bytes sent to everyone past somebody who does not read; before, as many as the memory of a process takes to find its level. */
const BROADCAST = (MINUTES > 0 ? 300 : 24) * 1024 * 1024;
const WARMING = 16 * 1024 * 1024;
const PATIENCE = { timeoutMs: 90_000, everyMs: 50 };

/** Resident memory of a process in bytes. */
const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;

/** How often a process closed a socket with this code. */
const closings = (server: SpawnedServer, code: number): number => server.output().split(`"code":${code}`).length - 1;

describe('a crowd', () => {
  let server: SpawnedServer;
  let board: CreatedBoard;
  const clients: RawClient[] = [];
  const proxies: FaultProxy[] = [];

  beforeEach(async () => {
    server = await spawnServer();
    board = await server.createBoard({ title: 'Une place pour tous' });
  }, 120_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    for (const proxy of proxies.splice(0)) await proxy.close();
    await server.dispose();
  });

  const newTicket = async (): Promise<string> =>
    (await server.join(board.id, { secret: board.secrets.participate })).ticket;
  const open = (
    ticket: string,
    options: ConstructorParameters<typeof RawClient>[3] & { url?: string } = {},
  ): RawClient => {
    const client = new RawClient(options.url ?? server.wsUrl, board.id, ticket, options);
    clients.push(client);
    return client;
  };
  const arrive = async (): Promise<RawClient> => synced(open(await newTicket()));
  const synced = async (client: RawClient): Promise<RawClient> => {
    await eventually(
      () => expect({ isSynced: client.isSynced, code: client.closeCode }).toEqual({ isSynced: true, code: null }),
      PATIENCE,
    );
    return client;
  };
  const throughProxy = async (): Promise<FaultProxy> => {
    const proxy = await openFaultProxy(Number(new URL(server.url).port));
    proxies.push(proxy);
    return proxy;
  };
  /** People of few participants: what is tried is sockets. */
  const crowd = async (size: number): Promise<RawClient[]> => {
    const tickets = await Promise.all(Array.from({ length: 10 }, newTicket));
    const people = Array.from({ length: size }, (_, i) => open(tickets[i % 10] as string));
    for (const person of people) await synced(person);
    return people;
  };

  it(`of ${ENDING} is told to come back when the server is asked to end, and all that was taken in is on disk`, async () => {
    const people = await crowd(ENDING);
    for (const [i, person] of people.entries()) person.addNote(`n${i}`, `Juste avant la fin, ${i}`);
    // Asked as soon as the first has an answer: the others' notes are under way.
    await eventually(() => expect(people.some(({ saved }) => saved > 1)).toBe(true), PATIENCE);
    expect(await server.kill('SIGTERM')).toBe(0);
    for (const person of people)
      expect([1012, 1006]).toContain(
        await eventually(() => {
          if (person.closeCode === null) throw new Error('open');
          return person.closeCode;
        }, PATIENCE),
      );
    expect(people.filter(({ closeCode }) => closeCode === 1012).length).toBe(ENDING);
    const safe = people.flatMap((person, i) => (person.saved === person.sent ? [`n${i}`] : []));
    const seen = people.flatMap((person, i) => [...person.board.ids()].filter((id) => id !== `n${i}`));
    server = await server.restart();
    const stranger = await arrive();
    expect([...new Set([...safe, ...seen])].filter((id) => !stranger.board.get(id))).toEqual([]);
  }, 300_000);

  it(`of ${RETURNING} comes back at once after a kill, and everyone has the same board`, async () => {
    const people = await crowd(RETURNING);
    people[0]?.addNote('before', 'Avant la chute');
    await eventually(() => expect(people.every(({ board }) => board.size === 1)).toBe(true), PATIENCE);
    server = await server.restart();
    const tickets = await Promise.all(Array.from({ length: 10 }, newTicket));
    const back = people.map(({ doc }, i) => open(tickets[i % 10] as string, { doc, isSilent: i % 10 !== 0 }));
    for (const [i, person] of back.entries()) {
      // The silent ones only read: their documents know all there is.
      if (i % 10 === 0) await synced(person);
      else await eventually(() => expect(person.welcome).not.toBeNull(), PATIENCE);
    }
    const writer = await arrive();
    writer.addNote('after', 'Après la chute');
    await eventually(() => expect(writer.saved).toBe(writer.sent), PATIENCE);
    for (const person of back) {
      person.sendStep1();
      await eventually(() => expect(person.board.size).toBe(2), PATIENCE);
    }
    const expected = JSON.stringify(contentOf(writer.doc));
    expect(back.every(({ doc }) => JSON.stringify(contentOf(doc)) === expected)).toBe(true);
  }, 300_000);

  it('member on a flapping line leaves no trace of the lines it had', async () => {
    const proxy = await throughProxy();
    const ticket = await newTicket();
    const watcher = await arrive();
    const flapper = open(ticket, { url: proxy.wsUrl });
    await synced(flapper);
    const { doc } = flapper;
    for (let flap = 0; flap < 60; flap++) {
      const client = open(ticket, { url: proxy.wsUrl, doc });
      await synced(client);
      client.showPresence(`{"cursor":[${flap},0]}`);
      client.addNote(`f${flap}`, 'Entre deux tunnels');
      proxy.cut(flap % 2 === 0 ? 'reset' : 'close');
      await eventually(() => expect(client.closeCode).not.toBeNull(), PATIENCE);
    }
    const last = await synced(open(ticket, { url: proxy.wsUrl, doc }));
    await eventually(() => expect(last.saved).toBe(last.sent), PATIENCE);
    await eventually(() => expect(contentOf(watcher.doc)).toEqual(contentOf(doc)), PATIENCE);
    expect(watcher.board.size).toBe(60);
    await eventually(() => expect(watcher.eventsOf('roster').at(-1)?.count).toBe(2), PATIENCE);
    await eventually(() => expect(watcher.presence.size).toBe(0), PATIENCE);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(/^pelemele_connections (\d+)$/m.exec(metrics)?.[1]).toBe('2');
  }, 300_000);

  it('member whose line is dead without a word is noticed, and its new line is not torn down with the old one', async () => {
    const proxy = await throughProxy();
    const ticket = await newTicket();
    const watcher = await arrive();
    const old = await synced(open(ticket, { url: proxy.wsUrl }));
    old.showPresence('{"cursor":[1,1]}');
    await eventually(() => expect(watcher.presence.size).toBe(1), PATIENCE);
    proxy.deafen('up');
    proxy.deafen('down');
    const next = await synced(open(ticket, { doc: old.doc }));
    next.showPresence('{"cursor":[2,2]}');
    await eventually(() => expect(watcher.eventsOf('roster').at(-1)?.count).toBe(3), PATIENCE);
    // Nothing passes on the old line, not even its end: only the silence tells.
    await eventually(() => expect(watcher.eventsOf('roster').at(-1)?.count).toBe(2), PATIENCE);
    await eventually(() => expect([...watcher.presence.values()]).toEqual(['{"cursor":[2,2]}']), PATIENCE);
    next.addNote('n1', 'Toujours en ligne');
    await eventually(() => expect(watcher.board.get('n1')?.text).toBe('Toujours en ligne'), PATIENCE);
    expect(next.closeCode).toBeNull();
  }, 180_000);

  it(`member who does not read loses presence first, is closed 4508, and costs neither memory nor the others, while ${BROADCAST / 2 ** 20} MB pass`, async () => {
    const [writer, reader] = [await arrive(), await arrive()];
    const text = 'Une très longue contribution. '.repeat(330);
    let round = 0;
    let passed = 0;
    /** Notes that take the place of the ones before: the board stays small, and what is sent does not. */
    const say = async (): Promise<void> => {
      writer.showPresence(`{"cursor":[${round},${round}],"t":"${'x'.repeat(1_500)}"}`);
      writer.board.edit('many', (write) => {
        for (let n = 0; n < 8; n++) {
          write.create({ id: `b${round}-${n}`, kind: 'note', place: [null, 0, 0], z: 'a0', text });
          if (round > 0) write.delete(`b${round - 1}-${n}`);
        }
      });
      round++;
      passed += 8 * text.length;
      await eventually(() => expect(writer.saved).toBe(writer.sent), { ...PATIENCE, everyMs: 2 });
      // What it was sent is not what is asked here, and this process has a memory too.
      reader.messages.length = 0;
    };
    while (passed < WARMING) await say();
    const before = residentBytes(server.pid);
    let most = before;
    let slow: RawClient | null = null;
    const slowOnes: RawClient[] = [];
    for (passed = 0; passed < BROADCAST || slowOnes.length === 0; ) {
      if (slow === null) {
        slow = await synced(open(await newTicket()));
        slow.socket.pause();
      }
      await say();
      most = Math.max(most, residentBytes(server.pid));
      if (closings(server, 4508) > slowOnes.length) {
        slowOnes.push(slow);
        // The first reads on, to see what it was sent; the others never do.
        if (slowOnes.length === 1) slow.socket.resume();
        slow = null;
      }
    }
    await eventually(() => expect([...reader.board.ids()]).toEqual([...writer.board.ids()]), PATIENCE);
    process.stdout.write(
      `    ${Math.round(passed / 2 ** 20)} MB past ${slowOnes.length} who do not read: ${Math.round((most - before) / 2 ** 20)} MB more\n`,
    );
    expect(most - before).toBeLessThan(64 * 1024 * 1024);
    expect(reader.closeCode).toBeNull();
    const [first] = slowOnes as [RawClient];
    await eventually(() => expect(first.closeCode).not.toBeNull(), PATIENCE);
    // Of what had piled up for it, the last part holds updates and nobody's cursor.
    const types = first.messages.map(([type]) => type);
    const afterPresence = types.slice(types.lastIndexOf(MESSAGE.presence) + 1);
    expect(afterPresence.filter((type) => type === MESSAGE.sync).length).toBeGreaterThan(10);
    const back = await synced(open(await newTicket(), { doc: first.doc }));
    await eventually(() => expect(contentOf(back.doc)).toEqual(contentOf(writer.doc)), PATIENCE);
  }, 600_000);

  it('member who offers compression is answered without it, and a compressed bomb is not even unpacked', async () => {
    const ticket = await newTicket();
    const { port } = new URL(server.url);
    const socket = connectTcp(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    const key = randomBytes(16).toString('base64');
    const offer = 'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits';
    socket.write(
      `GET /sync/${board.id}?ticket=${ticket} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n${offer}\r\n\r\n`,
    );
    let answer = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      answer = Buffer.concat([answer, bytes]);
    });
    await eventually(() => expect(answer.includes('\r\n\r\n')).toBe(true));
    expect(answer.toString('latin1')).toMatch(/^HTTP\/1\.1 101 /);
    expect(answer.toString('latin1')).not.toMatch(/sec-websocket-extensions/i);
    const before = residentBytes(server.pid);
    // Half a gigabyte of zeroes in half a megabyte, marked as compressed (RSV1), masked with zeroes.
    const bomb = deflateRawSync(Buffer.alloc(512 * 1024 * 1024));
    const header = Buffer.alloc(14);
    header[0] = 0xc2;
    header[1] = 0xff;
    header.writeBigUInt64BE(BigInt(bomb.length), 2);
    expect(bomb.length).toBeLessThan(LIMITS.messageBytes);
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    socket.write(Buffer.concat([header, bomb]));
    await closed;
    expect(residentBytes(server.pid) - before).toBeLessThan(128 * 1024 * 1024);
    const ana = await arrive();
    ana.addNote('n1', 'Toujours debout');
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
  }, 120_000);

  it('meets on a board of ten thousand elements, cold and warm, and works there', async () => {
    const ana = await arrive();
    for (let part = 0; part < 20; part++) {
      ana.board.edit('many', (write) => {
        for (let i = 0; i < 500; i++) {
          const n = part * 500 + i;
          write.create({
            id: `e${n}`,
            kind: 'note',
            place: [null, (n % 100) * 220, Math.floor(n / 100) * 220],
            z: 'a0',
            text: `Idée ${n}`,
          });
        }
      });
    }
    await eventually(() => expect(ana.saved).toBe(ana.sent), PATIENCE);
    const warm = await arrive();
    expect(warm.board.size).toBe(10_000);
    server = await server.restart();
    const cold = await Promise.all([arrive(), arrive(), arrive()]);
    for (const client of cold) expect(client.board.size).toBe(10_000);
    const [one, two] = cold;
    one?.board.edit('x', (write) => {
      write.set('e77', { place: [null, 1, 2] });
      for (let n = 100; n < 400; n++) write.delete(`e${n}`);
    });
    await eventually(
      () => expect([two?.board.size, two?.board.get('e77')?.place]).toEqual([9_700, [null, 1, 2]]),
      PATIENCE,
    );
  }, 300_000);
});
