import { expect, it } from 'vitest';
import { keepsAnonymous } from './privately.ts';
import { type CurrentStep, OPEN_STEP } from './Step.ts';

const SECRET: CurrentStep = { id: 'dire', ...OPEN_STEP, attribution: 'anonymous' };
const named = { attribution: 'named' } as const;

it.each<[string, CurrentStep, CurrentStep | null, boolean]>([
  ['nothing of it', SECRET, { ...SECRET, edit: 'own' }, true],
  ['the step', SECRET, { ...SECRET, id: 'redire' }, false],
  ['that there is one', SECRET, null, false],
  ['that people are unknown', SECRET, { ...SECRET, ...named }, false],
  ['that people are unknown, in one group', SECRET, { ...SECRET, groups: { 'table-2': named } }, false],
  ['that the others are unknown', { ...SECRET, groups: { 'table-2': named } }, { ...SECRET, ...named }, false],
  ['that one group is named', { ...SECRET, groups: { 'table-2': named } }, SECRET, true],
  [
    'that one group is unknown',
    { ...SECRET, ...named, groups: { g: { attribution: 'anonymous' } } },
    { ...SECRET, ...named },
    false,
  ],
])('a change of %s: whether all who were unknown stay so', (_what, step, next, stays) => {
  expect(keepsAnonymous(step, next)).toBe(stays);
});
