/**
 * What a room can still say while the disk takes nothing in: the board as the disk has it. Newcomers see it at once and whoever asks over
 * HTTP gets it; what is in memory only, nobody is told. Reads, never writes.
 */
import * as Y from 'yjs';
import { encodeSync, SYNC } from '../../shared/protocol/frames.ts';
import { type Storage, StorageError } from '../storage/Storage.ts';
import type { Connection } from './Connection.ts';
import type { Gate } from './gate.ts';
import type { RoomLog } from './RoomLog.ts';
import { Signers } from './Signers.ts';
import { toFrame } from './webSocketFrame.ts';

/** A step 2 that brings nothing: the end of an answer in several frames. */
const END = toFrame(encodeSync(SYNC.step2, new Uint8Array([0, 0])));

export class DurableReads {
  readonly #read: () => Promise<readonly Uint8Array[]>;
  /** Those who wait for the disk, and will not wait for one in trouble. */
  readonly #waiting = new Set<() => void>();
  readonly #signers = new Signers();

  constructor(storage: Storage, board: string) {
    this.#read = async () => {
      const { snapshot, updates } = await storage.loadDoc(board, 'board');
      return snapshot ? [snapshot, ...updates] : updates;
    };
  }

  /** The disk has stopped taking commits. */
  paused(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  /** The document as one update, all of it on disk: as it is now, or as it was when the disk last took something. */
  async state(log: RoomLog, gate: Gate): Promise<Uint8Array> {
    if (!log.isPaused) {
      const state = Y.encodeStateAsUpdate(gate.doc);
      const seq = log.seq;
      await this.#settledOrPaused(log);
      if (log.durable >= seq) return state;
    }
    const updates = await this.#read();
    return updates.length === 0 ? new Uint8Array([0, 0]) : Y.mergeUpdates([...updates]);
  }

  /** When to ask who is named on the board: not while it has just been looked through for others. */
  rested(log: RoomLog): Promise<void> {
    return this.#signers.rested(log.seq);
  }

  /** Who is named on the board, all of it on disk. Rejects while the disk takes nothing in: asking again is soon enough. */
  async signers(log: RoomLog, gate: Gate): Promise<ReadonlySet<string>> {
    const { seq } = log;
    const found = this.#signers.of(seq, gate.doc);
    if (!log.isPaused) await this.#settledOrPaused(log);
    if (log.durable < seq) throw new StorageError('unavailable', 'saving is paused');
    return found;
  }

  async #settledOrPaused(log: RoomLog): Promise<void> {
    let stop = (): void => undefined;
    const paused = new Promise<void>((resolve) => {
      stop = resolve;
      this.#waiting.add(resolve);
    });
    await Promise.race([log.settled(), paused]);
    this.#waiting.delete(stop);
  }

  /**
   * Shows the board as the disk has it to somebody who came while it is in trouble, and whose own words wait. Once the disk is well they
   * are answered like anyone; if it is well before this is read, that answer is all they need.
   */
  async show(to: Connection, log: RoomLog): Promise<void> {
    const { durable } = log;
    let updates: readonly Uint8Array[];
    try {
      updates = await this.#read();
    } catch {
      // It cannot be read either: they wait.
      return;
    }
    if (!log.isPaused || log.durable !== durable) return;
    to.sendAnswer([...updates.map((update) => toFrame(encodeSync(SYNC.update, update))), END]);
    to.knows = durable;
  }
}
