import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../../shared/board/BoardDoc.ts';
import { sayPlacing } from '../../shared/elements/placing.ts';
import { put } from '../../tests/helpers/editing.ts';
import { createSampleBoard } from '../../tests/helpers/sampleBoard.ts';
import { BoardIndex } from '../editor/BoardIndex.ts';
import { OutlineModel } from './OutlineModel.ts';
import { FOUND, WALL } from './rows.ts';

/** The outline of a board, its next frame in the test's hand. */
function open(board: BoardDoc) {
  const waiting: (() => void)[] = [];
  const index = new BoardIndex(board);
  const model = new OutlineModel({
    board,
    index,
    soon: (callback) => {
      waiting.push(callback);
      return () => void waiting.splice(waiting.indexOf(callback), 1);
    },
  });
  return { board, model, nextFrame: () => waiting.splice(0).forEach((callback) => void callback()) };
}

const lines = (model: OutlineModel): string[] =>
  model.rows.map(({ id, level, position, setSize, text }) => `${level} ${position}/${setSize} ${text || id}`);

describe('OutlineModel', () => {
  it('shows areas in the order of the eye, each with what lies in it, then the bare wall', () => {
    const board = new BoardDoc();
    const right = put(board, 'frame', [900, 0], { text: 'Irritants', size: [600, 400] });
    put(board, 'frame', [0, 0], { text: 'Contexte', size: [600, 400] });
    put(board, 'note', [220, 20], { parent: right, text: 'Trop de formulaires' });
    put(board, 'note', [20, 20], { parent: right, text: 'Horaires d’ouverture' });
    put(board, 'note', [0, 900], { text: 'À ranger' });
    expect(lines(open(board).model)).toEqual([
      '1 1/3 Contexte',
      '1 2/3 Irritants',
      '2 1/2 Horaires d’ouverture',
      '2 2/2 Trop de formulaires',
      '1 3/3 (wall)',
      '2 1/1 À ranger',
    ]);
  });

  it('lists what is drawn over a grid after what lies in its cells, as often as it counts it', () => {
    const board = new BoardDoc();
    const props = {
      'row:r': { name: 'Émotion', type: 'notes', z: 'a0' },
      'col:c1': { name: 'Avant', z: 'a0' },
      'col:c2': { name: 'Après', z: 'a1' },
    };
    const grid = put(board, 'grid', [0, 0], { text: 'Parcours', props });
    put(board, 'connector', [40, 400], {
      parent: grid,
      text: 'puis',
      props: { from: { x: 0, y: 0 }, to: { x: 80, y: 9 } },
    });
    put(board, 'note', [900, 200], { parent: grid, text: 'Il attend' });
    const ink = { points: [0, 0, 50, 100, 100, 50], extent: [100, 100], color: 'ink', width: 4 };
    const stroke = put(board, 'stroke', [40, 40], { parent: grid, props: ink });
    const { model, nextFrame } = open(board);
    const shown = () => model.rows.filter(({ level }) => level === 2).map(({ id, text }) => text || id);
    expect(shown()).toEqual(['Il attend', stroke, 'puis']);
    expect(model.row(grid)?.count).toBe(3);
    board.edit('move', (write) => write.set(stroke, { place: [grid, 40, 900] }));
    nextFrame();
    expect(shown()).toEqual(['Il attend', 'puis', stroke]);
  });

  it('says of what lies on a matrix where it stands, also in a group, and anew when the matrix changes', () => {
    const board = new BoardDoc();
    const axis = (name: string) => ({ name, scale: 'linear', min: 0, max: 100 });
    const props = { x: axis('Effort'), y: axis('Impact') };
    const matrix = put(board, 'matrix', [0, 0], { text: 'Priorités', size: [1730, 1180], props });
    // A matrix of that size has its plot from (140, 40), 1200 × 1000.
    const placed = put(board, 'note', [140 + 360 - 100, 40 + 280 - 100], {
      parent: matrix,
      text: 'Un bus le dimanche',
    });
    const waiting = put(board, 'note', [1460, 60], { parent: matrix, text: 'Des horaires lisibles' });
    const { model, nextFrame } = open(board);
    const said = (id: string): string => sayPlacing(model.row(id)?.placing ?? null, 'fr');
    expect([said(placed), said(waiting), said(matrix)]).toEqual(['Impact 72, Effort 30', 'à placer', '']);
    board.edit('style', (write) => write.set(matrix, { props: { x: axis('Coût') } }));
    nextFrame();
    expect(said(placed)).toBe('Impact 72, Coût 30');
    board.edit('move', (write) => write.set(placed, { place: [matrix, 140 + 600 - 100, 40 + 500 - 100] }));
    nextFrame();
    expect(said(placed)).toBe('Impact 50, Coût 50');
  });

  it('shows a mind map as lines under lines, without its branches, and follows it; nothing is ever lost in a circle', () => {
    const board = new BoardDoc();
    const note = (text: string, y: number): string => put(board, 'note', [0, y], { text });
    const line = (from: string, to: string): string =>
      put(board, 'connector', [0, 0], {
        props: { branch: true, from: { id: from, x: 0, y: 0 }, to: { id: to, x: 0, y: 0 } },
      });
    const [gare, velo, abri] = [note('La gare', 0), note('Vélo', 300), note('Un abri', 600)];
    line(gare, velo);
    const last = line(velo, abri);
    const { model, nextFrame } = open(board);
    expect(lines(model)).toEqual(['1 1/1 (wall)', '2 1/1 La gare', '3 1/1 Vélo', '4 1/1 Un abri']);
    board.edit('test', (write) => write.delete(last));
    nextFrame();
    expect(lines(model)).toEqual(['1 1/1 (wall)', '2 1/2 La gare', '3 1/1 Vélo', '2 2/2 Un abri']);
    // A stranger hangs an area on a note that lies in it.
    const area = put(board, 'frame', [1000, 0], { text: 'Irritants' });
    board.edit('test', (write) => write.set(abri, { place: [area, 0, 0] }));
    line(abri, area);
    nextFrame();
    expect(model.rows.map(({ id }) => id)).toEqual(expect.arrayContaining([area, abri, gare, velo]));
  });

  it('keeps what has lost its area under « Éléments retrouvés », once', () => {
    const board = new BoardDoc();
    const orphan = put(board, 'note', [0, 0], { text: 'Sans zone' });
    board.edit('move', (write) => write.set(orphan, { place: ['gone', 0, 0] }));
    const { model } = open(board);
    expect(model.rows.map((row) => row.id)).toEqual([WALL, FOUND, orphan]);
    expect(model.parentOf(orphan)).toBe(FOUND);
  });

  it('tells nobody of a move that changes no line, and renews only the lines that changed', () => {
    const { board, model, nextFrame } = open(createSampleBoard());
    let told = 0;
    model.subscribe(() => told++);
    const before = new Map(model.rows.map((row) => [row.id, row]));
    // A hair to the right: still between the same neighbours.
    board.edit('move', (write) => write.set('note-0-1', { place: ['area-0', 240, 22] }));
    nextFrame();
    expect(told).toBe(0);
    board.edit('typing', (write) => write.splice('note-0-1', { at: 0, remove: 0, insert: 'Bref : ' }));
    board.edit('typing', (write) => write.splice('note-0-1', { at: 0, remove: 0, insert: 'En ' }));
    nextFrame();
    expect(told).toBe(1);
    const renewed = model.rows.filter((row) => before.get(row.id) !== row).map((row) => row.id);
    expect(renewed).toEqual(['note-0-1']);
  });

  it('follows a note into another area, and counts both anew', () => {
    const { board, model, nextFrame } = open(createSampleBoard());
    const [from, to] = [model.row('area-0')?.count ?? 0, model.row('area-1')?.count ?? 0];
    board.edit('move', (write) => write.set('note-0-0', { place: ['area-1', 0, 0] }));
    nextFrame();
    expect([model.row('area-0')?.count, model.row('area-1')?.count]).toEqual([from - 1, to + 1]);
    expect(model.parentOf('note-0-0')).toBe('area-1');
    expect(model.rows.filter((row) => row.id === 'note-0-0')).toHaveLength(1);
  });

  it('finds words whatever their accents and capitals, with the areas they lie in, and says how many', () => {
    const { model } = open(createSampleBoard());
    model.filter('ecologie');
    const shown = model.rows.filter((row) => row.view !== null && !row.isArea);
    expect(shown.length).toBeGreaterThan(0);
    for (const row of shown)
      expect(
        row.text
          .normalize('NFD')
          .replace(/\p{Mn}/gu, '')
          .toLowerCase(),
      ).toContain('ecologie');
    for (const row of shown) expect(model.rows.map(({ id }) => id)).toContain(model.parentOf(row.id));
    expect(model.matches).toBeGreaterThanOrEqual(shown.length);
    model.filter('');
    expect(model.rows.length).toBe(model.matches);
  });

  it('shows all that lies in an area whose title is looked for', () => {
    const board = new BoardDoc();
    const area = put(board, 'frame', [0, 0], { text: 'Questions', size: [900, 600] });
    put(board, 'note', [20, 20], { parent: area, text: 'Qui décide ?' });
    put(board, 'note', [20, 900], { text: 'À ranger' });
    const { model } = open(board);
    model.filter('questions');
    expect(lines(model)).toEqual(['1 1/1 Questions', '2 1/1 Qui décide ?']);
    expect(model.firstMatch?.id).toBe(area);
  });

  it('shows few of many lines, and always the one with the focus', () => {
    const { model } = open(createSampleBoard());
    const last = model.rows.at(-2)?.id ?? null;
    const shown = model.window(0, 600, [last]);
    expect(shown.length).toBeLessThan(40);
    expect(shown.map((index) => model.rows[index]?.id)).toContain(last);
    expect(shown[0]).toBe(0);
    expect(model.indexAt(model.top(200) + 1)).toBe(200);
  });

  it('closes an area with all that lies in it, and opens what must be seen', () => {
    const { model } = open(createSampleBoard());
    const all = model.rows.length;
    const { count = 0 } = model.row('area-0') ?? {};
    model.toggle('area-0', false);
    expect(model.rows.length).toBe(all - count);
    model.uncover('note-0-3');
    expect(model.rows.length).toBe(all);
  });
});
