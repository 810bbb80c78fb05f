/** The lasso: a line drawn around things, over elements or bare wall alike, selects what it goes around; then the arrow is back in the hand. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { thinned } from '../../shared/geometry/polygon.ts';
import { distance, type PagePoint } from '../../shared/geometry/vec.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  | { readonly name: 'drawing'; readonly line: readonly PagePoint[]; readonly base: ReadonlySet<ElementId> };

const IDLE: State = { name: 'idle' };
/** Closer readings say nothing new, and more points than this no one can tell from the line drawn. */
const NEAR = 2;
const MOST_POINTS = 256;

/** A lasso's line grown by where the hand is now. */
export function withPoint(line: readonly PagePoint[], point: PagePoint): readonly PagePoint[] {
  const last = line.at(-1);
  return last && distance(last, point) < NEAR ? line : thinned([...line, point], MOST_POINTS);
}

export function createLassoTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  function draw(input: PointerInput): void {
    if (state.name !== 'drawing') return;
    const line = withPoint(state.line, input.page);
    state = { ...state, line };
    ports.gesture.show({ lasso: line });
    ports.selection.set([...state.base, ...ports.selection.grouped(ports.hit.inside(line))]);
  }

  return {
    id: 'lasso',
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (ports.typing.id() !== null) ports.typing.end();
      state = { name: 'drawing', line: [input.page], base: input.shift ? new Set(ports.selection.ids()) : new Set() };
    },
    onPointerMove: draw,
    onPointerUp() {
      if (state.name !== 'drawing') return;
      // A click around nothing lets go of what was selected.
      if (state.line.length < 3) ports.selection.set(state.base);
      state = IDLE;
      ports.gesture.end();
      ports.tool.set('select');
    },
    cancel() {
      if (state.name === 'drawing') ports.selection.set(state.base);
      state = IDLE;
      ports.gesture.end();
    },
  };
}
