/**
 * The pictures of a board: bringing one, and fetching one by the hash of its bytes. What a file really is, its bytes tell, not the type
 * it is sent with. A stranger's megabytes are not read before it is known who sends them, and only a few at a time (`UploadPlaces`).
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayBring } from '../../../shared/access/mayBring.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import type { BodyTimes } from '../BodyTimes.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, Person, PictureProblem, PicturesPort } from '../ports.ts';
import { refuse, refuseUnreadable } from '../refuse.ts';
import { boardParams, errorSchema, pictureParams, pictureSchema } from '../schemas.ts';
import { longestUploadMs, UploadPlaces } from '../UploadPlaces.ts';

export interface PictureRoutes {
  readonly boards: BoardsPort;
  readonly pictures: PicturesPort;
  readonly bodyTimes: Pick<BodyTimes, 'allow'>;
}

const BUSY_RETRY_SECONDS = 2;
const MEGABYTE = 1024 * 1024;

const STATUS: Readonly<Record<Exclude<PictureProblem, 'busy' | 'failed'>, number>> = {
  picture_type: 415,
  picture_damaged: 422,
  picture_pixels: 413,
  board_pictures_full: 507,
  picture_share_full: 507,
};

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

const responses = { 400: errorSchema, 401: errorSchema, 403: errorSchema, 404: errorSchema } as const;

export const pictureRoutes: FastifyPluginAsyncZod<PictureRoutes> = async (app, { boards, pictures, bodyTimes }) => {
  const allowance = new AttemptLimiter({ burst: LIMITS.pictureBurst, perSecond: LIMITS.picturesPerSecond });
  const places = new UploadPlaces();
  /** Who sends what is on its way, and whether a share is theirs: facilitators have the whole board. */
  const senders = new WeakMap<FastifyRequest, Person>();

  // Whatever it is called: its bytes are looked at later.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  /** Before a byte of the body is read: who sends it, whether they may, and whether there is room. */
  const letIn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const { id } = request.params as { id: string };
    const admission = await admit(boards, request, reply, id);
    if (!admission) return reply;
    const { person, control } = admission;
    if (!mayBring(control.step, person.role, person.group, 'image')) return refuse(reply, 403, 'forbidden');
    const who = `${id}/${person.id}`;
    if ((sizeOf(request) ?? 0) > LIMITS.pictureBytes) return refuseHeavy(reply);
    if (!allowance.take(who)) {
      return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: allowance.retryAfterSeconds(who) });
    }
    // Gone while it was looked up: `close` has been told already, and nobody would give the place back.
    if (request.raw.destroyed || reply.raw.destroyed) return reply;
    const leave = places.enter({
      who,
      address: request.ip,
      received: () => request.socket.bytesRead,
      isWhole: () => request.raw.complete,
      // Said on the line itself: the answer's own way still waits for the body.
      onLost: () => refuseUnreadable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, request.socket, languageOf(request)),
    });
    if (!leave) {
      // Else all of a file that nobody takes would still come, on the line for which others wait.
      reply.header('connection', 'close');
      return refuse(reply, 503, 'busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
    }
    reply.raw.once('close', leave);
    bodyTimes.allow(request.raw, longestUploadMs(sizeOf(request)));
    senders.set(request, person);
    return undefined;
  };

  app.post(
    '/api/boards/:id/pictures',
    {
      onRequest: letIn,
      bodyLimit: LIMITS.pictureBytes,
      errorHandler: (error, _request, reply) => {
        if (error.statusCode !== 413) throw error;
        return refuseHeavy(reply);
      },
      schema: {
        summary: 'Bring a picture: the body is the file (JPEG, PNG, WebP, GIF). 200: the board has it already',
        security: [{ ticket: [] }],
        consumes: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'],
        params: boardParams,
        response: {
          200: pictureSchema,
          201: pictureSchema,
          ...responses,
          408: errorSchema,
          413: errorSchema,
          415: errorSchema,
          422: errorSchema,
          429: errorSchema,
          503: errorSchema,
          507: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const sender = senders.get(request);
      const isLeading = sender?.role === 'facilitator';
      const added = await pictures.add(request.params.id, file, isLeading ? null : (sender?.id ?? ''));
      if (added.ok) {
        const { hash, width, height, isNew } = added.value;
        return reply.status(isNew ? 201 : 200).send({ hash, width, height });
      }
      switch (added.reason) {
        case 'busy':
          return refuse(reply, 503, 'busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
        case 'failed':
          return refuse(reply, 500, 'internal');
        default: {
          const words = { limit: String(limitOf(added.reason, isLeading)) };
          return refuse(reply, STATUS[added.reason], added.reason, { words });
        }
      }
    },
  );

  app.get(
    '/api/boards/:id/pictures/:hash',
    {
      schema: {
        summary: 'A picture of the board, by the hash an element of kind image names',
        security: [{ ticket: [] }],
        params: pictureParams,
        response: { 200: z.any().describe('The picture: JPEG, PNG or WebP'), ...responses },
      },
    },
    async (request, reply) => {
      const { id, hash } = request.params;
      const admission = await admit(boards, request, reply, id);
      if (!admission) return reply;
      const picture = await pictures.find(admission.board, hash);
      if (!picture) return refuse(reply, 404, 'picture_not_found');
      const { type, bytes } = picture;
      return (
        reply
          .type(type)
          // Its name is its content: what a browser has once is right for ever, for this person alone.
          .header('cache-control', 'private, max-age=31536000, immutable')
          .header('content-disposition', `attachment; filename="${hash.slice(0, 12)}.${EXTENSIONS[type] ?? 'bin'}"`)
          .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
          .serializer((payload: unknown) => payload as string)
          .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      );
    },
  );
};

/** The number in the words of a refusal. */
function limitOf(reason: PictureProblem, isLeading: boolean): number {
  if (reason === 'picture_pixels') return LIMITS.picturePixels / 1e6;
  if (reason === 'picture_share_full') return LIMITS.participantPictureBytes / MEGABYTE;
  return (LIMITS.boardPictureBytes - (isLeading ? 0 : LIMITS.facilitatorPictureBytes)) / MEGABYTE;
}

/** Bytes that are said to come; `undefined`: it is not said. */
const sizeOf = ({ headers }: FastifyRequest): number | undefined =>
  headers['content-length'] === undefined ? undefined : Number(headers['content-length']);

const languageOf = ({ headers }: FastifyRequest): string => headers['accept-language'] ?? '';

const refuseHeavy = (reply: FastifyReply): FastifyReply =>
  refuse(reply.header('connection', 'close'), 413, 'picture_too_heavy', {
    words: { limit: String(LIMITS.pictureBytes / MEGABYTE) },
  });
