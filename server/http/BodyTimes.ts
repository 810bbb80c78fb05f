/**
 * The time in which the body of a request must have come: short for all, whatever answers it and whether or not anything reads it, and as
 * long as a file on a thin line takes where a route says so of one that it has let in. Node's own limit is one for the whole server: it
 * stands behind this one, for the longest. Headers have a limit of their own, which is Node's.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { refuseUnreadable } from './refuse.ts';

export class BodyTimes {
  readonly #ms: number;
  readonly #timers = new WeakMap<IncomingMessage, { extend(ms: number): void }>();

  /** `ms`: the time of a body of which nothing else is said, from when its headers are there. */
  constructor(ms: number) {
    this.#ms = ms;
  }

  /** From now on no body on this server comes longer than it may. */
  watch(server: Server): void {
    // Before whoever answers: a route may say at once that more time is given.
    server.prependListener('request', (request, response) => this.#begin(request, response));
    // What asks for something that is not HTTP's is answered by Node itself, and its body is never handed to anybody.
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
      response.writeHead(417, { connection: 'close' });
      response.end();
      this.#begin(request, response);
    });
  }

  /** Gives one body that is still coming another time, from now. */
  allow(request: IncomingMessage, ms: number): void {
    this.#timers.get(request)?.extend(ms);
  }

  #begin(request: IncomingMessage, response: ServerResponse): void {
    if (!hasBody(request)) return;
    const { socket } = request;
    const end = (): void => {
      if (request.complete || socket.destroyed) return;
      // Who has been answered already waits for no second answer.
      if (response.headersSent) socket.destroy();
      else refuseUnreadable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, socket, request.headers['accept-language'] ?? '');
    };
    let timer = setTimeout(end, this.#ms).unref();
    this.#timers.set(request, {
      extend(ms) {
        clearTimeout(timer);
        timer = setTimeout(end, ms).unref();
      },
    });
    // Answered early, a request is closed while its body still comes: only the end of that counts.
    request.once('close', () => {
      if (request.complete || socket.destroyed) clearTimeout(timer);
    });
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
