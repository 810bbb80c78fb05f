/**
 * How far the top layer reaches while all that it shows is what hands drag, so that a frame clears that and not the whole screen. Pure; where
 * anything else is shown, which may be anywhere, it says so.
 */
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { type Box, expand, translate, union } from '../../shared/geometry/box.ts';
import type { Guide } from '../../shared/geometry/snap.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import type { Indexed } from '../editor/BoardIndex.ts';
import type { Gesture } from '../editor/Gestures.ts';
import type { DeviceView } from './ElementPainter.ts';
import type { TopScene } from './TopPainter.ts';

/** The most that stands out around what is dragged, in CSS pixels: its shade, the outlines of a selection, the bars of a guide. */
const AROUND = 18;

type Dragged = readonly [held: ElementId | readonly ElementId[], by: Vec];

/** What is dragged, and where to; `null`: something else is shown too. */
function draggedOf(scene: TopScene): readonly Dragged[] | null {
  const { gestures, selection, displaced, leaning, found, cell, pin } = scene;
  if (found || cell || pin || leaning.size > 0 || !gestures.every(isDrag)) return null;
  const drags = gestures.flatMap(({ drag }) => (drag ? [drag] : []));
  if (drags.length === 0 && displaced.size === 0) return null;
  if (drags.some(({ copies }) => copies)) return null;
  // What is selected and stays has an outline where it is.
  for (const id of selection) if (!drags.some(({ ids }) => ids.includes(id))) return null;
  return [...drags.map(({ ids, by }) => [ids, by] as const), ...displaced];
}

const isDrag = (gesture: Gesture): boolean =>
  Object.entries(gesture).every(([key, value]) => key === 'drag' || key === 'guides' || value === undefined);

/** Device pixels to whole ones; `null`: anywhere. `itemsOf` tells what is held, `null` where that is too much to ask. */
export function dragExtent(
  view: DeviceView,
  scene: TopScene,
  itemsOf: (held: Dragged[0]) => readonly Indexed[] | null,
): Box | null {
  const boxes: Box[] = [];
  for (const [held, by] of draggedOf(scene) ?? []) {
    const items = itemsOf(held);
    // The name of an area is written above it, as wide as it is long.
    if (!items || items.some(({ kind }) => kind.isContainer)) return null;
    for (const { bounds } of items) boxes.push(translate(bounds, by));
  }
  for (const { guides } of scene.gestures) boxes.push(...(guides ?? []).map(boxOf));
  const page = union(boxes);
  if (!page) return null;
  const around = (AROUND * view.scale) / view.zoom;
  const box = {
    x: page.x * view.scale + view.x,
    y: page.y * view.scale + view.y,
    w: page.w * view.scale,
    h: page.h * view.scale,
  };
  const { x, y, w, h } = expand(box, around);
  const left = Math.floor(x);
  const top = Math.floor(y);
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top };
}

const boxOf = ({ axis, at, from, to }: Guide): Box => {
  const [start, length] = [Math.min(from, to), Math.abs(to - from)];
  return axis === 'x' ? { x: at, y: start, w: 0, h: length } : { x: start, y: at, w: length, h: 0 };
};
