import { describe, expect, it } from 'vitest';
import { openEditor } from '../../tests/helpers/editing.ts';

const drag = (id: string, x: number, copies = false) => ({ drag: { ids: [id], by: { x, y: 0 }, copies } });

describe('Gestures', () => {
  it('shows the gestures of several hands side by side, and ends each on its own', () => {
    const { editor } = openEditor();
    const { gestures, store } = editor;
    gestures.show(drag('a', 10), 0);
    gestures.show(drag('b', 20), 1);
    gestures.show(drag('a', 30), 0);
    expect(gestures.all).toEqual([drag('a', 30), drag('b', 20)]);
    gestures.end(0);
    expect([gestures.all, store.getState().busy]).toEqual([[drag('b', 20)], true]);
    gestures.end(1);
    expect([gestures.all, gestures.current, store.getState().busy]).toEqual([[], {}, false]);
  });

  it('takes a hand that only hovers for no gesture under way', () => {
    const { editor } = openEditor();
    const { gestures, store } = editor;
    const hover = { target: 'a', spots: [{ at: { x: 0, y: 0 }, isChosen: true }] };
    gestures.show(hover);
    expect([gestures.all, store.getState().busy]).toEqual([[hover], false]);
    gestures.show({ marquee: { x: 0, y: 0, w: 10, h: 10 } }, 1);
    expect(store.getState().busy).toBe(true);
    gestures.end(1);
    expect(store.getState().busy).toBe(false);
  });

  it('tells the others what every hand drags, copies left out', () => {
    const { editor, presence } = openEditor();
    const { gestures } = editor;
    gestures.show(drag('a', 10), 0);
    gestures.show(drag('b', 20), 1);
    gestures.show(drag('c', 30, true), 2);
    expect(presence).toMatchObject({ drag: { ids: ['a'], by: [10, 0] }, drags: [{ ids: ['b'], by: [20, 0] }] });
    gestures.end(0);
    expect(presence).toMatchObject({ drag: { ids: ['b'], by: [20, 0] } });
    expect('drags' in presence).toBe(false);
    gestures.end(1);
    gestures.end(2);
    expect('drag' in presence).toBe(false);
  });

  it('knows what another hand holds, also by the area it lies in', () => {
    const { editor } = openEditor();
    const { gestures } = editor;
    gestures.show(drag('area', 10), 1);
    expect([
      gestures.isHeld(['note', 'area'], 0),
      gestures.isHeld(['note', 'area'], 1),
      gestures.isHeld(['x'], 0),
    ]).toEqual([true, false, false]);
  });
});
