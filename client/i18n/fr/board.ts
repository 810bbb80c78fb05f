/** French texts around the wall: coming in, bars, panels, dialogs (source language). Thin no-break spaces before ; : ! ?. */
export const board = {
  'board.loading': 'Ouverture du mur…',
  'board.unreachable': 'Le serveur ne répond pas encore. Nouvel essai dans un instant.',
  'board.main': 'Mur',
  'board.skip': 'Aller au mur',
  'board.back': 'Revenir à l’accueil',
  'board.tools': 'Outils',
  'board.bar': 'Barre du mur',
  'board.zoom': 'Zoom',
  'board.percent': '{percent} %',
  'board.zoomPercent': 'Zoom : {percent} %. Revenir à la taille réelle',
  'board.more': 'Plus',
  'board.selection': 'Sélection',
  'board.colors': 'Couleur',
  'board.moreSelection': 'Autres actions',
  'board.hint.close': 'Masquer ce conseil',
  'board.hint.mouse': 'Double-cliquez dans une zone pour écrire une note, ou collez une liste : une ligne, une note.',
  'board.hint.touch': 'Touchez « Note » pour écrire. Un doigt déplace la vue, deux doigts l’agrandissent.',
  'board.addNote': 'Note',

  'entry.not_found.title': 'Ce lien n’ouvre aucun mur',
  'entry.not_found.help':
    'Il est peut-être incomplet, ou n’est plus valable. Copiez-le de nouveau en entier, ou demandez-le à la personne qui anime.',
  'entry.no_link.title': 'Il manque la clé de ce mur',
  'entry.no_link.help':
    'Cet appareil n’a jamais ouvert ce mur, et l’adresse ne contient pas la clé qui suit le « # ». Ouvrez le lien entier, ou demandez-le à la personne qui anime.',
  'entry.removed.title': 'Vous n’avez plus accès à ce mur',
  'entry.removed.help': 'Une personne qui anime a retiré votre accès. Adressez-vous à elle pour revenir.',
  'entry.unreachable.title': 'Le serveur ne répond pas',
  'entry.unreachable.help':
    'Vérifiez que vous êtes sur le bon réseau, celui de la salle si le mur y est ouvert, puis réessayez.',
  'entry.too_many.title': 'Beaucoup de monde arrive en même temps',
  'entry.too_many.help': 'Attendez quelques secondes, puis réessayez.',

  'save.saved': 'Enregistré',
  'save.saving': 'Enregistrement…',
  'save.connecting': 'Connexion…',
  'save.live': 'En direct',
  'save.offline': 'Hors ligne, retour automatique',
  'save.liveOffline': 'Hors ligne, retour automatique',
  'save.offlineUnsaved':
    '{count, plural, one {Hors ligne, # modification gardée sur cet appareil} many {Hors ligne, # modifications gardées sur cet appareil} other {Hors ligne, # modifications gardées sur cet appareil}}',
  'save.offlineUnkept':
    '{count, plural, one {Hors ligne, # modification sur cette page seulement : ne la fermez pas} many {Hors ligne, # modifications sur cette page seulement : ne la fermez pas} other {Hors ligne, # modifications sur cette page seulement : ne la fermez pas}}',
  'save.paused': 'Enregistrement suspendu',
  'save.retry': 'Réessayer',
  'save.connected': 'Connecté',

  'session.paused':
    'Le serveur ne peut plus écrire sur son disque. Vos modifications sont gardées ici et partiront dès que possible : laissez cette page ouverte.',
  'session.damaged.title': 'Ce mur est abîmé sur le serveur',
  'session.damaged.help':
    'Ce que le serveur en a gardé ne peut plus être lu, et n’est montré à personne pour ne rien aggraver. Vos textes qui n’étaient pas encore enregistrés restent dans vos brouillons, sur cet appareil. Prévenez la personne qui héberge le serveur : elle peut remettre une sauvegarde.',
  'session.closed.title': 'La connexion à ce mur a été refusée',
  'session.closed.help':
    'Cette page n’est peut-être plus à jour. Rechargez-la : vos textes non enregistrés vous attendront dans vos brouillons.',

  'people.title': 'Personnes présentes',
  'people.here':
    '{count, plural, one {# personne présente} many {# personnes présentes} other {# personnes présentes}}',

  'agenda.title': 'Déroulé',

  'share.button': 'Partager',
  'share.title': 'Partager ce mur',

  'export.title': 'Exporter le mur',

  'dialog.unavailable': 'Cette fenêtre n’a pas pu être chargée. Réessayez quand la connexion sera revenue.',

  'settings.title': 'Langue et apparence',

  'help.title': 'Aide et raccourcis',

  'key.shift': 'Maj',
  'key.alt': 'Alt',
  'key.enter': 'Entrée',
  'key.escape': 'Échap',
  'key.delete': 'Suppr',
  'key.backspace': 'Retour arrière',
  'key.tab': 'Tab',
} as const;
