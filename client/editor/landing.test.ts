import { describe, expect, it } from 'vitest';
import { createElements } from '../../shared/board/operations.ts';
import { CLUSTER } from '../../shared/elements/cluster/layOutCluster.ts';
import { extrasOf, openEditor, put } from '../../tests/helpers/editing.ts';
import { OutlineModel } from '../outline/OutlineModel.ts';
import { landing, stepMoves } from './landing.ts';

function begin() {
  const { board, editor } = openEditor();
  const area = put(board, 'cluster', [0, 0], { size: [448, 160], text: 'Se déplacer' });
  const texts = ['Plus de bus le soir', 'Un abri à vélos', 'Une navette le samedi'];
  const into = { before: null };
  const notes = createElements(
    board,
    'test',
    texts.map((text) => ({ kind: 'note', parent: area, at: { x: 0, y: 0 }, text, into })),
  ) as [string, string, string];
  const held = put(board, 'note', [900, 0], { text: 'Des trottoirs larges' });
  return { board, editor, area, notes, texts, held };
}

describe('what a hand sees over a cluster', () => {
  it('is a line between the two it would come between, and the free place where it would be the last', () => {
    const { board, area, held } = begin();
    const at = landing(board, area, new Set([held]), { x: 300, y: 100 });
    expect(at?.isLine).toBe(true);
    // To the left of the second place, in the gap.
    expect([(at?.box.x ?? 0) < 332, (at?.box.x ?? 0) > 216 + CLUSTER.padding / 2 - 8, at?.box.y]).toEqual([
      true,
      true,
      48,
    ]);
    expect(landing(board, area, new Set([held]), { x: 400, y: 460 })).toEqual({
      box: { x: 232, y: 264, w: 200, h: 200 },
      isLine: false,
    });
  });

  it('is nothing on the wall, over a closed one, and for what no cluster lays out', () => {
    const { board, area, held } = begin();
    expect(landing(board, null, new Set([held]), { x: 0, y: 0 })).toBeNull();
    const frame = put(board, 'frame', [2_000, 0], { size: [300, 300] });
    expect(landing(board, area, new Set([frame]), { x: 20, y: 60 })).toBeNull();
    expect(landing(board, frame, new Set([held]), { x: 2_010, y: 20 })).toBeNull();
    board.edit('fold', (write) => write.set(area, { props: { collapsed: true } }));
    expect(landing(board, area, new Set([held]), { x: 20, y: 20 })).toBeNull();
  });
});

describe('arrow keys in a cluster', () => {
  it('take several along together, and past one another', () => {
    const { board, area, notes } = begin();
    const [a, b, c] = notes;
    expect(stepMoves(board, [a, b], 'right').map(({ id, into }) => [id, into?.before])).toEqual([
      [a, null],
      [b, null],
    ]);
    expect(stepMoves(board, [c, b], 'left').map(({ id, into }) => [id, into?.before])).toEqual([
      [b, a],
      [c, a],
    ]);
    expect(stepMoves(board, [a], 'left')).toEqual([]);
    expect(board.tree.children(area)).toEqual(notes);
  });
});

describe('the outline of a cluster', () => {
  it('lists what it holds in its order, closed or in a pile', () => {
    const { board, editor, area, notes } = begin();
    const model = new OutlineModel({ board, index: editor.index, soon: () => () => undefined });
    const lines = () => model.siblings(notes[0]);
    expect(lines()).toEqual(notes);
    board.edit('style', (write) => write.set(area, { props: { layout: 'pile' } }));
    expect(lines()).toEqual(notes);
    board.edit('fold', (write) => write.set(area, { props: { collapsed: true } }));
    expect(lines()).toEqual(notes);
    const { ordering } = extrasOf(editor);
    ordering.moveInOrder(notes[2], lines(), -1);
    expect(lines()).toEqual([notes[0], notes[2], notes[1]]);
    ordering.moveInOrder(notes[0], lines(), 1);
    expect(lines()).toEqual([notes[2], notes[0], notes[1]]);
  });
});
