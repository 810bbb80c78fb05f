/**
 * The pictures of one board as this page has them: fetched once, unpacked no larger than they are seen, within a budget of pixels, the
 * longest unseen let go first. Tells when one can be painted; what could not be fetched for want of a connection, what could not be unpacked
 * and what there was no room for in its full size is tried again, ever more seldom. Knows nothing of canvases, elements or files that are still to be sent.
 */
import type { Picture } from '../../../shared/elements/ElementKind.ts';
import { Emitter } from '../../../shared/lib/emitter.ts';

/** A picture unpacked, with what gives its memory back. */
export interface Bitmap extends Picture {
  close(): void;
}

export interface PicturePorts {
  /** The file behind a hash; `null`: the board has none; `undefined`: no answer now. */
  fetch(hash: string): Promise<Blob | null | undefined>;
  /** Unpacks a file, made smaller to be about so many pixels wide. Rejects for what is no picture. */
  decode(file: Blob, width: number): Promise<Bitmap>;
  now(): number;
  after(ms: number, run: () => void): () => void;
  /** Bytes of unpacked pixels. */
  readonly budget: number;
}

/** Widths a picture is unpacked at: between two of them, one bitmap serves every zoom. */
const LEVELS = [160, 320, 640, 1_280, 2_560] as const;
const LARGEST = LEVELS[LEVELS.length - 1] as number;
/** What was painted within this time is on the screen, and never let go. */
const SEEN_MS = 2_000;
const RETRY_MS = 10_000;
/** How seldom room is looked for at last: looking paints all that is seen. */
const MOST_RETRY_MS = 160_000;
/** A file that could not be unpacked so many times is no picture. */
const MOST_FAILURES = 5;
/** Requests at once: one that hangs leaves the others their way. */
const FETCHES = 4;
/** Bytes of files kept to be unpacked again at another size; beyond it the browser's own cache has them. */
const FILE_BYTES = 32 * 1024 * 1024;

interface Entry {
  readonly hash: string;
  file: Blob | null;
  bitmap: Bitmap | null;
  /** The width `bitmap` was made for; 0: none yet. */
  level: number;
  /** What was wanted when there was no room for all of it: not tried again before there may be room, or something else is wanted. 0: nothing. */
  shortOf: number;
  /** How many times what came for it could not be unpacked. */
  failures: number;
  /** The largest it was asked for of late: one picture may be seen at several sizes. */
  wanted: number;
  wantedAt: number;
  seenAt: number;
  state: 'idle' | 'busy' | 'missing' | 'later' | 'failed';
}

const levelFor = (pixels: number): number => LEVELS.find((level) => level >= pixels) ?? LARGEST;
const bytesOf = ({ width, height }: Picture): number => width * height * 4;

export class PictureStore {
  readonly #ports: PicturePorts;
  readonly #entries = new Map<string, Entry>();
  readonly #changes = new Emitter<string>();
  #fetching = 0;
  /** Those that wait for a request to end. */
  readonly #waiting: (() => void)[] = [];
  /** One at a time: unpacking a photo takes all its pixels for a moment. */
  #queue: Promise<unknown> = Promise.resolve();
  /** How long until room is looked for once more. */
  #roomWait = RETRY_MS;
  #isRoomAwaited = false;
  #isDisposed = false;

  constructor(ports: PicturePorts) {
    this.#ports = ports;
  }

  get(hash: string, pixels: number): Picture | null | undefined {
    const entry = this.#entryOf(hash);
    const now = this.#ports.now();
    const level = levelFor(pixels);
    entry.seenAt = now;
    if (level >= entry.wanted || now - entry.wantedAt > SEEN_MS) {
      entry.wanted = level;
      entry.wantedAt = now;
    }
    if (entry.state === 'idle' && this.#isUnfit(entry)) void this.#work(entry);
    if (entry.bitmap) return entry.bitmap;
    return entry.state === 'missing' || entry.failures > 0 ? null : undefined;
  }

  onChange(listener: (hash: string) => void): () => void {
    return this.#changes.subscribe(listener);
  }

  /** A picture for a painting outside the screen; the caller closes it. `null`: there is none, or it cannot be had now. */
  async load(hash: string, pixels: number): Promise<Bitmap | null> {
    const file = this.#entries.get(hash)?.file ?? (await this.#ports.fetch(hash));
    return file ? this.#ports.decode(file, pixels).catch(() => null) : null;
  }

  /** The file behind a hash is known already: one that was just sent from here. */
  seed(hash: string, file: Blob): void {
    const entry = this.#entryOf(hash);
    entry.file ??= file;
    entry.failures = 0;
    if (entry.state !== 'busy') entry.state = 'idle';
  }

  /** The connection is back: what could not be fetched is asked for at once. */
  retry(): void {
    for (const entry of this.#entries.values())
      if (entry.state === 'later' || entry.state === 'failed') void this.#work(entry);
  }

  /** Bytes of unpacked pixels held now. */
  get bytes(): number {
    return [...this.#entries.values()].reduce((sum, { bitmap }) => sum + (bitmap ? bytesOf(bitmap) : 0), 0);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const { bitmap } of this.#entries.values()) bitmap?.close();
    this.#entries.clear();
  }

  #entryOf(hash: string): Entry {
    let entry = this.#entries.get(hash);
    if (!entry) {
      const none = { wantedAt: 0, seenAt: 0, shortOf: 0, failures: 0 };
      entry = { hash, file: null, bitmap: null, level: 0, wanted: LEVELS[0], ...none, state: 'idle' };
      this.#entries.set(hash, entry);
    }
    return entry;
  }

  /** Too coarse for what is seen, or much finer: a large bitmap is slow to paint small, and glitters. */
  #isUnfit({ level, wanted, shortOf, bitmap }: Entry): boolean {
    if (!bitmap) return true;
    const isWhole = bitmap.width < level;
    return (level < wanted && !isWhole && shortOf !== wanted) || level > wanted * 4;
  }

  async #work(entry: Entry): Promise<void> {
    entry.state = 'busy';
    const found = entry.file ?? (await this.#fetch(entry.hash));
    if (this.#isDisposed) return;
    // What was sent from here meanwhile is known without an answer.
    const file = entry.file ?? found;
    if (!file) {
      entry.state = found === null ? 'missing' : 'later';
      if (found === null) this.#changes.emit(entry.hash);
      else this.#workAfter(RETRY_MS, entry, 'later');
      return;
    }
    entry.file = file;
    this.#queue = this.#queue.then(() => this.#unpack(entry, file));
  }

  #workAfter(ms: number, entry: Entry, state: 'later' | 'failed'): void {
    this.#ports.after(ms, () => entry.state === state && !this.#isDisposed && void this.#work(entry));
  }

  async #fetch(hash: string): Promise<Blob | null | undefined> {
    // Whoever ends hands its place on: nobody slips in between.
    if (this.#fetching < FETCHES) this.#fetching++;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return this.#isDisposed ? undefined : await this.#ports.fetch(hash);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#fetching--;
    }
  }

  async #unpack(entry: Entry, file: Blob): Promise<void> {
    if (this.#isDisposed) return;
    const { wanted } = entry;
    const affordable = this.#affordable(entry);
    // What it has already is not made coarser for want of room.
    const level = entry.bitmap && entry.level <= wanted ? Math.max(entry.level, affordable) : affordable;
    // Nobody is told of what looks the same: telling paints, and painting asks.
    let isNew = false;
    try {
      const bitmap = level === entry.level ? null : await this.#ports.decode(file, level);
      entry.state = 'idle';
      entry.failures = 0;
      if (bitmap) {
        entry.bitmap?.close();
        entry.bitmap = bitmap;
        entry.level = level;
        isNew = true;
        this.#roomWait = RETRY_MS;
      }
      entry.shortOf = level < wanted ? wanted : 0;
      if (entry.shortOf > 0) this.#awaitRoom();
    } catch {
      isNew = entry.failures === 0;
      this.#fail(entry);
    }
    if (this.#isDisposed) entry.bitmap?.close();
    else {
      this.#letGo();
      if (isNew) this.#changes.emit(entry.hash);
    }
  }

  /** No picture, a file that was cut short on its way, or no memory just now: it is fetched anew a few times. */
  #fail(entry: Entry): void {
    entry.state = 'failed';
    entry.file = null;
    const wait = RETRY_MS * 2 ** entry.failures++;
    if (entry.failures < MOST_FAILURES) this.#workAfter(wait, entry, 'failed');
  }

  /** Has those that fell short asked for once more: what is painted then is what takes room now. */
  #awaitRoom(): void {
    if (this.#isRoomAwaited) return;
    this.#isRoomAwaited = true;
    this.#ports.after(this.#roomWait, () => {
      this.#isRoomAwaited = false;
      if (this.#isDisposed) return;
      this.#roomWait = Math.min(MOST_RETRY_MS, this.#roomWait * 2);
      for (const entry of this.#entries.values()) {
        if (entry.shortOf === 0) continue;
        entry.shortOf = 0;
        this.#changes.emit(entry.hash);
      }
    });
  }

  /** The level wished for, or the next smaller one that fits beside all that is seen now. */
  #affordable(entry: Entry): number {
    const others = [...this.#entries.values()].filter((one) => one !== entry && this.#isSeen(one));
    const taken = others.reduce((sum, { bitmap }) => sum + (bitmap ? bytesOf(bitmap) : 0), 0);
    const shape = entry.bitmap ? entry.bitmap.height / entry.bitmap.width : 0.75;
    const fits = (level: number): boolean => taken + level * level * shape * 4 <= this.#ports.budget;
    return [...LEVELS].reverse().find((level) => level <= entry.wanted && fits(level)) ?? LEVELS[0];
  }

  #isSeen({ seenAt }: Entry): boolean {
    return this.#ports.now() - seenAt < SEEN_MS;
  }

  #letGo(): void {
    const oldest = [...this.#entries.values()].sort((a, b) => a.seenAt - b.seenAt);
    let { bytes } = this;
    let files = oldest.reduce((sum, { file }) => sum + (file?.size ?? 0), 0);
    for (const entry of oldest) {
      if (this.#isSeen(entry) || entry.state === 'busy') continue;
      if (entry.file && files > FILE_BYTES) {
        files -= entry.file.size;
        entry.file = null;
      }
      if (entry.bitmap && bytes > this.#ports.budget) {
        bytes -= bytesOf(entry.bitmap);
        entry.bitmap.close();
        entry.bitmap = null;
        entry.level = 0;
        entry.shortOf = 0;
      }
    }
  }
}
