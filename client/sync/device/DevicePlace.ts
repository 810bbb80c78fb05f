/**
 * Where one board is kept on this device, for one epoch and one person: updates of its documents, and which changes the server does not
 * have for certain. Writes together what must stand together, at once for this person's own changes, within a second for the others'.
 * What cannot be written is said, and tried again whole. Several tabs may write here: each adds rows and takes away only those it knows.
 */
import {
  answerOf,
  type DocumentName,
  erasePlaces,
  isKept,
  type PlaceRow,
  type UpdatesRow,
  type WaitingRow,
} from './database.ts';

/** What stood here when the board was opened. */
export interface KeptBoard {
  readonly updates: Readonly<Record<DocumentName, readonly Uint8Array[]>>;
  readonly waiting: readonly WaitingRow[];
  readonly session: unknown;
}

/** `full`: no room left on this device. `lost`: the browser has taken the store away, or never gave it. */
export type DeviceProblem = 'full' | 'lost';

export interface PlacePorts {
  after(ms: number, run: () => void): () => void;
  /** The whole document as one update. */
  whole(document: DocumentName): Uint8Array;
  /** Every change that waits now. */
  waiting(): readonly Omit<WaitingRow, 'place'>[];
  /** `null`: all that was made here is kept again. */
  onProblem(problem: DeviceProblem | null): void;
}

export type PlaceKey = Pick<PlaceRow, 'board' | 'epoch' | 'participant'>;

export const placeOf = ({ board, epoch, participant }: PlaceKey): string => `${board}/${epoch}/${participant}`;

/** How long changes of others may wait, so that a busy room is one write a second. */
const OTHERS_WAIT_MS = 1_000;
const RETRY_MS = 10_000;
/** Rows of a document beyond which they become one. */
const ROWS_BEFORE_ONE = 300;

export class DevicePlace {
  readonly key: PlaceKey;
  readonly #place: string;
  readonly #database: IDBDatabase;
  readonly #ports: PlacePorts;
  /** Rows of updates this tab has read or written: what it may replace by the whole. */
  readonly #rows: Record<DocumentName, IDBValidKey[]> = { board: [], private: [] };
  #updates: Record<DocumentName, Uint8Array[]> = { board: [], private: [] };
  #added = new Map<string, Omit<WaitingRow, 'place'>>();
  #removed = new Set<string>();
  #session: unknown;
  #timer: { readonly cancel: () => void; readonly soon: boolean } | null = null;
  #writing: Promise<void> | null = null;
  #problem: DeviceProblem | null = null;
  #closed = false;
  readonly #over = new Set<DocumentName>();
  readonly #isReplaced: Record<DocumentName, boolean> = { board: false, private: false };

  constructor(database: IDBDatabase, key: PlaceKey, ports: PlacePorts) {
    this.key = key;
    this.#place = placeOf(key);
    this.#database = database;
    this.#ports = ports;
  }

  /** Reads all that is kept here. */
  async read(): Promise<KeptBoard> {
    const transaction = this.#database.transaction(['updates', 'waiting', 'places'], 'readonly');
    const rowsOf = transaction.objectStore('updates').index('place');
    const [keys, rows, waiting, place] = await Promise.all([
      answerOf(rowsOf.getAllKeys(this.#place)),
      answerOf<UpdatesRow[]>(rowsOf.getAll(this.#place)),
      answerOf<WaitingRow[]>(transaction.objectStore('waiting').index('place').getAll(this.#place)),
      answerOf<PlaceRow | undefined>(transaction.objectStore('places').get(this.#place)),
    ]);
    const updates: Record<DocumentName, Uint8Array[]> = { board: [], private: [] };
    for (const [index, row] of rows.entries()) {
      this.#rows[row.document].push(keys[index] as IDBValidKey);
      updates[row.document].push(...row.updates);
    }
    this.#session = place?.session;
    return { updates, waiting, session: place?.session };
  }

  /** A document changed. `isOwn`: by this person, here. */
  changed(document: DocumentName, update: Uint8Array, isOwn: boolean): void {
    this.#updates[document].push(update);
    this.#schedule(isOwn);
  }

  /** A change waits for the server from now on, or is told anew. Written together with its update. */
  waits(change: Omit<WaitingRow, 'place'>): void {
    this.#added.set(change.id, change);
    this.#schedule(true);
  }

  /** The server has these on disk. */
  saved(ids: readonly string[]): void {
    for (const id of ids) {
      this.#added.delete(id);
      this.#removed.add(id);
    }
    if (ids.length > 0) this.#schedule(false);
  }

  /** What the room says of itself, for the next time it is opened without it. */
  keepSession(session: unknown): void {
    this.#session = session;
    this.#schedule(false);
  }

  /** Whether all of this person's own changes so far are kept here. */
  get isKept(): boolean {
    return this.#problem === null && !this.#closed;
  }

  /** Writes at once what still waits to be written. */
  async flush(): Promise<void> {
    this.#timer?.cancel();
    this.#timer = null;
    while (this.#writing) await this.#writing;
    if (this.#closed) return;
    this.#writing = this.#write().finally(() => {
      this.#writing = null;
    });
    await this.#writing;
  }

  /** What stood here of a document cannot be trusted: all this tab read of it is replaced by the whole. `isOver`: what others wrote, too. */
  beginAnew(document: DocumentName, isOver = false): void {
    this.#isReplaced[document] = true;
    if (isOver) this.#over.add(document);
    this.#updates[document] = [];
    this.changed(document, this.#ports.whole(document), true);
  }

  /** Takes all of it off this device; nothing is written here any more. */
  async erase(): Promise<void> {
    this.close();
    await this.#writing;
    await erasePlaces(this.#database, [this.#place]);
  }

  /** Writes no more. What is not written yet is given up: `flush` first. */
  close(): void {
    this.#closed = true;
    this.#timer?.cancel();
    this.#timer = null;
  }

  /** The browser has taken the store away. */
  lost(): void {
    this.#fail('lost');
    this.close();
  }

  #schedule(soon: boolean, waitMs = soon ? 0 : OTHERS_WAIT_MS): void {
    if (this.#closed || (this.#timer && (this.#timer.soon || !soon)) || this.#problem !== null) return;
    this.#timer?.cancel();
    this.#timer = { soon, cancel: this.#ports.after(waitMs, () => void this.flush()) };
  }

  async #write(): Promise<void> {
    const updates = this.#updates;
    const added = this.#added;
    const removed = this.#removed;
    this.#updates = { board: [], private: [] };
    this.#added = new Map();
    this.#removed = new Set();
    const documents = (['board', 'private'] as const).filter((name) => updates[name].length > 0);
    const replaced = { board: [...this.#rows.board], private: [...this.#rows.private] };
    try {
      const transaction = this.#database.transaction(['updates', 'waiting', 'places'], 'readwrite');
      const table = transaction.objectStore('updates');
      const kept = isKept(transaction);
      const rows: [DocumentName, IDBRequest<IDBValidKey>][] = [];
      for (const document of documents) {
        if (this.#over.has(document)) await this.#deleteRows(table, document);
        const isMany = this.#isReplaced[document] || this.#rows[document].length >= ROWS_BEFORE_ONE;
        if (isMany) for (const key of replaced[document]) table.delete(key);
        else replaced[document] = [];
        const row: UpdatesRow = {
          place: this.#place,
          document,
          updates: isMany ? [this.#ports.whole(document)] : updates[document],
        };
        rows.push([document, table.add(row)]);
      }
      const waiting = transaction.objectStore('waiting');
      for (const change of added.values()) waiting.put({ ...change, place: this.#place } satisfies WaitingRow);
      for (const id of removed) waiting.delete(id);
      const place: PlaceRow = { place: this.#place, ...this.key, session: this.#session };
      transaction.objectStore('places').put(place);
      await kept;
      for (const [document, row] of rows) {
        this.#isReplaced[document] = false;
        this.#over.delete(document);
        this.#rows[document] = [...this.#rows[document].filter((key) => !replaced[document].includes(key)), row.result];
      }
      if (this.#problem !== null) this.#tell(null);
    } catch (error) {
      for (const id of removed) this.#removed.add(id);
      this.#fail(isQuota(error) ? 'full' : 'lost');
    }
  }

  /** Takes away what any tab wrote of a document. */
  async #deleteRows(table: IDBObjectStore, document: DocumentName): Promise<void> {
    const index = table.index('place');
    const [keys, rows] = await Promise.all([
      answerOf(index.getAllKeys(this.#place)),
      answerOf<UpdatesRow[]>(index.getAll(this.#place)),
    ]);
    for (const [at, row] of rows.entries()) if (row.document === document) table.delete(keys[at] as IDBValidKey);
  }

  /** From now on only whole documents are tried: what was given up would leave holes. */
  #fail(problem: DeviceProblem): void {
    this.#tell(problem);
    if (this.#closed) return;
    this.#timer?.cancel();
    this.#timer = {
      soon: true,
      cancel: this.#ports.after(RETRY_MS, () => {
        this.#updates = { board: [this.#ports.whole('board')], private: [this.#ports.whole('private')] };
        for (const change of this.#ports.waiting()) this.#added.set(change.id, change);
        void this.flush();
      }),
    };
  }

  #tell(problem: DeviceProblem | null): void {
    if (this.#problem === problem) return;
    this.#problem = problem;
    this.#ports.onProblem(problem);
  }
}

const isQuota = (error: unknown): boolean => error instanceof Error && error.name === 'QuotaExceededError';
