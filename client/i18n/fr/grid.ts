/** French texts of grids (source language). Thin no-break spaces before ; : ! ?. */
export const grid = {
  'grid.panel': 'Lignes et colonnes',
  'grid.addRow': 'Ajouter une ligne',
  'grid.addColumn': 'Ajouter une colonne',
  'grid.rename': 'Renommer la ligne ou la colonne',
  'grid.removeRow': 'Retirer la ligne',
  'grid.removeColumn': 'Retirer la colonne',
  'grid.rowUp': 'Monter la ligne',
  'grid.rowDown': 'Descendre la ligne',
  'grid.columnLeft': 'Déplacer la colonne à gauche',
  'grid.columnRight': 'Déplacer la colonne à droite',
  'grid.say.cell':
    '{row}, {column}\u202f: {count, plural, =0 {vide} one {une note} many {# notes} other {# notes}}{text, select, empty {} other {. {text}}}',
  'grid.say.row': 'Ligne {position} sur {count}\u202f: {name}',
  'grid.say.column': 'Colonne {position} sur {count}\u202f: {name}',
  'grid.say.moved': 'Placée\u202f: {place}',
} as const;

export type GridMessageId = keyof typeof grid;
