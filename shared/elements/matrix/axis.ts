/**
 * One axis of a matrix: what it is called, its ends, its scale, and what a point on it is worth. A share is how far along the axis a point
 * lies, from 0 (left, or bottom) to 1 (right, or top); a value is what people read there. Knows no places.
 */
import { LIMITS } from '../../protocol/limits.ts';
import type { Score } from '../ElementKind.ts';
import { isFlag, isOneOf, isRecord, isText, optional } from '../readProps.ts';

export const SCALES = ['linear', 'ordinal', 'log', 'date'] as const;
export type Scale = (typeof SCALES)[number];

export type Axis = {
  readonly name: string;
  /** What its smallest and its largest values mean: « faible », « fort ». */
  readonly low?: string;
  readonly high?: string;
  readonly scale: Scale;
  /** The value at its beginning and at its end; of dates, days since 1970-01-01. Not used by an ordinal scale. */
  readonly min: number;
  readonly max: number;
  /** Names of the steps of an ordinal scale, the smallest first. */
  readonly steps?: readonly string[];
  /** Values grow to the left, or downwards. */
  readonly isReversed?: boolean;
  /** Less is better: effort, cost. For rankings only; nothing is shown otherwise. */
  readonly isLessBetter?: boolean;
};

/** An axis before anybody has named it. */
export const PLAIN_AXIS: Axis = { name: '', scale: 'linear', min: 0, max: 100 };

/** `span`: the least from its beginning to its end; `positive`: the least number of a logarithmic scale. Closer ones no hand tells apart. */
export const AXIS_LIMITS = { steps: 12, number: 1e9, days: 400_000, span: 1e-6, positive: 1e-9 } as const;

const isLabel = isText(LIMITS.nameChars);

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= AXIS_LIMITS.number;

/** Whether a value is a list of `least` to `most` short texts. */
export const isLabels =
  (least: number, most: number) =>
  (value: unknown): boolean =>
    Array.isArray(value) && value.length >= least && value.length <= most && value.every(isLabel);

const isShaped = isRecord({
  name: isLabel,
  low: optional(isLabel),
  high: optional(isLabel),
  scale: isOneOf(SCALES),
  min: isNumber,
  max: isNumber,
  steps: optional(isLabels(2, AXIS_LIMITS.steps)),
  isReversed: optional(isFlag),
  isLessBetter: optional(isFlag),
});

/** Why the numbers of an axis do not go together; `null` where they do. */
export function problemOfAxis({
  scale,
  min,
  max,
  steps = [],
}: Axis): 'range' | 'positive' | 'day' | 'steps' | 'number' | null {
  if (scale === 'ordinal') return steps.length >= 2 && steps.length <= AXIS_LIMITS.steps ? null : 'steps';
  if (!isNumber(min) || !isNumber(max)) return 'number';
  if (scale === 'log' && min < AXIS_LIMITS.positive) return 'positive';
  if (!(max - min >= (scale === 'log' ? min * AXIS_LIMITS.span : AXIS_LIMITS.span))) return 'range';
  const isDay = (day: number): boolean => Number.isInteger(day) && Math.abs(day) <= AXIS_LIMITS.days;
  return scale === 'date' && !(isDay(min) && isDay(max)) ? 'day' : null;
}

/** Whether a value is an axis that can be read. */
export const isAxis = (value: unknown): boolean => isShaped(value) && problemOfAxis(value as Axis) === null;

const DAY_MS = 86_400_000;

/** A day as axes count it, as `YYYY-MM-DD`. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The day that `YYYY-MM-DD` names, as axes count it; `null` where it names none. */
export function parseDay(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at / DAY_MS;
}

const clampShare = (share: number): number => Math.min(1, Math.max(0, share));

/** How many decimals are read where values go that far. */
const digitsOf = (span: number): { readonly digits?: number } =>
  span >= 50 ? {} : { digits: Math.min(6, Math.max(1, Math.ceil(1.7 - Math.log10(span)))) };

/** What a share of an axis is worth: the exact value, and what stands for it where the axis has no numbers. */
export function valueAt(axis: Axis, share: number): Score {
  const { name, scale, min, max, steps = [], isReversed } = axis;
  const along = clampShare(isReversed ? 1 - share : share);
  switch (scale) {
    case 'linear':
      return { name, value: min + (max - min) * along, ...digitsOf(max - min) };
    case 'log': {
      const value = min * (max / min) ** along;
      return { name, value, ...digitsOf(value * 5) };
    }
    case 'date': {
      const day = Math.round(min + (max - min) * along);
      return { name, value: day, label: dayText(day) };
    }
    case 'ordinal': {
      const step = Math.min(steps.length - 1, Math.floor(along * steps.length));
      const label = steps[step] ?? '';
      return { name, value: step + 1, ...(label.trim() !== '' && { label }) };
    }
  }
}

/** Where on an axis a value lies, from 0 to 1: the inverse of `valueAt`. Of a step, its middle; beyond the ends, the end. */
export function shareOf({ scale, min, max, steps = [], isReversed }: Axis, value: number): number {
  const along = clampShare(
    scale === 'ordinal'
      ? (Math.round(value) - 0.5) / Math.max(1, steps.length)
      : scale === 'log'
        ? Math.log(Math.max(value, Number.MIN_VALUE) / min) / Math.log(max / min)
        : (value - min) / (max - min),
  );
  return isReversed ? 1 - along : along;
}

/**
 * How good a value is on its axis, from 0 to 1: what a ranking over two axes adds up. How far it lies from the smallest value, or from the
 * largest where less is better; where on the wall the large ones are (`isReversed`) changes nothing.
 */
export function gradeOf(axis: Axis, value: number): number {
  const along = shareOf({ ...axis, isReversed: false }, value);
  return axis.isLessBetter ? 1 - along : along;
}
