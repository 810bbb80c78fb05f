/**
 * A person behind a line that breaks: comes back by themselves, keeps their document from line to line, writes every edit into the book
 * and what the server says of it. One in four is the y-websocket provider as published.
 */
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { MESSAGE, SYNC } from '../../../shared/protocol/frames.ts';
import { type FaultProxy, openFaultProxy } from '../../helpers/faultProxy.ts';
import { RawClient } from '../../helpers/rawClient.ts';
import type { Edit, Ledger } from './Ledger.ts';

export interface SocketPersonOptions {
  readonly name: string;
  /** Participant id. */
  readonly participant: string;
  readonly isStock: boolean;
  readonly board: string;
  readonly ticket: string;
  /** Of the server. */
  readonly port: number;
  readonly ledger: Ledger;
}

interface Pending {
  readonly edit: Edit;
  /** The line it left on, as which frame; `null`: not yet. */
  readonly client: RawClient | null;
  readonly frame: number;
}

const AGAIN_MS = 60;

export class SocketPerson {
  readonly name: string;
  readonly participant: string;
  readonly proxy: FaultProxy;
  board = new BoardDoc();
  readonly #options: SocketPersonOptions;
  /** Client ids of this person's documents, of every page load. */
  readonly #ids = new Set<number>([this.board.doc.clientID]);
  #client: RawClient | null = null;
  #provider: WebsocketProvider | null = null;
  #pending: Pending[] = [];
  #isAway = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: SocketPersonOptions, proxy: FaultProxy) {
    this.name = options.name;
    this.participant = options.participant;
    this.proxy = proxy;
    this.#options = options;
    this.#connect();
  }

  edit(edit: Edit, write: (board: BoardDoc) => void): void {
    const client = this.#client;
    write(this.board);
    const isSent = client?.socket.readyState === WebSocket.OPEN;
    this.#pending.push({ edit, client: isSent ? client : null, frame: isSent ? client.sent : 0 });
  }

  /** Enters into the book what has been acknowledged by now. */
  settle(): void {
    const client = this.#client;
    if (!client) return;
    const isAll = hasAnswered(client) && client.saved === client.sent;
    const isSaved = (one: Pending): boolean => isAll || (one.client === client && one.frame <= client.saved);
    this.#options.ledger.acknowledged(this.#pending.filter(isSaved).map(({ edit }) => edit));
    this.#pending = this.#pending.filter((one) => !isSaved(one));
  }

  /** What keeps this person from having and having saved everything, if anything does. */
  trouble(): string | null {
    if (this.#provider) return this.#provider.synced ? null : `${this.name}: the provider is not synced`;
    const client = this.#client;
    if (!client?.isSynced || !hasAnswered(client)) return `${this.name}: not synced`;
    return client.saved === client.sent ? null : `${this.name}: saved ${client.saved} of ${client.sent}`;
  }

  /** What passes again after a stall. */
  flow(): void {
    this.proxy.faults.isStalled = false;
    this.proxy.changed();
  }

  /** Every fault of the line is over; a deaf line is given up. */
  heal(): void {
    Object.assign(this.proxy.faults, { delayMs: 0, chunkBytes: 0 });
    this.flow();
    this.proxy.cut('close');
  }

  /** Gives the line up and takes a new one. */
  comeAgain(): void {
    this.settle();
    this.#client?.socket.terminate();
    if (!this.#provider) return;
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** The page is loaded again: the document from its local store under a new client id; or from nothing, unsaved edits lost. */
  reload(isStoreLost: boolean): void {
    this.settle();
    const state = isStoreLost ? null : this.board.encodeState();
    if (isStoreLost) this.#pending = [];
    this.#drop();
    this.board.doc.destroy();
    this.board = new BoardDoc();
    this.#ids.add(this.board.doc.clientID);
    if (state) this.board.applyRemote(state);
    this.#connect();
  }

  /** Goes away for a while. Answers what has been seen of others. */
  freeze(): ReadonlyMap<number, number> {
    this.settle();
    this.#isAway = true;
    this.#drop();
    const state = Y.decodeStateVector(Y.encodeStateVector(this.board.doc));
    return new Map([...state].filter(([client]) => !this.#ids.has(client)));
  }

  thaw(): void {
    this.#isAway = false;
    this.#connect();
  }

  async leave(): Promise<void> {
    this.freeze();
    await this.proxy.close();
  }

  #drop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const client = this.#client;
    this.#client = null;
    client?.socket.terminate();
    this.#provider?.awareness.destroy();
    this.#provider?.destroy();
    this.#provider = null;
  }

  #connect(): void {
    const { isStock, board, ticket, ledger } = this.#options;
    ledger.connections++;
    if (isStock) {
      this.#provider = new WebsocketProvider(`${this.proxy.wsUrl}/sync`, board, this.board.doc, {
        params: { ticket },
        disableBc: true,
        maxBackoffTime: 400,
        WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      });
      this.#provider.on('connection-close', (event) => event && this.#ended(event.code));
      return;
    }
    const client = new RawClient(this.proxy.wsUrl, board, ticket, { doc: this.board.doc });
    this.#client = client;
    client.socket.on('close', (code: number) => {
      if (this.#client !== client) return;
      this.settle();
      this.#ended(code);
      this.#client = null;
      if (!this.#isAway) this.#timer = setTimeout(() => this.#connect(), AGAIN_MS);
    });
  }

  #ended(code: number): void {
    // 1005: our own provider closed without a code.
    if (code !== 1005) this.#options.ledger.closed(code);
  }
}

const hasAnswered = ({ messages }: RawClient): boolean =>
  messages.some(([type, sub]) => type === MESSAGE.sync && sub === SYNC.step1);

export async function arriveAs(options: SocketPersonOptions): Promise<SocketPerson> {
  return new SocketPerson(options, await openFaultProxy(options.port));
}
