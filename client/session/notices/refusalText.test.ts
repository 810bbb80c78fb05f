import { describe, expect, it } from 'vitest';
import { refusalText } from './refusalText.ts';

describe('refusalText', () => {
  it('says that the step forbids it to whoever may write, and that they may not write to whoever only looks', () => {
    expect(refusalText('role', 'participant')).toBe('refused.step');
    expect(refusalText('role', 'viewer')).toBe('refused.role');
  });

  it('has words for each code, and for codes of later servers', () => {
    expect(refusalText('held', 'participant')).toBe('refused.held');
    expect(refusalText('moon', 'participant')).toBe('refused.other');
  });
});
