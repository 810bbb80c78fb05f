/** Text that has to find room in a box: as large as it may be, smaller where there is much, cropped with an ellipsis where there is too much. */
import { type BrokenText, breakPrepared, type PreparedText, prepareText } from './breakLines.ts';
import type { Weight } from './font.ts';
import { measureText, splitGraphemes } from './measure.ts';
import { toPaintable } from './paintable.ts';

export interface FitOptions {
  /** Largest and smallest size, whole numbers in board units. */
  readonly max: number;
  readonly min: number;
  readonly weight: Weight;
  /** Distance between baselines, in sizes. */
  readonly lineHeight: number;
}

export interface FittedText {
  readonly size: number;
  readonly lines: readonly string[];
  /** For each line, which paragraph it is of, and at which of its signs it begins. */
  readonly paragraphs: readonly number[];
  readonly starts: readonly number[];
  /** Whether there is more text than is shown; the last line then ends with an ellipsis. */
  readonly overflow: boolean;
}

const ELLIPSIS = '…';

/** How many lines of that size a height holds, at least one. The space below the last line may stand out of the box. */
const linesIn = (height: number, size: number, lineHeight: number): number =>
  Math.max(1, Math.floor((height + (lineHeight - 1) * size + 1e-6) / (lineHeight * size)));

/** One line shortened to `width` with an ellipsis, or as it is where it fits. */
export function truncate(text: string, width: number, size: number, weight: Weight): string {
  const line = toPaintable(text).replaceAll('\n', ' ').trim();
  return measureText(line, size, weight) <= width ? line : withEllipsis(line, width, size, weight);
}

/** The beginning of a line that leaves room for an ellipsis, and the ellipsis. */
function withEllipsis(line: string, width: number, size: number, weight: Weight): string {
  const room = width - measureText(ELLIPSIS, size, weight);
  const signs = splitGraphemes(line);
  let used = 0;
  let kept = 0;
  for (; kept < signs.length; kept++) {
    used += measureText(signs[kept] as string, size, weight);
    if (used > room) break;
  }
  return (
    signs
      .slice(0, kept)
      .join('')
      .replace(/[\s,;:.…]+$/u, '') + ELLIPSIS
  );
}

/**
 * The largest whole size from `max` down to `min` at which the text fits the box without cutting a word; where words are too long for
 * that, the largest at which it fits with words cut; where there is too much, `min` and the beginning of the text.
 */
export function fitText(
  text: string | PreparedText,
  box: { readonly w: number; readonly h: number },
  options: FitOptions,
): FittedText {
  const { max, min, weight, lineHeight } = options;
  const prepared = typeof text === 'string' ? prepareText(text, weight) : text;
  const layOut = (size: number): BrokenText => breakPrepared(prepared, box.w, size, linesIn(box.h, size, lineHeight));
  const largest = (fits: (broken: BrokenText) => boolean): FittedText | null => {
    let best: FittedText | null = null;
    let low = min;
    let high = max;
    let size = max;
    while (low <= high) {
      const broken = layOut(size);
      if (fits(broken)) {
        const { lines, paragraphs, starts } = broken;
        best = { size, lines, paragraphs, starts, overflow: false };
        low = size + 1;
      } else high = size - 1;
      size = Math.floor((low + high + 1) / 2);
    }
    return best;
  };
  const fitted = largest((broken) => !broken.isCropped && !broken.hasCutWord) ?? largest((broken) => !broken.isCropped);
  if (fitted) return fitted;
  const { lines, paragraphs, starts } = layOut(min);
  const indent = ((prepared[paragraphs.at(-1) ?? 0]?.indent ?? 0) * min) / 1000;
  const last = withEllipsis(lines.at(-1) ?? '', box.w - indent, min, weight);
  return { size: min, lines: [...lines.slice(0, -1), last], paragraphs, starts, overflow: true };
}
