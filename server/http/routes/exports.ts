/** Taking a board away: one address a format. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Separator } from '../../../shared/deliverables/csv.ts';
import { fileName } from '../../../shared/deliverables/fileName.ts';
import { isId } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { AttemptLimiter } from '../../auth/AttemptLimiter.ts';
import { admit } from '../bearer.ts';
import type { BoardsPort, PicturesPort, RendererPort, RoomsPort } from '../ports.ts';
import { refuse } from '../refuse.ts';
import { errorSchema, exportParams, exportQuery } from '../schemas.ts';

/** The formats this version can write, and what they are called on the way. */
const TYPES = {
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
type Format = keyof typeof TYPES;
const FORMATS = Object.keys(TYPES);
const isFormat = (name: string): name is Format => Object.hasOwn(TYPES, name);

/** As a spreadsheet in that language expects it; a tab may be written as a word. */
const separatorOf = (name: Separator | 'tab'): Separator => (name === 'tab' ? '\t' : name);

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
        summary: 'The board as a file: png, csv or json',
        description:
          'png: one pixel a board unit at scale 1, a margin of 40 units around the content. csv and json: docs/export.md.',
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
      if (!isFormat(format)) {
        return refuse(reply, 404, 'format_unknown', { formats: FORMATS, words: { list: FORMATS.join(', ') } });
      }
      const { area, scale, locale: wanted, separator } = request.query;
      if (area !== undefined && !isId(area)) return refuse(reply, 404, 'area_unknown');
      const who = `${id}/${admission.person.id}`;
      if (!allowance.take(who)) {
        return refuse(reply, 429, 'too_many_requests', { retryAfterSeconds: allowance.retryAfterSeconds(who) });
      }
      const { locale, title, timeZone, template, fields, series } = admission.control;
      const people = Object.fromEntries([...(await boards.people(id))].map(([person, { name }]) => [person, name]));
      const board = { update: await rooms.state(id), people, ...(area !== undefined && { area }) };
      const file =
        format === 'png'
          ? await renderer.renderPng({
              ...board,
              scale,
              locale,
              picture: async (hash) => (await pictures.find(id, hash))?.bytes ?? null,
            })
          : await renderer.writeTable({
              ...board,
              format,
              facts: { id, title, template, locale, timeZone, fields: { ...fields }, ...(series && { series }) },
              ...(wanted && { locale: wanted }),
              ...(separator && { separator: separatorOf(separator) }),
            });
      if (file.ok) {
        const { bytes, ...part } = file.value;
        return reply
          .type(TYPES[format])
          .header(
            'content-disposition',
            attachment(fileName({ title, ...part, date: localDate(now(), timeZone), extension: format })),
          )
          .serializer((payload: unknown) => payload as string)
          .send(Buffer.from(bytes));
      }
      switch (file.reason) {
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
