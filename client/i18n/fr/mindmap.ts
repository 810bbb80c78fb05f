/** French texts of mind maps (source language). */
export const mindmap = {
  'help.mindmap':
    'Dans une carte mentale, Tab ajoute une idée qui découle de l’idée sélectionnée ou en train d’être écrite, Entrée une idée voisine de celle qui est sélectionnée. Les flèches vont d’une idée à l’autre et, avec Maj, la déplacent. F2 écrit dedans. Pour qui vient par Tab, Tab continue vers l’élément suivant.',
  'help.group.mindmap': 'Carte mentale',
  'mindmap.begin': 'Carte mentale',
  'mindmap.child': 'Idée qui en découle',
  'mindmap.sibling': 'Idée voisine',
  'mindmap.fold': 'Replier ou déplier la branche',
  'mindmap.tidy': 'Ranger la carte mentale',
  'mindmap.root': 'Sujet',
  'mindmap.say.begun':
    'Carte mentale. Tabulation : idée qui en découle. Entrée : idée voisine. Flèches : aller d’une idée à l’autre. Majuscule et flèches : déplacer l’idée.',
  'mindmap.say.child': 'Nouvelle idée sous « {text} »',
  'mindmap.say.folded': '{count, plural, one {# idée repliée} other {# idées repliées}}',
  'mindmap.say.unfolded': '{count, plural, one {# idée dépliée} other {# idées dépliées}}',
  'mindmap.say.moved': 'Idée placée sous « {text} »',
} as const;

export type MindmapMessageId = keyof typeof mindmap;
