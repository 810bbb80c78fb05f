/** What a matrix that is ready to use is, what it gives a new one, and the one that a matrix begins with; the others come when somebody chooses. */
import type { Locale } from '../../control/Control.ts';
import type { Axis } from './axis.ts';
import type { MatrixProps } from './props.ts';

interface AxisWords {
  readonly name: string;
  readonly low: string;
  readonly high: string;
  /** Of an ordinal axis, the smallest first. */
  readonly steps?: readonly string[];
}

interface PresetWords {
  readonly x: AxisWords;
  readonly y: AxisWords;
  /** Row by row from the top left. */
  readonly quadrants?: readonly string[];
}

export interface MatrixPreset {
  readonly id: string;
  /** On which axis less is better. */
  readonly lessIsBetter?: 'x' | 'y' | 'both';
  readonly parts?: readonly [columns: number, rows: number];
  readonly words: Readonly<Record<Locale, PresetWords>>;
}

/** What a matrix begins with where nobody has chosen. */
export const FIRST_MATRIX: MatrixPreset = {
  id: 'impact-effort',
  lessIsBetter: 'x',
  words: {
    fr: {
      x: { name: 'Effort', low: 'léger', high: 'lourd' },
      y: { name: 'Impact', low: 'faible', high: 'fort' },
      quadrants: ['À faire tout de suite', 'À préparer', 'S’il reste du temps', 'À écarter'],
    },
    en: {
      x: { name: 'Effort', low: 'light', high: 'heavy' },
      y: { name: 'Impact', low: 'small', high: 'great' },
      quadrants: ['Do now', 'Prepare', 'If time is left', 'Set aside'],
    },
  },
};

function axisOf({ name, low, high, steps }: AxisWords, isLessBetter: boolean): Axis {
  const less = isLessBetter ? ({ isLessBetter: true } as const) : {};
  // The names of the steps say what the ends mean.
  return steps
    ? { name, scale: 'ordinal', min: 1, max: steps.length, steps, ...less }
    : { name, low, high, scale: 'linear', min: 0, max: 100, ...less };
}

/** The props a preset gives a matrix, in a language; `quadrants` is `undefined` where it names no parts. */
export function propsOfPreset(
  { words, lessIsBetter, parts: [columns, rows] = [2, 2] }: MatrixPreset,
  locale: Locale,
): Pick<MatrixProps, 'x' | 'y' | 'columns' | 'rows'> & { readonly quadrants: readonly string[] | undefined } {
  const { x, y, quadrants } = words[locale];
  const isLess = (axis: 'x' | 'y'): boolean => lessIsBetter === axis || lessIsBetter === 'both';
  return { x: axisOf(x, isLess('x')), y: axisOf(y, isLess('y')), columns, rows, quadrants };
}
