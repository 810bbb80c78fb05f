/** What an area says of a place, in words and in tables. */
import { describe, expect, it } from 'vitest';
import { sayPlacing, sayScore, scoreText } from './placing.ts';

describe('a score', () => {
  it('has two decimals in tables, whatever people read', () => {
    expect(scoreText({ name: 'Impact', value: 72.3456 })).toBe('72.35');
    expect(scoreText({ name: 'Impact', value: 7 })).toBe('7.00');
    expect([-0.001, -0, -0.005001].map((value) => scoreText({ name: '', value }))).toEqual(['0.00', '0.00', '-0.01']);
    expect(scoreText({ name: 'Quand', value: 20_779, label: '2026-11-22' })).toBe('2026-11-22');
  });

  it('is read with as many decimals as matter, in the marks of the language', () => {
    expect([sayScore({ name: '', value: 72.4 }, 'fr'), sayScore({ name: '', value: -0.2 }, 'fr')]).toEqual(['72', '0']);
    expect(sayScore({ name: '', value: 3.256, digits: 1 }, 'fr')).toBe('3,3');
    expect(sayScore({ name: '', value: 3.256, digits: 1 }, 'en')).toBe('3.3');
    expect(sayScore({ name: '', value: 2, label: 'souvent' }, 'fr')).toBe('souvent');
    expect(sayScore({ name: '', value: 20_779, label: '2026-11-22' }, 'fr')).toBe('22 nov. 2026');
  });
});

describe('a place', () => {
  const scores = [
    { name: 'Impact', value: 72 },
    { name: 'Effort', value: 30 },
  ];
  it('is said by its scores and its cell, or that it waits', () => {
    expect(sayPlacing({ scores, cell: 'À préparer' }, 'fr')).toBe('Impact 72, Effort 30, À préparer');
    expect(sayPlacing({ cell: 'Déjà là · Habiter' }, 'fr')).toBe('Déjà là · Habiter');
    expect([
      sayPlacing({ isWaiting: true }, 'fr'),
      sayPlacing({ isWaiting: true }, 'en'),
      sayPlacing(null, 'fr'),
    ]).toEqual(['à placer', 'to place', '']);
  });

  it('reads a step as it is called, also where it looks like a day there is not', () => {
    const said = ['2026-13-45', '2026-02-30', '2026-11-24'].map((label) =>
      sayScore({ name: '', value: 1, label }, 'en'),
    );
    expect(said).toEqual(['2026-13-45', '2026-02-30', 'Nov 24, 2026']);
  });
});
