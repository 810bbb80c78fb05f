import { describe, expect, it } from 'vitest';
import { createHand } from '../../tests/helpers/toolHand.ts';
import { createTools } from './Tools.ts';

describe('note and text tools', () => {
  it('put one thing where one clicks, type in it, and hand over to the arrow', () => {
    const hand = createHand();
    const tools = createTools(hand.ports);
    for (const id of ['note', 'text'] as const) {
      tools.use(id);
      hand.take(tools.current).click(120, 80);
      expect({ tool: hand.tool, typing: hand.typing, selection: hand.selection }).toEqual({
        tool: 'select',
        typing: 'new',
        selection: ['new'],
      });
    }
    expect(hand.asked).toEqual([
      ['note', { x: 120, y: 80 }],
      ['text', { x: 120, y: 80 }],
    ]);
  });

  it('place nothing when a finger strays', () => {
    const hand = createHand();
    const tools = createTools(hand.ports);
    tools.use('note');
    const at = hand.take(tools.current);
    at.press(100, 100, { device: 'touch' });
    at.move(100, 160, { device: 'touch' });
    at.lift(100, 160, { device: 'touch' });
    expect(hand.asked).toEqual([]);
  });

  it('do nothing for a viewer', () => {
    const hand = createHand({}, { readOnly: true });
    const tools = createTools(hand.ports);
    tools.use('note');
    hand.take(tools.current).click(10, 10);
    expect(hand.asked).toEqual([]);
  });
});

describe('frame tool', () => {
  it('draws an area from corner to corner, in any direction, then types its title', () => {
    const hand = createHand();
    const tools = createTools(hand.ports);
    tools.use('frame');
    const at = hand.take(tools.current);
    at.press(500, 400);
    at.move(100, 100);
    expect(hand.gesture).toEqual({ draw: { x: 100, y: 100, w: 400, h: 300 } });
    at.lift(100, 100);
    expect({ asked: hand.asked, typing: hand.typing, tool: hand.tool, gesture: hand.gesture }).toEqual({
      asked: [['frame', { x: 100, y: 100, w: 400, h: 300 }]],
      typing: 'new',
      tool: 'select',
      gesture: null,
    });
  });

  it('makes one of the usual size by a click, and none when it is given up', () => {
    const hand = createHand();
    const tools = createTools(hand.ports);
    tools.use('frame');
    const at = hand.take(tools.current);
    at.press(0, 0);
    at.move(300, 300);
    tools.use('select');
    expect({ gesture: hand.gesture, asked: hand.asked }).toEqual({ gesture: null, asked: [] });
    tools.use('frame');
    at.click(50, 60);
    expect(hand.asked).toEqual([['frame', { x: 50, y: 60, w: 640, h: 480 }]]);
  });
});

describe('comment tool', () => {
  it('selects what one clicks and opens its comments; on the bare wall it waits', () => {
    const hand = createHand({ a: { box: { x: 0, y: 0, w: 200, h: 200 } } });
    const tools = createTools(hand.ports);
    tools.use('comment');
    const at = hand.take(tools.current);
    at.click(500, 500);
    expect({ asked: hand.asked, tool: hand.tool }).toEqual({ asked: [], tool: 'comment' });
    at.click(100, 100);
    expect({ asked: hand.asked, tool: hand.tool, selection: hand.selection }).toEqual({
      asked: [['comment']],
      tool: 'select',
      selection: ['a'],
    });
  });
});

describe('hand tool', () => {
  it('moves the view and touches nothing', () => {
    const hand = createHand({ a: { box: { x: 0, y: 0, w: 200, h: 200 } } });
    const tools = createTools(hand.ports);
    tools.use('hand');
    const at = hand.take(tools.current);
    at.press(100, 100);
    at.move(130, 90);
    at.move(150, 90);
    expect({ panned: hand.panned, cursor: tools.current.cursor(), selection: hand.selection }).toEqual({
      panned: { x: 50, y: -10 },
      cursor: 'grabbing',
      selection: [],
    });
    at.lift(150, 90);
    expect(tools.current.cursor()).toBe('grab');
  });
});
