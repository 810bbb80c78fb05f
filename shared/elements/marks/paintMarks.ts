/**
 * How tags, reactions and comments look on an element, whatever its kind: tags and reactions as a strip of small labels, comments that
 * wait as a bubble with their number at its top right corner. A kind that has a place for the strip within itself (`holdsStrip`) paints
 * it there; for all others it hangs below.
 */
import { type Box, contains, expand, union } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import { measureText } from '../../text/measure.ts';
import { FIXED, type Theme } from '../../theme/tokens.ts';
import type { Element } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { NO_MARKS } from './Marks.ts';
import { CHIP, layOutStrip, type Strip } from './strip.ts';
import { countOpenComments } from './threads.ts';

/** It stands over the top edge, beside the corner: there the hand takes hold. */
const BADGE = { height: 24, text: 13, padding: 7, over: 14, beside: 10, tail: 5 } as const;
/** Of the wall's colour around the bubble. */
const RIM = 2;
/** Below an element that does not hold its strip. */
const BELOW = 6;
const MOST_ROWS = 4;
const NARROWEST = 120;

const hanging = memoByElement(
  (element): Strip => layOutStrip(element.marks, Math.max(NARROWEST, element.size[0]), MOST_ROWS),
);

const badgeLabel = (count: number): string => (count > 99 ? '99+' : String(count));

/** The bubble's rectangle, without its tail; `null` where no comment waits. */
function badgeBox({ size: [w], marks }: Element): Box | null {
  const count = countOpenComments(marks);
  if (count === 0) return null;
  const width = Math.max(BADGE.height, Math.ceil(measureText(badgeLabel(count), BADGE.text, 700)) + 2 * BADGE.padding);
  return { x: w - width - BADGE.beside, y: -BADGE.over, w: width, h: BADGE.height };
}

/** Whether a point (relative to the top left) lies on the bubble that says how many comments wait. */
export function isOnBadge(element: Element, point: Vec): boolean {
  const box = element.marks === NO_MARKS ? null : badgeBox(element);
  return box !== null && contains(box, point);
}

/**
 * What marks cover beside the element itself, relative to its top left; `null` where they cover nothing more. `bottom`: where the element
 * ends, for the strip that hangs below; `null` where it stands within.
 */
export function boundsOfMarks(element: Element, bottom: number | null): Box | null {
  if (element.marks === NO_MARKS) return null;
  const badge = badgeBox(element);
  const strip = bottom === null ? null : hanging(element);
  const boxes: Box[] = [];
  if (badge) boxes.push(expand({ ...badge, h: badge.h + BADGE.tail }, RIM + 1));
  if (bottom !== null && strip && strip.height > 0) {
    const right = Math.max(...strip.chips.map(({ x, w }) => x + w));
    boxes.push({ x: -1, y: bottom + BELOW - 1, w: right + 2, h: strip.height + 2 });
  }
  return union(boxes);
}

/** Draws what is said of an element around it, its top left at the origin. */
export function paintMarks(ctx: PaintContext, element: Element, theme: Theme, bottom: number | null): void {
  if (element.marks === NO_MARKS) return;
  if (bottom !== null) paintStrip(ctx, hanging(element), 0, bottom + BELOW, 1, theme, theme.ink);
  paintBadge(ctx, element, theme);
}

/** Draws a strip with its top left at a point, `scale` times as large. `ink`: of what stands on no colour of its own. */
export function paintStrip(
  ctx: PaintContext,
  { chips }: Strip,
  x: number,
  y: number,
  scale: number,
  theme: Theme,
  ink: string,
): void {
  if (chips.length === 0) return;
  const isContrast = theme.name === 'contrast';
  ctx.save();
  ctx.translate(x, y);
  ctx.scale(scale, scale);
  for (const chip of chips) {
    const { height, text, padding, sign } = CHIP;
    const isTag = chip.sign === undefined;
    const radius = isTag ? CHIP.radius : height / 2;
    if (isTag) {
      if (chip.color) {
        roundedRect(ctx, chip.x, chip.y, chip.w, height, radius);
        ctx.fillStyle = theme.notes[chip.color];
        ctx.fill();
      }
    } else {
      // A veil, light on paper of any colour and on the wall by day and by night.
      roundedRect(ctx, chip.x, chip.y, chip.w, height, radius);
      ctx.globalAlpha = isContrast ? 1 : ink === theme.noteInk ? 0.55 : 1;
      ctx.fillStyle = ink === theme.noteInk ? FIXED.paper : theme.panel;
      ctx.fill();
      ctx.globalAlpha = 1;
    }
    if (chip.color !== null) {
      // An edge: a yellow tag on a yellow note is still a tag.
      ctx.strokeStyle = chip.color ? theme.noteInk : ink;
      ctx.globalAlpha = isContrast ? 1 : isTag ? 0.5 : 0.22;
      ctx.lineWidth = 1;
      roundedRect(ctx, chip.x + 0.5, chip.y + 0.5, chip.w - 1, height - 1, radius - 0.5);
      ctx.stroke();
      ctx.globalAlpha = 1;
    }
    const top = chip.y + (height - text) / 2;
    const style = { size: text, weight: 600, lineHeight: 1, color: chip.color ? theme.noteInk : ink } as const;
    if (chip.sign === undefined) paintLines(ctx, [chip.label], chip.x + padding, top, style);
    else {
      paintLines(ctx, [chip.sign], chip.x + padding - 1, chip.y + (height - sign) / 2, { ...style, size: sign });
      paintLines(ctx, [chip.label], chip.x + padding + sign + 3, top, style);
    }
  }
  ctx.restore();
}

function paintBadge(ctx: PaintContext, element: Element, theme: Theme): void {
  const box = badgeBox(element);
  if (!box) return;
  const { x, y, w, h } = box;
  ctx.save();
  // A bubble: round, with a tail to the left, over a rim of the wall's colour so that it stands out from any paper.
  const fillBubble = (grow: number): void => {
    roundedRect(ctx, x - grow, y - grow, w + 2 * grow, h + 2 * grow, h / 2 + grow);
    ctx.fill();
    ctx.beginPath();
    ctx.moveTo(x + 5 - grow, y + h - 8);
    ctx.lineTo(x + 3 - grow, y + h + BADGE.tail + grow);
    ctx.lineTo(x + 15 + grow, y + h - 2 + grow);
    ctx.closePath();
    ctx.fill();
  };
  ctx.fillStyle = theme.wall;
  fillBubble(RIM);
  ctx.fillStyle = theme.accent;
  fillBubble(0);
  const label = badgeLabel(countOpenComments(element.marks));
  const style = { size: BADGE.text, weight: 700, lineHeight: 1, color: theme.onAccent, align: 'center' } as const;
  paintLines(ctx, [label], x + w / 2, y + (h - BADGE.text) / 2, style);
  ctx.restore();
}
