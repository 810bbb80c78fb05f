import { describe, expect, it } from 'vitest';
import { countRoles, namedLike, type PersonHere } from './people.ts';

const person = (name: string, role: PersonHere['role'] = 'participant'): PersonHere => ({
  id: `${name}${role}`,
  name,
  role,
  hue: 0,
  me: false,
});
const PEOPLE = [
  person('Léa', 'facilitator'),
  person('Élisabeth Guérin-Lefèvre'),
  person('Bilal'),
  person(''),
  person('', 'viewer'),
];
const nameOf = ({ name }: PersonHere): string => name || 'Sans nom';
const found = (wanted: string): string[] => namedLike(PEOPLE, wanted, nameOf).map(nameOf);

describe('people', () => {
  it('are counted by role', () => {
    expect(countRoles(PEOPLE)).toEqual({ facilitator: 1, participant: 3, viewer: 1 });
  });

  it('are found by any part of their name, without accents or capitals, also those without one', () => {
    expect(found('elisa')).toEqual(['Élisabeth Guérin-Lefèvre']);
    expect(found('LEFÈVRE éli')).toEqual(['Élisabeth Guérin-Lefèvre']);
    expect(found('sans')).toEqual(['Sans nom', 'Sans nom']);
    expect(found('  ')).toHaveLength(5);
    expect(found('Zoé')).toEqual([]);
  });
});
