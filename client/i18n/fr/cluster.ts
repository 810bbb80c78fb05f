/** French texts of clusters (source language). */
export const cluster = {
  'cluster.layout': 'Disposition',
  'cluster.layout.grid': 'En grille',
  'cluster.layout.column': 'En colonne',
  'cluster.layout.pile': 'En pile',
  'cluster.collapsed': 'Replié',
  'cluster.make': 'Regrouper',
  'cluster.split': 'Séparer en un nouveau regroupement',
  'cluster.merge': 'Fusionner les regroupements',
  'cluster.dissolve': 'Dissoudre le regroupement',
  'cluster.collapse': 'Replier ou déplier le regroupement',
  'cluster.lay.grid': 'Disposer en grille',
  'cluster.lay.column': 'Disposer en colonne',
  'cluster.lay.pile': 'Disposer en pile',
  'cluster.hush': 'Regrouper sans parler',
  'cluster.speak': 'Montrer et donner les noms',
  'cluster.notice.nothing': 'Sélectionnez d’abord des notes à regrouper.',
  'cluster.say.made': '{count, plural, one {# note regroupée} many {# notes regroupées} other {# notes regroupées}}',
  'cluster.say.merged':
    'Regroupements fusionnés{count, plural, =0 {} one {\u202f: # note ajoutée} many {\u202f: # notes ajoutées} other {\u202f: # notes ajoutées}}',
  'cluster.say.dissolved':
    'Regroupement dissous{count, plural, =0 {} one {\u202f: # note libérée} many {\u202f: # notes libérées} other {\u202f: # notes libérées}}',
  'cluster.say.collapsed':
    '{count, plural, one {Regroupement replié} many {# regroupements repliés} other {# regroupements repliés}}',
  'cluster.say.opened':
    '{count, plural, one {Regroupement déplié} many {# regroupements dépliés} other {# regroupements dépliés}}',
  'cluster.say.silent': 'Regrouper sans parler\u202f: les noms des regroupements et des personnes sont cachés.',
  'cluster.say.speaking':
    '{count, plural, one {Le nom est de nouveau montré} many {Les noms de # regroupements sont de nouveau montrés} other {Les noms de # regroupements sont de nouveau montrés}}',
  'help.group.cluster': 'Regroupements',
  'outline.cluster': 'Regroupement',
} as const;

export type ClusterMessageId = keyof typeof cluster;
