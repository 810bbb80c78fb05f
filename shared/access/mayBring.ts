/** Whether somebody may bring something of a kind to the board at all, wherever it will stand: for what is prepared before it is placed. */

import type { Role } from './can.ts';
import { canIn, OPEN_STEP, rightsOf, type Step } from './Step.ts';

/** The gate decides again when the element itself comes. */
export function mayBring(step: Step | undefined, role: Role, group: string | null, kind: string): boolean {
  const now = step ?? OPEN_STEP;
  const { areas: reach } = rightsOf(now, group);
  const target = { kind, areas: reach === 'all' ? [] : reach.slice(0, 1) };
  return canIn(now, role, group, 'add', target);
}
