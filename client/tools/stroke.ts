/**
 * Draws by hand: a pen or a highlighter. The line is shown while it lasts, to this person as it will be and to the others as it grows, and
 * written once, when the hand is lifted; the pen stays in the hand. With shift, it is a straight line. What is longer than one element may
 * be is written as several that meet.
 */
import type { Props } from '../../shared/elements/ElementKind.ts';
import { EVEN_PRESSURE, type InkPoint, storeStroke } from '../../shared/elements/stroke/points.ts';
import { type StrokeProps, stroke } from '../../shared/elements/stroke/stroke.ts';
import { distance } from '../../shared/geometry/vec.ts';
import { createId } from '../../shared/lib/ids.ts';
import { trailOf } from '../../shared/presence/Trail.ts';
import { LIMITS } from '../../shared/protocol/limits.ts';
import { mayBegin } from './drawing.ts';
import { previewOf } from './preview.ts';
import type { PointerInput, PointerSample, Tool } from './Tool.ts';
import type { ToolPorts } from './ToolPorts.ts';

interface Line {
  readonly id: string;
  readonly points: InkPoint[];
  /** Page points for the others, `[x, y, …]`. */
  readonly trail: number[];
}

type State = { readonly name: 'idle' } | { readonly name: 'drawing'; readonly line: Line };

const IDLE: State = { name: 'idle' };
/** How far the line goes towards each new reading: the rest is the tremble of hand and device. */
const FOLLOW = 0.62;
/** Readings nearer than this to the last one (screen pixels) say nothing; others see a little less. */
const NEAR_PX = 0.75;
const TRAIL_PX = 2.5;
/** A line of so many readings is written, and goes on as another one. */
const MOST_READINGS = 6_000;

/** Largest side of what is written as one; a stored box is up to two units larger than its line. */
const MOST_SIDE = LIMITS.areaSizeMax - 2;

/** What a highlighter looks like until something else is chosen for it. */
export const HIGHLIGHTER = { color: 'yellow', width: 20 } as const;

export function createStrokeTool(ports: ToolPorts, id: 'stroke' | 'highlighter'): Tool {
  let state: State = IDLE;

  /** The look of the next line. */
  function look(): Pick<StrokeProps, 'color' | 'width'> & Props {
    const { color, width, opacity } = ports.style(stroke.kind) as StrokeProps;
    if (id === 'stroke') return { color, width, opacity, highlighter: undefined };
    return { ...HIGHLIGHTER, ...(ports.style(id) as Partial<StrokeProps>), highlighter: true };
  }

  /** Parts of a board unit that are told apart: half a screen pixel. */
  const detail = (): number => Math.max(1, Math.min(8, Math.ceil(2 * ports.drawing.zoom())));

  function read(line: Line, { page, pressure }: PointerSample, device: PointerInput['device'], isLast: boolean): void {
    const zoom = ports.drawing.zoom();
    const told = device === 'pen' ? Math.round(100 * pressure) : EVEN_PRESSURE;
    const before = line.points.at(-1);
    if (!before) line.points.push({ x: page.x, y: page.y, pressure: told });
    else if (isLast || distance(before, page) * zoom >= NEAR_PX) {
      const share = isLast ? 1 : FOLLOW;
      line.points.push({
        x: before.x + (page.x - before.x) * share,
        y: before.y + (page.y - before.y) * share,
        pressure: Math.round(before.pressure + (told - before.pressure) * share),
      });
    }
    const last = line.points.at(-1) as InkPoint;
    const [x = Number.NaN, y = Number.NaN] = line.trail.slice(-2);
    if (isLast || !(distance({ x, y }, last) * zoom < TRAIL_PX)) line.trail.push(last.x, last.y);
  }

  function show(line: Line): void {
    const { color, width, ...rest } = look();
    const { box, extent, points } = storeStroke(line.points, detail(), { all: true });
    const highlighter = rest.highlighter === true;
    ports.gesture.show({
      preview: previewOf(stroke.kind, box, { ...rest, color, width, extent, points }),
      trail: trailOf({ id: line.id, kind: 'stroke', color, width, ...(highlighter && { highlighter }) }, line.trail),
    });
  }

  function write(line: Line): void {
    const parts = partsOf(line.points).map((part) => {
      const { box, extent, points } = storeStroke(part, detail());
      return { box, props: { ...look(), extent, points } };
    });
    // One lift of the hand is one step of undo, however long the line.
    ports.write.drawAll(stroke.kind, parts);
  }

  const begin = (): Line => ({ id: createId(), points: [], trail: [] });

  return {
    id,
    get state() {
      return state.name;
    },
    cursor: () => 'crosshair',
    onPointerDown(input) {
      if (!mayBegin(ports)) return;
      const line = begin();
      read(line, input, input.device, false);
      state = { name: 'drawing', line };
      show(line);
    },
    onPointerMove(input) {
      if (state.name !== 'drawing') return;
      let { line } = state;
      if (input.shift) {
        line.points.splice(1);
        line.trail.splice(2);
        read(line, input, input.device, true);
      } else for (const sample of input.coalesced ?? [input]) read(line, sample, input.device, false);
      if (line.points.length > MOST_READINGS) {
        write(line);
        const last = line.points.at(-1) as InkPoint;
        line = begin();
        line.points.push(last);
        line.trail.push(last.x, last.y);
        state = { name: 'drawing', line };
      }
      show(line);
    },
    onPointerUp(input) {
      if (state.name !== 'drawing') return;
      const { line } = state;
      state = IDLE;
      // A lifted pen has no pressure left to tell.
      const last = line.points.at(-1);
      if (last && distance(last, input.page) > 0)
        read(line, { ...input, pressure: last.pressure / 100 }, input.device, true);
      write(line);
      ports.gesture.end();
    },
    cancel() {
      state = IDLE;
      ports.gesture.end();
    },
  };
}

/** A line as parts that one element can hold, each going on where the one before ends. */
function partsOf([first, ...others]: readonly InkPoint[]): InkPoint[][] {
  if (!first) return [];
  let part = [first];
  const parts = [part];
  const box = { low: first, high: first };
  for (const point of others) {
    for (;;) {
      const from = part.at(-1) as InkPoint;
      const share = Math.min(
        reach(from.x, point.x, box.low.x, box.high.x),
        reach(from.y, point.y, box.low.y, box.high.y),
      );
      const next = share < 1 ? between(from, point, share) : point;
      part.push(next);
      if (share < 1) {
        part = [next];
        parts.push(part);
        box.low = next;
        box.high = next;
        continue;
      }
      box.low = { ...next, x: Math.min(box.low.x, next.x), y: Math.min(box.low.y, next.y) };
      box.high = { ...next, x: Math.max(box.high.x, next.x), y: Math.max(box.high.y, next.y) };
      break;
    }
  }
  return parts;
}

/** How much of the way along one axis stays within a box of the largest side: 1, all of it. */
function reach(from: number, to: number, low: number, high: number): number {
  const end = Math.max(high - MOST_SIDE, Math.min(low + MOST_SIDE, to));
  return end === to ? 1 : (end - from) / (to - from);
}

const between = (a: InkPoint, b: InkPoint, share: number): InkPoint => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
  pressure: Math.round(a.pressure + (b.pressure - a.pressure) * share),
});
