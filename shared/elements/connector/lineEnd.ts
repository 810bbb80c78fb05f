/** The ends of a connector as a hand finds them: an element that is none has no ends. */
import { distance, type Vec } from '../../geometry/vec.ts';
import type { Element, Surroundings } from '../ElementKind.ts';
import { CONNECTOR } from './ends.ts';
import { pathOf } from './path.ts';
import type { ConnectorProps } from './props.ts';

/** Both ends on the page; `null` for what is no connector. */
export function lineEnds(element: Element, around: Surroundings): readonly [Vec, Vec] | null {
  if (element.kind !== CONNECTOR || element.problem !== undefined) return null;
  const [from, to] = pathOf(element as Element<ConnectorProps>, around).ends;
  return [from.at, to.at];
}

/** The end within reach of a page point; the nearer of the two. */
export function lineEndAt(element: Element, point: Vec, reach: number, around: Surroundings): 'from' | 'to' | null {
  const ends = lineEnds(element, around);
  if (!ends) return null;
  const [from, to] = [distance(ends[0], point), distance(ends[1], point)];
  if (Math.min(from, to) > reach) return null;
  return from < to ? 'from' : 'to';
}
