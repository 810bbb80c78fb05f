import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from './BoardIndex.ts';
import { dropTarget } from './dropTarget.ts';

function wall() {
  const board = new BoardDoc();
  const left = put(board, 'frame', [0, 0], { text: 'Contexte', size: [600, 600] });
  const right = put(board, 'frame', [700, 0], { text: 'Suites', size: [600, 600] });
  const note = put(board, 'note', [100, 100], { parent: left });
  const index = new BoardIndex(board);
  const drop = (id: string, by: [number, number], pointer: [number, number] | null) =>
    dropTarget(board, index, id, {
      by: { x: by[0], y: by[1] },
      pointer: pointer && { x: pointer[0], y: pointer[1] },
      except: new Set([id]),
    });
  return { board, left, right, note, drop };
}

describe('dropTarget', () => {
  it('is the area under the pointer, though the note hangs over its edge', () => {
    const { note, right, drop } = wall();
    expect(drop(note, [430, 0], [705, 110])).toBe(right);
  });
  it('is the wall between two areas', () => {
    const { note, drop } = wall();
    expect(drop(note, [450, 0], [650, 150])).toBeNull();
  });
  it('leaves a note in its area while it is moved within', () => {
    const { note, left, drop } = wall();
    expect(drop(note, [50, 50], [260, 260])).toBe(left);
  });
  it('goes by its own middle for what was dragged along, far from the pointer', () => {
    const { note, left, drop } = wall();
    expect(drop(note, [10, 10], [1000, 100])).toBe(left);
  });
  it('goes by its own middle without a pointer', () => {
    const { note, right, drop } = wall();
    expect(drop(note, [650, 0], null)).toBe(right);
  });
  it('takes an area into another only when it lies in it wholly', () => {
    const { board, right, drop } = wall();
    const small = put(board, 'frame', [0, 700], { size: [300, 200] });
    expect(drop(small, [750, -650], [800, 60])).toBe(right);
    expect(drop(small, [1100, -650], [1150, 60])).toBeNull();
  });
  it('never puts an area into itself', () => {
    const { left, drop } = wall();
    expect(drop(left, [5, 5], [20, 20])).toBeNull();
  });
});
