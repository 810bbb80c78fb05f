/**
 * The note: one idea on a square of coloured paper. Its text is as large as it can be, between 22 units (more on a note larger than
 * usual) and 12, and never leaves it; what has no room is counted. Where each thing stands is in `layOutNote.ts`.
 */
import type { Locale } from '../../control/Control.ts';
import { contains } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { truncate } from '../../text/fitText.ts';
import { withBoxes } from '../../text/links.ts';
import { measureText } from '../../text/measure.ts';
import { FIXED, NOTE_COLORS, type Theme } from '../../theme/tokens.ts';
import type { Element, ElementKind, Scene } from '../ElementKind.ts';
import { paintStrip } from '../marks/paintMarks.ts';
import { CHIP } from '../marks/strip.ts';
import type { PaintContext } from '../PaintContext.ts';
import { type Checks, isOneOf, optional, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { CHECK, layOutNote, NOTE, type NoteLine, type NoteProps } from './layOutNote.ts';

const CHECKS: Checks<NoteProps> = { color: isOneOf(NOTE_COLORS), node: optional(isOneOf(['open', 'folded'])) };

const EDGE_SHADE = 0.12;

/** How far the shadow stands out: at the sides, and below. */
const SHADOW = { side: 1, below: 3 } as const;

/** Takes what the paper covers in any case out of the path: a hole, since it runs the other way round. */
function leaveOut(ctx: PaintContext, w: number, h: number): void {
  const inset = NOTE.radius + SHADOW.below;
  if (Math.min(w, h) <= 2 * inset) return;
  ctx.moveTo(inset, inset);
  ctx.lineTo(inset, h - inset);
  ctx.lineTo(w - inset, h - inset);
  ctx.lineTo(w - inset, inset);
  ctx.closePath();
}

function paintPaper(ctx: PaintContext, { size: [w, h], props }: Element<NoteProps>, { theme }: Scene): void {
  // Two offset sheets instead of a blur: `shadowBlur` makes panning several times slower. Only what stands out of them is filled.
  ctx.fillStyle = theme.shadow;
  ctx.globalAlpha = 0.4;
  roundedRect(ctx, -SHADOW.side, 1, w + 2 * SHADOW.side, h + SHADOW.below - 1, NOTE.radius + 1);
  leaveOut(ctx, w, h);
  ctx.fill();
  ctx.globalAlpha = 1;
  roundedRect(ctx, 0, 2, w, h, NOTE.radius);
  leaveOut(ctx, w, h);
  ctx.fill();
  ctx.fillStyle = theme.notes[props.color];
  roundedRect(ctx, 0, 0, w, h, NOTE.radius);
  ctx.fill();
  // A hair of shade along the edge: two notes of one colour that overlap stay two.
  ctx.strokeStyle = theme.noteInk;
  ctx.globalAlpha = EDGE_SHADE;
  ctx.lineWidth = 1;
  roundedRect(ctx, 0.5, 0.5, w - 1, h - 1, NOTE.radius);
  ctx.stroke();
  ctx.globalAlpha = 1;
  if (theme.name !== 'contrast') return;
  ctx.strokeStyle = theme.noteInk;
  ctx.lineWidth = 2;
  roundedRect(ctx, 1, 1, w - 2, h - 2, NOTE.radius - 1);
  ctx.stroke();
}

function paintAuthor(ctx: PaintContext, name: string, element: Element<NoteProps>, { theme }: Scene): void {
  const [w, h] = element.size;
  const { padding, foot } = layOutNote(element);
  // Reactions stand before it in the same row.
  const taken = foot.strip ? foot.strip.lastRowWidth * foot.growth : 0;
  const room = w - 2 * padding - taken - (taken > 0 ? NOTE.author : 0);
  // A name of which three letters are left names nobody.
  if (h < 4 * NOTE.author || room < (taken > 0 ? 5 : 2) * NOTE.author) return;
  ctx.globalAlpha = theme.name === 'contrast' ? 1 : 0.75;
  const line = truncate(name, room, NOTE.author, 400);
  const style = { size: NOTE.author, weight: 400, lineHeight: 1, color: theme.noteInk, align: 'right' } as const;
  const top = taken > 0 ? h - 7 * foot.growth - (CHIP.height * foot.growth + NOTE.author) / 2 : h - 5 - NOTE.author;
  paintLines(ctx, [line], w - padding, top, style);
  ctx.globalAlpha = 1;
}

/** A box to tick: its own stroke, since no font of ours has the sign. */
function paintCheck(ctx: PaintContext, isDone: boolean, x: number, middle: number, size: number, ink: string): void {
  const side = CHECK.side * size;
  const top = middle - side / 2;
  const line = Math.max(1.25, size * 0.09);
  ctx.strokeStyle = ink;
  ctx.lineWidth = line;
  roundedRect(ctx, x + line / 2, top + line / 2, side - line, side - line, size * 0.14);
  if (isDone) {
    ctx.fillStyle = ink;
    ctx.fill();
  }
  ctx.stroke();
  if (!isDone) return;
  ctx.strokeStyle = FIXED.paper;
  ctx.lineWidth = line * 1.25;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(x + side * 0.26, top + side * 0.52);
  ctx.lineTo(x + side * 0.43, top + side * 0.69);
  ctx.lineTo(x + side * 0.75, top + side * 0.31);
  ctx.stroke();
}

/** `paint` has the board's language and no message catalogue: its few words stand here. */
const MORE: Readonly<Record<Locale, (count: number) => string>> = {
  fr: (count) => `… encore ${count} ${count > 1 ? 'lignes' : 'ligne'}`,
  en: (count) => `… ${count} more ${count > 1 ? 'lines' : 'line'}`,
};

const isPlain = ({ indent, links }: NoteLine): boolean => indent === 0 && links.length === 0;

function paintText(ctx: PaintContext, element: Element<NoteProps>, { theme, locale }: Scene): void {
  const { lines, size, x, y, hidden } = layOutNote(element);
  const { weight, lineHeight } = NOTE;
  const color = theme.noteInk;
  const step = size * lineHeight;
  if (lines.every(isPlain)) {
    const plain = lines.map((line) => line.text);
    paintLines(ctx, plain, x, y, { size, weight, lineHeight, color });
  } else paintLinesApart(ctx, lines, x, y, size, theme);
  const room = element.size[0] - 2 * x;
  paintMore(ctx, hidden, x, y + lines.length * step, room, color, locale);
}

/** Lines with boxes and addresses, each on its own. */
function paintLinesApart(
  ctx: PaintContext,
  lines: readonly NoteLine[],
  x: number,
  y: number,
  size: number,
  theme: Theme,
): void {
  const { weight, lineHeight } = NOTE;
  const color = theme.noteInk;
  const isContrast = theme.name === 'contrast';
  const step = size * lineHeight;
  for (const [at, line] of lines.entries()) {
    const top = y + at * step;
    const left = x + line.indent;
    if (line.check) paintCheck(ctx, line.check === 'done', x, top + step / 2, size, color);
    ctx.globalAlpha = line.isDone && !isContrast ? 0.7 : 1;
    paintLines(ctx, [line.text], left, top, { size, weight, lineHeight, color });
    if (line.links.length > 0) {
      ctx.fillStyle = color;
      const under = top + step / 2 + size * 0.46;
      for (const link of line.links) ctx.fillRect(left + link.x, under, link.w, Math.max(1, size * 0.06));
    }
    ctx.globalAlpha = 1;
  }
}

/** Nothing of the text is left out in silence. */
function paintMore(
  ctx: PaintContext,
  count: number,
  x: number,
  y: number,
  room: number,
  color: string,
  locale: Locale,
): void {
  const { minText: size, lineHeight } = NOTE;
  if (count === 0) return;
  // On a narrow note the number alone, then the sign alone.
  const said = [MORE[locale](count), `… +${count}`, '…'].find((one) => measureText(one, size, 700) <= room);
  if (said !== undefined) paintLines(ctx, [said], x, y, { size, weight: 700, lineHeight, color });
}

export const note: ElementKind<NoteProps> = {
  kind: 'note',
  version: 1,
  hasText: true,
  isContainer: false,
  isSigned: true,
  holdsStrip: true,
  defaultSize: [200, 200],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.sizeMax, LIMITS.sizeMax],
  defaultProps: { color: 'yellow' },
  propKeys: ['color', 'node'],
  parse: (props) => readProps<NoteProps>(props, note.defaultProps, CHECKS),
  migrations: {},
  bounds: ({ size: [w, h] }) => ({ x: -SHADOW.side, y: 0, w: w + 2 * SHADOW.side, h: h + SHADOW.below }),
  hitTest: ({ size: [w, h] }, point) => contains({ x: 0, y: 0, w, h }, point),
  paint(ctx, element, scene) {
    paintPaper(ctx, element, scene);
    paintText(ctx, element, scene);
    const { foot, x } = layOutNote(element);
    if (foot.strip) paintStrip(ctx, foot.strip, x, foot.y, foot.growth, scene.theme, scene.theme.noteInk);
    const name = element.by === undefined ? undefined : scene.person(element.by);
    if (name) paintAuthor(ctx, name, element, scene);
  },
  swatch: ({ props }, theme) => theme.notes[props.color],
  dependsOn: () => [],
  outline: ({ text }) => withBoxes(text).replace(/\s+/g, ' ').trim(),
  row: ({ text, props }) => ({ text: text.trim(), color: props.color }),
};
