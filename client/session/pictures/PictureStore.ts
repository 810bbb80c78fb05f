/**
 * The pictures of one board as this page has them: fetched once, unpacked no larger than they are seen, within a budget of pixels, the
 * longest unseen let go first. Tells when one can be painted; what could not be fetched for want of a connection is asked for again.
 * Knows nothing of canvases, elements or files that are still to be sent.
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
/** Bytes of files kept to be unpacked again at another size; beyond it the browser's own cache has them. */
const FILE_BYTES = 32 * 1024 * 1024;

interface Entry {
  readonly hash: string;
  file: Blob | null;
  bitmap: Bitmap | null;
  /** The width `bitmap` was made for; 0: none yet. */
  level: number;
  wanted: number;
  seenAt: number;
  state: 'idle' | 'busy' | 'missing' | 'later';
}

const levelFor = (pixels: number): number => LEVELS.find((level) => level >= pixels) ?? LARGEST;
const bytesOf = ({ width, height }: Picture): number => width * height * 4;

export class PictureStore {
  readonly #ports: PicturePorts;
  readonly #entries = new Map<string, Entry>();
  readonly #changes = new Emitter<string>();
  /** One at a time: unpacking a photo takes all its pixels for a moment. */
  #queue: Promise<unknown> = Promise.resolve();
  #isDisposed = false;

  constructor(ports: PicturePorts) {
    this.#ports = ports;
  }

  get(hash: string, pixels: number): Picture | null | undefined {
    const entry = this.#entryOf(hash);
    entry.seenAt = this.#ports.now();
    entry.wanted = levelFor(pixels);
    if (entry.state === 'idle' && this.#isUnfit(entry)) this.#work(entry);
    if (entry.bitmap) return entry.bitmap;
    return entry.state === 'missing' ? null : undefined;
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
    if (entry.state !== 'busy') entry.state = 'idle';
  }

  /** The connection is back: what could not be fetched is asked for at once. */
  retry(): void {
    for (const entry of this.#entries.values()) if (entry.state === 'later') this.#work(entry);
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
      entry = { hash, file: null, bitmap: null, level: 0, wanted: LEVELS[0], seenAt: 0, state: 'idle' };
      this.#entries.set(hash, entry);
    }
    return entry;
  }

  /** Too coarse for what is seen, or much finer: a large bitmap is slow to paint small, and glitters. */
  #isUnfit({ level, wanted, bitmap }: Entry): boolean {
    if (!bitmap) return true;
    const isWhole = bitmap.width < level;
    return (level < wanted && !isWhole) || level > wanted * 4;
  }

  #work(entry: Entry): void {
    entry.state = 'busy';
    const done = this.#queue.then(() => this.#unpack(entry));
    this.#queue = done;
  }

  async #unpack(entry: Entry): Promise<void> {
    if (this.#isDisposed) return;
    const file = entry.file ?? (await this.#ports.fetch(entry.hash));
    if (this.#isDisposed) return;
    if (!file) {
      entry.state = file === null ? 'missing' : 'later';
      if (file === null) this.#changes.emit(entry.hash);
      else this.#ports.after(RETRY_MS, () => entry.state === 'later' && !this.#isDisposed && this.#work(entry));
      return;
    }
    entry.file = file;
    const level = this.#affordable(entry);
    const { wanted } = entry;
    try {
      const bitmap = level === entry.level ? null : await this.#ports.decode(file, level);
      entry.state = 'idle';
      if (bitmap) {
        entry.bitmap?.close();
        entry.bitmap = bitmap;
      }
      // What was wished for counts, even where less could be afforded: it is not asked for at each frame.
      entry.level = wanted;
    } catch {
      entry.state = 'missing';
    }
    if (this.#isDisposed) entry.bitmap?.close();
    else {
      this.#letGo();
      this.#changes.emit(entry.hash);
    }
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
      }
    }
  }
}
