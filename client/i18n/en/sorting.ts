/** English texts of the help with sorting: the same ids as the French ones. */
import type { SortingMessageId } from '../fr/sorting.ts';

export const sorting = {
  'sorting.title': 'Help with sorting',
  'sorting.command.complete': 'Complete our clusters',
  'sorting.command.duplicates': 'Find duplicates',
  'sorting.command.alike': 'Notes that look alike',
  'sorting.command.draft': 'Draft a first sorting',
  'sorting.command.byColor': 'Cluster by colour',
  'sorting.command.byTag': 'Cluster by tag',
  'sorting.command.byAuthor': 'Cluster by person',
  'sorting.command.byCell': 'Cluster by cell, ring or quadrant',
  'sorting.command.zones': 'Rule of the area',
  'sorting.command.applyZones': 'Apply the rules of the areas',
  'sorting.unavailable': 'The help with sorting could not be loaded. Check the network, then try again.',
  'sorting.say.moved': '{count, plural, =0 {No note has moved.} one {# note put away.} other {# notes put away.}}',
} as const satisfies Readonly<Record<SortingMessageId, string>>;
