import { describe, expect, it } from 'vitest';
import { INITIAL_SESSION_STATE } from '../sync/SessionState.ts';
import { whoOf } from './who.ts';

describe('who is at this screen', () => {
  it('has their group also in a room of so many that nobody is listed', () => {
    const me = { connection: 7, id: 'ana', name: 'Ana', role: 'participant', hue: 1, group: 'jaunes' } as const;
    const who = whoOf({ ...INITIAL_SESSION_STATE, me, roster: { count: 340, people: [] } });
    expect(who).toMatchObject({ role: 'participant', group: 'jaunes', id: 'ana' });
  });
});
