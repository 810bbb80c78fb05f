/** Takes one end of a line that is there already elsewhere: shown while it lasts, written once. The select tool hands over to it. */

import type { DraftEnd } from '../../shared/elements/connector/connect.ts';
import { endsFrom } from '../../shared/elements/connector/connect.ts';
import { connector } from '../../shared/elements/connector/connector.ts';
import type { ConnectorProps } from '../../shared/elements/connector/props.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { aimEnd, showAim, showLine, writeLine } from './aim.ts';
import { previewOf } from './preview.ts';
import type { PointerInput } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

export interface EndDrag {
  move(input: PointerInput): void;
  finish(input: PointerInput): void;
  /** CSS cursor to show over it; a cross unless given. */
  readonly cursor?: string;
  /** The hand was lifted where it was put down. */
  click?(): void;
}

/** Begins to take an end of a connector elsewhere; it is written once, when the hand is lifted. */
export function dragEnd(ports: ToolPorts, id: ElementId, which: 'from' | 'to'): EndDrag {
  const { around } = ports.drawing;
  /** The other end stays what it is. */
  function draw(
    input: PointerInput,
  ): { readonly to: DraftEnd; readonly props: ConnectorProps; readonly box: Box } | null {
    const element = around.element(id);
    const box = around.frame(id);
    if (!element || !box) return null;
    const props = element.props as ConnectorProps;
    const to = aimEnd(ports, input);
    const other = props[which === 'from' ? 'to' : 'from'];
    // A line does not end where it begins.
    const end = to.id !== undefined && to.id === other.id ? { at: to.at } : to;
    const moved = endsFrom([end, end], box)[which];
    return { to: end, props: { ...props, [which]: moved }, box };
  }
  return {
    move(input) {
      const drawn = draw(input);
      if (!drawn) return;
      const preview = {
        ...previewOf(connector.kind, drawn.box, onWall(drawn.props, drawn.box)),
        place: [null, 0, 0] as const,
      };
      showAim(ports, drawn.to, preview);
    },
    finish(input) {
      const drawn = draw(input);
      ports.gesture.end();
      if (drawn) ports.drawing.change(id, 'connect', { [which]: drawn.props[which] });
    },
  };
}

/** Begins a line at an end; it is written when the hand is lifted, and selected. */
export function startLine(ports: ToolPorts, from: DraftEnd): EndDrag {
  return {
    move: (input) => showLine(ports, from, aimEnd(ports, input)),
    finish(input) {
      const id = writeLine(ports, from, aimEnd(ports, input));
      if (id !== null) ports.selection.set([id]);
    },
  };
}

/** Ends relative to the wall: a preview has no place of its own. */
const onWall = (props: ConnectorProps, box: Box): ConnectorProps => ({
  ...props,
  from: { ...props.from, x: props.from.x + box.x, y: props.from.y + box.y },
  to: { ...props.to, x: props.to.x + box.x, y: props.to.y + box.y },
});
