/** French texts of one's own work: kept on this device, drafts, own actions, what was refused (source language). Thin no-break spaces before ; : ! ?. */
export const device = {
  'device.full':
    'Cet appareil n’a plus de place : hors ligne, vos modifications ne seront gardées que tant que cette page reste ouverte.',
  'device.lost':
    'Ce navigateur ne garde rien de ce mur. Hors ligne, vos modifications ne seront gardées que tant que cette page reste ouverte.',
  'device.damaged':
    'Une partie de ce que cet appareil gardait de ce mur n’était plus lisible. Le mur vient du serveur, et la suite est de nouveau gardée ici.',

  'forget.button': 'Oublier cet appareil',

  'drafts.menu': 'Mes brouillons',
  'drafts.see': 'Voir mes brouillons',
  'drafts.button': '{count, plural, one {# brouillon} many {# brouillons} other {# brouillons}}',
  'drafts.copied': '{count, plural, one {Brouillon copié} many {# brouillons copiés} other {# brouillons copiés}}',
  'drafts.copyFailed': 'Ce navigateur refuse la copie. Sélectionnez le texte, puis copiez-le.',
  'drafts.copyLeft':
    '{count, plural, one {Copier mon brouillon} many {Copier mes # brouillons} other {Copier mes # brouillons}}',

  'refused.role': 'Vous ne pouvez pas écrire sur ce mur : votre modification n’a pas été prise.',
  'refused.step': 'L’étape en cours ne le permet pas : votre modification n’a pas été prise.',
  'refused.locked': 'Cet élément est verrouillé : votre modification n’a pas été prise.',
  'refused.lock': 'Seule une personne qui anime peut verrouiller ou déverrouiller.',
  'refused.limit': 'Le mur est à sa taille maximale, ou le texte à sa longueur maximale.',
  'refused.placeholder':
    'Cet élément vient d’une version plus récente : il peut être déplacé ou supprimé, pas modifié.',
  'refused.held':
    'Vous avez supprimé beaucoup d’éléments d’un coup. Ceux-ci attendent l’accord d’une personne qui anime, et sont revenus sur le mur.',
  'refused.other': 'Le serveur n’a pas accepté cette modification : le mur est revenu à son état précédent.',
  'refused.drafts': '{message} Votre texte est dans vos brouillons.',

  'rights.private': 'Dans cette étape, chaque personne écrit pour elle : le mur commun ne se modifie pas.',
  'rights.none': 'Dans cette étape, vous pouvez regarder le mur, pas le modifier.',
  'rights.noAdd': 'Dans cette étape, on n’ajoute rien.',
  'rights.areas': 'Dans cette étape, on travaille dans {areas}.',
  'rights.quoted': '« {title} »',
  'rights.someAreas': 'Dans cette étape, on travaille dans certaines zones seulement.',
  'rights.kinds': 'Dans cette étape, on peut ajouter : {kinds}.',

  'deletion.title': '{name} a supprimé beaucoup d’éléments',
  'deletion.nameless': 'Une personne',
  'deletion.titleHeld': '{name} veut supprimer beaucoup d’éléments',
  'deletion.gone':
    '{count, plural, one {Un élément a disparu du mur.} many {# éléments ont disparu du mur.} other {# éléments ont disparu du mur.}}',
  'deletion.held':
    '{count, plural, one {Un élément reste sur le mur en attendant votre avis.} many {# éléments restent sur le mur en attendant votre avis.} other {# éléments restent sur le mur en attendant votre avis.}}',
  'deletion.close': 'Laisser ainsi',
  'deletion.restore':
    '{count, plural, one {Rétablir l’élément} many {Rétablir les # éléments} other {Rétablir les # éléments}}',
  'deletion.allow': 'Autoriser',
  'deletion.restored':
    '{count, plural, one {Un élément est revenu sur le mur.} many {# éléments sont revenus sur le mur.} other {# éléments sont revenus sur le mur.}}',
  'deletion.allowed': 'Cette personne peut de nouveau supprimer, pendant cinq minutes.',

  'history.title': 'Historique de mes actions',
} as const;
