/**
 * What the room last told of itself, as this device keeps it: who one is there, the session as it was. Enough to show a board without the
 * server; read with distrust, and replaced by the next welcome.
 */
import * as z from 'zod/mini';
import { ROLES } from '../../shared/access/can.ts';
import { parseStep } from '../../shared/access/parseStep.ts';
import type { Control } from '../../shared/control/Control.ts';
import type { Me } from './SessionState.ts';

export interface StoredSession {
  readonly me: Omit<Me, 'connection'>;
  readonly control: Control;
}

const schema = z.object({
  me: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    hue: z.number(),
    group: z.nullable(z.string()),
  }),
  control: z.looseObject({
    rev: z.number(),
    title: z.string(),
    template: z.string(),
    locale: z.enum(['fr', 'en']),
    timeZone: z.string(),
    fields: z.record(z.string(), z.string()),
  }),
});

/** `null` for what is not such a thing. */
export function readStoredSession(value: unknown): StoredSession | null {
  const read = schema.safeParse(value);
  if (!read.success) return null;
  const { step, ...control } = read.data.control;
  const parsed = step === undefined ? null : parseStep(step);
  return {
    me: read.data.me,
    control: { ...control, ...(parsed?.ok && { step: parsed.value }) } as Control,
  };
}
