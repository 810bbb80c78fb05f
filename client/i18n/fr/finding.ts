/** French texts of what finds things and leads to them: palette, search, map, views, tools (source language). Thin no-break spaces before ; : ! ?. */
export const finding = {
  'editor.command.palette': 'Chercher une action',
  'editor.command.find': 'Chercher sur le mur',
  'editor.command.findNext': 'Résultat suivant',
  'editor.command.findPrevious': 'Résultat précédent',
  'editor.command.menu': 'Menu de la sélection ou du mur',
  'editor.command.places': 'Vues et zones',
  'editor.command.map': 'Carte du mur',
  'editor.command.help': 'Aide et raccourcis',

  'palette.title': 'Chercher une action',

  'find.title': 'Chercher sur le mur',

  'tools.more': 'Autres outils',
  'tools.all': 'Outils',
  'tools.style': 'Réglages de l’outil',
  'tools.leave': 'Reposer l’outil',
  'tools.value': '{label} : {value}',

  'key.contextmenu': 'Menu',
  'key.space': 'Espace',
} as const;
