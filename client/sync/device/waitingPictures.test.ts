import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { createDeviceStore } from './DeviceStore.ts';
import { answerOf, openDatabase, type PictureRow } from './database.ts';

const row = (id: string, board: string, participant: string): PictureRow => ({
  id,
  board,
  participant,
  type: 'image/jpeg',
  bytes: new Uint8Array([1, 2, 3]).buffer,
  width: 30,
  height: 20,
  at: { x: 5, y: 6 },
  size: [30, 20],
});

describe('pictures that wait on this device', () => {
  it('are found again by board and person, and go one by one', async () => {
    const factory = new IDBFactory();
    const first = createDeviceStore(() => factory);
    for (const [id, board, who] of [
      ['p1', 'place', 'lea'],
      ['p2', 'place', 'ana'],
      ['p3', 'halle', 'lea'],
      ['p4', 'place', 'lea'],
    ] as const)
      await first.pictures.keep(row(id, board, who));
    await first.pictures.remove('p4');
    const again = createDeviceStore(() => factory);
    expect(await again.pictures.list('place', 'lea')).toEqual([row('p1', 'place', 'lea')]);
  });

  it('keep a new place, and do not come back by being moved', async () => {
    const store = createDeviceStore(() => factory);
    const factory = new IDBFactory();
    await store.pictures.keep(row('p1', 'place', 'lea'));
    await store.pictures.move('p1', { x: 70, y: 80 });
    await store.pictures.move('p2', { x: 1, y: 1 });
    expect(await store.pictures.list('place', 'lea')).toEqual([{ ...row('p1', 'place', 'lea'), at: { x: 70, y: 80 } }]);
  });

  it('are forgotten with their board, and all of them with everything', async () => {
    const store = createDeviceStore(
      (
        (factory) => () =>
          factory
      )(new IDBFactory()),
    );
    await store.pictures.keep(row('p1', 'place', 'lea'));
    await store.pictures.keep(row('p2', 'halle', 'lea'));
    await store.forget('place');
    expect(await store.pictures.list('place', 'lea')).toEqual([]);
    expect(await store.pictures.list('halle', 'lea')).toHaveLength(1);
    await store.forget(null);
    expect(await store.pictures.list('halle', 'lea')).toEqual([]);
  });

  it('find their table beside what an older version of the page has kept', async () => {
    const factory = new IDBFactory();
    const old = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('pele-mele', 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore('updates', { autoIncrement: true }).createIndex('place', 'place');
        request.result.createObjectStore('waiting', { keyPath: 'id' }).createIndex('place', 'place');
        request.result.createObjectStore('places', { keyPath: 'place' }).createIndex('board', 'board');
      };
      request.onsuccess = () => resolve(request.result as unknown as IDBDatabase);
    });
    const updates = old.transaction('updates', 'readwrite').objectStore('updates');
    await answerOf(updates.add({ place: 'place/e/lea', document: 'board', updates: [new Uint8Array([7])] }));
    old.close();
    await createDeviceStore(() => factory).pictures.keep(row('p1', 'place', 'lea'));
    const database = await openDatabase(factory);
    expect(await answerOf(database.transaction('updates').objectStore('updates').count())).toBe(1);
    expect(await answerOf(database.transaction('pictures').objectStore('pictures').count())).toBe(1);
  });
});
