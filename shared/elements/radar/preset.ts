/** What a radar that is ready to use is, what it gives a new one, and the one that a radar begins with; the others come when somebody chooses. */
import type { Locale } from '../../control/Control.ts';
import { memberKey } from '../families.ts';
import type { RadarProps } from './props.ts';

export interface RadarPreset {
  readonly id: 'future' | 'actors' | 'roles';
  readonly roles?: true;
  readonly words: Readonly<
    Record<Locale, { readonly name: string; readonly rings: readonly string[]; readonly sectors: readonly string[] }>
  >;
}

/** What a radar begins with where nobody has chosen. */
export const FIRST_RADAR: RadarPreset = {
  id: 'future',
  words: {
    fr: {
      name: 'Radar du futur',
      rings: ['Déjà là', 'Dans 10 ans', 'En 2040'],
      sectors: ['Habiter', 'Se déplacer', 'Travailler', 'Prendre soin', 'Apprendre', 'Décider ensemble'],
    },
    en: {
      name: 'Radar of the future',
      rings: ['Already here', 'In 10 years', 'In 2040'],
      sectors: ['Living', 'Getting around', 'Working', 'Caring', 'Learning', 'Deciding together'],
    },
  },
};

/** Keys of order, as many as members are given at once. */
const orderKey = (n: number): string => `a${'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n] ?? 'z'}`;

/** The props a preset gives a radar, in a language. */
export function propsOfPreset({ roles, words }: RadarPreset, locale: Locale): RadarProps {
  const { rings, sectors } = words[locale];
  return {
    ...(roles && { roles }),
    ...Object.fromEntries(rings.map((name, n) => [memberKey('ring', `r${n + 1}`), { name, z: orderKey(n) }])),
    ...Object.fromEntries(sectors.map((name, n) => [memberKey('sector', `s${n + 1}`), { name, z: orderKey(n) }])),
  };
}
