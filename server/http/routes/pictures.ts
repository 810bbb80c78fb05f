/**
 * The pictures of a board: bringing one, and fetching one by the hash of its bytes. What a file really is, its bytes tell, not the type
 * it is sent with. A stranger's megabytes are not read before it is known who sends them, and only a few at a time.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { mayBring } from '../../../shared/access/mayBring.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, PictureProblem, PicturesPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { boardParams, errorSchema, pictureParams, pictureSchema } from '../schemas.ts';

export interface PictureRoutes {
  readonly boards: BoardsPort;
  readonly pictures: PicturesPort;
}

/** Files that are being received or re-encoded at the same time: on the whole server, and of one participant. */
const AT_ONCE = 24;
const AT_ONCE_OF_ONE = 4;
const BUSY_RETRY_SECONDS = 2;
const MEGABYTE = 1024 * 1024;

const STATUS: Readonly<Record<Exclude<PictureProblem, 'busy' | 'failed'>, number>> = {
  picture_type: 415,
  picture_damaged: 422,
  picture_pixels: 413,
  board_pictures_full: 507,
};

const EXTENSIONS: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** What is being received, so that nobody fills the memory. */
class Intake {
  readonly #of = new Map<string, number>();
  #all = 0;

  enter(who: string): boolean {
    const own = this.#of.get(who) ?? 0;
    if (this.#all >= AT_ONCE || own >= AT_ONCE_OF_ONE) return false;
    this.#all++;
    this.#of.set(who, own + 1);
    return true;
  }

  leave(who: string): void {
    const left = (this.#of.get(who) ?? 1) - 1;
    this.#all--;
    if (left === 0) this.#of.delete(who);
    else this.#of.set(who, left);
  }
}

const responses = { 400: errorSchema, 401: errorSchema, 403: errorSchema, 404: errorSchema } as const;

export const pictureRoutes: FastifyPluginAsyncZod<PictureRoutes> = async (app, { boards, pictures }) => {
  const allowance = new AttemptLimiter({ burst: LIMITS.pictureBurst, perSecond: LIMITS.picturesPerSecond });
  const intake = new Intake();

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
    if (Number(request.headers['content-length'] ?? 0) > LIMITS.pictureBytes) return refuseHeavy(reply);
    if (!allowance.take(who)) {
      return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: allowance.retryAfterSeconds(who) });
    }
    // Gone while it was looked up: `close` has been told already, and nobody would give the place back.
    if (request.raw.destroyed || reply.raw.destroyed) return reply;
    if (!intake.enter(who)) return refuse(reply, 503, 'busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
    reply.raw.once('close', () => intake.leave(who));
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
      const added = await pictures.add(request.params.id, file);
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
          const limit =
            added.reason === 'picture_pixels' ? LIMITS.picturePixels / 1e6 : LIMITS.boardPictureBytes / MEGABYTE;
          return refuse(reply, STATUS[added.reason], added.reason, { words: { limit: String(limit) } });
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

const refuseHeavy = (reply: FastifyReply): FastifyReply =>
  refuse(reply.header('connection', 'close'), 413, 'picture_too_heavy', {
    words: { limit: String(LIMITS.pictureBytes / MEGABYTE) },
  });
