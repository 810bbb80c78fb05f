/** French texts that guide: the tour, the help, a newer version (source language): what no page needs at first. */
export const guide = {
  'help.hands': 'À la souris, au doigt',
  'help.write': 'Écrire une note',
  'help.write.how': 'Double-clic, ou deux touchers',
  'help.list': 'Une liste en notes',
  'help.list.how': 'Coller : une ligne, une note',
  'help.move': 'Ranger dans une zone',
  'help.move.how': 'Glisser la note dedans',
  'help.several': 'Prendre plusieurs notes',
  'help.several.how': 'Glisser sur le fond, Maj et clic, ou appui long',
  'help.pan': 'Déplacer la vue',
  'help.pan.how': 'Espace et glisser, ou un doigt sur le fond',
  'help.zoom': 'Agrandir, réduire',
  'help.zoom.how': 'Ctrl et molette, ou deux doigts',
  'help.keyboard': 'Au clavier',
  'help.outline':
    'Le plan montre tout le mur en texte : écrire, ranger et supprimer s’y font sans souris, avec un lecteur d’écran aussi.',
  'help.saved':
    'Tout s’enregistre seul. Si la connexion tombe, continuez : vos modifications attendent sur cet appareil.',
  'help.undo': 'Annuler ne reprend que vos propres gestes, jamais ceux des autres.',
} as const;
