/**
 * Joins two elements, or two points, by a line: drag from one to the other, or click one and then the other. Near the middle of a side the
 * end stays at that side; elsewhere on an element it looks for the nearest one. An end of a line that is there already can be taken elsewhere.
 */
import type { DraftEnd } from '../../shared/elements/connector/connect.ts';
import { distance, type ScreenPoint } from '../../shared/geometry/vec.ts';
import { aimEnd, showAim, showLine, writeLine } from './aim.ts';
import { mayBegin } from './drawing.ts';
import { TREMBLE } from './select.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  /** Pressed at its beginning, not yet moved. */
  | { readonly name: 'pressing'; readonly from: DraftEnd; readonly screen: ScreenPoint }
  | { readonly name: 'drawing'; readonly from: DraftEnd }
  /** Its beginning was clicked: its end will be. */
  | { readonly name: 'aiming'; readonly from: DraftEnd; readonly isPressed: boolean };

const IDLE: State = { name: 'idle' };
export function createConnectorTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  function show(input: PointerInput, from: DraftEnd): void {
    showLine(ports, from, aimEnd(ports, input));
  }

  function finish(input: PointerInput, from: DraftEnd): void {
    const id = writeLine(ports, from, aimEnd(ports, input));
    if (id === null) return;
    ports.tool.set('select');
    ports.selection.set([id]);
  }

  return {
    id: 'connector',
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (!mayBegin(ports)) return;
      if (state.name === 'aiming') state = { ...state, isPressed: true };
      else state = { name: 'pressing', from: aimEnd(ports, input), screen: input.screen };
    },
    onPointerMove(input) {
      if (state.name === 'pressing' && distance(state.screen, input.screen) > TREMBLE[input.device])
        state = { name: 'drawing', from: state.from };
      if (state.name === 'idle') {
        if (!ports.isReadOnly()) showAim(ports, aimEnd(ports, input));
      } else if (state.name !== 'pressing') show(input, state.from);
    },
    onPointerUp(input) {
      const ended = state;
      if (ended.name === 'pressing') {
        state = { name: 'aiming', from: ended.from, isPressed: false };
        showAim(ports, ended.from);
        return;
      }
      if (ended.name === 'idle') {
        // Given up meanwhile: what has been shown since is shown for nothing.
        ports.gesture.end();
        return;
      }
      if (ended.name === 'aiming' && !ended.isPressed) return;
      state = IDLE;
      finish(input, ended.from);
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
