/**
 * What people are called whose names stand on the wall: the page knows those who are there, as far as the roster tells them, and asks here for
 * the others. Tells nothing that the exports of the same board do not tell to the same person.
 */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, RoomsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { boardParams, errorSchema } from '../schemas.ts';

export interface NameRoutes {
  readonly boards: BoardsPort;
  readonly rooms: RoomsPort;
}

/** Of one participant: a page asks once after opening, then seldom. */
const OF_ONE = { burst: 20, perSecond: 1 } as const;
const QUERY_CHARS = 8_000;

export const nameRoutes: FastifyPluginAsyncZod<NameRoutes> = async (app, { boards, rooms }) => {
  const allowance = new AttemptLimiter(OF_ONE);

  app.get(
    '/api/boards/:id/names',
    {
      schema: {
        summary: 'What those are called who signed, or commented on, what stands on the board',
        security: [{ ticket: [] }],
        params: boardParams,
        querystring: z.object({
          of: z.string().max(QUERY_CHARS).exactOptional().describe('Participant ids, between commas; absent: all'),
        }),
        response: {
          200: z.object({
            names: z.record(z.string(), z.string()).describe('By participant; who gave no name is left out'),
          }),
          400: errorSchema,
          401: errorSchema,
          403: errorSchema,
          404: errorSchema,
          429: errorSchema,
          503: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const admission = await admit(boards, request, reply, id);
      if (!admission) return reply;
      const who = `${id}/${admission.person.id}`;
      if (!allowance.take(who)) {
        return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: allowance.retryAfterSeconds(who) });
      }
      const signers = await rooms.signers(id);
      const wanted = request.query.of?.split(',').filter((one) => signers.has(one)) ?? signers;
      reply.header('cache-control', 'no-store');
      return { names: Object.fromEntries(await boards.names(id, wanted)) };
    },
  );
};
