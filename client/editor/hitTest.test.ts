import { describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex } from './BoardIndex.ts';
import { withGroups } from './groups.ts';
import { elementsInside, elementsWithin } from './hitTest.ts';

const WALL = { x: -10, y: -10, w: 3000, h: 3000 };

/** Notes side by side; the first two are a group with one far off. */
function begin() {
  const board = new BoardDoc();
  const near = Array.from({ length: 4 }, (_, i) => put(board, 'note', [i * 220, 0]));
  const far = put(board, 'note', [9000, 0]);
  const together = [near[0], near[1], far] as string[];
  board.edit('group', (write) => {
    for (const id of together) write.set(id, { group: 'g' });
  });
  return { board, index: new BoardIndex(board), near, far };
}

describe('a marquee and a lasso', () => {
  it('take what they cover and put nothing in order for it', () => {
    const { index, near } = begin();
    const sort = vi.spyOn(index, 'sort');
    const { x, y, w, h } = WALL;
    const line = [
      { x, y },
      { x: x + w, y },
      { x: x + w, y: y + h },
      { x, y: y + h },
    ];
    expect([elementsWithin(index, WALL).sort(), elementsInside(index, line).sort()]).toEqual([
      [...near].sort(),
      [...near].sort(),
    ]);
    expect(sort).not.toHaveBeenCalled();
  });

  it('take whole groups without a look at the rest of the board', () => {
    const { board, index, near, far } = begin();
    const walk = vi.spyOn(board, 'elements');
    expect(withGroups(index, [near[2], near[0]] as string[])).toEqual([near[2], near[0], near[1], far]);
    expect(withGroups(index, [near[0] as string], 'g')).toEqual([near[0]]);
    expect(walk).not.toHaveBeenCalled();
  });
});
