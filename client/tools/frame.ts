/** Draws an area: drag a rectangle, or click for one of the usual size; then its title is typed. */
import { type Box, boxBetween } from '../../shared/geometry/box.ts';
import type { PagePoint, ScreenPoint } from '../../shared/geometry/vec.ts';
import { distance } from '../../shared/geometry/vec.ts';
import { TREMBLE } from './select.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'pressing'; readonly from: PagePoint; readonly screen: ScreenPoint }
  | { readonly name: 'drawing'; readonly from: PagePoint };

const IDLE: State = { name: 'idle' };
/** Size of an area placed by a click, in board units. */
const CLICK_SIZE = { w: 640, h: 480 } as const;

export function createFrameTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  function put(box: Box): void {
    const id = ports.write.draw('frame', box);
    ports.gesture.end();
    ports.tool.set('select');
    if (id === null) return;
    ports.selection.set([id]);
    ports.typing.begin(id);
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
    id: 'frame',
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
      if (ended.name === 'pressing') put({ x: ended.from.x, y: ended.from.y, ...CLICK_SIZE });
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
