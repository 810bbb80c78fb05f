/**
 * The note: one idea on a square of coloured paper. Its text is as large as it can be, between 22 units (more
 * on a note larger than usual) and 12, and never leaves it.
 */
import { contains } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText, truncate } from '../../text/fitText.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import type { Element, ElementKind, Scene } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { type Checks, isOneOf, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';

export type NoteProps = { readonly color: NoteColor };

/** Measures of a note in board units; the editor that lies over it uses the same. */
export const NOTE = {
  padding: 16,
  radius: 3,
  maxText: 22,
  minText: 12,
  lineHeight: 1.2,
  weight: 400,
  author: 11,
} as const;

const CHECKS: Checks<NoteProps> = { color: isOneOf(NOTE_COLORS) };

const EDGE_SHADE = 0.12;

/** How far the shadow stands out: at the sides, and below. */
const SHADOW = { side: 1, below: 3 } as const;

/** How much larger than an ordinary note it is: its text and its margin grow with it, so that a big card is read from afar. */
const growthOf = (w: number, h: number): number => Math.max(1, Math.min(4, Math.min(w, h) / 200));

/** Small notes keep some paper around their text, but less of it. */
const paddingOf = (w: number, h: number): number => Math.min(NOTE.padding * growthOf(w, h), Math.min(w, h) * 0.12);

/** Size, lines and place of a note's text, relative to its top left. */
export const layOutNote = memoByElement(({ size: [w, h], text, by }: Element<NoteProps>) => {
  const padding = paddingOf(w, h);
  const authorRoom = by === undefined ? 0 : NOTE.author - 3;
  const box = { w: w - 2 * padding, h: h - 2 * padding - authorRoom };
  const { minText: min, weight, lineHeight } = NOTE;
  const max = Math.round(NOTE.maxText * growthOf(w, h));
  const fitted = fitText(text.trimEnd(), box, { max, min, weight, lineHeight });
  const height = fitted.lines.length * fitted.size * lineHeight;
  return {
    ...fitted,
    x: padding,
    y: Math.max(padding, Math.min((h - height) / 2, h - padding - authorRoom - height)),
    padding,
  };
});

function paintPaper(ctx: PaintContext, { size: [w, h], props }: Element<NoteProps>, { theme }: Scene): void {
  // Two offset sheets instead of a blur: `shadowBlur` makes panning several times slower.
  ctx.fillStyle = theme.shadow;
  ctx.globalAlpha = 0.4;
  roundedRect(ctx, -SHADOW.side, 1, w + 2 * SHADOW.side, h + SHADOW.below - 1, NOTE.radius + 1);
  ctx.fill();
  ctx.globalAlpha = 1;
  roundedRect(ctx, 0, 2, w, h, NOTE.radius);
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

function paintAuthor(ctx: PaintContext, name: string, { size: [w, h] }: Element<NoteProps>, { theme }: Scene): void {
  const padding = paddingOf(w, h);
  const room = w - 2 * padding;
  if (h < 4 * NOTE.author || room < 2 * NOTE.author) return;
  ctx.globalAlpha = theme.name === 'contrast' ? 1 : 0.75;
  const line = truncate(name, room, NOTE.author, 400);
  const style = { size: NOTE.author, weight: 400, lineHeight: 1, color: theme.noteInk, align: 'right' } as const;
  paintLines(ctx, [line], w - padding, h - 5 - NOTE.author, style);
  ctx.globalAlpha = 1;
}

export const note: ElementKind<NoteProps> = {
  kind: 'note',
  version: 1,
  hasText: true,
  isContainer: false,
  defaultSize: [200, 200],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.sizeMax, LIMITS.sizeMax],
  defaultProps: { color: 'yellow' },
  propKeys: ['color'],
  parse: (props) => readProps<NoteProps>(props, note.defaultProps, CHECKS),
  migrations: {},
  bounds: ({ size: [w, h] }) => ({ x: -SHADOW.side, y: 0, w: w + 2 * SHADOW.side, h: h + SHADOW.below }),
  hitTest: ({ size: [w, h] }, point) => contains({ x: 0, y: 0, w, h }, point),
  paint(ctx, element, scene) {
    paintPaper(ctx, element, scene);
    const { lines, size, x, y } = layOutNote(element);
    const { weight, lineHeight } = NOTE;
    paintLines(ctx, lines, x, y, { size, weight, lineHeight, color: scene.theme.noteInk });
    const name = element.by === undefined ? undefined : scene.person(element.by);
    if (name) paintAuthor(ctx, name, element, scene);
  },
  swatch: ({ props }, theme) => theme.notes[props.color],
  dependsOn: () => [],
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
};
