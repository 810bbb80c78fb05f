/** English texts that guide: the tour, the help, a newer version. */
import type { guide as french } from '../fr/guide.ts';

export const guide: Readonly<Record<keyof typeof french, string>> = {
  'update.ready': 'A new version is ready.',
  'update.wait': 'A new version is ready. It waits until everything is saved.',
  'update.reload': 'Reload',
  'update.later': 'Later',
};
