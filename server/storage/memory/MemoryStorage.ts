/**
 * Storage for tests: the rules of `Storage` over plain maps, with a disk that can be told to fail, to wait or to stop answering. It loses
 * everything with the process, so nothing but a test may choose it. Two instances on one `MemoryDisk` are a restart.
 */
import { unreachable } from '../../../shared/lib/assert.ts';
import {
  type BoardRow,
  type CommandRow,
  type DocName,
  KEPT_COMMANDS,
  type ParticipantRow,
  type PictureUse,
  type PictureWeight,
  type PictureWrite,
  type Storage,
  StorageError,
  type StoredDoc,
  type StoredPicture,
  type Write,
} from '../Storage.ts';

interface Doc {
  readonly seq: number;
  readonly snapshotSeq: number;
  readonly snapshot: Uint8Array | null;
  readonly updates: readonly Uint8Array[];
}

const EMPTY_DOC: Doc = { seq: 0, snapshotSeq: 0, snapshot: null, updates: [] };

interface Kept extends StoredPicture {
  readonly broughtBy: string | null;
  readonly unusedDays: number;
  /** The last day that counted. */
  readonly countedOn: number | null;
}

/** What outlives a `MemoryStorage`. Keys of documents, claims, owners, participants and pictures: `<board>/<rest>`. */
export class MemoryDisk {
  readonly boards = new Map<string, BoardRow>();
  readonly participants = new Map<string, ParticipantRow>();
  readonly docs = new Map<string, Doc>();
  readonly claims = new Map<string, string>();
  readonly owners = new Map<string, string>();
  /** By board, the oldest first. */
  readonly commands = new Map<string, readonly CommandRow[]>();
  readonly pictures = new Map<string, Kept>();
}

const copy = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
const refuse = (reason: string): never => {
  throw new StorageError('refused', reason);
};

/** A batch being applied: writes go to the maps at once and are put back in reverse if one of them is refused. */
class Batch {
  readonly #disk: MemoryDisk;
  readonly #undo: (() => void)[] = [];

  constructor(disk: MemoryDisk) {
    this.#disk = disk;
  }

  rollback(): void {
    for (const undo of this.#undo.reverse()) undo();
  }

  #put<T>(map: Map<string, T>, key: string, value: T): void {
    const had = map.has(key);
    const old = map.get(key);
    this.#undo.push(() => (had ? map.set(key, old as T) : map.delete(key)));
    map.set(key, value);
  }

  #take<T>(map: Map<string, T>, key: string): void {
    const old = map.get(key) as T;
    this.#undo.push(() => map.set(key, old));
    map.delete(key);
  }

  #board(id: string): BoardRow {
    return this.#disk.boards.get(id) ?? refuse('no such board');
  }

  apply(write: Write): void {
    const { boards, participants, docs, claims, owners, commands } = this.#disk;
    switch (write.type) {
      case 'createBoard':
        if (boards.has(write.board.id)) refuse('the board exists already');
        this.#put(boards, write.board.id, structuredClone(write.board));
        break;
      case 'control':
        this.#put(boards, write.board, {
          ...this.#board(write.board),
          control: structuredClone(write.control),
        });
        break;
      case 'links':
        this.#put(boards, write.board, { ...this.#board(write.board), links: structuredClone(write.links) });
        break;
      case 'participant': {
        this.#board(write.participant.board);
        const key = `${write.participant.board}/${write.participant.id}`;
        this.#put(participants, key, structuredClone(write.participant));
        break;
      }
      case 'command': {
        this.#board(write.board);
        const { participant, id, rev } = write;
        const rows = [...(commands.get(write.board) ?? []), { participant, id, rev }];
        const own = rows.filter((row) => row.participant === participant);
        const gone = own.slice(0, Math.max(0, own.length - KEPT_COMMANDS));
        this.#put(
          commands,
          write.board,
          rows.filter((row) => !gone.includes(row)),
        );
        break;
      }
      case 'append': {
        this.#board(write.board);
        const key = `${write.board}/${write.doc}`;
        const doc = docs.get(key) ?? EMPTY_DOC;
        if (write.seq !== doc.seq + 1) refuse(`append ${write.seq} after ${doc.seq}`);
        this.#put(docs, key, { ...doc, seq: write.seq, updates: [...doc.updates, copy(write.update)] });
        break;
      }
      case 'claim': {
        this.#board(write.board);
        if (!Number.isSafeInteger(write.clientId) || write.clientId < 0) refuse('not a client id');
        const key = `${write.board}/${write.clientId}`;
        const holder = claims.get(key);
        if (holder !== undefined && holder !== write.participant) refuse('the client id is claimed already');
        this.#put(claims, key, write.participant);
        break;
      }
      case 'owner': {
        this.#board(write.board);
        const key = `${write.board}/${write.element}`;
        if (write.participant !== null) {
          if (!owners.has(key)) this.#put(owners, key, write.participant);
        } else if (owners.has(key)) this.#take(owners, key);
        break;
      }
      case 'snapshot': {
        this.#board(write.board);
        const key = `${write.board}/${write.doc}`;
        const doc = docs.get(key) ?? EMPTY_DOC;
        if (write.seq > doc.seq || write.seq < doc.snapshotSeq) {
          refuse(`snapshot ${write.seq} of a log from ${doc.snapshotSeq} to ${doc.seq}`);
        }
        this.#put(docs, key, {
          seq: doc.seq,
          snapshotSeq: write.seq,
          snapshot: copy(write.state),
          updates: doc.updates.slice(write.seq - doc.snapshotSeq),
        });
        break;
      }
      case 'erase': {
        this.#board(write.board);
        const key = `${write.board}/${write.doc}`;
        if (docs.has(key)) this.#take(docs, key);
        break;
      }
      case 'picture':
      case 'pictureUse':
      case 'dropPicture':
        this.#board(write.board);
        this.#applyToPictures(write);
        break;
      default:
        unreachable(write);
    }
  }

  #applyToPictures(write: PictureWrite): void {
    const { docs, pictures } = this.#disk;
    const keyOf = (hash: string): string => `${write.board}/${hash}`;
    switch (write.type) {
      case 'picture': {
        const { hash, picture, broughtBy = null } = write;
        const had = pictures.get(keyOf(hash));
        const kept = { ...picture, bytes: copy(picture.bytes), broughtBy, countedOn: null };
        this.#put(pictures, keyOf(hash), { ...(had ?? kept), unusedDays: 0 });
        break;
      }
      case 'pictureUse': {
        const { used, day } = write;
        for (const [key, picture] of [...pictures]) {
          if (!key.startsWith(keyOf(''))) continue;
          const counted = picture.unusedDays + (picture.countedOn === day ? 0 : 1);
          const unusedDays = used.includes(key.slice(keyOf('').length)) ? 0 : counted;
          this.#put(pictures, key, { ...picture, unusedDays, countedOn: day });
        }
        break;
      }
      case 'dropPicture': {
        const { hash, unusedDays, seq } = write;
        if ((docs.get(`${write.board}/board`) ?? EMPTY_DOC).seq !== seq) refuse('the board has been written to since');
        const picture = pictures.get(keyOf(hash));
        if (!picture || picture.unusedDays < unusedDays) refuse('the picture is not there, or in use');
        this.#take(pictures, keyOf(hash));
        break;
      }
      default:
        unreachable(write);
    }
  }
}

export class MemoryStorage implements Storage {
  readonly durability = 'memory';
  readonly disk: MemoryDisk;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  #failures = 0;
  #delayMs = 0;
  #gate: Promise<void> | null = null;
  #openGate: (() => void) | null = null;

  constructor(disk: MemoryDisk = new MemoryDisk()) {
    this.disk = disk;
  }

  /** The next `count` commits fail as a broken disk would: `unavailable`, nothing written. `Infinity` until `failNext(0)`. */
  failNext(count: number): void {
    this.#failures = count;
  }

  /** Every later commit takes this long. */
  delay(milliseconds: number): void {
    this.#delayMs = milliseconds;
  }

  /** Commits asked for from now on wait until the returned function is called; reads go on. */
  hold(): () => void {
    this.#gate ??= new Promise((resolve) => {
      this.#openGate = resolve;
    });
    return () => {
      this.#openGate?.();
      this.#gate = null;
      this.#openGate = null;
    };
  }

  commit(batch: readonly Write[]): Promise<void> {
    const own = structuredClone(batch);
    const done = this.#last.then(() => this.#commit(own));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #commit(batch: readonly Write[]): Promise<void> {
    if (this.#delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.#delayMs));
    if (this.#gate) await this.#gate;
    if (this.#closed) throw new StorageError('unavailable', 'the storage is closed');
    if (this.#failures > 0) {
      this.#failures--;
      throw new StorageError('unavailable', 'SQLITE_FULL: the disk is full (asked for by a test)');
    }
    const applied = new Batch(this.disk);
    try {
      for (const write of batch) applied.apply(write);
    } catch (error) {
      applied.rollback();
      throw error;
    }
  }

  /** Reads see every commit that was asked for before them, as in SQLite; but they do not wait for a held one. */
  async #settled(): Promise<void> {
    if (this.#closed) throw new StorageError('unavailable', 'the storage is closed');
    if (this.#gate === null) await this.#last;
  }

  async findBoard(id: string): Promise<BoardRow | null> {
    await this.#settled();
    return structuredClone(this.disk.boards.get(id) ?? null);
  }

  async listBoards(): Promise<readonly BoardRow[]> {
    await this.#settled();
    return structuredClone([...this.disk.boards.values()].reverse().sort((a, b) => b.createdAt - a.createdAt));
  }

  async loadDoc(board: string, doc: DocName): Promise<StoredDoc> {
    await this.#settled();
    const { seq, snapshot, updates } = this.disk.docs.get(`${board}/${doc}`) ?? EMPTY_DOC;
    return structuredClone({ seq, snapshot, updates });
  }

  async listDocs(board: string): Promise<readonly DocName[]> {
    await this.#settled();
    const prefix = `${board}/`;
    return [...this.disk.docs.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length) as DocName);
  }

  async loadClaims(board: string): Promise<ReadonlyMap<number, string>> {
    await this.#settled();
    const prefix = `${board}/`;
    return new Map(
      [...this.disk.claims]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, participant]) => [Number(key.slice(prefix.length)), participant]),
    );
  }

  async loadOwners(board: string): Promise<ReadonlyMap<string, string>> {
    await this.#settled();
    const prefix = `${board}/`;
    return new Map(
      [...this.disk.owners]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, participant]) => [key.slice(prefix.length), participant]),
    );
  }

  async findParticipant(board: string, id: string): Promise<ParticipantRow | null> {
    await this.#settled();
    return structuredClone(this.disk.participants.get(`${board}/${id}`) ?? null);
  }

  async listParticipants(board: string): Promise<readonly ParticipantRow[]> {
    await this.#settled();
    const rows = [...this.disk.participants.values()].filter((row) => row.board === board);
    return structuredClone(rows.sort((a, b) => a.seat - b.seat || (a.id < b.id ? -1 : 1)));
  }

  async loadCommands(board: string): Promise<readonly CommandRow[]> {
    await this.#settled();
    return structuredClone(this.disk.commands.get(board) ?? []);
  }

  async loadPicture(board: string, hash: string): Promise<StoredPicture | null> {
    await this.#settled();
    const kept = this.disk.pictures.get(`${board}/${hash}`);
    if (!kept) return null;
    const { type, width, height, bytes } = kept;
    return { type, width, height, bytes: copy(bytes) };
  }

  async weighPictures(board: string, participant: string): Promise<PictureWeight> {
    const kept = await this.#picturesOf(board);
    const weigh = (of: readonly Kept[]): number => of.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const pictures = kept.map(([, picture]) => picture);
    return { all: weigh(pictures), own: weigh(pictures.filter(({ broughtBy }) => broughtBy === participant)) };
  }

  async listPictures(board: string): Promise<readonly PictureUse[]> {
    const kept = await this.#picturesOf(board);
    return kept.map(([hash, { unusedDays }]) => ({ hash, unusedDays }));
  }

  async listPicturedBoards(): Promise<readonly string[]> {
    await this.#settled();
    return [...new Set([...this.disk.pictures.keys()].map((key) => key.slice(0, key.indexOf('/'))))];
  }

  async #picturesOf(board: string): Promise<readonly (readonly [hash: string, picture: Kept])[]> {
    await this.#settled();
    const prefix = `${board}/`;
    const kept = [...this.disk.pictures].filter(([key]) => key.startsWith(prefix));
    return kept.map(([key, picture]) => [key.slice(prefix.length), picture] as const);
  }

  async check(): Promise<{ readonly ok: boolean; readonly detail: string }> {
    if (this.#closed) return { ok: false, detail: 'the storage is closed' };
    if (this.#failures > 0) return { ok: false, detail: 'the disk is full (asked for by a test)' };
    return { ok: true, detail: 'memory: nothing outlives this process' };
  }

  async close(): Promise<void> {
    await this.#last;
    this.#closed = true;
  }
}
