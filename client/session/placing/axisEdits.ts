/** Changes to a matrix as its panel makes them: scales with values to begin with, parts that keep their names. Pure. */
import type { Locale } from '../../../shared/control/Control.ts';
import type { Axis, Scale } from '../../../shared/elements/matrix/axis.ts';
import type { MatrixProps } from '../../../shared/elements/matrix/props.ts';

/** The axis without what says nothing. */
export function tidyAxis({ name, low, high, scale, min, max, steps, isReversed, isLessBetter }: Axis): Axis {
  return {
    name,
    ...(low?.trim() && { low: low.trim() }),
    ...(high?.trim() && { high: high.trim() }),
    ...{ scale, min, max },
    ...(scale === 'ordinal' && steps && { steps }),
    ...(isReversed && { isReversed }),
    ...(isLessBetter && { isLessBetter }),
  };
}

const STEPS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['faible', 'moyen', 'fort'],
  en: ['low', 'medium', 'high'],
};

/** The axis on another scale, with values that can be read at once; `today` as axes count days. */
export function withScale(axis: Axis, scale: Scale, locale: Locale, today: number): Axis {
  const { steps: _steps, ...rest } = axis;
  switch (scale) {
    case 'linear':
      return tidyAxis({ ...rest, scale, min: 0, max: 100 });
    case 'log':
      return tidyAxis({ ...rest, scale, min: 1, max: 1000 });
    case 'date':
      return tidyAxis({ ...rest, scale, min: today, max: today + 365 });
    case 'ordinal': {
      const steps = axis.steps ?? STEPS[locale];
      return tidyAxis({ ...rest, scale, min: 1, max: steps.length, steps });
    }
  }
}

/** The names of the parts in a matrix of another number of them: each stays in its row and column; `undefined` where none is left. */
export function withParts(
  { quadrants = [], columns: oldColumns, rows: oldRows }: Pick<MatrixProps, 'quadrants' | 'columns' | 'rows'>,
  columns: number,
  rows: number,
): readonly string[] | undefined {
  const names = Array.from({ length: columns * rows }, (_, n) => {
    const [row, column] = [Math.floor(n / columns), n % columns];
    return row < oldRows && column < oldColumns ? (quadrants[row * oldColumns + column] ?? '') : '';
  });
  return names.some((name) => name.trim() !== '') ? names : undefined;
}

/** A number as people type it, with a comma or a point; `null` where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const value = Number(plain);
  return plain !== '' && Number.isFinite(value) ? value : null;
}
