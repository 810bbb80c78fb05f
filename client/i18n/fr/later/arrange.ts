/** French texts of arranging: lining up, tidying, groups, turning, snapping, several hands (source language): what no page needs at first. */
export const arrange = {
  'arrange.say.aligned': '{count, plural, one {Élément aligné} many {# éléments alignés} other {# éléments alignés}}',
  'arrange.say.tidied':
    '{groups, plural, one {{count, plural, one {# élément rangé} many {# éléments rangés} other {# éléments rangés}}} many {{count} éléments rangés en {groups} groupes} other {{count} éléments rangés en {groups} groupes}}',
  'arrange.say.ungrouped':
    '{count, plural, one {Élément dégroupé} many {# éléments dégroupés} other {# éléments dégroupés}}',
  'arrange.say.tidiedTime':
    '{count, plural, one {# élément rangé du plus ancien au plus récent} many {# éléments rangés du plus ancien au plus récent} other {# éléments rangés du plus ancien au plus récent}}{unknown, plural, =0 {} one {\u202f; # sans moment connu, à la fin} many {\u202f; # sans moment connu, à la fin} other {\u202f; # sans moment connu, à la fin}}',
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
  'arrange.opacity': 'Opacité : {percent} %',
  'arrange.say.distributed': '{count, plural, other {# éléments espacés également}}',
  'arrange.say.sameSize': '{count, plural, other {# éléments de la même taille}}',
  'arrange.say.grouped': '{count, plural, other {# éléments groupés}}',
  'arrange.say.forward': 'Avancé d’un plan',
  'arrange.say.backward': 'Reculé d’un plan',
  'arrange.say.turned': 'Angle : {angle}°',
  'arrange.notice.meant':
    'Ici, la place veut dire quelque chose\u202f: échanger deux éléments la fausserait. Sur une matrice, Alt + Maj + flèches déplacent l’élément.',
  'arrange.notice.noSpread': 'Il faut au moins trois éléments pour les espacer.',
} as const;
