/** Who asks: turns `Authorization: Bearer <ticket>` into an admission, or answers why not. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Admission, BoardsPort } from './ports.ts';
import { refuse } from './refuse.ts';

/**
 * The admission of the asker to a board, or `null` after the refusal has been sent. A bad ticket gets the same answer on every board,
 * there or not; a good one gets the same answer on every board but its own.
 */
export async function admit(
  boards: BoardsPort,
  request: FastifyRequest,
  reply: FastifyReply,
  board: string,
): Promise<Admission | null> {
  const [scheme, ticket = ''] = (request.headers.authorization ?? '').split(' ');
  const admission = await boards.authorize(board, scheme?.toLowerCase() === 'bearer' ? ticket : '');
  if (admission.ok) return admission.value;
  switch (admission.reason) {
    case 'ticket_invalid':
    case 'other_epoch':
      reply.header('www-authenticate', 'Bearer');
      void refuse(reply, 401, 'ticket_invalid');
      break;
    case 'removed':
      void refuse(reply, 403, 'removed');
      break;
    case 'other_board':
    case 'board_not_found':
      void refuse(reply, 404, 'board_not_found');
  }
  return null;
}
