/**
 * The radar: rings from the centre outwards, sectors clockwise from the top; a note knows both from where it stands (`where.ts`). Also a map of
 * roles, whose empty sectors say « à pourvoir », and a map of people and bodies around a question.
 */
import { LIMITS } from '../../protocol/limits.ts';
import { areaBounds, hitsArea, titleOf } from '../areaTitle.ts';
import type { ElementKind } from '../ElementKind.ts';
import { isZ } from '../families.ts';
import { isFlag, isRecord, isText, optional, readProps } from '../readProps.ts';
import { paintRadar } from './paintRadar.ts';
import { countsOn, RADAR_FAMILIES, type RadarProps } from './props.ts';
import { carryIn, circleOf, whereIn } from './where.ts';

const isMember = isRecord({ name: isText(LIMITS.nameChars), z: isZ });

export const radar: ElementKind<RadarProps> = {
  kind: 'radar',
  version: 1,
  hasText: true,
  isContainer: true,
  defaultSize: [1800, 1500],
  minSize: [300, 240],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {},
  propKeys: ['roles'],
  families: RADAR_FAMILIES,
  parse: (props) =>
    readProps<RadarProps>(props, radar.defaultProps, { roles: optional(isFlag) }, { ring: isMember, sector: isMember }),
  migrations: {},
  bounds: (element) => areaBounds(element),
  hitTest: (element, point) => hitsArea(element, point),
  paint: paintRadar,
  swatch: () => null,
  dependsOn: () => [],
  outline: titleOf,
  row: () => null,
  placing(element, child, frame) {
    if (!countsOn(child)) return null;
    const where = whereIn(element, frame);
    if (!where) return { isWaiting: true };
    const names = [where.ring?.name, where.sector?.name].flatMap((name) => (name?.trim() ? [name.trim()] : []));
    return names.length === 0 ? null : { cell: names.join(' · ') };
  },
  carry(element, size, frame) {
    const { x, y } = carryIn(element.size, size, frame);
    return [x, y];
  },
  firstPlace({ size }) {
    const { middle } = circleOf(size);
    return [middle.x, middle.y];
  },
};
