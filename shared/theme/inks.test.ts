import { describe, expect, it } from 'vitest';
import { INK_COLORS, inkOf, inkOnPaper } from './inks.ts';
import { NOTE_COLORS, THEMES } from './tokens.ts';

/** WCAG's contrast of two colours. */
function contrast(a: string, b: string): number {
  const light = (color: string): number => {
    const [r, g, bl] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [light(a), light(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

describe('inks', () => {
  it.each(Object.values(THEMES))('are read on the wall of the theme "$name"', (theme) => {
    const least = theme.name === 'contrast' ? 7 : 3;
    for (const color of INK_COLORS)
      expect([color, contrast(inkOf(theme, color), theme.wall) >= least]).toEqual([color, true]);
  });

  it('are seen around a filled shape, by day and by night', () => {
    for (const theme of Object.values(THEMES))
      for (const paper of NOTE_COLORS)
        for (const color of INK_COLORS)
          expect([color, paper, contrast(inkOnPaper(theme, color), theme.notes[paper]) >= 2.4]).toEqual([
            color,
            paper,
            true,
          ]);
  });
});
