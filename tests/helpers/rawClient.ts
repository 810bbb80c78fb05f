/**
 * A participant made of a socket and a document: speaks the protocol itself, keeps every byte it was sent, and can be told to speak
 * nonsense. `isSilent` makes it say nothing of its own accord.
 */
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ControlEvent, Welcome } from '../../shared/control/Control.ts';
import type { CommandResult } from '../../shared/control/commands.ts';
import {
  encodeJson,
  encodeOwnPresence,
  encodePrivateSync,
  encodeSync,
  MESSAGE,
  readPresenceEntries,
  SUBPROTOCOL,
  SYNC,
  TICKET_PREFIX,
} from '../../shared/protocol/frames.ts';
import { eventually } from './eventually.ts';
import type { TestServer } from './server.ts';

export interface RawClientOptions {
  /** Speaks like a stock y-websocket client: ticket in the query, none of our messages. */
  readonly isStock?: boolean;
  readonly isSilent?: boolean;
  /** Goes on with a document of an earlier connection. */
  readonly doc?: Y.Doc;
  readonly headers?: Readonly<Record<string, string>>;
}

const REMOTE = Symbol('remote');

export class RawClient {
  readonly board: BoardDoc;
  readonly socket: WebSocket;
  /** Every message received, oldest first. */
  readonly messages: Uint8Array[] = [];
  readonly events: ControlEvent[] = [];
  /** Answers to commands, oldest first. */
  readonly results: CommandResult[] = [];
  /** Connection number → payload as text; gone ones are taken out. */
  readonly presence = new Map<number, string>();
  welcome: Welcome | null = null;
  /** Update and step-2 messages sent, and how many of them the server says are on disk. */
  sent = 0;
  saved = 0;
  isSynced = false;
  /** This person's own document, once it has been asked for. A new one when the server says that the old one is over. */
  privateDoc: Y.Doc | null = null;
  isPrivateSynced = false;
  #privateEpoch = 0;
  closeCode: number | null = null;
  readonly #isSilent: boolean;

  constructor(url: string, board: string, ticket: string, options: RawClientOptions = {}) {
    this.board = new BoardDoc(options.doc ?? new Y.Doc());
    this.#isSilent = options.isSilent ?? false;
    const { isStock = false, headers = {} } = options;
    this.socket = isStock
      ? new WebSocket(`${url}/sync/${board}?ticket=${ticket}`, { headers })
      : new WebSocket(`${url}/sync/${board}`, [SUBPROTOCOL, TICKET_PREFIX + ticket], { headers });
    this.socket.on('error', () => undefined);
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.doc.off('update', this.#onUpdate);
    });
    this.socket.on('open', () => {
      if (!this.#isSilent) this.sendStep1();
    });
    this.socket.on('message', (data: Buffer) => this.#receive(data));
    if (!this.#isSilent) this.doc.on('update', this.#onUpdate);
  }

  get doc(): Y.Doc {
    return this.board.doc;
  }

  /** Events of one type, oldest first. */
  eventsOf<T extends ControlEvent['type']>(type: T): Extract<ControlEvent, { type: T }>[] {
    return this.events.filter((event): event is Extract<ControlEvent, { type: T }> => event.type === type);
  }

  send(message: Uint8Array): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(message);
  }

  sendStep1(): void {
    this.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  sendUpdate(update: Uint8Array, sub: number = SYNC.update): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.sent++;
    this.send(encodeSync(sub, update));
  }

  showPresence(text: string): void {
    this.send(encodeOwnPresence(Buffer.from(text)));
  }

  /** Puts a note on the board. */
  addNote(id: string, text: string, props: Readonly<Record<string, unknown>> = {}): void {
    this.board.edit('note', (write) =>
      write.create({ id, kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0', text, props }),
    );
  }

  /** Asks for this person's own document, or goes on with one of an earlier connection, and waits for it. */
  async openPrivate(doc: Y.Doc = new Y.Doc()): Promise<this> {
    await eventually(() => {
      if (!this.welcome) throw new Error(`no welcome (closed: ${this.closeCode})`);
    });
    this.#privateEpoch = this.#controlEpoch();
    this.#askPrivate(doc);
    await eventually(() => {
      if (!this.isPrivateSynced) throw new Error(`no private document (closed: ${this.closeCode})`);
    });
    return this;
  }

  #controlEpoch(): number {
    const control = this.eventsOf('control').at(-1)?.control ?? this.welcome?.control;
    return control?.privateEpoch ?? 0;
  }

  #askPrivate(doc: Y.Doc): void {
    this.privateDoc?.off('update', this.#onPrivateUpdate);
    this.privateDoc = doc;
    this.isPrivateSynced = false;
    doc.on('update', this.#onPrivateUpdate);
    this.send(encodePrivateSync(SYNC.step1, Y.encodeStateVector(doc)));
  }

  readonly #onPrivateUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== REMOTE && this.isPrivateSynced) this.sendPrivately(update);
  };

  sendPrivately(update: Uint8Array, sub: number = SYNC.update): void {
    if (this.socket.readyState !== WebSocket.OPEN) return;
    this.sent++;
    this.send(encodePrivateSync(sub, update));
  }

  /** Puts a note into one's own document. */
  addPrivateNote(id: string, text: string, more: Readonly<Record<string, unknown>> = {}): void {
    const values = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0', color: 'yellow', ...more };
    this.privateDoc?.transact(() => {
      const map = new Y.Map<unknown>(Object.entries(values));
      map.set('text', new Y.Text(text));
      this.privateDoc?.getMap('elements').set(id, map);
    });
  }

  /** Types at the end of a note of one's own document. */
  typePrivately(id: string, letters: string): void {
    const map = this.privateDoc?.getMap('elements').get(id) as Y.Map<unknown> | undefined;
    const text = map?.get('text');
    if (text instanceof Y.Text) text.insert(text.length, letters);
  }

  /** What stands in one's own document: id → values. */
  privately(): Record<string, Record<string, unknown>> {
    return (this.privateDoc?.getMap('elements').toJSON() ?? {}) as Record<string, Record<string, unknown>>;
  }

  async synced(): Promise<this> {
    await eventually(() => {
      if (!this.isSynced) throw new Error(`not synced (closed: ${this.closeCode})`);
    });
    return this;
  }

  /** Waits until the server says that all that was sent is on disk. */
  async allSaved(): Promise<void> {
    await eventually(() => {
      if (this.saved < this.sent) throw new Error(`saved ${this.saved} of ${this.sent} (closed: ${this.closeCode})`);
    });
  }

  /** Waits for the end and answers its code. */
  async closed(): Promise<number> {
    return eventually(() => {
      if (this.closeCode === null) throw new Error('still open');
      return this.closeCode;
    });
  }

  /** Waits until the server has taken in everything sent before: it answers a sync step 1 in its turn. */
  async settled(): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    const before = this.messages.length;
    this.send(encodeSync(SYNC.step1, Y.encodeStateVector(this.doc)));
    await eventually(() => {
      const isAnswered = this.messages.slice(before).some(([type, sub]) => type === MESSAGE.sync && sub === SYNC.step2);
      if (!isAnswered) throw new Error(`no answer (closed: ${this.closeCode})`);
    });
  }

  /** Waits until the server has read everything sent before, saved or not: a clock waits for no disk. */
  async heard(): Promise<void> {
    const clocks = (): number => this.messages.filter(([type]) => type === MESSAGE.clock).length;
    const before = clocks();
    this.send(encodeJson(MESSAGE.clock, 0));
    await eventually(() => {
      if (clocks() === before) throw new Error(`not heard (closed: ${this.closeCode})`);
    });
  }

  leave(): void {
    this.socket.terminate();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== REMOTE) this.sendUpdate(update);
  };

  #receive(data: Buffer): void {
    this.messages.push(data);
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.welcome:
        this.welcome = JSON.parse(decoding.readVarString(decoder)) as Welcome;
        return;
      case MESSAGE.controlEvent:
        this.events.push(JSON.parse(decoding.readVarString(decoder)) as ControlEvent);
        if (this.privateDoc && this.#controlEpoch() !== this.#privateEpoch) {
          this.#privateEpoch = this.#controlEpoch();
          this.#askPrivate(new Y.Doc());
        }
        return;
      case MESSAGE.privateSync:
        this.#syncPrivately(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.result:
        this.results.push(JSON.parse(decoding.readVarString(decoder)) as CommandResult);
        return;
      case MESSAGE.saved:
        this.saved = decoding.readVarUint(decoder);
        return;
      case MESSAGE.presence:
        for (const { connection, payload } of readPresenceEntries(decoder)) {
          if (payload.length === 0) this.presence.delete(connection);
          else this.presence.set(connection, Buffer.from(payload).toString());
        }
    }
  }

  #syncPrivately(sub: number, body: Uint8Array): void {
    const doc = this.privateDoc;
    if (!doc) return;
    if (sub === SYNC.step1) this.sendPrivately(Y.encodeStateAsUpdate(doc, body), SYNC.step2);
    else Y.applyUpdate(doc, body, REMOTE);
    if (sub === SYNC.step2) this.isPrivateSynced = true;
  }

  #sync(sub: number, body: Uint8Array): void {
    if (sub === SYNC.step1) {
      if (!this.#isSilent) this.sendUpdate(Y.encodeStateAsUpdate(this.doc, body), SYNC.step2);
      return;
    }
    Y.applyUpdate(this.doc, body, REMOTE);
    if (sub === SYNC.step2) this.isSynced = true;
  }
}

/** Trades a secret for a ticket and connects with it. */
export async function connect(
  server: TestServer,
  board: string,
  secret: string,
  options: RawClientOptions & { readonly name?: string } = {},
): Promise<RawClient> {
  const { ticket } = await server.join(board, { secret, ...(options.name && { name: options.name }) });
  return new RawClient(server.wsUrl, board, ticket, options);
}

/** What stands on a board, as plain values: the oracle of "the same everywhere". */
export function contentOf(doc: Y.Doc): Record<string, unknown> {
  const elements = doc.getMap('elements').toJSON();
  return Object.fromEntries(Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1)));
}
