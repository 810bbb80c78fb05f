/** The frame: a titled zone that carries what lies in it. The title stands above it; a prompt says inside what is expected, while it is empty. */
import { contains } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import { measureText } from '../../text/measure.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import type { Element, ElementKind, Scene } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { isOneOf, isText, optional, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';

export type FrameProps = {
  /** Tint; absent: neutral. */
  readonly color?: NoteColor;
  /** What is asked of people here. Shown inside, gone with the first note. */
  readonly prompt?: string;
};

/** Measures of a frame in board units; the editor of its title uses the same. */
export const FRAME = {
  radius: 4,
  line: 2,
  title: 21,
  minTitle: 15,
  titleWeight: 600,
  titleLineHeight: 1.2,
  /** Between the title's line box and the frame. The title as a whole stays within the 40-unit margin of a picture. */
  titleGap: 6,
  promptMargin: 24,
} as const;

const TITLE_HEIGHT = FRAME.title * FRAME.titleLineHeight;

/** One line above the frame: smaller where it is long, then cropped; never wider than the frame. */
const layOutTitle = memoByElement(({ size: [w], text }: Element<FrameProps>) => {
  const title = text.replace(/\s+/g, ' ').trim();
  if (title === '') return null;
  const { title: max, minTitle: min, titleWeight: weight, titleLineHeight: lineHeight } = FRAME;
  const { lines, size } = fitText(title, { w, h: min * lineHeight }, { max, min, weight, lineHeight });
  const line = lines[0] ?? '';
  return { line, size, width: Math.min(w, measureText(line, size, weight)) };
});

const layOutPrompt = memoByElement(({ size: [w, h], props }: Element<FrameProps>) => {
  const prompt = props.prompt?.trim();
  const margin = Math.min(FRAME.promptMargin, w * 0.1, h * 0.1);
  if (!prompt || w < 60 || h < 40) return null;
  // Read from afar in a large frame. Long lines are hard to read: the prompt keeps to some 60 characters even in a very wide frame.
  const max = Math.round(Math.max(21, Math.min(32, Math.min(w, h) / 24)));
  const box = { w: Math.min(w - 2 * margin, 28 * max), h: h - 2 * margin };
  return { ...fitText(prompt, box, { max, min: 13, weight: 400, lineHeight: 1.35 }), margin };
});

function paintZone(ctx: PaintContext, { size: [w, h], place, props }: Element<FrameProps>, { theme }: Scene): void {
  const inset = FRAME.line / 2;
  roundedRect(ctx, inset, inset, w - FRAME.line, h - FRAME.line, FRAME.radius);
  // An area in an area is bare wall again: tints laid upon tints turn to mud.
  if (props.color === undefined) ctx.fillStyle = place[0] === null ? theme.areaFill : theme.wall;
  else {
    ctx.fillStyle = theme.notes[props.color];
    ctx.globalAlpha = theme.name === 'dark' ? 0.1 : 0.2;
  }
  ctx.fill();
  ctx.globalAlpha = 1;
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = FRAME.line;
  ctx.stroke();
}

export const frame: ElementKind<FrameProps> = {
  kind: 'frame',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: [640, 480],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {},
  propKeys: ['color', 'prompt'],
  parse: (props) =>
    readProps<FrameProps>(props, frame.defaultProps, {
      color: optional(isOneOf(NOTE_COLORS)),
      prompt: optional(isText(LIMITS.fieldChars)),
    }),
  migrations: {},
  bounds(element) {
    const [w, h] = element.size;
    if (!layOutTitle(element)) return { x: 0, y: 0, w, h };
    // Emoji and stacked accents stand a little out of their line.
    const above = TITLE_HEIGHT + FRAME.titleGap + 4;
    return { x: -2, y: -above, w: w + 4, h: h + above };
  },
  /** The whole zone and its title: which part of it starts a drag is the tool's affair (`hitTestFrameHandle`). */
  hitTest: (element, point) =>
    contains({ x: 0, y: 0, w: element.size[0], h: element.size[1] }, point) || hitsTitle(element, point),
  paint(ctx, element, scene) {
    paintZone(ctx, element, scene);
    const title = layOutTitle(element);
    if (title) {
      const top = -FRAME.titleGap - title.size * FRAME.titleLineHeight;
      const { titleWeight: weight, titleLineHeight: lineHeight } = FRAME;
      paintLines(ctx, [title.line], 0, top, { size: title.size, weight, lineHeight, color: scene.theme.ink });
    }
    const prompt = layOutPrompt(element);
    if (prompt && scene.children(element.id).length === 0) {
      const style = { size: prompt.size, weight: 400, lineHeight: 1.35, color: scene.theme.mutedInk } as const;
      paintLines(ctx, prompt.lines, prompt.margin, prompt.margin, style);
    }
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  row: () => null,
};

function hitsTitle(element: Element<FrameProps>, point: { readonly x: number; readonly y: number }): boolean {
  const title = layOutTitle(element);
  const height = TITLE_HEIGHT + FRAME.titleGap;
  return title !== null && contains({ x: 0, y: -height, w: title.width, h: height }, point);
}

/** Whether a point (relative to the top left) lies on the frame's title, or within `reach` units of its border: where one takes hold of it. */
export function hitsFrameHandle(
  element: Element<FrameProps>,
  point: { readonly x: number; readonly y: number },
  reach: number,
): boolean {
  const [w, h] = element.size;
  if (hitsTitle(element, point)) return true;
  const inside = { x: reach, y: reach, w: Math.max(0, w - 2 * reach), h: Math.max(0, h - 2 * reach) };
  return contains({ x: -reach, y: -reach, w: w + 2 * reach, h: h + 2 * reach }, point) && !contains(inside, point);
}
