/**
 * What a step says of private documents: who writes to them, whether it is anonymous, what may be added there, and when what was written
 * becomes everyone's. The counterpart of `canIn`, which says what may be done on the board itself. Pure.
 */
import { can, type Role } from './can.ts';
import {
  type CurrentStep,
  type Reach,
  type Rights,
  rightsOf,
  type Step,
  type Target,
  writesPrivately,
} from './Step.ts';

/** The rights of the step, and of each group it names. */
const everyRights = (step: Step): Rights[] => [
  rightsOf(step, null),
  ...Object.keys(step.groups ?? {}).map((group) => rightsOf(step, group)),
];

/** Whether somebody in this step writes to a private document. */
export const isPrivateStep = (step: Step): boolean => everyRights(step).some(writesPrivately);

/** Whether somebody in this step is to stay unknown. */
export const isAnonymousStep = (step: Step): boolean =>
  everyRights(step).some(({ attribution }) => attribution === 'anonymous');

/** Whether the same step goes on, and all who were to stay unknown in it are to stay so. */
export function keepsAnonymous(step: CurrentStep, next: CurrentStep | null): boolean {
  if (next?.id !== step.id) return false;
  const isAnonymous = (one: Step, group: string | null): boolean => rightsOf(one, group).attribution === 'anonymous';
  const groups = [null, ...Object.keys(step.groups ?? {}), ...Object.keys(next.groups ?? {})];
  return groups.every((group) => isAnonymous(next, group) || !isAnonymous(step, group));
}

/** Whether what was written in a step that is left becomes everyone's when `next` begins. */
export function isRevealedBy(step: Step, next: CurrentStep | null): boolean {
  const privately = everyRights(step).filter(writesPrivately);
  const untils = privately.map((rights) => (rights.private === false ? null : rights.private.until));
  if (next && untils.includes(next.id)) return true;
  // Anonymous and nothing more: it is private only so that nobody sees who wrote what, and ends with the step.
  return privately.every((rights) => rights.private === false && rights.moderation === 'none');
}

const reaches = (reach: Reach): boolean => reach !== 'none';

/** Whether somebody may do this to a note of their own that is still private, in the step it belongs to. Facilitators are not narrowed. */
export function canPrivately(
  step: Step,
  role: Role,
  group: string | null,
  action: 'add' | 'edit' | 'move',
  { areas = [], kind }: Target = {},
): boolean {
  const rights = rightsOf(step, group);
  if (!can(role, action) || !writesPrivately(rights)) return false;
  if (role === 'facilitator') return true;
  const isInside = rights.areas === 'all' || areas.some((id) => rights.areas.includes(id));
  const isKind = rights.kinds === 'all' || (kind !== undefined && rights.kinds.includes(kind));
  if (action === 'add') return rights.add && isInside && isKind;
  return reaches(rights[action]) && isInside;
}
