import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, can, ROLES } from './can.ts';
import { canIn, OPEN_STEP, rightsOf, type Step, type Target } from './Step.ts';

/** A workshop in which the tables sort their own cards, the observers only read, and the screen may name but not vote. */
const SORTING: Step = {
  ...OPEN_STEP,
  areas: ['table-1', 'table-2'],
  edit: 'own',
  move: 'all',
  vote: false,
  kinds: ['note', 'cluster'],
  groups: {
    observateurs: { add: false, edit: 'none', move: 'none', comment: false, drive: 'facilitator' },
    ecran: { edit: 'all', areas: 'all', drive: 'all' },
    votants: { vote: true },
  },
};

const TARGETS = {
  inside: { areas: ['cadre', 'table-1'], kind: 'note', isOwn: false },
  'inside, own': { areas: ['table-2'], kind: 'note', isOwn: true },
  'inside, another kind': { areas: ['table-1'], kind: 'image', isOwn: true },
  outside: { areas: ['accueil'], kind: 'note', isOwn: true },
  'on the bare wall': { areas: [], kind: 'note', isOwn: true },
} satisfies Record<string, Target>;
type Where = keyof typeof TARGETS;

/** What each group may do where, besides reading and showing themselves. Written by hand: the oracle. */
const ALLOWED: Readonly<Record<string, Readonly<Record<Where, readonly Action[]>>>> = {
  '': {
    inside: ['add', 'move', 'comment'],
    'inside, own': ['add', 'edit', 'move', 'comment'],
    'inside, another kind': ['edit', 'move', 'comment'],
    outside: [],
    'on the bare wall': [],
  },
  observateurs: {
    inside: [],
    'inside, own': [],
    'inside, another kind': [],
    outside: [],
    'on the bare wall': [],
  },
  ecran: {
    inside: ['add', 'edit', 'move', 'comment', 'drive'],
    'inside, own': ['add', 'edit', 'move', 'comment', 'drive'],
    'inside, another kind': ['edit', 'move', 'comment', 'drive'],
    outside: ['add', 'edit', 'move', 'comment', 'drive'],
    'on the bare wall': ['add', 'edit', 'move', 'comment', 'drive'],
  },
  votants: {
    inside: ['add', 'move', 'comment', 'vote'],
    'inside, own': ['add', 'edit', 'move', 'comment', 'vote'],
    'inside, another kind': ['edit', 'move', 'comment', 'vote'],
    outside: ['vote'],
    'on the bare wall': ['vote'],
  },
};

describe('canIn', () => {
  for (const [group, places] of Object.entries(ALLOWED)) {
    for (const [where, actions] of Object.entries(places)) {
      it(`lets ${group || 'those without a group'} do ${actions.join(', ') || 'nothing'} ${where}`, () => {
        const target = TARGETS[where as Where];
        for (const action of ACTIONS) {
          const expected = actions.includes(action) || action === 'read' || action === 'presence';
          expect([action, canIn(SORTING, 'participant', group || null, action, target)]).toEqual([action, expected]);
          expect([action, canIn(SORTING, 'viewer', group || null, action, target)]).toEqual([
            action,
            action === 'read',
          ]);
          expect([action, canIn(SORTING, 'facilitator', group || null, action, target)]).toEqual([action, true]);
        }
      });
    }
  }

  it('gives an unknown group, and names of the language, the rights of everybody', () => {
    for (const group of ['inconnu', '__proto__', 'constructor']) {
      expect(canIn(SORTING, 'participant', group, 'edit', TARGETS.inside)).toBe(false);
      expect(canIn(SORTING, 'participant', group, 'add', TARGETS.inside)).toBe(true);
    }
  });

  it('lets nobody but facilitators write to the board while people write for themselves', () => {
    for (const change of [
      { private: { until: 'mise-en-commun' } },
      { attribution: 'anonymous' },
      { moderation: 'inbox' },
    ] as const) {
      const step: Step = { ...OPEN_STEP, ...change };
      for (const action of ['add', 'edit', 'move'] as const) {
        expect(canIn(step, 'participant', null, action, TARGETS['inside, own'])).toBe(false);
        expect(canIn(step, 'facilitator', null, action, TARGETS['inside, own'])).toBe(true);
      }
    }
  });

  it('never lets anybody do more than their role may, but lead where all may', () => {
    const reach = fc.constantFrom('all', 'own', 'none');
    const names = fc.oneof(fc.constant('all'), fc.array(fc.constantFrom('a', 'b', 'note', 'frame'), { maxLength: 3 }));
    const rights = {
      areas: names,
      drive: fc.constantFrom('facilitator', 'all'),
      add: fc.boolean(),
      edit: reach,
      move: reach,
      comment: fc.boolean(),
      vote: fc.boolean(),
      moderation: fc.constantFrom('none', 'inbox'),
      private: fc.constantFrom(false, { until: 'x' }),
      attribution: fc.constantFrom('named', 'group', 'anonymous'),
      kinds: names,
    };
    const steps = fc.record({
      ...rights,
      groups: fc.dictionary(fc.constantFrom('g', 'h', 'toString'), fc.record(rights, { requiredKeys: [] })),
    }) as unknown as fc.Arbitrary<Step>;
    const targets = fc.record(
      {
        areas: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
        isOwn: fc.boolean(),
        kind: fc.constantFrom('note', 'frame'),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Target>;
    const group = fc.constantFrom(null, 'g', 'h', 'toString', '__proto__');
    fc.assert(
      fc.property(
        steps,
        fc.constantFrom(...ROLES),
        group,
        fc.constantFrom(...ACTIONS),
        targets,
        (step, role, group, action, target) => {
          const isDriving = action === 'drive' && role === 'participant';
          expect(canIn(step, role, group, action, target) && !can(role, action) && !isDriving).toBe(false);
          if (isDriving) expect(canIn(step, role, group, action)).toBe(rightsOf(step, group).drive === 'all');
          if (role === 'facilitator') expect(canIn(step, role, group, action, target)).toBe(can(role, action));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is the table of roles where there are no steps', () => {
    for (const role of ROLES) {
      for (const action of ACTIONS)
        expect([role, action, canIn(OPEN_STEP, role, null, action)]).toEqual([role, action, can(role, action)]);
    }
  });
});
