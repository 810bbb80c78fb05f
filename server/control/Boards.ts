/**
 * Boards and the people on them: creating, joining, checking tickets, showing links. The only place where secrets are made and compared.
 * It never tells which of id and secret was wrong, and keeps nothing in memory but counters.
 */
import { type Role, ROLES, higherRole } from '../../shared/access/can.ts';
import type { Control } from '../../shared/control/Control.ts';
import { createId, isId } from '../../shared/lib/ids.ts';
import { fail, ok, type Result } from '../../shared/lib/result.ts';
import { instantiate } from '../../shared/templates/instantiate.ts';
import { findTemplate } from '../../shared/templates/library.ts';
import { AttemptLimiter } from '../auth/AttemptLimiter.ts';
import type { Sealer } from '../auth/Sealer.ts';
import { createSecret, hashSecret, isSameHash, NO_HASH } from '../auth/secrets.ts';
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
import type { BoardRow, LinkRow, ParticipantRow, Storage, Write } from '../storage/Storage.ts';
import { SerialQueues } from './SerialQueues.ts';

export type LinkName = 'facilitate' | 'participate' | 'watch';

const ROLE_OF_LINK: Readonly<Record<LinkName, Role>> = {
  facilitate: 'facilitator',
  participate: 'participant',
  watch: 'viewer',
};

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
  readonly sealer: Sealer;
  /** Where links lead, without a trailing slash; asked at each link, as the port is known only once the server listens. */
  readonly baseUrl: () => string;
  /** Called after a known participant's row has changed on disk. */
  readonly onParticipantChanged: (board: string, person: Person) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export class Boards implements BoardsPort {
  readonly #options: BoardsOptions;
  readonly #queues = new SerialQueues();
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
    const secrets = { facilitate: createSecret(), participate: createSecret(), watch: createSecret() };
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
      createdAt: this.#options.now(),
      epoch: createId(),
      control,
      links: {
        facilitator: { hash: hashSecret(secrets.facilitate), sealed: null },
        participant: this.#sealedLink(id, 'participant', secrets.participate),
        viewer: this.#sealedLink(id, 'viewer', secrets.watch),
      },
    };
    const content = instantiate(template, { locale, fields });
    const batch: Write[] = [{ type: 'createBoard', board }];
    if (content) batch.push({ type: 'append', board: id, doc: 'board', seq: 1, update: content });
    await this.#options.storage.commit(batch);
    const links = {
      facilitate: this.#link(id, secrets.facilitate),
      participate: this.#link(id, secrets.participate),
      watch: this.#link(id, secrets.watch),
    };
    return ok({ id, title: control.title, links, secrets });
  }

  #sealedLink(board: string, role: Role, secret: string): LinkRow {
    return { hash: hashSecret(secret), sealed: this.#options.sealer.seal(secret, `${board}/${role}`) };
  }

  #link(board: string, secret: string): string {
    return `${this.#options.baseUrl()}/b/${board}#${secret}`;
  }

  async join(
    board: string,
    request: JoinRequest,
  ): Promise<Result<Joined, 'board_not_found' | 'removed' | 'too_many_attempts'>> {
    const answerAt = performance.now() + WRONG_ATTEMPT_MS;
    const row = await this.#findBoard(board);
    const role = roleOfSecret(row, request.secret);
    if (!row || !role) {
      const isAllowed = this.#wrongAttempts.take(board.slice(0, 64));
      await new Promise((resolve) => setTimeout(resolve, answerAt - performance.now()));
      return fail(isAllowed ? 'board_not_found' : 'too_many_attempts');
    }
    // One after the other on each board, so that no two people get the same seat.
    const arrived = await this.#queues.run(board, () => this.#arrive(row, role, request));
    if (!arrived.ok) return arrived;
    const { person, key } = arrived.value;
    const ticket = await this.#options.tickets.issue({ board, participant: person.id, epoch: row.epoch });
    return ok({ participant: { id: person.id, key }, role: person.role, ticket, epoch: row.epoch });
  }

  async #arrive(
    board: BoardRow,
    role: Role,
    request: JoinRequest,
  ): Promise<Result<{ person: ParticipantRow; key: string }, 'removed' | 'too_many_attempts'>> {
    const { storage, now, onParticipantChanged } = this.#options;
    const wished = {
      ...(request.name !== undefined && { name: request.name }),
      ...(request.group !== undefined && { group: request.group }),
      ...(request.presence !== undefined && { presence: request.presence }),
    };
    const known = await this.#findKnown(board.id, request.participant);
    if (known && request.participant) {
      if (known.removed) return fail('removed');
      const person: ParticipantRow = { ...known, ...wished, role: higherRole(known.role, role) };
      if (Object.entries(person).some(([key, value]) => known[key as keyof ParticipantRow] !== value)) {
        await storage.commit([{ type: 'participant', participant: person }]);
        onParticipantChanged(board.id, toPerson(person));
      }
      return ok({ person, key: request.participant.key });
    }
    if (!this.#newPeople.take(board.id)) return fail('too_many_attempts');
    const key = createSecret();
    const person: ParticipantRow = {
      board: board.id,
      id: createId(),
      keyHash: hashSecret(key),
      name: '',
      group: null,
      presence: 'room',
      ...wished,
      role,
      removed: false,
      seat: await storage.nextSeat(board.id),
      createdAt: now(),
    };
    await storage.commit([{ type: 'participant', participant: person }]);
    return ok({ person, key });
  }

  async #findKnown(board: string, claimed: JoinRequest['participant']): Promise<ParticipantRow | null> {
    if (!claimed || !isId(claimed.id)) return null;
    const row = await this.#options.storage.findParticipant(board, claimed.id);
    return isSameHash(hashSecret(claimed.key), row?.keyHash ?? NO_HASH) ? row : null;
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

  async links(board: string): Promise<Readonly<Record<'participate' | 'watch', string | null>> | null> {
    const row = await this.#findBoard(board);
    if (!row) return null;
    const show = (role: Role): string | null => {
      const { sealed } = row.links[role];
      const secret = sealed && this.#options.sealer.unseal(sealed, `${row.id}/${role}`);
      return secret && this.#link(row.id, secret);
    };
    return { participate: show('participant'), watch: show('viewer') };
  }

  /** Replaces a link: the old one opens nothing from now on; who is in stays in. Returns the new link, `null` for an unknown board. */
  renewLink(board: string, name: LinkName): Promise<string | null> {
    return this.#queues.run(board, async () => {
      const row = await this.#findBoard(board);
      if (!row) return null;
      const secret = createSecret();
      const role = ROLE_OF_LINK[name];
      const link: LinkRow =
        role === 'facilitator' ? { hash: hashSecret(secret), sealed: null } : this.#sealedLink(board, role, secret);
      await this.#options.storage.commit([{ type: 'links', board, links: { ...row.links, [role]: link } }]);
      return this.#link(board, secret);
    });
  }

  async people(board: string): Promise<ReadonlyMap<string, Person>> {
    const rows = await this.#options.storage.listParticipants(board);
    return new Map(rows.map((row) => [row.id, toPerson(row)]));
  }
}

const toPerson = ({ id, name, role, group, presence, seat }: ParticipantRow): Person => ({
  id,
  name,
  role,
  group,
  presence,
  seat,
});

/** The role a secret gives. Always one hash and three comparisons, whether or not there is a board. */
function roleOfSecret(row: BoardRow | null, secret: string): Role | undefined {
  const hash = hashSecret(secret);
  return ROLES.filter((role) => isSameHash(hash, row?.links[role].hash ?? NO_HASH))[0];
}
