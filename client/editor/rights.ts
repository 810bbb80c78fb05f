/**
 * What this person may do, from the wall and from the outline, by the same table as the gate (`shared/access`). Only what is certain to be
 * refused is forbidden here: a note that names another author is theirs; whose the others are the server alone knows, and they count as
 * one's own.
 */
import type { Action, Role } from '../../shared/access/can.ts';
import { canWrite } from '../../shared/access/can.ts';
import { canIn, OPEN_STEP, rightsOf, type Step } from '../../shared/access/Step.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';

/** Why something cannot be done. */
export type Refusal = 'viewer' | 'step' | 'locked';

export interface Who {
  readonly role: Role;
  readonly group: string | null;
  readonly step: Step | undefined;
  /** Their participant id, where it is known. */
  readonly id?: string | undefined;
}

/** Why an element may not be edited or moved; `null` where nothing speaks against it. */
export function refuseElement(who: Who, board: BoardDoc, id: ElementId, action: 'edit' | 'move'): Refusal | null {
  const element = board.written(id);
  const by = element?.by;
  const isOwn = by === undefined || who.id === undefined || by === who.id;
  const refused = refuseIn(who, action, { areas: board.tree.ancestors(id), isOwn });
  return refused ?? (element?.lock ? 'locked' : null);
}

/** Why nothing may be said of an element: no reaction, no comment. What is locked may be spoken of. */
export const refuseComment = (who: Who, board: BoardDoc, id: ElementId): Refusal | null =>
  refuseIn(who, 'comment', { areas: board.tree.ancestors(id) });

/** Why something may not be put into an area (`null`: the bare wall). */
export function refuseArea(
  who: Who,
  board: BoardDoc,
  area: ElementId | null,
  action: 'add' | 'edit' | 'move',
  kind?: string,
): Refusal | null {
  const areas = area === null ? [] : [area, ...board.tree.ancestors(area)];
  return refuseIn(who, action, { areas, ...(kind !== undefined && { kind }) });
}

/** Why nothing of this kind may be added anywhere. */
export function refuseKind(who: Who, kind: string): Refusal | null {
  const { areas } = rightsOf(who.step ?? OPEN_STEP, who.group);
  return refuseIn(who, 'add', { areas: areas === 'all' ? [] : areas.slice(0, 1), kind });
}

function refuseIn(
  { role, group, step }: Who,
  action: Action,
  target: { readonly areas: readonly string[]; readonly kind?: string; readonly isOwn?: boolean },
): Refusal | null {
  if (!canWrite(role)) return 'viewer';
  return canIn(step ?? OPEN_STEP, role, group, action, { isOwn: true, ...target }) ? null : 'step';
}
