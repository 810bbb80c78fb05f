/** French texts of handing links on: keeping the facilitate link, the sheet of the sitting, calendar and mail (source language). Thin no-break spaces before ; : ! ?. */
export const share = {
  'keep.title': 'Gardez votre lien d’animation',
  'keep.lead':
    'Il n’y a pas de compte : ce lien est votre clé. Il vous rouvre ce mur, avec tous les droits, depuis n’importe quel appareil.',
  'keep.mail': 'Me l’envoyer',
  'keep.mail.subject': 'Lien d’animation : {title}',
  'keep.mail.body':
    'Lien pour animer le mur « {title} » :\n\n{link}\n\nIl donne tous les droits sur le mur : gardez-le pour vous. Le lien à donner au groupe se trouve dans « Partager ».',
  'keep.phone': 'Sur votre téléphone',
  'keep.phone.help': 'Visez ce code : le mur s’ouvre, et vous l’animez aussi depuis là.',
  'keep.phone.local':
    'Le mur ne s’ouvre encore que sur cet ordinateur. Ouvrez-le d’abord à la salle : « Partager » dit comment.',
  'keep.lost.title': 'Si ce lien se perd',
  'keep.lost':
    'Cet appareil reste la clé de ce mur, et toute personne qui anime peut renouveler le lien dans « Partager ». Sinon, demandez-en un nouveau à qui tient le serveur :',
  'keep.sheet': 'Imprimer la fiche',
  'keep.done': 'C’est fait, voir le mur',
  'keep.missing':
    'Ce lien n’est pas sur cet appareil. Renouvelez-le dans « Partager » : vous recevrez le nouveau, et l’ancien n’ouvrira plus rien.',
} as const;
