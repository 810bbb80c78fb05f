/** What one does with a deck, as a person does it: drawing, choosing, shuffling, turning over, putting back, making; judged by the step in force. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import type { DeckProps } from '../../../shared/elements/deck/cards.ts';
import type { PagePoint } from '../../../shared/geometry/vec.ts';
import { connect, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';
import type { PointerInput } from '../../tools/Tool.ts';

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

describe('a draw pile and a discard pile', () => {
  const two = () => {
    const opened = open();
    const { editor, board, cards } = opened;
    const discard = put(board, 'deck', [0, 900], { text: 'Défausse', props: { face: 'up', draw: 'take' } });
    const [top = ''] = cards.slice(-1);
    const middle = (id: string): PagePoint => {
      const { x = 0, y = 0, w = 0, h = 0 } = board.frame(id) ?? {};
      return { x: x + w / 2, y: y + h / 2 } as PagePoint;
    };
    const drag = (card: string, to: PagePoint): void => {
      const from = middle(card);
      editor.writes.move([card], { x: to.x - from.x, y: to.y - from.y }, to);
    };
    const canGather = (id: string): boolean => {
      editor.selection.set([id]);
      return editor.commands.get('deck.gather').enabled();
    };
    return { ...opened, discard, top, middle, drag, canGather };
  };

  it.each(['the command', 'a hand'])('give a card back to the one it was last drawn from, by %s', (how) => {
    const { editor, board, deck, discard, top, middle, drag, canGather } = two();
    drag(top, middle(discard));
    expect([board.tree.parent(top), editor.decks.taken(deck)]).toEqual([discard, []]);
    // Its cards lie in the other: there is nothing that it could take back.
    expect([canGather(deck), canGather(discard)]).toEqual([false, false]);
    if (how === 'a hand') drag(top, { x: 2_000, y: 2_000 } as PagePoint);
    else extrasOf(editor).dealing.draw(discard);
    expect([board.tree.parent(top), editor.decks.originOf(top)]).toEqual([null, discard]);
    expect([canGather(deck), canGather(discard)]).toEqual([false, true]);
    editor.commands.run('deck.gather');
    expect(board.tree.parent(top)).toBe(discard);
    for (let n = 0; n < 3; n++) editor.commands.run('edit.undo');
    expect(board.tree.parent(top)).toBe(deck);
  });

  it.each(['deck.gather', 'deck.putBack'] as const)(
    'take back what was drawn from them, whatever a deck remembers that this person may not edit: %s',
    (command) => {
      const { editor, board, deck, discard, top, middle, drag } = two();
      drag(top, { x: 2_000, y: 2_000 } as PagePoint);
      drag(top, middle(discard));
      board.edit('lock', (write) => write.set(deck, { lock: true }));
      extrasOf(editor).dealing.draw(discard);
      editor.selection.set([command === 'deck.gather' ? discard : top]);
      editor.commands.run(command);
      expect(board.tree.parent(top)).toBe(discard);
    },
  );
});

describe('a deck that lies face down', () => {
  it('is drawn from by a click on its back, once it is selected', () => {
    const { editor, deck, inDeck } = open({ face: 'down' });
    const { board } = editor;
    const click = (x: number, y: number): number => {
      const at = { page: { x, y }, screen: { x, y }, pressure: 0.5, device: 'mouse' } as PointerInput;
      const input = { ...at, shift: false, alt: false, mod: false };
      editor.tools.current.onPointerDown(input);
      editor.tools.current.onPointerUp(input);
      return inDeck().length;
    };
    expect(click(80, 80)).toBe(3);
    expect([inDeck(), [...editor.selection.ids].map((id) => board.get(id)?.text)]).toEqual([
      [0, 1, 2],
      ['Exploration'],
    ]);
    // Its title and its foot are no card.
    const { h = 0 } = board.frame(deck) ?? {};
    editor.selection.set([deck]);
    expect([click(40, -10), click(80, h - 8), click(8, 80)]).toEqual([3, 3, 3]);
    // The first click takes hold of it.
    editor.selection.set([]);
    expect([click(80, 80), editor.selection.ids.has(deck), click(80, 80)]).toEqual([3, true, 2]);
    board.edit('flip', (write) => write.set(deck, { props: { face: 'up' } }));
    editor.selection.set([deck]);
    expect(click(80, 80)).toBe(2);
  });

  it('gives a copy of any of its cards where several may have the same: nobody sees which is on top', () => {
    const { editor, board, deck, inDeck } = open({ face: 'down', draw: 'copy' });
    expect([editor.commands.get('deck.draw').enabled(), editor.commands.get('deck.choose').enabled()]).toEqual([
      true,
      false,
    ]);
    const drawn = new Set<string>();
    for (let n = 0; n < 60; n++) {
      const [id = ''] = extrasOf(editor).dealing.draw(deck);
      drawn.add(board.get(id)?.text ?? '');
    }
    expect([[...drawn].sort(), inDeck()]).toEqual([[...WORDS].sort(), [0, 1, 2, 3]]);
    editor.setMayAdd(false);
    editor.selection.set([deck]);
    expect(editor.commands.get('deck.draw').enabled()).toBe(false);
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
