import { describe, expect, it } from 'vitest';
import { readStoredSession } from './storedSession.ts';

const me = { id: 'p1', name: 'Inès', role: 'facilitator', hue: 3, group: null };
const control = {
  rev: 4,
  title: 'Parcours usager',
  template: 'blank@1',
  locale: 'fr',
  timeZone: 'Europe/Paris',
  fields: { subject: 'Mutualiser les repas de nos aînés' },
  privateEpoch: 2,
};

describe('readStoredSession', () => {
  it('gives back who one was there and what the room told of itself, without what it does not know of people', () => {
    expect(readStoredSession({ me: { ...me, connection: 7 }, control })).toEqual({ me, control });
  });

  it('leaves out a step that says what no step may', () => {
    expect(readStoredSession({ me, control: { ...control, step: { id: 's1', rights: { dance: true } } } })).toEqual({
      me,
      control,
    });
  });

  it('refuses what is not such a thing', () => {
    for (const wrong of [
      null,
      undefined,
      'hier',
      [],
      {},
      { me },
      { control },
      { me: { ...me, role: 'owner' }, control },
      { me: { ...me, group: undefined }, control },
      { me: { ...me, hue: Number.NaN }, control },
      { me, control: { ...control, locale: 'de' } },
      { me, control: { ...control, fields: { subject: 1 } } },
      { me, control: { ...control, fields: ['sujet'] } },
    ]) {
      expect(readStoredSession(wrong), JSON.stringify(wrong)).toBeNull();
    }
  });
});
