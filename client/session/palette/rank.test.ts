import { describe, expect, it } from 'vitest';
import { type Ranked, rank } from './rank.ts';

const entry = (id: string, label: string, ...names: string[]): Ranked => ({ id, label, names });
const ENTRIES = [
  entry('duplicate', 'Dupliquer', 'Copier et coller', 'Duplicate'),
  entry('copy', 'Copier', 'Copier et coller', 'Copy'),
  entry('front', 'Mettre au premier plan', 'Superposition', 'Bring to front'),
  entry('back', 'Mettre à l’arrière-plan', 'Superposition', 'Send to back'),
  entry('outline', 'Plan du mur', 'Vue', 'Outline'),
  entry('delete', 'Supprimer', 'Écrire', 'Delete'),
  entry('area', 'Hypothèses à vérifier', 'Zone'),
];
const ids = (query: string, recent: readonly string[] = []): string[] =>
  rank(ENTRIES, query, recent).map(({ id }) => id);

describe('rank', () => {
  it('finds without accents and capitals', () => {
    expect(ids('HYPOTHESES')).toEqual(['area']);
    expect(ids('a l’arriere')).toEqual(ids("À l'arrière"));
  });

  it('finds words in any order', () => {
    expect(ids('plan premier')).toEqual(['front']);
  });

  it('puts what begins so before what holds it, and that before other names', () => {
    expect(ids('plan')).toEqual(['outline', 'front', 'back']);
    expect(ids('cop')).toEqual(['copy', 'duplicate']);
  });

  it('knows the words of the other language', () => {
    expect(ids('delete')).toEqual(['delete']);
    expect(ids('bring front')).toEqual(['front']);
  });

  it('finds nothing where a word fits nowhere', () => {
    expect(ids('plan xyz')).toEqual([]);
  });

  it('shows what was used of late first, in the order of its use, and keeps the others in theirs', () => {
    expect(ids('', ['delete', 'copy']).slice(0, 4)).toEqual(['delete', 'copy', 'duplicate', 'front']);
    expect(ids('mettre', ['back'])).toEqual(['back', 'front']);
  });

  it('puts what cannot be run now behind its equals, and not behind what is only somewhat like it', () => {
    const later = ENTRIES.map((one) => (one.id === 'outline' ? { ...one, isLater: true } : one));
    expect(rank(later, 'plan').map(({ id }) => id)).toEqual(['outline', 'front', 'back']);
    const front = ENTRIES.map((one) => (one.id === 'front' ? { ...one, isLater: true } : one));
    expect(rank(front, 'mettre').map(({ id }) => id)).toEqual(['back', 'front']);
  });

  it('never lets what was used of late hide what is called exactly so', () => {
    expect(ids('copier', ['duplicate'])[0]).toBe('copy');
  });
});
