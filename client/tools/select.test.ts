import { describe, expect, it } from 'vitest';
import { createHand } from '../../tests/helpers/toolHand.ts';
import { createSelectTool } from './select.ts';

const NOTES = {
  a: { box: { x: 0, y: 0, w: 200, h: 200 } },
  b: { box: { x: 300, y: 0, w: 200, h: 200 } },
  locked: { box: { x: 600, y: 0, w: 200, h: 200 }, isLocked: true },
  area: { box: { x: 0, y: 400, w: 600, h: 400 }, isArea: true },
};

function begin(options?: { readOnly: boolean }) {
  const hand = createHand(NOTES, options);
  const tool = createSelectTool(hand.ports);
  return { hand, tool, at: hand.take(tool) };
}

describe('select tool', () => {
  it('selects what is clicked, adds with shift, and lets go on the bare wall', () => {
    const { hand, at } = begin();
    at.click(100, 100);
    expect(hand.selection).toEqual(['a']);
    at.click(350, 50, { shift: true });
    expect(hand.selection).toEqual(['a', 'b']);
    at.click(350, 50, { shift: true });
    expect(hand.selection).toEqual(['a']);
    at.click(250, 300);
    expect(hand.selection).toEqual([]);
  });

  it('selects one of several by a plain click on it', () => {
    const { hand, at } = begin();
    hand.select('a', 'b');
    at.click(100, 100);
    expect(hand.selection).toEqual(['a']);
  });

  it('does not take a trembling hand for a drag', () => {
    const { hand, tool, at } = begin();
    at.press(100, 100);
    at.move(102, 102);
    expect(tool.state).toBe('pointing');
    at.lift(102, 102);
    expect(hand.asked).toEqual([]);
  });

  it('shows a drag while it lasts and writes it once, on release', () => {
    const { hand, tool, at } = begin();
    at.press(100, 100);
    at.move(110, 100);
    at.move(150, 130.4);
    expect(tool.state).toBe('dragging');
    expect(hand.gesture).toEqual({ drag: { ids: ['a'], by: { x: 50, y: 30 }, copies: false } });
    expect(hand.asked).toEqual([]);
    at.lift(150, 130.4);
    expect(hand.asked).toEqual([['move', ['a'], { x: 50, y: 30 }]]);
    expect({ state: tool.state, gesture: hand.gesture }).toEqual({ state: 'idle', gesture: null });
  });

  it('keeps what it holds under the hand when others shift the place it is held from', () => {
    const hand = createHand(NOTES);
    let shift = 0;
    const { ports } = hand;
    const frame = (id: string) => {
      const box = ports.board.frame(id);
      return box && { ...box, x: box.x + shift };
    };
    const landing = () => ({ box: { x: 0, y: 0, w: 200, h: 200 }, isLine: false });
    const hit = { ...ports.hit, landing };
    const tool = createSelectTool({ ...ports, hit, board: { ...ports.board, frame } });
    const at = hand.take(tool);
    at.press(100, 100);
    at.move(150, 100);
    shift = 216;
    at.move(160, 140);
    expect(hand.gesture).toMatchObject({ drag: { ids: ['a'], by: { x: 60 - 216, y: 40 } } });
    shift = 432;
    at.lift(160, 140);
    expect(hand.asked).toEqual([['move', ['a'], { x: 60 - 432, y: 40 }]]);
  });

  it('drags all that is selected together', () => {
    const { hand, at } = begin();
    hand.select('a', 'b');
    at.press(100, 100);
    at.move(200, 100);
    at.lift(200, 100);
    expect(hand.asked).toEqual([['move', ['a', 'b'], { x: 100, y: 0 }]]);
  });

  it('names the area that would take in what is dragged', () => {
    const { hand, at } = begin();
    at.press(100, 100);
    at.move(100, 500);
    expect(hand.gesture?.target).toBe('area');
  });

  it('goes straight with shift, and copies with alt', () => {
    const { hand, at } = begin();
    at.press(100, 100);
    at.move(200, 140, { shift: true });
    expect(hand.gesture?.drag?.by).toEqual({ x: 100, y: 0 });
    at.move(200, 140, { alt: true });
    at.lift(200, 140, { alt: true });
    expect(hand.asked).toEqual([['duplicate', ['a'], { x: 100, y: 40 }]]);
  });

  it('gives up a drag on Escape: nothing is written', () => {
    const { hand, tool, at } = begin();
    at.press(100, 100);
    at.move(200, 200);
    tool.cancel();
    at.lift(200, 200);
    expect({ asked: hand.asked, gesture: hand.gesture, state: tool.state }).toEqual({
      asked: [],
      gesture: null,
      state: 'idle',
    });
  });

  it('takes what a marquee touches, areas only whole, and puts the old selection back on Escape', () => {
    const { hand, tool, at } = begin();
    hand.select('locked');
    at.press(250, 300, { shift: true });
    at.move(50, 100, { shift: true });
    expect({ state: tool.state, selection: hand.selection }).toEqual({ state: 'marquee', selection: ['locked', 'a'] });
    at.move(-10, 900, { shift: true });
    expect(hand.selection).toEqual(['locked']);
    tool.cancel();
    expect(hand.selection).toEqual(['locked']);
  });

  it('resizes the one selected element by a handle, once, on release', () => {
    const { hand, tool, at } = begin();
    hand.select('a');
    at.press(200, 200);
    at.move(260, 240);
    expect({ state: tool.state, gesture: hand.gesture }).toEqual({
      state: 'resizing',
      gesture: { reshape: new Map([['a', { frame: { x: 0, y: 0, w: 260, h: 240 } }]]) },
    });
    at.lift(260, 240);
    expect(hand.asked).toEqual([['resize', { a: { frame: { x: 0, y: 0, w: 260, h: 240 } } }]]);
  });

  it('writes nothing when a handle was pressed and let go', () => {
    const { hand, at } = begin();
    hand.select('a');
    at.click(200, 200);
    expect(hand.asked).toEqual([]);
  });

  it('types in a double-clicked note, and makes one on the bare wall', () => {
    const { hand, at } = begin();
    at.doubleClick(100, 100);
    expect(hand.typing).toBe('a');
    at.doubleClick(250, 300);
    expect({ asked: hand.asked, typing: hand.typing }).toEqual({
      asked: [['note', { x: 250, y: 300 }]],
      typing: 'new',
    });
  });

  it('ends typing by a click elsewhere', () => {
    const { hand, at } = begin();
    at.doubleClick(100, 100);
    at.click(250, 300);
    expect(hand.typing).toBeNull();
  });

  it('moves the view with one finger on the wall, and drags a note with one finger on it', () => {
    const { hand, tool, at } = begin();
    at.press(250, 300, { device: 'touch' });
    at.move(250, 340, { device: 'touch' });
    expect({ state: tool.state, panned: hand.panned }).toEqual({ state: 'panning', panned: { x: 0, y: 40 } });
    at.lift(250, 340, { device: 'touch' });
    at.press(100, 100, { device: 'touch' });
    at.move(100, 140, { device: 'touch' });
    at.lift(100, 140, { device: 'touch' });
    expect(hand.asked).toEqual([['move', ['a'], { x: 0, y: 40 }]]);
  });

  it('selects by a finger held still, adds the next, and types in the only one', () => {
    const { hand, at } = begin();
    at.press(100, 100, { device: 'touch' });
    at.holdStill(100, 100);
    expect(hand.selection).toEqual(['a']);
    at.press(350, 100, { device: 'touch' });
    at.holdStill(350, 100);
    expect(hand.selection).toEqual(['a', 'b']);
    hand.select('b');
    at.press(350, 100, { device: 'touch' });
    at.holdStill(350, 100);
    expect(hand.typing).toBe('b');
  });

  it('drags on with a pen that rested on a note, and does not type in it', () => {
    const { hand, at } = begin();
    at.press(100, 100, { device: 'pen' });
    at.holdStill(100, 100);
    at.move(100, 160, { device: 'pen' });
    at.lift(100, 160, { device: 'pen' });
    expect({ asked: hand.asked, typing: hand.typing }).toEqual({
      asked: [['move', ['a'], { x: 0, y: 60 }]],
      typing: null,
    });
  });

  it('moves the view instead of what is locked', () => {
    const { hand, tool, at } = begin();
    at.press(700, 100);
    at.move(720, 100);
    expect({ state: tool.state, asked: hand.asked }).toEqual({ state: 'panning', asked: [] });
  });

  it('does what stands in a note at a click when it is held already, and does not type then', () => {
    const hand = createHand({ a: { box: { x: 0, y: 0, w: 200, h: 200 }, acts: true } });
    const at = hand.take(createSelectTool(hand.ports));
    at.click(100, 100);
    expect(hand.asked).toEqual([]);
    at.doubleClick(100, 100);
    expect({ asked: hand.asked, typing: hand.typing }).toEqual({
      asked: [
        ['activate', 'a', { x: 100, y: 100 }],
        ['activate', 'a', { x: 100, y: 100 }],
      ],
      typing: null,
    });
  });

  it('lets a viewer select and look around, nothing else', () => {
    const { hand, at } = begin({ readOnly: true });
    at.click(100, 100);
    expect(hand.selection).toEqual(['a']);
    at.press(100, 100);
    at.move(200, 100);
    at.lift(200, 100);
    at.press(200, 200);
    at.move(300, 300);
    at.lift(300, 300);
    at.doubleClick(100, 100);
    at.doubleClick(250, 300);
    expect({ asked: hand.asked, typing: hand.typing }).toEqual({ asked: [], typing: null });
  });

  it('turns by the handle below an element, in steps with shift, and writes once', () => {
    const { hand, tool, at } = begin();
    hand.select('a');
    at.press(100, 228);
    at.move(60, 220);
    expect({ state: tool.state, angle: hand.gesture?.angle }).toEqual({ state: 'turning', angle: 18 });
    at.move(60, 220, { shift: true });
    expect(hand.gesture?.angle).toBe(15);
    at.lift(60, 220, { shift: true });
    expect(hand.asked).toEqual([['turn', { a: { frame: { x: 0, y: 0, w: 200, h: 200 }, angle: 15 } }]]);
  });

  it('lines a drag up with what lies near, and not with ctrl', () => {
    const hand = createHand({ a: NOTES.a, beside: { box: { x: 300, y: 60, w: 200, h: 200 }, snaps: true } });
    const at = hand.take(createSelectTool(hand.ports));
    at.press(100, 100);
    at.move(110, 156);
    expect(hand.gesture?.drag?.by).toEqual({ x: 10, y: 60 });
    expect(hand.gesture?.guides?.map(({ axis, at: line }) => [axis, line])).toContainEqual(['y', 60]);
    at.move(110, 156, { mod: true });
    expect(hand.gesture).toEqual({ drag: { ids: ['a'], by: { x: 10, y: 56 }, copies: false } });
  });

  it('selects what a lasso goes around: alt on the bare wall', () => {
    const { hand, tool, at } = begin();
    at.press(-50, -50, { alt: true });
    for (const [x, y] of [
      [250, -50],
      [250, 250],
      [-50, 250],
    ] as const)
      at.move(x, y);
    expect({ state: tool.state, selection: hand.selection }).toEqual({ state: 'lasso', selection: ['a'] });
    at.lift(-50, 250);
    expect({ selection: hand.selection, gesture: hand.gesture, tool: hand.tool }).toEqual({
      selection: ['a'],
      gesture: null,
      tool: 'select',
    });
  });

  it('draws a lasso by a finger held still on the bare wall', () => {
    const { tool, at } = begin();
    at.press(250, 300, { device: 'touch' });
    at.holdStill(250, 300);
    expect(tool.state).toBe('lasso');
  });

  it('takes a group as one, one of it with ctrl or alt, and opens it by a double click', () => {
    const hand = createHand({
      a: { ...NOTES.a, group: 'g' },
      b: { ...NOTES.b, group: 'g' },
      c: { box: { x: 600, y: 0, w: 200, h: 200 } },
    });
    const at = hand.take(createSelectTool(hand.ports));
    at.click(100, 100);
    expect(hand.selection).toEqual(['a', 'b']);
    at.click(700, 100, { shift: true });
    at.click(400, 100, { shift: true });
    expect(hand.selection).toEqual(['c']);
    at.click(400, 100, { alt: true });
    expect(hand.selection).toEqual(['b']);
    at.press(100, 100);
    at.move(150, 100);
    at.lift(150, 100);
    expect(hand.asked).toEqual([['move', ['a', 'b'], { x: 50, y: 0 }]]);
    at.doubleClick(400, 100);
    expect({ selection: hand.selection, typing: hand.typing }).toEqual({ selection: ['b'], typing: null });
    at.doubleClick(400, 100);
    expect(hand.typing).toBe('b');
  });
});

describe('select tool on a wall that several people touch', () => {
  const touch = { device: 'touch' } as const;

  it('drags what it came down on, and leaves the selection of the others alone', () => {
    const hand = createHand(NOTES, { several: true });
    hand.select('b');
    const at = hand.take(createSelectTool(hand.ports));
    at.press(100, 100, touch);
    at.move(100, 160, touch);
    at.lift(100, 160, touch);
    expect({ asked: hand.asked, selection: hand.selection }).toEqual({
      asked: [['move', ['a'], { x: 0, y: 60 }]],
      selection: ['b'],
    });
  });

  it('takes nothing out of another hand', () => {
    const hand = createHand(NOTES, { several: true });
    hand.holdElsewhere('a');
    const at = hand.take(createSelectTool(hand.ports));
    at.press(100, 100, touch);
    at.move(100, 160, touch);
    at.lift(100, 160, touch);
    expect(hand.asked).toEqual([]);
  });

  it('lets one person type on while another drags', () => {
    const hand = createHand(NOTES, { several: true });
    const at = hand.take(createSelectTool(hand.ports));
    at.doubleClick(400, 100);
    at.press(100, 100, touch);
    at.move(100, 160, touch);
    at.lift(100, 160, touch);
    expect(hand.typing).toBe('b');
    at.click(250, 300, touch);
    expect(hand.typing).toBeNull();
  });
});
