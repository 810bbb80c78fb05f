/** French texts of the help with sorting (source language): what no page needs at first. */
export const sorting = {
  'help.group.sort': 'Trier et regrouper',

  'sorting.view': 'Que faire\u202f?',
  'sorting.view.complete': 'Compléter',
  'sorting.view.duplicates': 'Doublons',
  'sorting.view.alike': 'Ressemblances',
  'sorting.view.draft': 'Premier tri',
  'sorting.view.zones': 'Zones',
  'sorting.never': 'Une suggestion, jamais un verdict\u202f: rien ne bouge sans vous.',
  'sorting.onDevice': 'Le calcul se fait sur cet appareil. Aucun texte n’est envoyé.',
  'sorting.scope.all': '{count, plural, one {# note du mur} many {# notes du mur} other {Les # notes du mur}}',
  'sorting.scope.selection':
    '{count, plural, one {# note choisie} many {# notes choisies} other {Les # notes choisies}}',
  'sorting.working': 'Lecture des notes…',
  'sorting.asking': 'Envoi des textes au modèle…',
  'sorting.failed': 'Le calcul s’est arrêté. Vos notes n’ont pas bougé.',
  'sorting.undo': 'Annuler',
  'sorting.show': 'Montrer sur le mur : {text}',
  'sorting.all': 'Tout cocher',
  'sorting.nothing': 'Tout décocher',
  'sorting.none': 'Sans valeur',
  'sorting.someone': 'Personne inconnue',
  'sorting.say.grouped':
    '{groups, plural, =0 {Aucune note n’a bougé.} one {# regroupement créé, {count, plural, one {# note} many {# notes} other {# notes}}.} many {# regroupements créés, {count} notes.} other {# regroupements créés, {count} notes.}}',
  'sorting.say.stacked':
    '{count, plural, =0 {Aucune note n’a bougé.} one {# note empilée.} many {# notes empilées.} other {# notes empilées.}}',
  'sorting.say.found':
    '{count, plural, =0 {Aucune proposition} one {# proposition} many {# propositions} other {# propositions}}',

  'sorting.complete.help':
    'Commencez à la main\u202f: quelques notes dans chaque regroupement. La suite est proposée d’après leurs textes et les noms des regroupements.',
  'sorting.complete.measured':
    'Mesuré sur de vraies contributions citoyennes\u202f: environ 70\u202f% de propositions justes quand chaque groupe a un nom et quatre notes\u202f; près de neuf sur dix parmi les «\u202fassez sûres\u202f».',
  'sorting.complete.few': 'Il faut au moins deux regroupements commencés',
  'sorting.complete.few.how':
    'Entourez quelques notes au lasso, puis «\u202fRegrouper\u202f». Donnez un nom\u202f: il aide autant que plusieurs notes.',
  'sorting.complete.run':
    '{count, plural, one {Proposer une place à # note} many {Proposer une place à # notes} other {Proposer une place à # notes}}',
  'sorting.complete.free': 'Toutes les notes sont déjà rangées.',
  'sorting.complete.none': 'Aucune note libre ne ressemble à ces regroupements.',
  'sorting.complete.left':
    '{count, plural, one {# note ne ressemble à aucun regroupement\u202f: elle reste où elle est.} many {# notes ne ressemblent à aucun regroupement\u202f: elles restent où elles sont.} other {# notes ne ressemblent à aucun regroupement\u202f: elles restent où elles sont.}}',
  'sorting.complete.accept':
    '{count, plural, one {Ranger la note cochée} many {Ranger les # notes cochées} other {Ranger les # notes cochées}}',
  'sorting.complete.one': 'Ranger cette note : {text}',
  'sorting.unnamed': 'Sans nom',
  'sorting.confidence.high': 'assez sûr',
  'sorting.confidence.fair': 'possible',
  'sorting.confidence.low': 'incertain',

  'sorting.duplicates.help':
    'Notes qui disent la même chose en presque les mêmes mots, malgré accents, pluriels, ordre des mots ou fautes de frappe. Empiler garde toutes les notes.',
  'sorting.duplicates.run':
    '{count, plural, one {Chercher dans # note} many {Chercher dans # notes} other {Chercher dans # notes}}',
  'sorting.duplicates.none': 'Pas de doublon',
  'sorting.duplicates.none.how': 'Chaque note dit autre chose, ou le dit avec d’autres mots.',
  'sorting.duplicates.set':
    '{count, plural, one {# note} many {# notes} other {# notes}} · {percent}\u202f% de mots en commun',
  'sorting.duplicates.stack': 'Empiler',
  'sorting.duplicates.all':
    '{count, plural, one {Empiler ce paquet} many {Tout empiler (# paquets)} other {Tout empiler (# paquets)}}',

  'sorting.alike.help':
    'Choisissez une note sur le mur\u202f: celles qui lui ressemblent s’affichent ici et sont entourées.',
  'sorting.alike.of': 'Ressemblent à «\u202f{text}\u202f»',
  'sorting.alike.none': 'Aucune autre note n’a les mêmes mots.',
  'sorting.alike.select':
    '{count, plural, one {Sélectionner les deux} many {Tout sélectionner (#)} other {Tout sélectionner (#)}}',
  'sorting.alike.percent': '{percent}\u202f%',

  'sorting.draft.help':
    'Un brouillon à corriger ensemble\u202f: des groupes de notes aux mots voisins, nommés par leurs mots marquants.',
  'sorting.draft.measured':
    'Mesuré\u202f: mieux que le hasard, mais loin de ce que font des personnes. Commencer les groupes à la main puis «\u202fCompléter\u202f» donne de bien meilleurs résultats.',
  'sorting.draft.run':
    '{count, plural, one {Proposer un tri de # note} many {Proposer un tri de # notes} other {Proposer un tri de # notes}}',
  'sorting.draft.few': 'Il faut au moins trois notes écrites.',
  'sorting.draft.count': 'Nombre de groupes\u202f: {count}',
  'sorting.draft.name': 'Nom du groupe',
  'sorting.draft.take': 'Garder le groupe «\u202f{name}\u202f»',
  'sorting.draft.notes': '{count, plural, one {# note} many {# notes} other {# notes}}',
  'sorting.draft.apart':
    '{count, plural, one {# note ne dit rien que l’on puisse comparer\u202f: elle reste où elle est.} many {# notes restent où elles sont\u202f: rien à comparer.} other {# notes restent où elles sont\u202f: rien à comparer.}}',
  'sorting.draft.accept':
    '{count, plural, one {Créer le groupe coché} many {Créer les # groupes cochés} other {Créer les # groupes cochés}}',

  'sorting.zones.help':
    'Une zone, ou une case d’une grille, peut accueillir les notes d’une couleur ou d’une étiquette. Rien ne bouge tout seul\u202f: les notes autour y vont quand vous appliquez la règle.',
  'sorting.zones.none': 'Aucune zone sur ce mur',
  'sorting.zones.none.how': 'Dessinez une zone, un regroupement ou une grille, puis donnez-lui une règle.',
  'sorting.zones.color': 'Couleur accueillie par «\u202f{name}\u202f»',
  'sorting.zones.tag': 'Étiquette accueillie par «\u202f{name}\u202f»',
  'sorting.zones.cell': 'Une règle pour une case de «\u202f{name}\u202f»',
  'sorting.zones.row': 'Ligne de «\u202f{name}\u202f»',
  'sorting.zones.column': 'Colonne de «\u202f{name}\u202f»',
  'sorting.zones.addRule': 'Ajouter la règle',
  'sorting.zones.removeRule': 'Retirer la règle',
  'sorting.zones.removeRuleOf': 'Retirer la règle de «\u202f{name}\u202f»',
  'sorting.zones.full': 'Pas plus de {limit} règles dans une même grille.',
  'sorting.zones.anyColor': 'Toute couleur',
  'sorting.zones.anyTag': 'Toute étiquette',
  'sorting.zones.preview':
    '{count, plural, =0 {Aucune note à accueillir} one {# note à accueillir} many {# notes à accueillir} other {# notes à accueillir}}',
  'sorting.zones.apply': 'Appliquer',
  'sorting.zones.applyAll':
    '{count, plural, one {Appliquer tout (# note)} many {Appliquer tout (# notes)} other {Appliquer tout (# notes)}}',

  'sorting.model.use': 'Comparer aussi par le sens, avec un modèle',
  'sorting.model.consent':
    'Les textes des notes lues (jamais les noms) seront envoyés par ce serveur à {host}, modèle {model}. Cette adresse a été choisie par l’équipe qui tient ce serveur.',
  'sorting.model.failed': 'Le modèle n’a pas répondu\u202f: le tri continue sans lui.',
  'sorting.model.tooMany': 'Trop de notes pour le modèle ({limit} au plus)\u202f: le tri continue sans lui.',
} as const;
