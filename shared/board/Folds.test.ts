import { describe, expect, it } from 'vitest';
import { paintOrder, pictureBox } from '../elements/paintScene.ts';
import { BoardDoc } from './BoardDoc.ts';
import { createElements } from './operations.ts';

function mapOn(board: BoardDoc) {
  const note = (x: number): string =>
    createElements(board, 'test', [{ kind: 'note', parent: null, at: { x, y: 0 } }])[0] as string;
  const line = (from: string, to: string, branch = true): string =>
    createElements(board, 'test', [
      {
        kind: 'connector',
        parent: null,
        at: { x: 0, y: 0 },
        props: { from: { id: from, x: 0, y: 0 }, to: { id: to, x: 0, y: 0 }, ...(branch && { branch }) },
      },
    ])[0] as string;
  const [heart, velo, abri, far] = [note(0), note(300), note(600), note(5_000)];
  return { heart, velo, abri, far, lines: [line(heart, velo), line(velo, abri), line(abri, far, false)] as const };
}

const fold = (board: BoardDoc, id: string, node: 'open' | 'folded'): void =>
  board.edit('test', (write) => write.set(id, { props: { node } }));

describe('what is folded away', () => {
  it('is left out of pictures, with the lines that lead there, and comes back', () => {
    const board = new BoardDoc();
    const { heart, velo, abri, far, lines } = mapOn(board);
    const before = paintOrder(board);
    fold(board, velo, 'folded');
    expect(new Set(paintOrder(board))).toEqual(new Set([heart, velo, far, lines[0]]));
    expect([board.folds.count(velo), board.folds.isHidden(abri), board.folds.isNone]).toEqual([1, true, false]);
    fold(board, velo, 'open');
    expect(paintOrder(board)).toEqual(before);
    expect(board.folds.isNone).toBe(true);
  });

  it('belongs to the outermost fold, and does not widen a picture', () => {
    const board = new BoardDoc();
    const { heart, velo, abri } = mapOn(board);
    fold(board, velo, 'folded');
    fold(board, heart, 'folded');
    expect([board.folds.count(heart), board.folds.count(velo)]).toEqual([2, 1]);
    expect([velo, abri].map((id) => board.folds.isHidden(id))).toEqual([true, true]);
    expect(pictureBox(board).w).toBe(5_000 + 200 + 80);
  });

  it('tells what comes and goes, so that it is painted anew, and is shown when its branch is cut', () => {
    const board = new BoardDoc();
    const { velo, abri, lines } = mapOn(board);
    const told: string[][] = [];
    board.onChange(({ changed }) => told.push([...changed]));
    fold(board, velo, 'folded');
    expect(told.at(-1)).toEqual(expect.arrayContaining([velo, abri, lines[1], lines[2]]));
    board.edit('test', (write) => write.delete(lines[1]));
    expect(told.at(-1)).toEqual(expect.arrayContaining([velo, abri, lines[2]]));
    expect(board.folds.isNone).toBe(true);
  });
});
