import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex, type Indexed } from '../editor/BoardIndex.ts';
import { BitmapCache } from './BitmapCache.ts';

const SIDE = 100;
const BYTES = SIDE * SIDE * 4;

function begin(budgetBitmaps: number) {
  const board = new BoardDoc();
  const closed: string[] = [];
  const cache = new BitmapCache(budgetBitmaps * BYTES, (item, scale) => ({
    image: { width: SIDE, height: SIDE, close: () => closed.push(`${item.id} ${scale}`) } as unknown as ImageBitmap,
    scale,
    stamp: item.stamp,
    x: 0,
    y: 0,
  }));
  const ids = Array.from({ length: 6 }, (_, i) => put(board, 'note', [i * 300, 0], { text: `idée ${i}` }));
  const index = new BoardIndex(board);
  const item = (i: number): Indexed => index.get(ids[i] as string) as Indexed;
  return { board, cache, closed, ids, item };
}

describe('BitmapCache', () => {
  it('offers the nearest scale while the right one is not made yet', () => {
    const { cache, item } = begin(10);
    cache.make(item(0), 0.25);
    cache.make(item(0), 1);
    expect(cache.find(item(0), 0.5)).toBeUndefined();
    expect(cache.findOther(item(0), 0.5)?.scale).toBe(1);
  });

  it('never offers an older look where the same look stands at another scale', () => {
    const { board, cache, ids, item } = begin(10);
    cache.make(item(0), 1);
    board.edit('typing', (write) => write.splice(ids[0] as string, { at: 0, remove: 0, insert: 'Une ' }));
    expect(cache.find(item(0), 1)).toBeUndefined();
    expect(cache.findOther(item(0), 1)?.scale).toBe(1);
    cache.make(item(0), 0.5);
    expect(cache.findOther(item(0), 1)?.scale).toBe(0.5);
  });

  it('keeps a bitmap when its element is only moved', () => {
    const { board, cache, ids, item } = begin(10);
    cache.make(item(0), 1);
    board.edit('move', (write) => write.set(ids[0] as string, { place: [null, 5, 5] }));
    expect(cache.find(item(0), 1)).toBeDefined();
  });

  it('keeps one bitmap of all those made for a resting zoom', () => {
    const { cache, closed, ids, item } = begin(10);
    for (const scale of [0.87, 0.9, 0.93]) cache.make(item(0), scale);
    expect({ bytes: cache.bytes, closed }).toEqual({ bytes: BYTES, closed: [`${ids[0]} 0.87`, `${ids[0]} 0.9`] });
  });

  it('stays within its budget, the longest unused first, never what this frame shows', () => {
    const { cache, closed, ids, item } = begin(4);
    for (const i of [0, 1, 2, 3]) {
      cache.beginFrame();
      cache.make(item(i), 1);
    }
    cache.beginFrame();
    cache.find(item(0), 1);
    cache.make(item(4), 1);
    expect(closed).toEqual([`${ids[1]} 1`, `${ids[2]} 1`]);
    expect(cache.find(item(0), 1)).toBeDefined();
  });

  it('forgets what is deleted', () => {
    const { cache, ids, item } = begin(4);
    cache.make(item(0), 1);
    cache.delete(ids[0] as string);
    expect(cache.bytes).toBe(0);
  });
});
