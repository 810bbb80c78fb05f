/**
 * What of a person's presence the others may see while that person writes privately: no element that is not on the board, no place inside
 * an area where private notes are laid. Costs nothing for everybody else.
 */
import { rightsOf, type Step, writesPrivately } from '../../../shared/access/Step.ts';
import { elementsOf } from '../../../shared/board/layout.ts';
import { encodePresenceState, type Presence, parsePresence } from '../../../shared/presence/Presence.ts';
import type { Gate } from '../gate.ts';
import type { Author } from '../judge.ts';

/** Areas nested deeper than this are taken for endless. */
const MAX_DEPTH = 64;

/** Whether anything of this person's presence is to be left out. */
export const needsVeil = (step: Step | null, { role, group }: Author, hasPrivateNotes: boolean): boolean =>
  hasPrivateNotes || (step !== null && role !== 'facilitator' && writesPrivately(rightsOf(step, group ?? null)));

/** A presence without what is private, as bytes to send. */
export function veil(payload: Uint8Array, gate: Gate, step: Step | null, { role, group }: Author): Uint8Array {
  const elements = elementsOf(gate.doc);
  const isThere = (id: string): boolean => elements.has(id);
  const { cursor, selection, trail, drag, editing } = parsePresence(payload);
  const dragged = drag?.ids.filter(isThere) ?? [];
  const rights = step !== null && role !== 'facilitator' ? rightsOf(step, group ?? null) : null;
  const areas = rights && writesPrivately(rights) ? rights.areas : [];
  const shown: Presence = {
    ...(cursor && !isInside(cursor, areas, gate) && { cursor }),
    ...(selection && { selection: selection.filter(isThere) }),
    ...(drag && dragged.length > 0 && { drag: { ...drag, ids: dragged } }),
    ...(trail && !entersAny(trail.points, areas, gate) && { trail }),
    ...(editing !== undefined && isThere(editing) && { editing }),
  };
  return encodePresenceState(shown);
}

/** Whether any point of a line lies in a private area: then nothing of it is shown. */
function entersAny(points: readonly number[], areas: 'all' | readonly string[], gate: Gate): boolean {
  for (let n = 0; n + 1 < points.length; n += 2)
    if (isInside([points[n] as number, points[n + 1] as number], areas, gate)) return true;
  return points.length === 0 && areas === 'all';
}

function isInside([x, y]: readonly [number, number], areas: 'all' | readonly string[], gate: Gate): boolean {
  if (areas === 'all') return true;
  return areas.some((id) => {
    const box = boxOf(id, gate);
    return box !== null && x >= box.x && y >= box.y && x <= box.x + box.w && y <= box.y + box.h;
  });
}

/** An area's rectangle on the page; `null`: there is none. */
function boxOf(id: string, gate: Gate): { x: number; y: number; w: number; h: number } | null {
  const elements = elementsOf(gate.doc);
  const size: unknown = elements.get(id)?.get('size');
  if (!Array.isArray(size)) return null;
  let x = 0;
  let y = 0;
  for (let at: unknown = id, depth = 0; typeof at === 'string' && depth < MAX_DEPTH; depth++) {
    const place: unknown = elements.get(at)?.get('place');
    if (!Array.isArray(place)) break;
    x += Number(place[1]);
    y += Number(place[2]);
    at = place[0];
  }
  return { x, y, w: Number(size[0]), h: Number(size[1]) };
}
