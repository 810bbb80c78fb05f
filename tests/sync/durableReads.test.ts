/** Whoever asks for the board while the disk takes nothing is told what the disk has, and kept waiting by nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryStorage } from '../../server/storage/memory/MemoryStorage.ts';
import { eventually } from '../helpers/eventually.ts';
import { contentOf, type RawClient } from '../helpers/rawClient.ts';
import { BOARD, type RoomServer, startRooms } from '../helpers/roomServer.ts';

describe('the board as the disk has it', () => {
  let server: RoomServer;
  let storage: MemoryStorage;
  let ana: RawClient;
  beforeEach(async () => {
    storage = new MemoryStorage();
    server = await startRooms({ storage });
    ana = await server.arrive('ana');
    ana.addNote('before', 'Quand le disque écrivait');
    await ana.allSaved();
  });
  afterEach(() => server.close());

  const idsOf = (state: Uint8Array | null): string[] => {
    const doc = new Y.Doc();
    if (state) Y.applyUpdate(doc, state);
    return Object.keys(contentOf(doc)).sort();
  };

  it('is given to whoever had asked before the disk failed, and was waiting for it', async () => {
    const release = storage.hold();
    ana.addNote('during', 'Pendant la panne');
    await ana.heard();
    const asked = server.rooms.state(BOARD);
    let isAnswered = false;
    void asked.then(() => {
      isAnswered = true;
    });
    await ana.heard();
    expect(isAnswered).toBe(false);
    storage.failNext(Number.POSITIVE_INFINITY);
    release();
    await eventually(() => expect(ana.eventsOf('storage').at(-1)?.paused).toBe(true));
    await eventually(() => expect(isAnswered).toBe(true));
    expect(idsOf(await asked)).toEqual(['before']);
  });

  it('is given to whoever asks or comes while it fails, and all of it once it is well', async () => {
    storage.failNext(Number.POSITIVE_INFINITY);
    ana.addNote('during', 'Pendant la panne');
    await eventually(() => expect(ana.eventsOf('storage').at(-1)?.paused).toBe(true));
    expect(idsOf(await server.rooms.state(BOARD))).toEqual(['before']);
    const late = await server.arrive('bruno');
    expect([...late.board.ids()]).toEqual(['before']);
    storage.failNext(0);
    await ana.allSaved();
    await eventually(() => expect([...late.board.ids()].sort()).toEqual(['before', 'during']));
    expect(idsOf(await server.rooms.state(BOARD))).toEqual(['before', 'during']);
  });
});
