/**
 * What this person may do from the outline, by the same table as the gate (`shared/access`). Only what is certain to be refused is
 * forbidden here: whose note it is, the server alone knows, so every note counts as one's own.
 */
import type { Action, Role } from '../../shared/access/can.ts';
import { canWrite } from '../../shared/access/can.ts';
import { canIn, OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import type { BoardDoc } from '../../shared/board/BoardDoc.ts';
import type { ElementId } from '../../shared/elements/ElementKind.ts';

/** Why something cannot be done. */
export type Refusal = 'viewer' | 'step' | 'locked';

export interface Who {
  readonly role: Role;
  readonly group: string | null;
  readonly step: Step | undefined;
}

/** Why an element may not be edited or moved; `null` where nothing speaks against it. */
export function refuseElement(who: Who, board: BoardDoc, id: ElementId, action: 'edit' | 'move'): Refusal | null {
  const element = board.get(id);
  const refused = refuseIn(who, action, { areas: board.tree.ancestors(id) });
  return refused ?? (element?.lock ? 'locked' : null);
}

/** Why something may not be put into an area (`null`: the bare wall). */
export function refuseArea(
  who: Who,
  board: BoardDoc,
  area: ElementId | null,
  action: 'add' | 'move',
  kind?: string,
): Refusal | null {
  const areas = area === null ? [] : [area, ...board.tree.ancestors(area)];
  return refuseIn(who, action, { areas, ...(kind !== undefined && { kind }) });
}

function refuseIn(
  { role, group, step }: Who,
  action: Action,
  target: { readonly areas: readonly string[]; readonly kind?: string },
): Refusal | null {
  if (!canWrite(role)) return 'viewer';
  return canIn(step ?? OPEN_STEP, role, group, action, { ...target, isOwn: true }) ? null : 'step';
}
