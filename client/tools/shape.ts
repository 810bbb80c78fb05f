/** Draws a shape of the form chosen last: drag from corner to corner (shift: regular), or click for one of the usual size; then it is typed in. */
import { shape } from '../../shared/elements/shape/shape.ts';
import { type Box, boxBetween } from '../../shared/geometry/box.ts';
import { distance, type PagePoint, type ScreenPoint } from '../../shared/geometry/vec.ts';
import { previewOf } from './preview.ts';
import { TREMBLE } from './select.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'pressing'; readonly from: PagePoint; readonly screen: ScreenPoint }
  | { readonly name: 'drawing'; readonly from: PagePoint };

const IDLE: State = { name: 'idle' };

export function createShapeTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  const boxTo = (from: PagePoint, { page, shift }: PointerInput): Box => {
    const box = boxBetween(from, page);
    if (!shift) return box;
    const side = Math.max(box.w, box.h);
    return {
      x: page.x < from.x ? from.x - side : from.x,
      y: page.y < from.y ? from.y - side : from.y,
      w: side,
      h: side,
    };
  };

  function finish(id: string | null): void {
    ports.gesture.end();
    ports.tool.set('select');
    if (id === null) return;
    ports.selection.set([id]);
    ports.typing.begin(id);
  }

  return {
    id: 'shape',
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
      if (state.name !== 'drawing') return;
      const box = boxTo(state.from, input);
      const shown = { ...box, w: Math.max(1, box.w), h: Math.max(1, box.h) };
      ports.gesture.show({ preview: previewOf(shape.kind, shown, ports.style(shape.kind)) });
    },
    onPointerUp(input) {
      const ended = state;
      state = IDLE;
      if (ended.name === 'pressing') finish(ports.write.place(shape.kind, ended.from));
      else if (ended.name === 'drawing') finish(ports.write.draw(shape.kind, boxTo(ended.from, input)));
    },
    onDoubleClick: () => undefined,
    onLongPress: () => undefined,
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
