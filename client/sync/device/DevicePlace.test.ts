import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DevicePlace, type PlacePorts } from './DevicePlace.ts';
import { answerOf, openDatabase } from './database.ts';

const KEY = { board: 'b', epoch: 'e', participant: 'p' };
const WHOLE = new Uint8Array([42]);

describe('DevicePlace', () => {
  let database: IDBDatabase;
  const rows = (): Promise<number> => answerOf(database.transaction('updates').objectStore('updates').count());
  const open = (): DevicePlace => {
    const ports: PlacePorts = {
      after: () => () => undefined,
      whole: () => WHOLE,
      waiting: () => [],
      onProblem: () => undefined,
    };
    return new DevicePlace(database, KEY, ports);
  };
  const write = async (place: DevicePlace, byte: number): Promise<void> => {
    place.changed('board', new Uint8Array([byte]), true);
    await place.flush();
  };

  beforeEach(async () => {
    database = await openDatabase(new IDBFactory());
  });

  it('makes one row of many, that of the whole document, and leaves alone what another tab wrote', async () => {
    const other = open();
    await write(other, 7);
    const place = open();
    for (let at = 0; at < 300; at++) await write(place, 1);
    expect(await rows()).toBe(301);
    await write(place, 2);
    expect(await rows()).toBe(2);
    const { updates } = await open().read();
    expect(updates.board).toEqual([new Uint8Array([7]), WHOLE]);
  });

  it('replaces what is over whoever wrote it, and what is damaged only where it has read it', async () => {
    const other = open();
    await write(other, 7);
    const place = open();
    place.beginAnew('board');
    await place.flush();
    expect(await rows()).toBe(2);
    place.beginAnew('board', true);
    await place.flush();
    expect(await rows()).toBe(1);
  });

  it('writes a change and the count of it together, or neither', async () => {
    const place = open();
    place.changed('board', new Uint8Array([1]), true);
    place.waits({ id: 'c1', document: 'board', gesture: null, elements: ['n1'] });
    expect((await open().read()).waiting).toEqual([]);
    await place.flush();
    const kept = await open().read();
    expect(kept.updates.board).toHaveLength(1);
    expect(kept.waiting).toMatchObject([{ id: 'c1', elements: ['n1'] }]);
  });

  it('writes nothing any more once it is erased', async () => {
    const place = open();
    await write(place, 1);
    await place.erase();
    await write(place, 2);
    expect(await rows()).toBe(0);
  });
});
