/**
 * The way of new pictures onto the board: prepared, laid out side by side, kept on this device, sent when there is a connection, and
 * written as elements once the server has them, so that nobody ever sees a hole. A picture that waits is shown to its own person only.
 * Sends two at a time, in order, and one where the line is too thin for that; knows no React and no canvas.
 */

import type { ElementId, Size } from '../../../shared/elements/ElementKind.ts';
import { image, pictureSizeOnBoard } from '../../../shared/elements/image/image.ts';
import type { PagePoint, Vec } from '../../../shared/geometry/vec.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { PictureRow } from '../../sync/device/database.ts';
import { layOutRows } from './layOutRows.ts';
import type { PreparedPicture, PrepareProblem } from './preparePicture.ts';
import type { SendPicture, SentPicture } from './sendPicture.ts';

export type UploadState =
  | { readonly type: 'preparing' }
  | { readonly type: 'waiting' }
  | { readonly type: 'sending'; readonly share: number }
  /** For good. `message`: the server's words; `unwritten`: sent, but the step or the board takes no picture now. */
  | {
      readonly type: 'refused';
      readonly reason: PrepareProblem | 'unwritten' | 'server';
      readonly message: string | null;
    }
  /** On the board: what remains is to say what is seen on it. */
  | { readonly type: 'placed'; readonly element: ElementId };

export interface Upload {
  readonly id: string;
  /** What the file is called; empty for what was pasted. */
  readonly name: string;
  readonly state: UploadState;
  /** Absent while it is prepared. */
  readonly shown?: {
    readonly file: Blob;
    readonly at: Vec;
    readonly size: Size;
  };
}

export interface UploadPorts {
  readonly board: string;
  readonly participant: string;
  ticket(): string;
  locale(): string;
  isOnline(): boolean;
  prepare(file: Blob): Promise<Result<PreparedPicture, PrepareProblem>>;
  readonly send: SendPicture;
  readonly device: {
    list(board: string, participant: string): Promise<readonly PictureRow[]>;
    keep(row: PictureRow): Promise<void>;
    move(id: string, at: Vec): Promise<void>;
    remove(id: string): Promise<void>;
  };
  after(ms: number, run: () => void): () => void;
  /** Whether the element stands on the board already: written by another tab, or just before the page was closed. */
  has(id: ElementId): boolean;
  newId(): ElementId;
  /** Writes it onto the board: returns the element that shows it (a new one of that id, or one that asked for a picture); `null` where it is not taken now. */
  write(id: ElementId, picture: SentPicture, at: Vec, size: Size): ElementId | null;
  /** The picture with this hash looks like this file. */
  seed(hash: string, file: Blob): void;
}

const AT_ONCE = 2;
/** Longest pause before what was too slow is sent again: all of it goes over the line once more. */
const MOST_WAIT_SECONDS = 60;
/** Of one drop. */
export const MOST_FILES = 80;

export class Uploads {
  readonly #ports: UploadPorts;
  readonly #listeners = new Set<() => void>();
  readonly #sending = new Map<string, AbortController>();
  readonly #unkept = new Set<string>();
  #list: readonly Upload[] = [];
  #stopWaiting: (() => void) | null = null;
  #isPaused = false;
  /** How many files, one after the other, the line was too thin for. */
  #slowTries = 0;
  #atOnce = AT_ONCE;
  #isDisposed = false;

  constructor(ports: UploadPorts) {
    this.#ports = ports;
  }

  /** Oldest first; the same array until something changes. */
  readonly list = (): readonly Upload[] => this.#list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether something would be lost with the page: not sent, and not kept on this device either. */
  get isAtRisk(): boolean {
    return this.#list.some(
      ({ id, state }) => this.#unkept.has(id) && state.type !== 'placed' && state.type !== 'refused',
    );
  }

  /** Whether it would be there again if the page were closed now. */
  isKept(id: string): boolean {
    return !this.#unkept.has(id);
  }

  /** Goes on with what waited when the page was last closed. */
  async resume(): Promise<void> {
    const { device, board, participant } = this.#ports;
    // A device that keeps nothing has nothing to go on with.
    const rows = await device.list(board, participant).catch(() => []);
    const known = new Set(this.#list.map(({ id }) => id));
    const found = rows.filter(({ id }) => !known.has(id));
    for (const { id, bytes, type, at, size } of found) {
      if (this.#ports.has(id)) void device.remove(id).catch(() => undefined);
      else
        this.#add({ id, name: '', state: { type: 'waiting' }, shown: { file: new Blob([bytes], { type }), at, size } });
    }
    this.#pump();
  }

  /**
   * Takes new files, their middle at a page point; `stack`: all of them right there, none larger than that. Resolves when all of them are on
   * their way or refused.
   */
  async insert(files: readonly Blob[], middle: PagePoint, stack: Size | null = null): Promise<void> {
    const taken = files.slice(0, MOST_FILES).map((file) => ({ file, id: this.#ports.newId() }));
    for (const { id, file } of taken) {
      this.#add({ id, name: file instanceof File ? file.name : '', state: { type: 'preparing' } });
    }
    const ready: { readonly id: string; readonly picture: PreparedPicture; readonly size: Size }[] = [];
    for (const { id, file } of taken) {
      const prepared = await this.#ports.prepare(file);
      if (this.#isDisposed) return;
      if (!this.#find(id)) continue;
      if (!prepared.ok) this.#set(id, { type: 'refused', reason: prepared.reason, message: null });
      else {
        const { width, height } = prepared.value;
        const own = pictureSizeOnBoard(width, height);
        ready.push({ id, picture: prepared.value, size: stack ? within(own, stack) : own });
      }
    }
    const kept = ready.filter(({ id }) => this.#find(id));
    const corners = stack
      ? kept.map(({ size: [w, h] }) => ({ x: Math.round(middle.x - w / 2), y: Math.round(middle.y - h / 2) }))
      : layOutRows(
          kept.map(({ size }) => size),
          middle,
        );
    for (const [index, { id, picture, size }] of kept.entries()) {
      // Given up while one before it was being kept.
      if (!this.#find(id)) continue;
      const at = corners[index] ?? middle;
      this.#change(id, (upload) => ({
        ...upload,
        state: { type: 'waiting' },
        shown: { file: picture.file, at, size },
      }));
      await this.#keep(id, picture, at, size);
    }
    this.#pump();
  }

  /** Somebody has put one that waits elsewhere: there it will stand, also when the page is closed before. */
  async move(id: string, at: Vec): Promise<void> {
    const shown = this.#find(id)?.shown;
    if (!shown || this.#find(id)?.state.type === 'placed') return;
    this.#change(id, (upload) => ({ ...upload, shown: { ...shown, at } }));
    await this.#ports.device.move(id, at).catch(() => undefined);
  }

  /** The connection is back, or the rights have changed. */
  wake(): void {
    // Perhaps another line.
    this.#slowTries = 0;
    this.#atOnce = AT_ONCE;
    this.#goOn();
  }

  #goOn(): void {
    this.#isPaused = false;
    this.#stopWaiting?.();
    this.#pump();
  }

  /** Tries once more what was refused. */
  retry(id: string): void {
    if (!this.#find(id)?.shown) return;
    this.#set(id, { type: 'waiting' });
    this.wake();
  }

  /** Gives a picture up, or is done with one that is on the board. */
  dismiss(id: string): void {
    this.#sending.get(id)?.abort();
    this.#list = this.#list.filter((upload) => upload.id !== id);
    this.#unkept.delete(id);
    void this.#ports.device.remove(id).catch(() => undefined);
    this.#tell();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopWaiting?.();
    for (const sending of this.#sending.values()) sending.abort();
  }

  async #keep(id: string, { file, width, height }: PreparedPicture, at: Vec, size: Size): Promise<void> {
    const { device, board, participant } = this.#ports;
    try {
      const bytes = await file.arrayBuffer();
      await device.keep({ id, board, participant, type: file.type, bytes, width, height, at, size });
    } catch {
      // No store, or no room in it: it waits as long as the page is open.
      this.#unkept.add(id);
    }
    // Given up, or on the board already, while it was being written: it must not come back with the page.
    const upload = this.#find(id);
    if (upload && upload.state.type !== 'placed') {
      // Moved meanwhile: what is kept says where it was.
      if (upload.shown && upload.shown.at !== at) await device.move(id, upload.shown.at).catch(() => undefined);
      return;
    }
    this.#unkept.delete(id);
    await device.remove(id).catch(() => undefined);
  }

  #pump(): void {
    if (this.#isPaused || this.#isDisposed || !this.#ports.isOnline()) return;
    for (const upload of this.#list) {
      if (this.#sending.size >= this.#atOnce) return;
      if (upload.state.type === 'waiting' && upload.shown) void this.#send(upload.id, upload.shown);
    }
  }

  async #send(id: string, { file }: NonNullable<Upload['shown']>): Promise<void> {
    const { board, ticket, locale, send } = this.#ports;
    const abort = new AbortController();
    this.#sending.set(id, abort);
    this.#set(id, { type: 'sending', share: 0 });
    const onProgress = (share: number): void => this.#set(id, { type: 'sending', share });
    const outcome = await send({ board, ticket: ticket(), locale: locale(), file, onProgress }, abort.signal);
    this.#sending.delete(id);
    if (this.#isDisposed) return;
    if (outcome.type === 'sent') this.#slowTries = 0;
    // Where it stands now: it may have been moved on its way.
    const shown = this.#find(id)?.shown;
    if (shown) {
      if (outcome.type === 'sent') this.#place(id, outcome.picture, shown);
      else if (outcome.type === 'refused') {
        this.#set(id, { type: 'refused', reason: 'server', message: outcome.message });
      } else {
        this.#set(id, { type: 'waiting' });
        this.#wait(outcome.isSlow === true ? this.#pauseAfterSlow(outcome.afterSeconds) : outcome.afterSeconds);
      }
    }
    this.#pump();
  }

  #pauseAfterSlow(seconds: number): number {
    this.#atOnce = 1;
    return Math.min(MOST_WAIT_SECONDS, seconds * 2 ** this.#slowTries++);
  }

  /** Nothing is sent for a while: what one file meets, the next would meet too. */
  #wait(seconds: number): void {
    this.#isPaused = true;
    this.#stopWaiting?.();
    this.#stopWaiting = this.#ports.after(seconds * 1_000, () => this.#goOn());
  }

  #place(id: string, picture: SentPicture, { file, at, size }: NonNullable<Upload['shown']>): void {
    this.#ports.seed(picture.hash, file);
    const element = this.#ports.has(id) ? id : this.#ports.write(id, picture, at, size);
    if (element === null) {
      this.#set(id, { type: 'refused', reason: 'unwritten', message: null });
      return;
    }
    this.#unkept.delete(id);
    this.#set(id, { type: 'placed', element });
    void this.#ports.device.remove(id).catch(() => undefined);
  }

  #find(id: string): Upload | undefined {
    return this.#list.find((upload) => upload.id === id);
  }

  #add(upload: Upload): void {
    this.#list = [...this.#list, upload];
    this.#tell();
  }

  #set(id: string, state: UploadState): void {
    this.#change(id, (upload) => ({ ...upload, state }));
  }

  #change(id: string, change: (upload: Upload) => Upload): void {
    this.#list = this.#list.map((upload) => (upload.id === id ? change(upload) : upload));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** The largest size of the same proportions within another. */
const within = ([w, h]: Size, [mostWidth, mostHeight]: Size): Size => {
  const scale = Math.min(1, mostWidth / w, mostHeight / h);
  return [Math.max(1, Math.round(w * scale)), Math.max(1, Math.round(h * scale))];
};

/** The kind that uploads become. */
export const PICTURE_KIND = image.kind;
