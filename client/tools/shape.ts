/** Draws a shape of the form chosen last: drag from corner to corner (shift: regular), or click for one of the usual size; then it is typed in. */
import { shape } from '../../shared/elements/shape/shape.ts';
import { distance, type PagePoint, type ScreenPoint } from '../../shared/geometry/vec.ts';
import { boxTo, handOver, mayBegin } from './drawing.ts';
import { previewOf } from './preview.ts';
import { TREMBLE } from './select.ts';
import type { Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'pressing'; readonly from: PagePoint; readonly screen: ScreenPoint }
  | { readonly name: 'drawing'; readonly from: PagePoint };

const IDLE: State = { name: 'idle' };

export function createShapeTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  return {
    id: 'shape',
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
      if (state.name !== 'drawing') return;
      const box = boxTo(state.from, input);
      const shown = { ...box, w: Math.max(1, box.w), h: Math.max(1, box.h) };
      ports.gesture.show({ preview: previewOf(shape.kind, shown, ports.style(shape.kind)) });
    },
    onPointerUp(input) {
      const ended = state;
      state = IDLE;
      if (ended.name === 'pressing') handOver(ports, ports.write.place(shape.kind, ended.from));
      else if (ended.name === 'drawing') handOver(ports, ports.write.draw(shape.kind, boxTo(ended.from, input)));
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
