/** Draws an area of a kind: drag a rectangle, or click for one of the usual size; then its title is typed. */
import { findKind } from '../../shared/elements/registry.ts';
import type { Box } from '../../shared/geometry/box.ts';
import { distance, type PagePoint, type ScreenPoint } from '../../shared/geometry/vec.ts';
import { boxTo, handOver, mayBegin } from './drawing.ts';
import { TREMBLE } from './select.ts';
import type { Tool, ToolId } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'pressing'; readonly from: PagePoint; readonly screen: ScreenPoint }
  | { readonly name: 'drawing'; readonly from: PagePoint };

const IDLE: State = { name: 'idle' };

/** `id`: the tool, which is named like the kind of area it draws. */
export function createFrameTool(ports: ToolPorts, id: ToolId = 'frame'): Tool {
  const [w, h] = findKind(id)?.defaultSize ?? [640, 480];
  let state: State = IDLE;

  const put = (box: Box): void => handOver(ports, ports.write.draw(id, box));

  return {
    id,
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (!mayBegin(ports)) return;
      state = { name: 'pressing', from: input.page, screen: input.screen };
    },
    onPointerMove(input) {
      if (state.name === 'pressing' && distance(state.screen, input.screen) > TREMBLE[input.device])
        state = { name: 'drawing', from: state.from };
      if (state.name === 'drawing') ports.gesture.show({ draw: boxTo(state.from, input) });
    },
    onPointerUp(input) {
      const ended = state;
      state = IDLE;
      if (ended.name === 'pressing') put({ x: ended.from.x, y: ended.from.y, w, h });
      else if (ended.name === 'drawing') put(boxTo(ended.from, input));
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
