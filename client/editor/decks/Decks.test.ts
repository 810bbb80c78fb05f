/** What one does with a deck, as a person does it: drawing, choosing, shuffling, turning over, putting back, making; judged by the step in force. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { DeckProps } from '../../../shared/elements/deck/cards.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { connect, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';

const WORDS = ['Empathie', 'Autonomie', 'Collectif', 'Exploration'];

const open = (props: Partial<DeckProps> = {}) => {
  const person = openEditor();
  const { board, editor } = person;
  const deck = put(board, 'deck', [0, 0], { text: 'Le cadre', props: { face: 'up', draw: 'take', ...props } });
  const cards = WORDS.map((text) => put(board, 'note', [0, 0], { parent: deck, text }));
  editor.selection.set([deck]);
  const inDeck = () => editor.decks.cards(deck).map(({ id }) => cards.indexOf(id));
  return { ...person, deck, cards, inDeck };
};

describe('a deck in hand', () => {
  it('gives its top card, beside it, over nothing else', () => {
    const { editor, board, deck, cards, inDeck } = open();
    editor.commands.run('deck.draw');
    const frame = board.frame(deck);
    const first = board.frame(cards[3] ?? '');
    expect(first).toMatchObject({ x: (frame?.w ?? 0) + 24, y: 0 });
    expect([...editor.selection.ids]).toEqual([cards[3]]);
    editor.selection.set([deck]);
    editor.commands.run('deck.draw');
    expect(board.frame(cards[2] ?? '')?.x).toBeGreaterThanOrEqual((first?.x ?? 0) + 200);
    expect(inDeck()).toEqual([0, 1]);
    expect(editor.decks.taken(deck)).toEqual([cards[2], cards[3]]);
  });

  it('gives a copy and keeps the card where several may choose the same', () => {
    const { editor, board, deck, cards, inDeck } = open({ draw: 'copy' });
    const drawn = extrasOf(editor).dealing.draw(deck, [cards[1] ?? '', cards[2] ?? '']);
    expect(drawn.map((id) => board.get(id)?.text)).toEqual(['Autonomie', 'Collectif']);
    expect(drawn.some((id) => cards.includes(id))).toBe(false);
    expect([inDeck(), editor.decks.taken(deck)]).toEqual([[0, 1, 2, 3], []]);
    expect(editor.commands.get('deck.draw').enabled()).toBe(false);
  });

  it('is made whole by one gesture, each card where it lay', () => {
    const { editor, deck, cards, inDeck } = open();
    extrasOf(editor).dealing.draw(deck, [cards[1] ?? '']);
    extrasOf(editor).dealing.draw(deck, [cards[0] ?? '', cards[3] ?? '']);
    expect(inDeck()).toEqual([2]);
    editor.selection.set([deck]);
    editor.commands.run('deck.gather');
    expect([inDeck(), editor.decks.taken(deck), editor.commands.get('deck.gather').enabled()]).toEqual([
      [0, 1, 2, 3],
      [],
      false,
    ]);
    editor.commands.run('edit.undo');
    expect(inDeck()).toEqual([2]);
  });

  it('takes back what was drawn from it, and nothing else', () => {
    const { editor, board, deck, cards, inDeck } = open();
    const stranger = put(board, 'note', [2_000, 0], { text: 'Un banc à l’ombre' });
    extrasOf(editor).dealing.draw(deck);
    editor.selection.set([stranger, cards[3] ?? '']);
    editor.commands.run('deck.putBack');
    expect([inDeck(), board.tree.parent(stranger)]).toEqual([[0, 1, 2, 3], null]);
  });

  it('has all its cards after a shuffle, in one step of undo', () => {
    const { editor, inDeck } = open();
    editor.commands.run('deck.shuffle');
    expect([...inDeck()].sort()).toEqual([0, 1, 2, 3]);
    editor.commands.run('edit.undo');
    expect(inDeck()).toEqual([0, 1, 2, 3]);
  });

  it('shows its cards to choose from only face up', () => {
    const { editor } = open();
    expect(editor.commands.get('deck.choose').enabled()).toBe(true);
    editor.commands.run('deck.flip');
    expect([editor.commands.get('deck.choose').enabled(), editor.commands.get('deck.draw').enabled()]).toEqual([
      false,
      true,
    ]);
  });

  it('is drawn from by its top card too, and by nobody who may not move or add', () => {
    const { editor, deck, cards, inDeck } = open();
    editor.selection.set([cards[3] ?? '']);
    expect(editor.decks.selected).toBe(deck);
    const step = { ...OPEN_STEP, move: 'none', add: false } as never;
    editor.setWho({ role: 'participant', group: null, step, id: 'ana' });
    expect(extrasOf(editor).dealing.draw(deck)).toEqual([]);
    extrasOf(editor).dealing.shuffle(deck);
    expect(inDeck()).toEqual([0, 1, 2, 3]);
  });

  it('keeps what a hand drags out of it where several may choose the same', () => {
    const { editor, deck, cards } = open({ draw: 'copy' });
    const [top = ''] = cards.slice(-1);
    const out = { x: 2_000, y: 100 } as PagePoint;
    expect([editor.decks.copies([top], out), editor.decks.copies([top], { x: 50, y: 50 } as PagePoint)]).toEqual([
      true,
      false,
    ]);
    expect([editor.decks.copies([deck], out), open().editor.decks.copies([top], out)]).toEqual([false, false]);
  });

  it('is made of what is selected, in the order in which it lies', () => {
    const { editor, board } = openEditor();
    const notes = WORDS.map((text, n) => put(board, 'note', [n * 220, 0], { text }));
    const line = put(board, 'text', [0, 500], { text: 'Nos mots' });
    editor.selection.set([line, ...[...notes].reverse()]);
    const deck = extrasOf(editor).dealing.makeOf(editor.selection.ids, 'Nos mots', { draw: 'copy' }) as string;
    expect(editor.decks.cards(deck).map(({ id }) => id)).toEqual(notes);
    expect([board.tree.parent(line), board.get(deck)?.text, editor.decks.propsOf(deck)?.draw]).toEqual([
      null,
      'Nos mots',
      'copy',
    ]);
    editor.commands.run('edit.undo');
    expect([board.get(deck), board.tree.parent(notes[0] ?? '')]).toEqual([undefined, null]);
  });
});

describe('a card drawn a moment ago', () => {
  it('is no news when it was moved here since, and others then say something of it', () => {
    const { editor, board, deck, notices } = open();
    const others = new BoardDoc();
    const room = connect(board, others);
    const [card = ''] = extrasOf(editor).dealing.draw(deck);
    room.sync();
    editor.writes.move([card], { x: 300, y: 40 }, null);
    room.sync();
    others.edit('color', (write) => write.set(card, { props: { color: 'blue' } }));
    room.sync();
    expect(board.get(card)?.props.color).toBe('blue');
    expect(notices.map(({ id }) => id)).not.toContain('deck.notice.rival');
  });

  it('is news when another person has it, and the words say which', () => {
    const { editor, board, deck, notices } = open();
    const others = new BoardDoc();
    const room = connect(board, others);
    const [card = ''] = extrasOf(editor).dealing.draw(deck);
    room.sync();
    others.edit('draw', (write) => write.set(card, { place: [null, -900, 0] }));
    room.sync();
    expect(notices.at(-1)).toMatchObject({ id: 'deck.notice.rival', values: { text: 'Exploration' } });
  });

  it('is known among thousands that are selected by what the decks have noted', () => {
    const { editor, board, deck } = open();
    const loose = put(board, 'note', [0, 2_000], { text: 'Une halle' });
    const [card = ''] = extrasOf(editor).dealing.draw(deck);
    const isOffered = (...ids: string[]): boolean => {
      editor.selection.set(ids);
      return editor.commands.get('deck.putBack').enabled();
    };
    expect([isOffered(loose), isOffered(loose, card), isOffered(deck)]).toEqual([false, true, false]);
    editor.commands.run('edit.undo');
    expect(isOffered(loose, card)).toBe(false);
  });
});
