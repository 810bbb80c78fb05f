/** Creating a board, joining it, reading what it is, showing its links. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { TEMPLATES } from '../../../shared/templates/library.ts';
import { admit } from '../bearer.ts';
import type { PublicAddress } from '../PublicAddress.ts';
import type { BoardsPort, RoomsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import {
  boardParams,
  boardSchema,
  createdBoardSchema,
  errorSchema,
  joinedSchema,
  joinSchema,
  linksSchema,
  newBoardSchema,
} from '../schemas.ts';

/** What `Retry-After` says to somebody who tries secrets or makes boards without end. */
const ATTEMPTS_RETRY_SECONDS = 10;

export interface BoardRoutes {
  readonly boards: BoardsPort;
  readonly rooms: RoomsPort;
  readonly address: () => PublicAddress;
}

export const boardRoutes: FastifyPluginAsyncZod<BoardRoutes> = async (app, { boards, rooms, address }) => {
  app.post(
    '/api/boards',
    {
      schema: {
        summary: 'Create a board',
        body: newBoardSchema,
        response: { 201: createdBoardSchema, 400: errorSchema, 429: errorSchema },
      },
    },
    async (request, reply) => {
      const created = await boards.create(request.body);
      if (created.ok) return reply.status(201).send(created.value);
      if (created.reason === 'too_many_attempts') {
        return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: ATTEMPTS_RETRY_SECONDS });
      }
      const templates = TEMPLATES.map(({ id }) => id);
      return refuse(reply, 400, 'template_unknown', { templates, words: { list: templates.join(', ') } });
    },
  );

  app.post(
    '/api/boards/:id/join',
    {
      schema: {
        summary: 'Trade the secret of a link for a participant and a ticket',
        params: boardParams,
        body: joinSchema,
        response: { 200: joinedSchema, 400: errorSchema, 403: errorSchema, 404: errorSchema, 429: errorSchema },
      },
    },
    async (request, reply) => {
      const joined = await boards.join(request.params.id, request.body);
      if (joined.ok) return joined.value;
      switch (joined.reason) {
        case 'board_not_found':
          return refuse(reply, 404, 'board_not_found');
        case 'removed':
          return refuse(reply, 403, 'removed');
        case 'too_many_attempts':
          return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: ATTEMPTS_RETRY_SECONDS });
      }
    },
  );

  app.get(
    '/api/boards/:id',
    {
      schema: {
        summary: 'What a board is',
        security: [{ ticket: [] }],
        params: boardParams,
        response: { 200: boardSchema, 401: errorSchema, 403: errorSchema, 404: errorSchema },
      },
    },
    async (request, reply) => {
      const admission = await admit(boards, request, reply, request.params.id);
      if (!admission) return reply;
      const { board, epoch, createdAt, control, person } = admission;
      return {
        id: board,
        ...control,
        fields: { ...control.fields },
        epoch,
        createdAt,
        role: person.role,
        participant: { id: person.id, name: person.name },
        connected: rooms.roster(board).length,
      };
    },
  );

  app.get(
    '/api/boards/:id/links',
    {
      schema: {
        summary: 'The links to hand out (facilitators)',
        security: [{ ticket: [] }],
        params: boardParams,
        response: { 200: linksSchema, 401: errorSchema, 403: errorSchema, 404: errorSchema },
      },
    },
    async (request, reply) => {
      const admission = await admit(boards, request, reply, request.params.id);
      if (!admission) return reply;
      if (admission.person.role !== 'facilitator') return refuse(reply, 403, 'facilitators_only');
      const links = await boards.links(admission.board);
      if (!links) return refuse(reply, 404, 'board_not_found');
      return { links, reach: address().reach };
    },
  );
};
