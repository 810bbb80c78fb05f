/**
 * The map: a picture of a territory, a hall, a plan, with numbered pins that stand for notes. Names its picture by the hash of its bytes;
 * without one it says what is expected. What pins are says `pins.ts`.
 */
import type { Locale } from '../../control/Control.ts';
import { type Box, union } from '../../geometry/box.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { fitText } from '../../text/fitText.ts';
import type { Theme } from '../../theme/tokens.ts';
import { areaBounds, hitsArea, paintAreaTitle, titleOf } from '../areaTitle.ts';
import type { Element, ElementKind, Scene, Size } from '../ElementKind.ts';
import { memoByElement } from '../memoByElement.ts';
import type { PaintContext } from '../PaintContext.ts';
import { readProps } from '../readProps.ts';
import { paintLines, roundedRect } from '../strokes.ts';
import {
  MAP_CHECKS,
  MAP_FAMILIES,
  type MapProps,
  type NumberedPin,
  PIN,
  PIN_HEAD,
  type Pin,
  pinAt,
  pinRadius,
  pinsOf,
} from './pins.ts';

const WORDS: Readonly<Record<'none' | 'coming' | 'missing', Readonly<Record<Locale, string>>>> = {
  none: {
    fr: 'Déposez ici l’image d’un plan, d’une carte ou d’un lieu',
    en: 'Drop the picture of a plan, a map or a place here',
  },
  coming: { fr: 'Image en chemin…', en: 'Picture on its way…' },
  missing: { fr: 'Image introuvable', en: 'Picture not found' },
};

/** Measures in board units. */
export const MAP = { radius: 6, line: 2 } as const;

/** How wide the light rim around a pin is, in radii. */
const RIM = 0.12;

/** All that the pins cover. */
const pinsBox = memoByElement(({ size, props }: Element<MapProps>): Box | null => {
  const radius = pinRadius(size);
  // The rim, and half a pixel of it.
  const reach = radius * (1 + RIM) + 1;
  return union(
    pinsOf(props).map(({ x, y }) => ({
      x: x * size[0] - reach,
      y: y * size[1] - PIN_HEAD * radius - reach,
      w: 2 * reach,
      h: PIN_HEAD * radius + reach + radius * RIM + 1,
    })),
  );
});

function paintStandIn(
  ctx: PaintContext,
  [w, h]: Size,
  words: keyof typeof WORDS,
  isPinned: boolean,
  { theme, locale }: Scene,
): void {
  const inset = MAP.line / 2;
  roundedRect(ctx, inset, inset, w - MAP.line, h - MAP.line, MAP.radius);
  ctx.fillStyle = theme.panel;
  ctx.fill();
  ctx.strokeStyle = theme.areaLine;
  ctx.lineWidth = MAP.line;
  if (words !== 'coming') ctx.setLineDash([10, 8]);
  ctx.stroke();
  ctx.setLineDash([]);
  if (w < 120 || h < 60) return;
  const style = {
    max: Math.round(Math.max(17, Math.min(28, w / 26))),
    min: 13,
    weight: 400,
    lineHeight: 1.35,
  } as const;
  const { lines, size } = fitText(WORDS[words][locale], { w: w * 0.7, h: h - 24 }, style);
  const middle = (h - lines.length * size * style.lineHeight) / 2;
  // Pins are set before the picture is there: nobody reads through them.
  const top = isPinned ? Math.min(middle, h * 0.12) : middle;
  paintLines(ctx, lines, w / 2, top, { ...style, size, color: theme.mutedInk, align: 'center' });
}

function paintPicture(ctx: PaintContext, { size: [w, h], props }: Element<MapProps>, scene: Scene): void {
  const picture = props.hash === undefined ? null : scene.picture(props.hash, w);
  if (!picture) {
    const words = props.hash === undefined ? 'none' : picture === null ? 'missing' : 'coming';
    paintStandIn(ctx, [w, h], words, pinsOf(props).length > 0, scene);
    return;
  }
  ctx.save();
  roundedRect(ctx, 0, 0, w, h, MAP.radius);
  ctx.clip();
  ctx.drawImage(picture.image as never, 0, 0, w, h);
  ctx.restore();
  roundedRect(ctx, MAP.line / 2, MAP.line / 2, w - MAP.line, h - MAP.line, MAP.radius);
  ctx.strokeStyle = scene.theme.areaLine;
  ctx.lineWidth = MAP.line;
  ctx.stroke();
}

/** A head with its number over a point: full where it stands for something, bare where it does not yet. */
export function paintPin(
  ctx: PaintContext,
  {
    at,
    radius: r,
    number,
    isLinked,
  }: { at: readonly [number, number]; radius: number; number: number; isLinked: boolean },
  theme: Theme,
): void {
  const [x, y] = at;
  const head = y - PIN_HEAD * r;
  const outline = (grow: number): void => {
    ctx.beginPath();
    ctx.moveTo(x, y + grow);
    ctx.quadraticCurveTo(x - r * 0.3, y - r * 0.55, x - r * 0.72 - grow, head + r * 0.72);
    ctx.arc(x, head, r + grow, Math.PI * 0.75, Math.PI * 2.25);
    ctx.quadraticCurveTo(x + r * 0.3, y - r * 0.55, x, y + grow);
    ctx.closePath();
  };
  // A rim sets it off from any picture.
  outline(r * RIM);
  ctx.fillStyle = theme.panel;
  ctx.fill();
  outline(0);
  ctx.fillStyle = theme.accent;
  ctx.fill();
  if (!isLinked) {
    ctx.beginPath();
    ctx.arc(x, head, r * 0.78, 0, 2 * Math.PI);
    ctx.fillStyle = theme.panel;
    ctx.fill();
  }
  const size = Math.round(r * (number > 99 ? 0.72 : 1.02));
  const color = isLinked ? theme.onAccent : theme.accent;
  paintLines(ctx, [String(number)], x, head - size * 0.6, {
    size,
    weight: 700,
    lineHeight: 1.2,
    color,
    align: 'center',
  });
}

const isLinked = ({ of }: NumberedPin, scene: Scene): boolean => of !== undefined && scene.element(of) !== undefined;

export const map: ElementKind<MapProps> = {
  kind: 'map',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: [800, 560],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {},
  propKeys: ['hash', 'alt'],
  families: [PIN],
  parse: (props) => readProps<MapProps>(props, map.defaultProps, MAP_CHECKS, MAP_FAMILIES),
  migrations: {},
  bounds(element) {
    const pins = pinsBox(element);
    const box = areaBounds(element);
    return pins ? (union([box, pins]) ?? box) : box;
  },
  hitTest: (element, point) => hitsArea(element, point) || pinAt(element, point) !== null,
  paint(ctx, element, scene) {
    const { size, props } = element;
    paintPicture(ctx, element, scene);
    paintAreaTitle(ctx, element, scene.theme);
    const radius = pinRadius(size);
    pinsOf(props).forEach((pin, at) => {
      const point = [pin.x * size[0], pin.y * size[1]] as const;
      paintPin(ctx, { at: point, radius, number: at + 1, isLinked: isLinked(pin, scene) }, scene.theme);
    });
  },
  swatch: () => null,
  dependsOn: () => [],
  outline: (element) => titleOf(element) || (element.props.alt ?? ''),
  row: () => null,
  // Where something lies on a map means something to those who put it there: nothing tidies it. All that is said of it is its pin.
  placing: () => null,
  pins: ({ size, props }) =>
    pinsOf(props).map(({ id, x, y, of }, at) => ({
      id,
      number: at + 1,
      at: { x: x * size[0], y: y * size[1] },
      ...(of !== undefined && { of }),
    })),
  /** A pin outlives what it stood for. */
  release(element, isGone) {
    const freed = pinsOf(element.props).filter(({ of }) => of !== undefined && isGone(of));
    if (freed.length === 0) return null;
    return { ...element.props, ...Object.fromEntries(freed.map(({ id, x, y, z }) => [`${PIN}:${id}`, { x, y, z }])) };
  },
  retarget(props, idOf) {
    const moved: Record<string, Pin> = {};
    for (const { id, x, y, z, of } of pinsOf(props)) {
      const copy = of === undefined ? undefined : idOf(of);
      if (of !== undefined) moved[`${PIN}:${id}`] = { x, y, z, ...(copy !== undefined && { of: copy }) };
    }
    return { ...props, ...moved };
  },
};
