import { describe, expect, it } from 'vitest';
import { openEditor, put } from '../../../tests/helpers/editing.ts';

const HIDDEN = 'arrange.notice.hidden';

/** A deck of yellow cards, a closed cluster with a yellow note in it, and two yellow notes on the wall. */
function wall() {
  const person = openEditor();
  const { board, editor } = person;
  const yellow = { color: 'yellow' };
  const deck = put(board, 'deck', [0, 900], { text: 'Le cadre', props: { face: 'up', draw: 'take' } });
  const cards = ['Empathie', 'Autonomie', 'Collectif'].map((text) =>
    put(board, 'note', [0, 0], { parent: deck, text, props: yellow }),
  );
  const cluster = put(board, 'cluster', [0, 0], { text: 'Accueil', props: { collapsed: true } });
  const inside = put(board, 'note', [0, 0], { parent: cluster, text: 'Le guichet', props: yellow });
  const notes = ['Les horaires', 'Un banc'].map((text, n) =>
    put(board, 'note', [900 + n * 300, 0], { text, props: yellow }),
  );
  const shown = cards.filter((id) => !board.isHidden(id));
  expect([shown.length, board.isHidden(inside)]).toEqual([1, true]);
  const said = (): string[] => person.notices.filter(({ kind }) => kind === 'notice').map(({ id }) => id);
  return { ...person, run: editor.commands.run.bind(editor.commands), deck, cluster, inside, notes, shown, said };
}

describe('selecting by what things have in common', () => {
  it('takes what is seen: neither the cards under the first one, nor what a closed cluster holds', () => {
    const { board, editor, run, notes, shown, said } = wall();
    editor.selection.set([notes[0] as string]);
    run('select.sameColor');
    expect([...editor.selection.ids].sort()).toEqual([...notes, ...shown].sort());
    run('select.sameKind');
    expect([...editor.selection.ids].some((id) => board.isHidden(id))).toBe(false);
    expect(said()).toEqual([]);
  });

  it('of what a closed cluster holds takes nothing, and says so', () => {
    const { editor, run, cluster, said } = wall();
    editor.selection.set([cluster]);
    run('select.content');
    expect([[...editor.selection.ids], said()]).toEqual([[cluster], [HIDDEN]]);
  });

  it('spares what an area has closed over since, by Ctrl + X as by Delete, and says so where nothing else is selected', () => {
    const { board, editor, run, notes, inside, said } = wall();
    editor.selection.set([inside, notes[0] as string]);
    expect(editor.clipboard.cut()?.text).toBe('Les horaires');
    expect([board.get(inside)?.text, board.get(notes[0] as string)]).toEqual(['Le guichet', undefined]);
    expect(said()).toEqual([]);
    editor.selection.set([inside]);
    run('edit.delete');
    expect(editor.clipboard.cut()).toBeNull();
    expect([board.get(inside)?.text, said()]).toEqual(['Le guichet', [HIDDEN, HIDDEN]]);
  });

  it('cuts a closed cluster with what it holds', () => {
    const { board, editor, cluster, inside } = wall();
    editor.selection.set([cluster]);
    editor.clipboard.cut();
    expect([board.get(cluster), board.get(inside)]).toEqual([undefined, undefined]);
  });
});
