/** The forms of a shape: how each is drawn, where its edge runs, and the box inside it that takes text. Nothing here knows an element. */
import { type Box, expand } from '../../geometry/box.ts';
import type { Vec } from '../../geometry/vec.ts';
import type { PaintContext } from '../PaintContext.ts';
import { roundedRect } from '../strokes.ts';

export const SHAPE_FORMS = [
  'rectangle',
  'rounded',
  'ellipse',
  'diamond',
  'triangle',
  'arrow',
  'bubble',
  'hexagon',
] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

interface Form {
  /** Corners, clockwise, of the edge: exact, or near enough for hands and connectors. */
  corners(box: Box): readonly Vec[];
  /** What takes text. */
  inner(box: Box): Box;
  /** Begins the path; without it, straight lines from corner to corner. */
  path?(ctx: PaintContext, box: Box): void;
}

/** A part of a box, in fractions of its sides. */
const part = ({ x, y, w, h }: Box, left: number, top: number, right: number, bottom: number): Box => ({
  x: x + left * w,
  y: y + top * h,
  w: (right - left) * w,
  h: (bottom - top) * h,
});

const at = ({ x, y, w, h }: Box, fx: number, fy: number): Vec => ({ x: x + fx * w, y: y + fy * h });

const rectangle = (box: Box): Vec[] => [at(box, 0, 0), at(box, 1, 0), at(box, 1, 1), at(box, 0, 1)];

const ELLIPSE_CORNERS = 48;
const INSCRIBED = Math.SQRT1_2 / 2;
/** How much of a bubble is its body; the rest is its tail. */
const BODY = 0.8;
const roundingOf = ({ w, h }: Box): number => Math.min(24, Math.min(w, h) / 4);
/** Length of an arrow's head, as a fraction of its width. */
const headOf = ({ w, h }: Box): number => Math.min(0.4, (0.6 * h) / w);
/** How far a hexagon's corners are cut, as a fraction of its width. */
const cutOf = ({ w, h }: Box): number => Math.min(0.25, (0.5 * h) / w);

const FORMS: Readonly<Record<ShapeForm, Form>> = {
  rectangle: { corners: rectangle, inner: (box) => box },
  rounded: {
    corners: rectangle,
    inner: (box) => expand(box, -roundingOf(box) * 0.2),
    path: (ctx, box) => roundedRect(ctx, box.x, box.y, box.w, box.h, roundingOf(box)),
  },
  ellipse: {
    corners: (box) =>
      Array.from({ length: ELLIPSE_CORNERS }, (_, n) => {
        const angle = (2 * Math.PI * n) / ELLIPSE_CORNERS;
        return at(box, 0.5 + Math.cos(angle) / 2, 0.5 + Math.sin(angle) / 2);
      }),
    inner: (box) => part(box, 0.5 - INSCRIBED, 0.5 - INSCRIBED, 0.5 + INSCRIBED, 0.5 + INSCRIBED),
    path(ctx, { x, y, w, h }) {
      ctx.beginPath();
      ctx.ellipse(x + w / 2, y + h / 2, w / 2, h / 2, 0, 0, 2 * Math.PI);
      ctx.closePath();
    },
  },
  diamond: {
    corners: (box) => [at(box, 0.5, 0), at(box, 1, 0.5), at(box, 0.5, 1), at(box, 0, 0.5)],
    inner: (box) => part(box, 0.25, 0.25, 0.75, 0.75),
  },
  triangle: {
    corners: (box) => [at(box, 0.5, 0), at(box, 1, 1), at(box, 0, 1)],
    inner: (box) => part(box, 0.25, 0.5, 0.75, 1),
  },
  arrow: {
    corners(box) {
      const neck = 1 - headOf(box);
      return [
        at(box, 0, 0.25),
        at(box, neck, 0.25),
        at(box, neck, 0),
        at(box, 1, 0.5),
        at(box, neck, 1),
        at(box, neck, 0.75),
        at(box, 0, 0.75),
      ];
    },
    inner: (box) => part(box, 0, 0.25, 1 - headOf(box) / 2, 0.75),
  },
  bubble: {
    corners: (box) => [
      at(box, 0, 0),
      at(box, 1, 0),
      at(box, 1, BODY),
      at(box, 0.42, BODY),
      at(box, 0.18, 1),
      at(box, 0.22, BODY),
      at(box, 0, BODY),
    ],
    inner: (box) => part(box, 0, 0, 1, BODY),
    path(ctx, box) {
      const { x, y, w } = box;
      const bottom = y + BODY * box.h;
      const r = Math.min(roundingOf(box), 0.2 * w);
      ctx.beginPath();
      ctx.moveTo(x + r, y);
      ctx.arcTo(x + w, y, x + w, bottom, r);
      ctx.arcTo(x + w, bottom, x, bottom, r);
      ctx.lineTo(x + 0.42 * w, bottom);
      ctx.lineTo(x + 0.18 * w, y + box.h);
      ctx.lineTo(x + 0.22 * w, bottom);
      ctx.arcTo(x, bottom, x, y, r);
      ctx.arcTo(x, y, x + w, y, r);
      ctx.closePath();
    },
  },
  hexagon: {
    corners(box) {
      const cut = cutOf(box);
      return [
        at(box, cut, 0),
        at(box, 1 - cut, 0),
        at(box, 1, 0.5),
        at(box, 1 - cut, 1),
        at(box, cut, 1),
        at(box, 0, 0.5),
      ];
    },
    inner(box) {
      const cut = 0.75 * cutOf(box);
      return part(box, cut, 0.125, 1 - cut, 0.875);
    },
  },
};

/** The corners of a form that fills a box. */
export const cornersOf = (form: ShapeForm, box: Box): readonly Vec[] => FORMS[form].corners(box);

/** The box inside a form that takes its text. */
export const innerBox = (form: ShapeForm, box: Box): Box => FORMS[form].inner(box);

/** Begins the path of a form that fills a box. */
export function beginForm(ctx: PaintContext, form: ShapeForm, box: Box): void {
  const { path, corners } = FORMS[form];
  if (path) {
    path(ctx, box);
    return;
  }
  ctx.beginPath();
  for (const [n, { x, y }] of corners(box).entries()) n === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y);
  ctx.closePath();
}
