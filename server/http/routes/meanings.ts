/**
 * Meanings of texts, for the help with sorting: only where the operator has set a model's address, only for facilitators, and only so often. The
 * page asks here, never the model's address: no key leaves the server and the content policy stays closed.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, MeaningsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { boardParams, errorSchema } from '../schemas.ts';

export interface MeaningRoutes {
  readonly boards: BoardsPort;
  readonly meanings: MeaningsPort;
}

/** Sixty-four texts of two thousand characters, each of up to three bytes, escaped. */
const BODY_BYTES = 1024 * 1024;
const TEXTS = { most: 64, chars: 2_000 } as const;
/** Of one participant: two thousand notes at once, then four a second. Of everybody together: whoever can make a board can ask. */
const OF_ONE = { burst: 40, perSecond: 1 / 16 } as const;
const OF_ALL = { burst: 200, perSecond: 1 } as const;
const BUSY_RETRY_SECONDS = 2;

const responses = { 400: errorSchema, 401: errorSchema, 403: errorSchema, 404: errorSchema } as const;

export const meaningRoutes: FastifyPluginAsyncZod<MeaningRoutes> = async (app, { boards, meanings }) => {
  const ofOne = new AttemptLimiter(OF_ONE);
  const ofAll = new AttemptLimiter(OF_ALL);

  /** Before a byte of the body is read. */
  const letIn = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const admission = await admit(boards, request, reply, (request.params as { id: string }).id);
    if (!admission) return reply;
    if (admission.person.role !== 'facilitator') return refuse(reply, 403, 'facilitators_only');
    if (request.method !== 'POST') return undefined;
    const who = `${admission.board}/${admission.person.id}`;
    if (!ofOne.take(who)) {
      return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: ofOne.retryAfterSeconds(who) });
    }
    if (!ofAll.take('')) {
      return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: ofAll.retryAfterSeconds('') });
    }
    return undefined;
  };

  app.get(
    '/api/boards/:id/meanings',
    {
      onRequest: letIn,
      schema: {
        summary: 'Which model compares texts by meaning; 404 where this instance has none',
        security: [{ ticket: [] }],
        params: boardParams,
        response: { 200: z.object({ host: z.string(), model: z.string() }), ...responses },
      },
    },
    async () => ({ host: meanings.host, model: meanings.model }),
  );

  app.post(
    '/api/boards/:id/meanings',
    {
      onRequest: letIn,
      bodyLimit: BODY_BYTES,
      schema: {
        summary: 'Sends texts to the model the operator has set, and answers what it makes of each',
        security: [{ ticket: [] }],
        params: boardParams,
        body: z.object({ texts: z.array(z.string().min(1).max(TEXTS.chars)).min(1).max(TEXTS.most) }),
        response: {
          200: z.object({ meanings: z.array(z.array(z.number())) }),
          ...responses,
          413: errorSchema,
          429: errorSchema,
          502: errorSchema,
          503: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const found = await meanings.of(request.body.texts);
      if (found.ok) {
        // Read and checked number by number where it came in: a second look at a quarter of a million holds up every board.
        reply.serializer((payload: unknown) => JSON.stringify(payload));
        return { meanings: found.value };
      }
      if (found.reason === 'busy') return refuse(reply, 503, 'busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
      return refuse(reply, 502, 'meanings_failed');
    },
  );
};
