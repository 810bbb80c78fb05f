/** Where a hand would let a line end: on an element, at the middle of one of its sides, or on the bare wall; and how that is shown. */
import { connect, type DraftEnd, endsFrom } from '../../shared/elements/connector/connect.ts';
import { connector } from '../../shared/elements/connector/connector.ts';
import type { Element, ElementId } from '../../shared/elements/ElementKind.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { distance, type Vec } from '../../shared/geometry/vec.ts';
import { previewOf } from './preview.ts';
import type { PointerInput } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

/** How near to the middle of a side an end is taken for one at that side, in screen pixels. */
const SPOT_PX = { mouse: 14, pen: 16, touch: 28 } as const;

/** The middles of the four sides, in fractions. */
const SPOTS = [
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
] as const;

const spotOf = (box: Box, fx: number, fy: number): Vec => ({ x: box.x + fx * box.w, y: box.y + fy * box.h });

/** The end that a hand means, and what to show of it. */
export function aimEnd(ports: ToolPorts, input: PointerInput): DraftEnd {
  const at = input.page;
  const id = ports.drawing.joint(input);
  const box = id === null ? null : ports.drawing.around.frame(id);
  if (id === null || !box) return { at };
  const reach = SPOT_PX[input.device] / ports.drawing.zoom();
  const spot = SPOTS.find(([fx, fy]) => distance(spotOf(box, fx, fy), at) <= reach);
  return spot ? { id, at, fx: spot[0], fy: spot[1] } : { id, at };
}

/** Whether a line between two ends would show anything. */
const isLine = (from: DraftEnd, to: DraftEnd): boolean =>
  from.id === undefined ? to.id !== undefined || distance(from.at, to.at) >= 8 : from.id !== to.id;

/** Shows an end where it would be: its element, the sides' middles, and a line so far. */
export function showAim(ports: ToolPorts, aim: DraftEnd, preview?: Element): void {
  const box = aim.id === undefined ? null : ports.drawing.around.frame(aim.id);
  if (!box && !preview) {
    ports.gesture.end();
    return;
  }
  ports.gesture.show({
    ...(aim.id !== undefined && { target: aim.id }),
    ...(box && {
      spots: SPOTS.map(([fx, fy]) => ({ at: spotOf(box, fx, fy), isChosen: fx === aim.fx && fy === aim.fy })),
    }),
    ...(preview && { preview }),
  });
}

/** A preview has no place of its own: its ends are points of the wall. */
const WALL: Box = { x: 0, y: 0, w: 1, h: 1 };

/** Shows a line that is not written yet, looking as the last one. */
export function showLine(ports: ToolPorts, from: DraftEnd, to: DraftEnd): void {
  const props = { ...ports.style(connector.kind), ...endsFrom([from, to], WALL) };
  showAim(ports, to, isLine(from, to) ? previewOf(connector.kind, WALL, props) : undefined);
}

/** Writes a line between two ends; `null` where it would show nothing, or may not be written. */
export function writeLine(ports: ToolPorts, from: DraftEnd, to: DraftEnd): ElementId | null {
  ports.gesture.end();
  if (!isLine(from, to)) return null;
  const { box, ...ends } = connect([from, to], ports.drawing.around);
  return ports.write.draw(connector.kind, box, ends);
}
