import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { History } from '../../../shared/board/History.ts';
import { threadsOf } from '../../../shared/elements/marks/threads.ts';
import { LIMITS } from '../../../shared/protocol/limits.ts';
import type { Who } from '../rights.ts';
import { sameTag, tagsOf, threadsOfBoard } from './boardMarks.ts';
import {
  changeTag,
  deleteComment,
  editComment,
  mayResolve,
  resolveThread,
  setTag,
  toggleReaction,
  writeComment,
} from './markWrites.ts';

const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
const LEA: Who = { role: 'facilitator', group: null, step: undefined, id: 'lea' };
const ANA: Who = { role: 'participant', group: null, step: undefined, id: 'ana' };
const BRUNO: Who = { ...ANA, id: 'bruno' };

function wall() {
  let clock = 1_000;
  // Its clock is the one that all share.
  const board = new BoardDoc(undefined, undefined, undefined, { moment: () => ++clock });
  const history = new History(board);
  board.edit('create', (write) => {
    for (const id of ['n1', 'n2', 'n3']) write.create({ ...NOTE, id, by: 'ana', text: id });
  });
  const setClock = (to: number): void => {
    clock = to;
  };
  const as = (who: Who) => ({ board, who });
  const marks = (id = 'n1') => board.get(id)?.marks ?? { tags: [], reactions: [], comments: [] };
  return { board, history, as, marks, setClock };
}

describe('reactions', () => {
  it('are given to all that lack them, then taken back from all, one step of undo each', () => {
    const { as, marks, history } = wall();
    expect(toggleReaction(as(ANA), ['n1'], 'like')).toBe('given');
    expect(toggleReaction(as(ANA), ['n1', 'n2'], 'like')).toBe('given');
    expect([marks('n1').reactions, marks('n2').reactions].map(({ length }) => length)).toEqual([1, 1]);
    expect(toggleReaction(as(ANA), ['n1', 'n2'], 'like')).toBe('taken');
    expect(marks('n2').reactions).toEqual([]);
    history.undo();
    expect(marks('n2').reactions).toEqual([{ by: 'ana', kind: 'like' }]);
  });

  it('are not begun where the gate is certain to refuse them', () => {
    const { as, marks } = wall();
    const step = { ...OPEN_STEP, comment: false };
    expect(toggleReaction(as({ ...ANA, step }), ['n1'], 'like')).toBeNull();
    expect(toggleReaction(as({ ...ANA, role: 'viewer' }), ['n1'], 'like')).toBeNull();
    expect(marks().reactions).toEqual([]);
  });
});

describe('tags', () => {
  it('are known by name, whatever its capitals and accents, in the colour most have', () => {
    const { board, as } = wall();
    setTag(as(ANA), ['n1', 'n2'], { name: 'Mobilité', color: 'blue' }, true);
    setTag(as(ANA), ['n3'], { name: 'Mobilité', color: 'red' }, true);
    expect(tagsOf(board)).toEqual([{ name: 'Mobilité', color: 'blue', ids: ['n1', 'n2', 'n3'] }]);
    expect(sameTag(tagsOf(board), 'mobilite')?.name).toBe('Mobilité');
  });

  it('change their name and colour everywhere in one step of undo', () => {
    const { board, as, history } = wall();
    setTag(as(ANA), ['n1', 'n2'], { name: 'Mobilité', color: 'blue' }, true);
    expect(changeTag(as(BRUNO), 'Mobilité', { name: 'Se déplacer', color: 'green' })).toBe(2);
    expect(tagsOf(board)).toEqual([{ name: 'Se déplacer', color: 'green', ids: ['n1', 'n2'] }]);
    history.undo();
    expect(tagsOf(board)).toEqual([{ name: 'Mobilité', color: 'blue', ids: ['n1', 'n2'] }]);
  });

  it('stop where an element has as many as it may', () => {
    const { as, marks } = wall();
    for (let n = 0; n <= LIMITS.tagsPerElement; n++) setTag(as(ANA), ['n1'], { name: `T${n}`, color: 'grey' }, true);
    expect(marks().tags).toHaveLength(LIMITS.tagsPerElement);
  });
});

describe('comments', () => {
  it('are written, answered, changed and deleted under one’s own name', () => {
    const { board, as, marks } = wall();
    const ref = writeComment(as(ANA), 'n1', '  Qui ouvre\u202f? ') as string;
    writeComment(as(BRUNO), 'n1', 'La mairie', ref);
    const [first, answer] = marks().comments;
    expect([first?.text, answer?.re]).toEqual(['Qui ouvre\u202f?', ref]);
    if (!first || !answer) throw new Error('both are there');
    expect(editComment(as(BRUNO), 'n1', first, 'Autre chose')).toBe(false);
    expect(editComment(as(ANA), 'n1', first, 'Qui ouvre le samedi\u202f?')).toBe(true);
    expect(deleteComment(as(ANA), 'n1', answer)).toBe(false);
    expect(deleteComment(as(LEA), 'n1', answer)).toBe(true);
    expect(threadsOfBoard(board)).toMatchObject([
      {
        element: 'n1',
        thread: { first: { text: 'Qui ouvre le samedi\u202f?', edited: expect.any(Number) }, answers: [] },
      },
    ]);
  });

  it('stay with their writer where they cannot be written', () => {
    const { as, marks } = wall();
    expect(writeComment(as(ANA), 'n1', ' ')).toBeNull();
    expect(writeComment(as(ANA), 'n1', 'é'.repeat(LIMITS.commentChars + 1))).toBeNull();
    expect(writeComment(as({ ...ANA, step: { ...OPEN_STEP, comment: false } }), 'n1', 'Oui')).toBeNull();
    expect(writeComment(as(ANA), 'gone', 'Oui')).toBeNull();
    expect(marks().comments).toEqual([]);
  });

  it('are settled by whoever began the thread, made the element or facilitates; the last word holds whatever the clocks', () => {
    const { board, as, setClock } = wall();
    writeComment(as(BRUNO), 'n1', 'Et le dimanche\u202f?');
    const thread = () => threadsOf(board.get('n1')?.marks ?? ({} as never))[0] ?? ({} as never);
    expect([ANA, BRUNO, LEA, { ...ANA, id: 'chloe' }].map((who) => mayResolve(as(who), 'n1', thread()))).toEqual([
      ...[true, true, true, false],
    ]);
    setClock(9_000_000);
    resolveThread(as(ANA), 'n1', thread(), true);
    expect(thread().isResolved).toBe(true);
    setClock(2_000);
    resolveThread(as(BRUNO), 'n1', thread(), false);
    expect(thread()).toMatchObject({ isResolved: false, resolvedBy: 'bruno' });
  });

  it('are settled anew after a word from days ahead, by a facilitator in its place, and not at all where no date comes after it', () => {
    const DAY = 24 * 3600 * 1000;
    for (const ahead of [9_000 + 5 * DAY, 8.64e15]) {
      const { board, as, marks, setClock } = wall();
      const ref = writeComment(as(ANA), 'n1', 'Et le dimanche\u202f?') ?? '';
      const said = (at: number) => ({ at, is: true });
      const all = { [`resolved.bruno.${ref}`]: said(ahead - 1), [`resolved.ana.${ref}`]: said(ahead) };
      board.edit('test', (write) => write.set('n1', { marks: all }));
      const thread = () => threadsOf(marks() as never)[0] ?? ({} as never);
      setClock(9_000);
      const isPossible = ahead < 8.64e15;
      expect(mayResolve(as(ANA), 'n1', thread())).toBe(isPossible);
      expect(resolveThread(as(ANA), 'n1', thread(), false)).toBe(isPossible);
      expect(thread()).toMatchObject(isPossible ? { isResolved: false, resolvedAt: ahead + 1 } : { isResolved: true });
      expect(resolveThread(as(LEA), 'n1', thread(), isPossible)).toBe(true);
      expect(thread()).toMatchObject({ isResolved: isPossible, resolvedBy: 'lea' });
      expect(thread().resolvedAt).toBeLessThan(10_000);
    }
  });
});
