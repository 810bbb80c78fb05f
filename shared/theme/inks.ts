/**
 * Colours of lines: pens, highlighters, connectors, edges of shapes. They have the names of the notes' colours, so that one command
 * colours everything, and one more, the ink of the theme. Each theme has its own shades: a line drawn by day is read at night.
 */
import { NOTE_COLORS, type NoteColor, type Theme, type ThemeName } from './tokens.ts';

export const INK_COLORS = ['ink', ...NOTE_COLORS] as const;
export type InkColor = 'ink' | NoteColor;

type Inks = Readonly<Record<NoteColor, string>>;

/** 3:1 or more on the wall, 7:1 in high contrast. */
const INKS: Readonly<Record<ThemeName, Inks>> = {
  light: {
    yellow: '#9A6A00',
    orange: '#B85C00',
    red: '#B3261E',
    pink: '#B0206E',
    purple: '#6D3FB4',
    blue: '#1D5FBF',
    green: '#22703F',
    grey: '#6B665E',
  },
  dark: {
    yellow: '#F2CF5B',
    orange: '#F5A95C',
    red: '#F4867A',
    pink: '#F29AC8',
    purple: '#B9A0F5',
    blue: '#7FB4F5',
    green: '#7FCB9B',
    grey: '#A9A59C',
  },
  contrast: {
    yellow: '#5E4400',
    orange: '#7A3D00',
    red: '#7A0B04',
    pink: '#7D0F4C',
    purple: '#4B2389',
    blue: '#0B3A82',
    green: '#004D1F',
    grey: '#4A4640',
  },
};

/** A highlighter lets through what lies below: clear colours, laid on thinly. */
const MARKERS: Inks = {
  yellow: '#FFD60A',
  orange: '#FF9F1C',
  red: '#FF5A4D',
  pink: '#FF5FB0',
  purple: '#A77BFF',
  blue: '#4DA3FF',
  green: '#3FCB63',
  grey: '#8E949B',
};

/** How much of a highlighter's colour covers what lies below. */
export const MARKER_ALPHA = 0.45;

/** The shade of a line's colour in a theme. */
export const inkOf = (theme: Theme, color: InkColor): string => (color === 'ink' ? theme.ink : INKS[theme.name][color]);

/** The shade of a line's colour on a note's colour, which stays bright in the dark. */
export function inkOnPaper(theme: Theme, color: InkColor): string {
  if (color === 'ink') return theme.noteInk;
  return INKS[theme.name === 'dark' ? 'light' : theme.name][color];
}

/** The shade of a highlighter's colour in a theme. */
export const markerOf = (theme: Theme, color: InkColor): string => (color === 'ink' ? theme.mutedInk : MARKERS[color]);
