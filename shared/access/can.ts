/**
 * Who may do what: the one table, used by the gate, the client and the tests. A board without steps lets participants do everything
 * but lock and lead; the facilitated steps narrow this table (`Step.ts`), they do not add a second one.
 */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const ACTIONS = [
  'read',
  'presence',
  'add',
  'edit',
  'move',
  'comment',
  'vote',
  'lock',
  /** Leading the others through the workshop; a step may hand it to everyone. */
  'drive',
  /** Changing the session itself: title, subject, people, links, steps. */
  'facilitate',
] as const;
export type Action = (typeof ACTIONS)[number];

const TABLE: Readonly<Record<Role, ReadonlySet<Action>>> = {
  facilitator: new Set(ACTIONS),
  participant: new Set<Action>(['read', 'presence', 'add', 'edit', 'move', 'comment', 'vote']),
  viewer: new Set<Action>(['read']),
};

/** Whether a role may do an action at all. */
export const can = (role: Role, action: Action): boolean => TABLE[role].has(action);

/** Whether a role may write to the board document in any way; viewers never reach the gate. */
export const canWrite = (role: Role): boolean => can(role, 'add') || can(role, 'edit') || can(role, 'move');

const RANK: Readonly<Record<Role, number>> = { viewer: 0, participant: 1, facilitator: 2 };

/** The higher of two roles: a link of higher role raises a known participant, a lower one never demotes. */
export const higherRole = (a: Role, b: Role): Role => (RANK[a] >= RANK[b] ? a : b);
