/**
 * From an HTTP upgrade to a participant in a room: path, origin, ticket. A socket that may not come in is accepted and then closed with
 * the code that says why, since clients try a refused upgrade again for ever; only a foreign page is refused outright.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { CLOSE, type CloseCode } from '../../shared/protocol/closeCodes.ts';
import { SUBPROTOCOL, TICKET_PREFIX } from '../../shared/protocol/frames.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { clientAddress } from '../http/clientAddress.ts';
import { isAllowedOrigin } from '../http/origin.ts';
import type { AdmissionProblem, BoardsPort } from '../http/ports.ts';
import type { Logger } from '../observability/logger.ts';
import { StorageError } from '../storage/Storage.ts';
import type { Rooms } from './Rooms.ts';
import { type Stranger, Strangers } from './Strangers.ts';

export interface UpgradeOptions {
  readonly boards: Pick<BoardsPort, 'authorize'>;
  readonly rooms: Rooms;
  readonly log: Logger;
  /** The configured address, when a proxy stands before the server. */
  readonly publicUrl: string | null;
  /** How many proxies of our own stand before the server. */
  readonly trustProxyHops: number;
}

interface Arrival {
  readonly socket: WebSocket;
  readonly tcp: Socket;
  readonly stranger: Stranger;
}

const PATH = /^\/sync\/([^/?#]*)(?:\?([^#]*))?$/;
/** How long a closing handshake may take before the socket is cut. */
const CLOSING_MS = 3_000;

const CODE_OF: Readonly<Record<AdmissionProblem, CloseCode>> = {
  ticket_invalid: CLOSE.ticketInvalid,
  other_board: CLOSE.ticketInvalid,
  board_not_found: CLOSE.boardNotFound,
  removed: CLOSE.removed,
  other_epoch: CLOSE.otherEpoch,
};

/**
 * What ws cannot read (1009: too long, 1008: too many pieces, 1002 and 1007: no WebSocket frames) it closes with codes of its own, after
 * which a stock client comes back and sends the same again, for ever. Here it is a violation like any other.
 */
class BoardSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    // With a reason, even an empty one, the other side's own code is given back.
    const isUnreadable = reason === undefined && code !== undefined && code >= 1002 && code <= 1009;
    super.close(isUnreadable ? CLOSE.violation : code, reason);
  }
}

/** Answers upgrades of `server` under `/sync/`. Returns its undo, which lets no new socket in. */
export function acceptSockets(server: Server, options: UpgradeOptions): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    WebSocket: BoardSocket,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
    clientTracking: false,
    closeTimeout: CLOSING_MS,
    handleProtocols: (offered) => offered.has(SUBPROTOCOL) && SUBPROTOCOL,
  } as ConstructorParameters<typeof WebSocketServer>[0]);
  const strangers = new Strangers();
  const addressOf = ({ socket, headers }: IncomingMessage): string =>
    clientAddress(socket.remoteAddress, headers['x-forwarded-for'], options.trustProxyHops);
  const onUpgrade = (request: IncomingMessage, tcp: Duplex, head: Buffer): void => {
    const path = PATH.exec(request.url ?? '');
    const problem = problemOf(path, request, options.publicUrl);
    const stranger = problem === null && strangers.arrive(request.socket, addressOf(request));
    if (!path || !stranger) {
      refuse(tcp, problem ?? '429 Too Many Requests');
      return;
    }
    sockets.handleUpgrade(request, tcp, head, (socket) => {
      socket.pause();
      // What is wrong with a socket is told by its closing.
      socket.on('error', () => undefined);
      const { board, ticket } = credentialsOf(path, request);
      void admit({ socket, tcp: request.socket, stranger }, board, ticket, options);
    });
  };
  server.on('upgrade', onUpgrade);
  return () => {
    server.off('upgrade', onUpgrade);
    server.on('upgrade', (_request, tcp: Duplex) => refuse(tcp, '503 Service Unavailable'));
  };
}

/** Why a request is no business of ours, as an HTTP status. */
function problemOf(
  path: RegExpExecArray | null,
  { headers }: IncomingMessage,
  publicUrl: string | null,
): string | null {
  if (!path) return '404 Not Found';
  return isAllowedOrigin(headers, publicUrl) ? null : '403 Forbidden';
}

/** Our client brings its ticket as a subprotocol, a stock one in the query, which no log holds. */
function credentialsOf(path: RegExpExecArray, request: IncomingMessage): { board: string; ticket: string } {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const asProtocol = offered.find((name) => name.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length);
  return {
    board: path[1] as string,
    ticket: asProtocol ?? new URLSearchParams(path[2] ?? '').get('ticket') ?? '',
  };
}

/** Checks a socket's ticket and brings it into its room, or sends it away with the code that says why. */
async function admit(arrival: Arrival, board: string, ticket: string, options: UpgradeOptions): Promise<void> {
  const { socket, tcp, stranger } = arrival;
  try {
    const admission = await options.boards.authorize(board, ticket);
    if (!admission.ok) {
      turnAway(arrival, CODE_OF[admission.reason]);
      return;
    }
    stranger.known();
    const isOurs = socket.protocol === SUBPROTOCOL;
    await options.rooms.admit({ socket, tcp, admission: admission.value, isOurs });
  } catch (error) {
    const isDamaged = error instanceof StorageError && error.code === 'damaged';
    options.log.error({ err: error, board }, 'a socket could not be let in');
    turnAway(arrival, isDamaged ? CLOSE.damaged : CLOSE.resync);
  }
}

function turnAway({ socket, tcp, stranger }: Arrival, code: CloseCode): void {
  const mayLinger = stranger.turnedAway();
  socket.resume();
  socket.close(code);
  if (!mayLinger) tcp.destroySoon();
}

function refuse(tcp: Duplex, status: string): void {
  tcp.on('error', () => undefined);
  tcp.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
