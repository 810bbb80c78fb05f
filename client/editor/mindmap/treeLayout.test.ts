import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Branch, MindMap } from '../../../shared/board/mindMap.ts';
import { type Box, intersects } from '../../../shared/geometry/box.ts';
import { layOutMap } from './treeLayout.ts';

const zOf = (n: number): string => `a${String.fromCharCode(48 + Math.floor(n / 10))}${n % 10}`;
const treeOf = (parents: readonly number[]): MindMap =>
  new MindMap(parents.map((from, n): Branch => ({ id: `b${n}`, from: `n${from}`, to: `n${n + 1}`, z: zOf(n) })));

describe('layOutMap', () => {
  it('grows to the right, children in order and centred on their note', () => {
    const map = treeOf([0, 0]);
    const places = layOutMap(map, 'n0', () => ({ x: 100, y: 100, w: 200, h: 100 }));
    expect([...places]).toEqual([
      ['n0', { x: 100, y: 100 }],
      ['n1', { x: 372, y: 42 }],
      ['n2', { x: 372, y: 158 }],
    ]);
  });

  it('grows to the left what lies on the left', () => {
    const frames: Record<string, Box> = {
      n0: { x: 0, y: 0, w: 200, h: 100 },
      n1: { x: -500, y: 0, w: 160, h: 60 },
      n2: { x: -900, y: 0, w: 160, h: 60 },
    };
    const places = layOutMap(treeOf([0, 1]), 'n0', (id) => frames[id] ?? null);
    expect(places.get('n1')).toEqual({ x: -232, y: 20 });
    expect(places.get('n2')).toEqual({ x: -464, y: 20 });
  });

  it('never lays a note over another, keeps the order of siblings, and moves nothing the second time', () => {
    const parents = fc
      .array(fc.nat(), { minLength: 1, maxLength: 60 })
      .map((list) => list.map((value, n) => value % (n + 1)));
    const size = fc.tuple(fc.integer({ min: 40, max: 400 }), fc.integer({ min: 20, max: 300 }));
    const boxes = fc.array(fc.tuple(size, fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -500, max: 500 })), {
      minLength: 61,
      maxLength: 61,
    });
    fc.assert(
      fc.property(parents, boxes, (list, at) => {
        const map = treeOf(list);
        const frame = (id: string): Box => {
          const [[w, h], x, y] = at[Number(id.slice(1))] as [[number, number], number, number];
          return { x, y, w, h };
        };
        const places = layOutMap(map, 'n0', frame);
        expect(places.size).toBe(list.length + 1);
        const placed = (id: string): Box => ({ ...frame(id), ...places.get(id) });
        const all = [...places.keys()].map((id) => ({ id, ...placed(id) }));
        for (const [i, one] of all.entries())
          for (const other of all.slice(i + 1)) expect(intersects(one, other)).toBe(false);
        for (const { id } of all) {
          const left = map.children(id).filter((child) => placed(child).x < placed('n0').x);
          const right = map.children(id).filter((child) => !left.includes(child));
          for (const side of [left, right])
            for (let n = 1; n < side.length; n++)
              expect(placed(side[n] as string).y).toBeGreaterThan(placed(side[n - 1] as string).y);
        }
        expect([...layOutMap(map, 'n0', placed)]).toEqual([...places]);
      }),
      { numRuns: 50 },
    );
  });

  it('lays out 500 notes, and a chain of 500', () => {
    const wide = treeOf(Array.from({ length: 499 }, (_, n) => Math.floor(n / 4)));
    const chain = treeOf(Array.from({ length: 499 }, (_, n) => n));
    for (const map of [wide, chain]) {
      expect(layOutMap(map, 'n0', () => ({ x: 0, y: 0, w: 180, h: 72 })).size).toBe(500);
    }
  });
});
