/**
 * The pictures of all boards: takes a stranger's file, has it re-encoded, keeps it once a board and content, within the board's room and
 * each participant's share of it, and gives it out again. What nothing names any more is `UnusedPictures`' affair. Never asks who may do
 * what: `server/http` does.
 */
import type { Worker } from 'node:worker_threads';
import { PICTURE_HASH } from '../../shared/elements/image/image.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { SerialQueues } from '../control/SerialQueues.ts';
import type { KeptPicture, PictureProblem, PicturesPort } from '../http/ports.ts';
import { JobThread } from '../lib/JobThread.ts';
import { startWorker } from '../lib/workerEntry.ts';
import type { Storage, StoredPicture, Write } from '../storage/Storage.ts';
import type { HeaderProblem } from './pictureHeader.ts';
import type { Reencoded } from './reencode.ts';
import { ShippedPictures } from './ShippedPictures.ts';

export interface PicturesOptions {
  readonly storage: Storage;
  /** Told of pictures that failed for reasons of ours. */
  readonly onError?: (error: Error) => void;
  /** Bytes of all pictures of one board. */
  readonly boardBytes?: number;
  /** Of them, those of one participant, and those that only facilitators may bring. */
  readonly shareBytes?: number;
  readonly reservedBytes?: number;
  /** Longest time for one picture. */
  readonly timeoutMs?: number;
  /** Starts the re-encoding thread; tests put a broken one here. */
  readonly start?: () => Worker;
}

const TIMEOUT_MS = 20_000;
const IDLE_MS = 60_000;
/** Files that may wait for the thread: 160 MB of them. */
const MAX_WAITING = 16;
const MB_OF_HEAP = 512;
/** Pictures kept in memory, in bytes: a room of people opens the same board at once. */
const WARM_BYTES = 64 * 1024 * 1024;

export class Pictures implements PicturesPort {
  readonly #storage: Storage;
  readonly #limits: { readonly board: number; readonly share: number; readonly reserved: number };
  readonly #thread: JobThread<Uint8Array, Result<Reencoded, HeaderProblem>>;
  readonly #queues = new SerialQueues();
  readonly #shipped = new ShippedPictures();
  /** By `<board>/<hash>`, the longest unused first. */
  readonly #warm = new Map<string, StoredPicture>();
  #warmBytes = 0;
  readonly #loading = new Map<string, Promise<StoredPicture | null>>();
  /** By board: the pictures somebody has asked for since `takeAsked`. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(options: PicturesOptions) {
    const { storage, onError = () => {}, timeoutMs = TIMEOUT_MS } = options;
    this.#storage = storage;
    this.#limits = {
      board: options.boardBytes ?? LIMITS.boardPictureBytes,
      share: options.shareBytes ?? LIMITS.participantPictureBytes,
      reserved: options.reservedBytes ?? LIMITS.facilitatorPictureBytes,
    };
    const start =
      options.start ?? (() => startWorker('pictureWorker', { resourceLimits: { maxOldGenerationSizeMb: MB_OF_HEAP } }));
    const bounds = { maxWaiting: MAX_WAITING, timeoutMs, idleMs: IDLE_MS };
    this.#thread = new JobThread({ name: 're-encoding', onError, start, ...bounds });
  }

  async add(board: string, file: Uint8Array, sharer: string | null): Promise<Result<KeptPicture, PictureProblem>> {
    const done = await this.#thread.run(file);
    if (!done.ok) return done;
    if (!done.value.ok) return done.value;
    const { hash, picture } = done.value.value;
    const { width, height } = picture;
    // One after the other a board: what is weighed is what will stand there.
    return this.#queues.run(board, async () => {
      if (await this.#shipped.find(hash)) return ok({ hash, width, height, isNew: false });
      const isNew = (await this.find(board, hash)) === null;
      const problem = isNew ? await this.#isTooMuch(board, picture.bytes.length, sharer) : null;
      if (problem) return fail(problem);
      // One that is there is written as well: it is in use from now on.
      const broughtBy = sharer === null ? {} : { broughtBy: sharer };
      await this.#storage.commit([{ type: 'picture', board, hash, picture, ...broughtBy }]);
      return ok({ hash, width, height, isNew });
    });
  }

  async #isTooMuch(board: string, bytes: number, sharer: string | null): Promise<PictureProblem | null> {
    const limits = this.#limits;
    const { all, own } = await this.#storage.weighPictures(board, sharer ?? '');
    if (all + bytes > limits.board) return 'board_pictures_full';
    if (sharer === null) return null;
    if (own + bytes > limits.share) return 'picture_share_full';
    return all + bytes > limits.board - limits.reserved ? 'board_pictures_full' : null;
  }

  async find(board: string, hash: string): Promise<StoredPicture | null> {
    if (!PICTURE_HASH.test(hash)) return null;
    const shipped = await this.#shipped.find(hash);
    if (shipped) return shipped;
    const picture = await this.#find(board, hash);
    if (picture) this.#noteAsked(board, hash);
    return picture;
  }

  /** The pictures of a board that were asked for since this was last asked. */
  takeAsked(board: string): ReadonlySet<string> {
    const asked = this.#asked.get(board) ?? new Set<string>();
    this.#asked.delete(board);
    return asked;
  }

  /** Takes away a picture nothing has named for long; rejects as storage does, `refused` where it may not. */
  async drop(write: Extract<Write, { type: 'dropPicture' }>): Promise<void> {
    const { board, hash } = write;
    await this.#queues.run(board, () => this.#storage.commit([write]));
    const key = `${board}/${hash}`;
    this.#warmBytes -= this.#warm.get(key)?.bytes.length ?? 0;
    this.#warm.delete(key);
  }

  #noteAsked(board: string, hash: string): void {
    const asked = this.#asked.get(board);
    if (asked) asked.add(hash);
    else this.#asked.set(board, new Set([hash]));
  }

  async #find(board: string, hash: string): Promise<StoredPicture | null> {
    const key = `${board}/${hash}`;
    const warm = this.#warm.get(key);
    if (warm) {
      this.#warm.delete(key);
      this.#warm.set(key, warm);
      return warm;
    }
    let loading = this.#loading.get(key);
    if (!loading) {
      loading = this.#storage.loadPicture(board, hash).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
      const picture = await loading;
      if (picture) this.#keepWarm(key, picture);
    }
    return loading;
  }

  close(): Promise<void> {
    return this.#thread.close();
  }

  #keepWarm(key: string, picture: StoredPicture): void {
    this.#warm.set(key, picture);
    this.#warmBytes += picture.bytes.length;
    for (const [old, { bytes }] of this.#warm) {
      if (this.#warmBytes <= WARM_BYTES) break;
      this.#warm.delete(old);
      this.#warmBytes -= bytes.length;
    }
  }
}
