import { describe, expect, it } from 'vitest';
import { OPEN_STEP } from '../../shared/access/Step.ts';
import { type Box, encloses, intersects } from '../../shared/geometry/box.ts';
import { openEditor, put } from '../../tests/helpers/editing.ts';

function begin() {
  const person = openEditor();
  const { editor, board, notices } = person;
  const select = (...ids: string[]): void => editor.selection.set(ids);
  const place = (id: string): readonly [number, number] => {
    const { x, y } = board.frame(id) ?? { x: Number.NaN, y: Number.NaN };
    return [x, y];
  };
  const note = (at: readonly [number, number], rest: Parameters<typeof put>[3] = {}): string =>
    put(board, 'note', at, rest);
  const undo = (): void => editor.commands.run('edit.undo');
  return { ...person, select, place, note, undo, run: editor.commands.run, said: () => notices.at(-1) };
}

describe('arranging', () => {
  it('aligns what is selected in one step of undo, and says how many', () => {
    const { note, select, run, place, undo, said } = begin();
    const [a, b, c] = [note([0, 0]), note([300, 40]), note([600, 90])];
    select(a, b, c);
    run('arrange.alignTop');
    expect([a, b, c].map(place)).toEqual([
      [0, 0],
      [300, 0],
      [600, 0],
    ]);
    expect(said()).toMatchObject({ kind: 'announce', id: 'arrange.say.aligned', values: { count: 3 } });
    undo();
    expect([a, b, c].map(place)).toEqual([
      [0, 0],
      [300, 40],
      [600, 90],
    ]);
  });

  it('leaves what is locked, and what the step does not let one move', () => {
    const { note, select, run, place, board, editor, said } = begin();
    const [a, b, own] = [note([0, 0]), note([300, 40]), note([600, 90])];
    board.edit('lock', (write) => write.set(b, { lock: true }));
    select(a, b, own);
    run('arrange.alignBottom');
    expect([place(a), place(b), place(own)]).toEqual([
      [0, 90],
      [300, 40],
      [600, 90],
    ]);
    editor.setWho({ role: 'participant', group: null, step: { ...OPEN_STEP, move: 'none' }, id: 'ana' });
    run('arrange.alignTop');
    expect([place(a), place(own), said()?.id]).toEqual([[0, 90], [600, 90], 'editor.notice.step']);
  });

  it('spreads three or more with equal gaps', () => {
    const { note, select, run, place } = begin();
    const ids = [note([0, 0]), note([210, 0]), note([1000, 0])];
    select(...ids);
    run('arrange.distributeX');
    expect(ids.map(place)).toEqual([
      [0, 0],
      [500, 0],
      [1000, 0],
    ]);
  });

  it('tidies by colour inside the area, a gap between colours, nothing over anything', () => {
    const { board, note, select, run, said } = begin();
    const area = put(board, 'frame', [0, 0], { size: [1600, 1200] });
    const colors = ['blue', 'yellow', 'blue', 'green', 'yellow', 'blue'];
    const ids = colors.map((color, n) => note([n * 37, n * 23], { parent: area, props: { color } }));
    select(area);
    run('arrange.tidyColor');
    const boxes = ids.map((id) => board.frame(id) as Box);
    for (const [n, box] of boxes.entries()) {
      expect(encloses({ x: 0, y: 0, w: 1600, h: 1200 }, box)).toBe(true);
      for (const other of boxes.slice(n + 1)) expect(intersects(box, other)).toBe(false);
    }
    // Read line by line, the groups come in the order of the palette.
    const first = (color: string): number =>
      Math.min(...boxes.filter((_, n) => colors[n] === color).map(({ x, y }) => y * 10_000 + x));
    expect(first('yellow')).toBeLessThan(first('blue'));
    expect(first('blue')).toBeLessThan(first('green'));
    expect(said()).toMatchObject({ id: 'arrange.say.tidied', values: { count: 6, groups: 3 } });
    expect(board.tree.children(area).length).toBe(6);
  });

  it('tidies the alphabet line by line, in one step of undo', () => {
    const { board, note, select, run, place, undo } = begin();
    const ids = ['zébre', 'Âge', 'eau', 'école'].map((text, n) => note([n * 10, 500 - n * 10], { text }));
    select(...ids);
    run('arrange.tidyText');
    const read = [...board.elements()]
      .sort((a, b) => a.place[2] - b.place[2] || a.place[1] - b.place[1])
      .map(({ text }) => text);
    expect(read).toEqual(['Âge', 'eau', 'école', 'zébre']);
    undo();
    expect(ids.map(place)).toEqual([0, 1, 2, 3].map((n) => [n * 10, 500 - n * 10]));
  });

  it('groups, moves a group as one unit, and takes it apart again', () => {
    const { board, note, select, run, place, editor } = begin();
    const [a, b, c] = [note([0, 0]), note([220, 50]), note([900, 300])];
    select(a, b);
    run('arrange.group');
    const group = board.get(a)?.group;
    expect(group).toBeDefined();
    expect(board.get(b)?.group).toBe(group);
    select(a, b, c);
    run('arrange.alignBottom');
    // The lower of the two comes to the line, the other keeps its distance.
    expect([place(a), place(b), place(c)]).toEqual([
      [0, 250],
      [220, 300],
      [900, 300],
    ]);
    select(a, b);
    expect(editor.commands.get('arrange.ungroup').enabled()).toBe(true);
    run('arrange.ungroup');
    expect([board.get(a)?.group, board.get(b)?.group]).toEqual([undefined, undefined]);
  });

  it('gives copies of a group a group of their own', () => {
    const { board, note, select, run, editor } = begin();
    const [a, b] = [note([0, 0]), note([220, 50])];
    select(a, b);
    run('arrange.group');
    run('edit.duplicate');
    const copies = [...editor.selection.ids].map((id) => board.get(id)?.group);
    expect(copies[0]).toBeDefined();
    expect(copies[0]).toBe(copies[1]);
    expect(copies[0]).not.toBe(board.get(a)?.group);
  });

  it('goes one step over the next thing it touches, and back', () => {
    const { board, note, select, run } = begin();
    const [a, far, b, c] = [note([0, 0]), note([2000, 0]), note([50, 50]), note([100, 100])];
    const order = (): readonly string[] => board.tree.children(null);
    select(a);
    run('order.forward');
    expect(order()).toEqual([far, b, a, c]);
    run('order.forward');
    expect(order()).toEqual([far, b, c, a]);
    run('order.forward');
    expect(order()).toEqual([far, b, c, a]);
    run('order.backward');
    expect(order()).toEqual([far, b, a, c]);
  });

  it('makes everything as large as the largest', () => {
    const { board, note, select, run } = begin();
    const [a, b] = [note([0, 0]), note([500, 0], { size: [300, 260] })];
    select(a, b);
    run('arrange.sameSize');
    expect(board.get(a)?.size).toEqual([300, 260]);
    expect(board.get(b)?.size).toEqual([300, 260]);
  });

  it('selects what has the same colour, and what lies in an area', () => {
    const { board, note, select, run, editor } = begin();
    const area = put(board, 'frame', [0, 0], { size: [600, 600] });
    const blue = [
      note([0, 0], { parent: area, props: { color: 'blue' } }),
      note([900, 0], { props: { color: 'blue' } }),
    ];
    const other = note([300, 300], { parent: area, props: { color: 'green' } });
    select(blue[0] as string);
    run('select.sameColor');
    expect([...editor.selection.ids].sort()).toEqual([...blue].sort());
    select(area);
    run('select.content');
    expect([...editor.selection.ids].sort()).toEqual([blue[0], other].sort());
  });

  it('scales several at once, an area along with what lies elsewhere, in one step', () => {
    const { board, note, editor, undo } = begin();
    const area = put(board, 'frame', [0, 0], { size: [400, 400] });
    const inside = note([50, 60], { parent: area });
    const beside = note([500, 0]);
    const shapes = new Map([
      [area, { frame: { x: -100, y: 0, w: 500, h: 400 } }],
      [beside, { frame: { x: 600, y: 0, w: 250, h: 250 } }],
    ]);
    editor.arranging.reshape('resize', shapes);
    expect([board.frame(area), board.frame(beside), board.frame(inside)]).toEqual([
      { x: -100, y: 0, w: 500, h: 400 },
      { x: 600, y: 0, w: 250, h: 250 },
      { x: 50, y: 60, w: 200, h: 200 },
    ]);
    undo();
    expect(board.frame(area)).toEqual({ x: 0, y: 0, w: 400, h: 400 });
  });
});

describe('snapping', () => {
  it('is on until it is turned off', () => {
    const { editor, run } = begin();
    expect(editor.commands.get('view.snap').active?.()).toBe(true);
    run('view.snap');
    expect(editor.store.getState().isSnapping).toBe(false);
  });
});

describe('tidying what lies in several areas', () => {
  const scattered = () => {
    const begun = begin();
    const { board, note } = begun;
    const frame = put(board, 'frame', [3_000, 0], { text: 'Irritants', size: [700, 500] });
    const inside = [note([3_020, 20], { parent: frame }), note([3_260, 20], { parent: frame })];
    const outside = [0, 1, 2, 3].map((n) => note([n * 250, n * 30]));
    return { ...begun, frame, inside, outside };
  };

  it('leaves none in an area outside which it comes to lie', () => {
    const { board, select, run, frame, inside, outside, undo } = scattered();
    select(...outside, ...inside);
    run('arrange.tidyGrid');
    const area = board.frame(frame) as Box;
    for (const id of [...inside, ...outside])
      expect(board.tree.parent(id) === frame).toBe(encloses(area, board.frame(id) as Box));
    expect(inside.map((id) => board.tree.parent(id))).toEqual([null, null]);
    undo();
    expect(inside.map((id) => board.tree.parent(id))).toEqual([frame, frame]);
  });

  it('keeps on the wall what lies there, whatever it comes to lie over: a place on a matrix would be a score', () => {
    const { board, note, select, run } = begin();
    const matrix = put(board, 'matrix', [300, -200], { size: [2_000, 2_000] });
    const notes = Array.from({ length: 12 }, (_, n) => note([(n % 2) * 40, n * 10]));
    select(...notes);
    run('arrange.tidyGrid');
    const area = board.frame(matrix) as Box;
    expect(notes.some((id) => encloses(area, board.frame(id) as Box))).toBe(true);
    expect(new Set(notes.map((id) => board.tree.parent(id)))).toEqual(new Set([null]));
  });

  it('takes none out onto a wall that this person may put nothing on', () => {
    const { editor, board, note, select, run, frame, inside, place, notices } = scattered();
    const other = put(board, 'frame', [0, 0], { text: 'Envies', size: [300, 260] });
    const lonely = note([20, 20], { parent: other });
    const step = { ...OPEN_STEP, areas: [frame, other] } as never;
    editor.setWho({ role: 'participant', group: null, step, id: 'ana' });
    select(lonely, ...inside);
    const before = inside.map(place);
    run('arrange.tidyGrid');
    expect(board.tree.children(frame)).toEqual(inside);
    expect([place(lonely), inside.map(place)]).toEqual([[20, 20], before]);
    expect(notices.some(({ id }) => id === 'editor.notice.step')).toBe(true);
  });
});
