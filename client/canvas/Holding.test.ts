import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from '../editor/BoardIndex.ts';
import { Holding } from './Holding.ts';

function begin() {
  const board = new BoardDoc();
  const area = put(board, 'frame', [0, 0], { size: [600, 600] });
  const inside = put(board, 'note', [100, 100], { parent: area });
  const beside = put(board, 'note', [900, 0]);
  return { board, area, inside, beside, holding: new Holding(board, new BoardIndex(board)) };
}

const NOBODY = new Map();

describe('Holding', () => {
  it('lifts what is dragged with all that lies in it, and says where it is seen', () => {
    const { holding, area, inside, beside } = begin();
    const ids = [area];
    expect(holding.update([{ drag: { ids, by: { x: 40, y: 0 }, copies: false } }], NOBODY)).toBe(true);
    expect([...holding.lifted].sort()).toEqual([area, inside].sort());
    expect(holding.frame(inside)).toMatchObject({ x: 140, y: 100 });
    expect(holding.frame(beside)).toMatchObject({ x: 900, y: 0 });
  });

  it('works nothing out again while a drag only goes farther', () => {
    const { holding, area, inside } = begin();
    const ids = [area];
    holding.update([{ drag: { ids, by: { x: 1, y: 0 }, copies: false } }], NOBODY);
    const { lifted } = holding;
    expect(holding.update([{ drag: { ids, by: { x: 80, y: 0 }, copies: false } }], NOBODY)).toBe(false);
    expect(holding.lifted).toBe(lifted);
    expect(holding.frame(inside)).toMatchObject({ x: 180, y: 100 });
    holding.forget();
    expect(holding.update([{ drag: { ids, by: { x: 90, y: 0 }, copies: false } }], NOBODY)).toBe(true);
  });

  it('shows what is pulled with its new frame, and lets go of everything at the end', () => {
    const { holding, beside } = begin();
    holding.update([{ reshape: new Map([[beside, { frame: { x: 900, y: 0, w: 400, h: 300 } }]]) }], NOBODY);
    expect(holding.frame(beside)).toEqual({ x: 900, y: 0, w: 400, h: 300 });
    expect(holding.update([], NOBODY)).toBe(true);
    expect([holding.lifted.size, holding.frame(beside)?.w]).toEqual([0, 200]);
  });

  it('keeps the drags of two hands and of somebody else apart', () => {
    const { holding, inside, beside, area } = begin();
    const remote = new Map([[area, { x: 0, y: 7 }]]);
    holding.update([{ drag: { ids: [beside], by: { x: 5, y: 0 }, copies: false } }], remote);
    expect([holding.frame(beside)?.x, holding.frame(inside)?.y]).toEqual([905, 107]);
  });
});
