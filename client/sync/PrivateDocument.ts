/**
 * This person's own document of a board: what nobody else receives. The same sync as the board's, in frames of type 106, opened after the
 * welcome. A server that knows no private documents never asks for it, and is then never sent it. When the server begins them anew (the
 * control state's `privateEpoch`), the old one is let go of: nothing of it may meet the new one.
 */
import * as Y from 'yjs';
import { BoardDoc, type Edit, LOCAL } from '../../shared/board/BoardDoc.ts';
import { parsePrivateElement } from '../../shared/elements/privateNote.ts';
import { Emitter } from '../../shared/lib/emitter.ts';
import { encodePrivateSync, SYNC } from '../../shared/protocol/frames.ts';
import { SERVER_CLIENT_IDS } from '../../shared/templates/instantiate.ts';
import { createClientId } from './clientId.ts';

/** The state vector of an empty document. */
const NOTHING = new Uint8Array([0]);

export interface PrivatePorts {
  /** Puts a frame on the wire, or returns false when there is none. */
  send(frame: Uint8Array): boolean;
  /** Hears of each change before it is sent. */
  onUpdate(update: Uint8Array, origin: unknown): void;
  onEdit(edit: Edit): void;
  newId(): string;
}

export class PrivateDocument {
  readonly #ports: PrivatePorts;
  readonly #replaced = new Emitter<void>();
  #board: BoardDoc;
  /** Of the documents of this number; `null` until one has been told. */
  #epoch: number | null = null;
  /** Whether the server has been given all that was here: from then on single changes follow. */
  #isGiven = false;

  constructor(ports: PrivatePorts) {
    this.#ports = ports;
    this.#board = this.#create();
  }

  /** The document now in force; another one after `onReplaced`. */
  get board(): BoardDoc {
    return this.#board;
  }

  get epoch(): number | null {
    return this.#epoch;
  }

  onReplaced(listener: () => void): () => void {
    return this.#replaced.subscribe(listener);
  }

  /** The number the documents have now. True when what stood here is over, and an empty one has begun. */
  setEpoch(epoch: number): boolean {
    const isOver = this.#epoch !== null && this.#epoch !== epoch;
    this.#epoch = epoch;
    if (!isOver) return false;
    this.#isGiven = false;
    this.#board.doc.destroy();
    this.#board = this.#create();
    this.#replaced.emit();
    return true;
  }

  /** The room has let us in, or a new document has begun: asks for what there is. */
  ask(): void {
    this.#isGiven = false;
    // By its mark the server tells this document from one that is over. Before it has been given that, all there is is asked for.
    const isMarked = Y.getState(this.#board.doc.store, SERVER_CLIENT_IDS.privateEpoch) === (this.#epoch ?? 0);
    const known = isMarked ? Y.encodeStateVector(this.#board.doc) : NOTHING;
    this.#ports.send(encodePrivateSync(SYNC.step1, known));
  }

  /** A private sync message arrived. */
  received(sub: number, body: Uint8Array): void {
    if (sub === SYNC.step1) {
      this.#isGiven = this.#ports.send(encodePrivateSync(SYNC.step2, Y.encodeStateAsUpdate(this.#board.doc, body)));
    } else this.#board.applyRemote(body);
  }

  dispose(): void {
    this.#board.doc.destroy();
  }

  #create(): BoardDoc {
    const doc = new Y.Doc();
    // Never the board's own: a private note and one of the board would share an author.
    doc.clientID = createClientId();
    doc.on('update', this.#ports.onUpdate);
    const board = new BoardDoc(doc, Date.now, parsePrivateElement, { newId: this.#ports.newId });
    board.onEdit(this.#ports.onEdit);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (this.#isGiven && origin === LOCAL) this.#ports.send(encodePrivateSync(SYNC.update, update));
    });
    return board;
  }
}
