/** What the panel makes of an axis and of parts. */
import { describe, expect, it } from 'vitest';
import { isAxis, SCALES } from '../../../shared/elements/matrix/axis.ts';
import { parseNumber, tidyAxis, withParts, withScale } from './axisEdits.ts';
import { rankingLines } from './rankingTable.ts';

const EFFORT = {
  name: 'Effort',
  low: 'léger',
  high: 'lourd',
  scale: 'linear',
  min: 0,
  max: 100,
  isLessBetter: true,
} as const;

describe('an axis on another scale', () => {
  it('can be read at once, and keeps its name and its ends', () => {
    for (const scale of SCALES)
      for (const from of SCALES) {
        const axis = withScale(withScale(EFFORT, from, 'fr', 20_780), scale, 'fr', 20_780);
        expect([scale, isAxis(axis), axis.name, axis.low, axis.isLessBetter]).toEqual([
          scale,
          true,
          'Effort',
          'léger',
          true,
        ]);
      }
    expect(withScale(EFFORT, 'ordinal', 'fr', 0).steps).toEqual(['faible', 'moyen', 'fort']);
  });

  it('leaves out what says nothing', () => {
    expect(tidyAxis({ ...EFFORT, low: ' ', high: '', isReversed: false, isLessBetter: false })).toEqual({
      name: 'Effort',
      scale: 'linear',
      min: 0,
      max: 100,
    });
  });
});

describe('a matrix of another number of parts', () => {
  it('keeps each name in its row and column', () => {
    const two = { quadrants: ['a', 'b', 'c', 'd'], columns: 2, rows: 2 };
    expect(withParts(two, 3, 2)).toEqual(['a', 'b', '', 'c', 'd', '']);
    expect(withParts(two, 1, 2)).toEqual(['a', 'c']);
    expect(withParts({ columns: 2, rows: 2 }, 3, 3)).toBeUndefined();
  });
});

describe('a number that is typed', () => {
  it('may have a comma, a point and spaces', () => {
    expect(['72,35', '72.35', '1 000', '1\u202f000,5', '-3', '', 'douze', '1e999'].map(parseNumber)).toEqual([
      72.35,
      72.35,
      1000,
      1000.5,
      -3,
      null,
      null,
      null,
    ]);
  });
});

describe('a ranking that is copied', () => {
  it('is one line a note with two decimals, and no cell begins like a formula', () => {
    const scores = (x: number, y: number) => ({
      x: { name: 'Effort', value: x },
      y: { name: 'Température', value: y },
    });
    const ranked = [
      { id: 'a', rank: 1, total: 80, text: 'Un bus\nle dimanche', scores: scores(20, 80.456) },
      { id: 'b', rank: 2, total: 12.5, text: '=SOMME(A1)', scores: scores(90, -5) },
    ];
    const axes = { x: { name: 'Effort' }, y: { name: 'Température' } };
    expect(rankingLines(ranked, axes, { rank: 'Rang', note: 'Note', total: 'Ensemble' }, 'fr')).toBe(
      [
        'Rang\tNote\tTempérature\tEffort\tEnsemble',
        '1\tUn bus le dimanche\t80,46\t20,00\t80,00',
        "2\t'=SOMME(A1)\t-5,00\t90,00\t12,50",
      ].join('\n'),
    );
    expect(rankingLines(ranked, axes, { rank: 'Rank', note: 'Note' }, 'en').split('\n')[1]).toBe(
      '1\tUn bus le dimanche\t80.46\t20.00',
    );
  });
});
