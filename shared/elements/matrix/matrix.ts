/**
 * The matrix: two named axes, and notes whose scores come from where they stand (`score.ts`). Thin lines and good labels; the notes carry the
 * colour and keep their size. A strip at the right, the heap, holds what is still to be placed.
 */
import { LIMITS } from '../../protocol/limits.ts';
import { areaBounds, hitsArea, titleOf } from '../areaTitle.ts';
import type { ElementKind } from '../ElementKind.ts';
import { isOneOf, isWhole, optional, readProps } from '../readProps.ts';
import { isAxis, isLabels, PLAIN_AXIS } from './axis.ts';
import { paintMatrix } from './paintMatrix.ts';
import { countsOn, MATRIX_LIMITS, type MatrixProps, TINTS } from './props.ts';
import { carryIn, partsOf, quadrantAt, roomOf, scoreOf } from './score.ts';

const isParts = isWhole(1, MATRIX_LIMITS.parts);
const isWeight = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

export const matrix: ElementKind<MatrixProps> = {
  kind: 'matrix',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: [1730, 1180],
  minSize: [400, 300],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: { x: PLAIN_AXIS, y: PLAIN_AXIS, columns: 2, rows: 2 },
  propKeys: ['x', 'y', 'quadrants', 'columns', 'rows', 'tint', 'weight'],
  parse: (props) =>
    readProps<MatrixProps>(props, matrix.defaultProps, {
      x: isAxis,
      y: isAxis,
      quadrants: optional(isLabels(1, MATRIX_LIMITS.parts ** 2)),
      columns: isParts,
      rows: isParts,
      tint: optional(isOneOf(TINTS)),
      weight: optional(isWeight),
    }),
  migrations: {},
  bounds: (element) => areaBounds(element),
  hitTest: (element, point) => hitsArea(element, point),
  paint: paintMatrix,
  swatch: () => null,
  dependsOn: () => [],
  outline: titleOf,
  row: () => null,
  placing({ size, props }, child, frame) {
    if (!countsOn(child)) return null;
    const scores = scoreOf({ size, props }, frame);
    if (!scores) return { isWaiting: true };
    const part = quadrantAt(size, props.columns, props.rows, frame);
    const cell = part === null ? '' : (props.quadrants?.[part] ?? '').trim();
    // As people say it, and as presets are named: impact × effort.
    return { scores: [scores.y, scores.x], ...(cell !== '' && { cell }) };
  },
  carry(element, size, frame) {
    const { x, y } = carryIn(element.size, size, frame);
    return [x, y];
  },
  roomOf: ({ size, props }, frame) => roomOf({ size, props }, props.columns, props.rows, frame),
  firstPlace({ size }) {
    const { plot } = partsOf(size);
    return [plot.x + plot.w / 2, plot.y + plot.h / 2];
  },
  stepOf({ size }) {
    const { plot } = partsOf(size);
    return [plot.w / 100, plot.h / 100];
  },
};
