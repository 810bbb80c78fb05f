/**
 * What `POST /api/boards/:id/commands` takes and answers, for `/api/openapi.json` and as a first look at the body. What a command may
 * hold is read by `parseCommand`, the same for every way a command comes.
 */
import { z } from 'zod';
import { LINK_NAMES } from '../../../shared/control/commands.ts';
import { ID_PATTERN } from '../../../shared/lib/ids.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import { controlSchema, errorBody } from '../schemas.ts';

const envelope = {
  id: z
    .string()
    .regex(ID_PATTERN)
    .describe('Chosen by you. Sent again, it is answered as the first time and not done again'),
  ifRev: z
    .number()
    .int()
    .min(0)
    .exactOptional()
    .describe('Refused with 409 unless this is the rev of the control state'),
};
const participant = z.string().regex(ID_PATTERN);
const discardUnreadable = z
  .boolean()
  .exactOptional()
  .describe('With a reveal that erases all private documents: erase also those that the disk cannot read any more');
const text = (max: number) => z.string().max(max);
const field = text(LIMITS.fieldChars).exactOptional();

export const commandSchema = z.discriminatedUnion('type', [
  z.object({ ...envelope, type: z.literal('renameBoard'), title: text(LIMITS.titleChars) }),
  z.object({
    ...envelope,
    type: z.literal('setFields'),
    fields: z
      .strictObject({
        question: field,
        sponsor: field,
        facilitation: field,
        date: field,
        time: field,
        place: field,
        visio: field,
      })
      .describe('Only what changes; an empty text takes a field away'),
  }),
  z.object({
    ...envelope,
    type: z.literal('rename'),
    participant: participant.exactOptional().describe('Oneself where absent; another one: facilitators'),
    name: text(LIMITS.nameChars),
  }),
  z.object({ ...envelope, type: z.literal('promote'), participant }),
  z.object({ ...envelope, type: z.literal('demote'), participant }),
  z.object({ ...envelope, type: z.literal('remove'), participant }),
  z.object({ ...envelope, type: z.literal('renewLink'), link: z.enum(LINK_NAMES) }),
  z.object({
    ...envelope,
    type: z.literal('setStep'),
    step: z
      .looseObject({ id: participant })
      .nullable()
      .describe('The step the workshop is in: what each group may do, and where (docs/protocol.md); null: none'),
    discardUnreadable,
  }),
  z.object({ ...envelope, type: z.literal('restoreDeleted'), participant }),
  z.object({ ...envelope, type: z.literal('allowDeletion'), participant }),
  z.object({
    ...envelope,
    type: z.literal('reveal'),
    step: participant.exactOptional().describe('Only what was written in this step; else in every one that waits'),
    discardUnreadable,
  }),
  z.object({ ...envelope, type: z.literal('setGroup'), participant, group: participant.nullable() }),
]);

export const commandDoneSchema = z.object({
  id: z.string(),
  ok: z.literal(true),
  rev: z.number().describe('Of the control state, with this command carried out'),
  link: z.string().optional().describe('After renewLink: the new address'),
});

export const conflictSchema = z.object({
  error: errorBody.extend({
    control: controlSchema.optional().describe('With rev_conflict: the state as it is now'),
    unreadable: z.number().optional().describe('With unreadable_notes: how many people’s notes cannot be read'),
  }),
});
