/**
 * The private document of a participant of the simulator and its side of message 106: what they write there outlives their lines, goes to
 * nobody else, and is sent only once the server has asked for it. When the documents begin anew it lets go of the old one, and what was
 * not acknowledged by then stays on the device: nobody asks for it any more.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Place } from '../../../shared/elements/ElementKind.ts';
import { parsePrivateElement } from '../../../shared/elements/privateNote.ts';
import { encodePrivateSync, SYNC } from '../../../shared/protocol/frames.ts';
import { SERVER_CLIENT_IDS } from '../../../shared/templates/instantiate.ts';
import type { Edit } from './Ledger.ts';

const REMOTE = Symbol('remote');

/** Sends a frame that counts, with what it carries. */
export type SendPrivately = (message: Uint8Array, update: Uint8Array, edits: readonly Edit[]) => void;

export class PrivatePart {
  board = new BoardDoc(new Y.Doc());
  /** Texts of documents that are over, as the device keeps them. */
  readonly drafts: string[] = [];
  readonly #newId: () => number;
  /** `null`: no line, or one on which the server has not asked yet. */
  #send: SendPrivately | null = null;
  #unsaved: Edit[] = [];
  isSynced = false;
  /** Whether this device once lost what it kept. */
  isDeviceLost = false;
  /** Which of the documents this is, as the state of the session counts them. */
  epoch = 0;

  constructor(newId: () => number) {
    this.#newId = newId;
    this.#begin(null);
  }

  /** A new line: the first word is ours. */
  hello(): Uint8Array {
    this.isSynced = false;
    this.#send = null;
    const { doc } = this.board;
    // Of a document that has not been given its mark yet the server could not tell which one it is: all there is is asked for.
    const isMarked = Y.getState(doc.store, SERVER_CLIENT_IDS.privateEpoch) === this.epoch;
    return encodePrivateSync(SYNC.step1, Y.encodeStateVector(isMarked ? doc : new Y.Doc()));
  }

  /** The session says which documents are in force. Whether the one here is over, and another has begun. */
  follows(epoch: number): boolean {
    if (epoch === this.epoch) return false;
    // Drafts stay on the device, whatever the server does with them.
    for (const { text, props } of this.board.elements())
      if (props.draft === true && text !== undefined) this.drafts.push(text);
    this.epoch = epoch;
    this.#unsaved = [];
    this.#begin(null);
    return true;
  }

  /** Texts that only this device has: of documents that are over, whether it has been told so yet or, shut out, never is. */
  kept(epochInForce: number): readonly string[] {
    if (this.epoch === epochInForce) return this.drafts;
    return [...this.drafts, ...[...this.board.elements()].map(({ text }) => text ?? '')];
  }

  lineGone(): void {
    this.#send = null;
    this.isSynced = false;
  }

  /** The page is loaded again, from its local store or from nothing. */
  reload(isStoreLost: boolean): void {
    if (isStoreLost) {
      this.drafts.length = 0;
      this.isDeviceLost = true;
    }
    const state = isStoreLost ? null : this.board.encodeState();
    if (isStoreLost) this.#unsaved = [];
    this.#begin(state);
  }

  #begin(state: Uint8Array | null): void {
    this.lineGone();
    this.board.doc.destroy();
    const doc = new Y.Doc();
    doc.clientID = this.#newId();
    if (state) Y.applyUpdate(doc, state, REMOTE);
    this.board = new BoardDoc(doc, () => 0, parsePrivateElement);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      const edit = this.#unsaved.at(-1);
      if (origin !== REMOTE) this.#send?.(encodePrivateSync(SYNC.update, update), update, edit ? [edit] : []);
    });
  }

  /** A note of one's own. */
  add(edit: Extract<Edit, { type: 'private' }>, place: Place): void {
    this.#unsaved.push(edit);
    this.board.edit('note', (write) =>
      write.create({ id: edit.id, kind: 'note', place, z: 'a0', text: `À moi ${edit.mark}` }),
    );
  }

  acknowledged(edits: ReadonlySet<Edit>): void {
    this.#unsaved = this.#unsaved.filter((edit) => !edits.has(edit));
  }

  /** The rest of a message 106. */
  receive(decoder: decoding.Decoder, send: SendPrivately): void {
    const sub = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (sub === SYNC.step1) {
      const update = Y.encodeStateAsUpdate(this.board.doc, body);
      send(encodePrivateSync(SYNC.step2, update), update, this.#unsaved);
      this.#send = send;
      return;
    }
    Y.applyUpdate(this.board.doc, body, REMOTE);
    if (sub === SYNC.step2) this.isSynced = true;
  }
}
