import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardDoc } from '../../board/BoardDoc.ts';
import { History } from '../../board/History.ts';
import { duplicateElements } from '../../board/operations.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { NOTE_COLORS } from '../../theme/tokens.ts';
import { parseElement, readElement } from '../parseElement.ts';
import { readPrivateElement } from '../privateNote.ts';
import type { Marks } from './Marks.ts';
import { NO_MARKS } from './Marks.ts';
import { cleanTagName, commentKey, parseMarkKey, REACTIONS, reactionKey, resolvedKey, tagKey } from './markKeys.ts';
import { countOpenComments, countReactions, threadsOf } from './threads.ts';

const NOTE = { kind: 'note', place: [null, 0, 0], size: [200, 200], z: 'a0' } as const;
const AT = Date.UTC(2026, 10, 22, 9);

/** The marks of a note with these keys, or why it is refused. */
function read(keys: Record<string, unknown>): Marks | string {
  const result = readElement('n1', { ...NOTE, ...keys });
  return result.ok ? result.value.marks : result.reason;
}
const marksOf = (keys: Record<string, unknown>): Marks => {
  const marks = read(keys);
  if (typeof marks === 'string') throw new Error(marks);
  return marks;
};
const said = (text: string, more: object = {}): object => ({ text, at: AT, ...more });

describe('marks', () => {
  it('are one object for all elements that have none', () => {
    expect(read({})).toBe(NO_MARKS);
    expect(parseElement('n1', { kind: 'from tomorrow' }).marks).toBe(NO_MARKS);
  });

  it('are read from flat keys, tags by name and comments by age', () => {
    const marks = marksOf({
      'tag.Mobilité': 'blue',
      'tag.v2.1 (à revoir)': 'red',
      'reaction.ana.love': true,
      'comment.bea.k2': said('Et le dimanche\u202f?', { at: AT + 5, re: 'ana.k1' }),
      'comment.ana.k1': said('Qui ouvre la salle\u202f?'),
      'resolved.ana.ana.k1': { at: AT + 9, is: true },
    });
    expect(marks.tags).toEqual([
      { name: 'Mobilité', color: 'blue' },
      { name: 'v2.1 (à revoir)', color: 'red' },
    ]);
    expect(marks.reactions).toEqual([{ by: 'ana', kind: 'love' }]);
    expect(marks.comments.map(({ ref }) => ref)).toEqual(['ana.k1', 'bea.k2']);
    expect(marks.resolutions).toEqual([{ by: 'ana', of: 'ana.k1', at: AT + 9, isResolved: true }]);
  });

  it.each([
    ['a colour nobody has', { 'tag.Mobilité': 'mauve' }],
    ['a tag without a name', { 'tag.': 'blue' }],
    ['a name with hidden spaces', { 'tag. Mobilité': 'blue' }],
    ['a name that is too long', { [`tag.${'é'.repeat(LIMITS.tagChars + 1)}`]: 'blue' }],
    ['a reaction nobody offers', { 'reaction.ana.hate': true }],
    ['a reaction that is no yes', { 'reaction.ana.like': 1 }],
    ['a reaction of nobody', { 'reaction..like': true }],
    ['an empty comment', { 'comment.ana.k1': said(' \n') }],
    ['a comment that is too long', { 'comment.ana.k1': said('é'.repeat(LIMITS.commentChars + 1)) }],
    ['a comment of no time', { 'comment.ana.k1': { text: 'Oui', at: Number.NaN } }],
    ['a comment with more in it', { 'comment.ana.k1': said('Oui', { html: '<b>' }) }],
    ['a comment that answers itself', { 'comment.ana.k1': said('Oui', { re: 'ana.k1' }) }],
    ['a comment that is a shared type', { 'comment.ana.k1': new Y.Map() }],
    ['a comment under half an id', { 'comment.ana': said('Oui') }],
    ['a word on a thread without its writer', { 'resolved.ana.k1': { at: AT, is: true } }],
    ['a mark of a later version', { 'vote.ana.k1': 1 }],
    ['a prototype', { 'comment.__proto__.k1': 'x' }],
  ])('refuse %s', (_what, keys) => {
    expect(read(keys)).toMatch(/^key /);
    expect(parseElement('n1', { ...NOTE, ...keys }).problem).toMatch(/^key /);
  });

  it('hold so many tags, reactions and comments, and no more', () => {
    const many = (count: number, of: (n: number) => readonly [string, unknown]): Record<string, unknown> =>
      Object.fromEntries(Array.from({ length: count }, (_, n) => of(n)));
    const tag = (n: number) => [tagKey(`Table ${n}`), 'blue'] as const;
    const reaction = (n: number) => [reactionKey(`p${n}`, 'like'), true] as const;
    const comment = (n: number) => [commentKey(`p${n}.k`), said('Oui')] as const;
    expect(marksOf(many(LIMITS.tagsPerElement, tag)).tags).toHaveLength(LIMITS.tagsPerElement);
    expect(read(many(LIMITS.tagsPerElement + 1, tag))).toBe('tags');
    expect(marksOf(many(LIMITS.reactionsPerElement, reaction)).reactions).toHaveLength(LIMITS.reactionsPerElement);
    expect(read(many(LIMITS.reactionsPerElement + 1, reaction))).toBe('reactions');
    expect(read(many(LIMITS.commentsPerElement + 1, comment))).toBe('comments');
  });

  it('never throw, whatever stands under whatever key', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('tag', 'reaction', 'comment', 'resolved', 'ana', 'like', ''));
    const key = fc.array(word, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));
    const value = fc.oneof(fc.anything(), fc.record({ text: fc.anything(), at: fc.anything(), re: fc.anything() }));
    fc.assert(
      fc.property(fc.dictionary(key, value), (keys) => {
        const { marks } = parseElement('n1', { ...NOTE, ...keys });
        threadsOf(marks);
        countOpenComments(marks);
        countReactions(marks.reactions);
      }),
      { numRuns: 400 },
    );
  });

  it('come back from the document as they were written, beside those of others', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
    const name = fc.string({ minLength: 1, maxLength: 30 }).map(cleanTagName).filter(Boolean);
    const tags = fc.dictionary(name.map(tagKey), fc.constantFrom(...NOTE_COLORS), { maxKeys: 8 });
    const reactions = fc.dictionary(
      fc.tuple(id, fc.constantFrom(...REACTIONS)).map(([by, kind]) => reactionKey(by, kind)),
      fc.constant(true),
    );
    fc.assert(
      fc.property(tags, reactions, (ours, theirs) => {
        const [one, two] = [new BoardDoc(), new BoardDoc()];
        one.edit('create', (write) => write.create({ ...NOTE, id: 'n1' }));
        two.applyRemote(one.encodeState());
        one.edit('tag', (write) => write.set('n1', { marks: ours }));
        two.edit('react', (write) => write.set('n1', { marks: theirs }));
        one.applyRemote(two.encodeState());
        two.applyRemote(one.encodeState());
        for (const board of [one, two]) expect(board.get('n1')?.marks.keys).toEqual({ ...ours, ...theirs });
      }),
      { numRuns: 60 },
    );
  });

  it('have keys that read one way only', () => {
    const keys = [tagKey('a.b'), reactionKey('ana', 'like'), commentKey('ana.k1'), resolvedKey('bea', 'ana.k1')];
    expect(keys.map(parseMarkKey)).toEqual([
      { type: 'tag', name: 'a.b' },
      { type: 'reaction', by: 'ana', kind: 'like' },
      { type: 'comment', by: 'ana', ref: 'ana.k1' },
      { type: 'resolved', by: 'bea', of: 'ana.k1' },
    ]);
  });

  it('clean the names of tags the same way twice', () => {
    const sign = fc.constantFrom(
      'a',
      'e',
      '\u0301',
      ' ',
      '\n',
      '\t',
      '\u200b',
      '\u200d',
      '\u202f',
      '🎉',
      '\ud83c',
      '\udf89',
      '\u2028',
      '.',
    );
    const signs = fc.array(sign, { maxLength: 90 }).map((all) => all.join(''));
    expect(cleanTagName('  Mobilite\u0301 \u200b douce\n')).toBe('Mobilité douce');
    fc.assert(fc.property(signs, (name) => cleanTagName(cleanTagName(name)) === cleanTagName(name)));
  });

  it('let a private note carry tags and nothing that names anybody', () => {
    expect(readPrivateElement('n1', { ...NOTE, 'tag.Mobilité': 'blue' }).ok).toBe(true);
    for (const key of ['reaction.ana.like', 'comment.ana.k1', 'resolved.ana.ana.k1'])
      expect(readPrivateElement('n1', { ...NOTE, [key]: true }).ok).toBe(false);
  });
});

describe('threads', () => {
  it('hold the first comment and all answers to it, and to these', () => {
    const marks = marksOf({
      'comment.ana.k1': said('Qui ouvre\u202f?'),
      'comment.bea.k2': said('La mairie', { at: AT + 1, re: 'ana.k1' }),
      'comment.cyril.k3': said('Jusqu’à quelle heure\u202f?', { at: AT + 2, re: 'bea.k2' }),
      'comment.ana.k4': said('Autre chose', { at: AT + 3 }),
      'resolved.ana.ana.k4': { at: AT + 4, is: true },
    });
    expect(threadsOf(marks).map(({ ref, answers, isResolved }) => [ref, answers.length, isResolved])).toEqual([
      ['ana.k1', 2, false],
      ['ana.k4', 0, true],
    ]);
    expect(countOpenComments(marks)).toBe(3);
  });

  it('go on when their first comment is deleted', () => {
    const marks = marksOf({ 'comment.bea.k2': said('La mairie', { re: 'ana.k1' }) });
    expect(threadsOf(marks)).toMatchObject([{ ref: 'ana.k1', by: 'ana', first: null, answers: [{ ref: 'bea.k2' }] }]);
  });

  it('end where comments answer each other in a circle', () => {
    const marks = marksOf({
      'comment.ana.k1': said('A', { re: 'bea.k2' }),
      'comment.bea.k2': said('B', { at: AT + 1, re: 'ana.k1' }),
    });
    expect(threadsOf(marks)).toHaveLength(1);
  });

  it('are as the last word on them says, of two at one moment the same for all', () => {
    const marks = marksOf({
      'comment.ana.k1': said('Qui ouvre\u202f?'),
      'resolved.ana.ana.k1': { at: AT + 1, is: true },
      'resolved.lea.ana.k1': { at: AT + 2, is: false },
    });
    expect(threadsOf(marks)[0]).toMatchObject({ isResolved: false, resolvedBy: 'lea', resolvedAt: AT + 2 });
  });
});

describe('undo', () => {
  const setUp = () => {
    const board = new BoardDoc();
    const history = new History(board);
    board.edit('create', (write) => write.create({ ...NOTE, id: 'n1', text: 'Ouvrir le samedi' }));
    /** Somebody else, at their own screen. */
    const theirs = (marks: Record<string, unknown>): void => {
      const other = new BoardDoc();
      other.applyRemote(board.encodeState());
      other.edit('react', (write) => write.set('n1', { marks }));
      board.applyRemote(other.encodeState());
    };
    return { board, history, theirs };
  };

  it('takes back one’s own mark and leaves those of others', () => {
    const { board, history, theirs } = setUp();
    board.edit('tag', (write) => write.set('n1', { marks: { 'tag.Mobilité': 'blue' } }));
    theirs({ 'reaction.bea.like': true });
    history.undo();
    expect(board.get('n1')?.marks.keys).toEqual({ 'reaction.bea.like': true });
  });

  it('does not take away a note of which somebody has spoken since', () => {
    const { board, history, theirs } = setUp();
    theirs({ 'comment.bea.k1': said('Oui\u202f!') });
    const outcome = history.undo();
    expect(outcome?.skipped).toEqual(['n1']);
    expect(board.get('n1')).toBeDefined();
  });

  it('brings a deleted note back with its tags, comments and group', () => {
    const { board, history } = setUp();
    const marks = { 'tag.Mobilité': 'blue', 'comment.bea.k1': said('Oui') };
    board.edit('tag', (write) => write.set('n1', { marks, group: 'g1' }));
    board.edit('delete', (write) => write.delete('n1'));
    history.undo();
    expect(board.get('n1')).toMatchObject({ group: 'g1', marks: { keys: marks } });
  });

  it('copies take tags along, and nothing that was said of the other', () => {
    const { board } = setUp();
    const marks = { 'tag.Mobilité': 'blue', 'reaction.bea.like': true, 'comment.bea.k1': said('Oui') };
    board.edit('tag', (write) => write.set('n1', { marks }));
    const [copy] = duplicateElements(board, 'duplicate', ['n1'], { x: 20, y: 20 });
    expect(board.get(copy as string)?.marks.keys).toEqual({ 'tag.Mobilité': 'blue' });
  });
});
