/**
 * What this device keeps of boards, so that they open and take in work without a connection. Gives a place for each board, epoch and
 * person, finds what other histories of a board left behind, and forgets. Never merges one history with another.
 */

import { DevicePlace, type PlaceKey, type PlacePorts, placeOf } from './DevicePlace.ts';
import {
  answerOf,
  erasePlaces,
  isKept,
  openDatabase,
  type PictureRow,
  type PlaceRow,
  TABLES,
  type UpdatesRow,
  type WaitingRow,
} from './database.ts';

/** What another history of the same board holds of this person's own unsaved work. */
export interface OtherHistory {
  readonly updates: readonly Uint8Array[];
  /** Elements of the board that were changed here and never known to be saved. */
  readonly elements: readonly string[];
  /** Takes it off this device. */
  erase(): Promise<void>;
}

export interface DeviceStore {
  /** Rejects where the browser gives no store, or what stands there cannot be read. */
  open(key: PlaceKey, ports: PlacePorts): Promise<DevicePlace>;
  /** What other histories of this board hold. */
  otherHistories(key: PlaceKey): Promise<readonly OtherHistory[]>;
  /** Pictures of a board that wait for the server. Each rejects where the device keeps nothing. */
  readonly pictures: {
    list(board: string, participant: string): Promise<readonly PictureRow[]>;
    keep(row: PictureRow): Promise<void>;
    /** It will stand elsewhere; nothing where it is not kept. */
    move(id: string, at: PictureRow['at']): Promise<void>;
    remove(id: string): Promise<void>;
  };
  /** Takes one board, or everything, off this device. */
  forget(board: string | null): Promise<void>;
}

/** `factory` throws or is missing where the browser has no IndexedDB. */
export function createDeviceStore(factory: () => IDBFactory): DeviceStore {
  const places = new Set<DevicePlace>();
  let opening: Promise<IDBDatabase> | null = null;
  const database = (): Promise<IDBDatabase> => {
    opening ??= Promise.resolve()
      .then(() => openDatabase(factory()))
      .then((opened) => {
        const gone = (): void => {
          opening = null;
          for (const place of places) place.lost();
          places.clear();
        };
        opened.onclose = gone;
        opened.onversionchange = () => {
          opened.close();
          gone();
        };
        return opened;
      });
    // What failed once may work the next time.
    opening.catch(() => {
      opening = null;
    });
    return opening;
  };

  return {
    async open(key, ports) {
      const place = new DevicePlace(await database(), key, ports);
      places.add(place);
      return place;
    },

    async otherHistories(key) {
      const opened = await database();
      const transaction = opened.transaction(TABLES, 'readonly');
      const all = await answerOf<PlaceRow[]>(transaction.objectStore('places').index('board').getAll(key.board));
      const others = all.filter((row) => row.participant === key.participant && row.place !== placeOf(key));
      return Promise.all(
        others.map(async ({ place }): Promise<OtherHistory> => {
          const [rows, waiting] = await Promise.all([
            answerOf<UpdatesRow[]>(transaction.objectStore('updates').index('place').getAll(place)),
            answerOf<WaitingRow[]>(transaction.objectStore('waiting').index('place').getAll(place)),
          ]);
          return {
            updates: rows.filter((row) => row.document === 'board').flatMap((row) => row.updates),
            elements: waiting.filter((row) => row.document === 'board').flatMap((row) => row.elements),
            erase: () => erasePlaces(opened, [place]),
          };
        }),
      );
    },

    pictures: {
      async list(board, participant) {
        const table = (await database()).transaction('pictures', 'readonly').objectStore('pictures');
        const rows = await answerOf<PictureRow[]>(table.index('board').getAll(board));
        return rows.filter((row) => row.participant === participant);
      },
      async keep(row) {
        const transaction = (await database()).transaction('pictures', 'readwrite');
        transaction.objectStore('pictures').put(row);
        await isKept(transaction);
      },
      async move(id, at) {
        const transaction = (await database()).transaction('pictures', 'readwrite');
        const table = transaction.objectStore('pictures');
        const row = await answerOf<PictureRow | undefined>(table.get(id));
        if (row) table.put({ ...row, at });
        await isKept(transaction);
      },
      async remove(id) {
        const transaction = (await database()).transaction('pictures', 'readwrite');
        transaction.objectStore('pictures').delete(id);
        await isKept(transaction);
      },
    },

    async forget(board) {
      for (const place of [...places]) {
        if (board !== null && place.key.board !== board) continue;
        place.close();
        places.delete(place);
      }
      const opened = await database();
      if (board === null) {
        const transaction = opened.transaction(TABLES, 'readwrite');
        for (const table of TABLES) transaction.objectStore(table).clear();
        await isKept(transaction);
        return;
      }
      const pictures = opened.transaction('pictures', 'readwrite');
      const waiting = pictures.objectStore('pictures');
      for (const key of await answerOf(waiting.index('board').getAllKeys(board))) waiting.delete(key);
      await isKept(pictures);
      const rows = opened.transaction('places', 'readonly').objectStore('places').index('board').getAll(board);
      await erasePlaces(
        opened,
        (await answerOf<PlaceRow[]>(rows)).map(({ place }) => place),
      );
    },
  };
}
