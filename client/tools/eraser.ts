/** Rubs out strokes, whole ones, and nothing else: what the hand has touched fades, and goes in one step when it is lifted. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import type { PagePoint } from '../../shared/geometry/vec.ts';
import { mayBegin } from './drawing.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'erasing'; readonly ids: Set<ElementId>; readonly last: PagePoint };

const IDLE: State = { name: 'idle' };
/** Half the width of the rubber, in screen pixels. */
const REACH_PX = { mouse: 8, pen: 8, touch: 16 } as const;

export function createEraserTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  function rub(input: PointerInput): void {
    if (state.name !== 'erasing') return;
    const { ids } = state;
    const reach = REACH_PX[input.device] / ports.drawing.zoom();
    for (const { page } of input.coalesced ?? [input]) {
      for (const id of ports.drawing.erasable(state.last, page, reach)) ids.add(id);
      state = { name: 'erasing', ids, last: page };
    }
    ports.gesture.show({ faded: [...ids] });
  }

  return {
    id: 'eraser',
    get state() {
      return state.name;
    },
    cursor: () => 'cell',
    onPointerDown(input) {
      if (!mayBegin(ports)) return;
      state = { name: 'erasing', ids: new Set(), last: input.page };
      rub(input);
    },
    onPointerMove: rub,
    onPointerUp(input) {
      if (state.name !== 'erasing') return;
      rub(input);
      const { ids } = state;
      state = IDLE;
      if (ids.size > 0) ports.drawing.erase(ids);
      ports.gesture.end();
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
