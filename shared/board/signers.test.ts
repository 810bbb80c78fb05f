import { describe, expect, it } from 'vitest';
import { commentKey } from '../elements/marks/markKeys.ts';
import { BoardDoc } from './BoardDoc.ts';
import { signersOf } from './signers.ts';

const note = (id: string, by?: string) =>
  ({
    id,
    kind: 'note',
    place: [null, 0, 0],
    z: 'a0',
    text: 'Un banc à l’ombre',
    ...(by !== undefined && { by }),
  }) as const;

describe('who is named on a board', () => {
  it('is whoever signed or commented on what stands there', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      write.create(note('n1', 'lea'));
      write.create(note('n2'));
      write.create(note('n3', 'max'));
      write.set('n2', { marks: { [commentKey('zoe.c1')]: { text: 'Où donc ?', at: 1 }, 'reaction.tom.like': true } });
    });
    expect([...signersOf(board.doc)]).toEqual(['lea', 'zoe', 'max']);
    board.edit('test', (write) => {
      write.delete('n3');
      write.set('n2', { marks: { [commentKey('zoe.c1')]: undefined } });
    });
    expect([...signersOf(board.doc)]).toEqual(['lea']);
  });

  it('is nobody while a group sorts without a word, and throws at nothing strangers write', () => {
    const board = new BoardDoc();
    board.edit('test', (write) => {
      write.create(note('n1', 'lea'));
      const props = { layout: 'grid', silent: true };
      write.create({ id: 'muet', kind: 'cluster', place: [null, 500, 0], z: 'a1', props });
    });
    expect(signersOf(board.doc).size).toBe(0);
    board.edit('test', (write) => write.delete('muet'));
    board.doc.getMap('elements').set('rien', 7);
    expect([...signersOf(board.doc)]).toEqual(['lea']);
  });
});
