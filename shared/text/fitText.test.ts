import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, truncate } from './fitText.ts';
import { measureText } from './measure.ts';

const NOTE = { w: 168, h: 168 };
const OPTIONS = { max: 22, min: 12, weight: 400, lineHeight: 1.2 } as const;
const fit = (text: string, box = NOTE) => fitText(text, box, OPTIONS);

describe('fitText', () => {
  it('writes a short text as large as it may', () => {
    expect(fit('Rendre les démarches plus simples')).toMatchObject({
      size: 22,
      lines: ['Rendre les', 'démarches plus', 'simples'],
      overflow: false,
    });
  });

  it('shrinks until all fits', () => {
    const fitted = fit(
      'Revoir les conditions d’attribution de certaines aides sociales et mieux répartir la valeur ajoutée.',
    );
    expect(fitted.overflow).toBe(false);
    expect(fitted.size).toBeLessThan(22);
    expect(fitted.size).toBeGreaterThan(12);
  });

  it('shrinks rather than cut a word, and cuts only what no size can hold', () => {
    expect(fit('anticonstitutionnellement').lines).toEqual(['anticonstitutionnellement']);
    expect(fit('a'.repeat(60))).toMatchObject({ size: 22, overflow: false });
  });

  it('shows the beginning and an ellipsis where there is too much', () => {
    const fitted = fit('Il faudrait que chaque mairie ouvre le samedi. '.repeat(40));
    expect(fitted).toMatchObject({ size: 12, overflow: true });
    expect(fitted.lines.at(-1)).toMatch(/\p{L}…$/u);
  });

  it('has one line even in a box too low for any', () => {
    expect(fit('Bonjour', { w: 168, h: 1 }).lines).toEqual(['Bonjour']);
    expect(fit('Bonjour', { w: 0, h: 0 }).lines).toHaveLength(1);
  });

  it('keeps within its box for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.integer({ min: 60, max: 400 }), (text, side) => {
        const { lines, size } = fit(text, { w: side, h: side });
        for (const line of lines) expect(measureText(line, size, 400)).toBeLessThanOrEqual(side + 1e-6);
        expect(lines.length * size * 1.2).toBeLessThanOrEqual(side + 0.2 * size + 1e-6);
      }),
    );
  });
});

describe('truncate', () => {
  it('keeps what fits and shortens what does not, on one line', () => {
    expect(truncate('Anne-Sophie', 200, 11, 400)).toBe('Anne-Sophie');
    const short = truncate('Anne-Sophie\nLefèvre de la Rochefoucauld', 80, 11, 400);
    expect(short).toMatch(/^Anne-Sophie.*…$/);
    expect(measureText(short, 11, 400)).toBeLessThanOrEqual(80);
  });
});
