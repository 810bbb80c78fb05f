/**
 * Where the words of a matrix stand and at which size: names and ends of the axes, marks, names of the quadrants. Every label has a box of its
 * own that no other shares, and shrinks to fit it; boxes come from the size alone, so that no word moves another.
 */
import type { Locale } from '../../control/Control.ts';
import type { Box } from '../../geometry/box.ts';
import { type FittedText, fitText } from '../../text/fitText.ts';
import type { Weight } from '../../text/font.ts';
import type { Element, Size } from '../ElementKind.ts';
import type { Axis } from './axis.ts';
import type { MatrixProps } from './props.ts';
import { partsOf } from './score.ts';
import { ticksOf } from './ticks.ts';

export interface Label {
  /** What it says, for tests and for whoever is told that it was cut. */
  readonly text: string;
  readonly fitted: FittedText;
  /** Its room, relative to the top left of the matrix. */
  readonly box: Box;
  readonly align: 'left' | 'center' | 'right';
  readonly weight: Weight;
  /** Reads from below upwards. */
  readonly isUpright: boolean;
  readonly tone: 'ink' | 'muted';
}

export const LABEL_LINE_HEIGHT = 1.15;

interface Look {
  readonly max: number;
  readonly min: number;
  readonly weight: Weight;
  readonly tone: Label['tone'];
  readonly align: Label['align'];
}

const NAME: Look = { max: 28, min: 11, weight: 600, tone: 'ink', align: 'center' };
const END: Look = { max: 21, min: 10, weight: 400, tone: 'muted', align: 'left' };
const TICK: Look = { max: 17, min: 9, weight: 400, tone: 'muted', align: 'center' };
const QUADRANT: Look = { max: 24, min: 10, weight: 600, tone: 'muted', align: 'left' };

function labelIn(text: string, box: Box, look: Look, isUpright = false): Label[] {
  const said = text.trim();
  const [w, h] = isUpright ? [box.h, box.w] : [box.w, box.h];
  if (said === '' || w < 12 || h < 8) return [];
  const { max, min, weight, tone, align } = look;
  const fitted = fitText(said, { w, h }, { max, min, weight, lineHeight: LABEL_LINE_HEIGHT });
  return [{ text: said, fitted, box, align, weight, tone, isUpright }];
}

/** Shares of the room beside the plot: marks next to it, then the names. */
const TICKS = { from: 0.1, to: 0.34 } as const;
const NAMES = { from: 0.38, to: 0.96 } as const;
/** Shares of the axis that an end and the name between the ends may take. */
const END_SHARE = 0.28;
const GAP_SHARE = 0.02;

/** Along one axis of that length, the boxes of its words: `at` gives a box from how far along and how far out it lies. */
function axisLabels(
  axis: Axis,
  locale: Locale,
  at: (from: number, to: number, near: number, far: number) => Box,
  isUpright: boolean,
): Label[] {
  const [low = '', high = ''] = axis.isReversed ? [axis.high, axis.low] : [axis.low, axis.high];
  const hasEnds = low.trim() !== '' || high.trim() !== '';
  const inner = hasEnds ? END_SHARE + GAP_SHARE : 0;
  const ticks = ticksOf(axis, locale);
  // Months are not equally long: each mark has half the way to the next one, where that is shortest.
  const shares = ticks.map(({ share }) => share).sort((a, b) => a - b);
  const between = shares.slice(1).map((share, n) => share - (shares[n] ?? 0));
  const half = (Math.min(0.5, ...between) / 2) * 0.94;
  return [
    ...labelIn(axis.name, at(inner, 1 - inner, NAMES.from, NAMES.to), NAME, isUpright),
    ...labelIn(low, at(0, END_SHARE, NAMES.from, NAMES.to), END, isUpright),
    ...labelIn(high, at(1 - END_SHARE, 1, NAMES.from, NAMES.to), { ...END, align: 'right' }, isUpright),
    ...ticks.flatMap(({ share, text }) =>
      labelIn(text, at(share - half, share + half, TICKS.from, TICKS.to), TICK, isUpright),
    ),
  ];
}

/** By props: an element shown without its title, or moved, has the same labels. */
const known = new WeakMap<MatrixProps, Map<string, readonly Label[]>>();

/** Every label of a matrix. */
export function labelsOf(
  { size, props }: Pick<Element<MatrixProps>, 'size' | 'props'>,
  locale: Locale,
): readonly Label[] {
  const laidOut = known.get(props) ?? new Map<string, readonly Label[]>();
  known.set(props, laidOut);
  const key = `${locale} ${size[0]} ${size[1]}`;
  const old = laidOut.get(key);
  if (old) return old;
  // A hand that pulls at the size goes through many: only the last few are kept.
  if (laidOut.size > 4) laidOut.clear();
  const fresh = layOut(size, props, locale);
  laidOut.set(key, fresh);
  return fresh;
}

function layOut(size: Size, props: MatrixProps, locale: Locale): readonly Label[] {
  const { plot } = partsOf(size);
  const below = size[1] - plot.y - plot.h;
  const across = (from: number, to: number, near: number, far: number): Box => ({
    x: plot.x + from * plot.w,
    y: plot.y + plot.h + near * below,
    w: (to - from) * plot.w,
    h: (far - near) * below,
  });
  const up = (from: number, to: number, near: number, far: number): Box => ({
    x: plot.x * (1 - far),
    y: plot.y + (1 - to) * plot.h,
    w: (far - near) * plot.x,
    h: (to - from) * plot.h,
  });
  return [
    ...axisLabels(props.x, locale, across, false),
    ...axisLabels(props.y, locale, up, true),
    ...quadrantLabels(plot, props),
  ];
}

function quadrantLabels(plot: Box, { quadrants = [], columns, rows }: MatrixProps): Label[] {
  const [w, h] = [plot.w / columns, plot.h / rows];
  const margin = Math.min(16, w * 0.06, h * 0.06);
  return quadrants.slice(0, columns * rows).flatMap((name, n) => {
    const box = {
      x: plot.x + (n % columns) * w + margin,
      y: plot.y + Math.floor(n / columns) * h + margin,
      w: w - 2 * margin,
      h: Math.min(h - 2 * margin, 84),
    };
    return labelIn(name, box, QUADRANT);
  });
}

/** A matrix without the words along its axes, whose names the canvas writes larger from afar. The same object for the same props. */
export function withoutLabels(props: MatrixProps): MatrixProps {
  const old = plain.get(props);
  if (old) return old;
  const bare = ({ low: _low, high: _high, ...axis }: Axis): Axis => ({ ...axis, name: '' });
  const fresh: MatrixProps = { ...props, x: bare(props.x), y: bare(props.y) };
  plain.set(props, fresh);
  return fresh;
}

const plain = new WeakMap<MatrixProps, MatrixProps>();
