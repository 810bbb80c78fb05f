/**
 * What a step of a workshop allows, by group and by area: it narrows the table of roles, it never widens it. Facilitators are not
 * narrowed; viewers have nothing to narrow. Pure, used by the gate, the page and the tests.
 */
import { type Action, can, type Role } from './can.ts';

/** Whose elements an action may touch. */
export type Reach = 'all' | 'own' | 'none';

/** What participants may do in a step. */
export interface Rights {
  /** Where they may write: on and in these areas, or everywhere. */
  readonly areas: 'all' | readonly string[];
  /** Who leads: goes to the next step, moves everybody's view. */
  readonly drive: 'facilitator' | 'all';
  readonly add: boolean;
  readonly edit: Reach;
  readonly move: Reach;
  readonly comment: boolean;
  readonly vote: boolean;
  /** `inbox`: what is added waits for a facilitator. */
  readonly moderation: 'none' | 'inbox';
  /** Until when what is written stays in each person's private document. */
  readonly private: false | { readonly until: string };
  readonly attribution: 'named' | 'group' | 'anonymous';
  /** What may be added. */
  readonly kinds: 'all' | readonly string[];
}

export interface Step extends Rights {
  readonly groups?: Readonly<Record<string, Partial<Rights>>>;
}

/** The step a workshop is in. */
export interface CurrentStep extends Step {
  readonly id: string;
}

/** A board without steps: participants do everything but lock and lead. */
export const OPEN_STEP: Step = {
  areas: 'all',
  drive: 'facilitator',
  add: true,
  edit: 'all',
  move: 'all',
  comment: true,
  vote: true,
  moderation: 'none',
  private: false,
  attribution: 'named',
  kinds: 'all',
};

/** The rights of a group in a step: the step's own, with what it says of this group. */
export function rightsOf(step: Step, group: string | null): Rights {
  const { groups } = step;
  const own = group !== null && groups && Object.hasOwn(groups, group) ? groups[group] : undefined;
  return own ? { ...step, ...own } : step;
}

/** Whether what these people write goes to their private documents, and nothing of it to the board. */
export const writesPrivately = (rights: Rights): boolean =>
  rights.private !== false || rights.attribution === 'anonymous' || rights.moderation === 'inbox';

/** What an action is about. An action on no element (voting, leading) leaves all of it out. */
export interface Target {
  /** The areas the element lies in, from its parent up to the root; none on the bare wall. */
  readonly areas?: readonly string[];
  /** Whether the person who acts has made it. */
  readonly isOwn?: boolean;
  /** For `add`: what is added. */
  readonly kind?: string;
}

const reaches = (reach: Reach, isOwn: boolean): boolean => reach === 'all' || (reach === 'own' && isOwn);

/** Whether somebody of this role and group may do an action on the board document, in this step, there. */
export function canIn(step: Step, role: Role, group: string | null, action: Action, target: Target = {}): boolean {
  if (role === 'facilitator') return can(role, action);
  const rights = rightsOf(step, group);
  if (action === 'drive') return role === 'participant' && rights.drive === 'all';
  if (!can(role, action)) return false;
  const { areas = [], isOwn = false, kind } = target;
  const isInside = rights.areas === 'all' || areas.some((id) => rights.areas.includes(id));
  switch (action) {
    case 'add': {
      const isKind = rights.kinds === 'all' || (kind !== undefined && rights.kinds.includes(kind));
      return rights.add && isInside && isKind && !writesPrivately(rights);
    }
    case 'edit':
    case 'move':
      return reaches(rights[action], isOwn) && isInside && !writesPrivately(rights);
    case 'comment':
      // Reactions and comments stand under their writer's id and cannot wait for a facilitator: where people are not to be known one by one,
      // or everything is looked at first, there are none.
      return rights.comment && isInside && rights.attribution === 'named' && rights.moderation === 'none';
    case 'vote':
      return rights.vote;
    case 'read':
    case 'presence':
    case 'lock':
    case 'facilitate':
      return true;
  }
}
