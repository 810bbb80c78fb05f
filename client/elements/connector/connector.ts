/** The connector on the screen: painted each time, since it moves with what it joins; its label is typed in the middle of its line. */
import { connector as kind } from '../../../shared/elements/connector/connector.ts';
import { CONNECTOR_LABEL, labelOf, pathOf } from '../../../shared/elements/connector/path.ts';
import {
  type ConnectorProps,
  HEADS,
  type Head,
  ROUTINGS,
  type Routing,
} from '../../../shared/elements/connector/props.ts';
import type { ElementId, Surroundings } from '../../../shared/elements/ElementKind.ts';
import { kindOf } from '../../../shared/elements/registry.ts';
import { middleOf } from '../../../shared/geometry/polyline.ts';
import type { Control, ElementView } from '../ElementView.ts';
import { DASH, inkControl, WIDTHS } from '../lineControls.ts';

const ROUTING_ICONS: Readonly<Record<Routing, string>> = {
  straight: 'arrow-up-right',
  elbow: 'corner-down-right',
  curved: 'spline',
};
const HEAD_ICONS: Readonly<Record<Head, string>> = {
  none: 'minus',
  arrow: 'arrow-right',
  triangle: 'play',
  dot: 'circle-dot',
};

const NAME_CHARS = 60;

/** What an element at an end is called: its text, cut; `null` where there is none at that end. */
function nameOf(id: ElementId | undefined, around: Surroundings): string | null {
  const element = id === undefined ? undefined : around.element(id);
  if (!element) return null;
  const text = kindOf(element).outline(element);
  return text.length > NAME_CHARS ? `${text.slice(0, NAME_CHARS - 1)}…` : text || '…';
}

const headControl = (prop: 'start' | 'end'): Control => ({
  type: 'choice',
  prop,
  label: `drawing.head.${prop}`,
  options: HEADS.map((head) => ({ value: head, label: `drawing.head.${head}` as const, icon: HEAD_ICONS[head] })),
});

export const connector: ElementView<ConnectorProps> = {
  label: 'editor.kind.connector',
  counted: 'editor.counted.connector',
  icon: 'spline',
  raster: 'line',
  resize: 'none',
  discardEmpty: 'never',
  isMultiline: true,
  grabs: (element, point, _reach, around) => kind.hitTest(element, point, around),
  controls: [
    {
      type: 'choice',
      prop: 'routing',
      label: 'drawing.routing',
      options: ROUTINGS.map((routing) => ({
        value: routing,
        label: `drawing.routing.${routing}` as const,
        icon: ROUTING_ICONS[routing],
      })),
    },
    inkControl('color', 'drawing.color'),
    WIDTHS,
    DASH,
    headControl('start'),
    headControl('end'),
  ],
  reads({ props, text }, around) {
    const [from, to] = [nameOf(props.from.id, around), nameOf(props.to.id, around)];
    const label = text.replace(/\s+/g, ' ').trim();
    if (from === null && to === null) return null;
    const way = from === null ? 'to' : to === null ? 'from' : 'both';
    const values = { ...(from !== null && { from }), ...(to !== null && { to }) };
    return label === ''
      ? { id: `drawing.reads.${way}`, values }
      : { id: `drawing.reads.${way}Label`, values: { ...values, label } };
  },
  field(element, theme, around) {
    const { size, weight, lineHeight, width, padding } = CONNECTOR_LABEL;
    const label = labelOf(element, around);
    const middle = middleOf(pathOf(element, around).line);
    const h = label?.box.h ?? size * lineHeight + padding;
    return {
      box: { x: middle.x - width / 2, y: middle.y - h / 2, w: width, h },
      size,
      weight,
      lineHeight,
      align: 'center',
      color: theme.ink,
      top: padding / 2,
      halo: theme.wall,
    };
  },
};
