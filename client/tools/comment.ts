/** The comment tool: the element one clicks is selected and its comments open beside the wall; the arrow is back in the hand. */
import type { Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State = 'idle' | 'pressing';

export function createCommentTool(ports: ToolPorts): Tool {
  let state: State = 'idle';
  return {
    id: 'comment',
    get state() {
      return state;
    },
    cursor: () => 'crosshair',
    onPointerDown() {
      if (ports.typing.id() !== null) ports.typing.end();
      state = 'pressing';
    },
    onPointerMove: () => undefined,
    onPointerUp(input) {
      if (state !== 'pressing') return;
      state = 'idle';
      const id = ports.hit.element(input);
      // Nothing lies there: the tool waits for a better aim.
      if (id === null) return;
      ports.tool.set('select');
      ports.selection.set([id]);
      ports.comment();
    },
    cancel() {
      state = 'idle';
    },
  };
}
