/** The hand: moves the view and touches nothing. Also what space, the middle and the right button bring for as long as they are held. */
import { type ScreenPoint, subtract } from '../../shared/geometry/vec.ts';
import type { Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State = { readonly name: 'idle' } | { readonly name: 'panning'; readonly last: ScreenPoint };

const IDLE: State = { name: 'idle' };

export function createHandTool(ports: ToolPorts): Tool {
  let state: State = IDLE;
  return {
    id: 'hand',
    get state() {
      return state.name;
    },
    cursor: () => (state.name === 'panning' ? 'grabbing' : 'grab'),
    onPointerDown(input) {
      state = { name: 'panning', last: input.screen };
    },
    onPointerMove(input) {
      if (state.name !== 'panning') return;
      ports.camera.panBy(subtract(input.screen, state.last));
      state = { name: 'panning', last: input.screen };
    },
    onPointerUp() {
      state = IDLE;
    },
    cancel() {
      state = IDLE;
    },
  };
}
