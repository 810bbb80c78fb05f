import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../geometry/box.ts';
import { contains, expand } from '../../geometry/box.ts';
import { distance, type Vec } from '../../geometry/vec.ts';
import type { Element, Props, Surroundings } from '../ElementKind.ts';
import { readElement } from '../parseElement.ts';
import { connect } from './connect.ts';
import { connector } from './connector.ts';
import { isEnd } from './ends.ts';
import { lineEndAt, lineEnds } from './lineEnd.ts';
import { pathOf } from './path.ts';
import { type ConnectorProps, ROUTINGS } from './props.ts';

const element = (id: string, kind: string, { x, y, w, h }: Box, props: Props): Element => {
  const read = readElement(id, { kind, place: [null, x, y], size: [w, h], z: 'a0', ...props });
  if (!read.ok) throw new Error(read.reason);
  return read.value;
};

/** A wall of elements, each where its place says. */
const wallOf = (...elements: readonly Element[]): Surroundings => ({
  element: (id) => elements.find((one) => one.id === id),
  frame(id) {
    const one = elements.find((other) => other.id === id);
    return one ? { x: one.place[1], y: one.place[2], w: one.size[0], h: one.size[1] } : null;
  },
});

const note = (id: string, x: number, y: number, rest: Partial<Box> = {}): Element =>
  element(id, 'note', { x, y, w: 200, h: 200, ...rest }, { color: 'yellow' });

const line = (props: Props, at: Vec = { x: 0, y: 0 }): Element<ConnectorProps> =>
  element(
    'line',
    'connector',
    { ...at, w: 100, h: 100 },
    { ...connector.defaultProps, ...props },
  ) as Element<ConnectorProps>;

const endsOn = (one: Element<ConnectorProps>, wall: Surroundings) => lineEnds(one, wall) as readonly [Vec, Vec];

describe('connector', () => {
  it('stands on the sides that face each other, and follows its elements', () => {
    const one = line({ from: { id: 'a', x: 0, y: 0 }, to: { id: 'b', x: 0, y: 0 } });
    expect(endsOn(one, wallOf(one, note('a', 0, 0), note('b', 500, 0)))).toEqual([
      { x: 200, y: 100 },
      { x: 500, y: 100 },
    ]);
    expect(endsOn(one, wallOf(one, note('a', 0, 0), note('b', 0, 600)))).toEqual([
      { x: 100, y: 200 },
      { x: 100, y: 600 },
    ]);
  });

  it('keeps to the spot it was given, whatever side that is', () => {
    const one = line({ from: { id: 'a', x: 0, y: 0, fx: 0, fy: 0.25 }, to: { id: 'b', x: 0, y: 0 } });
    expect(endsOn(one, wallOf(one, note('a', 0, 0), note('b', 500, 0)))[0]).toEqual({ x: 0, y: 50 });
  });

  it('ends at the edge of a form, also of a turned one, not at the corner of its box', () => {
    const diamond = element(
      'b',
      'shape',
      { x: 500, y: 0, w: 200, h: 200 },
      { form: 'triangle', color: 'blue', line: 'ink', width: 2 },
    );
    const one = line({ from: { id: 'a', x: 0, y: 0 }, to: { id: 'b', x: 0, y: 0, fx: 0, fy: 0.5 } });
    expect(endsOn(one, wallOf(one, note('a', 0, 0), diamond))[1]).toEqual({ x: 550, y: 100 });
    const square = { form: 'rectangle', color: 'blue', line: 'ink', width: 2 };
    const turned = element('b', 'shape', { x: 500, y: 0, w: 200, h: 200 }, { ...square, angle: 45 });
    const [, end] = endsOn(one, wallOf(one, note('a', 0, 0), turned));
    expect(distance(end, { x: 600, y: 100 })).toBeLessThanOrEqual(Math.SQRT1_2 * 200 + 1e-6);
    expect(distance(end, { x: 600, y: 100 })).toBeGreaterThanOrEqual(100 - 1e-6);
  });

  it('is attached to no other line: such an end is where it was last written', () => {
    const other = element('b', 'connector', { x: 700, y: 700, w: 100, h: 100 }, connector.defaultProps);
    const one = line({ from: { x: 0, y: 0 }, to: { id: 'b', x: 90, y: 40 } }, { x: 10, y: 10 });
    expect(endsOn(one, wallOf(one, other))[1]).toEqual({ x: 100, y: 50 });
    const itself = line({ from: { x: 0, y: 0 }, to: { id: 'line', x: 90, y: 40 } });
    expect(endsOn(itself, wallOf(itself))[1]).toEqual({ x: 90, y: 40 });
  });

  it('stays where it was last written when its element is gone, and where it is shown when it is released in time', () => {
    const one = line({ from: { id: 'a', x: 5, y: 5 }, to: { id: 'b', x: 7, y: 9 } }, { x: 100, y: 100 });
    const wall = wallOf(one, note('a', 0, 0), note('b', 500, 300));
    const shown = endsOn(one, wall);
    expect(endsOn(one, wallOf(one, note('a', 0, 0)))[1]).toEqual({ x: 107, y: 109 });
    const released = connector.release?.(one, (id) => id === 'b', wall) as ConnectorProps;
    expect(released.from).toBe(one.props.from);
    const left = { ...one, props: released };
    expect(endsOn(left, wallOf(left, note('a', 0, 0)))[1]).toEqual(shown[1]);
    expect(connector.release?.(one, () => false, wall)).toBeNull();
  });

  it('points to the copies of what it joins, and lets go of what was not copied', () => {
    const props = line({ from: { id: 'a', x: 1, y: 2, fx: 0, fy: 0 }, to: { id: 'b', x: 3, y: 4 } }).props;
    const copied = connector.retarget?.(props, (id) => (id === 'a' ? 'a2' : undefined));
    expect(copied).toMatchObject({ from: { id: 'a2', x: 1, y: 2, fx: 0, fy: 0 }, to: { x: 3, y: 4 } });
    expect(Object.keys(copied?.to ?? {})).toEqual(['x', 'y']);
  });

  it('covers all of its line and its label, however it runs, and is taken by them', () => {
    const place = fc.integer({ min: -900, max: 900 });
    fc.assert(
      fc.property(
        place,
        place,
        place,
        place,
        fc.constantFrom(...ROUTINGS),
        fc.boolean(),
        (ax, ay, bx, by, routing, labelled) => {
          const one = {
            ...line({ from: { id: 'a', x: 0, y: 0 }, to: { id: 'b', x: 0, y: 0 }, routing }, { x: 50, y: -70 }),
            text: labelled ? 'mène à' : '',
          };
          const wall = wallOf(one, note('a', ax, ay), note('b', bx, by));
          const bounds = connector.bounds(one, wall);
          for (const point of pathOf(one, wall).line) {
            expect(contains(expand(bounds, 1e-6), point)).toBe(true);
            expect(connector.hitTest(one, point, wall)).toBe(true);
          }
        },
      ),
    );
  });

  it('is worked out anew only when something it leans on is elsewhere', () => {
    const one = line({ from: { id: 'a', x: 0, y: 0 }, to: { id: 'b', x: 0, y: 0 } });
    const [a, b] = [note('a', 0, 0), note('b', 500, 0)];
    const wall = wallOf(one, a, b);
    const path = pathOf(one, wall);
    expect(pathOf(one, wall)).toBe(path);
    const moved = pathOf(one, wallOf(one, a, note('b', 500, 50)));
    expect(moved).not.toBe(path);
    expect(pathOf(one, wall).line).toEqual(path.line);
  });

  it('is written with the points where its ends stand at that moment', () => {
    const wall = wallOf(note('a', 0, 0), note('b', 500, 300));
    const { box, from, to } = connect([{ id: 'a', at: { x: 0, y: 0 } }, { at: { x: 700, y: 100 } }], wall);
    expect({ box, from, to }).toEqual({
      box: { x: 200, y: 100, w: 500, h: 20 },
      from: { id: 'a', x: 0, y: 0 },
      to: { x: 500, y: 0 },
    });
  });

  it('has ends that a hand finds, the nearer one first', () => {
    const one = line({ from: { x: 0, y: 0 }, to: { x: 300, y: 0 } });
    const wall = wallOf(one);
    const at = (x: number): string | null => lineEndAt(one, { x, y: 3 }, 10, wall);
    expect([at(4), at(150), at(296)]).toEqual(['from', null, 'to']);
    expect(lineEndAt(note('a', 0, 0), { x: 0, y: 0 }, 10, wall)).toBeNull();
  });
});

describe('an end', () => {
  it('is a point, or an element and at most one spot of it', () => {
    expect(
      [
        { x: 1, y: 2 },
        { id: 'a', x: 1.5, y: -2 },
        { id: 'a', x: 0, y: 0, fx: 0, fy: 1 },
      ].every(isEnd),
    ).toBe(true);
    const wrong: unknown[] = [
      null,
      [],
      'a',
      {},
      { x: 1 },
      { x: '1', y: 0 },
      { x: Number.NaN, y: 0 },
      { x: 1e9, y: 0 },
      { id: '', x: 0, y: 0 },
      { id: {}, x: 0, y: 0 },
      { x: 0, y: 0, fx: 0.5 },
      { x: 0, y: 0, fx: 2, fy: 0 },
      { x: 0, y: 0, z: 0 },
      JSON.parse('{"x":0,"y":0,"__proto__":{"id":"a"}}'),
    ];
    expect(wrong.filter(isEnd)).toEqual([]);
    fc.assert(fc.property(fc.anything(), (value) => typeof isEnd(value) === 'boolean'));
  });
});
