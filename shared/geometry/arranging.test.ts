/** What aligning, distributing and tidying promise, whatever the boxes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, EDGES } from './align.ts';
import { type Box, encloses, intersects, union } from './box.ts';
import { distribute } from './distribute.ts';
import { tidy } from './tidy.ts';

const side = fc.integer({ min: 20, max: 600 });
const at = fc.integer({ min: -4000, max: 4000 });
const box: fc.Arbitrary<Box> = fc.record({ x: at, y: at, w: side, h: side });
const boxes = fc.array(box, { minLength: 1, maxLength: 40 });

const moved = (all: readonly Box[], to: readonly { x: number; y: number }[]): Box[] =>
  all.map((one, index) => ({ ...one, ...to[index] }));

describe('align', () => {
  it('gives all boxes one line in common and leaves the other axis alone', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...EDGES), (all, edge) => {
        const done = moved(all, align(all, edge));
        const around = union(all) as Box;
        for (const [index, { x, y, w, h }] of done.entries()) {
          const before = all[index] as Box;
          const isUpright = edge === 'left' || edge === 'center' || edge === 'right';
          expect(isUpright ? y : x).toBe(isUpright ? before.y : before.x);
          const off = {
            left: x - around.x,
            center: x + w / 2 - around.x - around.w / 2,
            right: x + w - around.x - around.w,
            top: y - around.y,
            middle: y + h / 2 - around.y - around.h / 2,
            bottom: y + h - around.y - around.h,
          }[edge];
          expect(Math.abs(off)).toBeLessThanOrEqual(edge === 'center' || edge === 'middle' ? 1 : 0);
        }
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom(...EDGES), (all, edge) => {
        const once = moved(all, align(all, edge));
        expect(moved(once, align(once, edge))).toEqual(once);
      }),
    );
  });
});

describe('distribute', () => {
  it('makes all gaps equal to a unit and keeps the ends and the other axis', () => {
    fc.assert(
      fc.property(boxes, fc.constantFrom('x' as const, 'y' as const), (all, axis) => {
        const length = axis === 'x' ? 'w' : 'h';
        const done = moved(all, distribute(all, axis));
        for (const [index, one] of done.entries())
          expect(one[axis === 'x' ? 'y' : 'x']).toBe(all[index]?.[axis === 'x' ? 'y' : 'x']);
        const middle = (one: Box): number => one[axis] + one[length] / 2;
        const order = all
          .map((one, index) => ({ one, index }))
          .sort((a, b) => middle(a.one) - middle(b.one) || a.index - b.index)
          .map(({ index }) => done[index] as Box);
        const gaps = order.slice(1).map((one, index) => {
          const before = order[index] as Box;
          return one[axis] - before[axis] - before[length];
        });
        if (all.length >= 3) expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
        else expect(done).toEqual(all);
        const first = order[0] as Box;
        const last = order.at(-1) as Box;
        expect(all).toContainEqual(first);
        expect(all).toContainEqual(last);
      }),
    );
  });
});

describe('tidy', () => {
  const group = fc.array(fc.tuple(side, side), { maxLength: 25 });
  const grouped = fc
    .array(group, { minLength: 1, maxLength: 6 })
    .map((groups) => groups.map((items, g) => items.map(([w, h], n) => ({ id: `${g}-${n}`, w, h }))));

  it('puts every box somewhere, none over another', () => {
    fc.assert(
      fc.property(grouped, fc.option(fc.record({ w: side, h: side }), { nil: undefined }), (groups, size) => {
        const places = tidy(groups, { at: { x: 7, y: -9 }, ...(size && { size }) });
        const done = groups
          .flat()
          .map((item): Box => ({ ...(places.get(item.id) as { x: number; y: number }), w: item.w, h: item.h }));
        expect(places.size).toBe(groups.flat().length);
        for (const [index, one] of done.entries())
          for (const other of done.slice(index + 1)) expect(intersects(one, other)).toBe(false);
        for (const one of done) expect(one.x >= 7 && one.y >= -9).toBe(true);
      }),
    );
  });

  it('keeps groups apart from one another', () => {
    fc.assert(
      fc.property(grouped, (groups) => {
        const places = tidy(groups, { at: { x: 0, y: 0 } });
        const around = groups
          .filter((items) => items.length > 0)
          .map(
            (items) =>
              union(
                items.map((item) => ({ ...(places.get(item.id) as { x: number; y: number }), w: item.w, h: item.h })),
              ) as Box,
          );
        for (const [index, one] of around.entries())
          for (const other of around.slice(index + 1)) expect(intersects(one, other)).toBe(false);
      }),
    );
  });

  it('stays in the room wherever equal boxes fit into it with the narrowest gaps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        side,
        side,
        (count, columns, w, h) => {
          const rows = Math.ceil(count / columns);
          const size = { w: columns * w + (columns - 1) * 6, h: rows * h + (rows - 1) * 6 };
          const items = Array.from({ length: count }, (_, n) => ({ id: String(n), w, h }));
          const places = tidy([items], { at: { x: 0, y: 0 }, size });
          const done = union([...places.values()].map((place) => ({ ...place, w, h }))) as Box;
          expect(encloses({ x: 0, y: 0, ...size }, done)).toBe(true);
        },
      ),
    );
  });

  it('reads line by line in the order given', () => {
    const items = Array.from({ length: 12 }, (_, n) => ({ id: String(n), w: 200, h: 200 }));
    const places = [...tidy([items], { at: { x: 100, y: 50 } })].map(([id, { x, y }]) => ({ id, x, y }));
    const read = [...places].sort((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id);
    expect(read).toEqual(items.map(({ id }) => id));
    expect(places[0]).toEqual({ id: '0', x: 100, y: 50 });
    expect(new Set(places.map(({ y }) => y)).size).toBe(3);
  });
});
