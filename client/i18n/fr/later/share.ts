/** French texts of handing links on: keeping the facilitate link, the sheet of the sitting, calendar and mail (source language): what no page needs at first. */
export const share = {
  'share.command': 'Commande',
  'share.computer.name': 'Avec un nom de domaine, indiquez aussi l’adresse que les personnes ouvriront :',
  'share.keep': 'Le garder, l’envoyer',
  'share.gone': 'Ce lien ne peut plus être montré. Renouvelez-le pour en donner un nouveau.',
  'join.calendar': 'Ajouter à mon agenda',
  'share.take': 'Emporter',
  'share.sheet': 'Fiche de séance',
  'share.calendar': 'Fichier d’agenda',
  'share.calendar.done': '« {file} » est dans vos téléchargements.',
  'share.mail': 'Inviter par courriel',
  'share.mail.subject': 'Invitation : {title}',
  'share.mail.body':
    '{title}\n{question}\n{when}\n\nPour participer, ouvrez ce lien, sans compte ni installation :\n{link}',
  'share.how.title': 'Pour rejoindre',
  'share.how.network': 'Se connecter au même réseau que cet ordinateur.',
  'share.scan.computer':
    'Un téléphone ne peut pas encore ouvrir ce code : ouvrez d’abord le mur à la salle, comme le dit l’encadré.',
  'share.how.open': 'Ouvrir le mur à la salle, comme le dit l’encadré.',
  'share.how.scan': 'Viser le code avec un téléphone, ou ouvrir le lien.',
  'share.how.name': 'Donner un prénom, ou rien : il n’y a pas de compte.',

  'sheet.title': 'Fiche de séance',
  'sheet.print': 'Imprimer',
  'sheet.back': 'Revenir au mur',
  'sheet.hint':
    'Une page A4. Pliez ou découpez le bas avant de l’afficher : il porte le lien qui donne tous les droits.',
  'sheet.local': 'Ces adresses ne s’ouvrent encore que sur cet ordinateur : avant d’imprimer, suivez « Partager ».',
  'sheet.loading': 'Préparation de la fiche…',
  'sheet.agenda': 'Déroulé',
  'sheet.agenda.total': '{minutes, plural, one {# minute} many {# minutes} other {# minutes}}',
  'sheet.participate.help': 'Visez ce code avec un téléphone, ou ouvrez cette adresse.',
  'sheet.watch.help': 'Pour l’écran de la salle.',
  'sheet.facilitate.help':
    'Pour la seule personne qui anime : ce lien donne tous les droits sur le mur, depuis n’importe quel appareil.',
  'sheet.facilitate.missing':
    'Le lien « Animer » n’est pas sur cet appareil. Imprimez la fiche depuis celui où le mur a été créé, ou renouvelez le lien dans « Partager ».',
  'sheet.fold': 'à plier ou à découper',
  'sheet.gone': 'Ce lien ne peut plus être montré : renouvelez-le dans « Partager ».',
  'sheet.forbidden.title': 'Cette fiche est pour les personnes qui animent',
  'sheet.forbidden.help': 'Elle porte les liens du mur. Demandez-la à une personne qui anime.',
} as const;
