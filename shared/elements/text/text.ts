/** The label: text written on the wall itself, in four sizes. It is as high as its lines, whatever its `size` says. */
import { type Box, contains } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { breakLines } from '../../text/breakLines.ts';
import { measureText } from '../../text/measure.ts';
import type { Element, ElementKind } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import { isFlag, isOneOf, optional, readProps } from '../readProps.ts';
import { paintLines } from '../strokes.ts';

export const TEXT_SIZES = { s: 17, m: 21, l: 28, xl: 40 } as const;
export type TextSize = keyof typeof TEXT_SIZES;
export const TEXT_ALIGNS = ['left', 'center', 'right'] as const;
export type TextAlign = (typeof TEXT_ALIGNS)[number];

export type TextProps = {
  /** Not `size`: props stand beside the common keys in one map. */
  readonly scale: TextSize;
  readonly bold?: boolean;
  readonly align?: TextAlign;
};

/** Measures of a label in board units; the editor that lies over it uses the same. */
export const TEXT = { padding: 4, lineHeight: 1.3 } as const;

/** Font, lines and full height of a label, and how far a sign too wide for it stands out at its sides. */
export const layOutLabel = memoByElement(({ size: [w], text: written, props }: Element<TextProps>) => {
  const size = TEXT_SIZES[props.scale];
  const weight = props.bold ? 700 : 400;
  const room = w - 2 * TEXT.padding;
  const { lines } = breakLines(written.trimEnd(), room, size, weight);
  // Lines are within their room, but for a single sign in a very narrow label.
  const overhang = room < 2 * size ? Math.max(0, ...lines.map((line) => measureText(line, size, weight) - room)) : 0;
  return { size, weight, lines, overhang, height: lines.length * size * TEXT.lineHeight + 2 * TEXT.padding } as const;
});

const boxOf = (element: Element<TextProps>): Box => {
  const [w, h] = element.size;
  const { overhang, height } = layOutLabel(element);
  return { x: -overhang, y: 0, w: w + 2 * overhang, h: Math.max(h, height) };
};

export const text: ElementKind<TextProps> = {
  kind: 'text',
  version: 1,
  hasText: true,
  isContainer: false,
  defaultSize: [320, 40],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.sizeMax, LIMITS.sizeMax],
  defaultProps: { scale: 'm' },
  propKeys: ['scale', 'bold', 'align'],
  parse: (props) =>
    readProps<TextProps>(props, text.defaultProps, {
      scale: isOneOf(Object.keys(TEXT_SIZES)),
      bold: optional(isFlag),
      align: optional(isOneOf(TEXT_ALIGNS)),
    }),
  migrations: {},
  bounds: boxOf,
  hitTest: (element, point) => contains(boxOf(element), point),
  paint(ctx, element, { theme }) {
    const { size, weight, lines } = layOutLabel(element);
    const align = element.props.align ?? 'left';
    const inner = element.size[0] - 2 * TEXT.padding;
    const x = TEXT.padding + { left: 0, center: inner / 2, right: inner }[align];
    paintLines(ctx, lines, x, TEXT.padding, { size, weight, lineHeight: TEXT.lineHeight, color: theme.ink, align });
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: ({ text: written }) => written.replace(/\s+/g, ' ').trim(),
  row: ({ text: written }) => ({ text: written.trim() }),
};
