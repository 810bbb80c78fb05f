/** French texts of the quiet pages: start, subject, link, errors (source language). Thin no-break spaces before ; : ! ?. */
export const site = {
  'common.close': 'Fermer',
  'common.closeMessage': 'Fermer ce message',
  'common.copy': 'Copier',
  'common.copied': 'Copié',
  'common.retry': 'Réessayer',
  'common.cancel': 'Annuler',

  'site.home': '(accueil)',
  'site.language': 'Langue',
  'site.theme': 'Apparence',
  'site.theme.system': 'Comme l’appareil',
  'site.theme.light': 'Clair',
  'site.theme.dark': 'Sombre',
  'site.theme.contrast': 'Contraste élevé',
  'site.footer':
    'Pêle-mêle, logiciel libre. Ce que vous écrivez reste sur ce serveur et n’est transmis à personne d’autre.',

  'role.facilitator': 'Vous animez',
  'role.participant': 'Vous participez',
  'role.viewer': 'Vous regardez',

  'start.pageTitle': 'Pêle-mêle, le mur d’atelier partagé',
  'start.title': 'Le mur d’atelier partagé',
  'start.lead':
    'Chacun écrit, le groupe rapproche, nomme et choisit. Dans la salle ou à distance, sans compte ni installation.',
  'start.link.label': 'J’ai un lien',
  'start.link.placeholder': 'Collez ici le lien reçu',
  'start.link.go': 'Rejoindre',
  'start.link.empty': 'Collez d’abord le lien que l’on vous a envoyé.',
  'start.link.wrong':
    'Ce n’est pas un lien de mur. Un lien contient « /b/ » puis un « # » suivi de lettres et de chiffres : copiez-le en entier.',
  'start.recent.title': 'Murs récents sur cet appareil',
  'start.recent.forget': 'Retirer « {title} » de cet appareil',
  'start.recent.forgetShort': 'Retirer de cet appareil',
  'start.recent.all': 'Afficher les {count} murs',
  'start.prepare.title': 'Préparer un atelier',
  'start.prepare.lead': 'Choisissez un modèle : ses zones, ses consignes et son déroulé sont prêts.',
  'start.picture.area': 'Que veut dire chaque mot ?',
  'start.picture.note1': 'Qui vit ce problème aujourd’hui ?',
  'start.picture.note2': 'Que veut dire « proximité » ?',
  'start.picture.note3': 'Et si un autre échelon s’en chargeait ?',
  'start.picture.note4': 'À quoi reconnaître une réussite ?',
  'start.picture.note5': 'Qui n’est pas autour de la table ?',

  'template.minutes': '{minutes} minutes',
  'template.freeTime': 'durée libre',

  'subject.back': 'Autres modèles',
  'subject.title': 'Le sujet de l’atelier',
  'subject.lead': 'Tout est facultatif. Ce que vous indiquez accueille les personnes qui arrivent sur le mur.',
  'subject.question': 'Question de départ',
  'subject.question.help': 'Posez le sujet sous forme de question : elle ouvre l’atelier.',
  'subject.question.example': 'Par exemple : comment mieux accueillir les entreprises qui s’installent ?',
  'subject.name': 'Titre du mur',
  'subject.sponsor': 'Commanditaire',
  'subject.facilitation': 'Animation',
  'subject.date': 'Date',
  'subject.time': 'Heure',
  'subject.place': 'Lieu',
  'subject.visio': 'Lien de visioconférence',
  'subject.me': 'Votre nom',
  'subject.me.help': 'Tel que les autres le verront. Sans nom, vous apparaîtrez comme « Animation ».',
  'subject.create': 'Créer le mur',
  'subject.creating': 'Création du mur…',
  'subject.failed': 'Le mur n’a pas pu être créé. Réessayez dans un instant.',

  'problem.unreachable': 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.',

  'notFound.title': 'Il n’y a rien à cette adresse',
  'notFound.help': 'L’adresse est peut-être incomplète. Revenez à l’accueil, ou collez de nouveau le lien reçu.',
  'notFound.home': 'Revenir à l’accueil',

  'broken.title': 'Cette page n’a pas pu s’afficher',
  'broken.help':
    'Ce qui était enregistré est intact. Rechargez la page ; si cela se répète, prévenez la personne qui anime.',
  'broken.reload': 'Recharger la page',
} as const;
