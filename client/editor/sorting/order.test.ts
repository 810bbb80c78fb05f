/** Notes in an order: of the time they were written, and of what their places on a matrix are worth. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { History } from '../../../shared/board/History.ts';
import { moveElements } from '../../../shared/board/operations.ts';
import type { Element } from '../../../shared/elements/ElementKind.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';
import { rank } from '../../../shared/elements/matrix/ranking.ts';
import { createDatedId, momentOf } from '../../../shared/elements/moment.ts';
import { intersects } from '../../../shared/geometry/box.ts';
import { shortContributions } from '../../../tests/helpers/contributions.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { Random } from '../../../tests/helpers/random.ts';
import { gatherMatrix } from '../../session/placing/gather.ts';
import type { Extras } from '../extras.ts';

const TEXTS = shortContributions(12);
const BEGIN = Date.parse('2026-11-22T18:00:00Z');

/** A person whose page knows the time; `at` is what the server's clock says. */
function begin() {
  const clock = { at: BEGIN };
  const board = new BoardDoc(undefined, undefined, undefined, { newId: () => createDatedId(clock.at) });
  const person = openEditor({ board, history: new History(board) });
  const { editor } = person;
  editor.extras.with(() => undefined);
  const { sorting } = editor.extras.now as Extras;
  return { ...person, sorting, clock, undo: () => editor.commands.run('edit.undo') };
}

describe('sorting by time', () => {
  it('lays notes from the oldest to the newest, those of no known time after them, and says so', () => {
    const { board, editor, clock, notices, undo } = begin();
    const minutes = [7, 0, 3, 12, 1];
    const ids = minutes.map((minute, n) => {
      clock.at = BEGIN + minute * 60_000;
      return put(board, 'note', [n * 220, 0], { text: TEXTS[n] ?? '' });
    });
    // From another program: its id says nothing.
    board.edit('test', (write) => write.create({ id: 'ailleurs', kind: 'note', place: [null, 1_500, 0], z: 'a9' }));
    editor.selection.set([...ids, 'ailleurs']);
    editor.commands.run('arrange.tidyTime');
    const boxes = ids.map((id) => ({ id, ...(board.frame(id) ?? { x: 0, y: 0, w: 0, h: 0 }) }));
    const read = boxes.sort((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id);
    expect(read.map(momentOf)).toEqual([0, 1, 3, 7, 12].map((minute) => BEGIN + minute * 60_000));
    // In a block of its own, after that of the others.
    const rest = board.frame('ailleurs') ?? { x: 0, y: 0, w: 0, h: 0 };
    expect(boxes.every(({ x, y, w, h }) => x + w < rest.x || y + h < rest.y)).toBe(true);
    expect(notices.at(-1)).toMatchObject({
      ...{ kind: 'notice', id: 'arrange.say.tidiedTime' },
      values: { count: 5, unknown: 1 },
    });
    undo();
    expect(ids.map((id) => board.frame(id)?.x)).toEqual([0, 220, 440, 660, 880]);
  });

  it('orders what lies in a cluster, and stays true to a note that was deleted and brought back, or copied', () => {
    const { board, editor, clock, undo } = begin();
    const cluster = put(board, 'cluster', [0, 400]);
    const late = put(board, 'note', [0, 0], { parent: cluster, text: TEXTS[0] ?? '' });
    clock.at = BEGIN - 3_600_000;
    const early = put(board, 'note', [0, 0], { parent: cluster, text: TEXTS[1] ?? '' });
    editor.selection.set([early]);
    editor.commands.run('edit.delete');
    undo();
    clock.at = BEGIN + 60_000;
    editor.selection.set([late]);
    editor.commands.run('edit.duplicate');
    const [copy = ''] = editor.selection.ids;
    expect([momentOf(early), momentOf(copy)]).toEqual([BEGIN - 3_600_000, BEGIN + 60_000]);
    moveElements(board, 'test', [{ id: copy, parent: cluster, to: { x: 0, y: 0 }, into: { before: late } }]);
    editor.selection.set([cluster]);
    editor.commands.run('arrange.tidyTime');
    expect(board.tree.children(cluster)).toEqual([early, late, copy]);
  });

  it('is not offered to whoever only looks on', () => {
    const { board, editor } = begin();
    const ids = [0, 1].map((n) => put(board, 'note', [n * 220, 0]));
    editor.selection.set(ids);
    editor.setReadOnly(true);
    editor.commands.run('arrange.tidyTime');
    expect(ids.map((id) => board.frame(id)?.x)).toEqual([0, 220]);
  });
});

describe('sorting by score', () => {
  function placed() {
    const person = begin();
    const { board } = person;
    const random = new Random(7);
    const matrix = put(board, 'matrix', [0, 0]);
    const [w, h] = board.get(matrix)?.size ?? [0, 0];
    for (const text of TEXTS) {
      const at = [Math.round(w * (0.2 + random.below(600) / 1_000)), Math.round(h * (0.2 + random.below(500) / 1_000))];
      put(board, 'note', [at[0] ?? 0, at[1] ?? 0], { parent: matrix, text, size: [100, 100] });
    }
    const element = board.get(matrix) as Element<MatrixProps>;
    const content = gatherMatrix(board, element);
    return { ...person, matrix, element, content };
  }

  it.each(['x', 'y', 'weighted'] as const)('lines notes up by %s beside the matrix, in one step of undo', (by) => {
    const { board, sorting, editor, matrix, element, content, undo } = placed();
    expect(content.placed.length).toBeGreaterThan(8);
    const { x, y } = element.props;
    const ranked = rank({ x, y }, content.placed, { by, weight: 0.3 });
    // From first principles: the exact values, the highest first.
    const total = ({ scores }: (typeof ranked)[number]): number => {
      const part = (axis: typeof x, value: number): number => (value - axis.min) / (axis.max - axis.min);
      if (by !== 'weighted') return scores[by].value;
      return 0.3 * part(x, scores.x.value) + 0.7 * part(y, scores.y.value);
    };
    for (const [n, one] of ranked.slice(1).entries())
      expect(total(one)).toBeLessThanOrEqual(total(ranked[n] as (typeof ranked)[number]) + 0.011);
    const before = content.placed.map(({ id }) => board.get(id)?.place);
    const count = sorting.makeGroups([{ name: 'Classement', notes: ranked.map(({ id }) => id) }], 'column');
    const [column = ''] = editor.selection.ids;
    expect([count.notes, board.get(column)?.props.layout]).toEqual([ranked.length, 'column']);
    expect(board.tree.children(column)).toEqual(ranked.map(({ id }) => id));
    const [a, b] = [board.frame(column), board.frame(matrix)];
    expect(a && b && intersects(a, b)).toBe(false);
    expect((a?.x ?? 0) - (b?.x ?? 0) - (b?.w ?? 0)).toBe(40);
    undo();
    expect(content.placed.map(({ id }) => board.get(id)?.place)).toEqual(before);
  });

  it('copies them in their order and leaves the matrix as it is', () => {
    const { board, sorting, editor, matrix, content, undo } = placed();
    const size = board.size;
    const notes = content.placed.map(({ id }) => id);
    board.edit('tag', (write) =>
      write.set(notes[0] ?? '', { marks: { 'tag.Urgent': 'red', 'reaction.ana.like': true } }),
    );
    expect(sorting.makeGroups([{ name: 'Classement', notes }], 'column', { asCopies: true }).notes).toBe(notes.length);
    const [column = ''] = editor.selection.ids;
    const copies = board.tree.children(column).map((id) => board.get(id));
    expect(copies.map((copy) => copy?.text)).toEqual(notes.map((id) => board.get(id)?.text));
    expect(copies[0]?.marks.keys).toEqual({ 'tag.Urgent': 'red' });
    expect(gatherMatrix(board, board.get(matrix) as Element<MatrixProps>).placed).toEqual(content.placed);
    undo();
    expect(board.size).toBe(size);
  });

  it('takes nothing out where the step lets nobody move, and copies nothing where it lets nobody add', () => {
    const { board, sorting, editor, content } = placed();
    const size = board.size;
    const group = [{ name: 'Classement', notes: content.placed.map(({ id }) => id) }];
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    expect(sorting.makeGroups(group, 'column').groups).toBe(0);
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, add: false }, id: 'ana' });
    expect(sorting.makeGroups(group, 'column', { asCopies: true }).groups).toBe(0);
    expect(board.size).toBe(size);
  });
});
