/**
 * The pictures of all boards: takes a stranger's file, has it re-encoded, keeps it once a board and content, within the board's room, and
 * gives it out again. A picture no element names any more stays where it is: undo, a copy or somebody who is offline may bring it back.
 * Never asks who may do what: `server/http` does.
 */
import type { Worker } from 'node:worker_threads';
import { PICTURE_HASH } from '../../shared/elements/image/image.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { SerialQueues } from '../control/SerialQueues.ts';
import type { KeptPicture, PictureProblem, PicturesPort } from '../http/ports.ts';
import { JobThread } from '../lib/JobThread.ts';
import { startWorker } from '../lib/workerEntry.ts';
import type { Storage, StoredPicture } from '../storage/Storage.ts';
import type { HeaderProblem } from './pictureHeader.ts';
import type { Reencoded } from './reencode.ts';
import { ShippedPictures } from './ShippedPictures.ts';

export interface PicturesOptions {
  readonly storage: Storage;
  /** Told of pictures that failed for reasons of ours. */
  readonly onError?: (error: Error) => void;
  /** Bytes of all pictures of one board. */
  readonly boardBytes?: number;
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
  readonly #boardBytes: number;
  readonly #thread: JobThread<Uint8Array, Result<Reencoded, HeaderProblem>>;
  readonly #queues = new SerialQueues();
  readonly #shipped = new ShippedPictures();
  /** By `<board>/<hash>`, the longest unused first. */
  readonly #warm = new Map<string, StoredPicture>();
  #warmBytes = 0;
  readonly #loading = new Map<string, Promise<StoredPicture | null>>();

  constructor(options: PicturesOptions) {
    const { storage, onError = () => {}, boardBytes = LIMITS.boardPictureBytes, timeoutMs = TIMEOUT_MS } = options;
    this.#storage = storage;
    this.#boardBytes = boardBytes;
    const start =
      options.start ?? (() => startWorker('pictureWorker', { resourceLimits: { maxOldGenerationSizeMb: MB_OF_HEAP } }));
    const limits = { maxWaiting: MAX_WAITING, timeoutMs, idleMs: IDLE_MS };
    this.#thread = new JobThread({ name: 're-encoding', onError, start, ...limits });
  }

  async add(board: string, file: Uint8Array): Promise<Result<KeptPicture, PictureProblem>> {
    const done = await this.#thread.run(file);
    if (!done.ok) return done;
    if (!done.value.ok) return done.value;
    const { hash, picture } = done.value.value;
    const { width, height } = picture;
    // One after the other a board: what is weighed is what will stand there.
    return this.#queues.run(board, async () => {
      if (await this.find(board, hash)) return ok({ hash, width, height, isNew: false });
      const weight = await this.#storage.weighPictures(board);
      if (weight + picture.bytes.length > this.#boardBytes) return fail('board_pictures_full');
      await this.#storage.commit([{ type: 'picture', board, hash, picture }]);
      return ok({ hash, width, height, isNew: true });
    });
  }

  async find(board: string, hash: string): Promise<StoredPicture | null> {
    if (!PICTURE_HASH.test(hash)) return null;
    const shipped = await this.#shipped.find(hash);
    if (shipped) return shipped;
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
