/** Refusals over HTTP: one shape, `{error: {code, message}}`, in the asker's language, for every route and every way things go wrong. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Control } from '../../shared/control/Control.ts';
import { type ErrorCode, messageOf, preferredLocale } from './messages.ts';

export interface Refusal {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly templates?: string[];
    readonly formats?: string[];
    readonly control?: Control;
    readonly unreadable?: number;
  };
}

interface Details {
  /** Fills `{…}` in the message. */
  readonly words?: Readonly<Record<string, string>>;
  /** Further members of the error. */
  readonly templates?: string[];
  readonly formats?: string[];
  readonly control?: Control;
  readonly unreadable?: number;
  /** Sets `Retry-After`, and `{seconds}` in the message. */
  readonly retryAfterSeconds?: number;
}

/** Answers with an error. */
export function refuse(reply: FastifyReply, status: number, code: ErrorCode, details: Details = {}): FastifyReply {
  const { words, retryAfterSeconds, ...members } = details;
  const locale = preferredLocale(reply.request.headers['accept-language']);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  const message = messageOf(code, locale, { seconds: String(retryAfterSeconds ?? 1), ...words });
  const body: Refusal = { error: { code, message, ...members } };
  // Written here and not by the route's schema: an error looks the same even where a route declares none.
  return reply.status(status).type('application/json; charset=utf-8').serializer(JSON.stringify).send(body);
}

const BARE_HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };

const isBoardAddress = (url: string): boolean => url.startsWith('/api/boards/');

/** Whether a person at a browser is asking for a page, and not a program for an answer. */
const asksForPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/** Installs the answers to what no route answers: unknown addresses, bad bodies, failures. `sendPage` shows people a page that says so. */
export function installRefusals(app: FastifyInstance, sendPage: ((reply: FastifyReply) => FastifyReply) | null): void {
  app.setNotFoundHandler((request, reply) =>
    sendPage && asksForPage(request) ? sendPage(reply.status(404)) : refuse(reply, 404, 'not_found'),
  );

  app.setErrorHandler((error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const path = error.validation[0]?.instancePath.split('/').filter(Boolean).join('.');
      return refuse(reply, 400, 'bad_request', { words: { field: path || (error.validationContext ?? 'body') } });
    }
    if ((error as { code?: string }).code === 'unavailable') {
      request.log.error({ err: error }, 'storage unavailable');
      return refuse(reply, 503, 'storage_paused', { retryAfterSeconds: 5 });
    }
    if ((error as { code?: string }).code === 'damaged') {
      request.log.error({ err: error }, 'board damaged');
      return refuse(reply, 500, 'board_damaged');
    }
    const status = error.statusCode ?? 500;
    if (status === 413) return refuse(reply, 413, 'body_too_large');
    if (status >= 400 && status < 500) return refuse(reply, 400, 'bad_request', { words: { field: 'body' } });
    request.log.error({ err: error }, 'request failed');
    return refuse(reply, 500, 'internal');
  });
}

/** What an address that cannot even be decoded gets: under a board, exactly what an unknown board gets. */
export function refuseUndecodable(request: FastifyRequest, reply: FastifyReply): void {
  // The hooks that give every answer its headers have not run.
  reply.headers(BARE_HEADERS);
  void refuse(reply, 404, isBoardAddress(request.raw.url ?? '') ? 'board_not_found' : 'not_found');
}

interface Unreadable {
  readonly code?: string;
  /** What came last on the line, as far as Node kept it. */
  readonly rawPacket?: unknown;
}

function refusalOf({ code }: Unreadable, address: string): readonly [status: number, code: ErrorCode] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'too_slow'];
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'headers_too_large'];
  return code === 'HPE_INVALID_URL' && isBoardAddress(address) ? [404, 'board_not_found'] : [400, 'bad_request'];
}

/**
 * What is no HTTP, or stops in the middle, gets before its line is cut: the same shape, in the language it could still name. `language`: where
 * the head of the request has been read.
 */
export function refuseUnreadable(error: Unreadable, socket: Socket, language?: string): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const said = error.rawPacket instanceof Uint8Array ? Buffer.from(error.rawPacket).toString('latin1') : '';
  const [status, code] = refusalOf(error, said.split(' ', 2)[1] ?? '');
  const locale = preferredLocale(language ?? /^accept-language:(.*)$/im.exec(said)?.[1]?.trim());
  const body = JSON.stringify({
    error: { code, message: messageOf(code, locale, { field: 'HTTP' }) },
  } satisfies Refusal);
  const headers = {
    ...BARE_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
  socket.destroySoon();
}
