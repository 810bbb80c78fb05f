/** What leans on others (connectors), through what people do to a board. */
import { describe, expect, it } from 'vitest';
import { connector } from '../elements/connector/connector.ts';
import { lineEnds } from '../elements/connector/lineEnd.ts';
import type { ConnectorProps } from '../elements/connector/props.ts';
import type { Element } from '../elements/ElementKind.ts';
import { BoardDoc } from './BoardDoc.ts';
import { History } from './History.ts';
import { deleteElements, duplicateElements } from './operations.ts';

/** Two notes and a line between them. */
function createBoard() {
  const board = new BoardDoc();
  const history = new History(board);
  const [a, b, line] = board.edit('create', (write) => {
    const put = (x: number, y: number, z: string) =>
      write.create({ kind: 'note', place: [null, x, y], z, props: { color: 'blue' } });
    const [one, other] = [put(0, 0, 'a0'), put(500, 300, 'a1')];
    const props = { ...connector.defaultProps, from: { id: one, x: 0, y: 0 }, to: { id: other, x: 100, y: 100 } };
    return [one, other, write.create({ kind: 'connector', place: [null, 200, 100], z: 'a2', props })] as const;
  });
  const ends = (id = line) => lineEnds(board.get(id) as Element, board);
  const props = (id = line) => board.get(id)?.props as ConnectorProps;
  return { board, history, a, b, line, ends, props };
}

describe('a connector on a board', () => {
  it('stays where it was shown when what it joins is deleted, and is whole again when that is undone', () => {
    const { board, history, b, ends, props } = createBoard();
    const shown = ends();
    deleteElements(board, 'delete', [b]);
    expect(ends()).toEqual(shown);
    expect(props().to).not.toHaveProperty('id');
    history.undo();
    expect(board.get(b)).toBeDefined();
    expect([props().to.id, ends()]).toEqual([b, shown]);
  });

  it('is left as it is by whoever may not edit it: the last written point counts then', () => {
    const { board, b, line, ends, props } = createBoard();
    deleteElements(board, 'delete', [b], { mayEdit: (id) => id !== line });
    expect(props().to).toEqual({ id: b, x: 100, y: 100 });
    expect(ends()?.[1]).toEqual({ x: 300, y: 200 });
  });

  it('is left as it is when it is locked, and goes when it is deleted itself', () => {
    const { board, a, b, line, props } = createBoard();
    board.edit('lock', (write) => write.set(line, { lock: true }));
    deleteElements(board, 'delete', [b]);
    expect(props().to.id).toBe(b);
    deleteElements(board, 'delete', [a, line], { evenLocked: true });
    expect(board.size).toBe(0);
  });

  it('joins the copies where it is copied with what it joins', () => {
    const { board, a, b, line, ends, props } = createBoard();
    const before = ends();
    const [a2, b2, line2] = duplicateElements(board, 'duplicate', [a, b, line], { x: 40, y: 40 });
    expect([props(line2).from.id, props(line2).to.id]).toEqual([a2, b2]);
    expect([props().from.id, props().to.id]).toEqual([a, b]);
    expect(ends(line2)).toEqual(before?.map(({ x, y }) => ({ x: x + 40, y: y + 40 })));
  });

  it('is a free line where it is copied alone', () => {
    const { board, line, ends, props } = createBoard();
    const before = ends();
    const [copy] = duplicateElements(board, 'duplicate', [line], { x: 40, y: 40 });
    expect([props(copy).from.id, props(copy).to.id]).toEqual([undefined, undefined]);
    expect(ends(copy)).toEqual(before?.map(({ x, y }) => ({ x: x + 40, y: y + 40 })));
  });
});
