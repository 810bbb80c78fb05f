import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { Names } from './Names.ts';
import type { Peer } from './PresencePort.ts';

type Person = readonly [participant: string, name: string];

const peers = (people: readonly Person[]) =>
  new Map(
    people.map(([participant, name], connection) => [
      connection,
      { entry: { connection, participant, name, role: 'participant', hue: 0 }, presence: {} } as unknown as Peer,
    ]),
  );

/** A wall on which Léa has written, looked at by Ana. */
function begin() {
  const board = new BoardDoc(undefined, undefined, undefined, { sign: () => 'lea' });
  put(board, 'note', [0, 0], { text: 'Ouvrir le samedi' });
  const me = { participant: 'ana', name: 'Ana' };
  let others = peers([]);
  let tell = (): void => undefined;
  const subscribe = (listener: () => void) => {
    tell = listener;
    return () => undefined;
  };
  const names = new Names({ board, me, presence: { others: () => others, subscribe } });
  const told: boolean[] = [];
  names.onChange((isBorne) => told.push(isBorne));
  const come = (...people: readonly Person[]): void => {
    others = peers(people);
    tell();
  };
  return { names, me, told, come };
}

describe('Names', () => {
  it('tells when a name on the wall is new or another, once', () => {
    const { names, told, come } = begin();
    for (const name of ['Léa', 'Léa', 'Léa Martin']) come(['lea', name]);
    expect(told).toEqual([true, true]);
    expect(names.of('lea')).toBe('Léa Martin');
  });

  it('tells apart those who have written nothing, and says nothing of those who gave no name', () => {
    const { names, told, come } = begin();
    come(['max', 'Max'], ['lea', '']);
    expect(told).toEqual([false]);
    expect([names.of('max'), names.of('lea')]).toEqual(['Max', undefined]);
  });

  it('keeps the name of whoever has left, and not of whoever took it back', () => {
    const { names, come } = begin();
    come(['lea', 'Léa']);
    const { all } = names;
    come();
    expect(names.of('lea')).toBe('Léa');
    expect(names.all).toBe(all);
    come(['lea', '']);
    expect(names.of('lea')).toBeUndefined();
  });

  it('knows whoever is at this screen, under the name of the moment', () => {
    const { names, me, come } = begin();
    expect(names.of('ana')).toBe('Ana');
    me.name = 'Ana Ruiz';
    come();
    expect(names.of('ana')).toBe('Ana Ruiz');
  });

  it('has one name a person, and is not told the same again, whatever their tabs say', () => {
    const { names, told, come } = begin();
    for (let n = 0; n < 3; n++) come(['lea', 'Léa'], ['lea', 'Léa Martin']);
    expect([told, names.of('lea')]).toEqual([[true], 'Léa Martin']);
  });

  it('learns of those who are not here, and believes those who are', () => {
    const { names, told, come } = begin();
    come(['max', 'Max']);
    names.learn([
      ['lea', 'Léa'],
      ['max', 'Maxime'],
    ]);
    names.learn([['lea', 'Léa Martin']]);
    expect([...names.all]).toEqual([
      ['ana', 'Ana'],
      ['max', 'Max'],
      ['lea', 'Léa'],
    ]);
    expect(told).toEqual([false, true]);
    come(['lea', 'Léa Martin']);
    expect(names.of('lea')).toBe('Léa Martin');
  });
});
