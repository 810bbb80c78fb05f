import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../sync/credentials.ts';
import { afterRenewal } from './links.ts';

const known = (secret: string, more: Partial<Credential> = {}): Credential => ({
  participant: { id: 'p', key: 'k' },
  role: 'facilitator',
  secret,
  title: 'Marché couvert',
  name: 'Léa',
  openedAt: 1,
  ...more,
});
const link = (secret: string): string => `http://mur.test/b/x#${secret}`;

describe('afterRenewal', () => {
  it('keeps the new secret where the device came in by the link that was renewed', () => {
    const after = afterRenewal(known('old'), 'participate', link('old'), link('new'));
    expect(after).toEqual(known('new'));
  });

  it('leaves another way in as it is', () => {
    expect(afterRenewal(known('mine'), 'watch', link('old'), link('new'))).toEqual(known('mine'));
    expect(afterRenewal(known('mine'), 'participate', undefined, link('new'))).toEqual(known('mine'));
  });

  it('keeps the « Animer » secret, which nobody else can show again', () => {
    const before = known('old', { facilitateSecret: 'old' });
    expect(afterRenewal(before, 'facilitate', link('old'), link('new'))).toEqual(
      known('new', { facilitateSecret: 'new' }),
    );
    expect(afterRenewal(known('mine'), 'facilitate', undefined, link('new')).facilitateSecret).toBe('new');
  });
});
