/** What a deck shows of its cards, how large it is, what it remembers of those that were taken. */
import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../board/BoardDoc.ts';
import { deleteElements, duplicateElements, moveElements } from '../../board/operations.ts';
import type { Props } from '../ElementKind.ts';
import { paintOrder } from '../paintScene.ts';
import { DECK, takenOf } from './cards.ts';
import { deck } from './deck.ts';

const ADD = { x: 900, y: 900 };

function board(props: Props = {}, cards: readonly (readonly [w: number, h: number])[] = []) {
  const doc = new BoardDoc();
  const id = doc.edit('test', (write) => {
    write.create({
      id: 'paquet',
      kind: 'deck',
      place: [null, 100, 100],
      z: 'a0',
      props: { face: 'up', draw: 'take', ...props },
    });
    for (const [n, size] of cards.entries())
      write.create({ id: `carte-${n}`, kind: n % 2 ? 'image' : 'note', place: ['paquet', 0, 0], z: `a${n}`, size });
    return 'paquet';
  });
  return { doc, id };
}

const shown = (doc: BoardDoc): string[] => paintOrder(doc);

describe('a deck', () => {
  it('shows only its top card, in the middle of the room for the largest one', () => {
    const { doc } = board({}, [
      [360, 270],
      [200, 200],
      [100, 150],
    ]);
    expect(shown(doc)).toEqual(['paquet', 'carte-2']);
    const frame = doc.frame('paquet');
    const around = { w: 2 * DECK.pad + DECK.step * DECK.edges, h: DECK.pad + DECK.step * DECK.edges + DECK.foot };
    expect(frame).toEqual({ x: 100, y: 100, w: 360 + around.w, h: 270 + around.h });
    expect(doc.frame('carte-2')).toEqual({ x: 100 + DECK.pad + 130, y: 100 + DECK.pad + 60, w: 100, h: 150 });
  });

  it('is as large before and after a card of the same size is drawn', () => {
    const { doc } = board({}, [
      [360, 270],
      [360, 270],
    ]);
    const before = doc.frame('paquet');
    moveElements(doc, 'draw', [{ id: 'carte-1', parent: null, to: ADD }]);
    expect(doc.frame('paquet')).toEqual(before);
    expect(shown(doc)).toEqual(['paquet', 'carte-0', 'carte-1']);
  });

  it('shows no card at all face down, and never one that lies lower', () => {
    const { doc } = board({ face: 'down' }, [
      [200, 200],
      [200, 200],
    ]);
    expect(shown(doc)).toEqual(['paquet']);
    doc.edit('flip', (write) => write.set('paquet', { props: { face: 'up' } }));
    expect(shown(doc)).toEqual(['paquet', 'carte-1']);
  });

  it('leaves what is no card where it was put', () => {
    const { doc } = board({}, [[200, 200]]);
    doc.edit('test', (write) => write.create({ id: 'titre', kind: 'text', place: ['paquet', 7, 9], z: 'a9' }));
    expect(shown(doc)).toEqual(['paquet', 'carte-0', 'titre']);
    expect(doc.frame('titre')).toMatchObject({ x: 107, y: 109 });
  });

  it('remembers where a card lay that is moved out, in the same edit', () => {
    const { doc } = board({}, [
      [200, 200],
      [200, 200],
      [200, 200],
    ]);
    const edits: string[] = [];
    doc.onEdit(({ entries }) =>
      edits.push(
        entries
          .map(({ id }) => id)
          .sort()
          .join(),
      ),
    );
    moveElements(doc, 'move', [{ id: 'carte-1', parent: null, to: ADD }]);
    expect(edits).toEqual(['carte-1,paquet']);
    expect(takenOf(doc.get('paquet')?.props ?? {})).toEqual([{ id: 'carte-1', z: 'a1' }]);
  });

  it('remembers nothing where this person may not edit it, and the card moves all the same', () => {
    const { doc } = board({}, [[200, 200]]);
    moveElements(doc, 'move', [{ id: 'carte-0', parent: null, to: ADD }], { mayEdit: () => false });
    expect(takenOf(doc.get('paquet')?.props ?? {})).toEqual([]);
    expect(doc.tree.parent('carte-0')).toBeNull();
  });

  it('knows in a copy of nothing that was taken from the original', () => {
    const { doc } = board({}, [
      [200, 200],
      [200, 200],
    ]);
    moveElements(doc, 'move', [{ id: 'carte-1', parent: null, to: ADD }]);
    const [copy = ''] = duplicateElements(doc, 'duplicate', ['paquet'], { x: 500, y: 0 });
    expect(takenOf(doc.get(copy)?.props ?? {})).toEqual([]);
    expect(doc.tree.children(copy)).toHaveLength(1);
  });

  it('gives its cards to the wall when it is deleted, each of them', () => {
    const { doc } = board({}, [
      [200, 200],
      [200, 200],
      [200, 200],
    ]);
    deleteElements(doc, 'delete', ['paquet']);
    expect(shown(doc).sort()).toEqual(['carte-0', 'carte-1', 'carte-2']);
  });

  it('refuses props that mean nothing', () => {
    const parse = (props: Props) => deck.parse(props).ok;
    expect(
      [{ face: 'up', draw: 'copy' }, { face: 'sideways' }, { draw: 'steal' }, { back: 'gold' }].map(parse),
    ).toEqual([true, false, false, false]);
    expect(
      [{ 'out:k': { z: 'a0' } }, { 'out:k': { z: '' } }, { 'out:k': true }, { 'in:k': { z: 'a0' } }].map(parse),
    ).toEqual([true, false, false, false]);
  });
});
