/** What HTTP accepts and answers, as schemas: they check requests, type the handlers and write `/api/openapi.json`. */
import { z } from 'zod';
import { ROLES } from '../../shared/access/can.ts';
import type { SubjectFields } from '../../shared/control/Control.ts';
import { cleanLine, isLocalDate } from '../../shared/control/lines.ts';
import { SEPARATORS } from '../../shared/deliverables/csv.ts';
import { ID_PATTERN } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { BRICKS } from '../../shared/templates/Template.ts';

/** One line of text: inner controls become spaces, ends are trimmed. `max` counts UTF-16 units, as every limit does. */
const line = (max: number) => z.string().max(max).transform(cleanLine);

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // Intl throws a RangeError for a name it does not know.
    return false;
  }
};

const localeSchema = z.enum(['fr', 'en']);
const id = z.string().regex(ID_PATTERN);

/** Forms send their empty fields as well: nothing was said there. */
const withoutEmpty = (fields: SubjectFields): SubjectFields =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

const subject = z
  .object({
    question: line(LIMITS.fieldChars).exactOptional(),
    sponsor: line(LIMITS.fieldChars).exactOptional(),
    facilitation: line(LIMITS.fieldChars).exactOptional(),
    date: z
      .string()
      .regex(/^(\d{4}-\d{2}-\d{2})?$/)
      .refine((text) => text === '' || isLocalDate(text))
      .exactOptional()
      .describe('Local date, YYYY-MM-DD'),
    time: z
      .string()
      .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)
      .exactOptional()
      .describe('Local time, HH:MM'),
    place: line(LIMITS.fieldChars).exactOptional(),
    visio: line(LIMITS.fieldChars).exactOptional(),
  })
  .transform(withoutEmpty);

const series = z.object({ id, label: line(LIMITS.titleChars) });

export const newBoardSchema = z.object({
  title: line(LIMITS.titleChars).exactOptional(),
  template: z.string().max(64).exactOptional().describe('An id of GET /api/templates; a blank wall where absent'),
  locale: localeSchema.exactOptional(),
  timeZone: z.string().max(64).refine(isTimeZone).exactOptional().describe('IANA name; Europe/Paris where absent'),
  fields: subject.exactOptional(),
  series: series.exactOptional(),
});

const threeLinks = z.object({ facilitate: z.string(), participate: z.string(), watch: z.string() });

export const createdBoardSchema = z.object({
  id: z.string(),
  title: z.string(),
  links: threeLinks.describe('Addresses to hand out; the secret stands in the fragment'),
  secrets: threeLinks.describe('The same secrets alone, for POST /api/boards/{id}/join'),
});

/** Any string: a malformed id is answered as an unknown one, by the handler. */
export const boardParams = z.object({ id: z.string() });

export const joinSchema = z.object({
  secret: z.string().max(256).catch('').describe('The secret of one of the three links'),
  name: line(LIMITS.nameChars).exactOptional(),
  group: id.exactOptional(),
  presence: z.enum(['room', 'remote']).exactOptional(),
  participant: z
    .object({ id: z.string().max(64), key: z.string().max(64) })
    .exactOptional()
    .describe('Who this browser was before: keeps id and role'),
});

export const joinedSchema = z.object({
  participant: z.object({ id: z.string(), key: z.string() }),
  role: z.enum(ROLES),
  ticket: z.string().describe('For Authorization: Bearer and for the WebSocket, good for 12 hours'),
  epoch: z.string(),
});

export const controlSchema = z.object({
  title: z.string(),
  template: z.string(),
  locale: localeSchema,
  timeZone: z.string(),
  fields: z.record(z.string(), z.string()),
  series: z.object({ id: z.string(), label: z.string() }).optional(),
  step: z.unknown().optional().describe('The step the workshop is in (docs/protocol.md)'),
  unrevealed: z.unknown().optional().describe('Steps that were left while what was written in them is private'),
  privateEpoch: z.number().optional().describe('How often the private documents began anew'),
  rev: z.number().describe('Grows by one with each change of the session'),
});

export const boardSchema = controlSchema.extend({
  id: z.string(),
  epoch: z.string(),
  createdAt: z.number().describe('UTC milliseconds'),
  role: z.enum(ROLES).describe('Your own role'),
  participant: z.object({ id: z.string(), name: z.string() }).describe('Yourself'),
  connected: z.number().describe('Connections now open on this board'),
});

export const linksSchema = z.object({
  links: z
    .object({ participate: z.string().nullable(), watch: z.string().nullable() })
    .describe('null where the instance key was replaced: renew the link with `npm run board`'),
  reach: z
    .enum(['computer', 'network', 'public'])
    .describe('Who can open these links: this computer only, the local network, anyone'),
});

export const exportParams = z.object({ id: z.string(), format: z.string() });
export const exportQuery = z.object({
  area: z.string().exactOptional().describe('Element id of one area; the whole board where absent'),
  scale: z.coerce.number().min(0.1).max(4).default(1).describe('png: pixels a board unit'),
  locale: localeSchema
    .exactOptional()
    .describe('csv: language of column names and colours; absent: the names of docs/export.md'),
  separator: z
    .enum([...SEPARATORS, 'tab'])
    .exactOptional()
    .describe('csv: absent, that of the language (of the board, where none is asked): ; in French, a comma in English'),
});

export const pictureParams = z.object({ id: z.string(), hash: z.string() });
export const pictureSchema = z.object({
  hash: z.string().describe('SHA-256 of the picture as it is kept, base64url: what an element of kind image names'),
  width: z.number().describe('Pixels of the picture as it is kept'),
  height: z.number(),
});

export const templatesSchema = z.object({
  templates: z.array(
    z.object({
      id: z.string(),
      version: z.number(),
      title: z.string(),
      purpose: z.string(),
      people: z.string(),
      minutes: z.number().nullable(),
      isMode: z.boolean().describe('One of the six operating modes'),
      bricks: z.array(z.enum(BRICKS)).describe('Kinds of method it is of'),
      steps: z.array(
        z.object({
          title: z.string(),
          minutes: z.number().nullable().describe('null: not on the clock'),
          say: z.string(),
          part: z.string().optional().describe('A part of the work begins here'),
        }),
      ),
    }),
  ),
});

export const errorBody = z.object({
  code: z.string().describe('Stable'),
  message: z.string().describe('In the language of Accept-Language: fr or en'),
  templates: z.array(z.string()).optional(),
  formats: z.array(z.string()).optional(),
});

export const errorSchema = z.object({ error: errorBody.describe('What was wrong') });
