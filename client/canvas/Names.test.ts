import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import type { Peer } from '../editor/PresencePort.ts';
import { Names } from './Names.ts';

type Person = readonly [participant: string, name: string];

const peers = (people: readonly Person[]) =>
  new Map(
    people.map(([participant, name], connection) => [
      connection,
      { entry: { connection, participant, name, role: 'participant', hue: 0 }, presence: {} } as unknown as Peer,
    ]),
  );

/** A wall on which Léa has written. */
function begin() {
  const board = new BoardDoc(undefined, undefined, undefined, { sign: () => 'lea' });
  put(board, 'note', [0, 0], { text: 'Ouvrir le samedi' });
  const names = new Names();
  return { names, take: (...people: readonly Person[]) => names.take(peers(people), board) };
}

describe('Names', () => {
  it('tells when a name on the wall is new or another, once', () => {
    const { names, take } = begin();
    expect(take(['lea', 'Léa'])).toBe(true);
    expect(take(['lea', 'Léa'])).toBe(false);
    expect(take(['lea', 'Léa Martin'])).toBe(true);
    expect(names.of('lea')).toBe('Léa Martin');
  });

  it('says nothing of those who have written nothing, or gave no name', () => {
    const { names, take } = begin();
    expect(take(['max', 'Max'], ['lea', ''])).toBe(false);
    expect(names.of('max')).toBe('Max');
    expect(names.of('lea')).toBeUndefined();
  });

  it('keeps the name of whoever has left', () => {
    const { names, take } = begin();
    take(['lea', 'Léa']);
    take();
    expect(names.of('lea')).toBe('Léa');
  });
});
