/**
 * What a person may do on the board in the step it is in, as the page needs to know it: by the same table as the gate. `own` elements are
 * the server's to know; what can be refused only element by element is left to it, and comes back as a message.
 */
import { canWrite, type Role } from '../../../shared/access/can.ts';
import { canIn, rightsOf, type Step, writesPrivately } from '../../../shared/access/Step.ts';

export type BoardRights =
  | { readonly writes: true; readonly adds: boolean }
  /** `private`: what is written goes to one's private document in this step; `step`: nobody of this group changes anything. */
  | { readonly writes: false; readonly why: 'role' | 'private' | 'step' };

export function boardRights(role: Role, group: string | null, step: Step | undefined): BoardRights {
  if (!canWrite(role)) return { writes: false, why: 'role' };
  if (!step || role === 'facilitator') return { writes: true, adds: true };
  const rights = rightsOf(step, group);
  if (writesPrivately(rights)) return { writes: false, why: 'private' };
  const areas = rights.areas === 'all' ? [] : rights.areas.slice(0, 1);
  const kind = rights.kinds === 'all' ? 'note' : rights.kinds[0];
  const target = { areas, isOwn: true, ...(kind !== undefined && { kind }) };
  const adds = canIn(step, role, group, 'add', target);
  const changes = canIn(step, role, group, 'edit', target) || canIn(step, role, group, 'move', target);
  return adds || changes ? { writes: true, adds } : { writes: false, why: 'step' };
}
