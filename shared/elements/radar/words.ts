/** The few words a radar paints itself, in the language of the board. */
import type { Locale } from '../../control/Control.ts';

export const RADAR_WORDS: Readonly<Record<Locale, { readonly toFill: string }>> = {
  fr: { toFill: 'à pourvoir' },
  en: { toFill: 'to be filled' },
};
