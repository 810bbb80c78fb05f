/** What is said of what a hand or a command has done: only what was done. */
import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import type { PagePoint, ScreenPoint } from '../../shared/geometry/vec.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';
import type { PointerInput } from '../tools/Tool.ts';

function begin() {
  const person = openEditor();
  const { editor, board, notices } = person;
  const zone = put(board, 'frame', [0, 400], { text: 'Se déplacer', size: [600, 400] });
  const note = put(board, 'note', [0, 0], { text: 'Plus de bus le soir', props: { color: 'yellow' } });
  editor.setWho({ role: 'participant', group: null, step: OPEN_STEP, id: 'ana' });
  /** Lets nothing be done on the wall but what `may` says. */
  const forbid = (may: 'move' | 'add' | 'edit'): void =>
    editor.setWho({
      role: 'participant',
      group: null,
      step: { ...OPEN_STEP, [may]: may === 'add' ? false : 'none' },
      id: 'ana',
    });
  const input = (x: number, y: number, alt = false): PointerInput => {
    const at = { x, y };
    return {
      ...{ page: at as PagePoint, screen: at as ScreenPoint, pressure: 0.5, device: 'mouse', shift: false, alt },
      mod: false,
    };
  };
  const drag = (alt = false): void => {
    const tool = editor.tools.current;
    tool.onPointerDown(input(100, 100, alt));
    tool.onPointerMove(input(120, 150, alt));
    tool.onPointerMove(input(300, 600, alt));
    tool.onPointerUp(input(300, 600, alt));
  };
  /** Without what is said of the selection. */
  const said = (): string[] =>
    notices.splice(0).flatMap(({ id }) => (id.startsWith('editor.say.selected') ? [] : [id]));
  return { ...person, zone, note, forbid, drag, said };
}

describe('what a page says of a move by hand', () => {
  it('is that something moved, and where to, once it has', () => {
    const { drag, said, board, note, zone } = begin();
    drag();
    expect([board.tree.parent(note), said()]).toEqual([zone, ['editor.say.movedInto']]);
  });

  it('is only why not, where the step lets nobody move', () => {
    const { drag, said, board, note, forbid } = begin();
    forbid('move');
    drag();
    expect([board.tree.parent(note), said()]).toEqual([null, ['editor.notice.step']]);
  });

  it('leaves what one held selected where a copy is refused', () => {
    const { drag, said, editor, note, board, forbid } = begin();
    editor.selection.set([note]);
    forbid('add');
    drag(true);
    expect([board.size, [...editor.selection.ids], said()]).toEqual([2, [note], ['editor.notice.step']]);
    forbid('move');
    drag(true);
    expect([board.size, editor.selection.ids.has(note)]).toEqual([3, false]);
  });
});

describe('what a page says of a colour', () => {
  it('is its name once something has it, or the next note will', () => {
    const { editor, note, said } = begin();
    editor.commands.run('color.blue');
    editor.selection.set([note]);
    editor.commands.run('color.blue');
    editor.commands.run('color.blue');
    expect(said()).toEqual(['editor.say.colored', 'editor.say.colored', 'editor.say.colored']);
  });

  it('is only why not, where it was refused', () => {
    const { editor, board, note, forbid, said } = begin();
    editor.selection.set([note]);
    forbid('edit');
    editor.commands.run('color.blue');
    expect(said()).toEqual(['editor.notice.step']);
    editor.setWho({ role: 'participant', group: null, step: OPEN_STEP, id: 'ana' });
    board.edit('lock', (write) => write.set(note, { lock: true }));
    editor.commands.run('color.blue');
    expect([board.get(note)?.props.color, said()]).toEqual(['yellow', ['editor.notice.locked']]);
  });
});

describe('a copy', () => {
  it('of an area has in it what is locked as it was, where whoever makes it may lock', () => {
    const { editor, board, note, zone } = begin();
    board.edit('lock', (write) => write.set(note, { lock: true, place: [zone, 20, 20] }));
    const lockedInCopy = (): boolean[] => {
      const [copy = ''] = editor.writes.duplicate([zone], { x: 2_000, y: 0 });
      return [copy, ...board.tree.children(copy)].map((id) => board.get(id)?.lock === true);
    };
    const asParticipant = lockedInCopy();
    editor.setMayLock(true);
    expect([asParticipant, lockedInCopy()]).toEqual([
      [false, false],
      [false, true],
    ]);
  });
});
