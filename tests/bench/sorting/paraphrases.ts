/**
 * What two people write who mean the same: contributions of the fixture rewritten by hand in almost the same words, and pairs that share many
 * words and do not mean the same. Even lines for tuning, odd ones held out.
 */
export const SAME: readonly (readonly [string, string])[] = [
  ['Limiter les très haut salaires', 'limiter les tres hauts salaires !'],
  ['favoriser le travail à domicile', 'Favoriser le travail a domicile (télétravail non compris)'],
  ['Absence de transports en commun dans mon village', 'Dans mon village, absence de transport en commun'],
  ['supprimer la CSG sur les retraite.', 'Il faut supprimer la CSG sur les retraites'],
  ['baisser la TVA sur les produits de première nécessité', 'Sur les produits de premiere nécessité, baisser la tva'],
  ['Allocations familiales des plus aisés', 'Les allocations familiales des aisés'],
  ['La situation des femmes n’ayant pas de retraite', 'Situation des femmes n ayant pas de retraites'],
  [
    'Soutenir et développer le concept de fermes solaires villageoises',
    'développer et soutenir les fermes solaires villageoises',
  ],
  [
    'La santé, pourquoi ne pas faire des pharmacies d’états',
    'Pourquoi ne pas faire des pharmacies d’Etat, pour la santé',
  ],
  [
    'Revoir les conditions d’attribution de certaines aides sociales',
    'revoir les conditions d’atribution des aides sociales',
  ],
  [
    'Il faut appliquer rigoureusement les règles d’attribution de ces aides',
    'Appliquer rigoureusement les regles d’attribution des aides',
  ],
  ['sortir de la dictature du GIEC', 'Sortir de la dictature du Giec.'],
  ['chauffer moins, mettre des pulls.', 'Mettre des pulls et moins chauffer'],
  [
    'que chaque citoyen puisse attribuer directement une partie de son impôt',
    'chaque citoyen attribue directement une partie de ses impôts',
  ],
  [
    'le détournement des fonds récoltés au nom de la transition énergétique',
    'Détournement des fonds recoltés au nom de la transition energetique',
  ],
  ['Trop d’événements climatiques anormaux', 'Evénements climatiques trop anormaux'],
  ['Accroître la redistribution', 'accroitre les redistributions'],
  ['Les élus locaux de terrain', 'élu local de terrain'],
  ['un conseil avec un représentant de chaque sensibilité', 'Un conseil avec des représentants de chaque sensiblité'],
  ['montrer les montants par décile', 'Montrer le montant par decile'],
  ['en recyclant tout ce qui peut l’être', 'En reciclant tout ce qui peut l’etre'],
  ['Rétablir l’ISF', 'Retablir l’isf'],
  ['Prendre en compte le vote blanc', 'Prise en compte du vote blanc'],
  ['Plus de pistes cyclables sécurisées', 'des pistes cyclables plus sécurisées'],
  ['Developing safe cycle lanes in the town centre', 'Develop safe cycle lanes in town centre'],
  ['Remove taxes on basic products', 'remove the tax on basic products'],
  ['Créer des emplois pour les jeunes', 'La création d’emplois pour les jeunes'],
  ['La disparition des abeilles dans mon jardin', 'Les abeilles disparaissent dans mon jardin'],
  ['Réduire le nombre de députés', 'Diminuer le nombre de députés'],
  ['Faire une très bonne isolation des maisons', 'Bien isoler les maisons'],
];

export const DIFFERENT: readonly (readonly [string, string])[] = [
  ['Supprimer la taxe d’habitation', 'Supprimer la taxe foncière'],
  ['Baisser les impôts des retraités', 'Ne pas baisser les impôts des retraités'],
  ['Limiter les salaires à 5 000 euros', 'Limiter les salaires à 50 000 euros'],
  ['Augmenter la TVA sur les produits de luxe', 'Baisser la TVA sur les produits de luxe'],
  ['Plus de transports en commun', 'Transports en commun gratuits'],
  ['Avec des élections législatives à mi-mandat', 'Des élections présidentielles à mi-mandat'],
  ['Pistes cyclables dans le village', 'Pistes cyclables entre les villes'],
  ['Supprimer le cumul des mandats', 'Supprimer le cumul des aides'],
  ['Aides pour changer de chauffage', 'Aides pour changer de voiture'],
  ['Voter avec le vote blanc', 'Voter sans le vote blanc'],
  ['Les élus locaux', 'Les taxes locales'],
  ['Rétablir l’ISF', 'Supprimer l’ISF'],
  ['La pollution de l’air', 'La pollution de l’eau'],
  ['Interdire les importations', 'Interdire les exportations'],
  ['Réduire les dépenses de l’État', 'Réduire les dépenses de santé'],
  ['Free buses for students', 'Free meals for students'],
];
