/** French texts of the quiet pages: start, subject, link, errors (source language). Thin no-break spaces before ; : ! ?. */
export const site = {
  'common.close': 'Fermer',
  'common.closeMessage': 'Fermer ce message',
  'common.retry': 'Réessayer',

  'site.home': '(accueil)',
  'site.language': 'Langue',
  'site.theme': 'Apparence',
  'site.theme.system': 'Comme l’appareil',
  'site.theme.light': 'Clair',
  'site.theme.dark': 'Sombre',
  'site.theme.contrast': 'Contraste élevé',

  'template.minutes': '{minutes} minutes',
  'template.freeTime': 'durée libre',

  'notFound.title': 'Il n’y a rien à cette adresse',
  'notFound.help': 'L’adresse est peut-être incomplète. Revenez à l’accueil, ou collez de nouveau le lien reçu.',
  'notFound.home': 'Revenir à l’accueil',

  'broken.title': 'Cette page n’a pas pu s’afficher',
  'broken.help':
    'Ce qui était enregistré est intact. Rechargez la page ; si cela se répète, prévenez la personne qui anime.',
  'broken.reload': 'Recharger la page',
} as const;
