import { afterEach, describe, expect, it, vi } from 'vitest';
import { BoardDoc } from '../../../shared/board/BoardDoc.ts';
import { intersects } from '../../../shared/geometry/box.ts';
import { connect, openEditor, put } from '../../../tests/helpers/editing.ts';
import { MapKeys } from './mapKeys.ts';

type Person = ReturnType<typeof openEditor>;

const key = (name: string, shiftKey = false) => ({
  ...{ key: name, code: '', ctrlKey: false, metaKey: false, altKey: false },
  shiftKey,
});
const UP = { x: 0, y: -1 };
const DOWN = { x: 0, y: 1 };
const LEFT = { x: -1, y: 0 };
const RIGHT = { x: 1, y: 0 };

/** A person at a map: its heart, and a hand that adds ideas. */
async function atMap(board = new BoardDoc()) {
  const person = openEditor({ board });
  const heart = put(board, 'note', [400, 300], { text: 'La gare', props: { node: 'open', color: 'yellow' } });
  const { mindMaps, selection } = person.editor;
  const write = (id: string, text: string): void =>
    board.edit('test', (write) => write.splice(id, { at: 0, remove: 0, insert: text }));
  const child = async (of: string, text: string): Promise<string> => {
    await mindMaps.addChild(of);
    const id = selection.single as string;
    write(id, text);
    return id;
  };
  return { ...person, heart, mindMaps, selection, child, write };
}

/** The map as nested words. */
function outline({ board }: Person, id: string): unknown {
  const children = board.folds.map.children(id).map((child) => outline({ board } as Person, child));
  const { text } = board.get(id) ?? { text: '?' };
  return children.length > 0 ? [text, ...children] : text;
}

function expectTidy({ board }: Pick<Person, 'board'>): void {
  const boxes = [...board.elements()]
    .filter(({ kind }) => kind === 'note')
    .map(({ id }) => ({ id, ...(board.frame(id) as { x: number; y: number; w: number; h: number }) }));
  for (const [i, one] of boxes.entries())
    for (const other of boxes.slice(i + 1)) expect(intersects(one, other)).toBe(false);
}

afterEach(() => vi.useRealTimers());

describe('a mind map', () => {
  it('grows by children and siblings, each with its branch, one colour a main branch', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    await me.child(velo, 'Un abri');
    await me.mindMaps.addSibling(velo);
    const bus = me.selection.single as string;
    me.write(bus, 'Bus');
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', 'Un abri'], 'Bus']);
    const colors = [...me.board.elements()]
      .filter(({ kind }) => kind === 'note')
      .map(({ text, props }) => [text, props.color]);
    expect(Object.fromEntries(colors)).toEqual({ 'La gare': 'yellow', Vélo: 'blue', 'Un abri': 'blue', Bus: 'green' });
    expect([...me.board.elements()].filter(({ problem }) => problem !== undefined)).toEqual([]);
    expect(me.board.frame(me.heart)).toMatchObject({ x: 400, y: 300 });
    expectTidy(me);
  });

  it('takes each new idea back in one step, with its branch and the places it moved', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const before = me.board.frame(velo);
    await me.mindMaps.addChild(me.heart);
    expect(me.board.frame(velo)).not.toEqual(before);
    me.editor.typing.end();
    me.editor.commands.run('edit.undo');
    expect(me.board.frame(velo)).toEqual(before);
    expect([...me.board.elements()].length).toBe(3);
  });

  it('keeps what two people add at the same moment, and lays it out without overlap', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const me = await atMap();
    const other = openEditor();
    const wire = connect(me.board, other.board);
    await me.mindMaps.addChild(me.heart);
    wire.sync();
    await Promise.all([me.mindMaps.addChild(me.heart), other.editor.mindMaps.addChild(me.heart)]);
    wire.sync();
    expect(me.board.folds.map.children(me.heart).length).toBe(3);
    await vi.advanceTimersByTimeAsync(1_000);
    wire.sync();
    expectTidy(me);
    expectTidy(other);
    const places = (board: BoardDoc): unknown => [...board.elements()].map(({ id, place }) => [id, place]).sort();
    expect(places(me.board)).toEqual(places(other.board));
    // Nobody's undo is spent on it.
    expect(me.editor.history.past.at(-1)?.label).toBe('mindmap');
  });

  it('is walked by arrows, outwards, inwards, up and down, past the end of a branch', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const abri = await me.child(velo, 'Un abri');
    const bus = await me.child(me.heart, 'Bus');
    const soir = await me.child(bus, 'Le soir');
    const go = (from: string, ...ways: { x: number; y: number }[]): string | null => {
      me.selection.set([from]);
      for (const way of ways) me.mindMaps.walk(me.selection.single as string, way);
      return me.selection.single;
    };
    expect(go(velo, RIGHT)).toBe(abri);
    expect(go(abri, DOWN)).toBe(soir);
    expect(go(soir, LEFT, LEFT)).toBe(me.heart);
    expect(go(bus, UP)).toBe(velo);
    expect(go(velo, UP)).toBe(velo);
  });

  it('moves an idea among its siblings, up a level, under its elder and to the other side', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const abri = await me.child(velo, 'Un abri');
    const bus = await me.child(me.heart, 'Bus');
    await me.mindMaps.shift(bus, UP);
    expect(outline(me, me.heart)).toEqual(['La gare', 'Bus', ['Vélo', 'Un abri']]);
    await me.mindMaps.shift(bus, DOWN);
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', 'Un abri'], 'Bus']);
    await me.mindMaps.shift(bus, RIGHT);
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', 'Un abri', 'Bus']]);
    expect(me.board.get(bus)?.props.color).toBe('blue');
    await me.mindMaps.shift(abri, LEFT);
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', 'Bus'], 'Un abri']);
    await me.mindMaps.shift(velo, LEFT);
    expect((me.board.frame(velo)?.x ?? 0) < 400).toBe(true);
    expect((me.board.frame(bus)?.x ?? 0) < (me.board.frame(velo)?.x ?? 0)).toBe(true);
    expectTidy(me);
  });

  it('hangs a dragged branch on the note it is let go over, and never on its own part', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const abri = await me.child(velo, 'Un abri');
    const bus = await me.child(me.heart, 'Bus');
    const over = (id: string) => {
      const box = me.board.frame(id) as { x: number; y: number; w: number; h: number };
      return { x: box.x + box.w / 2, y: box.y + box.h / 2 };
    };
    const ids = me.mindMaps.withBelow([bus]);
    expect(me.mindMaps.drop(ids, { x: 300, y: -60 }, over(abri))).toBe(true);
    await vi.waitFor(() => expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', ['Un abri', 'Bus']]]));
    expect(me.mindMaps.drop(me.mindMaps.withBelow([velo]), { x: 300, y: 0 }, over(abri))).toBe(true);
    await me.mindMaps.tidy(me.heart);
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', ['Un abri', 'Bus']]]);
    // The heart is no branch: the whole map goes where it is let go.
    expect(me.mindMaps.drop(me.mindMaps.withBelow([me.heart]), { x: 50, y: 0 }, { x: 0, y: 0 })).toBe(false);
    expectTidy(me);
  });

  it('folds a branch away for everybody, counts it, and unfolds it in place', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const abri = await me.child(velo, 'Un abri');
    await me.child(abri, 'Couvert');
    const place = me.board.frame(abri);
    const everything = { x: -5_000, y: -5_000, w: 10_000, h: 10_000 };
    const seen = (): number => me.editor.index.find(everything).length;
    const all = seen();
    await me.mindMaps.fold(velo);
    expect(me.board.folds.count(velo)).toBe(2);
    expect(seen()).toBe(all - 4);
    expect(me.board.folds.isHidden(abri)).toBe(true);
    const other = new BoardDoc();
    other.applyRemote(me.board.encodeState());
    expect(other.folds.count(velo)).toBe(2);
    me.editor.commands.run('edit.undo');
    expect([seen(), me.board.folds.isNone]).toEqual([all, true]);
    expect(me.board.frame(abri)).toEqual(place);
  });

  it('goes with all that hangs on it when it is deleted, and leaves the selection on its parent', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    await me.child(velo, 'Un abri');
    me.editor.typing.end();
    me.selection.set([velo]);
    me.editor.commands.run('edit.delete');
    expect([...me.board.elements()].map(({ text }) => text)).toEqual(['La gare']);
    expect(me.selection.single).toBe(me.heart);
    me.editor.commands.run('edit.undo');
    expect(outline(me, me.heart)).toEqual(['La gare', ['Vélo', 'Un abri']]);
  });

  it('is copied with its branches, folded parts included', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    await me.child(velo, 'Un abri');
    await me.mindMaps.fold(velo);
    me.selection.set([me.heart, velo]);
    const flavours = me.editor.clipboard.copy();
    const there = openEditor();
    there.editor.clipboard.paste(flavours ?? { text: '', html: '' });
    const heart = [...there.board.elements()].find(({ text }) => text === 'La gare')?.id ?? '';
    expect(outline(there, heart)).toEqual(['La gare', ['Vélo', 'Un abri']]);
  });

  it('makes a child by Tab, unless one came to it by Tab; a plain note, or a viewer, has nothing of it', async () => {
    const me = await atMap();
    const keys = new MapKeys(me.mindMaps);
    me.selection.set([me.heart]);
    keys.cameByTab(me.heart);
    expect(keys.takesTab(false)).toBe(false);
    expect(keys.take(key('Tab'), false)).toBe(false);
    keys.take(key('a'), false);
    expect(keys.take(key('Tab'), false)).toBe(true);
    await vi.waitFor(() => expect(me.board.folds.map.children(me.heart).length).toBe(1));
    me.editor.typing.end();
    me.selection.set([me.heart]);
    expect(keys.take(key('Tab'), true)).toBe(false);
    expect(keys.take(key('Enter'), true)).toBe(false);
    me.selection.set([put(me.board, 'note', [2_000, 0], { text: 'Seule' })]);
    for (const name of ['Tab', 'Enter', 'ArrowUp']) expect(keys.take(key(name), false)).toBe(false);
  });

  it('is cut as it is deleted, with all that hangs on a note, and comes back whole', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    const shelter = await me.child(velo, 'Un abri');
    await me.child(shelter, 'Fermé');
    await me.mindMaps.fold(shelter);
    me.editor.typing.end();
    me.selection.set([velo]);
    const flavours = me.editor.clipboard.cut() ?? { text: '', html: '' };
    expect([...me.board.elements()].map(({ text }) => text)).toEqual(['La gare']);
    me.editor.clipboard.paste(flavours);
    const texts = [...me.board.elements()].filter(({ kind }) => kind === 'note').map(({ text }) => text);
    expect(texts.sort()).toEqual(['Fermé', 'La gare', 'Un abri', 'Vélo']);
    const back = [...me.board.elements()].find(({ text }) => text === 'Vélo')?.id ?? '';
    expect(outline(me, back)).toEqual(['Vélo', ['Un abri', 'Fermé']]);
  });

  it('hangs nothing on a folded note that may not be opened, and says why', async () => {
    const me = await atMap();
    const velo = await me.child(me.heart, 'Vélo');
    await me.child(velo, 'Un abri');
    await me.mindMaps.fold(velo);
    me.editor.typing.end();
    me.board.edit('test', (write) => write.set(velo, { lock: true }));
    const before = me.board.size;
    await me.mindMaps.addChild(velo);
    expect([me.board.size, me.board.get(velo)?.props.node, me.notices.at(-1)?.id]).toEqual([
      before,
      'folded',
      'editor.notice.locked',
    ]);
  });
});
