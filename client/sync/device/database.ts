/**
 * The one database of this device: its tables, and IndexedDB's requests as promises. Knows rows, no document and no session. One
 * database for all boards, so that forgetting is a transaction: a browser cannot delete a database another tab holds open.
 */

/** Which of the documents of a board a row belongs to: everyone's, or this person's own. */
export type DocumentName = 'board' | 'private';

/** A few updates of one document, in the order they were made. Keys grow by themselves. */
export interface UpdatesRow {
  readonly place: string;
  readonly document: DocumentName;
  readonly updates: readonly Uint8Array[];
}

/** A change made on this device that the server has not yet told to be on its disk. */
export interface WaitingRow {
  readonly id: string;
  readonly place: string;
  readonly document: DocumentName;
  readonly gesture: string | null;
  readonly elements: readonly string[];
}

/** One history of one board as one person saw it here; `session` is what the room last told of itself. */
export interface PlaceRow {
  readonly place: string;
  readonly board: string;
  readonly epoch: string;
  readonly participant: string;
  readonly session: unknown;
}

/** A picture this person has put on a board and the server does not have: it waits for a connection. Bytes, since not every browser keeps blobs. */
export interface PictureRow {
  readonly id: string;
  readonly board: string;
  readonly participant: string;
  /** Media type of the bytes. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Where its element will stand: page position of the top left, and size. */
  readonly at: { readonly x: number; readonly y: number };
  readonly size: readonly [width: number, height: number];
}

export const TABLES = ['updates', 'waiting', 'places', 'pictures'] as const;
export type Table = (typeof TABLES)[number];

const NAME = 'pele-mele';
const VERSION = 2;

/** Opens the database, making it where there is none. Rejects where the browser refuses, or what stands there cannot be read. */
export function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, VERSION);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result } = request;
      result.createObjectStore('pictures', { keyPath: 'id' }).createIndex('board', 'board');
      if (oldVersion > 0) return;
      result.createObjectStore('updates', { autoIncrement: true }).createIndex('place', 'place');
      result.createObjectStore('waiting', { keyPath: 'id' }).createIndex('place', 'place');
      result.createObjectStore('places', { keyPath: 'place' }).createIndex('board', 'board');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The answer to one request. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Settles when all of a transaction is kept, or none of it. */
export const isKept = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

/** Takes all that is kept at these places off the device. */
export async function erasePlaces(database: IDBDatabase, places: readonly string[]): Promise<void> {
  const transaction = database.transaction(TABLES, 'readwrite');
  const kept = isKept(transaction);
  for (const place of places) {
    transaction.objectStore('places').delete(place);
    for (const name of ['updates', 'waiting'] as const) {
      const table = transaction.objectStore(name);
      for (const key of await answerOf(table.index('place').getAllKeys(place))) table.delete(key);
    }
  }
  await kept;
}
