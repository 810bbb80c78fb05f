import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { moveElements, reorderElements } from '../../shared/board/operations.ts';
import { tagKey } from '../../shared/elements/marks/markKeys.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex, type IndexChange } from './BoardIndex.ts';

const EVERYWHERE = { x: -1e5, y: -1e5, w: 2e5, h: 2e5 };

function begin() {
  const board = new BoardDoc();
  const area = put(board, 'frame', [0, 0], { size: [600, 600] });
  const inside = put(board, 'note', [50, 50], { parent: area });
  const outside = put(board, 'note', [1000, 0]);
  const index = new BoardIndex(board);
  const changes: IndexChange[] = [];
  index.onChange((change) => changes.push(change));
  const order = () => index.search(EVERYWHERE).map(({ id }) => id);
  return { board, area, inside, outside, index, changes, order };
}

describe('BoardIndex', () => {
  it('finds what lies in a box, in painting order', () => {
    const { index, order, area, inside, outside } = begin();
    expect(order()).toEqual([area, inside, outside]);
    expect(index.search({ x: 900, y: -50, w: 400, h: 400 }).map(({ id }) => id)).toEqual([outside]);
  });

  it('moves what lies in an area along with it, and damages the old and the new place', () => {
    const { board, area, inside, index, changes } = begin();
    board.edit('move', (write) => write.set(area, { place: [null, 0, 2000] }));
    expect(index.get(inside)?.origin).toEqual({ x: 50, y: 2050 });
    const tops = changes.at(-1)?.damage.map(({ y }) => y) ?? [];
    expect([...tops].sort((a, b) => a - b)).toEqual([0, 50, 2000, 2050]);
  });

  it('keeps the look of what only moves, and renews the area whose prompt goes with its first note', () => {
    const { board, area, inside, outside, index } = begin();
    const looks = () => [area, inside, outside].map((id) => index.get(id)?.stamp ?? 0);
    const before = looks();
    moveElements(board, 'move', [{ id: outside, parent: area, to: { x: 300, y: 300 } }]);
    const [areaLook, insideLook, outsideLook] = looks();
    expect(areaLook).toBeGreaterThan(before[0] as number);
    expect([insideLook, outsideLook]).toEqual([before[1], before[2]]);
  });

  it('has a line painted anew that moves without one of its ends, or whose area does', () => {
    const board = new BoardDoc();
    const area = put(board, 'frame', [0, 0], { size: [600, 400] });
    const from = put(board, 'note', [50, 50], { parent: area });
    const to = put(board, 'note', [900, 50]);
    const ends = { from: { id: from, x: 150, y: 150 }, to: { id: to, x: 1000, y: 150 } };
    const line = put(board, 'connector', [0, 0], { parent: area, props: ends });
    const index = new BoardIndex(board);
    const look = () => index.get(line)?.stamp ?? 0;
    const before = look();
    board.edit('move', (write) => {
      write.set(from, { place: [area, 50, 90] });
      write.set(line, { place: [area, 0, 40] });
    });
    const together = look();
    board.edit('move', (write) => write.set(area, { place: [null, 0, 300] }));
    expect([together > before, look() > together]).toEqual([true, true]);
  });

  it('renews a grid when a note of it gets a tag, by which its curve is told apart, and not for what it says', () => {
    const { board, index } = begin();
    const props = { 'row:e': { name: '', type: 'emotion', z: 'a0' }, 'col:c': { name: '', z: 'a0' }, lines: 'tag' };
    const grid = put(board, 'grid', [0, 2000], { props });
    const note = put(board, 'note', [0, 0], { parent: grid });
    board.edit('move', (write) => write.set(note, { place: [grid, 0, 100, 'e:c'] }));
    const look = () => index.get(grid)?.stamp ?? 0;
    const first = look();
    board.edit('tag', (write) => write.set(note, { marks: { [tagKey('usagers')]: 'blue' } }));
    const tagged = look();
    expect(tagged).toBeGreaterThan(first);
    board.edit('edit', (write) => write.splice(note, { at: 0, remove: 0, insert: 'Perdue' }));
    expect(look()).toBe(tagged);
  });

  it('renews a map when what its pin stands for goes, or comes back, though nobody wrote the map', () => {
    const { board, outside, index, changes } = begin();
    const props = { 'pin:a': { x: 0.5, y: 0.5, z: 'a0', of: outside } };
    const map = put(board, 'map', [0, 2000], { size: [800, 560], props });
    const look = () => index.get(map)?.stamp ?? 0;
    const isDamaged = () => changes.at(-1)?.damage.some(({ y }) => y > 1500) ?? false;
    const first = look();
    board.edit('edit', (write) => write.splice(outside, { at: 0, remove: 0, insert: 'Le guichet' }));
    expect([look(), isDamaged()]).toEqual([first, false]);
    board.edit('delete', (write) => write.delete(outside));
    expect(isDamaged()).toBe(true);
    const bare = look();
    expect(bare).toBeGreaterThan(first);
    board.edit('undo', (write) => write.create({ id: outside, kind: 'note', place: [null, 1000, 0], z: 'a5' }));
    expect(isDamaged()).toBe(true);
    expect(look()).toBeGreaterThan(bare);
  });

  it('paints areas below all that people put on them', () => {
    const { board, area, inside, outside, order } = begin();
    const later = put(board, 'frame', [100, 0]);
    expect(order()).toEqual([area, later, inside, outside]);
  });

  it('paints a new element on top and follows a change of order', () => {
    const { board, outside, order } = begin();
    expect(order().at(-1)).toBe(outside);
    const last = put(board, 'note', [1000, 300]);
    expect(order().at(-1)).toBe(last);
    reorderElements(board, 'order', [outside], 'front');
    expect(order().at(-1)).toBe(outside);
    reorderElements(board, 'order', [outside], 'back');
    expect(order().indexOf(outside)).toBeLessThan(order().indexOf(last));
  });

  it('forgets what is deleted and says where it stood', () => {
    const { board, outside, index, changes, order } = begin();
    const stood = index.get(outside)?.bounds;
    board.edit('delete', (write) => write.delete(outside));
    expect(changes.at(-1)?.damage).toEqual([stood]);
    expect(order()).not.toContain(outside);
    const again = put(board, 'note', [0, 900]);
    expect(order().at(-1)).toBe(again);
  });

  it('agrees with a fresh index after many changes', () => {
    const { board, index } = begin();
    const area = put(board, 'frame', [3000, 0]);
    for (let i = 0; i < 60; i++) {
      const id = put(board, 'note', [i * 37, i * 11], i % 3 === 0 ? { parent: area } : {});
      if (i % 4 === 0) board.edit('delete', (write) => write.delete(id));
      if (i % 5 === 0) reorderElements(board, 'order', [id], 'back');
      if (i % 7 === 0) board.edit('move', (write) => write.set(area, { place: [null, i * 10, i] }));
    }
    const fresh = new BoardIndex(board);
    const read = (one: BoardIndex) => one.search(EVERYWHERE).map(({ id, origin, bounds }) => ({ id, origin, bounds }));
    expect(read(index)).toEqual(read(fresh));
  });

  it('knows what is grouped, whatever is put together, taken apart or deleted', () => {
    const { board, index, inside, outside } = begin();
    const members = (group: string) => [...index.members(group)].sort();
    board.edit('group', (write) => {
      for (const id of [inside, outside]) write.set(id, { group: 'g' });
    });
    expect(members('g')).toEqual([inside, outside].sort());
    board.edit('group', (write) => write.set(inside, { group: 'h' }));
    expect([members('g'), members('h')]).toEqual([[outside], [inside]]);
    board.edit('delete', (write) => write.delete(outside));
    expect([members('g'), [...new BoardIndex(board).members('h')]]).toEqual([[], [inside]]);
  });

  it('answers before its tree of places and its ranks are made what it answers after', () => {
    const { board, area } = begin();
    const other = put(board, 'frame', [300, 300], { size: [800, 800] });
    for (let i = 0; i < 60; i++)
      put(board, 'note', [(i * 137) % 1500, (i * 89) % 1100], { parent: [area, other, null][i % 3] as string });
    const walking = new BoardIndex(board);
    const ready = new BoardIndex(board);
    while (ready.prepare());
    for (let i = 0; i < 40; i++) {
      const box = { x: (i * 211) % 1600, y: (i * 97) % 1200, w: i % 4 === 0 ? 0 : 300, h: i % 4 === 0 ? 0 : 250 };
      expect(walking.search(box).map(({ id }) => id)).toEqual(ready.search(box).map(({ id }) => id));
    }
  });

  it('keeps what it knows of places up to date whether they have been asked for or not', () => {
    const { board, outside, index } = begin();
    board.edit('move', (write) => write.set(outside, { place: [null, 5000, 0] }));
    expect(index.ids({ x: 4900, y: -50, w: 400, h: 400 })).toEqual([outside]);
    while (index.prepare());
    board.edit('move', (write) => write.set(outside, { place: [null, 9000, 0] }));
    expect(index.ids({ x: 4900, y: -50, w: 400, h: 400 })).toEqual([]);
    expect(index.ids({ x: 8900, y: -50, w: 400, h: 400 })).toEqual([outside]);
  });
});

describe('an area that counts what lies where', () => {
  it('is painted anew when what lies in it is given another size, as when it is moved', () => {
    const board = new BoardDoc();
    const props = { roles: true, 'sector:s1': { name: 'Lieux', z: 'a0' }, 'sector:s2': { name: 'Gens', z: 'a1' } };
    const radar = put(board, 'radar', [0, 0], { size: [1_800, 1_600], props });
    const note = put(board, 'note', [820, 700], { parent: radar, text: 'La halle' });
    const index = new BoardIndex(board);
    const stamp = () => index.get(radar)?.stamp ?? 0;
    const before = stamp();
    board.edit('resize', (write) => write.set(note, { size: [400, 200] }));
    const resized = stamp();
    board.edit('move', (write) => write.set(note, { place: [radar, 300, 700] }));
    expect([resized > before, stamp() > resized]).toEqual([true, true]);
  });
});
