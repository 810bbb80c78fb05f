/**
 * The shape: a form of the field (rectangle, ellipse, speech bubble…) with text fitted into it. It may be turned about its middle. Without
 * a fill it is taken by its edge and its words only, so that what lies in it stays within reach.
 */
import type { Box } from '../../geometry/box.ts';
import { contains, expand } from '../../geometry/box.ts';
import { isInside } from '../../geometry/polygon.ts';
import { distanceToPolyline } from '../../geometry/polyline.ts';
import { radians, rotate, rotatedBounds } from '../../geometry/rotation.ts';
import type { Vec } from '../../geometry/vec.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import { INK_COLORS, type InkColor, inkOf, inkOnPaper } from '../../theme/inks.ts';
import { NOTE_COLORS, type NoteColor } from '../../theme/tokens.ts';
import type { Element, ElementKind, Scene, Size } from '../ElementKind.ts';
import { type Dash, isAngle, isDash, isLineWidth, isOpacity, setLine } from '../lines.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { type Checks, isOneOf, optional, readProps } from '../readProps.ts';
import { paintLines } from '../strokes.ts';
import { beginForm, cornersOf, innerBox, SHAPE_FORMS, type ShapeForm } from './forms.ts';

export const SHAPE_ALIGNS = ['left', 'right'] as const;

export type ShapeProps = {
  readonly form: ShapeForm;
  /** Its fill. */
  readonly color: NoteColor | 'none';
  /** Its edge. */
  readonly line: InkColor | 'none';
  readonly width: number;
  readonly dash?: Dash;
  readonly angle?: number;
  readonly opacity?: number;
  /** Of its text; absent: in the middle. */
  readonly align?: (typeof SHAPE_ALIGNS)[number];
};

/** Measures of a shape in board units; the editor that lies over it uses the same. */
export const SHAPE = { padding: 8, maxText: 22, minText: 12, lineHeight: 1.2, weight: 400 } as const;

const CHECKS: Checks<ShapeProps> = {
  form: isOneOf(SHAPE_FORMS),
  color: isOneOf([...NOTE_COLORS, 'none']),
  line: isOneOf([...INK_COLORS, 'none']),
  width: isLineWidth,
  dash: isDash,
  angle: isAngle,
  opacity: isOpacity,
  align: optional(isOneOf(SHAPE_ALIGNS)),
};

/** How far beside its edge a hand may take a shape without a fill, in board units. */
const GRIP = 6;

const middleOf = ([w, h]: Size): Vec => ({ x: w / 2, y: h / 2 });

/** The form's own box: the line is drawn inside the element's size, so that shapes side by side touch and do not overlap. */
const boxOf = ({ size: [w, h], props }: Element<ShapeProps>): Box => {
  const inset = props.line === 'none' ? 0 : Math.min(props.width / 2, w / 4, h / 4);
  return { x: inset, y: inset, w: w - 2 * inset, h: h - 2 * inset };
};

const growthOf = ([w, h]: Size): number => Math.max(1, Math.min(4, Math.min(w, h) / 200));

/** Size, lines and place of a shape's text, relative to its top left before it is turned. */
export const layOutShape = memoByElement((element: Element<ShapeProps>) => {
  const { size, text, props } = element;
  const inner = innerBox(props.form, boxOf(element));
  const padding = Math.min(SHAPE.padding * growthOf(size), Math.min(inner.w, inner.h) * 0.12);
  const box = expand(inner, -padding);
  const { minText: min, weight, lineHeight } = SHAPE;
  const max = Math.round(SHAPE.maxText * growthOf(size));
  const fitted = fitText(text.trimEnd(), box, { max, min, weight, lineHeight });
  const height = fitted.lines.length * fitted.size * lineHeight;
  return { ...fitted, box, height, y: box.y + Math.max(0, (box.h - height) / 2) };
});

function paintText(ctx: PaintContext, element: Element<ShapeProps>, { theme }: Scene): void {
  if (element.text.trim() === '') return;
  const { lines, size, box, y } = layOutShape(element);
  const { weight, lineHeight } = SHAPE;
  const align = element.props.align ?? 'center';
  const x = box.x + { left: 0, center: box.w / 2, right: box.w }[align];
  const color = element.props.color === 'none' ? theme.ink : theme.noteInk;
  paintLines(ctx, lines, x, y, { size, weight, lineHeight, color, align });
}

/** The edge of a shape, turned as it is: where connectors end. */
export function edgeOfShape(element: Element<ShapeProps>): readonly Vec[] {
  const { size, props } = element;
  const corners = cornersOf(props.form, { x: 0, y: 0, w: size[0], h: size[1] });
  const { angle = 0 } = props;
  return angle === 0 ? corners : corners.map((corner) => rotate(corner, middleOf(size), angle));
}

export const shape: ElementKind<ShapeProps> = {
  kind: 'shape',
  version: 1,
  hasText: true,
  isContainer: false,
  defaultSize: [200, 140],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: { form: 'rectangle', color: 'grey', line: 'ink', width: 2 },
  propKeys: ['form', 'color', 'line', 'width', 'dash', 'angle', 'opacity', 'align'],
  parse: (props) => readProps<ShapeProps>(props, shape.defaultProps, CHECKS),
  migrations: {},
  bounds: ({ size, props }) => rotatedBounds(size, props.angle ?? 0),
  hitTest(element, point) {
    const { size, props } = element;
    const straight = rotate(point, middleOf(size), -(props.angle ?? 0));
    const box = { x: 0, y: 0, w: size[0], h: size[1] };
    if (!contains(box, straight)) return false;
    const corners = cornersOf(props.form, box);
    if (props.color !== 'none') return isInside(corners, straight) || isOnEdge(corners, straight, 1);
    if (isOnEdge(corners, straight, props.width + GRIP)) return true;
    const { box: words, y, height } = layOutShape(element);
    return element.text.trim() !== '' && contains({ x: words.x, y, w: words.w, h: height }, straight);
  },
  paint(ctx, element, scene) {
    const { size, props } = element;
    const middle = middleOf(size);
    ctx.save();
    if (props.angle) {
      ctx.translate(middle.x, middle.y);
      ctx.rotate(radians(props.angle));
      ctx.translate(-middle.x, -middle.y);
    }
    ctx.globalAlpha *= (props.opacity ?? 100) / 100;
    beginForm(ctx, props.form, boxOf(element));
    if (props.color !== 'none') {
      ctx.fillStyle = scene.theme.notes[props.color];
      ctx.fill();
    }
    if (props.line !== 'none') {
      ctx.strokeStyle = (props.color === 'none' ? inkOf : inkOnPaper)(scene.theme, props.line);
      setLine(ctx, Math.min(props.width, size[0] / 2, size[1] / 2), props.dash);
      ctx.stroke();
    }
    paintText(ctx, element, scene);
    ctx.restore();
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  row: ({ text, props }) =>
    text.trim() === '' ? null : { text: text.trim(), ...(props.color !== 'none' && { color: props.color }) },
};

const isOnEdge = (corners: readonly Vec[], point: Vec, reach: number): boolean =>
  distanceToPolyline(point, [...corners, ...corners.slice(0, 1)]) <= reach;
