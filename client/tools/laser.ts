/** Points at things with a light whose trail fades: everybody sees it, and nothing of it is kept. */
import { distance } from '../../shared/geometry/vec.ts';
import { createId } from '../../shared/lib/ids.ts';
import { trailOf } from '../../shared/presence/Trail.ts';
import type { PointerInput, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

type State =
  | { readonly name: 'idle' }
  /** `points`: page points, `[x, y, …]`. */
  | { readonly name: 'pointing'; readonly id: string; readonly points: number[] };

const IDLE: State = { name: 'idle' };
/** Readings nearer than this to the last one (screen pixels) say nothing. */
const NEAR_PX = 2;

export function createLaserTool(ports: ToolPorts): Tool {
  let state: State = IDLE;

  function follow(input: PointerInput): void {
    if (state.name !== 'pointing') return;
    const { id, points } = state;
    for (const { page } of input.coalesced ?? [input]) {
      const [x = Number.NaN, y = Number.NaN] = points.slice(-2);
      if (distance({ x, y }, page) * ports.drawing.zoom() < NEAR_PX) continue;
      points.push(page.x, page.y);
    }
    ports.gesture.show({ trail: trailOf({ id, kind: 'laser', color: 'red', width: 5 }, points) });
  }

  return {
    id: 'laser',
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      state = { name: 'pointing', id: createId(), points: [] };
      follow(input);
    },
    onPointerMove: follow,
    onPointerUp(input) {
      follow(input);
      state = IDLE;
      ports.gesture.end();
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}
