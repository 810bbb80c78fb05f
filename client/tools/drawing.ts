/** What the tools that put something on the board do alike: begin a press, draw from corner to corner, and hand over what was drawn. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, boxBetween } from '../../shared/geometry/box.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';
import type { PointerInput } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

/** Whether a press may begin something here: what was being typed is done then. */
export function mayBegin(ports: ToolPorts): boolean {
  if (ports.isReadOnly()) return false;
  if (ports.typing.id() !== null) ports.typing.end();
  return true;
}

/** The box from a corner to where the hand is; with shift, as high as it is wide. */
export function boxTo(from: PagePoint, { page, shift }: PointerInput): Box {
  const box = boxBetween(from, page);
  if (!shift) return box;
  const side = Math.max(box.w, box.h);
  return {
    x: page.x < from.x ? from.x - side : from.x,
    y: page.y < from.y ? from.y - side : from.y,
    w: side,
    h: side,
  };
}

/** The arrow is back in the hand, and what was drawn is selected and typed in; `null`: nothing could be. */
export function handOver(ports: ToolPorts, id: ElementId | null): void {
  ports.gesture.end();
  ports.tool.set('select');
  if (id === null) return;
  ports.selection.set([id]);
  ports.typing.begin(id);
}
