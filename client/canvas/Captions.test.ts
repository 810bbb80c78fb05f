import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import { put } from '../../tests/helpers/editing.ts';
import { BoardIndex, type Indexed } from '../editor/BoardIndex.ts';
import { Captions } from './Captions.ts';

describe('Captions', () => {
  it('stand in for titles that would be too small, of areas on the wall itself', () => {
    const board = new BoardDoc();
    const area = put(board, 'frame', [0, 0], { text: 'Aux sources' });
    const inner = put(board, 'frame', [20, 20], { text: 'Pour qui ?', parent: area, size: [200, 200] });
    const untitled = put(board, 'frame', [900, 0]);
    const note = put(board, 'note', [40, 40], { text: 'Qui paie ?', parent: area });
    const index = new BoardIndex(board);
    const needed = (zoom: number) =>
      [area, inner, untitled, note].map((id) => Captions.isNeeded(index.get(id) as Indexed, zoom));
    expect(needed(0.2)).toEqual([true, false, false, false]);
    expect(needed(0.8)).toEqual([false, false, false, false]);
  });
  it('stand in for titles of areas inside others where there is room above them', () => {
    const board = new BoardDoc();
    const area = put(board, 'frame', [0, 0], { text: 'Aux sources', size: [600, 600] });
    const roomy = put(board, 'frame', [20, 80], { text: 'Pour qui ?', parent: area, size: [200, 200] });
    const close = put(board, 'frame', [240, 30], { text: 'Depuis quand ?', parent: area, size: [200, 200] });
    const index = new BoardIndex(board);
    const needed = (zoom: number) => [roomy, close].map((id) => Captions.isNeeded(index.get(id) as Indexed, zoom));
    expect(needed(0.3)).toEqual([true, false]);
    expect(needed(0.1)).toEqual([false, false]);
  });
  it('reach above their areas only when one looks from afar', () => {
    expect([Captions.reach(1), Captions.reach(2)]).toEqual([0, 0]);
    expect(Captions.reach(0.1)).toBeCloseTo(174);
  });
  it('write axes and sectors at a size one can read from afar, once each, and leave them to the kind near by', () => {
    const board = new BoardDoc();
    const axis = (name: string) => ({ name, scale: 'linear', min: 0, max: 100 });
    const matrix = put(board, 'matrix', [0, 0], { props: { x: axis('Effort'), y: axis('Impact') } });
    const radar = put(board, 'radar', [3000, 0], { props: { 'sector:s1': { name: 'Regards différents', z: 'a0' } } });
    const index = new BoardIndex(board);
    const legends = (id: string, zoom: number) => Captions.legendsOf(index.get(id) as Indexed, zoom);
    expect(legends(matrix, 0.2)?.words.map(({ text }) => text)).toEqual(['Effort', 'Impact']);
    expect(legends(matrix, 0.2)?.plain).toMatchObject({ x: { name: '' }, y: { name: '' } });
    expect(legends(matrix, 0.2)?.plain).toBe(legends(matrix, 0.3)?.plain);
    expect([legends(matrix, 0.8), legends(matrix, 0.05), legends(radar, 0.8)]).toEqual([null, null, null]);
    expect(legends(radar, 0.2)?.words.map(({ text }) => text)).toEqual(['Regards différents']);
    const painted: string[] = [];
    const context = new Proxy(
      {},
      {
        get: (_, key) => (key === 'fillText' ? (text: string) => painted.push(text) : () => undefined),
        set: () => true,
      },
    );
    const words = legends(radar, 0.2)?.words ?? [];
    const view = { x: 0, y: 0, zoom: 0.2, scale: 0.2, isSettled: true };
    new Captions().paintLegends(context as CanvasRenderingContext2D, view, { x: 0, y: 0 }, words, THEMES.light);
    expect(painted.join(' ')).toBe('Regards différents');
  });
});
