/** Taking a board away: one address a format. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fileName } from '../../../shared/deliverables/fileName.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, PicturesPort, RendererPort, RoomsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { errorSchema, exportParams, exportQuery } from '../schemas.ts';

/** The formats this version can write. */
const FORMATS = ['png'];
const BUSY_RETRY_SECONDS = 5;

export interface ExportRoutes {
  readonly boards: BoardsPort;
  readonly rooms: RoomsPort;
  readonly renderer: RendererPort;
  readonly pictures: Pick<PicturesPort, 'find'>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** `YYYY-MM-DD` where the workshop takes place. */
const localDate = (utc: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(utc);

/** `attachment` with the name in UTF-8 (RFC 5987) and, for old programs, without its accents. */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

export const exportRoutes: FastifyPluginAsyncZod<ExportRoutes> = async (app, options) => {
  const { boards, rooms, renderer, pictures, now } = options;
  const allowance = new AttemptLimiter({ burst: LIMITS.exportsPerMinute, perSecond: LIMITS.exportsPerMinute / 60 });

  app.get(
    '/api/boards/:id/export/:format',
    {
      schema: {
        summary: 'The board as a file; png: one pixel a board unit at scale 1, a margin of 40 units around the content',
        security: [{ ticket: [] }],
        params: exportParams,
        querystring: exportQuery,
        response: {
          200: z.any().describe('The file'),
          400: errorSchema,
          401: errorSchema,
          403: errorSchema,
          404: errorSchema,
          413: errorSchema,
          429: errorSchema,
          503: errorSchema,
        },
      },
    },
    async (request, reply) => {
      const { id, format } = request.params;
      const admission = await admit(boards, request, reply, id);
      if (!admission) return reply;
      if (!FORMATS.includes(format)) {
        return refuse(reply, 404, 'format_unknown', { formats: FORMATS, words: { list: FORMATS.join(', ') } });
      }
      const { area, scale } = request.query;
      if (area !== undefined && !isId(area)) return refuse(reply, 404, 'area_unknown');
      const who = `${id}/${admission.person.id}`;
      if (!allowance.take(who)) {
        return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: allowance.retryAfterSeconds(who) });
      }
      const people = await boards.people(id);
      const { locale, title, timeZone } = admission.control;
      const picture = await renderer.renderPng({
        update: await rooms.state(id),
        ...(area !== undefined && { area }),
        scale,
        locale,
        people: Object.fromEntries([...people].map(([personId, { name }]) => [personId, name])),
        picture: async (hash) => (await pictures.find(id, hash))?.bytes ?? null,
      });
      if (picture.ok) {
        return reply
          .type('image/png')
          .header(
            'content-disposition',
            attachment(fileName({ title, date: localDate(now(), timeZone), extension: format })),
          )
          .serializer((payload: unknown) => payload as string)
          .send(Buffer.from(picture.value));
      }
      switch (picture.reason) {
        case 'area_unknown':
          return refuse(reply, 404, 'area_unknown');
        case 'too_large':
          return refuse(reply, 413, 'picture_too_large');
        case 'busy':
          return refuse(reply, 503, 'busy', { retryAfterSeconds: BUSY_RETRY_SECONDS });
        case 'failed':
          return refuse(reply, 500, 'internal');
      }
    },
  );
};
