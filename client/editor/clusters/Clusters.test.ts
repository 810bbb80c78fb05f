/** Sorting into clusters as one person does it: by hand, by keys, and from the outline. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../../shared/access/Step.ts';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { CLUSTER } from '../../../shared/elements/cluster/layOutCluster.ts';
import type { ElementId } from '../../../shared/elements/ElementKind.ts';
import { findPreset, presetProps } from '../../../shared/elements/grid/presets.ts';
import { connect, createField, extrasOf, openEditor, put } from '../../../tests/helpers/editing.ts';

const pageAt = (x: number, y: number) => ({ x, y });

function begin() {
  const person = openEditor();
  const { editor, board, notices } = person;
  createField(editor);
  const words = ['Plus de bus le soir', 'Un abri à vélos', 'Des trottoirs larges', 'Une navette le samedi'];
  const notes = words.map((text, n) => put(board, 'note', [40 + 260 * n, 60 + 10 * n], { text }));
  const select = (...ids: ElementId[]): void => editor.selection.set(ids);
  const run = editor.commands.run;
  const inside = (id: ElementId): (string | undefined)[] => board.tree.children(id).map((one) => board.get(one)?.text);
  /** A cluster of these, named. */
  const gather = (name: string, ...ids: ElementId[]): ElementId => {
    const id = extrasOf(editor).gathering.make(ids) as ElementId;
    editor.typing.end();
    board.edit('typing', (write) => write.splice(id, { at: 0, remove: 0, insert: name }));
    return id;
  };
  /** As a hand lets them go. */
  const drop = (ids: readonly ElementId[], at: { x: number; y: number }): boolean => {
    const target = editor.clusters.under(ids, at);
    return target !== null && extrasOf(editor).gathering.mergeInto(target, ids, at);
  };
  const all = () => [...board.ids()].sort().map((id) => [id, board.frame(id), board.tree.parent(id)]);
  const said = () => notices.at(-1);
  return { ...person, words, notes, select, run, inside, gather, drop, all, said };
}

describe('« Regrouper »', () => {
  it('makes a cluster of what is selected, in reading order, around where it lay, and asks for its name', () => {
    const { editor, board, notes, words, select, run, inside, said, all } = begin();
    const before = all();
    select(...[...notes].reverse());
    expect(editor.commands.get('cluster.make').enabled()).toBe(true);
    run('cluster.make');
    const id = editor.selection.single as ElementId;
    expect(inside(id)).toEqual(words);
    expect(editor.typing.id).toBe(id);
    expect(said()).toMatchObject({ kind: 'announce', id: 'cluster.say.made', values: { count: 4 } });
    const frame = board.frame(id);
    expect([frame?.w, frame?.h]).toEqual([448, CLUSTER.header + 416 + CLUSTER.padding]);
    editor.typing.end();
    run('edit.undo');
    expect(all()).toEqual(before);
  });

  it('has no more columns than notes that lay side by side, so that it covers no neighbour', () => {
    const { editor, board } = begin();
    const block = [0, 1, 2, 3, 4, 5].map((n) =>
      put(board, 'note', [2000 + 240 * (n % 2), 240 * Math.floor(n / 2)], { text: `Idée de la table ${n + 1}` }),
    );
    const neighbour = put(board, 'note', [2500, 0], { text: 'Un marché le soir' });
    const frame = board.frame(extrasOf(editor).gathering.make(block) as ElementId);
    expect((frame?.x ?? 0) + (frame?.w ?? 0)).toBeLessThanOrEqual(board.frame(neighbour)?.x ?? 0);
  });

  it('is not offered where the step takes no cluster, and leaves what may not be moved', () => {
    const { editor, board, notes, select } = begin();
    select(...notes);
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, kinds: ['note'] }, id: 'ana' });
    expect(editor.commands.get('cluster.make').enabled()).toBe(false);
    editor.setWho({ role: 'participant', group: null, step: OPEN_STEP, id: 'ana' });
    board.edit('lock', (write) => write.set(notes[0] as string, { lock: true }));
    const id = extrasOf(editor).gathering.make(notes) as ElementId;
    expect(board.tree.children(id)).toEqual(notes.slice(1));
  });

  it('splits a part off, beside the one it was taken from', () => {
    const { editor, board, notes, words, select, run, inside, gather } = begin();
    const one = gather('Se déplacer', ...notes);
    select(notes[1] as string, notes[3] as string);
    expect([editor.commands.get('cluster.make'), editor.commands.get('cluster.split')].map((c) => c.enabled())).toEqual(
      [false, true],
    );
    run('cluster.split');
    const other = editor.selection.single as ElementId;
    expect([inside(one), inside(other)]).toEqual([
      [words[0], words[2]],
      [words[1], words[3]],
    ]);
    const [left, right] = [board.frame(one), board.frame(other)];
    expect((right?.x ?? 0) >= (left?.x ?? 0) + (left?.w ?? 0)).toBe(true);
  });
});

describe('merging', () => {
  it('happens where one is let go over the other, keeps the name there, and is one step of undo', () => {
    const { board, notes, gather, drop, inside, run, said, all } = begin();
    const one = gather('Se déplacer', notes[0] as string, notes[1] as string);
    const two = gather('Le samedi', notes[2] as string, notes[3] as string);
    const before = all();
    const target = board.frame(one);
    const at = pageAt((target?.x ?? 0) + 8, (target?.y ?? 0) + 8);
    expect(drop([two], at)).toBe(true);
    expect([board.get(two), board.get(one)?.text, inside(one).length]).toEqual([undefined, 'Se déplacer', 4]);
    expect(said()).toMatchObject({ id: 'cluster.say.merged', values: { count: 2 } });
    run('edit.undo');
    expect(all()).toEqual(before);
    expect(board.get(two)?.text).toBe('Le samedi');
  });

  it('is a command too: the first that people read takes the others', () => {
    const { editor, board, notes, gather, inside, run, select } = begin();
    const one = gather('', notes[0] as string, notes[1] as string);
    const two = gather('Le samedi', notes[2] as string, notes[3] as string);
    select(two, one);
    run('cluster.merge');
    expect([board.get(two), board.get(one)?.text, inside(one).length]).toEqual([undefined, 'Le samedi', 4]);
    expect(editor.selection.single).toBe(one);
  });

  it('does not take a locked one, nor one in which something is locked', () => {
    const { board, notes, gather, drop } = begin();
    const one = gather('Se déplacer', notes[0] as string, notes[1] as string);
    const two = gather('Le samedi', notes[2] as string, notes[3] as string);
    board.edit('lock', (write) => write.set(notes[2] as string, { lock: true }));
    const frame = board.frame(one);
    expect(drop([two], pageAt((frame?.x ?? 0) + 8, (frame?.y ?? 0) + 8))).toBe(false);
    expect(board.tree.children(two).length).toBe(2);
  });
});

describe('a cluster', () => {
  it('takes a note in where the hand lets it go, and gives it back to the wall where it is put', () => {
    const { editor, board, notes, words, gather, inside } = begin();
    const id = gather('Se déplacer', notes[0] as string, notes[1] as string);
    const frame = board.frame(id) as { x: number; y: number };
    const from = board.tree.origin(notes[3] as string);
    const to = { x: frame.x + 20, y: frame.y + 70 };
    editor.writes.move([notes[3] as string], { x: to.x - from.x, y: to.y - from.y }, pageAt(to.x + 5, to.y + 5));
    expect(inside(id)).toEqual([words[3], words[0], words[1]]);
    editor.writes.move([notes[3] as string], { x: 0, y: 2_000 }, pageAt(to.x, to.y + 2_000));
    expect(board.tree.parent(notes[3] as string)).toBeNull();
    expect(board.tree.origin(notes[3] as string)).toEqual({
      x: frame.x + CLUSTER.padding,
      y: frame.y + 2_000 + CLUSTER.header,
    });
  });

  it('reorders its notes by arrow keys, says where they come, and stops at the edges', () => {
    const { editor, notes, words, select, gather, inside, said } = begin();
    const id = gather('Se déplacer', ...notes);
    select(notes[0] as string);
    editor.writes.nudge({ x: 8, y: 0 });
    expect(inside(id)).toEqual([words[1], words[0], words[2], words[3]]);
    expect(said()).toMatchObject({ id: 'editor.say.reordered', values: { position: 2, count: 4 } });
    editor.writes.nudge({ x: 0, y: 8 });
    expect(inside(id)).toEqual([words[1], words[2], words[3], words[0]]);
    editor.writes.nudge({ x: 0, y: 8 });
    expect(inside(id)).toEqual([words[1], words[2], words[3], words[0]]);
  });

  it('opens and closes for everybody, hides what it holds, and dissolves in place', () => {
    const { editor, board, notes, select, run, gather, said } = begin();
    const id = gather('Se déplacer', ...notes);
    const open = board.frame(id);
    select(id);
    run('cluster.collapse');
    expect(board.frame(id)?.h).toBe(CLUSTER.header);
    expect(editor.index.search({ x: -5_000, y: -5_000, w: 20_000, h: 20_000 }).map((one) => one.id)).toEqual([id]);
    run('cluster.collapse');
    expect(board.frame(id)).toEqual(open);
    const places = notes.map((one) => board.tree.origin(one));
    run('cluster.dissolve');
    expect([board.get(id), notes.map((one) => board.tree.origin(one))]).toEqual([undefined, places]);
    expect(said()).toMatchObject({ id: 'cluster.say.dissolved', values: { count: 4 } });
  });
});

describe('« Regrouper sans parler »', () => {
  it('silences those that have names too, in the same step, and gives the names back', () => {
    const { editor, board, notes, select, run, gather } = begin();
    const named = gather('Se déplacer', notes[0] as string);
    const line = () => editor.index.get(named)?.kind.outline(board.get(named) as never);
    select(notes[1] as string, notes[2] as string);
    run('cluster.hush');
    expect([line(), board.get(named)?.text]).toEqual(['', 'Se déplacer']);
    run('edit.undo');
    expect(line()).toBe('Se déplacer');
    run('edit.redo');
    run('cluster.speak');
    expect([line(), editor.clusters.isSilent]).toEqual(['Se déplacer', false]);
  });

  it('shows no name and asks for none, for everybody, until somebody lets the group speak', () => {
    const { editor, board, notes, select, run } = begin();
    select(notes[0] as string, notes[1] as string);
    run('cluster.hush');
    const first = editor.selection.single as ElementId;
    expect([board.get(first)?.props.silent, editor.typing.id, editor.typing.canType(first)]).toEqual([
      true,
      null,
      false,
    ]);
    // Another person's page: it is silent there because the board is.
    const other = openEditor({ board });
    createField(other.editor);
    const second = extrasOf(other.editor).gathering.make([notes[2] as string, notes[3] as string]) as ElementId;
    expect([board.get(second)?.props.silent, other.editor.typing.id]).toEqual([true, null]);
    run('cluster.speak');
    expect([first, second].map((id) => board.get(id)?.props.silent)).toEqual([undefined, undefined]);
    expect(editor.typing.canType(first)).toBe(true);
  });
});

describe('in the cell of a grid, and out of a deck', () => {
  const gridWith = (cell: string) => {
    const person = begin();
    const { board, notes } = person;
    const grid = put(board, 'grid', [0, 600], { text: 'Parcours', props: presetProps(findPreset('journey'), 'fr') });
    board.edit('test', (write) => {
      for (const id of notes) write.set(id, { place: [grid, 0, 0, cell] });
    });
    return { ...person, grid };
  };

  it('a cluster of the notes of a cell stands in that cell', () => {
    const { editor, board, notes, grid } = gridWith('actions:c2');
    const id = extrasOf(editor).gathering.make(notes.slice(0, 2)) as ElementId;
    expect(board.get(id)?.place).toEqual([grid, 0, 0, 'actions:c2']);
    expect(board.tree.children(id)).toEqual(notes.slice(0, 2));
  });

  it('what is split off a cluster in a cell stands in the same cell', () => {
    const { editor, board, notes, grid } = gridWith('actions:c1');
    const one = extrasOf(editor).gathering.make(notes) as ElementId;
    const other = extrasOf(editor).gathering.make(notes.slice(2)) as ElementId;
    expect([one, other].map((id) => board.get(id)?.place)).toEqual([
      [grid, 0, 0, 'actions:c1'],
      [grid, 0, 0, 'actions:c1'],
    ]);
  });

  it('cards that leave a deck into a cluster are noted, and are put back with the others', () => {
    const { editor, board, notes } = begin();
    const deck = put(board, 'deck', [0, 900], { text: 'Le cadre', props: { face: 'up', draw: 'take' } });
    editor.writes.moveInto(notes, deck);
    const cards = [...board.tree.children(deck)];
    extrasOf(editor).gathering.make(cards.slice(0, 2));
    expect([...editor.decks.taken(deck)].sort()).toEqual(cards.slice(0, 2).sort());
    extrasOf(editor).dealing.putBack(editor.decks.taken(deck));
    expect(board.tree.children(deck)).toEqual(cards);
  });
});

describe('what a closed cluster hides', () => {
  it('is not deleted by a key, though it was selected when another person closed it', () => {
    const { editor, board } = openEditor();
    const cluster = put(board, 'cluster', [0, 0], { text: 'Se déplacer' });
    const [bus = '', tram = ''] = ['Un bus le dimanche', 'Le tram plus tard'].map((text) =>
      put(board, 'note', [20, 60], { parent: cluster, text }),
    );
    const loose = put(board, 'note', [900, 0], { text: 'Un banc à l’ombre' });
    editor.selection.set([bus, loose]);
    const others = new BoardDoc();
    const room = connect(board, others);
    others.edit('fold', (write) => write.set(cluster, { props: { collapsed: true } }));
    room.sync();
    editor.commands.run('edit.delete');
    expect([board.get(bus), board.get(tram), board.get(loose)].map((one) => one !== undefined)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
