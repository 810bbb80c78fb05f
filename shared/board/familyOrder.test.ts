import { describe, expect, it } from 'vitest';
import { memberReader } from '../elements/families.ts';
import { memberAt } from './familyOrder.ts';

type Ring = { readonly name: string; readonly z: string };
const ringsOf = memberReader<Ring>('ring');

describe('a member of a family among the others', () => {
  const put = (props: Readonly<Record<string, unknown>>, id: string, at: number): string[] => {
    const { [`ring:${id}`]: own, ...rest } = props;
    const { name } = (own ?? { name: id }) as Ring;
    return ringsOf({ ...rest, ...memberAt('ring', ringsOf(rest), at, id, { name }) }).map((ring) => ring.id);
  };
  const ring = (name: string, z: string): Ring => ({ name, z });

  it('comes before the one it is put before, first, or last, and writes nothing of the others', () => {
    const props = { 'ring:a': ring('Déjà là', 'a0'), 'ring:b': ring('Demain', 'a1'), 'ring:c': ring('Un jour', 'a2') };
    expect([put(props, 'd', 0), put(props, 'd', 1), put(props, 'd', 3), put(props, 'c', 1)]).toEqual([
      ['d', 'a', 'b', 'c'],
      ['a', 'd', 'b', 'c'],
      ['a', 'b', 'c', 'd'],
      ['a', 'c', 'b'],
    ]);
    expect(Object.keys(memberAt('ring', ringsOf(props), 1, 'd', { name: '' }))).toEqual(['ring:d']);
  });

  it('comes between two that were added at once too', () => {
    const props = { 'ring:a': ring('Déjà là', 'a1'), 'ring:b': ring('Demain', 'a1'), 'ring:c': ring('Un jour', 'a2') };
    expect([put(props, 'c', 1), put(props, 'd', 1), put(props, 'a', 1), put(props, 'b', 0)]).toEqual([
      ['a', 'c', 'b'],
      ['a', 'd', 'b', 'c'],
      ['b', 'a', 'c'],
      ['b', 'a', 'c'],
    ]);
    expect(memberAt('ring', ringsOf(props), 1, 'd', { name: '' })['ring:b']).toMatchObject({ name: 'Demain' });
  });
});
