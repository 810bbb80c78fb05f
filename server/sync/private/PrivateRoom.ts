/**
 * What goes on in a room beside the board: each person's private document. The conversation of message 106 (the sync protocol, with the
 * owner's own connections and nobody else), drafts of what was refused on the board, reveals. Everything passes the room's one queue,
 * its one log and its outbox, and is told as late as the board's: once it is on disk.
 */
import * as Y from 'yjs';
import { can } from '../../../shared/access/can.ts';
import { isAnonymousStep, isPrivateStep, keepsAnonymous } from '../../../shared/access/privately.ts';
import type { CurrentStep } from '../../../shared/access/Step.ts';
import { elementsOf } from '../../../shared/board/layout.ts';
import type { Control, ControlEvent } from '../../../shared/control/Control.ts';
import { mayReveal, parseCommand } from '../../../shared/control/commands.ts';
import { CLOSE } from '../../../shared/protocol/closeCodes.ts';
import {
  encodeJson,
  encodePrivateSync,
  encodeSync,
  MESSAGE,
  type Message,
  parseClientFrame,
  SYNC,
} from '../../../shared/protocol/frames.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { RevealOrder } from '../../control/Session.ts';
import type { Logger } from '../../observability/logger.ts';
import type { Storage } from '../../storage/Storage.ts';
import type { Connection } from '../Connection.ts';
import type { Refusals, RefusedText } from '../gate.ts';
import { authorOf, type Live } from '../Intake.ts';
import type { Outbox } from '../Outbox.ts';
import type { RoomPeople } from '../RoomPeople.ts';
import { readStateVector } from '../stateVector.ts';
import { toFrame } from '../webSocketFrame.ts';
import type { PrivateDoc } from './PrivateDoc.ts';
import { PrivateDocs } from './PrivateDocs.ts';
import { reveal } from './reveal.ts';
import { needsVeil, veil } from './veil.ts';

export interface PrivateRoomOptions {
  readonly board: string;
  readonly storage: Storage;
  readonly log: Logger;
  readonly outbox: Outbox;
  readonly people: RoomPeople;
  /** The state of the session; `null` before the room is open. */
  readonly control: () => Control | null;
  /** Something that was waited for has come. */
  readonly onReady: () => void;
}

/** One connection's side of the conversation. */
interface Line {
  /** Of the document it has been given; `null`: it has not asked for any. */
  epoch: number | typeof OVER | null;
  readonly held: Uint8Array[];
  heldBytes: number;
  isAskedForStep2: boolean;
}

/** In place of an epoch: a client that goes on with a document that is over, and has been told. */
const OVER = 'over';
const MAX_SCHEMA_STRIKES = 10;
const MAX_VIEWER_STRIKES = 2;

type Sync = Extract<Message, { type: 'privateSync' }>;
type Outcome = 'settled' | 'gap' | 'over';

export class PrivateRoom {
  readonly #options: PrivateRoomOptions;
  readonly #docs: PrivateDocs;
  readonly #lines = new Map<Connection, Line>();
  /** Owner → their connections that have asked. */
  readonly #connections = new Map<string, Set<Connection>>();
  /** Owners who have left, whose documents may be let go of. */
  readonly #away = new Set<string>();
  /** The step as it was when the room was opened, or the session last changed. */
  #step: CurrentStep | null = null;
  #isOpen = false;

  constructor(options: PrivateRoomOptions) {
    this.#options = options;
    const { board, storage, log, onReady } = options;
    this.#docs = new PrivateDocs({ board, storage, log, onReady, epoch: () => this.#epoch() });
  }

  /** Finds out what there is on the disk, once. */
  async open(): Promise<void> {
    if (this.#isOpen) return;
    await this.#docs.open();
    this.#isOpen = true;
  }

  /** The room is over. */
  close(): void {
    this.#docs.close();
  }

  /** Whether a message can have its turn now, or must wait until something has been read. */
  isReadyFor(from: Connection, frame: Uint8Array): boolean {
    if (this.#docs.isEmpty) return true;
    const [type] = frame;
    // What is read for somebody who has gone is let go of again.
    if (!from.isOpen) this.#away.add(from.person.id);
    if (type === MESSAGE.sync || type === MESSAGE.privateSync) return this.#docs.isReady(from.person.id);
    if (type !== MESSAGE.command || !this.#hasPrivate()) return true;
    const read = parseClientFrame(frame);
    const command = read.ok && read.value.type === 'command' ? parseCommand(read.value.value) : null;
    return !(command?.ok && mayReveal(command.value.command)) || this.#docs.isAllLooked();
  }

  /** The same for a command from outside. */
  isReadyForReveal(): boolean {
    return this.#docs.isEmpty || !this.#hasPrivate() || this.#docs.isAllLooked();
  }

  /** How many people's documents cannot be read. */
  get unreadable(): number {
    return this.#docs.unreadable;
  }

  /** One message of the private document. */
  take(live: Live, from: Connection, { sub, body }: Sync): void {
    if (!from.isOurs) return;
    const line = this.#lineOf(from);
    if (sub === SYNC.step1) this.#step1(live, from, line, body);
    else this.#update(live, from, line, body, sub === SYNC.step2);
  }

  /** A connection is gone. */
  leave(connection: Connection): void {
    this.#lines.delete(connection);
    const owner = connection.person.id;
    const others = this.#connections.get(owner);
    others?.delete(connection);
    if (others && others.size > 0) return;
    this.#connections.delete(owner);
    // Also of somebody who has never asked for it: it is read for what they write on the board.
    this.#away.add(owner);
  }

  /** All that was taken in is on disk. */
  settled(): void {
    for (const owner of this.#away) if (!this.#connections.has(owner)) this.#docs.release(owner);
    this.#away.clear();
  }

  /** What a person wrote on the board and may not have there comes back to them, in the commit that takes it off the board. */
  keepRefused({ log, session }: Live, author: string, texts: readonly RefusedText[]): void {
    const doc = this.#docs.get(author);
    const step = session.control.step ?? null;
    const update = doc?.addDrafts(
      texts.map(({ text }) => text).filter((text) => text.trim() !== ''),
      step,
    );
    if (!doc || !update) return;
    this.#send(author, this.#write(log, doc, update), update, null);
    if (!this.#connections.has(author)) this.#away.add(author);
  }

  /** Carries a reveal out, before the change of the session that says so is written. Answers what is to be written with it. */
  reveal(live: Live, order: RevealOrder): void {
    const { board, outbox, people } = this.#options;
    const { gate, log, answers } = live;
    const docs = this.#docs;
    const { unreadable } = docs;
    // What has not been read would be erased unread.
    if (!docs.isAllReady()) throw new Error('a reveal before all private documents are read');
    const done = reveal(order, { board, gate, docs });
    if (unreadable > 0) {
      const fate = order.anonymous.length > 0 ? 'erased, as was asked for' : 'left where they are';
      this.#options.log.warn({ board, unreadable }, `a reveal without private documents that cannot be read: ${fate}`);
    }
    if (done.update) {
      const rev = log.append(done.update, []);
      answers.changed(done.update);
      outbox.update(rev, encodeSync(SYNC.update, done.update), null);
    }
    const rev = done.writes.length > 0 ? log.write(done.writes) : log.seq;
    for (const { owner, update } of done.left) this.#send(owner, rev, update, null);
    for (const { owner, elements } of done.kept) {
      for (const to of this.#connections.get(owner) ?? []) this.#tellRefused(rev, to, new Map([['limit', elements]]));
    }
    outbox.act(rev, () => {
      const { rev, steps } = order;
      people.tellAll({ type: 'revealed', rev, steps, notes: done.notes, ...(unreadable > 0 && { unreadable }) });
    });
    // What was read for this alone.
    for (const { owner } of docs.all()) if (!this.#connections.has(owner)) this.#away.add(owner);
  }

  /** The session as it is when the room is opened. */
  knows({ step }: Control): void {
    this.#step = step ?? null;
  }

  /** The session has changed: when an anonymous step is over, or names people, nobody knows any more who wrote what in it. */
  sessionChanged({ gate, session }: Live): void {
    const before = this.#step;
    this.knows(session.control);
    if (before && isAnonymousStep(before) && !keepsAnonymous(before, this.#step)) gate.forgetUnpersisted();
  }

  /** What of somebody's presence the others may see. */
  veil(live: Live | null, { person }: Connection, payload: Uint8Array): Uint8Array {
    const step = live?.session.control.step ?? null;
    if (!live || (step === null && this.#docs.isEmpty)) return payload;
    const author = live.session.person(person.id) ?? person;
    return needsVeil(step, author, this.#docs.mayHoldNotes(person.id))
      ? veil(payload, live.gate, step, author)
      : payload;
  }

  #epoch(): number {
    return this.#options.control()?.privateEpoch ?? 0;
  }

  #hasPrivate(): boolean {
    const control = this.#options.control();
    return control !== null && (control.unrevealed !== undefined || (!!control.step && isPrivateStep(control.step)));
  }

  #lineOf(connection: Connection): Line {
    let line = this.#lines.get(connection);
    if (!line) {
      line = { epoch: null, held: [], heldBytes: 0, isAskedForStep2: false };
      this.#lines.set(connection, line);
      const owner = connection.person.id;
      const all = this.#connections.get(owner) ?? new Set();
      all.add(connection);
      this.#connections.set(owner, all);
    }
    return line;
  }

  /** A client tells what it has of its document: it gets the rest, and is asked for what we lack. Viewers have none. */
  #step1({ log, session }: Live, from: Connection, line: Line, body: Uint8Array): void {
    const { outbox } = this.#options;
    const doc = can(authorOf({ session }, from).role, 'add') ? this.#docs.get(from.person.id) : null;
    if (!doc) return;
    let frame: Uint8Array;
    try {
      const vector = readStateVector(body, doc.doc);
      const state = vector ? doc.judgeStateVector(vector) : 'behind';
      if (state === 'behind') {
        from.close(CLOSE.otherEpoch, 'the client has seen a later private document');
        return;
      }
      if (state === 'stale') {
        line.epoch = OVER;
        this.#tellEpoch(log.seq, from, session.control);
        this.#release(log);
        return;
      }
      frame = encodePrivateSync(SYNC.step2, Y.encodeStateAsUpdate(doc.doc, body));
    } catch {
      // Not a state vector.
      from.close(CLOSE.violation, 'state vector');
      return;
    }
    if (line.epoch !== doc.epoch) forgetHeld(from, line);
    line.epoch = doc.epoch;
    line.isAskedForStep2 = true;
    const ask = encodePrivateSync(SYNC.step1, Y.encodeStateVector(doc.doc));
    outbox.answer(log.seq, [toFrame(frame), toFrame(ask)], from);
    this.#release(log);
  }

  /** Whoever has a document that is over learns so by the state of the session, and begins anew. */
  #tellEpoch(rev: number, to: Connection, control: Control): void {
    const event: ControlEvent = { type: 'control', rev: control.rev, control };
    this.#options.outbox.answer(rev, [toFrame(encodeJson(MESSAGE.controlEvent, event))], to);
  }

  #update(live: Live, from: Connection, line: Line, body: Uint8Array, isStep2: boolean): void {
    from.received++;
    if (!can(authorOf(live, from).role, 'add')) {
      this.#refuseViewer(live, from);
      return;
    }
    const doc = this.#docs.get(from.person.id);
    if (!doc || line.epoch === null) from.hasDropped = true;
    // Of a document that is over nothing is kept, on purpose: its owner's device has it, and has been told.
    else if (line.epoch !== doc.epoch) forgetHeld(from, line);
    else if (!this.#takeUpdate(live, from, line, doc, body, isStep2)) return;
    from.isWaitingPrivately = line.held.length > 0;
    const isAllTaken = !from.isWaitingPrivately && from.held.length === 0 && !from.hasDropped;
    if (isAllTaken) this.#options.outbox.saved(live.log.seq, from.received, from);
    this.#release(live.log);
  }

  /** Whether the connection goes on. */
  #takeUpdate(live: Live, from: Connection, line: Line, doc: PrivateDoc, body: Uint8Array, isStep2: boolean): boolean {
    if (isStep2) line.isAskedForStep2 = false;
    const outcome = line.held.length > 0 && !isStep2 ? 'gap' : this.#judge(live, from, doc, body, isStep2);
    if (outcome === 'over') return false;
    if (outcome === 'settled') return !isStep2 || this.#retryHeld(live, from, line, doc);
    if (isStep2) {
      from.close(CLOSE.resync, 'a step 2 with a gap');
      return false;
    }
    line.heldBytes += body.length;
    if (line.heldBytes > LIMITS.heldGapBytes) {
      from.close(CLOSE.resync, 'too much behind a gap');
      return false;
    }
    line.held.push(body.slice());
    if (!line.isAskedForStep2) from.send(encodePrivateSync(SYNC.step1, Y.encodeStateVector(doc.doc)));
    line.isAskedForStep2 = true;
    return true;
  }

  #retryHeld(live: Live, from: Connection, line: Line, doc: PrivateDoc): boolean {
    for (const body of line.held.splice(0)) {
      const outcome = this.#judge(live, from, doc, body, false);
      if (outcome === 'gap') from.close(CLOSE.resync, 'a gap that persists');
      if (outcome !== 'settled') return false;
    }
    line.heldBytes = 0;
    return true;
  }

  #judge(live: Live, from: Connection, doc: PrivateDoc, body: Uint8Array, isStep2: boolean): Outcome {
    const { gate, log, session } = live;
    const elements = elementsOf(gate.doc);
    const setting = {
      author: authorOf(live, from),
      step: session.control.step ?? null,
      standingOf: (id: string) => {
        const map = elements.get(id);
        return map ? { kind: map.get('kind'), place: map.get('place') } : null;
      },
    };
    const verdict = doc.judge(body, setting, isStep2);
    switch (verdict.type) {
      case 'nothing':
        return 'settled';
      case 'gap':
        return 'gap';
      case 'accepted': {
        const rev = this.#write(log, doc, verdict.update);
        this.#send(doc.owner, rev, verdict.update, verdict.isAnswered ? null : from);
        this.#tellRefused(rev, from, verdict.refused);
        return from.isOpen ? 'settled' : 'over';
      }
      case 'violation':
        from.close(CLOSE.violation, verdict.rule);
        return 'over';
      case 'broken':
        this.#docs.readAgain(doc.owner, log.settled());
        for (const connection of [...(this.#connections.get(doc.owner) ?? [])]) {
          connection.close(connection === from ? CLOSE.violation : CLOSE.resync, verdict.rule);
        }
        return 'over';
    }
  }

  /** Takes an update of a private document into the log; answers its number. */
  #write(log: Live['log'], doc: PrivateDoc, update: Uint8Array): number {
    this.#docs.written(doc);
    return log.write(doc.writes(update));
  }

  /** To the connections of the owner that have asked for their document, but the one it came from. */
  #send(owner: string, rev: number, update: Uint8Array, from: Connection | null): void {
    const epoch = this.#epoch();
    const frame = toFrame(encodePrivateSync(SYNC.update, update));
    for (const to of this.#connections.get(owner) ?? []) {
      if (to !== from && this.#lines.get(to)?.epoch === epoch) this.#options.outbox.answer(rev, [frame], to);
    }
  }

  #tellRefused(rev: number, to: Connection, refused: Refusals): void {
    for (const [code, elements] of refused) {
      const event: ControlEvent = { type: 'refused', code, elements };
      this.#options.outbox.answer(rev, [toFrame(encodeJson(MESSAGE.controlEvent, event))], to);
      if (code === 'schema' && ++to.strikes >= MAX_SCHEMA_STRIKES) to.close(CLOSE.violation, 'schema');
    }
  }

  #refuseViewer(live: Live, from: Connection): void {
    from.hasDropped = true;
    this.#tellRefused(live.log.seq, from, new Map([['role', []]]));
    if (++from.strikes >= MAX_VIEWER_STRIKES) from.close(CLOSE.violation, 'a viewer writes');
    this.#release(live.log);
  }

  #release(log: Live['log']): void {
    if (log.isSettled) this.#options.outbox.release(log.seq, []);
  }
}

/** What waited for a missing part of a document that is over waits for nothing any more. */
function forgetHeld(from: Connection, line: Line): void {
  line.held.length = 0;
  line.heldBytes = 0;
  from.isWaitingPrivately = false;
}
