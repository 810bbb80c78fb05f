import { describe, expect, it } from 'vitest';
import { THEMES } from '../../../shared/theme/tokens.ts';
import { openEditor, put } from '../../../tests/helpers/editing.ts';
import { fromMap, mapView, paintMap, toMap } from './minimap.ts';

const SIZE = { w: 200, h: 132 };

describe('minimap', () => {
  it('shows all of the content, centred, whatever its shape', () => {
    for (const content of [
      { x: -500, y: 20, w: 9_000, h: 300 },
      { x: 0, y: 0, w: 10, h: 8_000 },
      { x: 40, y: 40, w: 0, h: 0 },
    ]) {
      const { x, y, w, h } = toMap(mapView(content, SIZE), content);
      expect(x >= 0 && y >= 0 && x + w <= SIZE.w && y + h <= SIZE.h).toBe(true);
      expect([x + w / 2, y + h / 2].map(Math.round)).toEqual([SIZE.w / 2, SIZE.h / 2]);
    }
  });

  it('leads from a point of the map back to the page', () => {
    const view = mapView({ x: 100, y: 200, w: 4_000, h: 900 }, SIZE);
    const { x, y } = toMap(view, { x: 1_234, y: 567, w: 0, h: 0 });
    const back = fromMap(view, { x, y });
    expect([Math.round(back.x), Math.round(back.y)]).toEqual([1_234, 567]);
  });

  it('paints areas below notes, every one at least a pixel, and stops on the way', () => {
    const { editor, board } = openEditor();
    put(board, 'note', [0, 0], { props: { color: 'pink' } });
    put(board, 'frame', [0, 0], { size: [9_000, 6_000] });
    for (let n = 0; n < 100; n++) put(board, 'note', [n * 300, 500]);
    const items = editor.index.find({ x: -1e6, y: -1e6, w: 2e6, h: 2e6 });
    const content = editor.index.content() ?? { x: 0, y: 0, w: 1, h: 1 };
    const painted: { color: unknown; w: number; h: number }[] = [];
    const ctx = {
      fillStyle: '',
      globalAlpha: 1,
      fillRect: (_x: number, _y: number, w: number, h: number) => painted.push({ color: ctx.fillStyle, w, h }),
    };
    const stops = [...paintMap(ctx, items, mapView(content, SIZE), THEMES.light, 2)].length;
    expect(painted.length).toBe(102);
    expect(painted[0]?.color).not.toBe(THEMES.light.notes.pink);
    expect(painted.some(({ color }) => color === THEMES.light.notes.pink)).toBe(true);
    expect(painted.every(({ w, h }) => w >= 1 && h >= 1)).toBe(true);
    expect(stops).toBe(3);
  });
});
