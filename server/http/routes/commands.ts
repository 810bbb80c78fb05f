/** Changing the session of a board over plain HTTP: the commands of message 102, for programs and where websockets are cut. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { type CommandRefusal, parseCommand } from '../../../shared/control/commands.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { boardParams, errorSchema } from '../schemas.ts';
import { commandDoneSchema, commandSchema, conflictSchema } from './commandSchemas.ts';

export interface CommandRoutes {
  readonly boards: BoardsPort;
}

const STATUS: Readonly<Record<CommandRefusal, number>> = {
  malformed: 400,
  forbidden: 403,
  participant_unknown: 404,
  rev_conflict: 409,
  last_facilitator: 409,
  unreadable_notes: 409,
  too_many_requests: 429,
};

export const commandRoutes: FastifyPluginAsyncZod<CommandRoutes> = async (app, { boards }) => {
  app.post(
    '/api/boards/:id/commands',
    {
      schema: {
        summary:
          'Change the session: title, subject, people, links. The same id from the same participant is done once',
        security: [{ ticket: [] }],
        params: boardParams,
        body: commandSchema,
        response: {
          200: commandDoneSchema,
          400: errorSchema,
          401: errorSchema,
          403: errorSchema,
          404: errorSchema,
          409: conflictSchema,
          429: errorSchema,
          503: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const admission = await admit(boards, request, reply, request.params.id);
      if (!admission) return reply;
      const read = parseCommand(request.body);
      if (!read.ok) return refuse(reply, 400, 'bad_request', { words: { field: read.reason.field } });
      const { board, person } = admission;
      const { result, retryAfterSeconds } = await boards.command(board, person.id, read.value);
      if (result.ok) return result;
      const { code, control, unreadable } = result;
      if (code === 'malformed') return refuse(reply, 400, 'bad_request', { words: { field: 'body' } });
      return refuse(reply, STATUS[code], code, {
        ...(control && { control: { ...control, fields: { ...control.fields } } }),
        ...(unreadable !== undefined && { unreadable }),
        ...(code === 'too_many_requests' && { retryAfterSeconds }),
      });
    },
  );
};
