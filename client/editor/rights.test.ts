import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import type { CommandId } from './commands/Command.ts';

/** Ana at a wall of two areas with a note in each, in a step. */
function inStep(change: Partial<Step>) {
  const person = openEditor();
  const { board, editor } = person;
  const here = put(board, 'frame', [0, 0], { text: 'Questions', size: [400, 400] });
  const there = put(board, 'frame', [500, 0], { text: 'Notions', size: [400, 400] });
  const mine = put(board, 'note', [100, 100], { parent: here, text: 'Les horaires' });
  const far = put(board, 'note', [600, 100], { parent: there, text: 'Le guichet' });
  const step = { ...OPEN_STEP, ...change, areas: change.areas === undefined ? 'all' : [here] } as Step;
  editor.setWho({ role: 'participant', group: null, step, id: 'ana' });
  const said = (): string[] => person.notices.filter(({ kind }) => kind === 'notice').map(({ id }) => id);
  const offers = (id: CommandId): boolean => editor.commands.get(id).enabled();
  return { ...person, here, there, mine, far, said, offers };
}

const STEP_SAYS = 'editor.notice.step';

describe('a step that narrows what one may do on the wall', () => {
  it('makes notes in its areas only, and says why nowhere else', () => {
    const { editor, board, said } = inStep({ areas: ['here'] });
    const before = board.size;
    expect(editor.writes.place('note', { x: 700, y: 300 })).toBeNull();
    expect(editor.writes.place('note', { x: 1200, y: 700 })).toBeNull();
    expect([board.size, said()]).toEqual([before, [STEP_SAYS, STEP_SAYS]]);
    expect(editor.writes.place('note', { x: 250, y: 250 })).not.toBeNull();
    expect(said()).toHaveLength(2);
  });

  it('neither moves, writes, colours nor deletes outside its areas, nor moves out of them', () => {
    const { editor, board, mine, far, said, offers } = inStep({ areas: ['here'] });
    editor.writes.move([far], { x: 10, y: 0 }, null);
    editor.writes.move([mine], { x: 500, y: 0 }, null);
    editor.writes.style([far], { color: 'blue' });
    editor.writes.delete([far]);
    editor.selection.set([far]);
    expect(offers('edit.type')).toBe(false);
    expect([board.frame(far)?.x, board.frame(mine)?.x, board.get(far)?.props.color]).toEqual([600, 100, 'yellow']);
    expect(said()).toEqual(Array(4).fill(STEP_SAYS));
    editor.writes.move([mine], { x: 10, y: 0 }, null);
    expect(board.frame(mine)?.x).toBe(110);
  });

  it('offers the tools of its kinds only', () => {
    const { offers } = inStep({ kinds: ['note'] });
    expect((['tool.note', 'note.new', 'tool.text', 'tool.frame'] as const).map(offers)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('changes what one has written or what names nobody, not what names another', () => {
    const { editor, board, mine, offers } = inStep({ edit: 'own', move: 'own' });
    const others = put(board, 'note', [150, 150], { text: 'De Bilal' });
    board.edit('by', (write) => write.set(others, { props: { by: 'bilal' } }));
    editor.selection.set([others]);
    expect([offers('edit.delete'), offers('edit.type'), offers('order.front')]).toEqual([false, false, false]);
    editor.selection.set([mine]);
    expect([offers('edit.delete'), offers('edit.type'), offers('order.front')]).toEqual([true, true, true]);
  });

  it('narrows nobody who facilitates', () => {
    const { editor, board, far, said } = inStep({ areas: ['here'], edit: 'none', move: 'none', add: false });
    editor.setWho({ ...editor.store.getState().who, role: 'facilitator' });
    editor.writes.move([far], { x: 10, y: 0 }, null);
    expect([board.frame(far)?.x, said()]).toEqual([610, []]);
  });

  it('draws an area around what one may move, and leaves what is another’s where it lies', () => {
    const { editor, board } = inStep({ edit: 'own', move: 'own' });
    const others = put(board, 'note', [1_100, 50], { text: 'De Bilal' });
    const mine = put(board, 'note', [1_400, 50], { text: 'D’Ana' });
    board.edit('by', (write) => write.set(others, { props: { by: 'bilal' } }));
    const area = editor.writes.draw('frame', { x: 1_000, y: 0, w: 700, h: 400 });
    expect([board.tree.parent(others), board.tree.parent(mine)]).toEqual([null, area]);
  });

  it('pulls an area open on the sides that leave what is another’s in its place', () => {
    const { editor, board, here, mine, said } = inStep({ edit: 'own', move: 'own' });
    const others = put(board, 'note', [150, 150], { parent: here, text: 'De Bilal' });
    board.edit('by', (write) => write.set(others, { props: { by: 'bilal' } }));
    const place = board.get(others)?.place;
    const pull = (frame: { x: number; y: number; w: number; h: number }): void =>
      editor.arranging.reshape('resize', new Map([[here, { frame }]]));
    pull({ x: -100, y: 0, w: 500, h: 450 });
    expect(board.frame(here)).toEqual({ x: 0, y: 0, w: 400, h: 450 });
    expect([board.get(others)?.place, board.frame(mine)?.x, said()]).toEqual([place, 100, [STEP_SAYS]]);
    pull({ x: 0, y: 0, w: 600, h: 450 });
    expect([board.frame(here)?.w, said().length]).toEqual([600, 1]);
    board.edit('test', (write) => {
      write.delete(others);
      write.set(mine, { lock: true });
    });
    const before = board.get(mine)?.place;
    pull({ x: 0, y: -60, w: 600, h: 510 });
    expect([board.frame(here)?.y, board.get(mine)?.place, said().at(-1)]).toEqual([0, before, 'editor.notice.locked']);
  });
});
