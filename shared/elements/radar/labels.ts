/**
 * Where the words of a radar stand: names of sectors around the circle, of rings upwards from the centre. Each has a box of its own that no
 * other shares and shrinks to fit it; boxes come from the size and the number of members alone.
 */
import type { Box } from '../../geometry/box.ts';
import { type FittedText, fitText } from '../../text/fitText.ts';
import type { Weight } from '../../text/font.ts';
import type { Element, Size } from '../ElementKind.ts';
import { memberKey } from '../families.ts';
import { type RadarProps, ringsOf, sectorsOf } from './props.ts';
import { type Circle, circleOf } from './where.ts';

export interface RadarLabel {
  readonly text: string;
  readonly fitted: FittedText;
  /** Its room, relative to the top left of the radar. */
  readonly box: Box;
  readonly align: 'left' | 'center' | 'right';
  readonly weight: Weight;
  readonly of: 'ring' | 'sector';
}

export const LABEL_LINE_HEIGHT = 1.15;
const GAP = 14;
const EDGE = 6;
/**
 * How far up and down a sector's name may reach from the middle of its rim, in shares of the radius: of the most sectors there are, neighbours
 * stand 0.15 apart at least.
 */
const REACH = 0.065;

function labelIn(text: string, box: Box, align: RadarLabel['align'], of: RadarLabel['of'], max: number): RadarLabel[] {
  const said = text.trim();
  if (said === '' || box.w < 12 || box.h < 8) return [];
  const weight: Weight = of === 'sector' ? 600 : 400;
  const fitted = fitText(said, box, { max, min: 9, weight, lineHeight: LABEL_LINE_HEIGHT });
  return [{ text: said, fitted, box, align, weight, of }];
}

/** Half the width of the circle at a height above or below its middle. */
const chord = ({ radius }: Circle, dy: number): number => Math.sqrt(Math.max(0, radius ** 2 - dy ** 2));

/** The box of a sector's name: beside the rim at the middle of the sector; below the circle where that is straight down. */
function sectorBox(
  circle: Circle,
  [w, h]: readonly [number, number],
  n: number,
  count: number,
): [Box, RadarLabel['align']] {
  const { middle, radius } = circle;
  const angle = (2 * Math.PI * (n + 0.5)) / count;
  if (Math.abs(angle - Math.PI) < 1e-9) {
    const top = middle.y + radius + GAP / 2;
    const half = count === 1 ? radius : Math.min(radius * 0.5, radius * Math.sin(Math.PI / count));
    return [{ x: middle.x - half, y: top, w: 2 * half, h: h - EDGE / 2 - top }, 'center'];
  }
  const dy = -radius * Math.cos(angle);
  const isRight = angle < Math.PI;
  const room = REACH * radius;
  const nearest = Math.max(0, Math.abs(dy) - room);
  const clear = chord(circle, nearest) + GAP;
  const y = Math.max(EDGE, middle.y + dy - room);
  const box = { y, h: Math.min(h - EDGE, middle.y + dy + room) - y, w: w / 2 - clear - EDGE };
  return isRight ? [{ ...box, x: middle.x + clear }, 'left'] : [{ ...box, x: EDGE }, 'right'];
}

/** Every label of a radar. */
export function labelsOf({ size, props }: Pick<Element<RadarProps>, 'size' | 'props'>): readonly RadarLabel[] {
  const laidOut = known.get(props) ?? new Map<string, readonly RadarLabel[]>();
  known.set(props, laidOut);
  const key = `${size[0]} ${size[1]}`;
  const old = laidOut.get(key);
  if (old) return old;
  // A hand that pulls at the size goes through many: only the last few are kept.
  if (laidOut.size > 4) laidOut.clear();
  const fresh = layOut(size, props);
  laidOut.set(key, fresh);
  return fresh;
}

/** By props: an element shown without its title, or moved, has the same labels. */
const known = new WeakMap<RadarProps, Map<string, readonly RadarLabel[]>>();

/** A radar without the names of its sectors, which the canvas writes larger from afar. The same object for the same props. */
export function withoutSectorNames(props: RadarProps): RadarProps {
  const old = plain.get(props);
  if (old) return old;
  const blank = sectorsOf(props).map(({ id, z }) => [memberKey('sector', id), { name: '', z }] as const);
  const fresh: RadarProps = { ...props, ...Object.fromEntries(blank) };
  plain.set(props, fresh);
  return fresh;
}

const plain = new WeakMap<RadarProps, RadarProps>();

function layOut(size: Size, props: RadarProps): readonly RadarLabel[] {
  const circle = circleOf(size);
  const rings = ringsOf(props);
  const sectors = sectorsOf(props);
  const width = circle.radius / Math.max(1, rings.length);
  const unit = circle.radius / 680;
  return [
    ...sectors.flatMap(({ name }, n) => {
      const [box, align] = sectorBox(circle, size, n, sectors.length);
      return labelIn(name, box, align, 'sector', Math.max(12, Math.round(26 * unit)));
    }),
    ...rings.flatMap(({ name }, n) => {
      const h = Math.min(width * 0.34, 34 * unit);
      const top = circle.middle.y - (n + 1) * width + Math.min(8, width * 0.06);
      // Within the ring at that height, so that no name reaches over the rim.
      const half = Math.min(
        190 * unit,
        0.94 * Math.sqrt(Math.max(0, ((n + 1) * width) ** 2 - (circle.middle.y - top) ** 2)) + width * 0.4,
      );
      return labelIn(
        name,
        { x: circle.middle.x - half, y: top, w: 2 * half, h },
        'center',
        'ring',
        Math.max(11, Math.round(21 * unit)),
      );
    }),
  ];
}
