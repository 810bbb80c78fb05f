/**
 * What people may ask of a session, as data: read from what anyone may send, and the words in which it is refused. The same commands
 * travel over the WebSocket (102, answered by 103) and over HTTP. Whether one may be carried out is decided by the server alone.
 */
import { parseStep } from '../access/parseStep.ts';
import type { CurrentStep } from '../access/Step.ts';
import { isId } from '../lib/ids.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { LIMITS } from '../protocol/limits.ts';
import { type Control, SUBJECT_KEYS, type SubjectFields } from './Control.ts';
import { isLocalDate, isLocalTime, parseLine } from './lines.ts';

export const LINK_NAMES = ['facilitate', 'participate', 'watch'] as const;
export type LinkName = (typeof LINK_NAMES)[number];

export type Command =
  /** A new title of the board. */
  | { readonly type: 'renameBoard'; readonly title: string }
  /** Changes only the fields it names; an empty text takes a field away. */
  | { readonly type: 'setFields'; readonly fields: SubjectFields }
  /** A person's own name, or another's; empty: no name. */
  | { readonly type: 'rename'; readonly participant?: string; readonly name: string }
  /** Makes a facilitator of somebody. */
  | { readonly type: 'promote'; readonly participant: string }
  /** Makes a participant of a facilitator. */
  | { readonly type: 'demote'; readonly participant: string }
  /** Nobody comes back from this under the same identity. */
  | { readonly type: 'remove'; readonly participant: string }
  /** The old link opens nothing from then on; who is there stays. */
  | { readonly type: 'renewLink'; readonly link: LinkName }
  /** The step the workshop is in from then on; `null`: none. */
  | ({ readonly type: 'setStep'; readonly step: CurrentStep | null } & MayDiscard)
  /** Brings back what somebody deleted of others in a short time. */
  | { readonly type: 'restoreDeleted'; readonly participant: string }
  /** Somebody whose deletions are kept back may delete again. */
  | { readonly type: 'allowDeletion'; readonly participant: string }
  /** What people wrote privately becomes everyone's: in this step, or in every one that waits for it. */
  | ({ readonly type: 'reveal'; readonly step?: string } & MayDiscard)
  | { readonly type: 'setGroup'; readonly participant: string; readonly group: string | null };

/** `discardUnreadable`: private documents that the disk cannot read any more may be erased with a reveal that erases all of them. */
interface MayDiscard {
  readonly discardUnreadable?: true;
}

export type CommandType = Command['type'];

/** A command as it is sent. */
export interface CommandEnvelope {
  /** Chosen by the sender. The same id from the same participant is the same command: it is carried out once. */
  readonly id: string;
  /** The `rev` of the control state the sender was looking at; another one refuses the command. */
  readonly ifRev?: number;
  readonly command: Command;
}

export const REFUSAL_CODES = [
  /** Not a command: `message` names what could not be read. */
  'malformed',
  /** This person may not do that. */
  'forbidden',
  /** Somebody was faster: the answer carries the state as it is now. */
  'rev_conflict',
  'participant_unknown',
  /** The board would be left without anybody who may facilitate it. */
  'last_facilitator',
  /** The reveal would erase private documents that cannot be read, so many as `unreadable` says: to be asked for expressly. */
  'unreadable_notes',
  'too_many_requests',
] as const;
export type CommandRefusal = (typeof REFUSAL_CODES)[number];

/** The answer to one command, once what it says is on disk. */
export type CommandResult =
  /** `link`: the whole new address, after `renewLink`. */
  | { readonly id: string; readonly ok: true; readonly rev: number; readonly link?: string }
  | {
      readonly id: string;
      readonly ok: false;
      readonly code: CommandRefusal;
      readonly message?: string;
      readonly control?: Control;
      readonly unreadable?: number;
    };

type Fields = Readonly<Record<string, unknown>>;
type Parsed = Result<Command, string>;

/** What is wrong is told by the name of the field. */
const withParticipant = (fields: Fields, make: (participant: string) => Parsed): Parsed =>
  isId(fields.participant) ? make(fields.participant) : fail('participant');

function parseDiscard({ discardUnreadable }: Fields): Result<MayDiscard, string> {
  if (discardUnreadable === undefined || discardUnreadable === false) return ok({});
  return discardUnreadable === true ? ok({ discardUnreadable }) : fail('discardUnreadable');
}

const PARSERS: Readonly<Record<CommandType, (fields: Fields) => Parsed>> = {
  renameBoard({ title }) {
    const line = parseLine(title, LIMITS.titleChars);
    return line.ok && line.value !== '' ? ok({ type: 'renameBoard', title: line.value }) : fail('title');
  },
  setFields({ fields }) {
    const read = parseFields(fields);
    return read.ok ? ok({ type: 'setFields', fields: read.value }) : read;
  },
  rename({ participant, name }) {
    const line = parseLine(name, LIMITS.nameChars);
    if (!line.ok) return fail('name');
    if (participant === undefined) return ok({ type: 'rename', name: line.value });
    return isId(participant) ? ok({ type: 'rename', participant, name: line.value }) : fail('participant');
  },
  promote: (fields) => withParticipant(fields, (participant) => ok({ type: 'promote', participant })),
  demote: (fields) => withParticipant(fields, (participant) => ok({ type: 'demote', participant })),
  remove: (fields) => withParticipant(fields, (participant) => ok({ type: 'remove', participant })),
  renewLink({ link }) {
    const name = LINK_NAMES.find((known) => known === link);
    return name ? ok({ type: 'renewLink', link: name }) : fail('link');
  },
  setStep(fields) {
    const discard = parseDiscard(fields);
    if (!discard.ok) return discard;
    if (fields.step === null) return ok({ type: 'setStep', step: null, ...discard.value });
    const read = parseStep(fields.step);
    return read.ok ? ok({ type: 'setStep', step: read.value, ...discard.value }) : read;
  },
  restoreDeleted: (fields) => withParticipant(fields, (participant) => ok({ type: 'restoreDeleted', participant })),
  allowDeletion: (fields) => withParticipant(fields, (participant) => ok({ type: 'allowDeletion', participant })),
  reveal(fields) {
    const discard = parseDiscard(fields);
    if (!discard.ok) return discard;
    const { step } = fields;
    if (step === undefined) return ok({ type: 'reveal', ...discard.value });
    return isId(step) ? ok({ type: 'reveal', step, ...discard.value }) : fail('step');
  },
  setGroup: (fields) =>
    withParticipant(fields, (participant) => {
      const { group } = fields;
      return group === null || isId(group) ? ok({ type: 'setGroup', participant, group }) : fail('group');
    }),
};

/** Whether a command can make private notes everyone's. */
export const mayReveal = ({ type }: Command): boolean => type === 'reveal' || type === 'setStep';

export const COMMAND_TYPES = Object.keys(PARSERS) as readonly CommandType[];

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a subject as somebody sent them; empty ones stand for "take it away". Reason: the name of the field. */
function parseFields(value: unknown): Result<SubjectFields, string> {
  if (!isObject(value) || Object.keys(value).length === 0) return fail('fields');
  const read: Partial<Record<keyof SubjectFields, string>> = {};
  for (const [name, text] of Object.entries(value)) {
    const key = SUBJECT_KEYS.find((known) => known === name);
    const line = parseLine(text, LIMITS.fieldChars);
    if (!key || !line.ok) return fail(key ? `fields.${key}` : 'fields');
    const isRight =
      line.value === '' || (key === 'date' ? isLocalDate(line.value) : key === 'time' ? isLocalTime(line.value) : true);
    if (!isRight) return fail(`fields.${key}`);
    read[key] = line.value;
  }
  return ok(read);
}

/** What was sent cannot be read. `id`: `null` where not even that could be, so that there is nobody to answer. */
export interface Malformed {
  readonly id: string | null;
  readonly field: string;
}

/** Reads one command from anything that was sent. Never throws; fields it does not know are ignored. */
export function parseCommand(value: unknown): Result<CommandEnvelope, Malformed> {
  if (!isObject(value) || !isId(value.id)) return fail({ id: null, field: 'id' });
  const { id, type, ifRev } = value;
  const known = COMMAND_TYPES.find((name) => name === type);
  if (!known) return fail({ id, field: 'type' });
  const isRev = typeof ifRev === 'number' && Number.isSafeInteger(ifRev) && ifRev >= 0;
  if (ifRev !== undefined && !isRev) return fail({ id, field: 'ifRev' });
  const command = PARSERS[known](value);
  if (!command.ok) return fail({ id, field: command.reason });
  return ok({ id, command: command.value, ...(isRev && { ifRev }) });
}
