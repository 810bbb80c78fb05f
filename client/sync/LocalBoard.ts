/**
 * A board's documents as this device keeps them: brings in what stood here, then keeps every change, and which of them the server does
 * not have. Whatever goes wrong with the store is told, and never stands in the way of the board.
 */
import * as Y from 'yjs';
import { BoardDoc, LOCAL } from '../../shared/board/BoardDoc.ts';
import type { DevicePlace, PlaceKey } from './device/DevicePlace.ts';
import type { DeviceStore } from './device/DeviceStore.ts';
import type { DocumentName } from './device/database.ts';
import type { DeviceState } from './SessionState.ts';
import { readStoredSession, type StoredSession } from './storedSession.ts';
import { takeUpdate } from './takeUpdate.ts';
import type { Change, UnsavedChanges } from './UnsavedChanges.ts';

/** The transaction origin of what this device had kept. */
const DEVICE = 'device';

export interface LocalBoardOptions {
  readonly store: DeviceStore;
  readonly key: PlaceKey;
  document(name: DocumentName): Y.Doc;
  /** Takes an update into the board as yet empty, without telling anybody. False for bytes that are no update. */
  takeWhole(update: Uint8Array, origin: unknown): boolean;
  /** Whether what was kept of the private document is still of the one in force. */
  isPrivateCurrent(stored: StoredSession | null): boolean;
  readonly unsaved: UnsavedChanges;
  after(ms: number, run: () => void): () => void;
  onState(state: DeviceState): void;
  /** Texts of this person that only another history of this board had, and never for certain on the server. */
  onOrphanTexts(texts: readonly string[]): void;
}

export class LocalBoard {
  readonly #options: LocalBoardOptions;
  #place: DevicePlace | null = null;
  #isClosed = false;

  constructor(options: LocalBoardOptions) {
    this.#options = options;
  }

  /**
   * Reads what is kept, and keeps everything from then on. `beforeUse` runs just before it enters the documents. `null`: nothing was kept,
   * or nothing can be.
   */
  async open(beforeUse: () => void): Promise<StoredSession | null> {
    const { store, key, document, unsaved, after, onState } = this.#options;
    try {
      await this.#rescueOtherHistories();
      const place = await store.open(key, {
        after,
        whole: (name) => Y.encodeStateAsUpdate(document(name)),
        waiting: () => unsaved.waiting,
        onProblem: (problem) => onState(problem ?? 'kept'),
      });
      const kept = await place.read();
      if (this.#isClosed) {
        place.close();
        return null;
      }
      this.#place = place;
      beforeUse();
      const stored = readStoredSession(kept.session);
      const isPrivateCurrent = this.#options.isPrivateCurrent(stored);
      let isDamaged = false;
      for (const name of ['board', 'private'] as const) {
        const doc = document(name);
        // What came from the server before the store answered is not kept yet.
        const isLate = doc.store.clients.size > 0;
        const isOver = name === 'private' && !isPrivateCurrent;
        const bad = isOver ? [] : kept.updates[name].filter((update) => !this.#take(name, doc, update));
        if (bad.length > 0 || isOver || isLate) place.beginAnew(name, isOver);
        isDamaged ||= bad.length > 0;
      }
      unsaved.inherit(
        kept.waiting
          .filter((change) => change.document === 'board' || isPrivateCurrent)
          .map(({ place: _, ...change }) => change),
      );
      onState(isDamaged ? 'damaged' : 'kept');
      return stored;
    } catch {
      // No store, or one that cannot be read: the board is the server's, and lives as long as this page.
      onState('lost');
      return null;
    }
  }

  /** A document changed. */
  changed(name: DocumentName, update: Uint8Array, origin: unknown): void {
    if (origin !== DEVICE) this.#place?.changed(name, update, origin === LOCAL);
  }

  /** A document is over, and another has begun. */
  beginAnew(name: DocumentName): void {
    this.#place?.beginAnew(name, true);
  }

  waits(change: Change): void {
    this.#place?.waits(change);
  }

  saved(ids: readonly string[]): void {
    this.#place?.saved(ids);
  }

  keepSession(session: StoredSession): void {
    this.#place?.keepSession(session);
  }

  /** Takes the documents off this device and keeps nothing more. */
  async erase(): Promise<void> {
    this.#isClosed = true;
    const place = this.#place;
    this.#place = null;
    // What cannot be erased now is found as another history, or overwritten, the next time.
    await place?.erase().catch(() => undefined);
  }

  /** Writes what is left to write, then lets go. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const place = this.#place;
    this.#place = null;
    await place?.flush();
    place?.close();
  }

  #take(name: DocumentName, doc: Y.Doc, update: unknown): boolean {
    const isWhole = name === 'board' && doc.store.clients.size === 0 && update instanceof Uint8Array;
    return isWhole ? this.#options.takeWhole(update, DEVICE) : applyKept(doc, update);
  }

  async #rescueOtherHistories(): Promise<void> {
    const { store, key, onOrphanTexts } = this.#options;
    for (const { updates, elements, erase } of await store.otherHistories(key)) {
      const doc = new Y.Doc();
      for (const update of updates) applyKept(doc, update);
      onOrphanTexts(textsOf(new BoardDoc(doc), elements));
      doc.destroy();
      await erase();
    }
  }
}

/** The words that stand in these elements, without the empty ones. */
export const textsOf = (board: BoardDoc, elements: Iterable<string>): string[] =>
  [...new Set(elements)].map((id) => board.get(id)?.text.trim() ?? '').filter((text) => text !== '');

/** False for bytes that are no update: a row cut short, or written by something else. */
function applyKept(doc: Y.Doc, update: unknown): boolean {
  try {
    if (!(update instanceof Uint8Array)) return false;
    takeUpdate(doc, update, DEVICE);
    return true;
  } catch {
    return false;
  }
}
