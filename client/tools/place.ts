/** Tools that put one thing where one clicks, and type in it at once: the note, the label, the map with its title. */
import { distance, type ScreenPoint } from '../../shared/geometry/vec.ts';
import { mayBegin } from './drawing.ts';
import type { Tool, ToolId } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State = { readonly name: 'idle' } | { readonly name: 'pressing'; readonly from: ScreenPoint };

const IDLE: State = { name: 'idle' };
/** A press that moves further than this (screen pixels) on touch was meant to move the view. */
const STRAY = 24;

export function createPlaceTool(ports: ToolPorts, id: Extract<ToolId, 'note' | 'text' | 'map'>): Tool {
  let state: State = IDLE;
  return {
    id,
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (!mayBegin(ports)) return;
      state = { name: 'pressing', from: input.screen };
    },
    onPointerMove(input) {
      if (state.name !== 'pressing' || input.device !== 'touch') return;
      if (distance(state.from, input.screen) > STRAY) state = IDLE;
    },
    onPointerUp(input) {
      if (state.name !== 'pressing') return;
      state = IDLE;
      const placed = ports.write.place(id, input.page);
      ports.tool.set('select');
      if (placed === null) return;
      ports.selection.set([placed]);
      ports.typing.begin(placed, { fresh: true });
    },
    cancel() {
      state = IDLE;
    },
  };
}
