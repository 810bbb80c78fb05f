/** Moving by keys and from lists, as one edit each, and never more than this person may write. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';

const WORDS = ['Plus de bus le soir', 'Un abri à vélos', 'Des trottoirs larges', 'Une navette le samedi'];

/** Notes in a cluster, and one beside it. */
function begin() {
  const person = openEditor();
  const { board } = person;
  const cluster = put(board, 'cluster', [0, 0], { text: 'Se déplacer' });
  const inside = WORDS.map((text, n) => put(board, 'note', [20 + 220 * n, 60], { parent: cluster, text }));
  const free = put(board, 'note', [2000, 0], { text: 'Une halle' });
  return { ...person, cluster, inside, free, order: () => [...board.tree.children(cluster)] };
}

describe('an arrow key', () => {
  it('moves what an area arranges and what lies free in one edit and one step of undo', () => {
    const { editor, board, inside, free, order } = begin();
    const before = order();
    let edits = 0;
    board.onChange(() => {
      edits += 1;
    });
    editor.selection.set([inside[0] as string, free]);
    editor.writes.nudge({ x: 10, y: 0 });
    expect([edits, order()[1], board.get(free)?.place[1]]).toEqual([1, inside[0], 2010]);
    editor.commands.run('edit.undo');
    expect([order(), board.get(free)?.place[1]]).toEqual([before, 2000]);
  });

  it('held down in an area that arranges is one step of undo, as it is on the wall', () => {
    const { editor, inside, order } = begin();
    const before = order();
    editor.selection.set([inside[0] as string]);
    for (let n = 0; n < 3; n++) editor.writes.nudge({ x: 10, y: 0 });
    expect(order().at(-1)).toBe(inside[0]);
    editor.commands.run('edit.undo');
    expect(order()).toEqual(before);
  });
});

describe('one place on in a cluster that lies on a matrix', () => {
  it('is said as that: the scores of the cluster have not changed', () => {
    const { editor, board, cluster, inside, notices } = begin();
    const matrix = put(board, 'matrix', [3_000, 0], { text: 'Priorités', size: [1_730, 1_180] });
    editor.placing.put(matrix, cluster, { x: 400, y: 300 });
    expect(editor.placing.place(inside[0] as string)).not.toBe('');
    editor.selection.set([inside[0] as string]);
    editor.writes.nudge({ x: 10, y: 0 });
    expect(notices.at(-1)).toMatchObject({ id: 'editor.say.reordered', values: { position: 2, count: 4 } });
  });
});

describe('a cluster without a word', () => {
  it('has no name either where it is said what things were put into', () => {
    const { editor, board, cluster, free, notices } = begin();
    board.edit('style', (write) => write.set(cluster, { props: { silent: true } }));
    editor.writes.moveInto([free], cluster);
    expect(notices.at(-1)).toMatchObject({ id: 'editor.say.moved', values: { count: 1, area: '' } });
  });
});

describe('a line longer than a board takes in one', () => {
  it('is one edit and one step of undo', () => {
    const { editor, board } = openEditor();
    const part = (x: number) => ({ box: { x, y: 0, w: 400, h: 300 }, props: {} });
    expect(editor.writes.drawAll('shape', [part(0), part(400), part(800)])).toHaveLength(3);
    editor.commands.run('edit.undo');
    expect(board.size).toBe(0);
  });
});

describe('what this person may not write', () => {
  it('is not written along with what is moved out of it', () => {
    const { editor, board } = begin();
    const deck = put(board, 'deck', [0, 900], { text: 'Le cadre', props: { face: 'up', draw: 'take' } });
    const cards = ['Empathie', 'Autonomie', 'Collectif'].map((text) =>
      put(board, 'note', [0, 0], { parent: deck, text }),
    );
    const props = board.get(deck)?.props;
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, edit: 'none' }, id: 'ana' });
    expect(editor.writes.moveInto([cards[0] as string], null)).toBe(1);
    editor.placing.put(put(board, 'matrix', [4000, 0]), cards[1] as string, { x: 0, y: 0 });
    expect([board.tree.children(deck).length, board.get(deck)?.props]).toEqual([1, props]);
  });
});
