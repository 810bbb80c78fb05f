/**
 * What the room last told of itself, as this device keeps it: who one is there, the session as it was. Enough to show a board without the
 * server; read with distrust, and replaced by the next welcome.
 */
import { ROLES } from '../../shared/access/can.ts';
import { parseStep } from '../../shared/access/parseStep.ts';
import type { Control } from '../../shared/control/Control.ts';
import { isOneOf } from '../../shared/elements/readProps.ts';
import { isNumber, isString, readKept } from './readKept.ts';
import type { Me } from './SessionState.ts';

export interface StoredSession {
  readonly me: Omit<Me, 'connection'>;
  readonly control: Control;
}

type KeptControl = Pick<Control, 'rev' | 'title' | 'template' | 'locale' | 'timeZone' | 'fields'>;

const isFields = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isString);

/** `null` for what is not such a thing. */
export function readStoredSession(value: unknown): StoredSession | null {
  const kept = (value ?? {}) as { readonly me?: unknown; readonly control?: unknown };
  const me = readKept<StoredSession['me']>(kept.me, {
    id: isString,
    name: isString,
    role: isOneOf(ROLES),
    hue: isNumber,
    group: (group) => group === null || isString(group),
  });
  const known = readKept<KeptControl>(kept.control, {
    rev: isNumber,
    title: isString,
    template: isString,
    locale: isOneOf(['fr', 'en']),
    timeZone: isString,
    fields: isFields,
  });
  if (!me || !known) return null;
  // The rest of it as it was, save a step that says what no step may.
  const { step, ...control } = kept.control as Control;
  const parsed = step === undefined ? null : parseStep(step);
  return { me, control: { ...control, ...(parsed?.ok && { step: parsed.value }) } };
}
