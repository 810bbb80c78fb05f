/** Every kind through the document: what one writes is what another reads, copies keep it, undo brings it back, the gate takes it. */
import { describe, expect, it } from 'vitest';
import { judgeChange } from '../../server/sync/judge.ts';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { History } from '../../shared/board/History.ts';
import { keysOf } from '../../shared/board/layout.ts';
import { duplicateElements } from '../../shared/board/operations.ts';
import { kindSamples } from '../helpers/kindSamples.ts';

const samples = kindSamples().map((sample) => [sample.name, sample] as const);

describe.each(samples)('"%s" in the board document', (_name, { kind, props, text }) => {
  const put = (): { readonly board: BoardDoc; readonly id: string } => {
    const board = new BoardDoc();
    const id = board.edit('create', (write) =>
      write.create({ kind: kind.kind, place: [null, 12, 34], z: 'a0', props, ...(kind.hasText && { text }) }),
    );
    return { board, id };
  };

  it('is read by another as it was written', () => {
    const { board, id } = put();
    const other = new BoardDoc();
    other.applyRemote(board.encodeState());
    const { rev: _mine, ...mine } = board.get(id) ?? { rev: 0 };
    const { rev: _theirs, ...theirs } = other.get(id) ?? { rev: 0 };
    expect(theirs).toEqual(mine);
    expect(theirs).toMatchObject({ kind: kind.kind, props, text });
    expect(theirs).not.toHaveProperty('problem');
  });

  it('is taken by the gate from a participant', () => {
    const { board, id } = put();
    const element = board.get(id);
    const after = element && { ...keysOf(element), ...(kind.hasText && { text }) };
    const change = { id, before: null, after: after ?? null, owner: undefined };
    expect(judgeChange(change, { id: 'p1', role: 'participant' })).toBeNull();
  });

  it('is copied with all its looks', () => {
    const { board, id } = put();
    const [copy = ''] = duplicateElements(board, 'duplicate', [id], { x: 10, y: 10 });
    expect(board.get(copy)).toMatchObject({ kind: kind.kind, props, text, place: [null, 22, 44] });
  });

  it('comes back by undo after it was deleted, as it was', () => {
    const { board, id } = put();
    const history = new History(board);
    const { rev: _before, ...before } = board.get(id) ?? { rev: 0 };
    board.edit('delete', (write) => write.delete(id));
    history.undo();
    const { rev: _after, ...after } = board.get(id) ?? { rev: 0 };
    expect(after).toEqual(before);
  });
});
