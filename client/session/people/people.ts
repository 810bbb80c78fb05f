/** The roster as people see it: one line a person however many tabs, facilitators first, oneself marked. */
import type { Role } from '../../../shared/access/can.ts';
import type { RosterEntry } from '../../../shared/control/Control.ts';

export interface PersonHere {
  readonly id: string;
  /** Empty when the person chose to have no name. */
  readonly name: string;
  readonly role: Role;
  readonly hue: number;
  readonly me: boolean;
}

const ORDER: Readonly<Record<Role, number>> = { facilitator: 0, participant: 1, viewer: 2 };

export function peopleHere(roster: readonly RosterEntry[], me: string | undefined): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { participant, name, role, hue } of roster) {
    if (!people.has(participant)) people.set(participant, { id: participant, name, role, hue, me: participant === me });
  }
  return [...people.values()].sort(
    (a, b) =>
      ORDER[a.role] - ORDER[b.role] ||
      Number(b.me) - Number(a.me) ||
      // Whoever gave no name comes after those one can look for.
      Number(a.name === '') - Number(b.name === '') ||
      a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
}

/** How many of each role. */
export function countRoles(people: readonly PersonHere[]): Readonly<Record<Role, number>> {
  const counts = { facilitator: 0, participant: 0, viewer: 0 };
  for (const { role } of people) counts[role]++;
  return counts;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Those whose name, as it is shown, holds every word looked for; accents and capitals do not count. */
export function namedLike(
  people: readonly PersonHere[],
  wanted: string,
  nameOf: (person: PersonHere) => string,
): readonly PersonHere[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const name = plain(nameOf(person));
    return words.every((word) => name.includes(word));
  });
}

/** Up to two letters that stand for a name; empty for no name. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s’'-]+/u)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
