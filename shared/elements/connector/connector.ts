/**
 * The connector: a line from one element to another that follows them, with heads and a label. Where its element goes, its end goes; when
 * that one is deleted, the end stays where it was. It is attached to no other line.
 */
import { contains, expand } from '../../geometry/box.ts';
import { distanceToPolyline } from '../../geometry/polyline.ts';
import type { Vec } from '../../geometry/vec.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { INK_COLORS } from '../../theme/inks.ts';
import type { Element, ElementId, ElementKind, Surroundings } from '../ElementKind.ts';
import { isDash, isLineWidth, isOpacity } from '../lines.ts';
import { type Checks, isFlag, isOneOf, optional, readProps } from '../readProps.ts';
import { CONNECTOR, type ConnectorEnd, isEnd, placeEnds } from './ends.ts';
import { paintConnector } from './paintConnector.ts';
import { boundsOfConnector, labelOf, pathOf } from './path.ts';
import { type ConnectorProps, HEADS, ROUTINGS } from './props.ts';

const CHECKS: Checks<ConnectorProps> = {
  from: isEnd,
  to: isEnd,
  routing: isOneOf(ROUTINGS),
  start: isOneOf(HEADS),
  end: isOneOf(HEADS),
  color: isOneOf(INK_COLORS),
  width: isLineWidth,
  dash: isDash,
  opacity: isOpacity,
  branch: optional(isFlag),
};

/** A hand may miss the line by so much, in board units; its heads are larger than that. */
const REACH = 6;

/** Props with both ends changed, or `null` where neither is another than before. */
function withEnds(
  props: ConnectorProps,
  change: (end: ConnectorEnd, which: 0 | 1) => ConnectorEnd,
): ConnectorProps | null {
  const from = change(props.from, 0);
  const to = change(props.to, 1);
  return from === props.from && to === props.to ? null : { ...props, from, to };
}

export const connector: ElementKind<ConnectorProps> = {
  kind: CONNECTOR,
  version: 1,
  hasText: true,
  isContainer: false,
  defaultSize: [200, 20],
  minSize: [LIMITS.sizeMin, LIMITS.sizeMin],
  maxSize: [LIMITS.areaSizeMax, LIMITS.areaSizeMax],
  defaultProps: {
    from: { x: 0, y: 10 },
    to: { x: 200, y: 10 },
    routing: 'curved',
    start: 'none',
    end: 'arrow',
    color: 'ink',
    width: 2,
  },
  propKeys: ['from', 'to', 'routing', 'start', 'end', 'color', 'width', 'dash', 'opacity', 'branch'],
  parse: (props) => readProps<ConnectorProps>(props, connector.defaultProps, CHECKS),
  migrations: {},
  bounds: boundsOfConnector,
  hitTest(element: Element<ConnectorProps>, point: Vec, around: Surroundings) {
    const label = labelOf(element, around);
    if (label && contains(expand(label.box, 0), point)) return true;
    return distanceToPolyline(point, pathOf(element, around).line) <= element.props.width / 2 + REACH;
  },
  paint: paintConnector,
  swatch: () => null,
  dependsOn: ({ props }) =>
    [...new Set([props.from.id, props.to.id])].filter((id): id is ElementId => id !== undefined),
  outline: ({ text }) => text.replace(/\s+/g, ' ').trim(),
  row: ({ text }) => (text.trim() === '' ? null : { text: text.trim() }),
  release(element, isGone, around) {
    const own = around.frame(element.id) ?? { x: 0, y: 0 };
    const placed = placeEnds(element.id, [element.props.from, element.props.to], around);
    return withEnds(element.props, (end, which) =>
      end.id === undefined || !isGone(end.id)
        ? end
        : { x: Math.round(placed[which].at.x - own.x), y: Math.round(placed[which].at.y - own.y) },
    );
  },
  retarget: (props, idOf) =>
    withEnds(props, (end) => {
      if (end.id === undefined) return end;
      const { id: old, ...point } = end;
      const id = idOf(old);
      return id === undefined ? { x: end.x, y: end.y } : { id, ...point };
    }) ?? props,
};
