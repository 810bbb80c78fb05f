/** Rings what a search has found, the one looked at more strongly. Works in device pixels; draws nothing where rings would be all one saw. */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, expand } from '../../shared/geometry/box.ts';
import type { Theme } from '../../shared/theme/tokens.ts';
import type { BoardIndex } from '../editor/BoardIndex.ts';
import type { Found } from '../editor/EditorState.ts';
import type { DeviceView } from './ElementPainter.ts';

/** More rings than this in sight say nothing, and cost a frame. */
const MOST_RINGS = 1_500;
/** In CSS pixels: of the lines, and between them and the element. */
const LINE = 3;
const STRONG = 5;
const GAP = 3;

export function paintFound(
  ctx: CanvasRenderingContext2D,
  view: DeviceView,
  { found, theme, index, seen }: { found: Found; theme: Theme; index: BoardIndex; seen: Box },
): void {
  const unit = view.scale / view.zoom;
  const ring = (id: ElementId): void => {
    const item = index.get(id);
    if (!item || index.isHidden(id)) return;
    const [w, h] = item.element.size;
    // Of an area the title too, which is what was found; a straight line has no area of its own.
    const isWhole = item.kind.isContainer || w <= 0 || h <= 0;
    const frame = isWhole ? item.bounds : { x: item.origin.x, y: item.origin.y, w, h };
    const box = expand(frame, GAP / view.zoom);
    ctx.roundRect(
      Math.round(box.x * view.scale + view.x),
      Math.round(box.y * view.scale + view.y),
      Math.round(box.w * view.scale),
      Math.round(box.h * view.scale),
      4 * unit,
    );
  };
  const inSight = found.ids.size > MOST_RINGS ? index.ids(seen).filter((id) => found.ids.has(id)) : [...found.ids];
  if (inSight.length <= MOST_RINGS) {
    ctx.beginPath();
    for (const id of inSight) if (id !== found.at) ring(id);
    ctx.strokeStyle = theme.warning;
    ctx.lineWidth = LINE * unit;
    ctx.stroke();
  }
  if (found.at === null) return;
  ctx.beginPath();
  ring(found.at);
  // Dark on every note and light on every wall, whatever lies below.
  ctx.strokeStyle = theme.panel;
  ctx.lineWidth = (STRONG + 4) * unit;
  ctx.stroke();
  ctx.strokeStyle = theme.warning;
  ctx.lineWidth = STRONG * unit;
  ctx.stroke();
}
