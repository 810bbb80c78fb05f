/**
 * What the place of something dragged would be worth in the area under the hand: words beside it and lines to the axes, before it is let go.
 * Asked of kinds whose places mean something; nothing is written here.
 */
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { Locale } from '../../shared/control/Control.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';
import { sayPlacing } from '../../shared/elements/placing.ts';
import { kindOf } from '../../shared/elements/registry.ts';
import { standingOf } from '../../shared/elements/standing.ts';
import { type Box, center, translate } from '../../shared/geometry/box.ts';
import type { Vec } from '../../shared/geometry/vec.ts';
import { viewOf } from '../elements/registry.ts';

export interface Aim {
  /** Where the one that is aimed with is now, on the page. */
  readonly box: Box;
  readonly text: string;
  readonly lines: readonly (readonly [from: Vec, to: Vec])[];
}

/** What `area` (the one under the hand) says of the first of what is held, `by` away from where it stands; `null` where it says nothing. */
export function aimAt(
  board: BoardDoc,
  area: ElementId | null,
  held: readonly ElementId[],
  by: Vec,
  locale: Locale,
): Aim | null {
  const container = area === null ? undefined : board.get(area);
  const [id] = held;
  const child = id === undefined ? undefined : board.get(id);
  if (!container || !child) return null;
  const { aims } = viewOf(container);
  const { placing } = kindOf(container);
  const outer = board.frame(container.id);
  const frame = board.frame(child.id);
  if (!aims || !placing || !outer || !frame) return null;
  const box = translate(frame, by);
  const within = translate(standingOf(child, box), { x: -outer.x, y: -outer.y });
  const said = placing(container, child, within);
  if (!said) return null;
  const lines = aims(container, center(within)).map(([, end]) => {
    const to = { x: end.x + outer.x, y: end.y + outer.y };
    // From its edge: nothing is drawn over its words.
    return [{ x: clamp(to.x, box.x, box.w), y: clamp(to.y, box.y, box.h) }, to] as const;
  });
  return { box, text: sayPlacing(said, locale), lines };
}

const clamp = (value: number, from: number, size: number): number => Math.max(from, Math.min(value, from + size));
