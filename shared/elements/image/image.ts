/**
 * The picture: names a picture of the board by the hash of its bytes, and says in its text what is to be seen on it, for those who do not
 * see it. Never distorted: in a frame of other proportions it stands in the middle. Knows nothing of files and requests.
 */
import type { Locale } from '../../control/Control.ts';
import { type Box, contains } from '../../geometry/box.ts';
import { radians, rotate, rotatedBounds } from '../../geometry/rotation.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import type { Element, ElementKind, Scene, Size } from '../ElementKind.ts';
import type { PaintContext } from '../PaintContext.ts';
import { optional, readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';

export type ImageProps = {
  /** Of the bytes the server keeps; empty: of nothing. */
  readonly hash: string;
  /** Pixels of the picture itself. */
  readonly width: number;
  readonly height: number;
  /** Degrees about the middle. */
  readonly angle?: number;
  /** Percent. */
  readonly opacity?: number;
};

/** SHA-256 in base64url. */
export const PICTURE_HASH = /^[A-Za-z0-9_-]{43}$/;

/** `paint` has the board's language and no message catalogue: its few words stand here. */
const WORDS: Readonly<Record<'coming' | 'missing', Readonly<Record<Locale, string>>>> = {
  coming: { fr: 'Image en chemin…', en: 'Picture on its way…' },
  missing: { fr: 'Image introuvable', en: 'Picture not found' },
};

const isHash = (value: unknown): boolean => typeof value === 'string' && (value === '' || PICTURE_HASH.test(value));
const isPixels = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= LIMITS.picturePixels;
const isWithin =
  (min: number, max: number) =>
  (value: unknown): boolean =>
    typeof value === 'number' && value >= min && value <= max;

/** How large a new picture stands on the board: pixel by unit, but neither a speck nor a wall. */
export function pictureSizeOnBoard(width: number, height: number): Size {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
  const grown = Math.max(
    scale,
    Math.min(LIMITS.sizeMin / Math.min(width, height), LIMITS.sizeMax / Math.max(width, height)),
  );
  const side = (pixels: number): number =>
    Math.min(LIMITS.sizeMax, Math.max(LIMITS.sizeMin, Math.round(pixels * grown)));
  return [side(width), side(height)];
}
const LONGEST_SIDE = 480;

/** The largest rectangle of the picture's own proportions in the middle of the frame. */
function fit({ size: [w, h], props: { width, height } }: Element<ImageProps>): Box {
  const scale = Math.min(w / width, h / height);
  const fitted = { w: width * scale, h: height * scale };
  // What rounding alone has changed is filled: a hair of wall at one side would be seen.
  const isWhole = Math.abs(fitted.w - w) <= 1 && Math.abs(fitted.h - h) <= 1;
  return isWhole ? { x: 0, y: 0, w, h } : { x: (w - fitted.w) / 2, y: (h - fitted.h) / 2, ...fitted };
}

const middle = ([w, h]: Size) => ({ x: w / 2, y: h / 2 });

function paintStandIn(ctx: PaintContext, [w, h]: Size, words: 'coming' | 'missing', { theme, locale }: Scene): void {
  roundedRect(ctx, 1, 1, Math.max(1, w - 2), Math.max(1, h - 2), 3);
  ctx.fillStyle = theme.panel;
  ctx.fill();
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = 2;
  if (words === 'missing') ctx.setLineDash([8, 6]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (w < 80 || h < 40) return;
  const style = { max: 17, min: 12, weight: 400, lineHeight: 1.3 } as const;
  const { lines, size } = fitText(WORDS[words][locale], { w: w - 24, h: h - 16 }, style);
  const top = (h - lines.length * size * style.lineHeight) / 2;
  paintLines(ctx, lines, w / 2, top, { ...style, size, color: theme.mutedInk, align: 'center' });
}

export const image: ElementKind<ImageProps> = {
  kind: 'image',
  version: 1,
  hasText: true,
  isContainer: false,
  defaultSize: [480, 360],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.sizeMax, LIMITS.sizeMax],
  defaultProps: { hash: '', width: 480, height: 360 },
  propKeys: ['hash', 'width', 'height', 'angle', 'opacity'],
  parse: (props) =>
    readProps<ImageProps>(props, image.defaultProps, {
      hash: isHash,
      width: isPixels,
      height: isPixels,
      angle: optional(isWithin(-360, 360)),
      opacity: optional(isWithin(10, 100)),
    }),
  migrations: {},
  bounds: ({ size, props }) => rotatedBounds(size, props.angle ?? 0),
  hitTest: ({ size, props }, point) =>
    contains({ x: 0, y: 0, w: size[0], h: size[1] }, rotate(point, middle(size), -(props.angle ?? 0))),
  paint(ctx, element, scene) {
    const { size, props } = element;
    const { angle = 0, opacity = 100 } = props;
    const box = fit(element);
    const picture = props.hash === '' ? null : scene.picture(props.hash, box.w);
    ctx.save();
    if (angle !== 0) {
      const about = middle(size);
      ctx.translate(about.x, about.y);
      ctx.rotate(radians(angle));
      ctx.translate(-about.x, -about.y);
    }
    if (opacity !== 100) ctx.globalAlpha = opacity / 100;
    if (picture) ctx.drawImage(picture.image as never, box.x, box.y, box.w, box.h);
    else paintStandIn(ctx, size, picture === null ? 'missing' : 'coming', scene);
    ctx.restore();
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  row: ({ text }) => (text.trim() === '' ? null : { text: text.trim() }),
};
