/**
 * What of a person's presence the others may see while that person writes privately: no element that is not on the board, no place inside
 * an area where private notes are laid. Costs nothing for everybody else.
 */
import { rightsOf, type Step, writesPrivately } from '../../../shared/access/Step.ts';
import { elementsOf } from '../../../shared/board/layout.ts';
import { findKind } from '../../../shared/elements/registry.ts';
import type { Box } from '../../../shared/geometry/box.ts';
import { type Drag, encodePresenceState, type Presence, parsePresence } from '../../../shared/presence/Presence.ts';
import type { Gate } from '../gate.ts';
import type { Author } from '../judge.ts';

/** Whether anything of this person's presence is to be left out. */
export const needsVeil = (step: Step | null, { role, group }: Author, hasPrivateNotes: boolean): boolean =>
  hasPrivateNotes || (step !== null && role !== 'facilitator' && writesPrivately(rightsOf(step, group ?? null)));

/** A presence without what is private, as bytes to send. */
export function veil(payload: Uint8Array, gate: Gate, step: Step | null, { role, group }: Author): Uint8Array {
  const elements = elementsOf(gate.doc);
  const isThere = (id: string): boolean => elements.has(id);
  const { cursor, selection, trail, drag, drags = [], editing } = parsePresence(payload);
  const onBoard = (hand: Drag): Drag[] => {
    const ids = hand.ids.filter(isThere);
    return ids.length > 0 ? [{ ...hand, ids }] : [];
  };
  const [held] = drag ? onBoard(drag) : [];
  const others = drags.flatMap(onBoard);
  const rights = step !== null && role !== 'facilitator' ? rightsOf(step, group ?? null) : null;
  const areas = rights && writesPrivately(rights) ? rights.areas : [];
  const shown: Presence = {
    ...(cursor && !isInside(cursor, areas, gate) && { cursor }),
    ...(selection && { selection: selection.filter(isThere) }),
    ...(held && { drag: held }),
    ...(others.length > 0 && { drags: others }),
    ...(trail && !comesNear(trail.points, areas, gate) && { trail }),
    ...(editing !== undefined && isThere(editing) && { editing }),
  };
  return encodePresenceState(shown);
}

/**
 * Whether any stretch of a line may lie in a private area: then nothing of it is shown. A stretch counts by its box: it is drawn from one
 * side of an area to the other though no point of it lies within.
 */
function comesNear(points: readonly number[], areas: 'all' | readonly string[], gate: Gate): boolean {
  if (areas === 'all') return true;
  const boxes = areas.flatMap((id) => boxOf(id, gate) ?? []);
  for (let n = 0; n + 1 < points.length; n += 2) {
    const [x = 0, y = 0, x2 = x, y2 = y] = points.slice(n, n + 4);
    const isNear = boxes.some(
      (box) =>
        Math.max(x, x2) >= box.x &&
        Math.min(x, x2) <= box.x + box.w &&
        Math.max(y, y2) >= box.y &&
        Math.min(y, y2) <= box.y + box.h,
    );
    if (isNear) return true;
  }
  return false;
}

function isInside([x, y]: readonly [number, number], areas: 'all' | readonly string[], gate: Gate): boolean {
  if (areas === 'all') return true;
  return areas.some((id) => {
    const box = boxOf(id, gate);
    return box !== null && x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h;
  });
}

/** The whole wall, and beyond. */
const EVERYWHERE: Box = { x: -1e9, y: -1e9, w: 2e9, h: 2e9 };

/**
 * An area's rectangle on the page; `null`: there is none. Of one that arranges its content, or lies in one that does, the room does not work
 * out where it is shown, nor of one whose way up to the wall is to be repaired (through what can hold nothing, what is gone, in a circle):
 * no place at all is told then.
 */
function boxOf(id: string, gate: Gate): Box | null {
  const elements = elementsOf(gate.doc);
  const size: unknown = elements.get(id)?.get('size');
  if (!Array.isArray(size)) return null;
  let x = 0;
  let y = 0;
  const seen = new Set<string>();
  for (let at: unknown = id; at !== null; ) {
    const element = typeof at === 'string' && !seen.has(at) ? elements.get(at) : undefined;
    const kind: unknown = element?.get('kind');
    const known = typeof kind === 'string' ? findKind(kind) : undefined;
    const place: unknown = element?.get('place');
    if (!known?.isContainer || known.arrange !== undefined || !Array.isArray(place)) return EVERYWHERE;
    seen.add(at as string);
    x += Number(place[1]);
    y += Number(place[2]);
    at = place[0];
  }
  return { x, y, w: Number(size[0]), h: Number(size[1]) };
}
