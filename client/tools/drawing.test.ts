import { describe, expect, it } from 'vitest';
import { connector } from '../../shared/elements/connector/connector.ts';
import { findKind } from '../../shared/elements/registry.ts';
import { readPoints } from '../../shared/elements/stroke/points.ts';
import type { StrokeProps } from '../../shared/elements/stroke/stroke.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { distance, type Vec } from '../../shared/geometry/vec.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { createHand } from '../../tests/helpers/toolHand.ts';
import type { ToolId } from './Tool.ts';
import { createTools } from './Tools.ts';

const NOTES = {
  a: { box: { x: 0, y: 0, w: 200, h: 200 } },
  b: { box: { x: 400, y: 0, w: 200, h: 200 } },
};

function begin(tool: ToolId, items = {}, options?: { readonly readOnly: boolean }) {
  const hand = createHand(items, options);
  const tools = createTools(hand.ports);
  tools.use(tool);
  return { hand, tools, at: hand.take(tools.current) };
}

const isReadable = (kind: string, props: unknown): boolean =>
  findKind(kind)?.parse(JSON.parse(JSON.stringify(props))).ok === true;

/** The points of a stroke that was written, on the page. */
const pageOf = (box: Box, { points, extent }: StrokeProps): Vec[] =>
  readPoints(points, extent, [box.w, box.h]).map(({ x, y }) => ({ x: box.x + x, y: box.y + y }));

/** How far each of several strokes begins from where the one before ends: 0, nobody sees it. */
const gapsOf = (asked: readonly unknown[][]): number[] => {
  const lines = (asked as [string, Box, StrokeProps][]).map(([, box, props]) => pageOf(box, props));
  return lines.slice(1).map((line, n) => {
    const [from, to] = [lines[n]?.at(-1), line[0]];
    return from && to && distance(from, to) < 2 ? 0 : 1;
  });
};

describe('shape tool', () => {
  it('shows the shape while it is drawn, regular with shift, then writes it once and types in it', () => {
    const { hand, at } = begin('shape');
    at.press(100, 100);
    at.move(300, 180);
    expect(hand.gesture?.preview).toMatchObject({ kind: 'shape', place: [null, 100, 100], size: [200, 80] });
    at.move(300, 180, { shift: true });
    expect(hand.gesture?.preview?.size).toEqual([200, 200]);
    expect(hand.asked).toEqual([]);
    at.lift(300, 180);
    expect({ asked: hand.asked, typing: hand.typing, tool: hand.tool, gesture: hand.gesture }).toEqual({
      asked: [['shape', { x: 100, y: 100, w: 200, h: 80 }]],
      typing: 'new',
      tool: 'select',
      gesture: null,
    });
  });

  it('makes one of the usual size by a click, and none when it is given up or one may only look', () => {
    const { hand, tools, at } = begin('shape');
    at.press(0, 0);
    at.move(50, 50);
    tools.cancel();
    at.lift(50, 50);
    expect(hand.asked).toEqual([]);
    tools.use('shape');
    at.click(40, 60);
    expect(hand.asked).toEqual([['shape', { x: 40, y: 60 }]]);
    const looking = begin('shape', {}, { readOnly: true });
    looking.at.click(10, 10);
    expect(looking.hand.asked).toEqual([]);
  });
});

describe('pen', () => {
  it('shows the line to oneself and to the others while it lasts, and writes it once, on release', () => {
    const { hand, tools, at } = begin('stroke');
    at.press(0, 0);
    for (let n = 1; n <= 20; n++) at.move(n * 10, n % 2 === 0 ? 0 : 20);
    expect(hand.gesture?.preview?.kind).toBe('stroke');
    expect(hand.gesture?.trail).toMatchObject({ kind: 'stroke', from: 0 });
    expect(hand.gesture?.trail?.points.length).toBeGreaterThan(20);
    expect(hand.asked).toEqual([]);
    at.lift(200, 0);
    expect(hand.asked).toHaveLength(1);
    const [kind, box, props] = hand.asked[0] as [string, { w: number; h: number }, StrokeProps];
    expect(kind).toBe('stroke');
    expect(Math.abs(box.w - 200)).toBeLessThan(4);
    expect(isReadable('stroke', props)).toBe(true);
    expect({ gesture: hand.gesture, tool: hand.tool, state: tools.current.state }).toEqual({
      gesture: null,
      tool: 'stroke',
      state: 'idle',
    });
  });

  it('takes every reading that came since the last move', () => {
    const { hand, at } = begin('stroke');
    at.press(0, 0);
    const coalesced = [20, 40, 60, 80].map((y) => ({ page: { x: y / 2, y }, screen: { x: y / 2, y }, pressure: 0.5 }));
    at.move(40, 80, { coalesced });
    expect(hand.gesture?.preview?.props.points).toHaveLength(15);
  });

  it('tells how hard a pen is pressed, and of a mouse nothing', () => {
    const pressures = (props: StrokeProps): readonly number[] => props.points.filter((_, n) => n % 3 === 2);
    const written = (device: 'pen' | 'mouse'): StrokeProps => {
      const { hand, at } = begin('stroke');
      at.press(0, 0, { device, pressure: 0.1 });
      for (let n = 1; n <= 10; n++) at.move(n * 20, 0, { device, pressure: n / 10 });
      at.lift(220, 0, { device, pressure: 0 });
      return hand.asked[0]?.[2] as StrokeProps;
    };
    const pen = pressures(written('pen'));
    expect(Math.min(...pen)).toBeLessThanOrEqual(15);
    expect(Math.max(...pen)).toBeGreaterThan(80);
    expect(new Set(pressures(written('mouse')))).toEqual(new Set([50]));
  });

  it('draws a straight line with shift, a dot by a click, and nothing when it is given up', () => {
    const { hand, tools, at } = begin('stroke');
    at.press(0, 0);
    at.move(50, 80, { shift: true });
    at.move(100, 10, { shift: true });
    at.lift(100, 10, { shift: true });
    expect(hand.asked[0]?.[2]).toMatchObject({ points: { length: 6 } });
    at.click(400, 400);
    expect(hand.asked[1]?.[2]).toMatchObject({ points: { length: 3 } });
    at.press(0, 0);
    at.move(90, 90);
    tools.cancel();
    at.lift(90, 90);
    expect(hand.asked).toHaveLength(2);
    expect(hand.gesture).toBeNull();
  });

  it('goes on as another stroke when a line is too long for one', () => {
    const { hand, at } = begin('stroke');
    at.press(0, 0);
    for (let n = 1; n <= 150; n++) {
      const coalesced = Array.from({ length: 50 }, (_, k) => {
        const point = { x: (50 * n + k) * 3, y: k % 2 === 0 ? 0 : 40 };
        return { page: point, screen: point, pressure: 0.5 };
      });
      at.move(0, 0, { coalesced });
    }
    at.lift(22_500, 0);
    expect(hand.asked.length).toBeGreaterThan(1);
    for (const [, , props] of hand.asked) expect(isReadable('stroke', props)).toBe(true);
    expect(gapsOf(hand.asked)).toEqual(hand.asked.slice(1).map(() => 0));
  });

  it('goes on as another stroke where one would be larger than an element may be: a ring around a wide wall stays a ring', () => {
    const { hand, at } = begin('stroke');
    const [radius, turns] = [14_400, 720];
    const ring = (n: number): [number, number] => [
      radius * Math.cos((2 * Math.PI * n) / turns),
      radius * Math.sin((2 * Math.PI * n) / turns),
    ];
    at.press(...ring(0));
    for (let n = 1; n < turns; n++) at.move(...ring(n));
    // What is still drawn is shown as it is.
    expect(hand.gesture?.preview?.size.every((side) => Math.abs(side - 2 * radius) < 20)).toBe(true);
    at.lift(...ring(turns));
    expect(hand.asked.length).toBeGreaterThan(1);
    for (const [, box, props] of hand.asked as [string, Box, StrokeProps][]) {
      expect([isReadable('stroke', props), Math.max(box.w, box.h) <= LIMITS.areaSizeMax]).toEqual([true, true]);
      const off = pageOf(box, props).map(({ x, y }) => Math.abs(Math.hypot(x, y) - radius));
      expect(Math.max(...off)).toBeLessThan(20);
    }
    expect(gapsOf(hand.asked)).toEqual(hand.asked.slice(1).map(() => 0));
  });

  it('is several that meet where one straight line, or one throw of the hand, is longer than an element may be', () => {
    for (const shift of [true, false]) {
      const { hand, at } = begin('stroke');
      at.press(0, 0);
      at.move(60_000, 30_000, { shift });
      at.lift(60_000, 30_000, { shift });
      expect(hand.asked.length).toBeGreaterThanOrEqual(4);
      for (const [, box, props] of hand.asked as [string, Box, StrokeProps][])
        for (const { x, y } of pageOf(box, props)) expect(Math.abs(x - 2 * y)).toBeLessThan(6);
      expect(gapsOf(hand.asked)).toEqual(hand.asked.slice(1).map(() => 0));
      const { box: last, props } = { box: hand.asked.at(-1)?.[1] as Box, props: hand.asked.at(-1)?.[2] as StrokeProps };
      expect(Math.round((pageOf(last, props).at(-1)?.x ?? 0) / 10)).toBe(6_000);
    }
  });

  it('is a highlighter too: broad and yellow until something else is chosen', () => {
    const { hand, at } = begin('highlighter');
    at.press(0, 0);
    at.move(100, 0);
    expect(hand.gesture?.trail).toMatchObject({ highlighter: true, color: 'yellow' });
    at.lift(100, 0);
    expect(hand.asked[0]?.[2]).toMatchObject({ highlighter: true, color: 'yellow', width: 20 });
  });
});

describe('eraser', () => {
  it('shows what it has touched as going, and takes it away in one step; notes stay', () => {
    const { hand, at } = begin('eraser', {
      ...NOTES,
      s1: { box: { x: 250, y: 0, w: 10, h: 100 }, isStroke: true },
      s2: { box: { x: 300, y: 0, w: 10, h: 100 }, isStroke: true },
    });
    at.press(100, 50);
    at.move(255, 50);
    expect(hand.gesture).toEqual({ faded: ['s1'] });
    at.move(305, 50);
    at.lift(340, 50);
    expect(hand.asked).toEqual([['erase', ['s1', 's2']]]);
    expect({ gesture: hand.gesture, tool: hand.tool }).toEqual({ gesture: null, tool: 'eraser' });
  });

  it('takes nothing away when it is given up', () => {
    const { hand, tools, at } = begin('eraser', { s1: { box: { x: 0, y: 0, w: 50, h: 50 }, isStroke: true } });
    at.press(20, 20);
    tools.cancel();
    at.lift(20, 20);
    expect(hand.asked).toEqual([]);
  });
});

describe('connector tool', () => {
  it('joins two elements, at the nearest sides or at the side one aims at', () => {
    const { hand, at } = begin('connector', NOTES);
    at.press(100, 60);
    at.move(300, 100);
    expect(hand.gesture?.preview?.kind).toBe('connector');
    at.move(402, 101);
    expect(hand.gesture?.target).toBe('b');
    expect(hand.gesture?.spots?.filter(({ isChosen }) => isChosen)).toEqual([
      { at: { x: 400, y: 100 }, isChosen: true },
    ]);
    at.lift(402, 101);
    const [kind, box, props] = hand.asked[0] as [string, unknown, unknown];
    expect([kind, box]).toEqual(['connector', { x: 200, y: 100, w: 200, h: 20 }]);
    expect(props).toEqual({
      from: { id: 'a', x: 0, y: 0 },
      to: { id: 'b', x: 200, y: 0, fx: 0, fy: 0.5 },
    });
    expect(isReadable(connector.kind, props)).toBe(true);
    expect({ selection: hand.selection, tool: hand.tool }).toEqual({ selection: ['new'], tool: 'select' });
  });

  it('leaves nothing shown when it is given up while pressed, and the hand goes on', () => {
    const { hand, tools, at } = begin('connector', NOTES);
    at.press(100, 60);
    at.move(300, 100);
    tools.current.cancel();
    at.move(450, 100);
    at.lift(450, 100);
    expect({ gesture: hand.gesture, asked: hand.asked }).toEqual({ gesture: null, asked: [] });
  });

  it('joins by two clicks, for a hand that cannot drag', () => {
    const { hand, tools, at } = begin('connector', NOTES);
    at.click(100, 60);
    expect(tools.current.state).toBe('aiming');
    at.move(300, 60);
    expect(hand.gesture?.preview?.kind).toBe('connector');
    at.click(500, 60);
    expect(hand.asked[0]?.[0]).toBe('connector');
  });

  it('draws nothing from an element to itself, nor from one point to the same', () => {
    const { hand, at } = begin('connector', NOTES);
    at.press(20, 20);
    at.move(180, 180);
    at.lift(180, 180);
    at.click(300, 300);
    at.click(302, 302);
    expect(hand.asked).toEqual([]);
    expect(hand.gesture).toBeNull();
  });

  it('draws a free line on the bare wall', () => {
    const { hand, at } = begin('connector', NOTES);
    at.press(300, 300);
    at.move(350, 400);
    at.lift(500, 420);
    expect(hand.asked[0]).toEqual([
      'connector',
      { x: 300, y: 300, w: 200, h: 120 },
      { from: { x: 0, y: 0 }, to: { x: 200, y: 120 } },
    ]);
  });
});

describe('laser', () => {
  it('shows a trail and writes nothing, for who may only look too', () => {
    const { hand, at } = begin('laser', {}, { readOnly: true });
    at.press(0, 0);
    at.move(100, 0);
    at.move(200, 50);
    expect(hand.gesture?.trail).toMatchObject({ kind: 'laser', points: [0, 0, 100, 0, 200, 50] });
    at.lift(200, 50);
    expect({ gesture: hand.gesture, asked: hand.asked, tool: hand.tool }).toEqual({
      gesture: null,
      asked: [],
      tool: 'laser',
    });
  });
});
