/** « Regrouper sans parler »: nobody is named on the board while it lasts, wherever people look; the document forgets nothing. */
import { describe, expect, it } from 'vitest';
import { paintedTexts } from '../../tests/helpers/paintedTexts.ts';
import { boardJson } from '../deliverables/boardJson.ts';
import { rowsOfBoard } from '../deliverables/table.ts';
import type { PaintContext } from '../elements/PaintContext.ts';
import { paintBoard, pictureBox } from '../elements/paintScene.ts';
import { THEMES } from '../theme/tokens.ts';
import { type BoardChange, BoardDoc } from './BoardDoc.ts';
import { History } from './History.ts';

const NAMES: Readonly<Record<string, string>> = { ana: 'Ana Duchemin', bruno: 'Bruno Lachaise' };
const person = (id: string): string | undefined => NAMES[id];

function workshop() {
  const board = new BoardDoc();
  board.edit('begin', (write) => {
    const size = [220, 200] as const;
    write.create({ id: 'one', kind: 'note', place: [null, 0, 0], size, z: 'a0', text: 'Trop de bruit', by: 'ana' });
    write.create({ id: 'two', kind: 'note', place: [null, 300, 0], size, z: 'a1', text: 'La file', by: 'bruno' });
    write.create({ id: 'three', kind: 'note', place: [null, 600, 0], size, z: 'a2', text: 'Des bancs' });
    write.create({ id: 'deux', kind: 'cluster', place: [null, 900, 0], z: 'a3', text: 'Sur place', by: 'bruno' });
  });
  const hush = (silent: true | undefined) => board.edit('style', (write) => write.set('deux', { props: { silent } }));
  const changes: BoardChange[] = [];
  board.onChange((change) => changes.push(change));
  return { board, hush, changes };
}

/** Every word that is painted into a picture of the board. */
function pictured(board: BoardDoc): string {
  const words: string[] = [];
  const ctx = new Proxy({} as PaintContext, {
    get: (_target, key) => (key === 'fillText' ? (text: string) => words.push(text) : () => undefined),
    set: () => true,
  });
  const look = { scale: 1, theme: THEMES.light, locale: 'fr', background: null, person } as const;
  paintBoard(ctx, board, { ...look, box: pictureBox(board) });
  return words.join(' ');
}

const exported = (board: BoardDoc): string => {
  const facts = {
    id: 'b',
    title: 'Le guichet',
    template: 'blank@1',
    locale: 'fr',
    timeZone: 'Europe/Paris',
    fields: {},
  } as const;
  const rows = rowsOfBoard(board, { title: 'Le guichet', locale: 'fr', person });
  return JSON.stringify([rows, boardJson(board, { facts, person })]);
};

describe('while a group sorts without a word', () => {
  it('shows no author on the board, in a picture, in tables or in the JSON, and all of them again after', () => {
    const { board, hush } = workshop();
    const says = (): boolean[] =>
      ['Ana Duchemin', 'Bruno Lachaise'].flatMap((name) => [
        pictured(board).includes(name),
        exported(board).includes(name),
      ]);
    expect(says()).toEqual([true, true, true, true]);
    hush(true);
    expect(board.silence.isOn).toBe(true);
    expect(says()).toEqual([false, false, false, false]);
    expect([...board.elements()].some(({ by }) => by !== undefined)).toBe(false);
    for (const id of ['"ana"', '"bruno"']) expect(exported(board)).not.toContain(id);
    // The room for the name is the text's meanwhile: nothing is cut.
    expect(
      paintedTexts(board, 'fr')
        .filter(({ element }) => element === 'one')
        .map(({ text }) => text),
    ).toEqual(['Trop de bruit']);
    hush(undefined);
    expect([board.silence.isOn, ...says()]).toEqual([false, true, true, true, true]);
  });

  it('tells all that has an author as changed when it begins and ends, and nothing else', () => {
    const { board, hush, changes } = workshop();
    hush(true);
    expect([...(changes.at(-1)?.changed ?? [])].sort()).toEqual(['deux', 'one', 'two']);
    const shown = board.get('one');
    board.edit('move', (write) => write.set('three', { place: [null, 0, 500] }));
    expect([...(changes.at(-1)?.changed ?? [])]).toEqual(['three']);
    expect(board.get('one')).toBe(shown);
    board.edit('gone', (write) => write.delete('deux'));
    expect([...(changes.at(-1)?.changed ?? [])].sort()).toEqual(['one', 'two']);
    expect(board.get('one')?.by).toBe('ana');
  });

  it('hides who brings a note meanwhile, and on a board that is opened in the silence', () => {
    const { board, hush } = workshop();
    hush(true);
    board.edit('more', (write) =>
      write.create({ id: 'four', kind: 'note', place: [null, 0, 500], z: 'a4', text: 'Un abri', by: 'ana' }),
    );
    board.edit('say', (write) => write.splice('one', { at: 0, remove: 0, insert: 'Bien ' }));
    const late = new BoardDoc();
    late.applyRemote(board.encodeState());
    for (const wall of [board, late])
      expect(['one', 'two', 'four', 'deux'].map((id) => wall.get(id)?.by)).toEqual(Array(4).fill(undefined));
  });

  it('keeps every author in the document: undo brings a note back with the one it had', () => {
    const { board, hush } = workshop();
    const history = new History(board);
    hush(true);
    board.edit('delete', (write) => write.delete('one'));
    history.undo();
    expect([board.get('one')?.by, board.written('one')?.by]).toEqual([undefined, 'ana']);
    history.undo();
    expect([board.silence.isOn, board.get('one')?.by, board.get('deux')?.by]).toEqual([false, 'ana', 'bruno']);
  });
});
