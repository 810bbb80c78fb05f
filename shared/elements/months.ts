/** Short names of months, one table for all that paints a date: a browser and the server must write the same, whatever `Intl` each has. */
import type { Locale } from '../control/Control.ts';

/** From January on; in French as the Imprimerie nationale shortens them. */
export const SHORT_MONTHS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juill.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};
