import { describe, expect, it } from 'vitest';
import { BoardDoc } from '../board/BoardDoc.ts';
import { isArea, pictureBox, pictureSize } from './paintScene.ts';

function boardOf(write: Parameters<BoardDoc['edit']>[1]): BoardDoc {
  const board = new BoardDoc();
  board.edit('test', write);
  return board;
}

const note = { kind: 'note', size: [200, 200], z: 'a1', text: 'Ouvrir la mairie le samedi' } as const;
const workshop = (): BoardDoc =>
  boardOf((write) => {
    write.create({ id: 'ideas', kind: 'frame', place: [null, 100, 50], size: [600, 400], z: 'a0', text: 'Idées' });
    write.create({ ...note, id: 'inside', place: ['ideas', 20, 20] });
    write.create({ ...note, id: 'outside', place: [null, 1000, 900] });
  });

describe('pictureBox', () => {
  it('is the rectangles of all elements with a margin of 40 units', () => {
    expect(pictureBox(workshop())).toEqual({ x: 60, y: 10, w: 1180, h: 1130 });
  });

  it('of an area is the area with what lies in it', () => {
    expect(pictureBox(workshop(), 'ideas')).toEqual({ x: 60, y: 10, w: 680, h: 480 });
  });

  it('is a piece of bare wall for an empty board', () => {
    expect(pictureBox(new BoardDoc())).toEqual({ x: -40, y: -40, w: 80, h: 80 });
  });

  it('covers whole units where elements do not', () => {
    const board = boardOf((write) => write.create({ ...note, place: [null, 0.4, -0.4] }));
    expect(pictureBox(board)).toEqual({ x: -40, y: -41, w: 281, h: 281 });
  });

  it('grows with a label that is higher than its size', () => {
    const text = 'Une étiquette bien trop longue pour la hauteur qu’on lui a donnée. '.repeat(4);
    const board = boardOf((write) =>
      write.create({ kind: 'text', place: [null, 0, 0], size: [200, 20], z: 'a0', text }),
    );
    expect(pictureBox(board).h).toBeGreaterThan(400);
  });
});

describe('pictureSize', () => {
  it('is the box times the scale, in whole pixels', () => {
    expect(pictureSize({ x: 0, y: 0, w: 281, h: 100 }, 2)).toEqual({ ok: true, value: { width: 562, height: 200 } });
  });

  it('refuses what is too large and says which scale would do', () => {
    const box = { x: 0, y: 0, w: 10_000, h: 10_000 };
    const refused = pictureSize(box, 1);
    expect(refused).toEqual({ ok: false, reason: { code: 'export_too_large', maxScale: 0.77 } });
    expect(pictureSize(box, 0.77).ok).toBe(true);
    expect(pictureSize({ x: 0, y: 0, w: 100_000, h: 100 }, 1)).toMatchObject({ reason: { maxScale: 0.32 } });
  });
});

describe('isArea', () => {
  it('is true for what can hold others', () => {
    expect(['ideas', 'inside', 'nobody'].map((id) => isArea(workshop(), id))).toEqual([true, false, false]);
  });
});
