import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../sync/credentials.ts';
import { afterRenewal, shareableLinks } from './links.ts';

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

describe('shareableLinks', () => {
  const asked = { board: 'x', origin: 'http://localhost:4321', credential: known('mine', { facilitateSecret: 'key' }) };
  const loaded = (participate: string | null, watch: string | null) => ({
    links: { participate, watch },
    reach: 'network' as const,
  });

  it('gives facilitators all three, at the address the server knows', () => {
    const links = shareableLinks({ ...asked, role: 'facilitator', loaded: loaded(link('in'), link('look')) });
    expect(links).toEqual({ participate: link('in'), watch: link('look'), facilitate: link('key') });
  });

  it('leaves out what the server can no longer show, and keeps its address all the same', () => {
    const links = shareableLinks({ ...asked, role: 'facilitator', loaded: loaded(null, link('look')) });
    expect(links).toEqual({ watch: link('look'), facilitate: link('key') });
    expect(shareableLinks({ ...asked, role: 'facilitator', loaded: loaded(null, null) })).toEqual({
      facilitate: 'http://localhost:4321/b/x#key',
    });
  });

  it('gives others only the way they came', () => {
    expect(shareableLinks({ ...asked, role: 'participant', loaded: null })).toEqual({
      participate: 'http://localhost:4321/b/x#mine',
    });
    expect(shareableLinks({ ...asked, role: 'viewer', loaded: null })).toEqual({
      watch: 'http://localhost:4321/b/x#mine',
    });
    expect(shareableLinks({ ...asked, role: 'participant', credential: null, loaded: null })).toEqual({});
  });
});

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
