/** French texts of matrices and radars: placing, ranking, axes, rings and sectors (source language). */
export const placing = {
  'placing.next': 'Placer la note suivante',
  'placing.spread': 'Écarter les notes qui se recouvrent',
  'placing.say.none': 'Tout est placé.',
  'placing.say.next':
    '{chars, plural, =0 {Note sans texte} other {« {text} »}} : {place}. Flèches : déplacer d’un centième, avec Maj de dix. {count, plural, =0 {C’était la dernière.} one {Reste une note à placer.} many {Restent # notes à placer.} other {Restent # notes à placer.}}',
  'placing.say.at': '{place}',

  'matrix.open': 'Classement et axes',
  'matrix.reads': '{y} × {x}',
  'matrix.tint': 'Teintes',
  'matrix.tint.quadrants': 'Parties teintées',
  'matrix.tint.none': 'Sans teinte',

  'radar.open': 'Signaux, anneaux et secteurs',
  'radar.roles': 'Dire « à pourvoir » dans les secteurs vides',
  'radar.addRing': 'Ajouter un anneau',
  'radar.addSector': 'Ajouter un secteur',
} as const;
