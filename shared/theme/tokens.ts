/**
 * Every colour of the product, once. `paint` reads them here, the interface as CSS custom properties made from the same record
 * (`client/ui/theme`). Contrast of ink on each note is 9:1 or more; muted ink on paper 6.6:1.
 */
export const NOTE_COLORS = ['yellow', 'orange', 'red', 'pink', 'purple', 'blue', 'green', 'grey'] as const;
export type NoteColor = (typeof NOTE_COLORS)[number];

export type ThemeName = 'light' | 'dark' | 'contrast';

export interface Theme {
  readonly name: ThemeName;
  readonly wall: string;
  readonly dots: string;
  readonly panel: string;
  readonly ink: string;
  readonly mutedInk: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly ok: string;
  readonly warning: string;
  readonly danger: string;
  readonly focus: string;
  /** Thin lines between parts of the interface. */
  readonly line: string;
  /** Shade under the pointer and on pressed controls. */
  readonly hover: string;
  /** Line around an area, and its tint where it has no colour of its own. */
  readonly areaLine: string;
  readonly areaFill: string;
  readonly shadow: string;
  readonly noteInk: string;
  readonly notes: Readonly<Record<NoteColor, string>>;
}

const notes: Theme['notes'] = {
  yellow: '#FFE27A',
  orange: '#FFC78A',
  red: '#FFAFA3',
  pink: '#F9B8DA',
  purple: '#D3C1FF',
  blue: '#B3D6FF',
  green: '#BAE8AE',
  grey: '#E2E0DA',
};

const light: Theme = {
  name: 'light',
  wall: '#F7F4EE',
  dots: '#E3DDD0',
  panel: '#FFFFFF',
  ink: '#1F1D1A',
  mutedInk: '#5B564E',
  accent: '#1D4E89',
  onAccent: '#FFFFFF',
  ok: '#22693F',
  warning: '#8A4B00',
  danger: '#A3241B',
  focus: '#1D4E89',
  line: '#E6E1D7',
  hover: '#F1EDE4',
  areaLine: 'rgba(91, 86, 78, 0.4)',
  areaFill: 'rgba(91, 86, 78, 0.06)',
  shadow: 'rgba(31, 29, 26, 0.16)',
  noteInk: '#1F1D1A',
  notes,
};

const dark: Theme = {
  name: 'dark',
  wall: '#1B1C1F',
  dots: '#2B2D32',
  panel: '#26282C',
  ink: '#ECE9E2',
  mutedInk: '#A9A59C',
  accent: '#8DB8F2',
  onAccent: '#10141A',
  ok: '#7FCB9B',
  warning: '#F0B668',
  danger: '#F39A92',
  focus: '#8DB8F2',
  line: '#383B41',
  hover: '#303338',
  areaLine: 'rgba(169, 165, 156, 0.4)',
  areaFill: 'rgba(169, 165, 156, 0.06)',
  shadow: 'rgba(0, 0, 0, 0.5)',
  noteInk: '#1F1D1A',
  notes,
};

const contrast: Theme = {
  ...light,
  name: 'contrast',
  wall: '#FFFFFF',
  dots: '#FFFFFF',
  ink: '#000000',
  mutedInk: '#000000',
  accent: '#000000',
  onAccent: '#FFFFFF',
  ok: '#004D1F',
  warning: '#5C2F00',
  danger: '#7A0B04',
  focus: '#B88A00',
  line: '#000000',
  hover: '#E8E8E8',
  areaLine: '#000000',
  areaFill: 'rgba(0, 0, 0, 0)',
  shadow: 'rgba(0, 0, 0, 0.6)',
  noteInk: '#000000',
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light, dark, contrast };

/** Twelve distinguishable hues for cursors and names: white text on each is 4.5:1 or more. */
export const PEOPLE_HUES = [
  '#1D4E89',
  '#A3241B',
  '#22693F',
  '#7A3E9D',
  '#8A4B00',
  '#00677A',
  '#B0206E',
  '#4A5A00',
  '#3D4ED0',
  '#7B4A2E',
  '#00705C',
  '#5B5470',
] as const;

/** What is the same in every theme: a printed page and a code to scan, the veil behind a dialog, words on a person's hue, alarm. */
export const FIXED = {
  paper: '#FFFFFF',
  paperInk: '#1F1D1A',
  paperMuted: '#5B564E',
  paperLine: '#D9D3C7',
  veil: 'rgba(31, 29, 26, 0.42)',
  onPerson: '#FFFFFF',
  alarm: '#A3241B',
  onAlarm: '#FFFFFF',
  swatchEdge: 'rgba(0, 0, 0, 0.18)',
} as const;

/** Unit of space in CSS pixels; the scale is 4 8 12 16 24 32 48. */
export const SPACE = [4, 8, 12, 16, 24, 32, 48] as const;
/** Type scale in CSS pixels. */
export const TYPE = [13, 15, 17, 21, 28, 40] as const;
