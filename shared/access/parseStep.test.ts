import { describe, expect, it } from 'vitest';
import { parseStep } from './parseStep.ts';
import { OPEN_STEP } from './Step.ts';

const open = { id: 'ecrire', ...OPEN_STEP };

describe('parseStep', () => {
  it('reads a step as it was sent', () => {
    const step = { ...open, private: { until: 'facilitator' }, groups: { observateurs: { add: false } } };
    expect(parseStep(step)).toEqual({ ok: true, value: step });
  });

  it.each([
    ['no object', null, 'step'],
    ['no id', OPEN_STEP, 'step.id'],
    ['a right left out', { ...open, move: undefined }, 'step.move'],
    ['a right of a wrong value', { ...open, edit: 'mine' }, 'step.edit'],
    ['a right nobody knows', { ...open, delete: true }, 'step'],
    ['an area that is no id', { ...open, areas: ['a b'] }, 'step.areas'],
    ['a group with a wrong right', { ...open, groups: { ecran: { vote: 'no' } } }, 'step.groups'],
    ['a name of the language as a right', { ...open, groups: { ecran: { toString: true } } }, 'step.groups'],
  ])('refuses %s', (_, value, reason) => {
    expect(parseStep(value)).toEqual({ ok: false, reason });
  });
});
