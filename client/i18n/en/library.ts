/** English texts of the library of templates and of tables to take away. */
import type { library as source } from '../fr/library.ts';

export const library: Readonly<Record<keyof typeof source, string>> = {
  'template.prepare': 'To prepare',
  'template.deliverable': 'What you leave with',
};
