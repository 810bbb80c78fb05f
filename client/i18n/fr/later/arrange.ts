/** French texts of arranging: lining up, tidying, groups, turning, snapping, several hands (source language): what no page needs at first. */
export const arrange = {
  'arrange.say.resized':
    '{count, plural, one {Élément redimensionné} many {# éléments redimensionnés} other {# éléments redimensionnés}}',

  'help.lasso': 'Entourer des notes',
  'help.lasso.how': 'Alt et glisser sur le fond, ou doigt immobile sur le fond, puis tracer',
  'help.groups': 'Prendre un seul élément d’un groupe',
  'help.groups.how': 'Double-clic pour ouvrir le groupe, ou Alt et clic',
  'help.snap': 'Déplacer sans repères',
  'help.snap.how': 'Tenir Ctrl pendant le geste',
  'help.pull': 'Agrandir, tourner',
  'help.pull.how': 'Poignées ; Maj : proportions ou pas de 15° ; Alt : depuis le centre',
  'help.people': 'Grand écran tactile',
  'help.people.how': '« Écran tactile à plusieurs mains » : chaque doigt déplace sa note',
  'help.pen': 'Au stylet',
  'help.pen.how': 'La main posée à côté ne déplace rien',
} as const;
