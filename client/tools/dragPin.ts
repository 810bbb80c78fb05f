/** Takes a pin of a map elsewhere on it: shown while it lasts, written once. A press without a move takes it in hand. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';
import type { EndDrag } from './dragEnd.ts';
import type { PointerInput } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

/** The tip is where the hand is, and never off its map. */
export function dragPin(ports: ToolPorts, pin: { readonly on: ElementId; readonly id: string }): EndDrag {
  const tip = ({ page }: PointerInput): PagePoint | null => {
    const frame = ports.drawing.around.frame(pin.on);
    if (!frame) return null;
    const within = (at: number, low: number, length: number): number => Math.min(low + length, Math.max(low, at));
    return { x: within(page.x, frame.x, frame.w), y: within(page.y, frame.y, frame.h) } as PagePoint;
  };
  return {
    move(input) {
      const at = tip(input);
      if (at) ports.gesture.show({ pin: { ...pin, at } });
    },
    finish(input) {
      const at = tip(input);
      if (at) ports.drawing.takePin(pin, { to: at });
      ports.gesture.end();
    },
    click: () => ports.drawing.takePin(pin),
  };
}
