/**
 * A board that is live on this server: its people, its gate, its log, and the one queue through which everything about it passes.
 * Nothing said by a room is ahead of its disk. Its life is explicit: every way out of every state is written here.
 */
import * as Y from 'yjs';
import { unreachable } from '../../shared/lib/assert.ts';
import { CLOSE, type CloseCode } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, encodeSync, MESSAGE, type Message, parseClientFrame, SYNC } from '../../shared/protocol/frames.ts';
import type { Change, Session } from '../control/Session.ts';
import type { LiveSession } from '../control/Sessions.ts';
import type { Admission } from '../http/ports.ts';
import type { Logger } from '../observability/logger.ts';
import { type Storage, StorageError, type StoredDoc } from '../storage/Storage.ts';
import { Answers } from './Answers.ts';
import type { Connection } from './Connection.ts';
import { DeletionWatch } from './DeletionWatch.ts';
import { DurableReads } from './DurableReads.ts';
import type { Gate, GateParts } from './gate.ts';
import { Intake, type Live } from './Intake.ts';
import { Outbox } from './Outbox.ts';
import { Owners } from './Owners.ts';
import { PrivateRoom } from './private/PrivateRoom.ts';
import { RoomLog } from './RoomLog.ts';
import { RoomPeople } from './RoomPeople.ts';
import { RoomQueue } from './RoomQueue.ts';
import { RoomSession } from './RoomSession.ts';
import type { SyncMetrics } from './SyncMetrics.ts';

export interface RoomOptions {
  readonly board: string;
  readonly storage: Storage;
  readonly log: Logger;
  readonly metrics: SyncMetrics;
  /** How long a room without anybody stays in memory. */
  readonly idleMs: number;
  readonly isConnectionNumber: (id: number) => boolean;
  /** Makes the gate of a document that was read from disk. */
  readonly openGate: (stored: readonly Uint8Array[], claims: ReadonlyMap<number, string>, parts: GateParts) => Gate;
  /** Hands over the board's session, which is this room's until it ends; `null`: no such board. */
  readonly takeSession: (board: string) => Promise<Session | null>;
  /** The room is no more; the next one who comes gets a new one. */
  readonly onClosed: () => void;
}

type Life =
  /** The document is being read from disk: at first, or again after a frame that Yjs stumbled over. */
  | { readonly state: 'loading'; readonly done: Promise<void> }
  | { readonly state: 'open'; readonly live: Live }
  /** Takes nothing more in; waits for the disk. */
  | { readonly state: 'draining'; readonly live: Live; readonly done: Promise<void> }
  | { readonly state: 'closed' };

/** Frames that broke the document, after which their author is not let in any more while the room lives. */
const MAX_BREAKS = 2;
/**
 * Least time between two writes to a room: what comes faster shares its sync and its way to everyone. Less than two frames of a screen:
 * 5 ms at 10 people, 20 ms from 40 on; who is alone, or the first after a pause, waits for nothing.
 */
const paceMs = (connections: number): number => Math.min(20, connections / 2);

export class Room implements LiveSession {
  readonly people: RoomPeople;
  readonly #options: RoomOptions;
  readonly #outbox = new Outbox();
  readonly #intake: Intake;
  readonly #queue: RoomQueue;
  readonly #changes: RoomSession;
  readonly #deletions: DeletionWatch;
  readonly #private: PrivateRoom;
  readonly #reads: DurableReads;
  /** Participant → how often a frame of theirs broke the document. */
  readonly #breaks = new Map<string, number>();
  #life: Life;
  /** Taken once, kept while the room lives: what it holds may be ahead of the disk. */
  #session: Session | null = null;
  /** Likewise: whose elements are that came out of an anonymous step is on no disk. */
  #owners: Owners | null = null;
  /** How far the log has counted before the document was last read again. */
  #counted = 0;
  /** Askers for the state, who keep the room open while they wait. */
  #readers = 0;
  #idleTimer: NodeJS.Timeout | null = null;

  constructor(options: RoomOptions) {
    this.#options = options;
    this.people = new RoomPeople(options.isConnectionNumber);
    this.#reads = new DurableReads(options.storage, options.board);
    this.#deletions = new DeletionWatch(this.#outbox, this.people);
    this.#private = new PrivateRoom({
      ...options,
      outbox: this.#outbox,
      people: this.people,
      control: () => this.#session?.control ?? null,
      onReady: () => this.#queue.schedule(),
    });
    this.people.presence.veil = (from, payload) => this.#private.veil(this.#live, from, payload);
    this.#changes = new RoomSession({
      ...{ outbox: this.#outbox, people: this.people, deletions: this.#deletions, privately: this.#private },
      onBroken: (error) => this.#lost(error, 'a change of the session failed half done'),
    });
    this.#intake = new Intake({
      outbox: this.#outbox,
      metrics: options.metrics,
      onBroken: (connection, rule) => this.#rebuild(connection, rule),
      onHeld: (participant) => this.#deletions.changed(participant),
      onRefusedTexts: (live, participant, texts) => this.#private.keepRefused(live, participant, texts),
    });
    this.#queue = new RoomQueue({
      intake: this.#intake,
      live: () => this.#live,
      isReadyFor: (from, frame) => this.#private.isReadyFor(from, frame),
      take: (live, from, frame) => this.#take(live, from, frame),
      onBroken: (culprit, rule) => this.#rebuild(culprit, rule),
    });
    this.#life = this.#loading(this.#load());
  }

  /** What the room works with while it is open. */
  get #live(): Live | null {
    return this.#life.state === 'open' ? this.#life.live : null;
  }

  /** Whether the disk does not take what this room has. */
  get isPaused(): boolean {
    const life = this.#life;
    return (life.state === 'open' || life.state === 'draining') && life.live.log.isPaused;
  }

  /** Waits until the room is open; `false` when it is over and another must be made. Rejects when the document cannot be read. */
  async ready(): Promise<boolean> {
    for (;;) {
      const life = this.#life;
      switch (life.state) {
        case 'loading':
          await life.done;
          break;
        case 'open':
          return true;
        case 'draining':
          await life.done;
          return false;
        case 'closed':
          return false;
        default:
          return unreachable(life);
      }
    }
  }

  /** Lets a connection in. Only right after `ready`, in the same turn. */
  join(connection: Connection, admission: Admission): void {
    const life = this.#life;
    if (life.state !== 'open') {
      connection.close(CLOSE.resync, 'the room is not open');
      return;
    }
    if ((this.#breaks.get(admission.person.id) ?? 0) >= MAX_BREAKS) {
      connection.close(CLOSE.violation, 'broke the document before');
      return;
    }
    const { gate, log, session } = life.live;
    const known = session.person(admission.person.id);
    if (known && (known.removed || known.role !== admission.person.role)) {
      // Something changed about them on their way in; asking again, they are told what holds.
      connection.close(CLOSE.roleChanged, 'changed on the way in');
      return;
    }
    this.#clearIdle();
    this.people.welcome(connection, admission);
    if (log.isPaused) this.people.tell(connection, { type: 'storage', paused: true });
    connection.isAskedForStep2 = true;
    connection.send(encodeSync(SYNC.step1, Y.encodeStateVector(gate.doc)));
    this.people.presence.greet(connection);
    this.#deletions.greet(connection);
    if (log.isPaused) {
      connection.hold('storage');
      void this.#reads.show(connection, log);
    }
    connection.release('joining');
  }

  /** A socket is gone, by whosever will. */
  leave(connection: Connection): void {
    this.#private.leave(connection);
    if (this.people.leave(connection)) this.#watchIdle();
  }

  /** One message of a connection: its turn comes. */
  receive(from: Connection, frame: Uint8Array): void {
    // What it will need is fetched while it waits.
    if (this.#live) this.#private.isReadyFor(from, frame);
    this.#queue.frame(from, frame);
  }

  /** Changes the session in its turn. Only right after `ready`, in the same turn. */
  change<T>(decide: (session: Session) => Change<T>, mayReveal: boolean): Promise<T> {
    const isReady = (): boolean => !mayReveal || this.#private.isReadyForReveal();
    const changed = this.#changes.ask(decide, (begin) => this.#queue.change(begin, isReady));
    if (this.isPaused) this.#changes.failAskers();
    return changed;
  }

  /** Asks for something of the document that is on disk. Only right after `ready`, in the same turn. */
  async read<T>(ask: (reads: DurableReads, live: Live) => Promise<T>): Promise<T> {
    const life = this.#life;
    if (life.state !== 'open') throw new Error('the room is not open');
    this.#readers++;
    this.#clearIdle();
    try {
      return await ask(this.#reads, life.live);
    } finally {
      this.#readers--;
      this.#watchIdle();
    }
  }

  /** Stops taking in, waits for the disk, ends. Connections that are left are closed with `code`. */
  async drain(code: CloseCode): Promise<void> {
    const life = this.#life;
    switch (life.state) {
      case 'loading':
        await life.done.catch(() => undefined);
        return this.drain(code);
      case 'open': {
        for (const connection of this.people.connections) connection.hold('draining');
        this.#queue.takeAll();
        if (this.#life !== life) return this.drain(code);
        const done = this.#end(life.live, code);
        this.#life = { state: 'draining', live: life.live, done };
        return done;
      }
      case 'draining':
        return life.done;
      case 'closed':
        return;
      default:
        return unreachable(life);
    }
  }

  async #end({ log }: Live, code: CloseCode): Promise<void> {
    await log.settled();
    this.people.close(code, 'the room ends');
    await log.compact();
    this.#close();
  }

  #close(): void {
    if (this.#life.state === 'closed') return;
    this.#life = { state: 'closed' };
    this.#changes.failAskers();
    this.#clearIdle();
    this.people.rest();
    this.#deletions.rest();
    this.#private.close();
    this.#options.onClosed();
  }

  #loading(done: Promise<void>): Life {
    // Whoever waits for `ready` sees the failure; connections have been closed by then.
    done.catch(() => undefined);
    return { state: 'loading', done };
  }

  async #load(): Promise<void> {
    const { board, storage, log, openGate, takeSession } = this.#options;
    try {
      const [stored, claims, owners, session] = await Promise.all([
        storage.loadDoc(board, 'board'),
        storage.loadClaims(board),
        this.#owners ?? storage.loadOwners(board),
        this.#session ?? takeSession(board),
        this.#private.open(),
      ]);
      if (!session) throw new StorageError('unavailable', 'no such board');
      this.#session = session;
      session.countUnreadable = () => this.#private.unreadable;
      this.#owners = owners instanceof Owners ? owners : new Owners(owners);
      this.people.knows(session.control);
      this.#private.knows(session.control);
      const { snapshot, updates } = stored;
      const gate = openGate(snapshot ? [snapshot, ...updates] : updates, claims, {
        owners: this.#owners,
        deletions: this.#deletions.deletions,
      });
      this.#life = { state: 'open', live: this.#begin(gate, session, stored) };
    } catch (error) {
      log.error({ err: error, board }, 'the board cannot be read');
      const isTemporary = error instanceof StorageError && error.code === 'unavailable';
      this.people.close(isTemporary ? CLOSE.resync : CLOSE.damaged, 'the board cannot be read');
      this.#close();
      throw isTemporary ? error : new StorageError('damaged', 'the board cannot be read', { cause: error });
    }
    this.#watchIdle();
    this.#queue.schedule();
  }

  #begin(gate: Gate, session: Session, { seq, snapshot, updates }: StoredDoc): Live {
    const { board, storage } = this.#options;
    const { connections } = this.people;
    const log = new RoomLog({
      storage,
      board,
      doc: 'board',
      seq,
      counted: this.#counted,
      snapshotBytes: snapshot?.length ?? 0,
      tailBytes: updates.reduce((sum, { length }) => sum + length, 0),
      paceMs: () => paceMs(connections.size),
      encodeState: () => Y.encodeStateAsUpdate(gate.doc),
      beforeWrite: () => this.#queue.lastCall(),
      onDurable: (durable) => {
        this.#outbox.release(durable, connections);
        if (log.isSettled) this.#private.settled();
        this.#queue.goOn();
      },
      onPaused: (isPaused, error) => this.#storagePaused(isPaused, error),
      onLost: (error) => this.#lost(error, 'the log refused a commit'),
    });
    return { gate, log, session, answers: new Answers(gate.doc, { snapshot, updates }) };
  }

  /** The document in memory is not to be trusted: what it accepted goes to disk, then it is read from there again. */
  #rebuild(culprit: Connection, rule: string): void {
    const life = this.#life;
    if (life.state !== 'open') return;
    const breaks = (this.#breaks.get(culprit.person.id) ?? 0) + 1;
    this.#breaks.set(culprit.person.id, breaks);
    this.#options.log.warn({ board: this.#options.board, rule, breaks }, 'a frame broke the document: read again');
    this.#counted = life.live.log.seq;
    this.#life = this.#loading(life.live.log.end().then(() => this.#load()));
    culprit.close(CLOSE.violation, rule);
  }

  #lost(error: unknown, what: string): void {
    this.#options.log.error({ err: error, board: this.#options.board }, `${what}: the room is closed`);
    this.people.close(CLOSE.resync, what);
    this.#close();
  }

  #storagePaused(isPaused: boolean, error: Error | null): void {
    const { board, log } = this.#options;
    if (isPaused) {
      log.error({ err: error, board }, 'saving is paused: the disk does not take it');
      this.#changes.failAskers();
      this.#reads.paused();
    } else log.info({ board }, 'saving goes on');
    this.people.tellAll({ type: 'storage', paused: isPaused });
    for (const connection of this.people.connections) {
      if (isPaused) connection.hold('storage');
      else connection.release('storage');
    }
    this.#queue.schedule();
  }

  #take(live: Live, from: Connection, frame: Uint8Array): void {
    const read = parseClientFrame(frame);
    if (!read.ok) {
      from.close(CLOSE.violation, `frame: ${read.reason}`);
      return;
    }
    const message: Message = read.value;
    switch (message.type) {
      case 'sync':
        if (message.sub === SYNC.step1) this.#intake.step1(live, from, message.body);
        else this.#intake.update(live, from, message.body, message.sub === SYNC.step2);
        return;
      case 'awareness':
        if (!this.people.presence.setAwareness(from, message.body)) from.close(CLOSE.violation, 'awareness');
        return;
      case 'presence':
        this.people.presence.set(from, message.body);
        return;
      case 'clock': {
        const asked = typeof message.value === 'number' ? message.value : null;
        if (from.isOurs) from.send(encodeJson(MESSAGE.clock, { asked, now: Date.now() }));
        return;
      }
      case 'command':
        if (from.isOurs) this.#changes.command(live, from, message.value);
        return;
      case 'privateSync':
        this.#private.take(live, from, message);
        return;
      default:
        unreachable(message);
    }
  }

  #watchIdle(): void {
    if (this.people.connections.size > 0 || this.#readers > 0 || this.#life.state !== 'open') return;
    this.#clearIdle();
    this.#idleTimer = setTimeout(() => void this.drain(CLOSE.restart), this.#options.idleMs);
  }

  #clearIdle(): void {
    if (this.#idleTimer) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }
}
