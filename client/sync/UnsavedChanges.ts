/**
 * Which of this client's changes the server has not yet told to be on disk. Counts frames of one connection as the server does (update
 * and step-2 messages of both documents, from 1), so that "saved" is never said too early. Knows no socket, no document and no store.
 */
import { createId } from '../../shared/lib/ids.ts';
import type { DocumentName } from './device/database.ts';

/** One change, as it is also kept on this device. */
export interface Change {
  readonly id: string;
  readonly document: DocumentName;
  /** Consecutive changes of one gesture (keystrokes in one element) are one modification; `null`: one by itself. */
  readonly gesture: string | null;
  readonly elements: readonly string[];
}

/** `frame` is the number of the frame that carried it, `null` while none has. */
type Counted = { -readonly [K in keyof Change]: Change[K] } & { frame: number | null };

export interface ChangesListener {
  /** The count may have changed. */
  onChange?(): void;
  onWaits?(change: Change): void;
  onSaved?(ids: readonly string[]): void;
}

export class UnsavedChanges {
  /** In the order they were made. */
  #changes: Counted[] = [];
  #sent = 0;
  #saved = 0;
  readonly #listener: ChangesListener;

  constructor(listener: ChangesListener = {}) {
    this.#listener = listener;
  }

  /** Changes made here before this page was loaded, by another tab or by one that is gone: they go with the next step 2. */
  inherit(changes: readonly Change[]): void {
    this.#changes.unshift(...changes.map((change) => ({ ...change, frame: null })));
    this.#listener.onChange?.();
  }

  /** A new connection: the server counts from one again, and nothing has been sent on it. */
  connectionOpened(): void {
    this.#sent = 0;
    this.#saved = 0;
    for (const change of this.#changes) change.frame = null;
  }

  /** A document changed here. Called before the frame that carries it, if there is one, is counted. */
  changeMade(document: DocumentName = 'board'): void {
    const change: Counted = { id: createId(), document, gesture: null, elements: [], frame: null };
    this.#changes.push(change);
    this.#listener.onWaits?.(change);
    this.#listener.onChange?.();
  }

  /** Says what the newest change was. */
  describe(gesture: string | null, elements: readonly string[]): void {
    const newest = this.#changes.at(-1);
    if (!newest) return;
    newest.gesture = gesture;
    newest.elements = elements;
    const before = this.#changes.at(-2);
    if (before && gesture !== null && isOneWith(before, newest)) {
      // Written without a connection: they leave together, so they are kept as one.
      this.#changes.pop();
      this.#listener.onSaved?.([newest.id]);
    } else this.#listener.onWaits?.(newest);
    this.#listener.onChange?.();
  }

  /** An update frame left: it carries the newest change of its document. */
  updateSent(document: DocumentName = 'board'): void {
    this.#sent++;
    const newest = this.#changes.findLast((change) => change.document === document);
    if (newest && newest.frame === null) newest.frame = this.#sent;
  }

  /** A step-2 frame left: it carries everything the server lacked, so every change that no frame of this connection has carried. */
  stepTwoSent(document: DocumentName = 'board'): void {
    this.#sent++;
    for (const change of this.#changes) if (change.document === document) change.frame ??= this.#sent;
  }

  /** The server has this connection's first `count` frames on disk. */
  savedUpTo(count: number): void {
    if (count <= this.#saved) return;
    this.#saved = count;
    const isSaved = ({ frame }: Counted): boolean => frame !== null && frame <= count;
    const saved = this.#changes.filter(isSaved);
    if (saved.length > 0) {
      this.#changes = this.#changes.filter((change) => !isSaved(change));
      this.#listener.onSaved?.(saved.map(({ id }) => id));
    }
    this.#listener.onChange?.();
  }

  /** A document is over: what was changed in it waits for nothing any more. */
  drop(document: DocumentName): void {
    const dropped = this.#changes.filter((change) => change.document === document);
    if (dropped.length === 0) return;
    this.#changes = this.#changes.filter((change) => change.document !== document);
    this.#listener.onSaved?.(dropped.map(({ id }) => id));
    this.#listener.onChange?.();
  }

  /** Modifications as a person counts them: a stretch of typing in one element is one. */
  get count(): number {
    let count = 0;
    let previous: string | null = null;
    for (const { gesture } of this.#changes) {
      if (gesture === null || gesture !== previous) count++;
      previous = gesture;
    }
    return count;
  }

  /** All that waits, the oldest first. */
  get waiting(): readonly Change[] {
    return this.#changes.map(({ frame, ...change }) => change);
  }

  /** Elements of a document touched by what is not saved, the oldest first, each once. */
  elements(of: DocumentName = 'board'): readonly string[] {
    return [...new Set(this.#changes.flatMap(({ document, elements }) => (document === of ? elements : [])))];
  }
}

const isOneWith = (a: Counted, b: Counted): boolean =>
  a.frame === null && b.frame === null && a.document === b.document && a.gesture === b.gesture;
