/** The frame: a titled zone that carries what lies in it. The title stands above it; a prompt says inside what is expected, while it is empty. */
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import { areaBounds, hitsArea, paintAreaTitle, titleOf } from '../areaTitle.ts';
import type { Element, ElementKind, Scene } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { isOneOf, isText, optional, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import { isTakes, type Takes } from '../takes.ts';

export type FrameProps = {
  /** Tint; absent: neutral. */
  readonly color?: NoteColor;
  /** What is asked of people here. Shown inside, gone with the first note. */
  readonly prompt?: string;
  /** What it takes in when people ask for it. */
  readonly takes?: Takes;
};

/** Measures of a frame in board units. */
const FRAME = { radius: 4, line: 2, promptMargin: 24 } as const;

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
  propKeys: ['color', 'prompt', 'takes'],
  parse: (props) =>
    readProps<FrameProps>(props, frame.defaultProps, {
      color: optional(isOneOf(NOTE_COLORS)),
      prompt: optional(isText(LIMITS.fieldChars)),
      takes: optional(isTakes),
    }),
  migrations: {},
  bounds: (element) => areaBounds(element),
  /** The whole zone and its title: which part of it starts a drag is the tool's affair (`hitsAreaHandle`). */
  hitTest: (element, point) => hitsArea(element, point),
  paint(ctx, element, scene) {
    paintZone(ctx, element, scene);
    paintAreaTitle(ctx, element, scene.theme);
    const prompt = layOutPrompt(element);
    if (prompt && scene.children(element.id).length === 0) {
      const style = { size: prompt.size, weight: 400, lineHeight: 1.35, color: scene.theme.mutedInk } as const;
      paintLines(ctx, prompt.lines, prompt.margin, prompt.margin, style);
    }
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: titleOf,
  row: () => null,
};
