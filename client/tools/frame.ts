/** Draws an area of a kind: drag a rectangle, or click for one of the usual size; then its title is typed. */
import { findKind } from '../../shared/elements/registry.ts';
import { type Box, boxBetween } from '../../shared/geometry/box.ts';
import type { PagePoint, ScreenPoint } from '../../shared/geometry/vec.ts';
import { distance } from '../../shared/geometry/vec.ts';
import { TREMBLE } from './select.ts';
import type { PointerInput, Tool, ToolId } from './Tool.ts';
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

  function put(box: Box): void {
    const drawn = ports.write.draw(id, box);
    ports.gesture.end();
    ports.tool.set('select');
    if (drawn === null) return;
    ports.selection.set([drawn]);
    ports.typing.begin(drawn);
  }

  const boxTo = (from: PagePoint, input: PointerInput): Box => {
    const box = boxBetween(from, input.page);
    if (!input.shift) return box;
    const side = Math.max(box.w, box.h);
    return {
      x: input.page.x < from.x ? from.x - side : from.x,
      y: input.page.y < from.y ? from.y - side : from.y,
      w: side,
      h: side,
    };
  };

  return {
    id,
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (ports.isReadOnly()) return;
      if (ports.typing.id() !== null) ports.typing.end();
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
    onDoubleClick: () => undefined,
    onLongPress: () => undefined,
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
