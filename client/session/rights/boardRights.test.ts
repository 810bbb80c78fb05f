import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../../shared/access/Step.ts';
import { boardRights } from './boardRights.ts';

describe('boardRights', () => {
  it('follows the role where there is no step', () => {
    expect(boardRights('participant', null, undefined)).toEqual({ writes: true, adds: true });
    expect(boardRights('viewer', null, undefined)).toEqual({ writes: false, why: 'role' });
  });

  it('tells when all that is written is private, whatever makes it so', () => {
    const steps: readonly Step[] = [
      { ...OPEN_STEP, private: { until: 'facilitator' } },
      { ...OPEN_STEP, attribution: 'anonymous' },
      { ...OPEN_STEP, moderation: 'inbox' },
    ];
    for (const step of steps) {
      expect(boardRights('participant', null, step)).toEqual({ writes: false, why: 'private' });
      expect(boardRights('facilitator', null, step)).toEqual({ writes: true, adds: true });
    }
  });

  it('tells a step in which one adds, one in which one only changes, and one in which one looks', () => {
    const look: Step = { ...OPEN_STEP, add: false, edit: 'none', move: 'none' };
    expect(boardRights('participant', null, look)).toEqual({ writes: false, why: 'step' });
    expect(boardRights('participant', null, { ...look, add: true, areas: ['a1'], kinds: ['frame'] })).toEqual({
      writes: true,
      adds: true,
    });
    expect(boardRights('participant', null, { ...look, move: 'own' })).toEqual({ writes: true, adds: false });
  });

  it('follows the group', () => {
    const step: Step = { ...OPEN_STEP, groups: { observateurs: { add: false, edit: 'none', move: 'none' } } };
    expect(boardRights('participant', 'observateurs', step)).toEqual({ writes: false, why: 'step' });
    expect(boardRights('participant', 'table-1', step)).toEqual({ writes: true, adds: true });
  });
});
