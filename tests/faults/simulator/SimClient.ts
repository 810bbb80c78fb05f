/**
 * A participant of the simulator: a document that outlives its connections, the sync protocol, and the count of frames by which it knows
 * what is saved. Honest, but with everything that happens to honest clients: reloads, lost tabs, frames sent twice, late local stores.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Role } from '../../../shared/access/can.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { Control, ControlEvent, Welcome } from '../../../shared/control/Control.ts';
import type { Command, CommandResult } from '../../../shared/control/commands.ts';
import { CLOSE } from '../../../shared/protocol/closeCodes.ts';
import { encodeJson, encodeSync, MESSAGE, SYNC } from '../../../shared/protocol/frames.ts';
import type { Random } from '../../helpers/random.ts';
import type { Edit, Ledger } from './Ledger.ts';
import { PrivatePart } from './PrivatePart.ts';
import type { Asked, SessionBook } from './SessionBook.ts';
import type { SimLine } from './SimLine.ts';
import type { SimServer } from './SimServer.ts';
import type { VirtualClock } from './VirtualClock.ts';

const REMOTE = Symbol('remote');

/** What one update or step-2 message carried, to be found on the disk when it is acknowledged. */
interface Frame {
  readonly update: Uint8Array;
  /** Of the private document of this epoch; `null`: of the board. */
  readonly privateEpoch: number | null;
  /** All the client had, once a step 2 has carried what it wrote without a line; before that, nothing can be said of it. */
  readonly state: ReadonlyMap<number, number> | null;
  /** What its acknowledgement promises; nothing more, once the document it was for is over. */
  edits: readonly Edit[];
}

interface Session {
  readonly line: SimLine;
  /** The n-th frame of this connection is at n − 1. */
  readonly frames: Frame[];
  saved: number;
  hasAnswered: boolean;
  isSynced: boolean;
  /** Number of the last state of the session it was told; `null`: not welcomed yet. */
  rev: number | null;
}

export interface SimClientOptions {
  readonly id: string;
  readonly role: Role;
  /** Speaks our messages too, or is a stock y-websocket client. */
  readonly isOurs: boolean;
  readonly clock: VirtualClock;
  readonly random: Random;
  readonly server: SimServer;
  readonly ledger: Ledger;
  readonly book: SessionBook;
  readonly hasPrivate: boolean;
}

export class SimClient {
  readonly options: SimClientOptions;
  board!: BoardDoc;
  session: Session | null = null;
  /** May come back by itself. */
  isAway = false;
  #retryAt: object | null = null;
  #unsaved: Edit[] = [];
  /** Commands without answer, by id: sent again on the next line. */
  readonly #asked = new Map<string, Asked>();
  isRemoved = false;
  /** Nobody has one where the session never changes: those stories are older. */
  readonly private: PrivatePart | null;

  constructor(options: SimClientOptions) {
    this.options = options;
    this.private = options.hasPrivate ? new PrivatePart(() => this.#newId()) : null;
    this.#open(null);
  }

  get isSynced(): boolean {
    return this.session?.isSynced ?? false;
  }

  /** Whether all it wrote is acknowledged; a stock client is told nothing. */
  get isSaved(): boolean {
    const { session } = this;
    if (!session?.isSynced) return false;
    return !this.options.isOurs || session.saved === session.frames.length;
  }

  /** What the disk has of this person's private document. */
  get privateOnDisk(): Y.Doc {
    return this.options.server.mirror.privateOf(`private/${this.options.id}`);
  }

  /** One gesture, as the ledger wrote it down. */
  edit(edit: Edit, write: (board: BoardDoc) => void): void {
    this.#unsaved.push(edit);
    write(this.board);
  }

  /** The state of the session this client would name in a command. */
  get rev(): number | null {
    return this.session?.rev ?? null;
  }

  /** Asks for a change of the session, under an id that was not given before. */
  command(id: string, command: Command, ifRev: number | null): void {
    const asked: Asked = { id, by: this.options.id, command, ...(ifRev !== null && { ifRev }) };
    this.#asked.set(id, asked);
    this.#ask(asked);
  }

  #ask({ id, command, ifRev }: Asked): void {
    const { session } = this;
    if (session === null || session.rev === null) return;
    session.line.send(encodeJson(MESSAGE.command, { ...command, id, ...(ifRev !== undefined && { ifRev }) }));
  }

  connect(): void {
    if (this.session || this.isAway || this.isRemoved) return;
    const { server, id, role, isOurs, ledger } = this.options;
    let session: Session | null = null;
    const line = server.connect(id, role, isOurs, {
      onMessage: (message) => session && this.session === session && this.#receive(session, message),
      onClose: (code) => {
        if (session && this.session === session) this.#closed(code);
      },
      onWritten: (message) => this.#judge(session, message),
    });
    if (!line) {
      this.#comeBack();
      return;
    }
    session = { line, frames: [], saved: 0, hasAnswered: false, isSynced: false, rev: null };
    this.session = session;
    ledger.connections++;
    line.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.board.doc)));
    if (this.private) line.send(this.private.hello());
  }

  #newId(): number {
    const { random } = this.options;
    return 1 + random.below(2 ** 31) * 2 ** 20 + random.below(2 ** 20);
  }

  /** The line is cut; the client tries again, or stays away for a while. */
  disconnect(options: { readonly mute?: boolean; readonly away?: boolean } = {}): void {
    const { session } = this;
    this.isAway = options.away ?? false;
    if (!session) return;
    if (options.mute) session.line.mute();
    session.line.drop();
    this.session = null;
    this.private?.lineGone();
    this.#comeBack();
  }

  /** The page is loaded again: the same document from its local store under a new client id; or from nothing, its unsaved edits lost. */
  reload(isStoreLost: boolean): void {
    const state = isStoreLost ? null : this.board.encodeState();
    this.disconnect();
    if (isStoreLost) this.#unsaved = [];
    this.board.doc.destroy();
    this.#open(state);
    this.private?.reload(isStoreLost);
  }

  /** The last frame once more, as an overzealous network or provider would. */
  repeatFrame(): void {
    const { session } = this;
    const last = session?.frames.at(-1);
    if (session && last?.privateEpoch === null) this.#send(session, last.update, SYNC.update, []);
  }

  /** Everything once more, unasked: a stock provider whose local store loads late does that. */
  sayEverything(): void {
    const { session } = this;
    if (session) this.#send(session, this.board.encodeState(), SYNC.step2, this.#unsaved);
  }

  #open(state: Uint8Array | null): void {
    const doc = new Y.Doc();
    doc.clientID = this.#newId();
    if (state) Y.applyUpdate(doc, state, REMOTE);
    this.board = new BoardDoc(doc, () => 0);
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      const { session } = this;
      const edit = this.#unsaved.at(-1);
      if (origin !== REMOTE && session) this.#send(session, update, SYNC.update, edit ? [edit] : []);
    });
  }

  #send(session: Session, update: Uint8Array, sub: number, edits: readonly Edit[]): void {
    session.hasAnswered ||= sub === SYNC.step2;
    const state = session.hasAnswered ? Y.decodeStateVector(Y.encodeStateVector(this.board.doc)) : null;
    session.frames.push({ update, privateEpoch: null, state, edits: [...edits] });
    session.line.send(encodeSync(sub, update));
  }

  #closed(code: number): void {
    const { ledger, server, id } = this.options;
    this.session = null;
    this.private?.lineGone();
    this.isRemoved = code === CLOSE.removed && server.mirror.reader.people.get(id)?.removed === true;
    if (this.isRemoved) return;
    ledger.closed(code);
    this.#comeBack();
  }

  #comeBack(): void {
    const { clock, random } = this.options;
    const token = {};
    this.#retryAt = token;
    clock.after(50 + random.below(900), this, () => {
      if (this.#retryAt === token) this.connect();
    });
  }

  #receive(session: Session, message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.welcome) {
      const { control } = JSON.parse(decoding.readVarString(decoder)) as Welcome;
      session.rev = control.rev;
      this.#followPrivateEpoch(session, control);
      for (const asked of this.#asked.values()) this.#ask(asked);
    } else if (type === MESSAGE.controlEvent) {
      const event = JSON.parse(decoding.readVarString(decoder)) as ControlEvent;
      if (event.type === 'control') {
        this.#followPrivateEpoch(session, event.control);
        this.#told(session, event.rev);
      }
    } else if (type === MESSAGE.result) {
      this.#asked.delete((JSON.parse(decoding.readVarString(decoder)) as CommandResult).id);
    } else if (type === MESSAGE.saved) {
      session.saved = decoding.readVarUint(decoder);
      const saved = new Set(session.frames.slice(0, session.saved).flatMap(({ edits }) => edits));
      this.#unsaved = this.#unsaved.filter((edit) => !saved.has(edit));
      this.private?.acknowledged(saved);
      this.options.ledger.acknowledged(saved);
    } else if (type === MESSAGE.privateSync) {
      this.private?.receive(decoder, (frame, update, edits) => {
        if (this.session !== session) return;
        session.frames.push({ update, privateEpoch: this.private?.epoch ?? 0, state: null, edits: [...edits] });
        session.line.send(frame);
      });
    }
    if (type !== MESSAGE.sync) return;
    const sub = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (sub === SYNC.step1) {
      this.#send(session, Y.encodeStateAsUpdate(this.board.doc, body), SYNC.step2, this.#unsaved);
      return;
    }
    Y.applyUpdate(this.board.doc, body, REMOTE);
    if (sub === SYNC.step2) session.isSynced = true;
  }

  /** A private document that is over: what it was given and is not acknowledged has no place any more. */
  #followPrivateEpoch(session: Session, { rev, privateEpoch = 0 }: Control): void {
    // An older state than the one known says nothing new.
    if (!this.private || rev < (session.rev ?? 0) || !this.private.follows(privateEpoch)) return;
    for (const frame of session.frames.slice(session.saved)) if (frame.privateEpoch !== null) frame.edits = [];
    session.line.send(this.private.hello());
  }

  /** Each number once and in order; one that was told by the welcome already may come once more. */
  #told(session: Session, rev: number): void {
    const { ledger, id } = this.options;
    if (session.rev === null) ledger.fail(`${id} is told rev ${rev} before it is welcomed`);
    else if (rev > session.rev + 1) ledger.fail(`${id} is told rev ${rev} after ${session.rev}`);
    session.rev = Math.max(rev, session.rev ?? 0);
  }

  /** The promise, at the moment the server speaks: what it shows and what it acknowledges is on the disk. */
  #judge(session: Session | null, message: Uint8Array): void {
    const { ledger, server, book, id } = this.options;
    for (const edit of ledger.privateEdits) {
      const isTold =
        edit.by !== id && !server.mirror.reader.seen.has(edit.mark) && Buffer.from(message).includes(edit.mark);
      if (isTold) ledger.fail(`${id} is told the private ${edit.mark} of ${edit.by}`);
    }
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.welcome) book.told((JSON.parse(decoding.readVarString(decoder)) as Welcome).control);
    if (type === MESSAGE.controlEvent) {
      const event = JSON.parse(decoding.readVarString(decoder)) as ControlEvent;
      if (event.type === 'control') book.told(event.control);
    }
    if (type === MESSAGE.result) {
      const result = JSON.parse(decoding.readVarString(decoder)) as CommandResult;
      const asked = this.#asked.get(result.id);
      if (asked) book.answered(asked, result);
    }
    if (type === MESSAGE.sync) {
      if (decoding.readVarUint(decoder) === SYNC.step1) return;
      const missing = server.mirror.missing(decoding.readVarUint8Array(decoder));
      if (missing) ledger.fail(`shown before it was on the disk: ${missing}`);
    }
    if (type === MESSAGE.privateSync) {
      if (decoding.readVarUint(decoder) === SYNC.step1) return;
      const missing = server.mirror.missing(decoding.readVarUint8Array(decoder), this.privateOnDisk);
      // Of a document that has been erased meanwhile nothing can be asked but the texts, in the end.
      const isOver = this.private?.epoch !== server.mirror.reader.privateEpoch;
      if (missing && !isOver) ledger.fail(`shown privately before it was on the disk: ${missing}`);
    }
    if (type !== MESSAGE.saved || !session) return;
    const count = decoding.readVarUint(decoder);
    for (const frame of session.frames.slice(session.saved, count)) {
      const { mirror } = server;
      if (frame.privateEpoch !== null && frame.privateEpoch !== mirror.reader.privateEpoch) continue;
      const missing = mirror.missing(frame.update, frame.privateEpoch === null ? mirror.doc : this.privateOnDisk);
      if (missing) ledger.fail(`acknowledged before it was on the disk: ${missing}`);
      for (const [client, clock] of frame.state ?? []) {
        const have = server.mirror.clock(client);
        // What is not its own it can only have learnt from the server.
        if (clock > have) ledger.fail(`acknowledged at ${client}:${clock}, the disk has ${have}`);
      }
    }
  }
}
