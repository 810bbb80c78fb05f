/** French texts of the help with sorting (source language). */
export const sorting = {
  'sorting.title': 'Aide au tri',
  'sorting.command.complete': 'Compléter nos regroupements',
  'sorting.command.duplicates': 'Trouver les doublons',
  'sorting.command.alike': 'Notes qui se ressemblent',
  'sorting.command.draft': 'Proposer un premier tri',
  'sorting.command.byColor': 'Regrouper par couleur',
  'sorting.command.byTag': 'Regrouper par étiquette',
  'sorting.command.byAuthor': 'Regrouper par personne',
  'sorting.command.byCell': 'Regrouper par case, anneau ou quadrant',
  'sorting.command.zones': 'Règle de la zone',
  'sorting.command.applyZones': 'Appliquer les règles des zones',
  'sorting.unavailable': 'L’aide au tri n’a pas pu se charger. Vérifiez le réseau, puis recommencez.',
  'sorting.say.moved':
    '{count, plural, =0 {Aucune note n’a bougé.} one {# note rangée.} many {# notes rangées.} other {# notes rangées.}}',
} as const;

export type SortingMessageId = keyof typeof sorting;
