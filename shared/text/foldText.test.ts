import { describe, expect, it } from 'vitest';
import { foldText, foldWords } from './foldText.ts';

describe('foldText', () => {
  it('takes away what people leave out when they look for something', () => {
    expect(foldText('Où siège le Cœur de l’Été\u202f?')).toBe("ou siege le coeur de l'ete ?");
    expect(foldText('ÉCOLE')).toBe(foldText('e\u0301cole'));
  });

  it('leaves nothing of a query that says nothing', () => {
    expect(foldWords('  \u00a0 ')).toEqual([]);
    expect(foldWords(' Premier  PLAN ')).toEqual(['premier', 'plan']);
  });
});
