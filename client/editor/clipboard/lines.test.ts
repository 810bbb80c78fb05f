import { describe, expect, it } from 'vitest';
import { intersects } from '../../../shared/geometry/box.ts';
import { layOutGrid, splitLines } from './lines.ts';

describe('splitLines', () => {
  it('makes one note of each line that says something, whatever the line ends', () => {
    expect(splitLines('Rénover la gare\r\n\n  Ouvrir le soir \rDes bancs\u2028De l’ombre\n')).toEqual([
      'Rénover la gare',
      'Ouvrir le soir',
      'Des bancs',
      'De l’ombre',
    ]);
  });
  it('takes bullets off and leaves numbers, dashes within words and negative figures alone', () => {
    expect(splitLines('• Accueil\n- Horaires\n– Transports\n1. Un guichet\nPorte-à-porte\n-12 % en 2026')).toEqual([
      'Accueil',
      'Horaires',
      'Transports',
      '1. Un guichet',
      'Porte-à-porte',
      '-12 % en 2026',
    ]);
  });
  it('makes nothing of blanks', () => {
    expect(splitLines(' \n\t\r\n')).toEqual([]);
  });
});

describe('layOutGrid', () => {
  const item = { w: 200, h: 200 };

  it('puts a single note with its middle at the pointer', () => {
    expect(layOutGrid(1, { item, center: { x: 500, y: 300 } })).toEqual([{ x: 400, y: 200 }]);
  });
  it('lays notes in rows from left to right without overlap, somewhat wider than high', () => {
    const places = layOutGrid(34, { item, center: { x: 0, y: 0 } });
    const boxes = places.map((at) => ({ ...at, ...item }));
    expect(boxes.every((a, i) => boxes.every((b, j) => i === j || !intersects(a, b)))).toBe(true);
    const columns = new Set(places.map(({ x }) => x)).size;
    const rows = new Set(places.map(({ y }) => y)).size;
    expect({ columns, rows }).toEqual({ columns: 8, rows: 5 });
    expect(places[0]?.y).toBe(places[1]?.y);
  });
  it('stays inside the area it is pasted in', () => {
    const within = { x: 1000, y: 0, w: 700, h: 2000 };
    const places = layOutGrid(12, { item, center: { x: 1690, y: 10 }, within });
    expect(places.every(({ x, y }) => x >= 1020 && x + 200 <= 1680 && y >= 20)).toBe(true);
  });
  it('is empty for nothing', () => {
    expect(layOutGrid(0, { item, center: { x: 0, y: 0 } })).toEqual([]);
  });
});
