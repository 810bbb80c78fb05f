/** Who is in a room, as its people see it. Above a certain size names are left out: nobody reads two hundred, and each change goes to all. */
import type { RosterEntry } from '../../shared/control/Control.ts';
import { PEOPLE_HUES } from '../../shared/theme/tokens.ts';
import type { Person } from '../http/ports.ts';
import type { Connection } from './Connection.ts';

/** Connections above which only their number is told. */
const NAMED_UP_TO = 200;

export interface Roster {
  readonly count: number;
  readonly people: readonly RosterEntry[];
}

/** Index into the people colours, stable for a participant of a board. */
export const hueOf = (person: Person): number => person.seat % PEOPLE_HUES.length;

/** Every connection, in order of arrival. */
export const entriesOf = (connections: Iterable<Connection>): RosterEntry[] =>
  [...connections].map(({ number, person }) => ({
    connection: number,
    participant: person.id,
    name: person.name,
    role: person.role,
    hue: hueOf(person),
    ...(person.group !== null && { group: person.group }),
  }));

/** The roster as it is sent. */
export const rosterOf = (connections: ReadonlySet<Connection>): Roster => ({
  count: connections.size,
  people: connections.size > NAMED_UP_TO ? [] : entriesOf(connections),
});
