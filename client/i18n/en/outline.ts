/** English texts of the outline. */
import type { outline as fr } from '../fr/outline.ts';

export const outline = {
  'outline.title': 'Outline',
  'outline.button': 'Outline',
} as const satisfies Record<keyof typeof fr, string>;
