import { describe, expect, it } from 'vitest';
import { OPEN_STEP, type Step } from '../../shared/access/Step.ts';
import type { Control } from '../../shared/control/Control.ts';
import { momentOf } from '../../shared/elements/moment.ts';
import { OwnIds } from './OwnIds.ts';
import type { Me } from './SessionState.ts';

const AT = Date.parse('2026-11-22T20:00:00Z');

function idsIn(step: Step | null, group: string | null = null, now = () => AT, name = 'Ana'): OwnIds {
  const control = {
    ...{ rev: 1, title: 'Atelier', template: 'blank@1', locale: 'fr', timeZone: 'Europe/Paris', fields: {} },
    ...(step && { step: { id: 'recueil', ...step } }),
  } as Control;
  const me = { connection: 1, id: 'ana', name, role: 'participant', hue: 0, group } as Me;
  return new OwnIds(() => ({ control, me }), now);
}

describe('ids of what this person makes', () => {
  it('say when, by the server’s clock, whatever this device’s says', () => {
    let device = AT - 7_200_000;
    const ids = idsIn(null, null, () => device);
    ids.heard(AT);
    expect(momentOf(ids.id())).toBe(AT);
    device += 61_000;
    expect(momentOf(ids.id())).toBe(AT + 61_000);
    expect(ids.moment()).toBe(AT + 61_000);
  });

  it('say nothing where people are not named: in an anonymous step, in one by groups, for that group, and before all is known', () => {
    for (const attribution of ['anonymous', 'group'] as const)
      expect(momentOf(idsIn({ ...OPEN_STEP, attribution }).id())).toBe(null);
    const grouped = { ...OPEN_STEP, groups: { usagers: { attribution: 'anonymous' } } } as const;
    expect(momentOf(idsIn(grouped, 'usagers').id())).toBe(null);
    expect(momentOf(idsIn(grouped, 'agents').id())).toBe(AT);
    expect(
      momentOf(
        new OwnIds(
          () => ({ control: null, me: null }),
          () => AT,
        ).id(),
      ),
    ).toBe(null);
  });

  it('say it in a private step where the reveal names people', () => {
    expect(momentOf(idsIn({ ...OPEN_STEP, private: { until: 'facilitator' } }).id())).toBe(AT);
  });
});

describe('whose it is', () => {
  it('is said where people are named, and nowhere else', () => {
    expect(idsIn(null).signature()).toBe('ana');
    for (const attribution of ['anonymous', 'group'] as const)
      expect(idsIn({ ...OPEN_STEP, attribution }).signature()).toBeUndefined();
    const unknown = new OwnIds(
      () => ({ control: null, me: null }),
      () => AT,
    );
    expect(unknown.signature()).toBeUndefined();
  });

  it('is not said of whoever gave no name', () => {
    expect(idsIn(null, null, undefined, '').signature()).toBeUndefined();
  });
});
