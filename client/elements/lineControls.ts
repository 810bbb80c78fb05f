/** What people choose about drawn lines, whatever their kind: one set of words, swatches and widths for shapes, strokes and connectors. */
import { INK_COLORS, inkOf } from '../../shared/theme/inks.ts';
import { THEMES } from '../../shared/theme/tokens.ts';
import type { Control } from './ElementView.ts';

/** The colour of a line: the ink of the theme, or one of the colours notes have too. */
export const inkControl = (prop: string, label: 'drawing.color' | 'drawing.line'): Control => ({
  type: 'choice',
  prop,
  label,
  options: INK_COLORS.map((color) => ({
    value: color,
    label: color === 'ink' ? 'drawing.ink' : `editor.color.${color}`,
    // The ink follows the theme, on the wall as here.
    swatch: color === 'ink' ? 'var(--ink)' : inkOf(THEMES.light, color),
  })),
});

/** Thickness, as words: four of them, or a highlighter's. */
export const WIDTHS: Control = {
  type: 'choice',
  prop: 'width',
  label: 'drawing.width',
  options: [
    { value: 2, label: 'drawing.width.thin', icon: 'line-thin' },
    { value: 4, label: 'drawing.width.medium', icon: 'line-medium' },
    { value: 8, label: 'drawing.width.thick', icon: 'line-thick' },
    { value: 20, label: 'drawing.width.broad', icon: 'line-broad' },
  ],
};

export const DASH: Control = {
  type: 'choice',
  prop: 'dash',
  label: 'drawing.dash',
  options: [
    { value: undefined, label: 'drawing.dash.solid', icon: 'minus' },
    { value: 'dashed', label: 'drawing.dash.dashed', icon: 'line-dashed' },
    { value: 'dotted', label: 'drawing.dash.dotted', icon: 'ellipsis' },
  ],
};
