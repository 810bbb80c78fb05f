import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { sproutsOf } from './sprouts.ts';

/** A wall with one element; the dots beside it when it is selected. */
function dotsBeside(kind: string, rest: object = {}, zoom = 1): number {
  const board = new BoardDoc();
  const id = board.edit('create', (write) =>
    write.create({ kind, place: [null, 0, 0], size: [200, 200], z: 'a0', ...rest }),
  );
  return sproutsOf(board, new Set([id]), zoom).length;
}

describe('sprouts', () => {
  it('stand at the four sides of a note, as far from it at every zoom', () => {
    const board = new BoardDoc();
    const id = board.edit('create', (write) => write.create({ kind: 'note', place: [null, 0, 0], z: 'a0' }));
    const at = (zoom: number) => sproutsOf(board, new Set([id]), zoom).map((sprout) => sprout.at);
    expect(at(1)).toEqual([
      { x: 100, y: -12 },
      { x: 212, y: 100 },
      { x: -12, y: 100 },
      { x: 100, y: 212 },
    ]);
    expect(at(2)[1]).toEqual({ x: 206, y: 100 });
  });

  it('leave the place below to the handle that turns', () => {
    expect(dotsBeside('shape')).toBe(3);
  });

  it('stand beside nothing that is locked, turned, tiny, an area or a line itself, nor beside several', () => {
    expect([
      dotsBeside('note', { lock: true }),
      dotsBeside('shape', { props: { angle: 30 } }),
      dotsBeside('note', {}, 0.2),
      dotsBeside('frame'),
      dotsBeside('connector'),
      dotsBeside('stroke'),
      sproutsOf(new BoardDoc(), new Set(['a', 'b']), 1).length,
    ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});
