/**
 * Everyone connected to a room: welcomes them, tells them who is there and what the session says, keeps quiet lines awake and gives up
 * dead ones. Knows nothing of the document.
 */
import type { Control, ControlEvent, RosterEntry, Welcome } from '../../shared/control/Control.ts';
import { CLOSE, type CloseCode } from '../../shared/protocol/closeCodes.ts';
import { encodeJson, MESSAGE, PROTOCOL_VERSION } from '../../shared/protocol/frames.ts';
import type { Effect } from '../control/Session.ts';
import type { Admission } from '../http/ports.ts';
import { encodeAwareness } from './awareness.ts';
import type { Connection } from './Connection.ts';
import { RoomPresence } from './RoomPresence.ts';
import { entriesOf, hueOf, rosterOf } from './roster.ts';
import { toFrame } from './webSocketFrame.ts';

const TICK_MS = 5_000;
/** Every so many ticks, stock clients are told again who is there. */
const REFRESH_TICKS = 3;
/** Changes of the roster are told together. */
const ROSTER_MS = { least: 30, perConnection: 2 };
const KEEP_ALIVE = toFrame(encodeAwareness([]));

export class RoomPeople {
  readonly connections = new Set<Connection>();
  readonly presence: RoomPresence;
  #control: Control | null = null;
  #ticks = 0;
  #tickTimer: NodeJS.Timeout | null = null;
  #rosterTimer: NodeJS.Timeout | null = null;

  constructor(isConnectionNumber: (id: number) => boolean) {
    this.presence = new RoomPresence(this.connections, isConnectionNumber);
  }

  /** Everyone here, in order of arrival. */
  entries(): RosterEntry[] {
    return entriesOf(this.connections);
  }

  /** This state of the session is on disk: whoever comes with an older one, read on the way in, is told this one. */
  knows(control: Control): void {
    if (!this.#control || control.rev > this.#control.rev) this.#control = control;
  }

  /** Counts a connection in and says the first word to it. */
  welcome(connection: Connection, { control, epoch, person }: Admission): void {
    this.connections.add(connection);
    this.knows(control);
    const welcome: Welcome = {
      protocol: PROTOCOL_VERSION,
      now: Date.now(),
      epoch,
      connection: connection.number,
      participant: {
        ...{ id: person.id, name: person.name, role: person.role, hue: hueOf(person) },
        ...(person.group !== null && { group: person.group }),
      },
      control: this.#control ?? control,
      roster: rosterOf(this.connections),
    };
    if (connection.isOurs) connection.send(encodeJson(MESSAGE.welcome, welcome));
    this.#tellRoster();
    this.#tickTimer ??= setInterval(() => this.#tick(), TICK_MS);
  }

  /** Whether the connection was here. */
  leave(connection: Connection): boolean {
    if (!this.connections.delete(connection)) return false;
    this.presence.leave(connection);
    if (this.connections.size > 0) this.#tellRoster();
    else this.rest();
    return true;
  }

  /** A change has been decided and is not on disk yet: whoever loses or changes their role has no effect from now on. */
  foresee(effect: Effect): void {
    if (effect.type === 'control') return;
    for (const connection of this.#connectionsOf(effect)) {
      if (effect.type === 'removed' || connection.person.role !== effect.person.role) connection.isLeaving = true;
    }
  }

  /** A change is on disk: everybody sees it. A new name shows at once, a new role takes a new connection. */
  apply(effect: Effect): void {
    if (effect.type === 'control') {
      this.tellAll({ type: 'control', rev: effect.control.rev, control: effect.control });
      return;
    }
    for (const connection of this.#connectionsOf(effect)) {
      if (effect.type === 'removed') connection.close(CLOSE.removed, 'removed');
      else if (connection.person.role !== effect.person.role) connection.close(CLOSE.roleChanged, 'role changed');
      else connection.person = effect.person;
    }
    this.#tellRoster();
  }

  #connectionsOf(effect: Exclude<Effect, { type: 'control' }>): Connection[] {
    const id = effect.type === 'person' ? effect.person.id : effect.participant;
    return [...this.connections].filter(({ person }) => person.id === id);
  }

  tell(to: Connection, event: ControlEvent): void {
    if (to.isOurs) to.send(encodeJson(MESSAGE.controlEvent, event));
  }

  tellAll(event: ControlEvent): void {
    if (event.type === 'control') this.#control = event.control;
    const frame = toFrame(encodeJson(MESSAGE.controlEvent, event));
    for (const connection of this.connections) if (connection.isOurs) connection.write([frame]);
  }

  /** Closes the connections that `which` picks. */
  close(code: CloseCode, rule: string, which: (connection: Connection) => boolean = () => true): void {
    for (const connection of [...this.connections].filter(which)) connection.close(code, rule);
  }

  /** Ends every timer; the next one who comes starts them again. */
  rest(): void {
    if (this.#tickTimer) clearInterval(this.#tickTimer);
    if (this.#rosterTimer) clearTimeout(this.#rosterTimer);
    this.#tickTimer = null;
    this.#rosterTimer = null;
    this.presence.rest();
  }

  #tellRoster(): void {
    if (this.connections.size === 0) return;
    const wait = ROSTER_MS.least + this.connections.size * ROSTER_MS.perConnection;
    this.#rosterTimer ??= setTimeout(() => {
      this.#rosterTimer = null;
      this.tellAll({ type: 'roster', ...rosterOf(this.connections) });
    }, wait);
  }

  #tick(): void {
    for (const connection of [...this.connections]) connection.tick(KEEP_ALIVE, TICK_MS);
    if (++this.#ticks % REFRESH_TICKS === 0) this.presence.refreshStock();
  }
}
