/**
 * The session of one board in memory: control state, links, people, and which commands were carried out. Decides, and says what is to be
 * written and who is to be told; writes and tells nothing itself, so that whoever holds it can put its decisions in order with all else.
 * From a decision on its memory is ahead of the disk: nobody may be told before the writes are durable.
 */
import { can, higherRole, type Role } from '../../shared/access/can.ts';
import { isAnonymousStep, isPrivateStep, isRevealedBy } from '../../shared/access/privately.ts';
import type { CurrentStep } from '../../shared/access/Step.ts';
import type { Control, SubjectFields } from '../../shared/control/Control.ts';
import type {
  Command,
  CommandEnvelope,
  CommandRefusal,
  CommandResult,
  LinkName,
} from '../../shared/control/commands.ts';
import { isEqual } from '../../shared/lib/equal.ts';
import { createId } from '../../shared/lib/ids.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { type Allowance, AttemptLimiter } from '../auth/AttemptLimiter.ts';
import { createSecret, hashSecret, isSameHash, NO_HASH } from '../auth/secrets.ts';
import type { JoinRequest, Person } from '../http/ports.ts';
import { type BoardRow, type CommandRow, KEPT_COMMANDS, type ParticipantRow, type Write } from '../storage/Storage.ts';
import { type Links, ROLE_OF_LINK, roleOfSecret } from './Links.ts';

/** What the connections of a board are to see of a change, once it is durable. */
export type Effect =
  | { readonly type: 'control'; readonly control: Control }
  | { readonly type: 'person'; readonly person: Person }
  | { readonly type: 'removed'; readonly participant: string };

/** What a facilitator has decided about the deletions of a participant: bring back what went away, or let them go on. */
export interface DeletionOrder {
  readonly participant: string;
  readonly decision: 'restore' | 'allow';
}

/** What is to be copied from the private documents onto the board, in one commit with the change that says so. */
export interface RevealOrder {
  /** The steps whose notes are meant. */
  readonly steps: readonly string[];
  /** Those of them in which people were to stay unknown: nothing of what was written in these stays in a private document. */
  readonly anonymous: readonly string[];
  /** Of the control state with this change. */
  readonly rev: number;
}

/** A decision: the answer, what makes it durable, and whom it concerns. Without writes, nothing has changed. */
export interface Change<T> {
  readonly value: T;
  readonly writes: readonly Write[];
  readonly effects: readonly Effect[];
  /** Carried out by the room, which alone knows what was deleted. */
  readonly deletions?: DeletionOrder;
  /** Carried out by the room, which alone has the documents. */
  readonly reveal?: RevealOrder;
}

export interface StoredSession {
  readonly row: BoardRow;
  readonly people: readonly ParticipantRow[];
  readonly commands: readonly CommandRow[];
}

export interface SessionOptions {
  readonly links: Links;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** How many commands a participant may send. */
  readonly allowance?: Allowance;
}

export const COMMAND_ALLOWANCE: Allowance = { burst: LIMITS.commandBurst, perSecond: LIMITS.commandsPerSecond };

/** Steps that may wait for their reveal; beyond, what was written in the oldest stays with whoever wrote it. */
const MOST_UNREVEALED = 50;

export type Arrived =
  | { readonly ok: true; readonly value: { readonly person: ParticipantRow; readonly key: string } }
  | { readonly ok: false; readonly reason: 'board_not_found' | 'removed' | 'too_many_attempts' };

const unchanged = <T>(value: T): Change<T> => ({ value, writes: [], effects: [] });

type Consequences = Omit<Change<unknown>, 'value'>;

/** What a command comes to before it has its id: refused, or done with these consequences. */
type Outcome =
  | { readonly ok: false; readonly code: CommandRefusal; readonly unreadable?: number }
  | ({ readonly ok: true; readonly link?: string } & Consequences);

const refuse = (code: CommandRefusal): Outcome => ({ ok: false, code });
const NOTHING = { ok: true, writes: [], effects: [] } as const;

export class Session {
  /** How many private documents cannot be read: the room knows. */
  countUnreadable: () => number = () => 0;
  #row: BoardRow;
  readonly #people: Map<string, ParticipantRow>;
  /** Participant → command id → answer, the oldest first. */
  readonly #answers = new Map<string, Map<string, CommandResult>>();
  readonly #options: SessionOptions;
  readonly #commands: AttemptLimiter;
  #nextSeat: number;

  constructor({ row, people, commands }: StoredSession, options: SessionOptions) {
    this.#row = row;
    this.#people = new Map(people.map((person) => [person.id, person]));
    this.#nextSeat = people.reduce((next, { seat }) => Math.max(next, seat + 1), 0);
    this.#options = options;
    this.#commands = new AttemptLimiter(options.allowance ?? COMMAND_ALLOWANCE);
    for (const { participant, id, rev } of commands) this.#remember(participant, { id, ok: true, rev });
  }

  get control(): Control {
    return this.#row.control;
  }

  /** A participant's row, removed or not. */
  person(id: string): ParticipantRow | null {
    return this.#people.get(id) ?? null;
  }

  /** Somebody comes by a link: who they were before, or somebody new where `mayAdd` lets one in. */
  arrive(request: JoinRequest, mayAdd: () => boolean): Change<Arrived> {
    const role = roleOfSecret(this.#row.links, request.secret);
    if (!role) return unchanged({ ok: false, reason: 'board_not_found' });
    const wished = {
      ...(request.name !== undefined && { name: request.name }),
      ...(request.group !== undefined && { group: request.group }),
      ...(request.presence !== undefined && { presence: request.presence }),
    };
    const known = this.#findKnown(request.participant);
    if (known && request.participant) {
      if (known.removed) return unchanged({ ok: false, reason: 'removed' });
      const { key } = request.participant;
      const group = known.isGroupGiven ? known.group : (wished.group ?? known.group);
      return this.#arrived({ ...known, ...wished, group, role: higherRole(known.role, role) }, key);
    }
    if (!mayAdd()) return unchanged({ ok: false, reason: 'too_many_attempts' });
    const key = createSecret();
    const seat = this.#nextSeat++;
    const person: ParticipantRow = {
      board: this.#row.id,
      id: createId(),
      keyHash: hashSecret(key),
      name: '',
      group: null,
      isGroupGiven: false,
      presence: 'room',
      ...wished,
      role,
      removed: false,
      seat,
      createdAt: this.#options.now(),
    };
    return this.#arrived(person, key);
  }

  #arrived(person: ParticipantRow, key: string): Change<Arrived> {
    return { ...this.setPerson(person), value: { ok: true, value: { person, key } } };
  }

  #findKnown(claimed: JoinRequest['participant']): ParticipantRow | null {
    const row = claimed ? this.person(claimed.id) : null;
    return isSameHash(hashSecret(claimed?.key ?? ''), row?.keyHash ?? NO_HASH) ? row : null;
  }

  /** Replaces a participant's row. */
  setPerson(row: ParticipantRow): Change<void> {
    if (isEqual(this.#people.get(row.id), row)) return unchanged(undefined);
    this.#people.set(row.id, row);
    const effect: Effect = row.removed
      ? { type: 'removed', participant: row.id }
      : { type: 'person', person: toPerson(row) };
    return { value: undefined, writes: [{ type: 'participant', participant: row }], effects: [effect] };
  }

  /** Replaces a link, whoever asks. */
  renewLink(name: LinkName): Change<string> {
    const { url, row } = this.#options.links.make(this.#row.id, name);
    return { ...this.#setLink(ROLE_OF_LINK[name], row), value: url };
  }

  /** Carries a command out, or says why not. The same id from the same participant is answered as it was the first time. */
  command(author: string, { id, ifRev, command }: CommandEnvelope): Change<CommandResult> {
    const before = this.#answers.get(author)?.get(id);
    if (before) return unchanged(before);
    if (!this.#commands.take(author)) return unchanged({ id, ok: false, code: 'too_many_requests' });
    const outcome = this.#carryOut(author, command, ifRev);
    const result = this.#resultOf(id, outcome);
    this.#remember(author, result);
    if (!outcome.ok || (outcome.writes.length === 0 && !outcome.deletions)) return unchanged(result);
    const { rev } = this.control;
    const done: Write = { type: 'command', board: this.#row.id, participant: author, id, rev };
    const { writes, effects, deletions, reveal } = outcome;
    const orders = { ...(deletions && { deletions }), ...(reveal && { reveal }) };
    return { value: result, writes: [...writes, done], effects, ...orders };
  }

  /** Seconds until this participant may send one more command, at least 1. */
  retryAfterSeconds(author: string): number {
    return this.#commands.retryAfterSeconds(author);
  }

  #resultOf(id: string, outcome: Outcome): CommandResult {
    if (outcome.ok) {
      return { id, ok: true, rev: this.control.rev, ...(outcome.link !== undefined && { link: outcome.link }) };
    }
    const { ok, ...why } = outcome;
    return { id, ok, ...why, ...(why.code === 'rev_conflict' && { control: this.control }) };
  }

  /** Refusals for haste are not remembered: the same command may well be carried out a moment later. */
  #remember(author: string, result: CommandResult): void {
    const answers = this.#answers.get(author) ?? new Map<string, CommandResult>();
    answers.set(result.id, result);
    if (answers.size > KEPT_COMMANDS) answers.delete(answers.keys().next().value as string);
    this.#answers.set(author, answers);
  }

  #carryOut(authorId: string, command: Command, ifRev: number = this.control.rev): Outcome {
    const author = this.#people.get(authorId);
    if (!author || author.removed) return refuse('forbidden');
    const isOwnName =
      command.type === 'rename' && (command.participant === undefined || command.participant === authorId);
    if (!can(author.role, isOwnName ? 'presence' : 'facilitate')) return refuse('forbidden');
    if (ifRev !== this.control.rev) return refuse('rev_conflict');
    switch (command.type) {
      case 'renameBoard':
        return this.#setControl({ title: command.title });
      case 'setFields':
        return this.#setControl({ fields: withFields(this.control.fields, command.fields) });
      case 'setStep':
        return this.#setStep(command.step, command.discardUnreadable);
      case 'reveal':
        return this.#reveal(command.step, command.discardUnreadable);
      case 'renewLink': {
        const { value: link, ...change } = this.renewLink(command.link);
        return { ok: true, ...change, link };
      }
      case 'rename':
        return this.#changePerson(command.participant ?? authorId, (person) => ({ ...person, name: command.name }));
      case 'setGroup':
        return this.#changePerson(command.participant, (person) => ({
          ...person,
          group: command.group,
          isGroupGiven: true,
        }));
      case 'promote':
        return this.#changePerson(command.participant, (person) => ({ ...person, role: 'facilitator' }));
      case 'demote':
        return this.#changePerson(command.participant, (person) =>
          person.role === 'facilitator' ? { ...person, role: 'participant' } : person,
        );
      case 'restoreDeleted':
        return this.#decideDeletions(command.participant, 'restore');
      case 'allowDeletion':
        return this.#decideDeletions(command.participant, 'allow');
      case 'remove':
        return this.#changePerson(command.participant, (person) => ({ ...person, removed: true }));
    }
  }

  /** Also of somebody who has been removed: what they deleted is to be brought back all the same. */
  #decideDeletions(participant: string, decision: DeletionOrder['decision']): Outcome {
    if (!this.#people.has(participant)) return refuse('participant_unknown');
    return { ...NOTHING, deletions: { participant, decision } };
  }

  #changePerson(id: string, change: (person: ParticipantRow) => ParticipantRow): Outcome {
    const before = this.#people.get(id);
    if (!before || before.removed) return refuse('participant_unknown');
    const after = change(before);
    const isLost = before.role === 'facilitator' && (after.role !== 'facilitator' || after.removed);
    if (isLost && !this.#hasFacilitatorBut(id)) return refuse('last_facilitator');
    return { ok: true, ...this.setPerson(after) };
  }

  #hasFacilitatorBut(id: string): boolean {
    return [...this.#people.values()].some((one) => one.id !== id && one.role === 'facilitator' && !one.removed);
  }

  #setStep(step: CurrentStep | null, mayDiscard = false): Outcome {
    const { step: before, unrevealed = [], ...rest } = this.control;
    if (isEqual(before ?? null, step)) return NOTHING;
    const waiting =
      before && isLeft(before, step) ? [...unrevealed.filter((one) => !isSaidBy(before, one)), before] : unrevealed;
    const due = waiting.filter((one) => isRevealedBy(one, step));
    const left = waiting.filter((one) => !due.includes(one)).slice(-MOST_UNREVEALED);
    return this.#writeReveal({ ...rest, ...(step && { step }) }, due, left, mayDiscard);
  }

  /** Without `step`: everything that waits, and what was written so far in the step the workshop is in. */
  #reveal(step: string | undefined, mayDiscard = false): Outcome {
    const { unrevealed = [], ...rest } = this.control;
    const current = rest.step && isPrivateStep(rest.step) ? [rest.step] : [];
    const isMeant = ({ id }: CurrentStep): boolean => step === undefined || id === step;
    const due = [...unrevealed, ...current].filter(isMeant);
    if (due.length === 0) return NOTHING;
    return this.#writeReveal(
      rest,
      due,
      unrevealed.filter((one) => !isMeant(one)),
      mayDiscard,
    );
  }

  /**
   * `due`: the steps whose notes become everyone's; `left`: those that still wait. What the disk cannot read is erased with the rest only
   * where that was asked for: it may be all that is left of somebody's words.
   */
  #writeReveal(
    control: Omit<Control, 'unrevealed'>,
    due: readonly CurrentStep[],
    left: readonly CurrentStep[],
    mayDiscard: boolean,
  ): Outcome {
    const rev = control.rev + 1;
    const steps = [...new Set(due.map(({ id }) => id))];
    const anonymous = steps.filter((id) => due.some((one) => one.id === id && isAnonymousStep(one)));
    const unreadable = anonymous.length > 0 && !mayDiscard ? this.countUnreadable() : 0;
    if (unreadable > 0) return { ok: false, code: 'unreadable_notes', unreadable };
    const { privateEpoch = 0 } = control;
    const next: Control = {
      ...control,
      ...(left.length > 0 && { unrevealed: left }),
      ...(anonymous.length > 0 && { privateEpoch: privateEpoch + 1 }),
      rev,
    };
    const written = this.#writeControl(next, []);
    return { ok: true, ...written, ...(steps.length > 0 && { reveal: { steps, anonymous, rev } }) };
  }

  #setControl(change: Partial<Control>): Outcome {
    const before = this.control;
    if (isEqual({ ...before, ...change }, before)) return NOTHING;
    return { ok: true, ...this.#writeControl({ ...before, ...change, rev: before.rev + 1 }, []) };
  }

  /** Whoever has the links on screen learns by the new `rev` that they are others now. */
  #setLink(role: Role, link: BoardRow['links'][Role]): Consequences {
    const links = { ...this.#row.links, [role]: link };
    this.#row = { ...this.#row, links };
    const control = { ...this.control, rev: this.control.rev + 1 };
    return this.#writeControl(control, [{ type: 'links', board: this.#row.id, links }]);
  }

  #writeControl(control: Control, more: readonly Write[]): Consequences {
    this.#row = { ...this.#row, control };
    const writes: Write[] = [...more, { type: 'control', board: this.#row.id, control }];
    return { writes, effects: [{ type: 'control', control }] };
  }
}

/**
 * Whether what was written in a step is left behind when `next` begins. A step that merely says something else now goes on; unless people
 * were to stay unknown and are not any more: what they wrote before keeps that promise.
 */
const isLeft = (step: CurrentStep, next: CurrentStep | null): boolean => {
  if (!isPrivateStep(step)) return false;
  const goesOn = next?.id === step.id && isPrivateStep(next);
  return !goesOn || (isAnonymousStep(step) && !isAnonymousStep(next));
};

/** Whether `step` says all there is to know of an earlier state of itself: once anonymous, always anonymous. */
const isSaidBy = (step: CurrentStep, earlier: CurrentStep): boolean =>
  step.id === earlier.id && (isAnonymousStep(step) || !isAnonymousStep(earlier));

/** The fields with some of them changed; empty texts take theirs away. */
const withFields = (before: SubjectFields, change: SubjectFields): SubjectFields =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, text]) => text !== ''));

/** A participant as the rest of the server knows them: without the key. */
export const toPerson = ({ id, name, role, group, presence, seat }: ParticipantRow): Person => ({
  id,
  name,
  role,
  group,
  presence,
  seat,
});
