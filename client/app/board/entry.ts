/**
 * The way onto a board: trades what this device has (a link's secret, or who one was here before) for a ticket. Knows no React; what it
 * answers is what the page shows.
 */
import type { SubjectFields } from '../../../shared/control/Control.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import type { Ticket } from '../../sync/BoardSession.ts';
import type { Credential, Credentials } from '../../sync/credentials.ts';
import type { Api, ApiProblem, Joined } from '../api.ts';

export type EntryProblem = 'unreachable' | 'not_found' | 'removed' | 'no_link' | 'too_many';

/** What the join page shows before one enters, and what is needed to enter. */
export interface Invitation {
  readonly secret: string;
  readonly joined: Joined;
  readonly title: string;
  readonly fields: SubjectFields;
  readonly template: string;
  readonly timeZone: string;
}

export type Entry =
  | { readonly step: 'in'; readonly ticket: Ticket }
  | { readonly step: 'asked'; readonly invitation: Invitation }
  | { readonly step: 'refused'; readonly problem: EntryProblem };

export interface EntryPorts {
  readonly api: Api;
  readonly credentials: Credentials;
  now(): number;
  /** Settles when waiting for an answer has lasted long enough: then what this device knows must do. */
  patience?(): Promise<void>;
}

const problemOf = ({ code }: ApiProblem): EntryProblem => {
  switch (code) {
    case 'board_not_found':
      return 'not_found';
    case 'removed':
      return 'removed';
    case 'too_many_requests':
      return 'too_many';
    case 'unreachable':
      return 'unreachable';
    default:
      // A request the server cannot read is a link that is not one of its own.
      return code === 'bad_request' ? 'not_found' : 'unreachable';
  }
};

const ticketOf = ({ ticket, epoch }: Joined): Ticket => ({ ticket, epoch });

/** Comes to a board: straight in where this device knows it, else with an invitation to show. `secret` is the link's, if any. */
export async function comeTo(ports: EntryPorts, board: string, secret: string | null): Promise<Entry> {
  const known = ports.credentials.find(board);
  if (known) return enterKnown(ports, board, known, secret);
  if (secret === null) return { step: 'refused', problem: 'no_link' };
  const joined = await ports.api.join(board, { secret });
  if (!joined.ok) return { step: 'refused', problem: problemOf(joined.reason) };
  const summary = await ports.api.board(board, joined.value.ticket);
  if (!summary.ok) return { step: 'refused', problem: problemOf(summary.reason) };
  const { title, fields, template, timeZone } = summary.value;
  return { step: 'asked', invitation: { secret, joined: joined.value, title, fields, template, timeZone } };
}

/** Without an answer from the server, one comes in with what this device has: the session finds out what still holds. */
async function enterKnown(ports: EntryPorts, board: string, known: Credential, secret: string | null): Promise<Entry> {
  const { ticket, epoch } = known;
  const inAsBefore: Entry | null =
    ticket !== undefined && epoch !== undefined ? { step: 'in', ticket: { ticket, epoch } } : null;
  const asked = enterAgain(ports, board, known, secret);
  const entry = await (inAsBefore && ports.patience
    ? Promise.race([asked, ports.patience().then(() => inAsBefore)])
    : asked);
  return entry.step === 'refused' && entry.problem === 'unreachable' && inAsBefore ? inAsBefore : entry;
}

/** By the ticket this device has: whoever came in before stays who they are, whatever became of the link. `null`: it opens nothing. */
async function enterByTicket(ports: EntryPorts, board: string, known: Credential): Promise<Entry | null> {
  if (known.ticket === undefined) return null;
  const { ticket } = known;
  const summary = await ports.api.board(board, ticket);
  if (!summary.ok) return summary.reason.code === 'removed' ? { step: 'refused', problem: 'removed' } : null;
  const { role, epoch } = summary.value;
  ports.credentials.save(board, { ...known, role, epoch, openedAt: ports.now() });
  return { step: 'in', ticket: { ticket, epoch } };
}

async function enterAgain(ports: EntryPorts, board: string, known: Credential, secret: string | null): Promise<Entry> {
  const { participant } = known;
  const isSameWay = secret === null || secret === known.secret;
  const entered = isSameWay ? await enterByTicket(ports, board, known) : null;
  if (entered) return entered;
  let used = secret ?? known.secret;
  let joined = await ports.api.join(board, { secret: used, participant });
  if (!joined.ok && used !== known.secret && joined.reason.code === 'board_not_found') {
    // A mistyped or renewed link: the way in that this device had still counts.
    used = known.secret;
    joined = await ports.api.join(board, { secret: used, participant });
  }
  if (!joined.ok) {
    const stillIn = isSameWay ? null : await enterByTicket(ports, board, known);
    return stillIn ?? { step: 'refused', problem: problemOf(joined.reason) };
  }
  const { role, ticket, epoch } = joined.value;
  const raised = role === 'facilitator' && known.role !== 'facilitator';
  ports.credentials.save(board, {
    ...known,
    participant: joined.value.participant,
    role,
    ticket,
    epoch,
    secret: used,
    ...(raised && { facilitateSecret: used }),
    openedAt: ports.now(),
  });
  return { step: 'in', ticket: ticketOf(joined.value) };
}

/** Accepts an invitation under a name (which may be empty). */
export async function accept(
  ports: EntryPorts,
  board: string,
  { secret, joined, title }: Invitation,
  { name, presence }: { readonly name: string; readonly presence: 'room' | 'remote' },
): Promise<Result<Ticket, EntryProblem>> {
  const entered = await ports.api.join(board, { secret, participant: joined.participant, presence, name: name.trim() });
  if (!entered.ok) return fail(problemOf(entered.reason));
  const { participant, role, ticket, epoch } = entered.value;
  ports.credentials.save(board, {
    participant,
    role,
    ticket,
    epoch,
    secret,
    ...(role === 'facilitator' && { facilitateSecret: secret }),
    title,
    name: name.trim(),
    presence,
    openedAt: ports.now(),
  });
  return ok(ticketOf(entered.value));
}

/** A new ticket for the same person, when the old one no longer opens. */
export async function renewTicket(
  ports: EntryPorts,
  board: string,
): Promise<Result<Ticket, 'unreachable' | 'not_found' | 'removed'>> {
  const known = ports.credentials.find(board);
  if (!known) return fail('not_found');
  const joined = await ports.api.join(board, { secret: known.secret, participant: known.participant });
  if (joined.ok) {
    const { role, participant, ticket, epoch } = joined.value;
    ports.credentials.save(board, { ...known, role, participant, ticket, epoch });
    return ok(ticketOf(joined.value));
  }
  const problem = problemOf(joined.reason);
  return fail(problem === 'not_found' || problem === 'removed' ? problem : 'unreachable');
}
