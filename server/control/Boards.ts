/**
 * Boards and the people on them: creating, joining, checking tickets, showing links, passing commands on. It never tells which of id and secret was wrong, and keeps nothing in memory but counters.
 */

import type { Control } from '../../shared/control/Control.ts';
import { type CommandEnvelope, type CommandResult, type LinkName, mayReveal } from '../../shared/control/commands.ts';
import { createId, isId } from '../../shared/lib/ids.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { findTemplate } from '../../shared/templates/library.ts';
import { AttemptLimiter } from '../auth/AttemptLimiter.ts';
import type { Tickets } from '../auth/Tickets.ts';
import type {
  Admission,
  AdmissionProblem,
  BoardsPort,
  CreatedBoard,
  Joined,
  JoinRequest,
  NewBoard,
  Person,
} from '../http/ports.ts';
import type { BoardRow, Storage, Write } from '../storage/Storage.ts';
import { type Links, roleOfSecret } from './Links.ts';
import { type Arrived, type Change, type Session, toPerson } from './Session.ts';
import type { Sessions } from './Sessions.ts';

/** Every wrong attempt is answered this long after it came, so that the time tells nothing about what was wrong. */
const WRONG_ATTEMPT_MS = 25;
/** Wrong secrets for one board id, existing or not. The right secret is never held up: a stranger cannot lock a room out. */
const WRONG_ATTEMPTS = { burst: 60, perSecond: 1 };
/** New people on one board: a room of a thousand may scan the QR code in one minute. */
const ARRIVALS = { burst: 2_000, perSecond: 50 };
/** New boards on the whole instance. */
const CREATIONS = { burst: 2_000, perSecond: 10 };

export interface BoardsOptions {
  readonly storage: Storage;
  readonly tickets: Tickets;
  readonly links: Links;
  readonly sessions: Sessions;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export class Boards implements BoardsPort {
  readonly #options: BoardsOptions;
  readonly #wrongAttempts = new AttemptLimiter(WRONG_ATTEMPTS);
  readonly #newPeople = new AttemptLimiter(ARRIVALS);
  readonly #newBoards = new AttemptLimiter(CREATIONS);

  constructor(options: BoardsOptions) {
    this.#options = options;
  }

  async create(wanted: NewBoard): Promise<Result<CreatedBoard, 'template_unknown' | 'too_many_attempts'>> {
    const template = findTemplate(wanted.template ?? 'blank');
    if (!template) return fail('template_unknown');
    if (!this.#newBoards.take('')) return fail('too_many_attempts');
    const id = createId();
    const { locale = 'fr', fields = {} } = wanted;
    const { links, storage, now } = this.#options;
    const made = {
      facilitate: links.make(id, 'facilitate'),
      participate: links.make(id, 'participate'),
      watch: links.make(id, 'watch'),
    };
    const control: Control = {
      rev: 1,
      title: wanted.title || template.title[locale],
      template: `${template.id}@${template.version}`,
      locale,
      timeZone: wanted.timeZone ?? 'Europe/Paris',
      fields,
      ...(wanted.series && { series: wanted.series }),
    };
    const board: BoardRow = {
      id,
      createdAt: now(),
      epoch: createId(),
      control,
      links: { facilitator: made.facilitate.row, participant: made.participate.row, viewer: made.watch.row },
    };
    const content = instantiate(template, { locale, fields });
    const batch: Write[] = [{ type: 'createBoard', board }];
    if (content) batch.push({ type: 'append', board: id, doc: 'board', seq: 1, update: content });
    await storage.commit(batch);
    const { facilitate, participate, watch } = made;
    return ok({
      id,
      title: control.title,
      links: { facilitate: facilitate.url, participate: participate.url, watch: watch.url },
      secrets: { facilitate: facilitate.secret, participate: participate.secret, watch: watch.secret },
    });
  }

  async join(
    board: string,
    request: JoinRequest,
  ): Promise<Result<Joined, 'board_not_found' | 'removed' | 'too_many_attempts'>> {
    const answerAt = performance.now() + WRONG_ATTEMPT_MS;
    const row = await this.#findBoard(board);
    const isRight = roleOfSecret(row?.links ?? null, request.secret) !== undefined;
    const arrived = isRight && row && (await this.#arrive(board, request));
    if (!row || !arrived) {
      const isAllowed = this.#wrongAttempts.take(board.slice(0, 64));
      await new Promise((resolve) => setTimeout(resolve, answerAt - performance.now()));
      return fail(isAllowed ? 'board_not_found' : 'too_many_attempts');
    }
    if (!arrived.ok) return arrived;
    const { person, key } = arrived.value;
    const ticket = await this.#options.tickets.issue({ board, participant: person.id, epoch: row.epoch });
    return ok({ participant: { id: person.id, key }, role: person.role, ticket, epoch: row.epoch });
  }

  /** `null`: the link was renewed, or the board deleted, since the secret was looked at. */
  async #arrive(board: string, request: JoinRequest): Promise<Exclude<Arrived, { reason: 'board_not_found' }> | null> {
    const mayAdd = (): boolean => this.#newPeople.take(board);
    const arrived = await this.#options.sessions.change(board, (session) => session.arrive(request, mayAdd));
    if (!arrived || (!arrived.value.ok && arrived.value.reason === 'board_not_found')) return null;
    return arrived.value as Exclude<Arrived, { reason: 'board_not_found' }>;
  }

  /** The same work for a malformed id as for an unknown one. */
  #findBoard(id: string): Promise<BoardRow | null> {
    return this.#options.storage.findBoard(isId(id) ? id : '');
  }

  async authorize(board: string, token: string): Promise<Result<Admission, AdmissionProblem>> {
    const { storage, tickets } = this.#options;
    const ticket = await tickets.verify(token);
    if (!ticket) return fail('ticket_invalid');
    const [row, participant] = await Promise.all([
      this.#findBoard(board),
      storage.findParticipant(ticket.board, ticket.participant),
    ]);
    if (!row) return fail('board_not_found');
    if (ticket.board !== row.id) return fail('other_board');
    if (!participant) return fail('ticket_invalid');
    if (participant.removed) return fail('removed');
    if (ticket.epoch !== row.epoch) return fail('other_epoch');
    const { epoch, createdAt, control } = row;
    return ok({ board, epoch, createdAt, control, person: toPerson(participant) });
  }

  async command(
    board: string,
    participant: string,
    envelope: CommandEnvelope,
  ): Promise<{ readonly result: CommandResult; readonly retryAfterSeconds: number }> {
    let retryAfterSeconds = 1;
    const decide = (session: Session): Change<CommandResult> => {
      const change = session.command(participant, envelope);
      retryAfterSeconds = session.retryAfterSeconds(participant);
      return change;
    };
    const answered = await this.#options.sessions.change(board, decide, { mayReveal: mayReveal(envelope.command) });
    const { id } = envelope;
    return { result: answered?.value ?? { id, ok: false, code: 'forbidden' }, retryAfterSeconds };
  }

  async links(board: string): Promise<Readonly<Record<'participate' | 'watch', string | null>> | null> {
    const row = await this.#findBoard(board);
    const { links } = this.#options;
    return row && { participate: links.show(row, 'participate'), watch: links.show(row, 'watch') };
  }

  /** Replaces a link by the will of whoever keeps the data folder. Returns the new link, `null` for an unknown board. */
  async renewLink(board: string, name: LinkName): Promise<string | null> {
    const renewed = await this.#options.sessions.change(board, (session) => session.renewLink(name));
    return renewed?.value ?? null;
  }

  async people(board: string): Promise<ReadonlyMap<string, Person>> {
    const rows = await this.#options.storage.listParticipants(board);
    return new Map(rows.map((row) => [row.id, toPerson(row)]));
  }

  /** Asked of the session, which has people in memory: a room of a thousand asks more often than anybody takes a board away. */
  async names(board: string, participants: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const read = (session: Session): Change<ReadonlyMap<string, string>> => {
      const named = [...participants].map((id) => [id, session.person(id)?.name ?? ''] as const);
      return { value: new Map(named.filter(([, name]) => name !== '')), writes: [], effects: [] };
    };
    return (await this.#options.sessions.change(board, read))?.value ?? new Map();
  }
}
