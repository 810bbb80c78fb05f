import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LIMITS } from '../protocol/limits.ts';
import { BoardDoc } from './BoardDoc.ts';
import { DISCARD, History, NUDGE, TYPING, textBack } from './History.ts';
import { createElements, deleteElements, moveElements } from './operations.ts';

/** Two people on one board; every edit of one reaches the other at once. */
function twoPeople() {
  const ana = new BoardDoc();
  const bilal = new BoardDoc();
  ana.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && bilal.applyRemote(update));
  bilal.doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && ana.applyRemote(update));
  return { ana, bilal, anaHistory: new History(ana) };
}

const write = (board: BoardDoc, text: string, parent: string | null = null): string =>
  createElements(board, 'create', [{ kind: 'note', parent, at: { x: 0, y: 0 }, text }])[0] as string;

const move = (board: BoardDoc, id: string, x: number): void =>
  moveElements(board, 'move', [{ id, parent: null, to: { x, y: 0 } }]);

const type = (board: BoardDoc, id: string, at: number, insert: string): void =>
  board.edit(TYPING, (writer) => writer.splice(id, { at, remove: 0, insert }));

describe('History', () => {
  it('undoes only one’s own edits', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const hers = write(ana, 'Simplifier les démarches');
    const his = write(bilal, 'Ouvrir les guichets le samedi');
    anaHistory.undo();
    expect([...ana.ids()]).toEqual([his]);
    anaHistory.redo();
    expect(new Set(bilal.ids())).toEqual(new Set([hers, his]));
  });

  it('leaves a note where another has moved it since, and says so', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const id = write(ana, 'Covoiturage');
    move(ana, id, 100);
    move(bilal, id, 500);
    expect(anaHistory.undo()).toEqual({ label: 'move', done: [], skipped: [id], skippedTexts: ['Covoiturage'] });
    expect(bilal.get(id)?.place).toEqual([null, 500, 0]);
  });

  it('keeps a note in which another has written since', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const id = write(ana, 'Vélo');
    type(bilal, id, 4, ' électrique');
    expect(anaHistory.undo()?.skipped).toEqual([id]);
    expect(ana.get(id)?.text).toBe('Vélo électrique');
  });

  it('takes back one’s own words and leaves the other’s', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const id = write(ana, 'transports');
    type(ana, id, 10, ' en commun');
    type(bilal, id, 0, 'Les ');
    anaHistory.undo();
    expect(ana.get(id)?.text).toBe('Les transports');
    anaHistory.redo();
    expect(bilal.get(id)?.text).toBe('Les transports en commun');
  });

  it('brings back a deleted area and puts its content into it again', () => {
    const { ana, anaHistory } = twoPeople();
    const [frame] = createElements(ana, 'create', [
      { kind: 'frame', parent: null, at: { x: 50, y: 50 }, size: [500, 500], text: 'Suites' },
    ]) as [string];
    const note = write(ana, 'Qui relit ?', frame);
    deleteElements(ana, 'delete', [frame]);
    expect(ana.tree.parent(note)).toBe(null);
    anaHistory.undo();
    expect(ana.tree.parent(note)).toBe(frame);
    expect(ana.get(frame)?.text).toBe('Suites');
  });

  it('joins quick keystrokes into one step, and separates slow ones', () => {
    let now = 0;
    const board = new BoardDoc(new Y.Doc(), () => now);
    const history = new History(board);
    const id = write(board, '');
    history.seal();
    for (const [index, letter] of [...'gare'].entries()) {
      now += 100;
      type(board, id, index, letter);
    }
    now += 2000;
    type(board, id, 4, 's');
    history.undo();
    expect(board.get(id)?.text).toBe('gare');
    history.undo();
    expect(board.get(id)?.text).toBe('');
  });

  it('does not swallow another’s letters into one’s own step', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const id = write(ana, '');
    type(ana, id, 0, 'a');
    type(bilal, id, 1, 'B');
    type(ana, id, 2, 'c');
    anaHistory.undo();
    expect(ana.get(id)?.text).toBe('aB');
    anaHistory.undo();
    expect(ana.get(id)?.text).toBe('B');
  });

  it('takes several quick steps by arrow keys back as one', () => {
    let now = 0;
    const board = new BoardDoc(new Y.Doc(), () => now);
    const history = new History(board);
    const id = write(board, 'Pas à pas');
    const nudge = (x: number): void => moveElements(board, NUDGE, [{ id, parent: null, to: { x, y: 0 } }]);
    for (const x of [1, 2, 3]) {
      now += 200;
      nudge(x);
    }
    now += 900;
    nudge(4);
    history.undo();
    expect(board.get(id)?.place).toEqual([null, 3, 0]);
    history.undo();
    expect(board.get(id)?.place).toEqual([null, 0, 0]);
  });

  it('never brings back what was begun and left empty', () => {
    const board = new BoardDoc();
    const history = new History(board);
    const kept = write(board, 'Gardée');
    const discard = (id: string): void => board.edit(DISCARD, (writer) => writer.delete(id));
    discard(write(board, ''));
    const tried = write(board, '');
    history.seal();
    type(board, tried, 0, 'a');
    board.edit(TYPING, (writer) => writer.splice(tried, { at: 0, remove: 1, insert: '' }));
    discard(tried);
    expect(history.past.map(({ label }) => label)).toEqual(['create']);
    history.undo();
    expect(board.get(kept)).toBeUndefined();
    expect(board.size).toBe(0);
  });

  it('gives back the words of what was emptied and so taken away', () => {
    const board = new BoardDoc();
    const history = new History(board);
    const id = write(board, 'Titre');
    history.seal();
    board.edit(TYPING, (writer) => writer.splice(id, { at: 0, remove: 5, insert: '' }));
    board.edit(DISCARD, (writer) => writer.delete(id));
    history.undo();
    expect(board.get(id)?.text).toBe('Titre');
  });

  it('goes back several edits at once, and tells all that was left', () => {
    const { ana, bilal, anaHistory } = twoPeople();
    const [first, second] = [write(ana, 'Une'), write(ana, 'Deux')];
    move(ana, first, 10);
    const [, , third] = anaHistory.past;
    move(ana, second, 20);
    move(bilal, second, 90);
    expect(third && anaHistory.undoUntil(third)).toEqual({
      label: 'move',
      done: [first],
      skipped: [second],
      skippedTexts: ['Deux'],
    });
    expect(anaHistory.past).toHaveLength(2);
    expect(third && anaHistory.undoUntil(third)).toBeNull();
  });

  it('brings a heavy deletion back in updates that messages can carry, as one step that can be redone', () => {
    const board = new BoardDoc();
    const history = new History(board);
    const props = {
      points: Array.from({ length: 4_000 }, (_, n) => [20_000 + n, 90_000 - n, 50]).flat(),
      extent: [100_000, 100_000],
    };
    const area = createElements(board, 'create', [{ kind: 'frame', parent: null, at: { x: 0, y: 0 } }])[0] as string;
    const drafts = Array.from({ length: 150 }, () => ({ kind: 'stroke', parent: area, at: { x: 0, y: 0 }, props }));
    for (let part = 0; part < 3; part++) createElements(board, 'create', drafts);
    const before = board.encodeState().length;
    const all = new Map([...board.ids()].map((id) => [id, board.get(id)?.place]));
    const depth = history.past.length;
    deleteElements(board, 'delete', all.keys());
    expect(board.size).toBe(0);
    const updates: number[] = [];
    board.doc.on('update', (update: Uint8Array) => updates.push(update.length));
    expect(history.undo()).toMatchObject({ skipped: [] });
    expect(new Map([...board.ids()].map((id) => [id, board.get(id)?.place]))).toEqual(all);
    expect(before).toBeGreaterThan(LIMITS.messageBytes);
    expect(updates.length).toBeGreaterThan(1);
    expect(Math.max(...updates)).toBeLessThan(LIMITS.messageBytes);
    expect(history.past).toHaveLength(depth);
    history.redo();
    expect([board.size, history.canRedo, history.past.length]).toEqual([0, false, depth + 1]);
    history.undo();
    expect(board.size).toBe(all.size);
  });

  it('forgets what could be redone once something new is done', () => {
    const board = new BoardDoc();
    const history = new History(board);
    write(board, 'un');
    history.undo();
    write(board, 'deux');
    expect(history.canRedo).toBe(false);
  });
});

describe('textBack', () => {
  it('says when two changes touch the same stretch', () => {
    expect(textBack('impôt', 'impôts locaux', 'impôts nationaux')).toBe(undefined);
  });
});
