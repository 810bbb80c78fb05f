/**
 * Pictures nothing names any more, on a real server with a real file, day after day: when they go, and all that keeps them. The days are the
 * server's own clock; what is looked at is the disk, since asking for a picture is a use of it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CreatedBoard } from '../../server/http/ports.ts';
import { StorageError } from '../../server/storage/Storage.ts';
import { SqliteStorage } from '../../server/storage/sqlite/SqliteStorage.ts';
import { createElements, deleteElements } from '../../shared/board/operations.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { eventually } from '../helpers/eventually.ts';
import * as files from '../helpers/pictureFiles.ts';
import { connect, type RawClient } from '../helpers/rawClient.ts';
import { type InProcessServer, startServer } from '../helpers/server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS = LIMITS.unusedPictureDays;

describe('a picture', () => {
  let folder: string;
  let storage: SqliteStorage;
  let server: InProcessServer;
  let board: CreatedBoard;
  let clock: number;
  /** Days that were counted on the disk. */
  let counted: number[];
  const clients: RawClient[] = [];

  const start = async (): Promise<void> => {
    storage = await SqliteStorage.open(folder);
    const commit = storage.commit.bind(storage);
    storage.commit = async (batch) => {
      await commit(batch);
      for (const write of batch) if (write.type === 'pictureUse') counted.push(write.day);
    };
    server = await startServer({ storage, now: () => clock, unusedPictures: { firstMs: 1, everyMs: 5 } });
  };
  /** Everybody has gone, and the rooms with them. */
  const restart = async (): Promise<void> => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
    await start();
  };
  const nextDay = async (days = 1): Promise<void> => {
    clock += days * DAY_MS;
    const today = Math.floor(clock / DAY_MS);
    await eventually(() => expect(counted).toContain(today));
  };
  const pass = async (days: number): Promise<void> => {
    for (let day = 0; day < days; day++) await nextDay();
  };
  const arrive = async (): Promise<RawClient> => {
    const client = await connect(server, board.id, board.secrets.facilitate);
    clients.push(client);
    return client.synced();
  };
  const address = (): string => `${server.url}/api/boards/${board.id}/pictures`;
  const authorization = async (): Promise<{ authorization: string }> => {
    const { ticket } = await server.join(board.id, { secret: board.secrets.facilitate });
    return { authorization: `Bearer ${ticket}` };
  };
  const send = async (side: number): Promise<{ hash: string; status: number }> => {
    const body = new Uint8Array(await files.jpeg(side, side));
    const response = await fetch(address(), { method: 'POST', body, headers: await authorization() });
    return { ...((await response.json()) as { hash: string }), status: response.status };
  };
  const show = ({ board: doc }: RawClient, hash: string): ElementId => {
    const props = { hash, width: 40, height: 40 };
    return createElements(doc, 'image', [{ kind: 'image', parent: null, at: { x: 0, y: 0 }, props }])[0] as ElementId;
  };
  const kept = async (): Promise<string[]> => (await storage.listPictures(board.id)).map(({ hash }) => hash);
  const unusedDays = async (hash: string): Promise<number | undefined> =>
    (await storage.listPictures(board.id)).find((one) => one.hash === hash)?.unusedDays;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pele-mele-unused-'));
    clock = Date.UTC(2026, 10, 22);
    counted = [];
    await start();
    board = await server.createBoard({ title: 'Les vitrines de la rue Haute' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('that stands on the board stays; one that was taken off goes when it has been gone for thirty days', async () => {
    const [stays, goes] = [await send(40), await send(41)];
    const ana = await arrive();
    show(ana, stays.hash);
    const element = show(ana, goes.hash);
    await ana.allSaved();
    await restart();
    await nextDay();
    await nextDay();
    const again = await arrive();
    deleteElements(again.board, 'delete', [element]);
    await again.allSaved();
    await restart();
    await pass(DAYS - 1);
    expect((await kept()).sort()).toEqual([stays.hash, goes.hash].sort());
    expect(await unusedDays(goes.hash)).toBe(DAYS - 1);
    await nextDay();
    await eventually(async () => expect(await kept()).toEqual([stays.hash]));
    await pass(5);
    expect(await unusedDays(stays.hash)).toBe(0);
    expect((await fetch(`${address()}/${stays.hash}`, { headers: await authorization() })).status).toBe(200);
    expect((await fetch(`${address()}/${goes.hash}`, { headers: await authorization() })).status).toBe(404);
    expect(await send(41)).toEqual({ ...goes, status: 201 });
  });

  it('stays when somebody brings its element back before that, and all days count anew', async () => {
    const { hash } = await send(40);
    const ana = await arrive();
    const element = show(ana, hash);
    await ana.allSaved();
    deleteElements(ana.board, 'delete', [element]);
    await ana.allSaved();
    await restart();
    // The day it was brought may have counted.
    await pass(DAYS - 2);
    show(await arrive(), hash);
    await clients[0]?.allSaved();
    await nextDay();
    expect(await unusedDays(hash)).toBe(0);
    deleteElements((clients[0] as RawClient).board, 'delete', [...(clients[0] as RawClient).board.ids()]);
    await clients[0]?.allSaved();
    await restart();
    await pass(DAYS - 2);
    expect(await kept()).toEqual([hash]);
  });

  it('stays for as long as anybody is on the board, who may undo what they deleted', async () => {
    const { hash } = await send(40);
    const ana = await arrive();
    await pass(DAYS + 5);
    expect(await unusedDays(hash)).toBeGreaterThanOrEqual(DAYS + 5);
    show(ana, hash);
    await ana.allSaved();
    await nextDay();
    expect(await unusedDays(hash)).toBe(0);
  });

  it('stays when it is asked for, or sent once more', async () => {
    const [asked, sent] = [await send(40), await send(41)];
    await restart();
    await pass(DAYS - 2);
    expect((await fetch(`${address()}/${asked.hash}`, { headers: await authorization() })).status).toBe(200);
    expect((await send(41)).status).toBe(200);
    await nextDay();
    expect([await unusedDays(asked.hash), await unusedDays(sent.hash)]).toEqual([0, 0]);
  });

  it('stays on a computer that is switched on twice a year, or whose clock leaps', async () => {
    const { hash } = await send(40);
    for (let evening = 1; evening < 6; evening++) {
      await restart();
      await nextDay(180);
      const before = counted.length;
      await restart();
      await eventually(() => expect(counted.length).toBeGreaterThan(before));
      expect(await unusedDays(hash)).toBeLessThanOrEqual(evening + 1);
    }
    expect(await kept()).toEqual([hash]);
  });

  it('stays when a document of its board cannot be read', async () => {
    const { hash } = await send(40);
    await restart();
    await pass(DAYS - 2);
    let tried = 0;
    storage.loadDoc = () => {
      tried++;
      return Promise.reject(new StorageError('damaged', 'pages that make no sense'));
    };
    // A board without documents has none to read: this one is given one.
    storage.listDocs = () => Promise.resolve(['board']);
    for (let day = 1; day < 5; day++) {
      clock += DAY_MS;
      await eventually(() => expect(tried).toBeGreaterThanOrEqual(day));
    }
    await eventually(() => expect(server.log()).toContain('unused pictures not looked for'));
    expect(await kept()).toEqual([hash]);
  });
});
